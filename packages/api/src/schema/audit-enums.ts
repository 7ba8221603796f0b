import { enumType } from './kinds.ts';

/** What the audit log says: to what, what, how it ended, and from where. */

/** Kaltura's values, and those of what Kaltura does not follow. */
export const AuditTrailObjectType = enumType('KalturaAuditTrailObjectType', {
  BATCH_JOB: 'BatchJob',
  EMAIL_INGESTION_PROFILE: 'EmailIngestionProfile',
  FILE_SYNC: 'FileSync',
  KSHOW_KUSER: 'KshowKuser',
  METADATA: 'Metadata',
  METADATA_PROFILE: 'MetadataProfile',
  PARTNER: 'Partner',
  PERMISSION: 'Permission',
  REACH_PROFILE: 'ReachProfile',
  UPLOAD_TOKEN: 'UploadToken',
  USER_LOGIN_DATA: 'UserLoginData',
  USER_ROLE: 'UserRole',
  ACCESS_CONTROL: 'accessControl',
  CATEGORY: 'category',
  CATEGORY_ENTRY: 'categoryEntry',
  CONVERSION_PROFILE_2: 'conversionProfile2',
  ENTRY: 'entry',
  FLAVOR_ASSET: 'flavorAsset',
  FLAVOR_PARAMS: 'flavorParams',
  FLAVOR_PARAMS_CONVERSION_PROFILE: 'flavorParamsConversionProfile',
  FLAVOR_PARAMS_OUTPUT: 'flavorParamsOutput',
  KSHOW: 'kshow',
  KUSER: 'kuser',
  MEDIA_INFO: 'mediaInfo',
  MODERATION: 'moderation',
  ROUGHCUT: 'roughcutEntry',
  SYNDICATION: 'syndicationFeed',
  THUMBNAIL_ASSET: 'thumbAsset',
  THUMBNAIL_PARAMS: 'thumbParams',
  THUMBNAIL_PARAMS_OUTPUT: 'thumbParamsOutput',
  UI_CONF: 'uiConf',
  WIDGET: 'widget',
  APP_TOKEN: 'AppToken',
  RESPONSE_PROFILE: 'ResponseProfile',
  CATEGORY_KUSER: 'categoryKuser',
  SESSION: 'Session',
  SCHEDULE_EVENT: 'ScheduleEvent',
  SCHEDULE_RESOURCE: 'ScheduleResource',
  CUE_POINT: 'CuePoint',
});

export const AuditTrailAction = enumType('KalturaAuditTrailAction', [
  'CHANGED',
  'CONTENT_VIEWED',
  'COPIED',
  'CREATED',
  'DELETED',
  'FILE_SYNC_CREATED',
  'RELATION_ADDED',
  'RELATION_REMOVED',
  'VIEWED',
]);

export const AuditTrailStatus = enumType('KalturaAuditTrailStatus', {
  PENDING: 1,
  READY: 2,
  FAILED: 3,
});

export const AuditTrailContext = enumType('KalturaAuditTrailContext', {
  CLIENT: -1,
  SCRIPT: 0,
  PS2: 1,
  API_V3: 2,
});
