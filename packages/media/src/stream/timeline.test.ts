import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Placed, Timeline } from './timeline.ts';

const MS = 90;

function started(): Timeline {
  const timeline = new Timeline();
  timeline.start(1_000_000 * MS, 500 * MS);
  return timeline;
}

/** Frames of video every 40 ms and of audio every 20, for a while. */
function play(timeline: Timeline, fromMs: number, ms: number): Placed[] {
  const placed: Placed[] = [];
  for (let at = 0; at < ms; at += 40) {
    placed.push(timeline.placeVideo((fromMs + at) * MS, at % 1000 === 0));
    timeline.placeAudio((fromMs + at) * MS);
    timeline.placeAudio((fromMs + at + 20) * MS);
  }
  return placed;
}

describe('the timeline', () => {
  it('moves an encoder with any clock to where the generation is', () => {
    expect(play(started(), 1_000_000, 120)).toEqual([500 * MS, 540 * MS, 580 * MS]);
  });

  it('keeps audio and video together', () => {
    const timeline = started();
    expect(timeline.placeVideo(1_000_040 * MS, true)).toBe(540 * MS);
    expect(timeline.placeAudio(1_000_041 * MS)).toBe(541 * MS);
  });

  it('never lets video go back or stand still', () => {
    const timeline = started();
    const placed = [0, 40, 40, 30, 80].map((ms) =>
      timeline.placeVideo((1_000_000 + ms) * MS, false),
    );
    expect(placed).toEqual([500, 540, 541, 542, 580].map((ms) => ms * MS));
  });

  it('accepts a gap of up to three seconds', () => {
    const timeline = started();
    play(timeline, 1_000_000, 400);
    expect(timeline.placeVideo(1_003_300 * MS, false)).toBe(3800 * MS);
  });

  it.each([
    ['forward', 5_000_000],
    ['back', 10_000],
    ['a second back', 999_400],
  ])('sees video jump %s at the second frame that says so', (_where, ms) => {
    const timeline = started();
    play(timeline, 1_000_000, 400);
    expect(timeline.placeVideo(ms * MS, false)).toBe('dropped');
    expect(timeline.placeVideo((ms + 40) * MS, false)).toBe('jumped');
  });

  it('sees video jump at once at a key frame', () => {
    const timeline = started();
    play(timeline, 1_000_000, 400);
    expect(timeline.placeVideo(5_000_000 * MS, true)).toBe('jumped');
  });

  it('loses one frame to a damaged time stamp, and no more', () => {
    const timeline = started();
    play(timeline, 1_000_000, 400);
    expect(timeline.placeVideo(77 * MS, false)).toBe('dropped');
    expect(timeline.placeVideo(1_000_400 * MS, false)).toBe(900 * MS);
  });

  it('judges audio by the video: a stray frame is dropped', () => {
    const timeline = started();
    play(timeline, 1_000_000, 400);
    expect(timeline.placeAudio(9_000_000 * MS)).toBe('dropped');
    expect(timeline.placeAudio(1_000_410 * MS)).toBe(910 * MS);
  });

  it('moves audio to the video when it has a clock of its own', () => {
    const timeline = started();
    play(timeline, 1_000_000, 400);
    const placed: Placed[] = [];
    for (let frame = 0; frame < 60; frame++) {
      placed.push(timeline.placeAudio((9_000_000 + frame * 20) * MS));
    }
    const first = placed.findIndex((position) => position !== 'dropped');
    expect(first).toBeGreaterThan(30);
    expect(placed[first]).toBe(860 * MS);
    expect(placed[first + 1]).toBe(880 * MS);
  });

  it('sees audio jump where there is no video', () => {
    const timeline = started();
    timeline.placeAudio(1_000_000 * MS);
    expect(timeline.placeAudio(1 * MS)).toBe('dropped');
    expect(timeline.placeAudio(21 * MS)).toBe('jumped');
  });

  it('gives growing positions for video whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -(2 ** 33), max: 2 ** 33 })), (stamps) => {
        const timeline = started();
        let last = Number.NEGATIVE_INFINITY;
        for (const stamp of stamps) {
          const position = timeline.placeVideo(stamp, false);
          if (typeof position !== 'number') continue;
          expect(position).toBeGreaterThan(last);
          last = position;
        }
      }),
    );
  });
});
