import { describe, expect, it } from 'vitest';
import type { AudioConfig, Frame, VideoConfig } from './frame.ts';
import { NOTHING_KNOWN, type RunShape, RunStart } from './run-start.ts';
import { SILENT_AUDIO } from './silence.ts';

const VIDEO: VideoConfig = {
  codec: 'h264',
  codecString: 'avc1.64001f',
  widthPx: 1280,
  heightPx: 720,
  framesPerSecond: 25,
  decoderConfig: Uint8Array.of(1),
};
const AUDIO: AudioConfig = SILENT_AUDIO;
const videoConfig: Frame = { kind: 'video-config', config: VIDEO };
const audioConfig: Frame = { kind: 'audio-config', config: AUDIO };

function announcement(hasVideo: boolean, hasAudio: boolean): Frame {
  const unknown = { videoBitsPerSecond: null, audioBitsPerSecond: null, framesPerSecond: null };
  const software = null;
  return { kind: 'announcement', hasVideo, hasAudio, ...unknown, software };
}

function video(ms: number, isKey = false): Frame {
  return { kind: 'video', dtsTicks: ms * 90, ptsTicks: ms * 90, isKey, data: new Uint8Array(1) };
}

function audio(ms: number): Frame {
  return { kind: 'audio', ptsTicks: ms * 90, data: new Uint8Array(1) };
}

/** The shape, and at which frame it was clear. */
function decide(frames: readonly Frame[]): { shape: RunShape | null; after: number } {
  const start = new RunStart(NOTHING_KNOWN);
  for (const [index, frame] of frames.entries()) {
    const shape = start.add(frame, index);
    if (shape !== null) return { shape, after: index };
  }
  return { shape: null, after: frames.length };
}

function every(fromMs: number, toMs: number, stepMs: number, make: (ms: number) => Frame): Frame[] {
  const frames: Frame[] = [];
  for (let ms = fromMs; ms <= toMs; ms += stepMs) frames.push(make(ms));
  return frames;
}

describe('the start of a run', () => {
  it('is clear at the first key frame when both configurations are known', () => {
    const { shape, after } = decide([videoConfig, audioConfig, video(0, true)]);
    expect(shape).toEqual({ kind: 'video', video: VIDEO, audio: AUDIO });
    expect(after).toBe(2);
  });

  it('is clear at once when no audio is announced', () => {
    const { shape, after } = decide([announcement(true, false), videoConfig, video(0, true)]);
    expect(shape).toEqual({ kind: 'video', video: VIDEO, audio: null });
    expect(after).toBe(2);
  });

  it('waits half a second of video for audio that says nothing', () => {
    const frames = [videoConfig, ...every(0, 1000, 40, (ms) => video(ms, ms === 0))];
    const { shape, after } = decide(frames);
    expect(shape).toEqual({ kind: 'video', video: VIDEO, audio: null });
    expect(frames[after]).toEqual(video(520));
  });

  it('takes audio whose configuration comes a little late', () => {
    const frames = [videoConfig, video(0, true), video(40), audioConfig];
    expect(decide(frames).shape).toEqual({ kind: 'video', video: VIDEO, audio: AUDIO });
  });

  it('begins with a key frame', () => {
    const start = new RunStart({ ...NOTHING_KNOWN, video: VIDEO, audio: AUDIO });
    expect(start.add(video(0), 0)).toBeNull();
    expect(start.add(video(40), 1)).toBeNull();
    expect(start.add(video(80, true), 2)).not.toBeNull();
    expect(start.frames).toEqual([video(80, true)]);
    expect(start.beganMs).toBe(2);
  });

  it('is audio only at once when no video is announced', () => {
    const { shape, after } = decide([announcement(false, true), audioConfig, audio(0)]);
    expect(shape).toEqual({ kind: 'audio-only', audio: AUDIO });
    expect(after).toBe(2);
  });

  it('is audio only after a second when nothing is announced', () => {
    const frames = [audioConfig, ...every(0, 4000, 20, audio)];
    const { shape, after } = decide(frames);
    expect(shape).toEqual({ kind: 'audio-only', audio: AUDIO });
    expect(frames[after]).toEqual(audio(1000));
  });

  it('waits three seconds for a video that was announced', () => {
    const frames = [announcement(true, true), audioConfig, ...every(0, 4000, 20, audio)];
    expect(frames[decide(frames).after]).toEqual(audio(3000));
  });

  it('waits for the next key frame as long as other pictures come', () => {
    const start = new RunStart({ ...NOTHING_KNOWN, video: VIDEO, audio: AUDIO });
    for (let ms = 0; ms < 8_300; ms += 20) {
      expect(start.add(audio(ms), ms)).toBeNull();
      expect(start.add(video(ms), ms)).toBeNull();
    }
    expect(start.add(video(8_300, true), 8_300)).toMatchObject({ kind: 'video' });
    expect(start.beganMs).toBe(8_300);
    // Sound that can't be used was not kept: three seconds of it, and the picture.
    expect(start.frames.length).toBeLessThan(160);
  });

  it('goes without pictures when no key frame ever comes', () => {
    const start = new RunStart({ ...NOTHING_KNOWN, video: VIDEO, audio: AUDIO });
    let shape: RunShape | null = null;
    let ms = 0;
    for (; shape === null && ms < 60_000; ms += 20) {
      start.add(video(ms), ms);
      shape = start.add(audio(ms), ms);
    }
    expect(shape).toEqual({ kind: 'audio-only', audio: AUDIO });
    expect(ms).toBe(20_020);
    expect(start.frames[0]).toEqual(audio(17_000));
    expect(start.beganMs).toBe(17_000);
  });

  it('does not collect for ever when time stands still', () => {
    const frames = [
      videoConfig,
      ...Array.from({ length: 1000 }, (_, index) => video(0, index === 0)),
    ];
    expect(decide(frames).after).toBeLessThan(500);
  });

  it('forgets video that came before another configuration', () => {
    const start = new RunStart(NOTHING_KNOWN);
    for (const frame of [videoConfig, video(0, true), video(40), videoConfig]) start.add(frame, 0);
    expect(start.frames).toEqual([]);
  });
});
