import { describe, expect, it } from 'vitest';
import { clockText, scheduleText, windowText } from './format.ts';

describe('texts of times', () => {
  it('writes lengths the way players do', () => {
    expect(clockText(42_999)).toBe('0:42');
    expect(clockText(1_930_000)).toBe('32:10');
    expect(clockText(3_725_000)).toBe('1:02:05');
    expect(clockText(-1)).toBe('0:00');
  });

  it('writes a window in the unit that people would use', () => {
    expect(windowText(7_200_000, 'en')).toBe('2 hours');
    expect(windowText(5_400_000, 'en')).toBe('90 minutes');
    expect(windowText(7_200_000, 'de')).toBe('2 Stunden');
  });

  it('writes a start alone where the end is missing or before it', () => {
    const startsAtMs = Date.UTC(2026, 10, 26, 9);
    const alone = scheduleText(startsAtMs, null, 'en-GB', startsAtMs);
    expect(alone).toContain('26 November');
    expect(scheduleText(startsAtMs, startsAtMs - 1, 'en-GB', startsAtMs)).toBe(alone);
    expect(scheduleText(startsAtMs, startsAtMs + 5_400_000, 'en-GB', startsAtMs)).not.toBe(alone);
  });

  it('names the year where it is another one', () => {
    const nowMs = Date.UTC(2026, 10, 26, 9);
    const textIn = (year: number) => scheduleText(Date.UTC(year, 10, 26, 9), null, 'en-GB', nowMs);
    expect(textIn(2026)).not.toContain('2026');
    expect(textIn(2030)).toContain('2030');
    expect(textIn(2020)).toContain('2020');
  });
});
