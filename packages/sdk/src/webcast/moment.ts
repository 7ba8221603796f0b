import { shown } from '../shown.ts';

/** A moment: a `Date`, ISO 8601 text with its offset from UTC (`2026-12-01T17:00:00+01:00`), or Unix milliseconds. */
export type Moment = Date | string | number;

/** 1973, in ms; read as seconds, what lies below is any time until the year 5138. */
const LEAST_MS = 100_000_000_000;
/** `2026-12-01T17:00Z`, `2026-12-01T17:00:00.000+01:00` */
const ISO_WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/**
 * Unix seconds of a moment, as the API counts.
 *
 * @param name of the option, for the error
 * @throws TypeError, RangeError that show the value
 */
export function secondsOf(name: string, moment: Moment): number {
  const ms = msOf(name, moment);
  if (Number.isFinite(ms) && ms >= LEAST_MS) return Math.floor(ms / 1000);
  const hint = ms > 0 ? ', which looks like seconds' : '';
  throw new RangeError(
    `${name} must be a Date, ISO 8601 text or Unix milliseconds (got ${shownMoment(moment)}${hint})`,
  );
}

/** @throws RangeError where the platform knows no such zone */
export function checkTimezone(timezone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone });
    return timezone;
  } catch {
    throw new RangeError(`timezone must be an IANA name like Europe/Vienna (got "${timezone}")`);
  }
}

/** `2026-12-01T16:00:00+00:00` */
export function isoOf(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}+00:00`;
}

function msOf(name: string, moment: Moment): number {
  if (typeof moment === 'number') return moment;
  if (moment instanceof Date) return moment.getTime();
  if (typeof moment === 'string' && ISO_WITH_OFFSET.test(moment)) return Date.parse(moment);
  throw new TypeError(
    `${name} must be a Date, or text like 2026-12-01T17:00:00+01:00 with its offset from UTC (got ${shownMoment(moment)})`,
  );
}

function shownMoment(moment: Moment): string {
  if (!(moment instanceof Date)) return shown(moment);
  return Number.isNaN(moment.getTime()) ? 'an invalid Date' : isoOf(moment.getTime() / 1000);
}
