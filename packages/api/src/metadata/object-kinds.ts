/** Values of KalturaMetadataObjectType: what a record can be about. */
export const ENTRY = '1';
export const CATEGORY = '2';
export const USER = '3';
export const PARTNER = '4';
