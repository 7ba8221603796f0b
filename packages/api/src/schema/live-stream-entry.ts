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

/** Addresses of streams carry the key that opens them. */
const secretAddress = property(text, { isSecret: true });

export const LiveStreamBitrate = objectType(
  'KalturaLiveStreamBitrate',
  {
    bitrate: property(int),
    width: property(int),
    height: property(int),
    tags: property(text),
  },
  { about: 'A rendition of the stream.' },
);

export const LiveStreamConfiguration = objectType(
  'KalturaLiveStreamConfiguration',
  {
    protocol: property(enumOf(PlaybackProtocol)),
    url: secretAddress,
    publishUrl: secretAddress,
    backupUrl: secretAddress,
    streamName: property(text, {
      isSecret: true,
      about: 'The stream key; encoders send 1 in place of `%i`.',
    }),
  },
  { about: 'Where the stream is found by one protocol.' },
);

const configurationKind = object(LiveStreamConfiguration);

export type LiveStreamConfigurationValue = ValueOf<typeof configurationKind>;

export const LiveStreamPushPublishConfiguration = objectType(
  'KalturaLiveStreamPushPublishConfiguration',
  {
    publishUrl: secretAddress,
    backupPublishUrl: secretAddress,
    port: property(text),
  },
  {
    about:
      'A server that the stream is sent on to while it is on air: `rtmp://` or `rtmps://`, whole or with the parts below.',
  },
);

export const LiveStreamPushPublishRTMPConfiguration = subtype(
  LiveStreamPushPublishConfiguration,
  'KalturaLiveStreamPushPublishRTMPConfiguration',
  {
    userId: property(text),
    password: secretAddress,
    streamName: secretAddress,
    applicationName: property(text),
  },
);

const pushPublishKind = object(LiveStreamPushPublishRTMPConfiguration);

export type LiveStreamPushPublishRTMPConfigurationValue = ValueOf<typeof pushPublishKind>;

export const LiveEntryRecordingOptions = objectType(
  'KalturaLiveEntryRecordingOptions',
  {
    shouldCopyEntitlement: property(nullableBoolean, {
      about: 'Recordings have the stream’s entitled users and categories.',
    }),
    shouldCopyScheduling: property(nullableBoolean, {
      about: 'Recordings have the stream’s start and end date.',
    }),
    shouldCopyThumbnail: property(nullableBoolean, {
      about: 'Recordings have the stream’s picture.',
    }),
    shouldMakeHidden: property(nullableBoolean, { about: 'Recordings are hidden from lists.' }),
    shouldAutoArchive: property(nullableBoolean, {
      about: 'Each recording becomes an entry of its own as soon as its show has ended.',
    }),
    nonDeletedCuePointsTags: property(text, {
      about:
        'Cue points with one of these tags stay with the stream when it is archived; separated by commas.',
    }),
    archiveVodSuffixTimezone: property(text, {
      about: 'The time zone of the date in an archived recording’s name.',
    }),
  },
  { about: 'What recordings take over from the stream, and what becomes of them.' },
);

/** Minutes in a day: the longest DVR window. */
export const MAX_DVR_WINDOW_MINUTES = 1440;

export const LiveEntry = subtype(
  MediaEntry,
  'KalturaLiveEntry',
  {
    offlineMessage: property(text, { about: 'A text for viewers while nothing is on.' }),
    recordStatus: property(enumOf(RecordStatus), {
      about: 'Whether shows are recorded: into one recording, or into one for each show.',
    }),
    dvrStatus: property(enumOf(DvrStatus), { about: 'Whether viewers can go back in time.' }),
    dvrWindow: property(int, {
      minValue: 0,
      maxValue: MAX_DVR_WINDOW_MINUTES,
      about: 'How far back viewers can go, in minutes; 120 where it is not sent.',
    }),
    lastElapsedRecordingTime: property(int),
    liveStreamConfigurations: property(arrayOf(LiveStreamConfiguration), {
      about: 'Where players find the stream, by protocol.',
    }),
    recordedEntryId: property(text, { about: 'Its newest recording.' }),
    pushPublishEnabled: property(enumOf(LivePublishStatus), {
      reservedFor: 'permission',
      about: 'Whether the stream is to be sent on to other servers.',
    }),
    publishConfigurations: property(arrayOf(LiveStreamPushPublishConfiguration), {
      reservedFor: 'permission',
      about: 'The servers that the stream is to be sent on to.',
    }),
    firstBroadcast: readOnly(int, {
      about: 'When a picture first came, be it in preview, in Unix seconds.',
    }),
    lastBroadcast: readOnly(int, { about: 'When a picture was last there, in Unix seconds.' }),
    currentBroadcastStartTime: readOnly(float, {
      about: 'When the encoder came, in Unix seconds with a fraction; 0 while none is there.',
    }),
    recordingOptions: property(object(LiveEntryRecordingOptions), {
      about: 'What recordings take over from the stream.',
    }),
    liveStatus: readOnly(enumOf(EntryServerNodeStatus), {
      about: '1 while this session would get the picture, 0 while it would not.',
    }),
    segmentDuration: property(int, {
      minValue: 2000,
      maxValue: 20_000,
      about: 'In milliseconds; always 6000, because segments follow the encoder’s key frames.',
    }),
    explicitLive: property(nullableBoolean, {
      about:
        'Whether going live takes a step of its own (viewMode 1); until then only those who may preview see the picture.',
    }),
    viewMode: property(enumOf(ViewMode), {
      about: '0 preview, 1 on air for everybody; with explicitLive only.',
    }),
    recordingStatus: property(enumOf(RecordingStatus), {
      about: 'Whether recording is asked for; with explicitLive only.',
    }),
    lastBroadcastEndTime: readOnly(int, {
      about: 'When the last show ended, in Unix seconds; 0 before the first end.',
    }),
    broadcastTime: readOnly(int, { about: 'When it first went on air, in Unix seconds.' }),
  },
  { isAbstract: true, about: 'What is common to everything that is live.' },
);

export const LiveStreamEntry = subtype(
  LiveEntry,
  'KalturaLiveStreamEntry',
  {
    streamRemoteId: readOnly(text),
    streamRemoteBackupId: readOnly(text),
    bitrates: property(arrayOf(LiveStreamBitrate), { about: 'The renditions of its profile.' }),
    primaryBroadcastingUrl: property(text, {
      isSecret: true,
      about:
        'Where the encoder sends by RTMP, with the token; shown to those who may change the stream.',
    }),
    secondaryBroadcastingUrl: property(text, {
      isSecret: true,
      about: 'The same for a backup encoder.',
    }),
    primarySecuredBroadcastingUrl: property(text, {
      isSecret: true,
      about: 'Where the encoder sends by RTMPS, where the server has a certificate.',
    }),
    secondarySecuredBroadcastingUrl: property(text, {
      isSecret: true,
      about: 'The same for a backup encoder.',
    }),
    primaryRtspBroadcastingUrl: secretAddress,
    secondaryRtspBroadcastingUrl: secretAddress,
    primarySrtBroadcastingUrl: secretAddress,
    primarySrtStreamId: secretAddress,
    secondarySrtBroadcastingUrl: secretAddress,
    secondarySrtStreamId: secretAddress,
    streamName: secretAddress,
    streamUrl: secretAddress,
    hlsStreamUrl: secretAddress,
    readyForDeletion: readOnly(bool),
    urlManager: property(text),
    encodingIP1: property(text, { reservedFor: 'permission' }),
    encodingIP2: property(text, { reservedFor: 'permission' }),
    streamPassword: property(text, {
      isSecret: true,
      reservedFor: 'permission',
      about: 'The token in the encoder’s addresses; regenerateStreamToken makes a new one.',
    }),
    streamUsername: readOnly(text),
    srtPass: property(text, {
      isSecret: true,
      minLength: 10,
      maxLength: 79,
      about: 'The passphrase for SRT.',
    }),
    primaryServerNodeId: readOnly(int),
    sipToken: readOnly(text),
    sipSourceType: readOnly(enumOf(SipSourceType)),
  },
  { about: 'A webcast: encoders send to it, viewers watch it.' },
);

const liveStreamEntryKind = object(LiveStreamEntry);

/** A live stream as a client sends it and as it is answered. */
export type LiveStreamEntryValue = ValueOf<typeof liveStreamEntryKind>;
