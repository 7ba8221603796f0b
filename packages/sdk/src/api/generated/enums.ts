// Made of the API’s catalogue by `npm run docs`: changes here are lost.

export const KalturaAdProtocolType = {
  CUSTOM: '0',
  VAST: '1',
  VAST_2_0: '2',
  VPAID: '3',
} as const;
export type KalturaAdProtocolType = (typeof KalturaAdProtocolType)[keyof typeof KalturaAdProtocolType];

export const KalturaAdType = {
  VIDEO: '1',
  OVERLAY: '2',
} as const;
export type KalturaAdType = (typeof KalturaAdType)[keyof typeof KalturaAdType];

export const KalturaAppTokenHashType = {
  MD5: 'MD5',
  SHA1: 'SHA1',
  SHA256: 'SHA256',
  SHA512: 'SHA512',
} as const;
export type KalturaAppTokenHashType = (typeof KalturaAppTokenHashType)[keyof typeof KalturaAppTokenHashType];

export const KalturaAppTokenStatus = {
  DISABLED: 1,
  ACTIVE: 2,
  DELETED: 3,
} as const;
export type KalturaAppTokenStatus = (typeof KalturaAppTokenStatus)[keyof typeof KalturaAppTokenStatus];

export const KalturaAppearInListType = {
  PARTNER_ONLY: 1,
  CATEGORY_MEMBERS_ONLY: 3,
} as const;
export type KalturaAppearInListType = (typeof KalturaAppearInListType)[keyof typeof KalturaAppearInListType];

export const KalturaAssetParamsDeletePolicy = {
  KEEP: 0,
  DELETE: 1,
} as const;
export type KalturaAssetParamsDeletePolicy = (typeof KalturaAssetParamsDeletePolicy)[keyof typeof KalturaAssetParamsDeletePolicy];

export const KalturaAssetParamsOrigin = {
  CONVERT: 0,
  INGEST: 1,
  CONVERT_WHEN_MISSING: 2,
} as const;
export type KalturaAssetParamsOrigin = (typeof KalturaAssetParamsOrigin)[keyof typeof KalturaAssetParamsOrigin];

export const KalturaAudioCodec = {
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
} as const;
export type KalturaAudioCodec = (typeof KalturaAudioCodec)[keyof typeof KalturaAudioCodec];

export const KalturaAuditTrailAction = {
  CHANGED: 'CHANGED',
  CONTENT_VIEWED: 'CONTENT_VIEWED',
  COPIED: 'COPIED',
  CREATED: 'CREATED',
  DELETED: 'DELETED',
  FILE_SYNC_CREATED: 'FILE_SYNC_CREATED',
  RELATION_ADDED: 'RELATION_ADDED',
  RELATION_REMOVED: 'RELATION_REMOVED',
  VIEWED: 'VIEWED',
} as const;
export type KalturaAuditTrailAction = (typeof KalturaAuditTrailAction)[keyof typeof KalturaAuditTrailAction];

export const KalturaAuditTrailContext = {
  CLIENT: -1,
  SCRIPT: 0,
  PS2: 1,
  API_V3: 2,
} as const;
export type KalturaAuditTrailContext = (typeof KalturaAuditTrailContext)[keyof typeof KalturaAuditTrailContext];

export const KalturaAuditTrailObjectType = {
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
} as const;
export type KalturaAuditTrailObjectType = (typeof KalturaAuditTrailObjectType)[keyof typeof KalturaAuditTrailObjectType];

export const KalturaAuditTrailStatus = {
  PENDING: 1,
  READY: 2,
  FAILED: 3,
} as const;
export type KalturaAuditTrailStatus = (typeof KalturaAuditTrailStatus)[keyof typeof KalturaAuditTrailStatus];

export const KalturaBaseEntryCloneOptions = {
  USERS: '1',
  CATEGORIES: '2',
  CHILD_ENTRIES: '3',
  ACCESS_CONTROL: '4',
  METADATA: '5',
  FLAVORS: '6',
  CAPTIONS: '7',
  AD_CUE_POINTS: 'adCuePoint.AD_CUE_POINTS',
  ANNOTATION_CUE_POINTS: 'annotation.ANNOTATION_CUE_POINTS',
  CODE_CUE_POINTS: 'codeCuePoint.CODE_CUE_POINTS',
  SESSION_CUE_POINTS: 'sessionCuePoint.SESSION_CUE_POINTS',
  THUMB_CUE_POINTS: 'thumbCuePoint.THUMB_CUE_POINTS',
} as const;
export type KalturaBaseEntryCloneOptions = (typeof KalturaBaseEntryCloneOptions)[keyof typeof KalturaBaseEntryCloneOptions];

export const KalturaBeaconIndexType = {
  STATE: 'State',
  LOG: 'Log',
} as const;
export type KalturaBeaconIndexType = (typeof KalturaBeaconIndexType)[keyof typeof KalturaBeaconIndexType];

export const KalturaBeaconObjectTypes = {
  SCHEDULE_RESOURCE_BEACON: '1',
  ENTRY_SERVER_NODE_BEACON: '2',
  SERVER_NODE_BEACON: '3',
  ENTRY_BEACON: '4',
} as const;
export type KalturaBeaconObjectTypes = (typeof KalturaBeaconObjectTypes)[keyof typeof KalturaBeaconObjectTypes];

export const KalturaCategoryEntryStatus = {
  PENDING: 1,
  ACTIVE: 2,
  DELETED: 3,
  REJECTED: 4,
} as const;
export type KalturaCategoryEntryStatus = (typeof KalturaCategoryEntryStatus)[keyof typeof KalturaCategoryEntryStatus];

export const KalturaCategoryOrderBy = {
  CREATED_AT_ASC: '+createdAt',
  CREATED_AT_DESC: '-createdAt',
  DEPTH_ASC: '+depth',
  DEPTH_DESC: '-depth',
  DIRECT_ENTRIES_COUNT_ASC: '+directEntriesCount',
  DIRECT_ENTRIES_COUNT_DESC: '-directEntriesCount',
  DIRECT_SUB_CATEGORIES_COUNT_ASC: '+directSubCategoriesCount',
  DIRECT_SUB_CATEGORIES_COUNT_DESC: '-directSubCategoriesCount',
  ENTRIES_COUNT_ASC: '+entriesCount',
  ENTRIES_COUNT_DESC: '-entriesCount',
  FULL_NAME_ASC: '+fullName',
  FULL_NAME_DESC: '-fullName',
  MEMBERS_COUNT_ASC: '+membersCount',
  MEMBERS_COUNT_DESC: '-membersCount',
  NAME_ASC: '+name',
  NAME_DESC: '-name',
  PARTNER_SORT_VALUE_ASC: '+partnerSortValue',
  PARTNER_SORT_VALUE_DESC: '-partnerSortValue',
  UPDATED_AT_ASC: '+updatedAt',
  UPDATED_AT_DESC: '-updatedAt',
} as const;
export type KalturaCategoryOrderBy = (typeof KalturaCategoryOrderBy)[keyof typeof KalturaCategoryOrderBy];

export const KalturaCategoryStatus = {
  UPDATING: 1,
  ACTIVE: 2,
  DELETED: 3,
  PURGED: 4,
} as const;
export type KalturaCategoryStatus = (typeof KalturaCategoryStatus)[keyof typeof KalturaCategoryStatus];

export const KalturaCategoryUserPermissionLevel = {
  MANAGER: 0,
  MODERATOR: 1,
  CONTRIBUTOR: 2,
  MEMBER: 3,
  NONE: 4,
} as const;
export type KalturaCategoryUserPermissionLevel = (typeof KalturaCategoryUserPermissionLevel)[keyof typeof KalturaCategoryUserPermissionLevel];

export const KalturaCategoryUserStatus = {
  ACTIVE: 1,
  PENDING: 2,
  NOT_ACTIVE: 3,
  DELETED: 4,
} as const;
export type KalturaCategoryUserStatus = (typeof KalturaCategoryUserStatus)[keyof typeof KalturaCategoryUserStatus];

export const KalturaCloneComponentSelectorType = {
  INCLUDE_COMPONENT: '0',
  EXCLUDE_COMPONENT: '1',
} as const;
export type KalturaCloneComponentSelectorType = (typeof KalturaCloneComponentSelectorType)[keyof typeof KalturaCloneComponentSelectorType];

export const KalturaCommercialUseType = {
  NON_COMMERCIAL_USE: 0,
  COMMERCIAL_USE: 1,
} as const;
export type KalturaCommercialUseType = (typeof KalturaCommercialUseType)[keyof typeof KalturaCommercialUseType];

export const KalturaContainerFormat = {
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
} as const;
export type KalturaContainerFormat = (typeof KalturaContainerFormat)[keyof typeof KalturaContainerFormat];

export const KalturaContextType = {
  PLAY: '1',
  DOWNLOAD: '2',
  THUMBNAIL: '3',
  METADATA: '4',
  EXPORT: '5',
  SERVE: '6',
} as const;
export type KalturaContextType = (typeof KalturaContextType)[keyof typeof KalturaContextType];

export const KalturaContributionPolicyType = {
  ALL: 1,
  MEMBERS_WITH_CONTRIBUTION_PERMISSION: 2,
} as const;
export type KalturaContributionPolicyType = (typeof KalturaContributionPolicyType)[keyof typeof KalturaContributionPolicyType];

export const KalturaConversionProfileStatus = {
  DISABLED: '1',
  ENABLED: '2',
  DELETED: '3',
} as const;
export type KalturaConversionProfileStatus = (typeof KalturaConversionProfileStatus)[keyof typeof KalturaConversionProfileStatus];

export const KalturaConversionProfileType = {
  MEDIA: '1',
  LIVE_STREAM: '2',
} as const;
export type KalturaConversionProfileType = (typeof KalturaConversionProfileType)[keyof typeof KalturaConversionProfileType];

export const KalturaCuePointStatus = {
  READY: 1,
  DELETED: 2,
  HANDLED: 3,
  PENDING: 4,
} as const;
export type KalturaCuePointStatus = (typeof KalturaCuePointStatus)[keyof typeof KalturaCuePointStatus];

export const KalturaCuePointType = {
  AD: 'adCuePoint.Ad',
  ANNOTATION: 'annotation.Annotation',
  CODE: 'codeCuePoint.Code',
  EVENT: 'eventCuePoint.Event',
  QUIZ_ANSWER: 'quiz.QUIZ_ANSWER',
  QUIZ_QUESTION: 'quiz.QUIZ_QUESTION',
  SESSION: 'sessionCuePoint.Session',
  THUMB: 'thumbCuePoint.Thumb',
} as const;
export type KalturaCuePointType = (typeof KalturaCuePointType)[keyof typeof KalturaCuePointType];

export const KalturaDVRStatus = {
  DISABLED: 0,
  ENABLED: 1,
} as const;
export type KalturaDVRStatus = (typeof KalturaDVRStatus)[keyof typeof KalturaDVRStatus];

export const KalturaDocumentType = {
  DOCUMENT: 11,
  SWF: 12,
  PDF: 13,
} as const;
export type KalturaDocumentType = (typeof KalturaDocumentType)[keyof typeof KalturaDocumentType];

export const KalturaDrmSchemeName = {
  PLAYREADY_CENC: 'drm.PLAYREADY_CENC',
  WIDEVINE_CENC: 'drm.WIDEVINE_CENC',
  FAIRPLAY: 'fairplay.FAIRPLAY',
  PLAYREADY: 'playReady.PLAYREADY',
  WIDEVINE: 'widevine.WIDEVINE',
} as const;
export type KalturaDrmSchemeName = (typeof KalturaDrmSchemeName)[keyof typeof KalturaDrmSchemeName];

export const KalturaDurationType = {
  LONG: 'long',
  MEDIUM: 'medium',
  NOT_AVAILABLE: 'notavailable',
  SHORT: 'short',
} as const;
export type KalturaDurationType = (typeof KalturaDurationType)[keyof typeof KalturaDurationType];

export const KalturaEntryApplication = {
  KMC: '0',
  KMS: '1',
  KAF: '2',
  PITCH: '3',
  KMS_GO: '4',
  WEBCAST_APP: '5',
  PERSONAL_CAPTURE: '6',
  KALTURA_MEETING: '7',
  EP: '8',
  CONTENT_LAB: '9',
} as const;
export type KalturaEntryApplication = (typeof KalturaEntryApplication)[keyof typeof KalturaEntryApplication];

export const KalturaEntryDisplayInSearchType = {
  RECYCLED: -2,
  SYSTEM: -1,
  NONE: 0,
  PARTNER_ONLY: 1,
  KALTURA_NETWORK: 2,
} as const;
export type KalturaEntryDisplayInSearchType = (typeof KalturaEntryDisplayInSearchType)[keyof typeof KalturaEntryDisplayInSearchType];

export const KalturaEntryModerationStatus = {
  PENDING_MODERATION: 1,
  APPROVED: 2,
  REJECTED: 3,
  DELETED: 4,
  FLAGGED_FOR_REVIEW: 5,
  AUTO_APPROVED: 6,
} as const;
export type KalturaEntryModerationStatus = (typeof KalturaEntryModerationStatus)[keyof typeof KalturaEntryModerationStatus];

export const KalturaEntryReplacementStatus = {
  NONE: '0',
  APPROVED_BUT_NOT_READY: '1',
  READY_BUT_NOT_APPROVED: '2',
  NOT_READY_AND_NOT_APPROVED: '3',
  FAILED: '4',
} as const;
export type KalturaEntryReplacementStatus = (typeof KalturaEntryReplacementStatus)[keyof typeof KalturaEntryReplacementStatus];

export const KalturaEntryServerNodeRecordingStatus = {
  STOPPED: 0,
  ON_GOING: 1,
  DONE: 2,
  DISMISSED: 3,
} as const;
export type KalturaEntryServerNodeRecordingStatus = (typeof KalturaEntryServerNodeRecordingStatus)[keyof typeof KalturaEntryServerNodeRecordingStatus];

export const KalturaEntryServerNodeStatus = {
  ERROR: -1,
  STOPPED: 0,
  PLAYABLE: 1,
  BROADCASTING: 2,
  AUTHENTICATED: 3,
  MARKED_FOR_DELETION: 4,
  TASK_PENDING: 5,
  TASK_QUEUED: 6,
  TASK_PROCESSING: 7,
  TASK_UPLOADING: 8,
  TASK_FINISHED: 9,
} as const;
export type KalturaEntryServerNodeStatus = (typeof KalturaEntryServerNodeStatus)[keyof typeof KalturaEntryServerNodeStatus];

export const KalturaEntryServerNodeType = {
  LIVE_PRIMARY: '0',
  LIVE_BACKUP: '1',
  LIVE_CLIPPING_TASK: '2',
} as const;
export type KalturaEntryServerNodeType = (typeof KalturaEntryServerNodeType)[keyof typeof KalturaEntryServerNodeType];

export const KalturaEntryStatus = {
  ERROR_IMPORTING: '-2',
  ERROR_CONVERTING: '-1',
  IMPORT: '0',
  PRECONVERT: '1',
  READY: '2',
  DELETED: '3',
  PENDING: '4',
  MODERATE: '5',
  BLOCKED: '6',
  NO_CONTENT: '7',
  INFECTED: 'virusScan.Infected',
  SCAN_FAILURE: 'virusScan.ScanFailure',
} as const;
export type KalturaEntryStatus = (typeof KalturaEntryStatus)[keyof typeof KalturaEntryStatus];

export const KalturaEntryType = {
  AUTOMATIC: '-1',
  MEDIA_CLIP: '1',
  MIX: '2',
  PLAYLIST: '5',
  DATA: '6',
  LIVE_STREAM: '7',
  LIVE_CHANNEL: '8',
  DOCUMENT: '10',
  ROOM: 'room.room',
  EXTERNAL_MEDIA: 'externalMedia.externalMedia',
  CONFERENCE_ENTRY_SERVER: 'conference.CONFERENCE_ENTRY_SERVER',
  SIP_ENTRY_SERVER: 'sip.SIP_ENTRY_SERVER',
} as const;
export type KalturaEntryType = (typeof KalturaEntryType)[keyof typeof KalturaEntryType];

export const KalturaEventNotificationTemplateStatus = {
  DISABLED: 1,
  ACTIVE: 2,
  DELETED: 3,
} as const;
export type KalturaEventNotificationTemplateStatus = (typeof KalturaEventNotificationTemplateStatus)[keyof typeof KalturaEventNotificationTemplateStatus];

export const KalturaEventNotificationTemplateType = {
  BOOLEAN: 'booleanNotification.Boolean',
  BPM_ABORT: 'businessProcessNotification.BusinessProcessAbort',
  BPM_SIGNAL: 'businessProcessNotification.BusinessProcessSignal',
  BPM_START: 'businessProcessNotification.BusinessProcessStart',
  EMAIL: 'emailNotification.Email',
  HTTP: 'httpNotification.Http',
  KAFKA: 'kafkaNotification.Kafka',
  PUSH: 'pushNotification.Push',
} as const;
export type KalturaEventNotificationTemplateType = (typeof KalturaEventNotificationTemplateType)[keyof typeof KalturaEventNotificationTemplateType];

export const KalturaEventType = {
  BROADCAST_START: '1',
  BROADCAST_END: '2',
} as const;
export type KalturaEventType = (typeof KalturaEventType)[keyof typeof KalturaEventType];

export const KalturaFlavorAssetStatus = {
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
} as const;
export type KalturaFlavorAssetStatus = (typeof KalturaFlavorAssetStatus)[keyof typeof KalturaFlavorAssetStatus];

export const KalturaFlavorReadyBehaviorType = {
  NO_IMPACT: 0,
  REQUIRED: 1,
  OPTIONAL: 2,
} as const;
export type KalturaFlavorReadyBehaviorType = (typeof KalturaFlavorReadyBehaviorType)[keyof typeof KalturaFlavorReadyBehaviorType];

export const KalturaGender = {
  UNKNOWN: 0,
  MALE: 1,
  FEMALE: 2,
} as const;
export type KalturaGender = (typeof KalturaGender)[keyof typeof KalturaGender];

export const KalturaInheritanceType = {
  INHERIT: 1,
  MANUAL: 2,
} as const;
export type KalturaInheritanceType = (typeof KalturaInheritanceType)[keyof typeof KalturaInheritanceType];

export const KalturaLicenseType = {
  UNKNOWN: -1,
  NONE: 0,
  COPYRIGHTED: 1,
  PUBLIC_DOMAIN: 2,
  CREATIVECOMMONS_ATTRIBUTION: 3,
  CREATIVECOMMONS_ATTRIBUTION_SHARE_ALIKE: 4,
  CREATIVECOMMONS_ATTRIBUTION_NO_DERIVATIVES: 5,
  CREATIVECOMMONS_ATTRIBUTION_NON_COMMERCIAL: 6,
  CREATIVECOMMONS_ATTRIBUTION_NON_COMMERCIAL_SHARE_ALIKE: 7,
  CREATIVECOMMONS_ATTRIBUTION_NON_COMMERCIAL_NO_DERIVATIVES: 8,
  GFDL: 9,
  GPL: 10,
  AFFERO_GPL: 11,
  LGPL: 12,
  BSD: 13,
  APACHE: 14,
  MOZILLA: 15,
} as const;
export type KalturaLicenseType = (typeof KalturaLicenseType)[keyof typeof KalturaLicenseType];

export const KalturaLivePublishStatus = {
  DISABLED: 0,
  ENABLED: 1,
} as const;
export type KalturaLivePublishStatus = (typeof KalturaLivePublishStatus)[keyof typeof KalturaLivePublishStatus];

export const KalturaLiveStatsEventType = {
  LIVE: 1,
  DVR: 2,
} as const;
export type KalturaLiveStatsEventType = (typeof KalturaLiveStatsEventType)[keyof typeof KalturaLiveStatsEventType];

export const KalturaLiveStreamBroadcastStatus = {
  OFFLINE: 1,
  PREVIEW: 2,
  LIVE: 3,
} as const;
export type KalturaLiveStreamBroadcastStatus = (typeof KalturaLiveStreamBroadcastStatus)[keyof typeof KalturaLiveStreamBroadcastStatus];

export const KalturaMediaParserType = {
  MEDIAINFO: '0',
  FFMPEG: '1',
  REMOTE_MEDIAINFO: 'remoteMediaInfo.RemoteMediaInfo',
} as const;
export type KalturaMediaParserType = (typeof KalturaMediaParserType)[keyof typeof KalturaMediaParserType];

export const KalturaMediaType = {
  VIDEO: 1,
  IMAGE: 2,
  AUDIO: 5,
  LIVE_STREAM_FLASH: 201,
  LIVE_STREAM_WINDOWS_MEDIA: 202,
  LIVE_STREAM_REAL_MEDIA: 203,
  LIVE_STREAM_QUICKTIME: 204,
} as const;
export type KalturaMediaType = (typeof KalturaMediaType)[keyof typeof KalturaMediaType];

export const KalturaMetadataObjectType = {
  ENTRY: '1',
  CATEGORY: '2',
  USER: '3',
  PARTNER: '4',
  DYNAMIC_OBJECT: '5',
  USER_ENTRY: '6',
  AD_CUE_POINT: 'adCuePointMetadata.AdCuePoint',
  ANNOTATION: 'annotationMetadata.Annotation',
  CODE_CUE_POINT: 'codeCuePointMetadata.CodeCuePoint',
  ANSWER_CUE_POINT: 'quiz.AnswerCuePoint',
  QUESTION_CUE_POINT: 'quiz.QuestionCuePoint',
  THUMB_CUE_POINT: 'thumbCuePointMetadata.thumbCuePoint',
} as const;
export type KalturaMetadataObjectType = (typeof KalturaMetadataObjectType)[keyof typeof KalturaMetadataObjectType];

export const KalturaMetadataProfileCreateMode = {
  API: 1,
  KMC: 2,
  APP: 3,
} as const;
export type KalturaMetadataProfileCreateMode = (typeof KalturaMetadataProfileCreateMode)[keyof typeof KalturaMetadataProfileCreateMode];

export const KalturaMetadataProfileStatus = {
  ACTIVE: 1,
  DEPRECATED: 2,
  TRANSFORMING: 3,
} as const;
export type KalturaMetadataProfileStatus = (typeof KalturaMetadataProfileStatus)[keyof typeof KalturaMetadataProfileStatus];

export const KalturaMetadataStatus = {
  VALID: 1,
  INVALID: 2,
  DELETED: 3,
} as const;
export type KalturaMetadataStatus = (typeof KalturaMetadataStatus)[keyof typeof KalturaMetadataStatus];

export const KalturaModerationFlagStatus = {
  PENDING: '1',
  MODERATED: '2',
} as const;
export type KalturaModerationFlagStatus = (typeof KalturaModerationFlagStatus)[keyof typeof KalturaModerationFlagStatus];

export const KalturaModerationFlagType = {
  SEXUAL_CONTENT: 1,
  VIOLENT_REPULSIVE: 2,
  HARMFUL_DANGEROUS: 3,
  SPAM_COMMERCIALS: 4,
  COPYRIGHT: 5,
  TERMS_OF_USE_VIOLATION: 6,
} as const;
export type KalturaModerationFlagType = (typeof KalturaModerationFlagType)[keyof typeof KalturaModerationFlagType];

export const KalturaModerationObjectType = {
  ENTRY: '2',
  USER: '3',
} as const;
export type KalturaModerationObjectType = (typeof KalturaModerationObjectType)[keyof typeof KalturaModerationObjectType];

export const KalturaNullableBoolean = {
  NULL_VALUE: -1,
  FALSE_VALUE: 0,
  TRUE_VALUE: 1,
} as const;
export type KalturaNullableBoolean = (typeof KalturaNullableBoolean)[keyof typeof KalturaNullableBoolean];

export const KalturaPartnerStatus = {
  DELETED: 0,
  ACTIVE: 1,
  BLOCKED: 2,
  FULL_BLOCK: 3,
  READ_ONLY: 4,
} as const;
export type KalturaPartnerStatus = (typeof KalturaPartnerStatus)[keyof typeof KalturaPartnerStatus];

export const KalturaPartnerType = {
  KMC: 1,
  WIKI: 100,
  WORDPRESS: 101,
  DRUPAL: 102,
  DEKIWIKI: 103,
  MOODLE: 104,
  COMMUNITY_EDITION: 105,
  JOOMLA: 106,
  BLACKBOARD: 107,
  SAKAI: 108,
  ADMIN_CONSOLE: 109,
} as const;
export type KalturaPartnerType = (typeof KalturaPartnerType)[keyof typeof KalturaPartnerType];

export const KalturaPermissionItemType = {
  API_ACTION_ITEM: 'kApiActionPermissionItem',
  API_PARAMETER_ITEM: 'kApiParameterPermissionItem',
} as const;
export type KalturaPermissionItemType = (typeof KalturaPermissionItemType)[keyof typeof KalturaPermissionItemType];

export const KalturaPermissionStatus = {
  ACTIVE: 1,
  BLOCKED: 2,
  DELETED: 3,
} as const;
export type KalturaPermissionStatus = (typeof KalturaPermissionStatus)[keyof typeof KalturaPermissionStatus];

export const KalturaPermissionType = {
  NORMAL: 1,
  SPECIAL_FEATURE: 2,
  PLUGIN: 3,
  PARTNER_GROUP: 4,
} as const;
export type KalturaPermissionType = (typeof KalturaPermissionType)[keyof typeof KalturaPermissionType];

export const KalturaPlaybackProtocol = {
  APPLE_HTTP: 'applehttp',
  APPLE_HTTP_TO_MC: 'applehttp_to_mc',
  AUTO: 'auto',
  DOWNLOAD: 'download',
  AKAMAI_HD: 'hdnetwork',
  AKAMAI_HDS: 'hdnetworkmanifest',
  HDS: 'hds',
  HLS: 'hls',
  HTTP: 'http',
  MPEG_DASH: 'mpegdash',
  MULTICAST_SL: 'multicast_silverlight',
  RTMP: 'rtmp',
  RTSP: 'rtsp',
  SILVER_LIGHT: 'sl',
  URL: 'url',
} as const;
export type KalturaPlaybackProtocol = (typeof KalturaPlaybackProtocol)[keyof typeof KalturaPlaybackProtocol];

export const KalturaPrivacyType = {
  ALL: 1,
  AUTHENTICATED_USERS: 2,
  MEMBERS_ONLY: 3,
} as const;
export type KalturaPrivacyType = (typeof KalturaPrivacyType)[keyof typeof KalturaPrivacyType];

export const KalturaRecordStatus = {
  DISABLED: 0,
  APPENDED: 1,
  PER_SESSION: 2,
} as const;
export type KalturaRecordStatus = (typeof KalturaRecordStatus)[keyof typeof KalturaRecordStatus];

export const KalturaRecordingStatus = {
  STOPPED: 0,
  PAUSED: 1,
  ACTIVE: 2,
  DISABLED: 3,
} as const;
export type KalturaRecordingStatus = (typeof KalturaRecordingStatus)[keyof typeof KalturaRecordingStatus];

export const KalturaResponseProfileStatus = {
  DISABLED: 1,
  ENABLED: 2,
  DELETED: 3,
} as const;
export type KalturaResponseProfileStatus = (typeof KalturaResponseProfileStatus)[keyof typeof KalturaResponseProfileStatus];

export const KalturaResponseProfileType = {
  INCLUDE_FIELDS: 1,
  EXCLUDE_FIELDS: 2,
} as const;
export type KalturaResponseProfileType = (typeof KalturaResponseProfileType)[keyof typeof KalturaResponseProfileType];

export const KalturaRuleActionType = {
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
} as const;
export type KalturaRuleActionType = (typeof KalturaRuleActionType)[keyof typeof KalturaRuleActionType];

export const KalturaScheduleEventClassificationType = {
  PUBLIC_EVENT: 1,
  PRIVATE_EVENT: 2,
  CONFIDENTIAL_EVENT: 3,
} as const;
export type KalturaScheduleEventClassificationType = (typeof KalturaScheduleEventClassificationType)[keyof typeof KalturaScheduleEventClassificationType];

export const KalturaScheduleEventConflictType = {
  RESOURCE_CONFLICT: 1,
  BLACKOUT_CONFLICT: 2,
  BOTH: 3,
} as const;
export type KalturaScheduleEventConflictType = (typeof KalturaScheduleEventConflictType)[keyof typeof KalturaScheduleEventConflictType];

export const KalturaScheduleEventRecurrenceDay = {
  FRIDAY: 'FR',
  MONDAY: 'MO',
  SATURDAY: 'SA',
  SUNDAY: 'SU',
  THURSDAY: 'TH',
  TUESDAY: 'TU',
  WEDNESDAY: 'WE',
} as const;
export type KalturaScheduleEventRecurrenceDay = (typeof KalturaScheduleEventRecurrenceDay)[keyof typeof KalturaScheduleEventRecurrenceDay];

export const KalturaScheduleEventRecurrenceFrequency = {
  DAILY: 'days',
  HOURLY: 'hours',
  MINUTELY: 'minutes',
  MONTHLY: 'months',
  SECONDLY: 'seconds',
  WEEKLY: 'weeks',
  YEARLY: 'years',
} as const;
export type KalturaScheduleEventRecurrenceFrequency = (typeof KalturaScheduleEventRecurrenceFrequency)[keyof typeof KalturaScheduleEventRecurrenceFrequency];

export const KalturaScheduleEventRecurrenceType = {
  NONE: 0,
  RECURRING: 1,
  RECURRENCE: 2,
} as const;
export type KalturaScheduleEventRecurrenceType = (typeof KalturaScheduleEventRecurrenceType)[keyof typeof KalturaScheduleEventRecurrenceType];

export const KalturaScheduleEventStatus = {
  CANCELLED: 1,
  ACTIVE: 2,
  DELETED: 3,
} as const;
export type KalturaScheduleEventStatus = (typeof KalturaScheduleEventStatus)[keyof typeof KalturaScheduleEventStatus];

export const KalturaScheduleResourceStatus = {
  DISABLED: 1,
  ACTIVE: 2,
  DELETED: 3,
} as const;
export type KalturaScheduleResourceStatus = (typeof KalturaScheduleResourceStatus)[keyof typeof KalturaScheduleResourceStatus];

export const KalturaSearchProviderType = {
  FLICKR: 3,
  YOUTUBE: 4,
  MYSPACE: 7,
  PHOTOBUCKET: 8,
  JAMENDO: 9,
  CCMIXTER: 10,
  NYPL: 11,
  CURRENT: 12,
  MEDIA_COMMONS: 13,
  KALTURA: 20,
  KALTURA_USER_CLIPS: 21,
  ARCHIVE_ORG: 22,
  KALTURA_PARTNER: 23,
  METACAFE: 24,
  SEARCH_PROXY: 28,
  PARTNER_SPECIFIC: 100,
} as const;
export type KalturaSearchProviderType = (typeof KalturaSearchProviderType)[keyof typeof KalturaSearchProviderType];

export const KalturaServerNodeStatus = {
  ACTIVE: 1,
  DISABLED: 2,
  DELETED: 3,
  NOT_REGISTERED: 4,
  NOT_OPERATIONAL: 5,
} as const;
export type KalturaServerNodeStatus = (typeof KalturaServerNodeStatus)[keyof typeof KalturaServerNodeStatus];

export const KalturaServerNodeType = {
  EDGE: '1',
  CONFERENCE_SERVER: 'conference.CONFERENCE_SERVER',
  LIVE_CLUSTER_MEDIA_SERVER: 'liveCluster.LIVE_CLUSTER_MEDIA_SERVER',
  SIP_SERVER: 'sip.SIP_SERVER',
  WOWZA_MEDIA_SERVER: 'wowza.WOWZA_MEDIA_SERVER',
} as const;
export type KalturaServerNodeType = (typeof KalturaServerNodeType)[keyof typeof KalturaServerNodeType];

export const KalturaSessionType = {
  USER: 0,
  ADMIN: 2,
} as const;
export type KalturaSessionType = (typeof KalturaSessionType)[keyof typeof KalturaSessionType];

export const KalturaSipSourceType = {
  PICTURE_IN_PICTURE: 1,
  TALKING_HEADS: 2,
  SCREEN_SHARE: 3,
} as const;
export type KalturaSipSourceType = (typeof KalturaSipSourceType)[keyof typeof KalturaSipSourceType];

export const KalturaSourceType = {
  FILE: '1',
  WEBCAM: '2',
  URL: '5',
  SEARCH_PROVIDER: '6',
  AKAMAI_LIVE: '29',
  MANUAL_LIVE_STREAM: '30',
  AKAMAI_UNIVERSAL_LIVE: '31',
  LIVE_STREAM: '32',
  LIVE_CHANNEL: '33',
  RECORDED_LIVE: '34',
  CLIP: '35',
  KALTURA_RECORDED_LIVE: '36',
  LECTURE_CAPTURE: '37',
  LIVE_STREAM_ONTEXTDATA_CAPTIONS: '42',
  LIMELIGHT_LIVE: 'limeLight.LIVE_STREAM',
  VELOCIX_LIVE: 'velocix.VELOCIX_LIVE',
} as const;
export type KalturaSourceType = (typeof KalturaSourceType)[keyof typeof KalturaSourceType];

export const KalturaStatsEventType = {
  WIDGET_LOADED: 1,
  MEDIA_LOADED: 2,
  PLAY: 3,
  PLAY_REACHED_25: 4,
  PLAY_REACHED_50: 5,
  PLAY_REACHED_75: 6,
  PLAY_REACHED_100: 7,
  OPEN_EDIT: 8,
  OPEN_VIRAL: 9,
  OPEN_DOWNLOAD: 10,
  OPEN_REPORT: 11,
  BUFFER_START: 12,
  BUFFER_END: 13,
  OPEN_FULL_SCREEN: 14,
  CLOSE_FULL_SCREEN: 15,
  REPLAY: 16,
  SEEK: 17,
  OPEN_UPLOAD: 18,
  SAVE_PUBLISH: 19,
  CLOSE_EDITOR: 20,
  PRE_BUMPER_PLAYED: 21,
  POST_BUMPER_PLAYED: 22,
  BUMPER_CLICKED: 23,
  PREROLL_STARTED: 24,
  MIDROLL_STARTED: 25,
  POSTROLL_STARTED: 26,
  OVERLAY_STARTED: 27,
  PREROLL_CLICKED: 28,
  MIDROLL_CLICKED: 29,
  POSTROLL_CLICKED: 30,
  OVERLAY_CLICKED: 31,
  PREROLL_25: 32,
  PREROLL_50: 33,
  PREROLL_75: 34,
  MIDROLL_25: 35,
  MIDROLL_50: 36,
  MIDROLL_75: 37,
  POSTROLL_25: 38,
  POSTROLL_50: 39,
  POSTROLL_75: 40,
} as const;
export type KalturaStatsEventType = (typeof KalturaStatsEventType)[keyof typeof KalturaStatsEventType];

export const KalturaStatsFeatureType = {
  NONE: 0,
  RELATED: 1,
} as const;
export type KalturaStatsFeatureType = (typeof KalturaStatsFeatureType)[keyof typeof KalturaStatsFeatureType];

export const KalturaThumbAssetStatus = {
  QUEUED: 0,
  CAPTURING: 1,
  READY: 2,
  DELETED: 3,
  IMPORTING: 7,
  EXPORTING: 9,
} as const;
export type KalturaThumbAssetStatus = (typeof KalturaThumbAssetStatus)[keyof typeof KalturaThumbAssetStatus];

export const KalturaThumbCropType = {
  RESIZE: 1,
  RESIZE_WITH_PADDING: 2,
  CROP: 3,
  CROP_FROM_TOP: 4,
  RESIZE_WITH_FORCE: 5,
} as const;
export type KalturaThumbCropType = (typeof KalturaThumbCropType)[keyof typeof KalturaThumbCropType];

export const KalturaThumbCuePointSubType = {
  SLIDE: 1,
  CHAPTER: 2,
} as const;
export type KalturaThumbCuePointSubType = (typeof KalturaThumbCuePointSubType)[keyof typeof KalturaThumbCuePointSubType];

export const KalturaUiConfCreationMode = {
  WIZARD: 2,
  ADVANCED: 3,
  SYSTEM: 4,
} as const;
export type KalturaUiConfCreationMode = (typeof KalturaUiConfCreationMode)[keyof typeof KalturaUiConfCreationMode];

export const KalturaUiConfObjType = {
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
} as const;
export type KalturaUiConfObjType = (typeof KalturaUiConfObjType)[keyof typeof KalturaUiConfObjType];

export const KalturaUpdateMethodType = {
  MANUAL: 0,
  AUTOMATIC: 1,
} as const;
export type KalturaUpdateMethodType = (typeof KalturaUpdateMethodType)[keyof typeof KalturaUpdateMethodType];

export const KalturaUploadTokenStatus = {
  PENDING: 0,
  PARTIAL_UPLOAD: 1,
  FULL_UPLOAD: 2,
  CLOSED: 3,
  TIMED_OUT: 4,
  DELETED: 5,
} as const;
export type KalturaUploadTokenStatus = (typeof KalturaUploadTokenStatus)[keyof typeof KalturaUploadTokenStatus];

export const KalturaUserJoinPolicyType = {
  AUTO_JOIN: 1,
  REQUEST_TO_JOIN: 2,
  NOT_ALLOWED: 3,
} as const;
export type KalturaUserJoinPolicyType = (typeof KalturaUserJoinPolicyType)[keyof typeof KalturaUserJoinPolicyType];

export const KalturaUserMode = {
  NONE: 0,
  PROTECTED_USER: 1,
} as const;
export type KalturaUserMode = (typeof KalturaUserMode)[keyof typeof KalturaUserMode];

export const KalturaUserRoleStatus = {
  ACTIVE: 1,
  BLOCKED: 2,
  DELETED: 3,
} as const;
export type KalturaUserRoleStatus = (typeof KalturaUserRoleStatus)[keyof typeof KalturaUserRoleStatus];

export const KalturaUserStatus = {
  BLOCKED: 0,
  ACTIVE: 1,
  DELETED: 2,
} as const;
export type KalturaUserStatus = (typeof KalturaUserStatus)[keyof typeof KalturaUserStatus];

export const KalturaUserType = {
  USER: 0,
  GROUP: 1,
  APPLICATIVE_GROUP: 2,
} as const;
export type KalturaUserType = (typeof KalturaUserType)[keyof typeof KalturaUserType];

export const KalturaVideoCodec = {
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
} as const;
export type KalturaVideoCodec = (typeof KalturaVideoCodec)[keyof typeof KalturaVideoCodec];

export const KalturaViewMode = {
  PREVIEW: 0,
  ALLOW_ALL: 1,
} as const;
export type KalturaViewMode = (typeof KalturaViewMode)[keyof typeof KalturaViewMode];

export const KalturaWidgetSecurityType = {
  NONE: 1,
  TIMEHASH: 2,
} as const;
export type KalturaWidgetSecurityType = (typeof KalturaWidgetSecurityType)[keyof typeof KalturaWidgetSecurityType];

export const RostrumAlertSeverity = {
  WARNING: 'warning',
  ERROR: 'error',
} as const;
export type RostrumAlertSeverity = (typeof RostrumAlertSeverity)[keyof typeof RostrumAlertSeverity];

export const RostrumArchiveHealth = {
  OFF: 'off',
  WRITING: 'writing',
  BEHIND: 'behind',
  FAILING: 'failing',
} as const;
export type RostrumArchiveHealth = (typeof RostrumArchiveHealth)[keyof typeof RostrumArchiveHealth];

export const RostrumEncoderSlot = {
  PRIMARY: 'primary',
  BACKUP: 'backup',
} as const;
export type RostrumEncoderSlot = (typeof RostrumEncoderSlot)[keyof typeof RostrumEncoderSlot];

export const RostrumIngestProtocol = {
  RTMP: 'rtmp',
  RTMPS: 'rtmps',
} as const;
export type RostrumIngestProtocol = (typeof RostrumIngestProtocol)[keyof typeof RostrumIngestProtocol];

export const RostrumOutsideProblem = {
  NOT_ALLOWED: 'not-allowed',
  UNREACHABLE: 'unreachable',
  TOO_SLOW: 'too-slow',
  TOO_LARGE: 'too-large',
  REDIRECTS: 'redirects',
  STATUS: 'status',
  NOT_HLS: 'not-hls',
  EMPTY: 'empty',
  OVER: 'over',
  STILL: 'still',
} as const;
export type RostrumOutsideProblem = (typeof RostrumOutsideProblem)[keyof typeof RostrumOutsideProblem];

export const RostrumRecordingState = {
  recording: 'recording',
  ready: 'ready',
  empty: 'empty',
} as const;
export type RostrumRecordingState = (typeof RostrumRecordingState)[keyof typeof RostrumRecordingState];

export const RostrumSecretKind = {
  ADMIN: 'admin',
  USER: 'user',
} as const;
export type RostrumSecretKind = (typeof RostrumSecretKind)[keyof typeof RostrumSecretKind];

export const RostrumWebhookDeliveryStatus = {
  WAITING: 'waiting',
  DELIVERED: 'delivered',
  FAILED: 'failed',
} as const;
export type RostrumWebhookDeliveryStatus = (typeof RostrumWebhookDeliveryStatus)[keyof typeof RostrumWebhookDeliveryStatus];

export const RostrumWebhookDisabledBy = {
  HAND: 'hand',
  GONE: 'gone',
  FAILING: 'failing',
} as const;
export type RostrumWebhookDisabledBy = (typeof RostrumWebhookDisabledBy)[keyof typeof RostrumWebhookDisabledBy];
