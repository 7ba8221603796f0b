import { enumType } from './kinds.ts';

export const ContextType = enumType('KalturaContextType', {
  PLAY: '1',
  DOWNLOAD: '2',
  THUMBNAIL: '3',
  METADATA: '4',
  EXPORT: '5',
  SERVE: '6',
});

export const RuleActionType = enumType('KalturaRuleActionType', {
  BLOCK: '1',
  PREVIEW: '2',
  LIMIT_FLAVORS: '3',
  ADD_TO_STORAGE: '4',
  LIMIT_DELIVERY_PROFILES: '5',
  SERVE_FROM_REMOTE_SERVER: '6',
  REQUEST_HOST_REGEX: '7',
  LIMIT_THUMBNAIL_CAPTURE: '8',
  DRM_POLICY: 'drm.DRM_POLICY',
  ADD_ENTRY_VENDOR_TASK: 'reach.ADD_ENTRY_VENDOR_TASK',
});

export const DrmSchemeName = enumType('KalturaDrmSchemeName', {
  PLAYREADY_CENC: 'drm.PLAYREADY_CENC',
  WIDEVINE_CENC: 'drm.WIDEVINE_CENC',
  FAIRPLAY: 'fairplay.FAIRPLAY',
  PLAYREADY: 'playReady.PLAYREADY',
  WIDEVINE: 'widevine.WIDEVINE',
});

export const FlavorAssetStatus = enumType('KalturaFlavorAssetStatus', {
  QUEUED: 0,
  CONVERTING: 1,
  READY: 2,
  DELETED: 3,
  NOT_APPLICABLE: 4,
  TEMP: 5,
  WAIT_FOR_CONVERT: 6,
  IMPORTING: 7,
  VALIDATING: 8,
  EXPORTING: 9,
});
