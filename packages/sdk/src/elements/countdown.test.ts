import { describe, expect, it } from 'vitest';
import { countdownOf, msToNextSecond } from './countdown.ts';

describe('countdown', () => {
  it('splits what is left, a begun second counting whole', () => {
    expect(countdownOf(8_072_001)).toEqual({ days: 0, hours: 2, minutes: 14, seconds: 33 });
    expect(countdownOf(2 * 86_400_000)).toEqual({ days: 2, hours: 0, minutes: 0, seconds: 0 });
    expect(countdownOf(1)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 1 });
  });

  it('has nothing to count from the moment on', () => {
    expect(countdownOf(0)).toBeNull();
    expect(countdownOf(-5_000)).toBeNull();
  });

  it('ticks when the number changes', () => {
    expect(msToNextSecond(8_072_001)).toBe(1);
    expect(msToNextSecond(8_072_000)).toBe(1_000);
    expect(msToNextSecond(8_072_999)).toBe(999);
  });
});
