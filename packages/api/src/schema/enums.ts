import { enumType } from './kinds.ts';

/** Enumerations of the API with their values on the wire. Numbers are integer enums, strings are string enums. */

export const SessionType = enumType('KalturaSessionType', [0, 2]);
export const NullableBoolean = enumType('KalturaNullableBoolean', [-1, 0, 1]);

export const EntryType = enumType('KalturaEntryType', [
  '-1',
  '1',
  '2',
  '5',
  '6',
  '7',
  '8',
  '10',
  'room.room',
  'externalMedia.externalMedia',
  'conference.CONFERENCE_ENTRY_SERVER',
  'sip.SIP_ENTRY_SERVER',
]);
export const EntryStatus = enumType('KalturaEntryStatus', [
  '-2',
  '-1',
  '0',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  'virusScan.Infected',
  'virusScan.ScanFailure',
]);
export const EntryModerationStatus = enumType('KalturaEntryModerationStatus', [1, 2, 3, 4, 5, 6]);
export const EntryDisplayInSearchType = enumType(
  'KalturaEntryDisplayInSearchType',
  [-2, -1, 0, 1, 2],
);
export const EntryApplication = enumType('KalturaEntryApplication', [
  '0',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
]);
export const EntryReplacementStatus = enumType('KalturaEntryReplacementStatus', [
  '0',
  '1',
  '2',
  '3',
  '4',
]);
export const LicenseType = enumType(
  'KalturaLicenseType',
  [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
);
export const DurationType = enumType('KalturaDurationType', [
  'long',
  'medium',
  'notavailable',
  'short',
]);

export const MediaType = enumType('KalturaMediaType', [1, 2, 5, 201, 202, 203, 204]);
export const SourceType = enumType('KalturaSourceType', [
  '1',
  '2',
  '5',
  '6',
  '29',
  '30',
  '31',
  '32',
  '33',
  '34',
  '35',
  '36',
  '37',
  '42',
  'limeLight.LIVE_STREAM',
  'velocix.VELOCIX_LIVE',
]);
export const SearchProviderType = enumType(
  'KalturaSearchProviderType',
  [3, 4, 7, 8, 9, 10, 11, 12, 13, 20, 21, 22, 23, 24, 28, 100],
);

export const RecordStatus = enumType('KalturaRecordStatus', [0, 1, 2]);
export const RecordingStatus = enumType('KalturaRecordingStatus', [0, 1, 2, 3]);
export const DvrStatus = enumType('KalturaDVRStatus', [0, 1]);
export const LivePublishStatus = enumType('KalturaLivePublishStatus', [0, 1]);
export const ViewMode = enumType('KalturaViewMode', [0, 1]);
export const EntryServerNodeStatus = enumType(
  'KalturaEntryServerNodeStatus',
  [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
);
export const LiveStreamBroadcastStatus = enumType('KalturaLiveStreamBroadcastStatus', [1, 2, 3]);
export const SipSourceType = enumType('KalturaSipSourceType', [1, 2, 3]);
export const PlaybackProtocol = enumType('KalturaPlaybackProtocol', [
  'applehttp',
  'applehttp_to_mc',
  'auto',
  'download',
  'hdnetwork',
  'hdnetworkmanifest',
  'hds',
  'hls',
  'http',
  'mpegdash',
  'multicast_silverlight',
  'rtmp',
  'rtsp',
  'sl',
  'url',
]);
