import { isWebcastId } from '@rostrum/contracts';
import { ApiError } from '../errors/api-error.ts';
import { type Raw, type RawObject, scalarText } from '../schema/parameters.ts';
import { cleanText } from './clean-text.ts';
import type { PlaybackType, PlayerClaim, PlayerEventFields } from './player-event.ts';
import { refererPage } from './referer-page.ts';

/** Of the values that are not numbers; a page's address is the longest of them. */
const MAX_TEXT_LENGTH = 512;
const MAX_SESSION_ID_LENGTH = 128;
const MAX_NAME_LENGTH = 64;
/** KAVA sends about forty with a VIEW. */
const MAX_FIELDS = 80;
/** Of all fields together, names and values. */
const MAX_FIELDS_LENGTH = 6000;
const MAX_EVENT_TYPE = 1_000_000;

/**
 * Reads what a player sends to `analytics.trackEvent`: everything flat, from the query and the body.
 *
 * @throws ApiError where it does not say which event of which session and entry it is
 */
export function decodePlayerEvent(sent: RawObject): PlayerClaim {
  return {
    entryId: entryIdIn(sent.entryId),
    partnerId: partnerIdIn(sent.partnerId),
    eventType: eventTypeIn(sent.eventType),
    eventIndex: integerIn(sent.eventIndex),
    sessionId: sessionIdIn(sent.sessionId),
    playbackType: playbackTypeIn(sent.playbackType),
    positionS: numberIn(sent.position),
    fields: fieldsIn(sent),
  };
}

/** @throws ApiError */
export function entryIdIn(value: Raw | undefined): string {
  const entryId = scalarText(value) ?? '';
  if (entryId === '') throw new ApiError('MISSING_MANDATORY_PARAMETER', 'entryId');
  if (!isWebcastId(entryId)) throw new ApiError('ENTRY_ID_NOT_FOUND', cleanText(entryId, 64));
  return entryId;
}

/** @throws ApiError */
export function sessionIdIn(value: Raw | undefined): string {
  const text = scalarText(value) ?? '';
  if (text.length > MAX_SESSION_ID_LENGTH) {
    throw new ApiError(
      'PROPERTY_VALIDATION_WRONG_FORMAT',
      'sessionId',
      `a text of at most ${MAX_SESSION_ID_LENGTH} characters`,
    );
  }
  const sessionId = cleanText(text, MAX_SESSION_ID_LENGTH);
  if (sessionId === '') throw new ApiError('MISSING_MANDATORY_PARAMETER', 'sessionId');
  return sessionId;
}

/** Null where none is named; 0 and less is how clients say so. */
export function partnerIdIn(value: Raw | undefined): number | null {
  const partnerId = integerIn(value);
  return partnerId === null || partnerId <= 0 ? null : partnerId;
}

/** @returns null for what is no finite number */
export function numberIn(value: Raw | undefined): number | null {
  const text = scalarText(value);
  if (text === undefined || !NUMBER.test(text)) return null;
  const number = Number(text);
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : null;
}

const NUMBER = /^-?\d{1,20}(\.\d{1,20})?(e-?\d{1,3})?$/i;

export function integerIn(value: Raw | undefined): number | null {
  const number = numberIn(value);
  return number === null ? null : Math.trunc(number);
}

function eventTypeIn(value: Raw | undefined): number {
  const text = scalarText(value) ?? '';
  if (text === '') throw new ApiError('MISSING_MANDATORY_PARAMETER', 'eventType');
  const number = numberIn(text);
  if (number === null || !Number.isInteger(number) || number < 1 || number > MAX_EVENT_TYPE) {
    throw new ApiError(
      'PROPERTY_VALIDATION_WRONG_FORMAT',
      'eventType',
      `a whole number from 1 to ${MAX_EVENT_TYPE}, not "${cleanText(text, 64)}"`,
    );
  }
  return number;
}

const PLAYBACK_TYPES: ReadonlySet<string> = new Set<PlaybackType>(['live', 'dvr', 'vod']);

function playbackTypeIn(value: Raw | undefined): PlaybackType | null {
  const text = scalarText(value)?.toLowerCase() ?? '';
  return PLAYBACK_TYPES.has(text) ? (text as PlaybackType) : null;
}

/** What has a place of its own, what is about the request, and what opens something. */
const NO_FIELDS: ReadonlySet<string> = new Set([
  ...['entryId', 'partnerId', 'eventType', 'eventIndex', 'sessionId', 'playbackType', 'position'],
  ...['service', 'action', 'format', 'callback', 'ks', 'kalsig', 'p', 'clientTag', 'apiVersion'],
  ...['ignoreNull', 'responseProfile', 'content-type', '__proto__'],
]);

/** KAVA's measures: what is no number there is not kept. */
const MEASURES: ReadonlySet<string> = new Set([
  ...['playTimeSum', 'bufferTime', 'bufferTimeSum', 'joinTime', 'canPlay', 'playerJSLoadTime'],
  ...['actualBitrate', 'averageBitrate', 'bandwidth', 'droppedFramesRatio', 'playbackSpeed'],
  ...['soundMode', 'tabMode', 'viewabilityMode', 'screenMode', 'forwardBufferHealth'],
  ...['targetBuffer', 'manifestDownloadTime', 'segmentDownloadTime', 'networkConnectionOverhead'],
  ...['absolutePosition', 'targetPosition', 'errorPosition', 'sessionStartTime'],
]);

function fieldsIn(sent: RawObject): PlayerEventFields {
  const fields: { [name: string]: string | number } = {};
  let room = MAX_FIELDS_LENGTH;
  let count = 0;
  for (const name of Object.keys(sent)) {
    if (count === MAX_FIELDS) break;
    if (NO_FIELDS.has(name) || name.length > MAX_NAME_LENGTH) continue;
    const value = fieldIn(name, sent[name]);
    if (value === null) continue;
    const key = cleanText(name, MAX_NAME_LENGTH);
    const length = key.length + (typeof value === 'string' ? value.length : 8);
    if (key === '' || length > room) continue;
    room -= length;
    count++;
    fields[key] = value;
  }
  return fields;
}

function fieldIn(name: string, value: Raw | undefined): string | number | null {
  if (MEASURES.has(name)) return numberIn(value);
  const text = scalarText(value);
  if (text === undefined || text === '') return null;
  if (name === 'referrer') return refererPage(text);
  const clean = cleanText(text, MAX_TEXT_LENGTH);
  return clean === '' ? null : clean;
}
