import { momentAt, parseRelayTarget } from '@rostrum/contracts';
import { nearestName } from '@rostrum/settings';
import { parseLength } from '../terminal/amounts.ts';
import {
  type Presenter,
  presenterNamed,
  RECORDING_MODES,
  type RecordingMode,
} from './webcast-values.ts';

/** A value can't be used: what was expected, and what it is. Whoever has read it adds where it stands. */
export class ValueError extends Error {
  override readonly name = 'ValueError';
}

const MINUTE_MS = 60_000;
/** What the server takes at most: a day. */
const LONGEST_DVR_MINUTES = 1440;

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}$/;
const WHOLE_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * `2027-01-14 15:00` at a place, or with its distance to UTC: `2027-01-14T15:00+01:00`, `…Z`.
 *
 * @param zone empty where none is said
 * @returns Unix time, ms
 * @throws ValueError
 */
export function readTime(text: string, zone: string): number {
  if (WHOLE_TIME.test(text)) {
    // Servers keep whole seconds.
    const ms = Math.floor(Date.parse(text.replace(' ', 'T')) / 1000) * 1000;
    if (!Number.isNaN(ms)) return ms;
  } else if (LOCAL_TIME.test(text)) {
    if (zone === '')
      throw new ValueError(`needs a timezone beside it, or its distance to UTC (got "${text}")`);
    const ms = momentAt(text.replace(' ', 'T'), zone);
    if (ms !== null) return ms;
  }
  throw new ValueError(
    `must be a time like "2027-01-14 15:00" or "2027-01-14T15:00+01:00" (got "${text}")`,
  );
}

/** @throws ValueError */
export function readZone(text: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return text;
  } catch {
    const nearest = nearestName(text, Intl.supportedValuesOf('timeZone'));
    const hint = nearest === null ? '' : `. Did you mean ${nearest}?`;
    throw new ValueError(`must be a timezone like Europe/Berlin (got "${text}")${hint}`);
  }
}

/** `off`, minutes, or a length like `2h`. @returns minutes, 0 for off @throws ValueError */
export function readDvr(text: string): number {
  if (text === 'off') return 0;
  const ms = parseLength(text);
  const minutes = ms === null ? Number.NaN : ms / MINUTE_MS;
  if (minutes >= 1 && minutes <= LONGEST_DVR_MINUTES) return minutes;
  throw new ValueError(`must be off, or a length from 1m to 24h like 90m or 2h (got "${text}")`);
}

/** @throws ValueError */
export function readRecording(text: string): RecordingMode {
  const found = RECORDING_MODES.find((mode) => mode === text);
  if (found !== undefined) return found;
  throw new ValueError(`must be off, appended or per-session (got "${text}")`);
}

/** @throws ValueError */
export function readSwitch(text: string): boolean {
  if (text === 'on' || text === 'yes' || text === 'true') return true;
  if (text === 'off' || text === 'no' || text === 'false') return false;
  throw new ValueError(`must be on or off (got "${text}")`);
}

/** `Ada Byron`, or with what she is behind a comma: `Ada Byron, Head of Research`. @throws ValueError */
export function readPresenter(text: string): Presenter {
  const [name = '', ...title] = text.split(',').map((part) => part.trim());
  if (name === '') throw new ValueError(`must be a name, or "NAME, TITLE" (got "${text}")`);
  return presenterNamed(name, title.join(', '));
}

/** Words without commas, which would divide them. @throws ValueError */
export function readTags(texts: readonly string[]): readonly string[] {
  const tags = texts.map((text) => text.trim()).filter((text) => text !== '');
  const divided = tags.find((tag) => tag.includes(','));
  if (divided !== undefined) throw new ValueError(`must be tags without commas (got "${divided}")`);
  return [...new Set(tags)];
}

/** @throws ValueError that does not show the stream name, which is a secret */
export function readRelay(text: string): string {
  try {
    parseRelayTarget(text);
    return text;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ValueError(
      `must be an address like rtmp://HOST/APPLICATION/STREAM: ${error.message}`,
    );
  }
}

/** Without the stream name. */
export function shownRelay(relay: string): string {
  try {
    const { host, app, isTls } = parseRelayTarget(relay);
    return `${isTls ? 'rtmps' : 'rtmp'}://${host}/${app.split('?')[0]}/…`;
  } catch {
    return 'a target that can’t be read';
  }
}

/** @throws ValueError where a show would end before it begins */
export function checkOrder(starts: number | null, ends: number | null): void {
  if (ends === null) return;
  if (starts === null) throw new ValueError('needs a start beside it');
  if (ends <= starts) {
    const shown = (ms: number) => new Date(ms).toISOString().replace('.000', '');
    throw new ValueError(`must be after the start, ${shown(starts)} (got ${shown(ends)})`);
  }
}
