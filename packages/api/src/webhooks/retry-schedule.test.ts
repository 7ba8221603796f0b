import { describe, expect, test } from 'vitest';
import { askedDelayMs, MAX_TRIES, retryDelayMs } from './retry-schedule.ts';

describe('when a webhook is tried again', () => {
  test('soon at first, for about a day, and then no more', () => {
    const delays = Array.from({ length: MAX_TRIES }, (_, index) =>
      retryDelayMs(index + 1, null, 0),
    );
    expect(delays).toEqual([
      5000,
      300_000,
      1_800_000,
      7_200_000,
      18_000_000,
      36_000_000,
      50_400_000,
      null,
    ]);
  });

  test('with up to a fifth of it at random', () => {
    expect(retryDelayMs(1, null, 0.5)).toBe(5500);
    expect(retryDelayMs(2, null, 0.999)).toBeLessThanOrEqual(360_000);
  });

  test('not before the receiver wants it, up to an hour', () => {
    expect(retryDelayMs(1, 60_000, 0)).toBe(60_000);
    expect(retryDelayMs(1, 86_400_000, 0)).toBe(3_600_000);
    expect(retryDelayMs(4, 60_000, 0)).toBe(7_200_000);
    expect(askedDelayMs('120')).toBe(120_000);
    for (const text of [
      undefined,
      '',
      '-1',
      '1.5',
      'soon',
      '9999999',
      'Mon, 30 Nov 2026 00:00:00 GMT',
    ])
      expect(askedDelayMs(text)).toBeNull();
  });
});
