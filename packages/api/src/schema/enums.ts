import { enumType } from './kinds.ts';

/**
 * Enumerations of the API: names as clients know them, values as they travel. Numbers are integer enums, strings are
 * string enums.
 */

export const SessionType = enumType('KalturaSessionType', {
  USER: 0,
  ADMIN: 2,
});

export const NullableBoolean = enumType('KalturaNullableBoolean', {
  NULL_VALUE: -1,
  FALSE_VALUE: 0,
  TRUE_VALUE: 1,
});

export const EntryType = enumType('KalturaEntryType', {
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
});

export const EntryStatus = enumType('KalturaEntryStatus', {
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
});

export const EntryModerationStatus = enumType('KalturaEntryModerationStatus', {
  PENDING_MODERATION: 1,
  APPROVED: 2,
  REJECTED: 3,
  DELETED: 4,
  FLAGGED_FOR_REVIEW: 5,
  AUTO_APPROVED: 6,
});

export const EntryDisplayInSearchType = enumType('KalturaEntryDisplayInSearchType', {
  RECYCLED: -2,
  SYSTEM: -1,
  NONE: 0,
  PARTNER_ONLY: 1,
  KALTURA_NETWORK: 2,
});

export const EntryApplication = enumType('KalturaEntryApplication', {
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
});

export const EntryReplacementStatus = enumType('KalturaEntryReplacementStatus', {
  NONE: '0',
  APPROVED_BUT_NOT_READY: '1',
  READY_BUT_NOT_APPROVED: '2',
  NOT_READY_AND_NOT_APPROVED: '3',
  FAILED: '4',
});

export const LicenseType = enumType('KalturaLicenseType', {
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
});

export const DurationType = enumType('KalturaDurationType', {
  LONG: 'long',
  MEDIUM: 'medium',
  NOT_AVAILABLE: 'notavailable',
  SHORT: 'short',
});

export const MediaType = enumType('KalturaMediaType', {
  VIDEO: 1,
  IMAGE: 2,
  AUDIO: 5,
  LIVE_STREAM_FLASH: 201,
  LIVE_STREAM_WINDOWS_MEDIA: 202,
  LIVE_STREAM_REAL_MEDIA: 203,
  LIVE_STREAM_QUICKTIME: 204,
});

export const SourceType = enumType('KalturaSourceType', {
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
});

export const SearchProviderType = enumType('KalturaSearchProviderType', {
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
});

export const RecordStatus = enumType('KalturaRecordStatus', {
  DISABLED: 0,
  APPENDED: 1,
  PER_SESSION: 2,
});

export const RecordingStatus = enumType('KalturaRecordingStatus', {
  STOPPED: 0,
  PAUSED: 1,
  ACTIVE: 2,
  DISABLED: 3,
});

export const DvrStatus = enumType('KalturaDVRStatus', {
  DISABLED: 0,
  ENABLED: 1,
});

export const LivePublishStatus = enumType('KalturaLivePublishStatus', {
  DISABLED: 0,
  ENABLED: 1,
});

export const ViewMode = enumType('KalturaViewMode', {
  PREVIEW: 0,
  ALLOW_ALL: 1,
});

export const EntryServerNodeStatus = enumType('KalturaEntryServerNodeStatus', {
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
});

export const LiveStreamBroadcastStatus = enumType('KalturaLiveStreamBroadcastStatus', {
  OFFLINE: 1,
  PREVIEW: 2,
  LIVE: 3,
});

export const SipSourceType = enumType('KalturaSipSourceType', {
  PICTURE_IN_PICTURE: 1,
  TALKING_HEADS: 2,
  SCREEN_SHARE: 3,
});

export const PlaybackProtocol = enumType('KalturaPlaybackProtocol', {
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
});

export const ModerationFlagType = enumType('KalturaModerationFlagType', {
  SEXUAL_CONTENT: 1,
  VIOLENT_REPULSIVE: 2,
  HARMFUL_DANGEROUS: 3,
  SPAM_COMMERCIALS: 4,
  COPYRIGHT: 5,
  TERMS_OF_USE_VIOLATION: 6,
});

export const ModerationFlagStatus = enumType('KalturaModerationFlagStatus', {
  PENDING: '1',
  MODERATED: '2',
});

export const ModerationObjectType = enumType('KalturaModerationObjectType', {
  ENTRY: '2',
  USER: '3',
});

export const BaseEntryCloneOptions = enumType('KalturaBaseEntryCloneOptions', {
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
});

export const CloneComponentSelectorType = enumType('KalturaCloneComponentSelectorType', {
  INCLUDE_COMPONENT: '0',
  EXCLUDE_COMPONENT: '1',
});

export const EntryServerNodeType = enumType('KalturaEntryServerNodeType', {
  LIVE_PRIMARY: '0',
  LIVE_BACKUP: '1',
  LIVE_CLIPPING_TASK: '2',
});
