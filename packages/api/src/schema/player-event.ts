import { PlaybackProtocol } from './enums.ts';
import {
  bool,
  enumOf,
  enumType,
  float,
  int,
  object,
  objectType,
  property,
  readOnly,
  text,
  type ValueOf,
} from './kinds.ts';

/** What players tell about viewing. */

export const PlayerEventAnswer = objectType(
  'RostrumPlayerEventAnswer',
  {
    time: readOnly(int, { about: 'The server’s time, in Unix seconds: when a session began.' }),
    viewEventsEnabled: readOnly(bool, { about: 'Whether the player should go on telling.' }),
  },
  { about: 'What a player is answered to its event. It comes without an `objectType`.' },
);

export const StatsEventType = enumType('KalturaStatsEventType', {
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
});

export const StatsFeatureType = enumType('KalturaStatsFeatureType', { NONE: 0, RELATED: 1 });

export const LiveStatsEventType = enumType('KalturaLiveStatsEventType', { LIVE: 1, DVR: 2 });

export const StatsEvent = objectType(
  'KalturaStatsEvent',
  {
    clientVer: property(text),
    eventType: property(enumOf(StatsEventType)),
    eventTimestamp: property(float, { about: 'The player’s clock. What counts is the server’s.' }),
    sessionId: property(text),
    partnerId: property(int),
    entryId: property(text),
    uniqueViewer: property(text),
    widgetId: property(text),
    uiconfId: property(int),
    userId: property(text, { about: 'A claim; who a session names is known.' }),
    currentPoint: property(int, { about: 'Where the player is, in seconds.' }),
    duration: property(int, { about: 'Of the video, in seconds.' }),
    userIp: readOnly(text, { about: 'Never answered: addresses are not kept.' }),
    processDuration: property(int),
    controlId: property(text),
    seek: property(bool),
    newPoint: property(int, { about: 'Where the viewer has gone, in seconds.' }),
    referrer: property(text),
    isFirstInSession: property(bool),
    applicationId: property(text),
    contextId: property(int),
    featureType: property(enumOf(StatsFeatureType)),
  },
  { about: 'What a player older than KAVA tells.' },
);

export const LiveStatsEvent = objectType(
  'KalturaLiveStatsEvent',
  {
    partnerId: property(int),
    entryId: property(text),
    eventType: property(enumOf(LiveStatsEventType)),
    sessionId: property(text),
    eventIndex: property(int),
    bufferTime: property(int, { about: 'Of the last ten seconds, how many it had to wait.' }),
    bitrate: property(int),
    referrer: property(text),
    isLive: property(bool),
    startTime: property(text),
    deliveryType: property(enumOf(PlaybackProtocol)),
  },
  { about: 'What a player older than KAVA tells every ten seconds of a live stream.' },
);

const statsKind = object(StatsEvent);
export type StatsEventValue = ValueOf<typeof statsKind>;

const liveStatsKind = object(LiveStatsEvent);
export type LiveStatsEventValue = ValueOf<typeof liveStatsKind>;
