import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ApiError } from '../errors/api-error.ts';
import { MAX_OCCURRENCES, MAX_REACH_S, occurrencesOf } from './occurrences.ts';

const START = Date.UTC(2026, 10, 30, 9) / 1000;
const DAY = 86_400;

const daysOf = (rule: Parameters<typeof occurrencesOf>[0]) =>
  occurrencesOf(rule, START).map((each) => (each - START) / DAY);

test.each([
  [{ frequency: 'days', count: 3 }, [0, 1, 2]],
  [{ frequency: 'days', interval: 2, until: START + 4 * DAY }, [0, 2, 4]],
  [{ frequency: 'weeks', byDay: 'MO,WE', count: 4 }, [0, 2, 7, 9]],
  [{ frequency: 'months', byDay: '-1FR', count: 2 }, [25, 60]],
  [{ frequency: 'months', byDay: 'MO,TU', byOffset: '1', count: 2 }, [1, 35]],
  [{ frequency: 'years', byMonth: '12', byMonthDay: '24,25', count: 3 }, [24, 25, 389]],
] as const)('%o comes to pass on the days that RFC 5545 says', (rule, days) => {
  expect(daysOf(rule)).toEqual(days);
});

test('a rule without an end ends after two years', () => {
  const starts = occurrencesOf({ frequency: 'weeks' }, START);
  expect(starts).toHaveLength(105);
  expect(starts.at(-1)).toBeLessThanOrEqual(START + MAX_REACH_S);
});

test.each([
  [{}, /days, weeks, months or years \(got ""\)/],
  [{ frequency: 'seconds' }, /got "seconds"/],
  [{ frequency: 'hours', count: 2 }, /got "hours"/],
  [{ frequency: 'days', timeZone: 'Mars/Base' }, /Europe\/Berlin \(got "Mars\/Base"\)/],
  [{ frequency: 'days', byHour: '9,25' }, /got "25"/],
  [{ frequency: 'weeks', byDay: 'MO,XX' }, /got "XX"/],
  [{ frequency: 'days', byMonthDay: '0' }, /got "0"/],
  [{ frequency: 'days', until: START + 3 * 366 * DAY }, /two years/],
  [{ frequency: 'days', byHour: '9,10,11' }, /at most 1000 times/],
  [{ frequency: 'years', byMonth: '2', byMonthDay: '30' }, /comes to pass within two years/],
  [{ frequency: 'days', until: START - DAY }, /comes to pass/],
] as const)('%o is refused with what was expected', (rule, words) => {
  expect(() => occurrencesOf(rule, START)).toThrow(words);
});

test('no rule gives more than is stored, goes on without an end, or fails otherwise', () => {
  const numbers = fc.array(fc.integer({ min: -400, max: 400 }), { maxLength: 6 }).map(String);
  const rule = fc.record(
    {
      frequency: fc.constantFrom('days', 'weeks', 'months', 'years'),
      interval: fc.integer({ min: 1, max: 1000 }),
      count: fc.integer({ min: 1, max: 1_000_000 }),
      byHour: numbers,
      byMinute: numbers,
      bySecond: numbers,
      byDay: fc.constantFrom('', 'MO', '5FR', '-53SU', 'MO,TU,WE'),
      byMonthDay: numbers,
      byYearDay: numbers,
      byWeekNumber: numbers,
      byMonth: numbers,
      byOffset: numbers,
      timeZone: fc.constantFrom('', 'UTC', 'Europe/Berlin', 'Pacific/Apia', 'US/Pacific'),
    },
    { requiredKeys: ['frequency'] },
  );
  fc.assert(
    fc.property(rule, (each) => {
      try {
        const starts = occurrencesOf(each, START);
        expect(starts.length).toBeGreaterThan(0);
        expect(starts.length).toBeLessThanOrEqual(MAX_OCCURRENCES);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      } catch (error) {
        expect(error).toBeInstanceOf(ApiError);
      }
    }),
    { numRuns: 150 },
  );
});
