import {
  DvrStatus,
  EntryServerNodeStatus,
  LivePublishStatus,
  PlaybackProtocol,
  RecordingStatus,
  RecordStatus,
  SipSourceType,
  ViewMode,
} from './enums.ts';
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
  type ValueOf,
} from './kinds.ts';
import { MediaEntry } from './media-entry.ts';

/** KalturaLiveStreamEntry and what it is made of, property by property. */

export const LiveStreamBitrate = objectType('KalturaLiveStreamBitrate', {
  bitrate: property(int),
  width: property(int),
  height: property(int),
  tags: property(text),
});

export const LiveStreamConfiguration = objectType('KalturaLiveStreamConfiguration', {
  protocol: property(enumOf(PlaybackProtocol)),
  url: property(text),
  publishUrl: property(text),
  backupUrl: property(text),
  streamName: property(text),
});

export const LiveStreamPushPublishConfiguration = objectType(
  'KalturaLiveStreamPushPublishConfiguration',
  {
    publishUrl: property(text),
    backupPublishUrl: property(text),
    port: property(text),
  },
);

export const LiveStreamPushPublishRTMPConfiguration = subtype(
  LiveStreamPushPublishConfiguration,
  'KalturaLiveStreamPushPublishRTMPConfiguration',
  {
    userId: property(text),
    password: property(text),
    streamName: property(text),
    applicationName: property(text),
  },
);

export const LiveEntryRecordingOptions = objectType('KalturaLiveEntryRecordingOptions', {
  shouldCopyEntitlement: property(nullableBoolean),
  shouldCopyScheduling: property(nullableBoolean),
  shouldCopyThumbnail: property(nullableBoolean),
  shouldMakeHidden: property(nullableBoolean),
  shouldAutoArchive: property(nullableBoolean),
  nonDeletedCuePointsTags: property(text),
  archiveVodSuffixTimezone: property(text),
});

/** Minutes in a day: the longest DVR window. */
export const MAX_DVR_WINDOW_MINUTES = 1440;

export const LiveEntry = subtype(
  MediaEntry,
  'KalturaLiveEntry',
  {
    offlineMessage: property(text),
    recordStatus: property(enumOf(RecordStatus)),
    dvrStatus: property(enumOf(DvrStatus)),
    dvrWindow: property(int, { minValue: 0, maxValue: MAX_DVR_WINDOW_MINUTES }),
    lastElapsedRecordingTime: property(int),
    liveStreamConfigurations: property(arrayOf(LiveStreamConfiguration)),
    recordedEntryId: property(text),
    pushPublishEnabled: property(enumOf(LivePublishStatus), { reservedFor: 'permission' }),
    publishConfigurations: property(arrayOf(LiveStreamPushPublishConfiguration), {
      reservedFor: 'permission',
    }),
    firstBroadcast: readOnly(int),
    lastBroadcast: readOnly(int),
    currentBroadcastStartTime: readOnly(float),
    recordingOptions: property(object(LiveEntryRecordingOptions)),
    liveStatus: readOnly(enumOf(EntryServerNodeStatus)),
    segmentDuration: property(int, { minValue: 2000, maxValue: 20_000 }),
    explicitLive: property(nullableBoolean),
    viewMode: property(enumOf(ViewMode)),
    recordingStatus: property(enumOf(RecordingStatus)),
    lastBroadcastEndTime: readOnly(int),
    broadcastTime: readOnly(int),
  },
  { isAbstract: true },
);

export const LiveStreamEntry = subtype(LiveEntry, 'KalturaLiveStreamEntry', {
  streamRemoteId: readOnly(text),
  streamRemoteBackupId: readOnly(text),
  bitrates: property(arrayOf(LiveStreamBitrate)),
  primaryBroadcastingUrl: property(text),
  secondaryBroadcastingUrl: property(text),
  primarySecuredBroadcastingUrl: property(text),
  secondarySecuredBroadcastingUrl: property(text),
  primaryRtspBroadcastingUrl: property(text),
  secondaryRtspBroadcastingUrl: property(text),
  primarySrtBroadcastingUrl: property(text),
  primarySrtStreamId: property(text),
  secondarySrtBroadcastingUrl: property(text),
  secondarySrtStreamId: property(text),
  streamName: property(text),
  streamUrl: property(text),
  hlsStreamUrl: property(text),
  readyForDeletion: readOnly(bool),
  urlManager: property(text),
  encodingIP1: property(text, { reservedFor: 'permission' }),
  encodingIP2: property(text, { reservedFor: 'permission' }),
  streamPassword: property(text, { reservedFor: 'permission' }),
  streamUsername: readOnly(text),
  srtPass: property(text, { minLength: 10, maxLength: 79 }),
  primaryServerNodeId: readOnly(int),
  sipToken: readOnly(text),
  sipSourceType: readOnly(enumOf(SipSourceType)),
});

const liveStreamEntryKind = object(LiveStreamEntry);

/** A live stream as a client sends it and as it is answered. */
export type LiveStreamEntryValue = ValueOf<typeof liveStreamEntryKind>;
