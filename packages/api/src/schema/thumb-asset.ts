import { AssetFilter } from './flavor-asset.ts';
import {
  arrayOf,
  bool,
  enumOf,
  enumType,
  float,
  insertOnly,
  int,
  object,
  objectType,
  property,
  readOnly,
  subtype,
  text,
  type ValueOf,
} from './kinds.ts';
import { Asset } from './playback.ts';

/** Pictures of entries. */

export const ThumbAssetStatus = enumType('KalturaThumbAssetStatus', {
  QUEUED: 0,
  CAPTURING: 1,
  READY: 2,
  DELETED: 3,
  IMPORTING: 7,
  EXPORTING: 9,
});

export const ThumbCropType = enumType('KalturaThumbCropType', {
  RESIZE: 1,
  RESIZE_WITH_PADDING: 2,
  CROP: 3,
  CROP_FROM_TOP: 4,
  RESIZE_WITH_FORCE: 5,
});

export const ThumbAsset = subtype(
  Asset,
  'KalturaThumbAsset',
  {
    thumbParamsId: insertOnly(int),
    width: readOnly(int, { about: 'Pixels.' }),
    height: readOnly(int, { about: 'Pixels.' }),
    status: readOnly(enumOf(ThumbAssetStatus), { about: '0 until it has content, then 2.' }),
  },
  { about: 'A picture of an entry; the one tagged `default_thumb` is what the entry shows.' },
);

export const TimedThumbAsset = subtype(
  ThumbAsset,
  'KalturaTimedThumbAsset',
  { cuePointId: insertOnly(text, { maxLength: 100, about: 'The cue point whose picture it is.' }) },
  { about: 'A picture of a moment of an entry: a slide.' },
);

export const ThumbAssetFilter = subtype(AssetFilter, 'KalturaThumbAssetFilter', {
  thumbParamsIdEqual: property(int),
  thumbParamsIdIn: property(text),
  statusEqual: property(enumOf(ThumbAssetStatus)),
  statusIn: property(text),
  statusNotIn: property(text),
});

export const TimedThumbAssetFilter = subtype(ThumbAssetFilter, 'KalturaTimedThumbAssetFilter', {});

export const ThumbAssetListResponse = objectType('KalturaThumbAssetListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(ThumbAsset)),
});

/** From the left upper corner, in pixels of the original. */
const REGION = { about: 'Cut out first; pixels of the original.' };

export const ThumbParams = objectType(
  'KalturaThumbParams',
  {
    cropType: property(enumOf(ThumbCropType)),
    quality: property(int, { about: 'Of a JPEG, 1 to 100; 75 where it is left out.' }),
    cropX: property(int, REGION),
    cropY: property(int, REGION),
    cropWidth: property(int, REGION),
    cropHeight: property(int, REGION),
    videoOffset: property(float, { about: 'Seconds from the beginning of the show or recording.' }),
    videoOffsetInPercentage: property(int, { about: 'Of the length of a recording.' }),
    width: property(int, { about: 'Pixels; as the other side says where it is left out.' }),
    height: property(int, { about: 'Pixels; as the other side says where it is left out.' }),
    backgroundColor: property(text, { about: 'Six hexadecimal digits.' }),
  },
  { about: 'What becomes of a picture.' },
);

export const ThumbnailServeOptions = objectType('KalturaThumbnailServeOptions', {
  download: property(bool, { about: 'Browsers save it instead of showing it.' }),
});

const assetKind = object(TimedThumbAsset);
export type ThumbAssetValue = ValueOf<typeof assetKind>;

const paramsKind = object(ThumbParams);
export type ThumbParamsValue = ValueOf<typeof paramsKind>;

const optionsKind = object(ThumbnailServeOptions);
export type ThumbnailServeOptionsValue = ValueOf<typeof optionsKind>;
