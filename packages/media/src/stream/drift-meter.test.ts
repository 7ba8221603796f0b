import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DriftMeter } from './drift-meter.ts';

const FRAME_MS = 1000 / 30;

/** Lets media arrive for a time and looks every two seconds; gives what was seen. */
function play(
  seconds: number,
  arrivedMs: (mediaMs: number) => number,
  clockMs: (mediaMs: number) => number = (mediaMs) => mediaMs,
): readonly number[] {
  const meter = new DriftMeter();
  const drifts: number[] = [];
  let lookedMs = 0;
  for (let mediaMs = 0; mediaMs < seconds * 1000; mediaMs += FRAME_MS) {
    meter.observe(clockMs(mediaMs) * 90, 5000 + arrivedMs(mediaMs));
    if (mediaMs - lookedMs < 2000) continue;
    lookedMs = mediaMs;
    drifts.push(meter.takeMs());
  }
  return drifts;
}

describe('the drift of a media clock', () => {
  it('is nothing where media arrives with delays that come and go', () => {
    let turn = 0;
    const drifts = play(120, (mediaMs) => mediaMs + 40 + (turn++ % 7) * 15);
    for (const drift of drifts) expect(Math.abs(drift)).toBeLessThan(1);
  });

  it('grows with an encoder that is fast, and falls with one that is slow', () => {
    const fast = play(600, (mediaMs) => mediaMs * 0.999).at(-1);
    const slow = play(600, (mediaMs) => mediaMs * 1.001).at(-1);
    // 600 ms in ten minutes, but for those in which the clock settled.
    expect(fast).toBeGreaterThan(580);
    expect(fast).toBeLessThan(601);
    expect(slow).toBeLessThan(-580);
    expect(slow).toBeGreaterThan(-601);
  });

  it('shows an encoder that can not keep up, by how far it is behind', () => {
    // From the first minute on, the network takes a tenth less than there is.
    const drifts = play(120, (mediaMs) => mediaMs + Math.max(0, mediaMs - 60_000) / 9);
    expect(drifts.at(28)).toBeCloseTo(0, 5);
    expect(drifts.at(-1)).toBeLessThan(-6000);
  });

  it('takes no notice of a network that stood still and caught up', () => {
    const drifts = play(120, (mediaMs) =>
      mediaMs > 60_000 && mediaMs < 65_000 ? 65_000 : mediaMs,
    );
    expect(Math.abs(drifts.at(-1) ?? 1)).toBeLessThan(0.001);
  });

  it('takes no notice of the burst that an encoder begins with', () => {
    // Two seconds at once, and always two seconds ahead from then on.
    const drifts = play(60, (mediaMs) => Math.max(0, mediaMs - 2000));
    expect(Math.abs(drifts.at(-1) ?? 1)).toBeLessThan(0.001);
  });

  it('survives a clock that wraps or jumps, and keeps what was drifted before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -(2 ** 32), max: 2 ** 32 }), { maxLength: 6 }),
        (jumps) => {
          const offsetAt = (mediaMs: number) =>
            jumps.slice(0, Math.floor(mediaMs / 20_000)).reduce((sum, jump) => sum + jump, 0);
          const isHuge = jumps.every((jump) => jump > 4000 || jump < -1000);
          fc.pre(isHuge);
          const drifts = play(
            140,
            (mediaMs) => mediaMs * 1.001,
            (mediaMs) => mediaMs + offsetAt(mediaMs),
          );
          // What a jump hides is the drift between two frames.
          expect(drifts.at(-1)).toBeGreaterThan(-140);
          expect(drifts.at(-1)).toBeLessThan(-125);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('stays where it was while nothing arrives', () => {
    const meter = new DriftMeter();
    expect(meter.takeMs()).toBe(0);
    meter.observe(0, 0);
    meter.observe(900 * 90, 11_000);
    meter.takeMs();
    meter.observe(12_000 * 90, 12_000);
    expect(meter.takeMs()).toBe(meter.takeMs());
  });
});
