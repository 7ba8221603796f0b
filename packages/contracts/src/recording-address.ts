import { isGeneration, isWebcastId } from './ids.ts';
import { isSameText, type PlaybackMac } from './playback-token.ts';

/** A part of a take's playing time, ms from the take's beginning. Cut at whole segments: those that hold the moments stay. */
export type TakeTrim = {
  readonly fromMs: number;
  /** Not included; more than `fromMs`, and may be more than there is. */
  readonly toMs: number;
};

/** A take in a recording. Names one that a `ChannelStatus` has told of. */
export type TakeReference = {
  readonly webcastId: string;
  readonly generation: string;
  /** Null for all of it. */
  readonly trim: TakeTrim | null;
};

/**
 * What a recording plays: takes, in their order, all with the same kind of tracks (`Take.hasVideo`). 1 to
 * MAX_TAKES_IN_RECORDING of them, of one webcast or of several.
 */
export type Composition = readonly TakeReference[];

export const MAX_TAKES_IN_RECORDING = 64;

/** 36^7 ms are two and a half years: seven digits say every moment of every take. */
const MAX_MOMENT_MS = 36 ** 7 - 1;

/**
 * `WEBCAST.GENERATION` or `WEBCAST.GENERATION.FROM.TO`, the moments in base 36, joined by `~`: one path segment that
 * needs no escapes. A composition has one text only.
 *
 * @throws RangeError where it is none
 */
export function encodeComposition(composition: Composition): string {
  const { length } = composition;
  if (length < 1 || length > MAX_TAKES_IN_RECORDING) {
    throw new RangeError(`a recording has 1 to ${MAX_TAKES_IN_RECORDING} takes (got ${length})`);
  }
  return composition.map(encodeTake).join('~');
}

function encodeTake({ webcastId, generation, trim }: TakeReference): string {
  if (!isWebcastId(webcastId) || !isGeneration(generation)) {
    throw new RangeError(`not a webcast and its generation (got ${webcastId}, ${generation})`);
  }
  if (trim === null) return `${webcastId}.${generation}`;
  const { fromMs, toMs } = trim;
  if (!isMoment(fromMs) || !isMoment(toMs) || fromMs >= toMs) {
    throw new RangeError(`a trim is two growing whole numbers of ms (got ${fromMs}, ${toMs})`);
  }
  return `${webcastId}.${generation}.${fromMs.toString(36)}.${toMs.toString(36)}`;
}

const TAKE =
  /^([0-9]_[0-9a-z]{8})\.([0-9a-z]{12})(?:\.(0|[1-9a-z][0-9a-z]{0,6})\.([1-9a-z][0-9a-z]{0,6}))?$/;

const MAX_TAKE_CHARACTERS = 10 + 1 + 12 + 2 * (1 + 7);
const MAX_CHARACTERS = MAX_TAKES_IN_RECORDING * (MAX_TAKE_CHARACTERS + 1) - 1;

/** The composition that a text says; null for any text that `encodeComposition` does not write. */
export function decodeComposition(text: string): Composition | null {
  if (text.length > MAX_CHARACTERS) return null;
  const composition: TakeReference[] = [];
  for (const take of text.split('~')) {
    const match = TAKE.exec(take);
    if (match === null || composition.length === MAX_TAKES_IN_RECORDING) return null;
    const [, webcastId = '', generation = '', from, to] = match;
    const trim =
      from === undefined || to === undefined
        ? null
        : { fromMs: Number.parseInt(from, 36), toMs: Number.parseInt(to, 36) };
    if (trim !== null && trim.fromMs >= trim.toMs) return null;
    composition.push({ webcastId, generation, trim });
  }
  return composition;
}

function isMoment(ms: number): boolean {
  return Number.isInteger(ms) && ms >= 0 && ms <= MAX_MOMENT_MS;
}

const MAC_CHARACTERS = 22;

/**
 * The path of a recording at the media port, without a slash at its end: `/r/EXPIRES.MAC/COMPOSITION`. Below it are
 * `index.m3u8` and what that names. The same for all viewers, so that caches can serve them all: let the expiry be the
 * same for a stretch of time. Verified offline, like a playback token; nothing but the expiry ends it, and the end of
 * its takes.
 *
 * @param expiresAtSeconds Unix seconds after which the address is refused
 */
export function recordingPath(
  composition: Composition,
  expiresAtSeconds: number,
  mac: PlaybackMac,
): string {
  const text = encodeComposition(composition);
  const expires = expiresAtSeconds.toString(36);
  return `/r/${expires}.${macOf(text, expires, mac)}/${text}`;
}

const TOKEN = /^([0-9a-z]{1,9})\.([\w-]{22})$/;

/** What a recording's path says whose MAC is right; null for anything else. */
export function readRecordingToken(
  token: string,
  compositionText: string,
  mac: PlaybackMac,
): { readonly composition: Composition; readonly expiresAtSeconds: number } | null {
  const match = TOKEN.exec(token);
  if (match === null || compositionText.length > MAX_CHARACTERS) return null;
  const [, expires = '', sent = ''] = match;
  if (!isSameText(macOf(compositionText, expires, mac), sent)) return null;
  const composition = decodeComposition(compositionText);
  if (composition === null) return null;
  return { composition, expiresAtSeconds: Number.parseInt(expires, 36) };
}

/** A playback token's text has no slash: what is signed for one can't be shown as the other. */
function macOf(compositionText: string, expires: string, mac: PlaybackMac): string {
  return mac(`r/${expires}/${compositionText}`).slice(0, MAC_CHARACTERS);
}
