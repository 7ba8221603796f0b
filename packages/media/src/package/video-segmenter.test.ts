import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VideoConfig } from '../stream/frame.ts';
import { MemoryGeneration } from '../stream/testing/memory-archive.ts';
import { SETTINGS } from '../stream/testing/test-channels.ts';
import type { Segment } from './segment.ts';
import { segmentFileName } from './segment.ts';
import { SegmentWindow } from './segment-window.ts';
import { type ReadSample, readBoxes, readFragment } from './testing/read-fragment.ts';
import { TrackWriter } from './track-writer.ts';
import { VideoSegmenter } from './video-segmenter.ts';

const PART_MS = 500;
const CONFIG: VideoConfig = {
  codec: 'h264',
  codecString: 'avc1.64001f',
  widthPx: 1280,
  heightPx: 720,
  framesPerSecond: null,
  decoderConfig: Uint8Array.of(1, 100, 0, 31),
};

type TestFrame = { readonly dts: number; readonly pts: number; readonly isKey: boolean };

type Cut = {
  readonly segments: readonly Segment[];
  readonly samples: readonly ReadSample[];
  readonly cuts: readonly number[];
};

/** Cuts frames whose data says which one they are. */
function cut(frames: readonly TestFrame[], framesPerSecond: number | null = null): Cut {
  const archive = new MemoryGeneration(SETTINGS, 'g', 'on-air', 0);
  const window = new SegmentWindow({
    name: 'video',
    partTargetMs: PART_MS,
    dvrWindowMs: 86_400_000,
    archive,
    run: 'test',
  });
  const cuts: number[] = [];
  const writer = new TrackWriter({
    window,
    timeAtMs: (positionMs) => positionMs,
    carriesEvents: true,
    flavorId: 32,
    isRecorded: () => false,
  });
  const onCut = (ticks: number) => cuts.push(ticks);
  const segmenter = new VideoSegmenter({ writer, partTargetMs: PART_MS, onCut });
  segmenter.startStretch({ ...CONFIG, framesPerSecond }, 0);
  const first = frames[0]?.pts ?? 0;
  for (const [index, { dts, pts, isKey }] of frames.entries()) {
    segmenter.write(dts - first, pts - first, isKey, new Uint8Array(Uint32Array.of(index).buffer));
  }
  segmenter.flush(segmenter.expectedEndTicks);
  const samples = window.segments.flatMap((segment) => readSegment(archive, segment));
  return { segments: window.segments, samples, cuts };
}

function readSegment(archive: MemoryGeneration, segment: Segment): readonly ReadSample[] {
  const bytes = archive.files.get(segmentFileName(segment.stem)) ?? new Uint8Array(0);
  let decodeTime = Math.round(segment.startMs * 90);
  return segment.parts.flatMap((part) => {
    const fragment = readFragment(
      bytes.subarray(part.offsetBytes, part.offsetBytes + part.sizeBytes),
    );
    expect(fragment.decodeTime).toBe(decodeTime);
    for (const sample of fragment.samples) decodeTime += sample.durationTicks;
    expect(fragment.samples[0]?.isKey).toBe(part.isIndependent);
    return fragment.samples;
  });
}

/** Frames at a rate, with time stamps in whole ms as RTMP has them. */
function regular(rate: number, seconds: number, gopSeconds: number, bFrames: number): TestFrame[] {
  const frames: TestFrame[] = [];
  const gop = Math.max(1, Math.round(gopSeconds * rate));
  const ticks = (frame: number) => Math.round((frame * 1000) / rate) * 90;
  for (let frame = 0; frame < rate * seconds; frame++) {
    const inGop = frame % gop;
    // Any reordering will do: every picture is shown `bFrames` after it is decoded, those of the B kind sooner.
    const isB = bFrames > 0 && inGop % (bFrames + 1) !== 0;
    const pts = ticks(isB ? frame : frame + bFrames);
    frames.push({ dts: ticks(frame), pts, isKey: inGop === 0 });
  }
  return frames;
}

function checkWhole(frames: readonly TestFrame[], { segments, samples }: Cut): void {
  const order = samples.map(({ data }) => Buffer.from(data).readUInt32LE());
  expect(order).toEqual(frames.map((_, index) => index));
  expect(samples.map((sample) => sample.isKey)).toEqual(frames.map((frame) => frame.isKey));

  let decodeTime = 0;
  for (const [index, sample] of samples.entries()) {
    const frame = frames[index];
    const next = frames[index + 1];
    expect(decodeTime + sample.compositionOffset).toBe((frame?.pts ?? 0) - (frames[0]?.pts ?? 0));
    if (next !== undefined) expect(sample.durationTicks).toBe(next.dts - (frame?.dts ?? 0));
    decodeTime += sample.durationTicks;
  }
  expect(samples[0]?.compositionOffset).toBe(0);

  let position = 0;
  for (const [index, segment] of segments.entries()) {
    expect(segment.msn).toBe(index);
    expect(segment.startMs).toBeCloseTo(position, 6);
    position += segment.durationMs;
    expect(Math.round(segment.durationMs / 1000)).toBeLessThanOrEqual(6);
    const parts = segment.parts.reduce((sum, part) => sum + part.durationMs, 0);
    expect(segment.durationMs).toBeCloseTo(parts, 6);
  }
}

function checkParts({ segments }: Cut): void {
  for (const segment of segments) {
    for (const part of segment.parts) {
      expect(part.durationMs).toBeLessThanOrEqual(PART_MS);
      if (part.index < segment.parts.length - 1) {
        expect(part.durationMs).toBeGreaterThanOrEqual(0.85 * PART_MS);
      }
    }
  }
}

const RATES = [24_000 / 1001, 24, 25, 30_000 / 1001, 30, 50, 60_000 / 1001, 60];

describe('the video segmenter', () => {
  it('keeps to the frame grid at every usual rate and key frame distance', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RATES),
        fc.constantFrom(0.5, 1, 2, 3, 4, 5, 6, 8, 10, 12),
        fc.constantFrom(0, 1, 2, 3),
        fc.boolean(),
        (rate, gopSeconds, bFrames, isClaimed) => {
          const frames = regular(rate, 26, gopSeconds, bFrames);
          const done = cut(frames, isClaimed ? rate : null);
          checkWhole(frames, done);
          checkParts(done);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each(RATES)('starts every segment with a key frame when there is one a second: %d', (rate) => {
    const { segments } = cut(regular(rate, 20, 1, 0));
    expect(segments.every((segment) => segment.isIndependent)).toBe(true);
    expect(segments.every((segment) => segment.keyFrame !== null)).toBe(true);
    for (const segment of segments.slice(1, -1)) {
      expect(segment.durationMs).toBeGreaterThanOrEqual(1900);
      expect(segment.durationMs).toBeLessThanOrEqual(2200);
    }
  });

  it('ends the first segment at the first key frame, so that players can begin', () => {
    const { segments } = cut(regular(30, 20, 1, 0));
    const rounded = segments.map(({ durationMs }) => Math.round(durationMs / 100) / 10);
    expect(rounded.slice(0, 3)).toEqual([1, 2, 2]);
  });

  it('ends a segment at six seconds where no key frame comes, and the first one at three', () => {
    const { segments } = cut(regular(30, 24, 8, 0));
    const rounded = segments.map(({ durationMs }) => Math.round(durationMs / 100) / 10);
    expect(rounded).toEqual([3, 5, 6, 2, 6, 2]);
    expect(segments.map((segment) => segment.isIndependent)).toEqual([
      ...[true, false, true, false, true, false],
    ]);
    expect(segments[1]?.keyFrame).toBeNull();
  });

  it('waits a little longer for a key frame that is due', () => {
    // Six seconds of 29.97 frames take 6.006 s.
    const { segments } = cut(regular(30_000 / 1001, 60, 6, 0));
    expect(segments.filter((segment) => !segment.isIndependent).length).toBeLessThanOrEqual(1);
    const longest = Math.max(...segments.map((segment) => segment.durationMs));
    expect(Math.round(longest / 1000)).toBe(6);
  });

  it('publishes a part with the frame after it', () => {
    const { segments } = cut(regular(30, 3, 1, 0), 30);
    expect(segments[0]?.parts.map((part) => part.durationMs)).toEqual([500, 500]);
  });

  it('tells the audio where it has cut', () => {
    const { segments, cuts } = cut(regular(25, 10, 2, 2));
    expect(cuts).toEqual(segments.slice(1).map((segment) => Math.round(segment.startMs * 90)));
  });

  it('keeps variable frame rates whole, and inside the part target where frames allow it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 5, max: 400 }), { minLength: 2, maxLength: 300 }),
        fc.integer({ min: 1, max: 200 }),
        (stepsMs, gop) => {
          let ms = 0;
          const frames = [0, ...stepsMs].map((step, index) => {
            ms += step;
            return { dts: ms * 90, pts: ms * 90, isKey: index % gop === 0 };
          });
          const done = cut(frames);
          checkWhole(frames, done);
          for (const part of done.segments.flatMap((segment) => segment.parts)) {
            expect(part.durationMs).toBeLessThanOrEqual(PART_MS);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('shows a picture for as long as it stood, longer than a part', () => {
    const dts = [0, 1000, 2000, 4500, 7000, 7040].map((ms) => ms * 90);
    const frames = dts.map((at, index) => ({ dts: at, pts: at, isKey: index === 0 }));
    checkWhole(frames, cut(frames));
  });

  it('puts an event with the clock at the start of each segment and once a second', () => {
    const archive = new MemoryGeneration(SETTINGS, 'g', 'on-air', 0);
    const window = new SegmentWindow({
      name: 'video',
      partTargetMs: PART_MS,
      dvrWindowMs: 0,
      archive,
      run: 'test',
    });
    const writer = new TrackWriter({
      window,
      timeAtMs: (positionMs) => 1_800_000_000_000 + positionMs,
      carriesEvents: true,
      flavorId: 32,
      isRecorded: () => false,
    });
    const segmenter = new VideoSegmenter({ writer, partTargetMs: PART_MS, onCut: () => undefined });
    segmenter.startStretch(CONFIG, 0);
    for (const { dts, pts, isKey } of regular(30, 6, 2, 0)) {
      segmenter.write(dts, pts, isKey, Uint8Array.of(1));
    }
    segmenter.flush(segmenter.expectedEndTicks);
    const events: (string | null)[] = [];
    for (const { stem, parts } of window.segments) {
      const bytes = archive.files.get(segmentFileName(stem)) ?? new Uint8Array(0);
      for (const { offsetBytes, sizeBytes } of parts) {
        const { event } = readFragment(bytes.subarray(offsetBytes, offsetBytes + sizeBytes));
        events.push(event === null ? null : event.slice(event.indexOf('{')));
      }
      const [first] = readBoxes(bytes);
      expect(first?.type).toBe('emsg');
    }
    const clockAt = (ms: number) => `{"timestamp":${1_800_000_000_000 + ms},"sequenceId":"32"}`;
    // The last frame is estimated at a tick more than fits, and begins a part of its own.
    events.length = 12;
    expect(events).toEqual([0, 1000, 2000, 3000, 4000, 5000].flatMap((ms) => [clockAt(ms), null]));
  });

  it('ends behind the last picture, also where the ones that are shown before it have not come', () => {
    // I, P, then two pictures between them; the next P, and the encoder is cut off.
    const times = [
      [-6000, 0],
      [-3000, 9000],
      [0, 3000],
      [3000, 6000],
      [6000, 18_000],
    ] as const;
    const { samples } = cut(
      times.map(([dts, pts]) => ({ dts, pts, isKey: pts === 0 })),
      30,
    );
    const endTicks = samples.reduce((sum, { durationTicks }) => sum + durationTicks, 0);
    expect(endTicks).toBe(21_000);
  });
});
