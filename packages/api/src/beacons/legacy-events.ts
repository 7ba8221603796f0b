import type { LiveStatsEventValue, StatsEventValue } from '../schema/player-event.ts';
import { cleanText } from './clean-text.ts';
import { entryIdIn, sessionIdIn } from './decode-player-event.ts';
import { IMPRESSION, PLAY, type PlayerClaim, VIEW } from './player-event.ts';
import { refererPage } from './referer-page.ts';

/** What players older than KAVA tell, in KAVA's words. */

/** KalturaStatsEventType to KAVA's number. Advertisements, editors and bumpers have none: nothing here asks for them. */
const KAVA_OF_STATS: ReadonlyMap<number, number> = new Map([
  [2, IMPRESSION],
  [3, PLAY],
  [4, 11],
  [5, 12],
  [6, 13],
  [7, 14],
  [9, 21],
  [10, 23],
  [11, 24],
  [12, 45],
  [13, 46],
  [14, 31],
  [15, 32],
  [16, 34],
  [17, 35],
]);

const DVR = 2;
const MAX_TEXT_LENGTH = 512;

/**
 * @returns null for what has nothing to do with viewing an entry
 * @throws ApiError
 */
export function claimOfStats(event: StatsEventValue): PlayerClaim | null {
  const eventType = KAVA_OF_STATS.get(event.eventType ?? 0);
  if (eventType === undefined || !event.entryId) return null;
  return {
    entryId: entryIdIn(event.entryId),
    partnerId: accountIn(event.partnerId),
    eventType,
    eventIndex: null,
    sessionId: sessionIdIn(event.sessionId ?? ''),
    playbackType: null,
    positionS: event.currentPoint ?? null,
    fields: fieldsOf({
      ...{ clientVer: event.clientVer, uiConfId: event.uiconfId, userId: event.userId },
      ...{ application: event.applicationId, duration: event.duration },
      targetPosition: event.seek === true ? event.newPoint : null,
      referrer: pageOf(event.referrer),
    }),
  };
}

/** They come every ten seconds of watching, as KAVA's VIEW does. @throws ApiError */
export function claimOfLiveStats(event: LiveStatsEventValue): PlayerClaim {
  return {
    entryId: entryIdIn(event.entryId ?? ''),
    partnerId: accountIn(event.partnerId),
    eventType: VIEW,
    eventIndex: event.eventIndex ?? null,
    sessionId: sessionIdIn(event.sessionId ?? ''),
    playbackType: event.eventType === DVR ? 'dvr' : 'live',
    positionS: null,
    fields: fieldsOf({
      ...{ bufferTime: event.bufferTime, bitrate: event.bitrate, startTime: event.startTime },
      ...{ deliveryType: event.deliveryType, referrer: pageOf(event.referrer) },
    }),
  };
}

function accountIn(partnerId: number | null | undefined): number | null {
  return partnerId !== null && partnerId !== undefined && partnerId > 0 ? partnerId : null;
}

function pageOf(referrer: string | null | undefined): string | null {
  return referrer ? refererPage(referrer) : null;
}

function fieldsOf(told: {
  readonly [name: string]: string | number | null | undefined;
}): PlayerClaim['fields'] {
  const fields: { [name: string]: string | number } = {};
  for (const [name, value] of Object.entries(told)) {
    if (value === null || value === undefined || value === '') continue;
    fields[name] = typeof value === 'string' ? cleanText(value, MAX_TEXT_LENGTH) : value;
  }
  return fields;
}
