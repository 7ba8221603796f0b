import { describe, expect, it } from 'vitest';
import { StreamClock } from './stream-clock.ts';

const WALL_MS = 1_800_000_000_000;
const FRAME_MS = 1000 / 30;

/** A random number generator that gives the same numbers every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

/** Plays media for a time; returns how far the clock is from the true time at each second. */
function play(
  seconds: number,
  arrivalMs: (positionMs: number) => number,
  trueMs: (positionMs: number) => number = (positionMs) => positionMs,
): readonly number[] {
  const clock = new StreamClock();
  clock.anchor(0, WALL_MS, arrivalMs(0));
  const errors: number[] = [];
  for (let positionMs = 0; positionMs < seconds * 1000; positionMs += FRAME_MS) {
    clock.observe(positionMs, arrivalMs(positionMs));
    if (positionMs % 1000 < FRAME_MS) {
      errors.push(clock.timeAtMs(positionMs) - WALL_MS - trueMs(positionMs));
    }
  }
  return errors;
}

describe('the stream clock', () => {
  it('follows the media and not its arrival', () => {
    const random = seeded(1);
    const errors = play(300, (positionMs) => positionMs + 40 + random() * 200);
    const steps = errors.slice(1).map((error, index) => Math.abs(error - (errors[index] ?? 0)));
    expect(Math.max(...steps)).toBeLessThanOrEqual(1.05);
  });

  it('does not notice that a network stood still for ten seconds', () => {
    const isStalled = (positionMs: number) => positionMs > 100_000 && positionMs < 110_000;
    const errors = play(300, (positionMs) => (isStalled(positionMs) ? 110_000 : positionMs) + 50);
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(0.001);
  });

  it('stays with the wall clock when the encoder is 200 ppm fast', () => {
    const random = seeded(2);
    // The encoder says 1000 ms when 999.8 have passed.
    const real = (positionMs: number) => positionMs * 0.9998;
    const errors = play(7200, (positionMs) => real(positionMs) + 30 + random() * 80, real);
    expect(Math.abs(errors.at(-1) ?? 0)).toBeLessThan(60);
    expect(0.0002 * 7_200_000).toBeGreaterThan(1400);
  });

  it('stays with the wall clock when the encoder is 200 ppm slow', () => {
    const random = seeded(3);
    const real = (positionMs: number) => positionMs * 1.0002;
    const errors = play(7200, (positionMs) => real(positionMs) + 30 + random() * 80, real);
    expect(Math.abs(errors.at(-1) ?? 0)).toBeLessThan(60);
  });

  it('corrects at most a millisecond in a second', () => {
    // The first frames came out of a queue that was half a second long.
    const errors = play(600, (positionMs) => positionMs + (positionMs < 500 ? 500 : 0));
    const steps = errors.slice(1).map((error, index) => error - (errors[index] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(-1.05);
    expect(errors.at(-1)).toBeLessThan(-450);
  });

  it('is back within a minute where it is far off, a twentieth of the time at most', () => {
    const errors = play(120, (positionMs) => positionMs + (positionMs < 2000 ? 2000 : 0));
    const steps = errors.slice(1).map((error, index) => error - (errors[index] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(-52.5);
    expect(errors[60]).toBeLessThan(-1450);
  });

  it('can be tied to another moment', () => {
    const clock = new StreamClock();
    clock.anchor(0, WALL_MS, 0);
    clock.observe(1000, 1000);
    clock.anchor(5000, WALL_MS + 20_000, 20_000);
    expect(clock.timeAtMs(5500)).toBe(WALL_MS + 20_500);
  });
});
