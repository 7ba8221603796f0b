import { Filter } from './filter.ts';
import { AssetParamsFilter } from './flavor-params.ts';
import {
  arrayOf,
  bool,
  enumOf,
  float,
  insertOnly,
  int,
  nullableBoolean,
  object,
  objectType,
  property,
  readOnly,
  subtype,
  text,
  time,
  type ValueOf,
} from './kinds.ts';
import {
  AssetParamsDeletePolicy,
  AssetParamsOrigin,
  ConversionProfileStatus,
  ConversionProfileType,
  FlavorReadyBehaviorType,
  MediaParserType,
} from './profile-enums.ts';

/** KalturaConversionProfile, and how it uses each of its flavors. */

export const CropDimensions = objectType('KalturaCropDimensions', {
  left: property(int),
  top: property(int),
  width: property(int),
  height: property(int),
});

export const ConversionProfile = objectType(
  'KalturaConversionProfile',
  {
    id: readOnly(int),
    partnerId: readOnly(int),
    status: property(enumOf(ConversionProfileStatus), {
      about: 'A disabled profile stays with the entries that have it, and no other entry gets it.',
    }),
    type: insertOnly(enumOf(ConversionProfileType), {
      about: '1 for uploaded media and documents, 2 for live streams.',
    }),
    name: property(text, { maxLength: 128 }),
    systemName: property(text, { maxLength: 128, about: 'Once in an account.' }),
    tags: property(text, { maxLength: 1024 }),
    description: property(text, { maxLength: 1024 }),
    defaultEntryId: property(text, { maxLength: 32 }),
    createdAt: readOnly(time),
    flavorParamsIds: property(text, {
      maxLength: 1024,
      about: 'Comma-separated ids of flavors, the account’s own or those of every account.',
    }),
    isDefault: property(nullableBoolean, {
      about: 'True makes it the default of its type; false changes nothing.',
    }),
    isPartnerDefault: readOnly(bool),
    cropDimensions: property(object(CropDimensions)),
    clipStart: property(int),
    clipDuration: property(int),
    xslTransformation: property(text, { maxLength: 16_384 }),
    storageProfileId: property(int),
    mediaParserType: property(enumOf(MediaParserType)),
    calculateComplexity: property(nullableBoolean),
    collectionTags: property(text, { maxLength: 1024 }),
    conditionalProfiles: property(text, { maxLength: 16_384 }),
    detectGOP: property(int),
    mediaInfoXslTransformation: property(text, { maxLength: 16_384 }),
    defaultAudioLang: property(text, { maxLength: 64 }),
    deliveryTag: property(text, { maxLength: 128 }),
  },
  { about: 'Which renditions are made of what comes in, or passed on as they come.' },
);

export const ConversionProfileFilter = subtype(Filter, 'KalturaConversionProfileFilter', {
  idEqual: property(int),
  idIn: property(text),
  statusEqual: property(enumOf(ConversionProfileStatus)),
  statusIn: property(text),
  typeEqual: property(enumOf(ConversionProfileType)),
  typeIn: property(text),
  nameEqual: property(text),
  systemNameEqual: property(text),
  systemNameIn: property(text),
  tagsMultiLikeOr: property(text),
  tagsMultiLikeAnd: property(text),
  defaultEntryIdEqual: property(text),
  defaultEntryIdIn: property(text),
});

export const ConversionProfileListResponse = objectType('KalturaConversionProfileListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(ConversionProfile)),
});

export const ConversionProfileAssetParams = objectType(
  'KalturaConversionProfileAssetParams',
  {
    conversionProfileId: readOnly(int),
    assetParamsId: readOnly(int),
    readyBehavior: property(enumOf(FlavorReadyBehaviorType)),
    origin: property(enumOf(AssetParamsOrigin), {
      about:
        '0 it is made here, 1 the encoder sends it, 2 it is made where the encoder sends none.',
    }),
    systemName: property(text, { maxLength: 128 }),
    forceNoneComplied: property(nullableBoolean),
    deletePolicy: property(enumOf(AssetParamsDeletePolicy)),
    isEncrypted: property(nullableBoolean),
    contentAwareness: property(float),
    chunkedEncodeMode: property(int),
    twoPass: property(nullableBoolean),
    tags: property(text, { maxLength: 1024 }),
    overloadParams: property(text, { maxLength: 4096 }),
  },
  { about: 'How a conversion profile uses one of its flavors.' },
);

export const ConversionProfileAssetParamsFilter = subtype(
  Filter,
  'KalturaConversionProfileAssetParamsFilter',
  {
    conversionProfileIdEqual: property(int),
    conversionProfileIdIn: property(text),
    assetParamsIdEqual: property(int),
    assetParamsIdIn: property(text),
    readyBehaviorEqual: property(enumOf(FlavorReadyBehaviorType)),
    readyBehaviorIn: property(text),
    originEqual: property(enumOf(AssetParamsOrigin)),
    originIn: property(text),
    systemNameEqual: property(text),
    systemNameIn: property(text),
    conversionProfileIdFilter: property(object(ConversionProfileFilter), {
      about: 'Only of profiles that match.',
    }),
    assetParamsIdFilter: property(object(AssetParamsFilter), {
      about: 'Only of flavors that match.',
    }),
  },
);

export const ConversionProfileAssetParamsListResponse = objectType(
  'KalturaConversionProfileAssetParamsListResponse',
  {
    totalCount: readOnly(int),
    objects: readOnly(arrayOf(ConversionProfileAssetParams)),
  },
);

const profileKind = object(ConversionProfile);
const profileFilterKind = object(ConversionProfileFilter);
const assetParamsKind = object(ConversionProfileAssetParams);
const assetParamsFilterKind = object(ConversionProfileAssetParamsFilter);

export type ConversionProfileValue = ValueOf<typeof profileKind>;
export type ConversionProfileFilterValue = ValueOf<typeof profileFilterKind>;
export type ConversionProfileAssetParamsValue = ValueOf<typeof assetParamsKind>;
export type ConversionProfileAssetParamsFilterValue = ValueOf<typeof assetParamsFilterKind>;
