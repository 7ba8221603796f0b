import { Filter } from './filter.ts';
import {
  arrayOf,
  bool,
  enumOf,
  float,
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
import { AudioCodec, ContainerFormat, MediaParserType, VideoCodec } from './profile-enums.ts';

/** KalturaFlavorParams and its kinds: what one rendition of a video, a live stream or a document looks like. */

export const AssetParams = objectType(
  'KalturaAssetParams',
  {
    id: readOnly(int),
    partnerId: readOnly(int, { about: '0 where every account has it.' }),
    name: property(text, { maxLength: 128 }),
    systemName: property(text, { maxLength: 128 }),
    description: property(text, { maxLength: 1024 }),
    createdAt: readOnly(time),
    isSystemDefault: readOnly(nullableBoolean, { about: 'Whether every account has it.' }),
    tags: property(text, {
      maxLength: 1024,
      about: 'Comma-separated; “ingest” and “source” mean that the encoder sends it.',
    }),
    mediaParserType: property(enumOf(MediaParserType)),
    sourceAssetParamsIds: property(text, { maxLength: 1024 }),
  },
  { isAbstract: true },
);

const size = (about: string) => property(int, { minValue: 0, maxValue: 16_384, about });

export const FlavorParams = subtype(
  AssetParams,
  'KalturaFlavorParams',
  {
    videoCodec: property(enumOf(VideoCodec)),
    videoBitrate: property(int, { minValue: 0, maxValue: 1_000_000, about: 'In kbit/s.' }),
    audioCodec: property(enumOf(AudioCodec)),
    audioBitrate: property(int, { minValue: 0, maxValue: 10_000, about: 'In kbit/s.' }),
    audioChannels: property(int, { minValue: 0, maxValue: 64 }),
    audioSampleRate: property(int, { minValue: 0, maxValue: 768_000, about: 'In Hz.' }),
    width: size('In pixels; 0 follows from the height and the picture’s shape.'),
    height: size('In pixels; 0 follows from the width and the picture’s shape.'),
    frameRate: property(float, {
      minValue: 0,
      maxValue: 1000,
      about: 'Per second; 0 as it comes.',
    }),
    gopSize: property(int, { minValue: 0 }),
    conversionEngines: property(text, { maxLength: 1024 }),
    conversionEnginesExtraParams: property(text, { maxLength: 4096 }),
    twoPass: property(bool),
    deinterlice: property(int),
    rotate: property(int),
    operators: property(text, { maxLength: 4096 }),
    engineVersion: property(int),
    format: property(enumOf(ContainerFormat)),
    aspectRatioProcessingMode: property(int),
    forceFrameToMultiplication16: property(int),
    isGopInSec: property(int),
    isAvoidVideoShrinkFramesizeToSource: property(int),
    isAvoidVideoShrinkBitrateToSource: property(int),
    isVideoFrameRateForLowBrAppleHls: property(int),
    multiStream: property(text, { maxLength: 4096 }),
    anamorphicPixels: property(float),
    isAvoidForcedKeyFrames: property(int),
    forcedKeyFramesMode: property(int),
    isCropIMX: property(int),
    optimizationPolicy: property(int),
    maxFrameRate: property(int),
    videoConstantBitrate: property(int),
    videoBitrateTolerance: property(int),
    watermarkData: property(text, { maxLength: 4096 }),
    subtitlesData: property(text, { maxLength: 4096 }),
    cropData: property(text, { maxLength: 4096 }),
    isEncrypted: property(int),
    contentAwareness: property(float),
    chunkedEncodeMode: property(int),
    clipOffset: property(int),
    clipDuration: property(int),
  },
  { about: 'How one rendition looks. It describes: nothing is converted by it yet.' },
);

export const LiveParams = subtype(
  FlavorParams,
  'KalturaLiveParams',
  {
    streamSuffix: property(text, {
      maxLength: 64,
      about: 'What the encoder puts behind the entry’s id in the name of this stream.',
    }),
  },
  { about: 'One rendition of a live stream.' },
);

export const MediaFlavorParams = subtype(FlavorParams, 'KalturaMediaFlavorParams', {});

export const DocumentFlavorParams = subtype(FlavorParams, 'KalturaDocumentFlavorParams', {});

export const ImageFlavorParams = subtype(FlavorParams, 'KalturaImageFlavorParams', {
  densityWidth: property(int),
  densityHeight: property(int),
  sizeWidth: property(int),
  sizeHeight: property(int),
  depth: property(int),
});

export const PdfFlavorParams = subtype(FlavorParams, 'KalturaPdfFlavorParams', {
  readonly: property(bool),
});

export const SwfFlavorParams = subtype(FlavorParams, 'KalturaSwfFlavorParams', {
  flashVersion: property(int),
  poly2Bitmap: property(bool),
});

export const AssetParamsFilter = subtype(Filter, 'KalturaAssetParamsFilter', {
  idEqual: property(int),
  idIn: property(text),
  systemNameEqual: property(text),
  systemNameIn: property(text),
  isSystemDefaultEqual: property(nullableBoolean),
  tagsEqual: property(text),
});

export const FlavorParamsFilter = subtype(AssetParamsFilter, 'KalturaFlavorParamsFilter', {
  formatEqual: property(enumOf(ContainerFormat)),
});

export const LiveParamsFilter = subtype(FlavorParamsFilter, 'KalturaLiveParamsFilter', {});

export const FlavorParamsListResponse = objectType('KalturaFlavorParamsListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(FlavorParams)),
});

const flavorParamsKind = object(FlavorParams);
const flavorParamsFilterKind = object(FlavorParamsFilter);

export type FlavorParamsValue = ValueOf<typeof flavorParamsKind>;
export type FlavorParamsFilterValue = ValueOf<typeof flavorParamsFilterKind>;
