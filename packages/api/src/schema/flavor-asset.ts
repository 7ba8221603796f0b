import { Filter } from './filter.ts';
import { FlavorParams } from './flavor-params.ts';
import {
  arrayOf,
  enumOf,
  int,
  object,
  objectType,
  property,
  readOnly,
  subtype,
  text,
  time,
  type ValueOf,
} from './kinds.ts';
import { FlavorAsset } from './playback.ts';
import { FlavorAssetStatus } from './playback-enums.ts';

/** Which renditions of entries are asked for. */

export const AssetFilter = subtype(Filter, 'KalturaAssetFilter', {
  idEqual: property(text),
  idIn: property(text),
  entryIdEqual: property(text),
  entryIdIn: property(text, { about: 'Comma-separated.' }),
  partnerIdEqual: property(int),
  partnerIdIn: property(text),
  sizeGreaterThanOrEqual: property(int, { about: 'In kilobytes.' }),
  sizeLessThanOrEqual: property(int, { about: 'In kilobytes.' }),
  tagsLike: property(text),
  tagsMultiLikeOr: property(text),
  tagsMultiLikeAnd: property(text),
  createdAtGreaterThanOrEqual: property(time),
  createdAtLessThanOrEqual: property(time),
  updatedAtGreaterThanOrEqual: property(time),
  updatedAtLessThanOrEqual: property(time),
});

export const FlavorAssetFilter = subtype(AssetFilter, 'KalturaFlavorAssetFilter', {
  flavorParamsIdEqual: property(int),
  flavorParamsIdIn: property(text),
  statusEqual: property(enumOf(FlavorAssetStatus)),
  statusIn: property(text),
  statusNotIn: property(text),
});

export const FlavorAssetListResponse = objectType('KalturaFlavorAssetListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(FlavorAsset)),
});

export const FlavorAssetUrlOptions = objectType('KalturaFlavorAssetUrlOptions', {
  fileName: property(text, {
    maxLength: 256,
    about:
      'What the file is saved as, without its ending; the name of the entry where it is left out.',
  }),
  referrer: property(text, { maxLength: 2048 }),
});

export const FlavorAssetWithParams = objectType('KalturaFlavorAssetWithParams', {
  flavorAsset: readOnly(object(FlavorAsset)),
  flavorParams: readOnly(object(FlavorParams)),
  entryId: readOnly(text),
});

const assetFilterKind = object(AssetFilter);
const urlOptionsKind = object(FlavorAssetUrlOptions);

export type AssetFilterValue = ValueOf<typeof assetFilterKind>;
export type FlavorAssetUrlOptionsValue = ValueOf<typeof urlOptionsKind>;
