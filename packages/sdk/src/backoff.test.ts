import { describe, expect, it } from 'vitest';
import { backoffMs } from './backoff.ts';

const LIMITS = { firstMs: 1_000, longestMs: 15_000 };

describe('backoff', () => {
  it('doubles its widest wait up to the limit', () => {
    const widest = [0, 1, 2, 3, 4, 5, 50].map((attempt) => backoffMs(attempt, LIMITS, 1));
    expect(widest).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  });

  it('spreads the waits of one attempt and never waits nothing', () => {
    expect(backoffMs(2, LIMITS, 0)).toBe(800);
    expect(backoffMs(2, LIMITS, 0.5)).toBe(2_400);
  });

  it('shows an attempt that is none', () => {
    expect(() => backoffMs(-1, LIMITS, 0)).toThrow('got -1');
  });
});
