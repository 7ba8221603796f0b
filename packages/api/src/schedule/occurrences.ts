import { RRuleTemporal } from 'rrule-temporal';
import { ApiError } from '../errors/api-error.ts';
import type { RecurrenceValue } from '../schema/schedule.ts';

/** More than two years of days; a row is stored for each. */
export const MAX_OCCURRENCES = 1000;

/** How far ahead an event repeats, seconds: two years. */
export const MAX_REACH_S = 2 * 366 * 86_400;

/** Rules that hardly ever meet a day end after these: periods looked at, and moments in them. */
const MAX_ITERATIONS = 1500;
const MAX_CANDIDATES = 50_000;

const TYPE = 'KalturaScheduleEventRecurrence';

const FREQUENCIES: { readonly [frequency: string]: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY' } = {
  days: 'DAILY',
  weeks: 'WEEKLY',
  months: 'MONTHLY',
  years: 'YEARLY',
};

/**
 * When an event that repeats begins, each time (RFC 5545, section 3.3.10): Unix seconds, in order. Without an end of its
 * own the rule ends after two years.
 *
 * @param startS when it begins first: gives the time of day, in the rule's zone
 * @throws ApiError for a rule that says nothing, or too much
 */
export function occurrencesOf(rule: RecurrenceValue, startS: number): readonly number[] {
  const zone = zoneOf(rule);
  const lastS = startS + MAX_REACH_S;
  if (rule.until && rule.until > lastS) {
    refuse('until', `at most two years after startDate, ${lastS} (got ${rule.until})`);
  }
  const starts = new Set<number>();
  const untilS = rule.until || lastS;
  const occurrences = new RRuleTemporal({
    rruleString: `DTSTART;TZID=${zone}:${localTime(startS, zone)}\nRRULE:${ruleText(rule)}`,
    maxIterations: MAX_ITERATIONS,
    maxCandidateEvaluations: MAX_CANDIDATES,
    cache: false,
  });
  try {
    occurrences.all(({ epochMilliseconds }) => {
      const atS = Math.floor(epochMilliseconds / 1000);
      if (atS > untilS || starts.size > MAX_OCCURRENCES) return false;
      if (atS >= startS) starts.add(atS);
      return true;
    });
  } catch (error) {
    // The library has looked for long enough: what it has found by then is all there is in two years.
    if (!isExhaustion(error)) throw error;
  }
  if (starts.size === 0) refuse('frequency', 'a rule that comes to pass within two years');
  if (starts.size > MAX_OCCURRENCES) {
    refuse('count', `a rule that comes to pass at most ${MAX_OCCURRENCES} times in two years`);
  }
  return [...starts];
}

function isExhaustion(error: unknown): boolean {
  return error instanceof Error && /exceeded|out-of-bounds/i.test(error.message);
}

function ruleText(rule: RecurrenceValue): string {
  const frequency = FREQUENCIES[rule.frequency ?? ''];
  if (frequency === undefined) {
    refuse('frequency', `days, weeks, months or years (got "${rule.frequency ?? ''}")`);
  }
  const parts = [
    `FREQ=${frequency}`,
    rule.interval ? `INTERVAL=${rule.interval}` : '',
    rule.count ? `COUNT=${rule.count}` : '',
    numbers(rule, 'bySecond', 'BYSECOND', 0, 59),
    numbers(rule, 'byMinute', 'BYMINUTE', 0, 59),
    numbers(rule, 'byHour', 'BYHOUR', 0, 23),
    days(rule),
    numbers(rule, 'byMonthDay', 'BYMONTHDAY', 1, 31, true),
    numbers(rule, 'byYearDay', 'BYYEARDAY', 1, 366, true),
    numbers(rule, 'byWeekNumber', 'BYWEEKNO', 1, 53, true),
    numbers(rule, 'byMonth', 'BYMONTH', 1, 12),
    numbers(rule, 'byOffset', 'BYSETPOS', 1, 366, true),
    rule.weekStartDay ? `WKST=${rule.weekStartDay}` : '',
  ];
  return parts.filter((part) => part !== '').join(';');
}

type ListName =
  | 'bySecond'
  | 'byMinute'
  | 'byHour'
  | 'byMonthDay'
  | 'byYearDay'
  | 'byWeekNumber'
  | 'byMonth'
  | 'byOffset';

function numbers(
  rule: RecurrenceValue,
  name: ListName,
  part: string,
  min: number,
  max: number,
  isFromEndToo = false,
): string {
  const items = itemsOf(rule[name]);
  for (const item of items) {
    const value = /^[+-]?\d{1,3}$/.test(item) ? Number(item) : Number.NaN;
    const size = isFromEndToo ? Math.abs(value) : value;
    if (!(size >= min && size <= max)) {
      const range = isFromEndToo ? `${min} to ${max}, or -${max} to -${min}` : `${min} to ${max}`;
      refuse(name, `numbers from ${range}, separated by commas (got "${item}")`);
    }
  }
  return items.length === 0 ? '' : `${part}=${[...new Set(items.map(Number))].join(',')}`;
}

function days(rule: RecurrenceValue): string {
  const items = itemsOf(rule.byDay).map((item) => item.toUpperCase());
  const wrong = items.find(
    (item) => !/^([+-]?([1-9]|[1-4]\d|5[0-3]))?(MO|TU|WE|TH|FR|SA|SU)$/.test(item),
  );
  if (wrong !== undefined)
    refuse('byDay', `days as MO or -1FR, separated by commas (got "${wrong}")`);
  return items.length === 0 ? '' : `BYDAY=${[...new Set(items)].join(',')}`;
}

function itemsOf(csv: string | null | undefined): readonly string[] {
  return (csv ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** The rule’s zone, by the name that zones have today. @throws ApiError where there is none of that name */
export function zoneOf({ timeZone }: RecurrenceValue): string {
  if (!timeZone) return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return refuse('timeZone', `a time zone as Europe/Berlin (got "${timeZone}")`);
  }
}

/** `20261129T090000`, as clocks in the zone show it. */
function localTime(atS: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(atS * 1000);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '00';
  const date = `${of('year').padStart(4, '0')}${of('month')}${of('day')}`;
  return `${date}T${of('hour')}${of('minute')}${of('second')}`;
}

function refuse(name: string, format: string): never {
  throw new ApiError('PROPERTY_VALIDATION_WRONG_FORMAT', `${TYPE}::${name}`, format);
}
