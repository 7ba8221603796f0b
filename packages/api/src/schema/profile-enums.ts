import { enumType } from './kinds.ts';

/** Enumerations of conversion profiles, flavors, configurations and widgets. */

export const ConversionProfileType = enumType('KalturaConversionProfileType', {
  MEDIA: '1',
  LIVE_STREAM: '2',
});

export const ConversionProfileStatus = enumType('KalturaConversionProfileStatus', {
  DISABLED: '1',
  ENABLED: '2',
  DELETED: '3',
});

export const AssetParamsOrigin = enumType('KalturaAssetParamsOrigin', {
  CONVERT: 0,
  INGEST: 1,
  CONVERT_WHEN_MISSING: 2,
});

export const FlavorReadyBehaviorType = enumType('KalturaFlavorReadyBehaviorType', {
  NO_IMPACT: 0,
  REQUIRED: 1,
  OPTIONAL: 2,
});

export const AssetParamsDeletePolicy = enumType('KalturaAssetParamsDeletePolicy', {
  KEEP: 0,
  DELETE: 1,
});

export const MediaParserType = enumType('KalturaMediaParserType', {
  MEDIAINFO: '0',
  FFMPEG: '1',
  REMOTE_MEDIAINFO: 'remoteMediaInfo.RemoteMediaInfo',
});

export const VideoCodec = enumType('KalturaVideoCodec', {
  NONE: '',
  APCH: 'apch',
  APCN: 'apcn',
  APCO: 'apco',
  APCS: 'apcs',
  AV1: 'av1',
  COPY: 'copy',
  DNXHD: 'dnxhd',
  DV: 'dv',
  FLV: 'flv',
  H263: 'h263',
  H264: 'h264',
  H264B: 'h264b',
  H264H: 'h264h',
  H264M: 'h264m',
  H265: 'h265',
  MPEG2: 'mpeg2',
  MPEG4: 'mpeg4',
  THEORA: 'theora',
  VP6: 'vp6',
  VP8: 'vp8',
  VP9: 'vp9',
  WMV2: 'wmv2',
  WMV3: 'wmv3',
  WVC1A: 'wvc1a',
});

export const AudioCodec = enumType('KalturaAudioCodec', {
  NONE: '',
  AAC: 'aac',
  AACHE: 'aache',
  AC3: 'ac3',
  AMRNB: 'amrnb',
  COPY: 'copy',
  EAC3: 'eac3',
  MP3: 'mp3',
  MPEG2: 'mpeg2',
  PCM: 'pcm',
  VORBIS: 'vorbis',
  WMA: 'wma',
  WMAPRO: 'wmapro',
});

export const ContainerFormat = enumType('KalturaContainerFormat', {
  _3GP: '3gp',
  APPLEHTTP: 'applehttp',
  AVI: 'avi',
  BIF: 'bif',
  BMP: 'bmp',
  COPY: 'copy',
  FLV: 'flv',
  HLS: 'hls',
  ISMA: 'isma',
  ISMV: 'ismv',
  JPG: 'jpg',
  M2TS: 'm2ts',
  M4V: 'm4v',
  MKV: 'mkv',
  MOV: 'mov',
  MP3: 'mp3',
  MP4: 'mp4',
  MPEG: 'mpeg',
  MPEGTS: 'mpegts',
  MXF: 'mxf',
  OGG: 'ogg',
  OGV: 'ogv',
  PDF: 'pdf',
  PNG: 'png',
  SWF: 'swf',
  WAV: 'wav',
  WEBM: 'webm',
  WMA: 'wma',
  WMV: 'wmv',
  WVM: 'wvm',
});

export const UiConfObjType = enumType('KalturaUiConfObjType', {
  PLAYER: 1,
  CONTRIBUTION_WIZARD: 2,
  SIMPLE_EDITOR: 3,
  ADVANCED_EDITOR: 4,
  PLAYLIST: 5,
  APP_STUDIO: 6,
  KRECORD: 7,
  PLAYER_V3: 8,
  KMC_ACCOUNT: 9,
  KMC_ANALYTICS: 10,
  KMC_CONTENT: 11,
  KMC_DASHBOARD: 12,
  KMC_LOGIN: 13,
  PLAYER_SL: 14,
  CLIENTSIDE_ENCODER: 15,
  KMC_GENERAL: 16,
  KMC_ROLES_AND_PERMISSIONS: 17,
  CLIPPER: 18,
  KSR: 19,
  KUPLOAD: 20,
  WEBCASTING: 21,
  SAP: 22,
  REELS: 23,
});

export const UiConfCreationMode = enumType('KalturaUiConfCreationMode', {
  WIZARD: 2,
  ADVANCED: 3,
  SYSTEM: 4,
});

export const WidgetSecurityType = enumType('KalturaWidgetSecurityType', {
  NONE: 1,
  TIMEHASH: 2,
});
