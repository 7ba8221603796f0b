import {
  DurationType,
  DvrStatus,
  EntryApplication,
  EntryDisplayInSearchType,
  EntryModerationStatus,
  EntryReplacementStatus,
  EntryServerNodeStatus,
  EntryStatus,
  EntryType,
  LicenseType,
  LivePublishStatus,
  MediaType,
  PlaybackProtocol,
  RecordingStatus,
  RecordStatus,
  SearchProviderType,
  SipSourceType,
  SourceType,
  ViewMode,
} from './enums.ts';
import {
  arrayOf,
  bool,
  enumOf,
  float,
  insertOnly,
  int,
  multilingual,
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

/** KalturaLiveStreamEntry and what it is made of, property by property. */

export const MultiLingualString = objectType('KalturaMultiLingualString', {
  language: property(text),
  value: property(text),
});

export const OperationAttributes = objectType(
  'KalturaOperationAttributes',
  {},
  { isAbstract: true },
);

export const StreamContainer = objectType('KalturaStreamContainer', {
  id: property(text),
  type: property(text),
  trackIndex: property(int),
  language: property(text),
  channelIndex: property(int),
  label: property(text),
  channelLayout: property(text),
});

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

export const BaseEntry = objectType('KalturaBaseEntry', {
  id: readOnly(text),
  name: property(multilingual),
  multiLingual_name: property(arrayOf(MultiLingualString)),
  description: property(multilingual),
  multiLingual_description: property(arrayOf(MultiLingualString)),
  partnerId: readOnly(int),
  userId: property(text, { maxLength: 100 }),
  creatorId: insertOnly(text, { maxLength: 100 }),
  tags: property(multilingual),
  multiLingual_tags: property(arrayOf(MultiLingualString)),
  adminTags: property(text, { reservedFor: 'admin' }),
  categories: property(text),
  categoriesIds: property(text),
  status: readOnly(enumOf(EntryStatus)),
  moderationStatus: readOnly(enumOf(EntryModerationStatus)),
  moderationCount: readOnly(int),
  type: property(enumOf(EntryType)),
  createdAt: readOnly(time),
  updatedAt: readOnly(time),
  rank: readOnly(float),
  totalRank: readOnly(int),
  votes: readOnly(int),
  groupId: property(int),
  partnerData: property(text),
  downloadUrl: readOnly(text),
  searchText: readOnly(text),
  licenseType: property(enumOf(LicenseType)),
  version: readOnly(int),
  thumbnailUrl: readOnly(text),
  accessControlId: property(int),
  startDate: property(time),
  endDate: property(time),
  referenceId: property(text, { minLength: 2 }),
  replacingEntryId: readOnly(text),
  replacedEntryId: readOnly(text),
  replacementStatus: readOnly(enumOf(EntryReplacementStatus)),
  partnerSortValue: property(int),
  conversionProfileId: property(int),
  redirectEntryId: property(text),
  rootEntryId: readOnly(text),
  parentEntryId: property(text),
  operationAttributes: property(arrayOf(OperationAttributes)),
  entitledUsersEdit: property(text),
  entitledUsersPublish: property(text),
  entitledUsersView: property(text),
  capabilities: readOnly(text),
  templateEntryId: insertOnly(text),
  displayInSearch: property(enumOf(EntryDisplayInSearchType)),
  application: insertOnly(enumOf(EntryApplication)),
  applicationVersion: insertOnly(text),
  blockAutoTranscript: property(bool),
  defaultLanguage: readOnly(text),
  responseLanguage: readOnly(text),
});

export const PlayableEntry = subtype(BaseEntry, 'KalturaPlayableEntry', {
  plays: readOnly(int),
  views: readOnly(int),
  lastPlayedAt: readOnly(time),
  width: readOnly(int),
  height: readOnly(int),
  duration: readOnly(int),
  msDuration: property(int),
  durationType: readOnly(enumOf(DurationType)),
});

export const MediaEntry = subtype(PlayableEntry, 'KalturaMediaEntry', {
  mediaType: insertOnly(enumOf(MediaType)),
  conversionQuality: insertOnly(text),
  sourceType: insertOnly(enumOf(SourceType)),
  sourceVersion: insertOnly(text),
  searchProviderType: insertOnly(enumOf(SearchProviderType)),
  searchProviderId: insertOnly(text),
  creditUserName: property(text),
  creditUrl: property(text),
  mediaDate: readOnly(time),
  dataUrl: readOnly(text),
  flavorParamsIds: readOnly(text),
  isTrimDisabled: readOnly(nullableBoolean),
  streams: property(arrayOf(StreamContainer)),
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
