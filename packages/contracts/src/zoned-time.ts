/** Clocks of other places: `2026-11-26T16:00`, read as the time at a place such as `Europe/Berlin`. */

const LOCAL = /^(\d{4,6})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/;
const MINUTE_MS = 60_000;
/** No place is further from UTC. */
const DAY_MS = 86_400_000;

/** Where this browser, or this process, is. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** All places by name, one's own and UTC among them. */
export function allZones(): readonly string[] {
  return [...new Set(['UTC', ownZone(), ...Intl.supportedValuesOf('timeZone')])].toSorted();
}

/** The clock at a place, to the minute. */
export function localTimeAt(ms: number, zone: string): string {
  const parts = new Map(
    formatFor(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}

/**
 * The moment at which the clock of a place shows a time; null where the text is no time. A time that the clock shows
 * twice is the first of the two; one that it leaps over is as much later as it leaps.
 */
export function momentAt(local: string, zone: string): number | null {
  const wallMs = asUtc(local);
  if (wallMs === null) return null;
  // The offsets of a day before and after are all that may hold then: the later one first moves the clock back.
  const before = offsetAt(wallMs - DAY_MS, zone);
  const after = offsetAt(wallMs + DAY_MS, zone);
  const candidates = [wallMs - before, wallMs - after].toSorted((one, other) => one - other);
  const found = candidates.find((ms) => ms + offsetAt(ms, zone) === wallMs);
  return found ?? wallMs - before;
}

/** How far the place is ahead of UTC then: `UTC+1`, `UTC−3:30`. */
export function offsetText(ms: number, zone: string): string {
  const minutes = Math.round(offsetAt(ms, zone) / MINUTE_MS);
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `UTC${minutes > 0 ? '+' : '−'}${Math.floor(size / 60)}${rest}`;
}

function offsetAt(ms: number, zone: string): number {
  const minuteMs = Math.floor(ms / MINUTE_MS) * MINUTE_MS;
  return (asUtc(localTimeAt(minuteMs, zone)) ?? minuteMs) - minuteMs;
}

function asUtc(local: string): number | null {
  const match = LOCAL.exec(local);
  if (match === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = match.slice(1).map(Number);
  const ms = Date.UTC(year, month - 1, day, hour, minute);
  // The 31st of February is no day.
  return new Date(ms).getUTCDate() === day && hour < 24 && minute < 60 ? ms : null;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const kept = formats.get(zone);
  if (kept !== undefined) return kept;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, format);
  return format;
}
