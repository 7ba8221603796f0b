import { bool, float, int, object, text } from '../schema/kinds.ts';
import { LiveStatsEvent, PlayerEventAnswer, StatsEvent } from '../schema/player-event.ts';
import { type Actions, action, nullable, required } from './action.ts';

/** Anybody who watches tells, also without a session: it is looked at where one came along, and never refused. */
const OF_PLAYERS = {
  session: 'ignored',
  permission: 'anyone',
  trail: 'none',
  cacheSeconds: 0,
  errors: ['ENTRY_ID_NOT_FOUND', 'TOO_MANY_EVENTS'],
} as const;

/** What KAVA, the analytics of Kaltura’s players, sends. */
export const analyticsActions = {
  trackEvent: action({
    summary:
      'Takes what a player tells about viewing an entry, with whatever else KAVA sends; who views is known by the session that comes along.',
    parameters: {
      eventType: required(
        int,
        'KAVA’s number: 1 impression, 2 play request, 3 play, 4 resume, 33 pause, 35 seek, 45 and 46 buffering begins and ends, 98 error, 99 view (every ten seconds of playing).',
      ),
      entryId: required(text),
      sessionId: required(text, 'Random text that the player has made up; at most 128 characters.'),
      partnerId: nullable(int, 'The account that the entry is of.'),
      eventIndex: nullable(int, 'Counts the session’s events, from 1.'),
      playbackType: nullable(text, 'live, dvr or vod.'),
      position: nullable(
        float,
        'Seconds from the beginning; of a live stream, how far from its edge (not above 0).',
      ),
      playTimeSum: nullable(float, 'Seconds that the session has played so far.'),
      bufferTime: nullable(float, 'Of the last ten seconds, how many it had to wait.'),
      bufferTimeSum: nullable(float, 'Seconds that the session had to wait so far.'),
      actualBitrate: nullable(float, 'Of the rendition that plays, kbit/s.'),
      soundMode: nullable(int, '1 off, 2 on.'),
      tabMode: nullable(int, '1 in the background, 2 in front.'),
      referrer: nullable(text, 'The page, in Base64; kept without its query.'),
    },
    result: object(PlayerEventAnswer),
    ...OF_PLAYERS,
    isJsonByDefault: true,
    example: {
      eventType: 99,
      entryId: '0_ab12cd34',
      sessionId: '5f0c2c1e-7f0b-4d55-9a53-0c9f3d6f2a10',
      eventIndex: 4,
      playbackType: 'live',
      position: -2.5,
      playTimeSum: 20,
    },
    run: ({ playerEvents }, call, _values, sent) => playerEvents.track(call, sent),
  }),
} as const satisfies Actions;

/** What players before KAVA send. */
export const statsActions = {
  collect: action({
    summary:
      'Takes what a player older than KAVA tells; what has nothing to do with viewing an entry is not kept.',
    parameters: { event: required(object(StatsEvent)) },
    result: bool,
    ...OF_PLAYERS,
    example: {
      event: { eventType: 3, entryId: '0_ab12cd34', sessionId: '5f0c2c1e7f0b', partnerId: 100 },
    },
    run: ({ playerEvents }, call, values) => playerEvents.collectStats(call, values),
  }),
} as const satisfies Actions;

/** What players before KAVA send every ten seconds of a live stream. */
export const liveStatsActions = {
  collect: action({
    summary: 'Takes what a player older than KAVA tells every ten seconds of a live stream.',
    parameters: { event: required(object(LiveStatsEvent)) },
    result: bool,
    ...OF_PLAYERS,
    example: {
      event: { eventType: 1, entryId: '0_ab12cd34', sessionId: '5f0c2c1e7f0b', partnerId: 100 },
    },
    run: ({ playerEvents }, call, values) => playerEvents.collectLiveStats(call, values),
  }),
} as const satisfies Actions;
