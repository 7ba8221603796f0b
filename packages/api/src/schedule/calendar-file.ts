/** Calendar files, as RFC 5545 has them. Pure. */

/** One time at which something is to be. */
export type CalendarEvent = {
  /** The same for as long as it is the same event, also when it moves. */
  readonly uid: string;
  /** Grows with every change. */
  readonly sequence: number;
  /** Unix seconds. */
  readonly startS: number;
  readonly endS: number | null;
  /** In which its times are written, as `Europe/Berlin`; null for UTC. */
  readonly timeZone: string | null;
  readonly isCancelled: boolean;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly url: string;
  readonly updatedAtMs: number;
};

const PRODUCT = '-//Rostrum//Webcasts//EN';

/** Section 3.1: a line has at most this many bytes, without its end. */
const MAX_LINE_BYTES = 75;

export function calendarFile(events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...zonesOf(events).flatMap((zone) => zoneLines(zone, events)),
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent): readonly string[] {
  const { timeZone, startS, endS } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${textValue(event.uid)}`,
    `DTSTAMP:${utcTime(event.updatedAtMs / 1000)}`,
    `LAST-MODIFIED:${utcTime(event.updatedAtMs / 1000)}`,
    `SEQUENCE:${event.sequence}`,
    `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `DTSTART${zonedTime(startS, timeZone)}`,
    ...(endS === null || endS <= startS ? [] : [`DTEND${zonedTime(endS, timeZone)}`]),
    `SUMMARY:${textValue(event.summary)}`,
    ...(event.description === '' ? [] : [`DESCRIPTION:${textValue(event.description)}`]),
    ...(event.location === '' ? [] : [`LOCATION:${textValue(event.location)}`]),
    `URL:${event.url}`,
    'END:VEVENT',
  ];
}

/** Section 3.3.11. What no line may carry becomes a space. */
function textValue(text: string): string {
  return (
    text
      .replace(/[\\;,]/g, '\\$&')
      .replace(/\r\n|\r|\n/g, '\\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u0085\u2028\u2029]/g, ' ')
  );
}

/** Section 3.1: what is longer goes on in the next line, behind a space. No character is taken apart. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > MAX_LINE_BYTES) {
      lines.push(current);
      current = ' ';
      bytes = 1;
    }
    current += character;
    bytes += size;
  }
  return [...lines, current].join('\r\n');
}

function utcTime(atS: number): string {
  return `${new Date(Math.floor(atS) * 1000).toISOString().replace(/[-:]|\.\d+/g, '')}`;
}

function zonedTime(atS: number, timeZone: string | null): string {
  if (timeZone === null) return `:${utcTime(atS)}`;
  return `;TZID=${timeZone}:${wallTime(atS, offsetAt(atS, timeZone))}`;
}

/** `20261129T090000`: what clocks show that are so far ahead of UTC, in seconds. */
function wallTime(atS: number, offsetS: number): string {
  return utcTime(atS + offsetS).replace('Z', '');
}

function zonesOf(events: readonly CalendarEvent[]): readonly string[] {
  const zones = events.map(({ timeZone }) => timeZone).filter((zone) => zone !== null);
  return [...new Set(zones)];
}

/** Section 3.6.5: what clocks in a zone do, from the first of its events to the last. */
function zoneLines(timeZone: string, events: readonly CalendarEvent[]): readonly string[] {
  const times = events
    .filter((event) => event.timeZone === timeZone)
    .flatMap(({ startS, endS }) => [startS, endS ?? startS]);
  const fromS = Math.min(...times) - DAY_S;
  const changes = offsetChanges(timeZone, fromS, Math.max(...times) + DAY_S);
  const first = offsetAt(fromS, timeZone);
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${timeZone}`,
    ...observance(fromS, first, first),
    ...changes.flatMap(({ atS, before, after }) => observance(atS, before, after)),
    'END:VTIMEZONE',
  ];
}

function observance(atS: number, before: number, after: number): readonly string[] {
  const kind = after > before ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${wallTime(atS, before)}`,
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(after)}`,
    `END:${kind}`,
  ];
}

const DAY_S = 86_400;

type OffsetChange = { readonly atS: number; readonly before: number; readonly after: number };

/** When clocks are moved, to the second. No zone does so twice in a day. */
function offsetChanges(timeZone: string, fromS: number, toS: number): readonly OffsetChange[] {
  const changes: OffsetChange[] = [];
  for (let dayS = fromS; dayS < toS; dayS += DAY_S) {
    const before = offsetAt(dayS, timeZone);
    const after = offsetAt(dayS + DAY_S, timeZone);
    if (before === after) continue;
    let low = dayS;
    let high = dayS + DAY_S;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(middle, timeZone) === before) low = middle;
      else high = middle;
    }
    changes.push({ atS: high, before, after });
  }
  return changes;
}

/** How far a zone's clocks are ahead of UTC, seconds. */
function offsetAt(atS: number, timeZone: string): number {
  const name = formatOf(timeZone).formatToParts(atS * 1000);
  const text = name.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours = '0', minutes = '0', seconds = '0'] =
    /([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(text) ?? [];
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return sign === '-' ? -size : size;
}

/** Making one costs a hundred times what using it does. */
let lastFormat: { readonly timeZone: string; readonly format: Intl.DateTimeFormat } | null = null;

function formatOf(timeZone: string): Intl.DateTimeFormat {
  if (lastFormat?.timeZone !== timeZone) {
    const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    lastFormat = { timeZone, format };
  }
  return lastFormat.format;
}

function offsetText(offsetS: number): string {
  const size = Math.abs(offsetS);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const seconds = size % 60 === 0 ? '' : two(size % 60);
  return `${offsetS < 0 ? '-' : '+'}${two(size / 3600)}${two((size / 60) % 60)}${seconds}`;
}
