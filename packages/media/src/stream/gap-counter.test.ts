import { describe, expect, it } from 'vitest';
import { GapCounter } from './gap-counter.ts';

/** Counts what is missing between pictures at these times, ms, as RTMP rounds them. */
function missingIn(timesMs: readonly number[]): number {
  const counter = new GapCounter();
  return timesMs.reduce((sum, timeMs) => sum + counter.observe(Math.round(timeMs) * 90), 0);
}

function even(framesPerSecond: number, frames: number): number[] {
  return Array.from({ length: frames }, (_, index) => (index * 1000) / framesPerSecond);
}

describe('pictures that an encoder has left out', () => {
  it.each([24, 25, 29.97, 30, 50, 59.94, 60])('are none at even %s frames a second', (rate) => {
    expect(missingIn(even(rate, 3000))).toBe(0);
  });

  it.each([25, 30, 60])('are counted at %s frames a second', (rate) => {
    const times = even(rate, 3000);
    const left = times.filter((_, index) => index < 100 || index % 500 > 6);
    expect(missingIn(left)).toBe(times.length - left.length);
  });

  it('are counted over a second and more', () => {
    const times = even(30, 300).filter((_, index) => index < 100 || index >= 160);
    expect(missingIn(times)).toBe(60);
  });

  it('are not what lies between pictures that never were even', () => {
    let timeMs = 0;
    const uneven = Array.from({ length: 2000 }, (_, index) => {
      timeMs += 20 + ((index * 7919) % 400);
      return timeMs;
    });
    expect(missingIn(uneven)).toBe(0);
  });

  it('are not many where the rate has changed', () => {
    const before = even(30, 300);
    const after = even(10, 3000).map((timeMs) => 10_100 + timeMs);
    expect(missingIn([...before, ...after])).toBeLessThanOrEqual(2 * 8 + 3);
  });

  it('are not the time of a pause, of a clock that was set, or of one that stands', () => {
    const times = even(30, 100);
    expect(missingIn([...times, ...times.map((timeMs) => timeMs + 60_000)])).toBe(0);
    expect(missingIn([...times, ...times])).toBe(0);
    expect(missingIn([...times, ...times.map(() => 5000)])).toBeLessThanOrEqual(60);
  });
});
