import { expect, test } from 'vitest';
import { measureTake } from './measure-take.ts';
import type { RecordedSegment, RecordedTake } from './recorded-take.ts';

const SEGMENT_MS = 2002.1333;

/** Ten segments of both tracks that begin at no whole millisecond. */
function takeOfTen(): RecordedTake {
  const segments = (sizeBytes: number): RecordedSegment[] =>
    Array.from({ length: 10 }, (_, msn) => ({
      ...{ msn, stem: `video-k3f9-${msn}`, initId: 0, startsAtMs: msn * SEGMENT_MS },
      ...{ durationMs: SEGMENT_MS, isIndependent: true, sizeBytes, keyFrame: null },
      ...{ offsetMs: msn * SEGMENT_MS, isDiscontinuous: false },
    }));
  return {
    webcastId: '0_ab12cd34',
    generation: 'k3f9k3f9k3f9',
    tracks: new Map([
      ['video', { name: 'video', inits: new Map(), segments: segments(900) }],
      ['audio', { name: 'audio', inits: new Map(), segments: segments(100) }],
    ]),
  };
}

test('a trim leaves the segments that hold its moments, and as a trim they leave the same again', () => {
  const take = takeOfTen();
  const measured = measureTake(take, { fromMs: 5_000, toMs: 9_000 });
  expect(measured).toEqual({
    trim: { fromMs: 4_005, toMs: 10_010 },
    durationMs: 6_006,
    sizeBytes: 3_000,
  });
  for (let first = 0; first < 10; first++) {
    const fromMs = Math.round(first * SEGMENT_MS) + 1;
    const stretch = measureTake(take, { fromMs, toMs: fromMs + 1 });
    expect(stretch?.sizeBytes).toBe(1_000);
    expect(measureTake(take, stretch?.trim ?? null)).toEqual(stretch);
  }
});

test('all of a take has its whole length, and nothing is left behind its end', () => {
  expect(measureTake(takeOfTen(), null)).toMatchObject({ durationMs: 20_021, sizeBytes: 10_000 });
  const whole = measureTake(takeOfTen(), { fromMs: 0, toMs: 1e9 });
  expect(whole).toEqual(measureTake(takeOfTen(), null));
  expect(measureTake(takeOfTen(), { fromMs: 20_100, toMs: 30_000 })).toBeNull();
});
