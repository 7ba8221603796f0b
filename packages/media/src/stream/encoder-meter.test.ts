import { beforeAll, describe, expect, it } from 'vitest';
import { EncoderMeter } from './encoder-meter.ts';
import type { Frame } from './frame.ts';
import { encodeMedia } from './testing/encoded-media.ts';
import { ticksOf } from './testing/test-channels.ts';

let media: readonly Frame[];

beforeAll(async () => {
  media = await encodeMedia({ seconds: 8, keyFrameEvery: 60 });
});

/** Feeds real frames as they would come in time, and looks every two seconds. */
function measure(frames: readonly Frame[]) {
  const meter = new EncoderMeter(0);
  const samples: ReturnType<EncoderMeter['take']>[] = [];
  let newestMs = 0;
  for (const frame of frames) {
    newestMs = Math.max(newestMs, (ticksOf(frame) ?? 0) / 90);
    while (newestMs > 2000 * (samples.length + 1)) samples.push(meter.take());
    if (frame.kind === 'video') meter.countVideo(frame, newestMs);
    if (frame.kind === 'audio') meter.countAudio(frame, newestMs);
  }
  samples.push(meter.take());
  return samples;
}

describe('what an encoder sends', () => {
  it('is measured in bits, frames and key frames', () => {
    const bytesOf = (kind: 'video' | 'audio') =>
      media.reduce((sum, frame) => sum + (frame.kind === kind ? frame.data.byteLength : 0), 0);
    const samples = measure(media);
    expect(samples).toHaveLength(4);
    for (const { framesPerSecond } of samples) expect(framesPerSecond).toBeCloseTo(30, 0);
    expect(samples.map(({ keyFrameDistanceMs }) => keyFrameDistanceMs)).toEqual([
      null,
      2000,
      2000,
      2000,
    ]);
    const average = (read: (sample: (typeof samples)[number]) => number) =>
      samples.reduce((sum, sample) => sum + read(sample), 0) / samples.length;
    expect(average((sample) => sample.videoBitsPerSecond) / bytesOf('video')).toBeCloseTo(1, 1);
    expect(average((sample) => sample.audioBitsPerSecond) / bytesOf('audio')).toBeCloseTo(1, 1);
    expect(
      samples.map(({ droppedFrames, driftMs }) => [droppedFrames, Math.abs(driftMs) < 40]),
    ).toEqual([0, 0, 0, 0].map((none) => [none, true]));
  });

  it('is nothing while it stands still', () => {
    const meter = new EncoderMeter(0);
    meter.countVideo(videoAt(0, true), 10);
    meter.countVideo(videoAt(33, false), 43);
    meter.take();
    expect(meter.take()).toMatchObject({ framesPerSecond: 0, videoBitsPerSecond: 0 });
    expect(meter.take()).toMatchObject({ framesPerSecond: 0, keyFrameDistanceMs: null });
  });

  it('has key frames as far apart as the newest is long ago, where that is more', () => {
    const meter = new EncoderMeter(0);
    for (let timeMs = 0; timeMs <= 9000; timeMs += 100) {
      meter.countVideo(videoAt(timeMs, timeMs <= 2000 && timeMs % 1000 === 0), timeMs);
      if (timeMs === 2500) expect(meter.take().keyFrameDistanceMs).toBe(1000);
    }
    expect(meter.take().keyFrameDistanceMs).toBe(7000);
  });

  it('survives a clock that is set back or forth: its key frames are as far apart as before', () => {
    const meter = new EncoderMeter(0);
    let arrivedMs = 0;
    for (const offsetMs of [0, 86_400_000, -5_000_000]) {
      for (let timeMs = 0; timeMs < 6000; timeMs += 100, arrivedMs += 100) {
        meter.countVideo(videoAt(offsetMs + timeMs, timeMs % 2000 === 0), arrivedMs);
      }
      expect(meter.take()).toMatchObject({
        keyFrameDistanceMs: 2000,
        droppedFrames: 0,
        driftMs: 0,
      });
    }
  });

  it('counts what others tell that it has lost', () => {
    const meter = new EncoderMeter(0);
    meter.countDropped(3);
    meter.take();
    meter.countDropped(1);
    expect(meter.take().droppedFrames).toBe(4);
  });
});

function videoAt(timeMs: number, isKey: boolean): Extract<Frame, { kind: 'video' }> {
  const ticks = timeMs * 90;
  return { kind: 'video', dtsTicks: ticks, ptsTicks: ticks, isKey, data: new Uint8Array(100) };
}
