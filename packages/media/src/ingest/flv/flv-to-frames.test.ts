import { describe, expect, test } from 'vitest';
import { amfObject, writeAmf0 } from '../../rtmp/amf0.ts';
import type { Frame } from '../../stream/frame.ts';
import { recordTestTags } from '../testing/flv-test-tags.ts';
import { FlvToFrames } from './flv-to-frames.ts';

const AVCC = Buffer.from(
  '0142c01effe100176742c01ed900b4126c0440000003004000000c83c58b9201000568cb83cb20',
  'hex',
);
const HVCC = Buffer.from(
  '0101600000009000000000007bf000fcfdf8f800000f03a00001001840010c01ffff01600000030090000003000003007b959809a10001002a42010101600000030090000003000003007ba003c08010e596566924caf0168080000003008000001904a2000100074401c172b46240',
  'hex',
);
const AV1C = Buffer.from('81050c000a0b0000002d4cffb3c02f8004', 'hex');
const IDR = [0, 0, 0, 2, 0x65, 1];
const SLICE = [0, 0, 0, 2, 0x41, 1];

function collect() {
  const frames: Frame[] = [];
  return { flv: new FlvToFrames((frame) => frames.push(frame)), frames };
}

function avcConfig(avcc: Uint8Array = AVCC): Uint8Array {
  return Uint8Array.of(0x17, 0, 0, 0, 0, ...avcc);
}

function avcFrame(units: readonly number[], { isKey = false, compositionMs = 0 } = {}): Uint8Array {
  const composition = Buffer.alloc(3);
  composition.writeIntBE(compositionMs, 0, 3);
  return Uint8Array.of(isKey ? 0x17 : 0x27, 1, ...composition, ...units);
}

function videoOf(frames: readonly Frame[]) {
  return frames.filter((frame) => frame.kind === 'video');
}

test('turns what FFmpeg writes into frames, sample by sample', async () => {
  const { flv, frames } = collect();
  for (const { typeId, timestampMs, payload } of await recordTestTags()) {
    if (typeId === 9) expect(flv.readVideo(timestampMs, payload)).toBeNull();
    else if (typeId === 8) expect(flv.readAudio(timestampMs, payload)).toBeNull();
    else flv.readScript(payload);
  }
  expect(flv.drops.take()).toBeNull();
  expect(frames.slice(0, 3).map((frame) => frame.kind)).toEqual([
    'announcement',
    'video-config',
    'audio-config',
  ]);
  expect(frames[1]).toMatchObject({ config: { widthPx: 320, heightPx: 180, framesPerSecond: 30 } });
  expect(frames[2]).toMatchObject({ config: { sampleRate: 48_000, channelCount: 2 } });
  const video = videoOf(frames);
  expect(video.length).toBe(30);
  expect(video.filter((frame) => frame.isKey).length).toBe(1);
  const stepsMs = video
    .slice(1)
    .map((frame, i) => (frame.dtsTicks - (video[i]?.dtsTicks ?? 0)) / 90);
  expect(new Set(stepsMs)).toEqual(new Set([33, 34]));
  expect(frames.filter((frame) => frame.kind === 'audio').length).toBeGreaterThan(45);
});

describe('configurations', () => {
  test('are passed on when they change, not when they are repeated', () => {
    const { flv, frames } = collect();
    flv.readVideo(0, avcConfig());
    flv.readVideo(0, avcConfig());
    flv.readAudio(0, Uint8Array.of(0xaf, 0, 0x11, 0x90));
    flv.readAudio(0, Uint8Array.of(0xaf, 0, 0x11, 0x90));
    flv.readAudio(0, Uint8Array.of(0xaf, 0, 0x12, 0x10));
    const other = Buffer.from(AVCC);
    other[3] = 0x1f;
    flv.readVideo(0, avcConfig(other));
    expect(frames.map((frame) => frame.kind)).toEqual([
      'video-config',
      'audio-config',
      'audio-config',
      'video-config',
    ]);
  });

  test('that are damaged are counted, and the one before holds', () => {
    const { flv, frames } = collect();
    flv.readVideo(0, avcConfig());
    expect(flv.readVideo(0, avcConfig(AVCC.subarray(0, 9)))).toBeNull();
    flv.readVideo(0, avcFrame(IDR));
    expect(videoOf(frames).length).toBe(1);
    expect(flv.drops.take()?.reasons).toEqual({
      'video sequence header: avcC has no sequence parameter set': 1,
    });
  });

  test('must come before frames', () => {
    const { flv, frames } = collect();
    flv.readVideo(0, avcFrame(IDR));
    flv.readAudio(0, Uint8Array.of(0xaf, 1, 9));
    expect(frames).toEqual([]);
    expect(flv.drops.take()?.reasons).toEqual({
      'video without its sequence header': 1,
      'audio without its sequence header': 1,
    });
    expect(flv.drops.take()).toBeNull();
  });
});

describe('codecs', () => {
  test.each([
    ['VP6', Uint8Array.of(0x14, 1, 2, 3)],
    ['Sorenson H.263', Uint8Array.of(0x22, 1, 2, 3)],
    ['vp09', Uint8Array.of(0x90, ...Buffer.from('vp09'), 1)],
    ['?x?d', Uint8Array.of(0x91, 7, 0x78, 0xff, 0x64, 1)],
  ])('refuses %s video with what to do', (name, tag) => {
    expect(collect().flv.readVideo(0, tag)).toBe(
      `Video in ${name} cannot be used: set the encoder to H.264, HEVC or AV1.`,
    );
  });

  test.each([
    ['MP3', Uint8Array.of(0x2f, 1, 2, 3)],
    ['Speex', Uint8Array.of(0xb2, 1, 2, 3)],
    ['Opus', Uint8Array.of(0x90, ...Buffer.from('Opus'), 1)],
  ])('refuses %s audio with what to do', (name, tag) => {
    expect(collect().flv.readAudio(0, tag)).toBe(
      `Audio in ${name} cannot be used: set the encoder to AAC.`,
    );
  });

  test('refuses AAC that no browser plays', () => {
    expect(collect().flv.readAudio(0, Uint8Array.of(0xaf, 0, 0x09, 0x90))).toContain(
      'object type 1',
    );
  });

  test('does not send an encoder away for one odd tag in a good stream', () => {
    const { flv } = collect();
    flv.readVideo(0, avcConfig());
    expect(flv.readVideo(0, Uint8Array.of(0x14, 1, 2, 3))).toBeNull();
    expect(flv.drops.take()?.reasons).toEqual({ 'video without its sequence header': 1 });
  });

  test('reads HEVC of Enhanced RTMP, with its composition time', () => {
    const { flv, frames } = collect();
    const fourCc = [...Buffer.from('hvc1')];
    flv.readVideo(0, Uint8Array.of(0x90, ...fourCc, ...HVCC));
    flv.readVideo(40, Uint8Array.of(0x91, ...fourCc, 0, 0, 20, 0, 0, 0, 3, 0x26, 1, 1));
    flv.readVideo(80, Uint8Array.of(0xa3, ...fourCc, 0, 0, 0, 3, 0x02, 1, 1));
    expect(frames).toMatchObject([
      { kind: 'video-config', config: { codec: 'hevc', codecString: 'hvc1.1.6.L123.90' } },
      { kind: 'video', dtsTicks: 3600, ptsTicks: 5400, isKey: true },
      { kind: 'video', dtsTicks: 7200, ptsTicks: 7200, isKey: false },
    ]);
  });

  test('reads AV1 of Enhanced RTMP, without temporal delimiters', () => {
    const { flv, frames } = collect();
    const fourCc = [...Buffer.from('av01')];
    flv.readVideo(0, Uint8Array.of(0x90, ...fourCc, ...AV1C));
    flv.readVideo(0, Uint8Array.of(0x91, ...fourCc, 0x12, 0, 0x0a, 1, 0, 0x32, 1, 1));
    flv.readVideo(33, Uint8Array.of(0x91, ...fourCc, 0x32, 1, 1));
    flv.readVideo(66, Uint8Array.of(0xa1, ...fourCc, 0x32, 9, 1));
    expect(frames[0]).toMatchObject({ config: { codec: 'av1', codecString: 'av01.0.05M.08' } });
    expect(videoOf(frames).map(({ isKey, data }) => [isKey, [...data]])).toEqual([
      [true, [0x0a, 1, 0, 0x32, 1, 1]],
      [false, [0x32, 1, 1]],
    ]);
    expect(flv.drops.take()?.reasons).toEqual({ 'truncated video frame': 1 });
  });

  test('reads AAC of Enhanced RTMP', () => {
    const { flv, frames } = collect();
    const fourCc = [...Buffer.from('mp4a')];
    flv.readAudio(0, Uint8Array.of(0x90, ...fourCc, 0x11, 0x90));
    flv.readAudio(21, Uint8Array.of(0x91, ...fourCc, 7, 7));
    expect(frames).toMatchObject([
      { kind: 'audio-config', config: { codecString: 'mp4a.40.2' } },
      { kind: 'audio', ptsTicks: 21 * 90, data: Uint8Array.of(7, 7) },
    ]);
  });
});

describe('frames', () => {
  test.each([
    ['truncated', [0, 0, 0, 9, 0x65], 'truncated video frame'],
    ['empty', [], 'video frame without a picture'],
    ['only parameter sets', [0, 0, 0, 1, 0x67], 'video frame without a picture'],
    ['only an empty unit', [0, 0, 0, 0], 'video frame without a picture'],
  ])('that are %s are dropped and counted', (_what, units, reason) => {
    const { flv, frames } = collect();
    flv.readVideo(0, avcConfig());
    flv.readVideo(0, avcFrame(units, { isKey: true }));
    expect(videoOf(frames)).toEqual([]);
    expect(flv.drops.take()).toEqual({ reasons: { [reason]: 1 }, frames: 1 });
  });

  test('lose their empty units', () => {
    const { flv, frames } = collect();
    flv.readVideo(0, avcConfig());
    flv.readVideo(0, avcFrame([0, 0, 0, 0, ...IDR]));
    expect(videoOf(frames)[0]?.data).toEqual(Uint8Array.from(IDR));
    expect(flv.drops.take()).toEqual({ reasons: { 'empty NAL unit': 1 }, frames: 0 });
  });

  test('get lengths of four bytes, and so does their configuration', () => {
    const { flv, frames } = collect();
    const short = Buffer.from(AVCC);
    short[4] = 0xfd;
    flv.readVideo(0, avcConfig(short));
    flv.readVideo(0, avcFrame([0, 2, 0x65, 1]));
    expect(frames[0]).toMatchObject({ config: { decoderConfig: Uint8Array.from(AVCC) } });
    expect(videoOf(frames)[0]?.data).toEqual(Uint8Array.from(IDR));
  });

  test('are views of the tag where nothing has to change', () => {
    const { flv, frames } = collect();
    flv.readVideo(0, avcConfig());
    const tag = avcFrame(IDR);
    flv.readVideo(0, tag);
    expect(videoOf(frames)[0]?.data.buffer).toBe(tag.buffer);
  });

  test('may be shown before they are decoded by the encoder clock, but not by hours', () => {
    const { flv, frames } = collect();
    flv.readVideo(0, avcConfig());
    flv.readVideo(100, avcFrame(IDR, { compositionMs: -40 }));
    flv.readVideo(140, avcFrame(SLICE, { compositionMs: 8_000_000 }));
    expect(videoOf(frames).map(({ ptsTicks }) => ptsTicks)).toEqual([60 * 90, 140 * 90]);
    expect(flv.drops.take()?.reasons).toEqual({ 'impossible composition time': 1 });
  });

  test('do not notice that a time stamp of 32 bits wraps, and pass jumps on', () => {
    const { flv, frames } = collect();
    flv.readVideo(0, avcConfig());
    flv.readAudio(0, Uint8Array.of(0xaf, 0, 0x11, 0x90));
    flv.readVideo(0xffff_fff0, avcFrame(IDR));
    flv.readAudio(0xffff_fff8, Uint8Array.of(0xaf, 1, 1));
    flv.readVideo(0x10, avcFrame(SLICE));
    flv.readAudio(0, Uint8Array.of(0xaf, 1, 1));
    flv.readVideo(3_600_000, avcFrame(SLICE));
    const base = 2 ** 32;
    const times = frames.flatMap((frame) => ('ptsTicks' in frame ? [frame.ptsTicks / 90] : []));
    expect(times).toEqual([base - 16, base - 8, base + 16, base, base + 3_600_000]);
  });

  test('are key frames where decoding can begin, whatever the tag says', () => {
    const { flv, frames } = collect();
    flv.readVideo(0, avcConfig());
    flv.readVideo(0, avcFrame(IDR));
    flv.readVideo(2_000, avcFrame(SLICE, { isKey: true }));
    flv.readVideo(4_000, avcFrame(SLICE));
    expect(videoOf(frames).map((frame) => frame.isKey)).toEqual([true, false, false]);
  });

  test('are key frames by the tag where the stream has no IDR pictures', () => {
    const { flv, frames } = collect();
    flv.readVideo(0, avcConfig());
    flv.readVideo(0, avcFrame(SLICE, { isKey: true }));
    flv.readVideo(1_000, avcFrame(IDR, { isKey: true }));
    flv.readVideo(9_000, avcFrame(SLICE, { isKey: true }));
    flv.readVideo(12_000, avcFrame(SLICE, { isKey: true }));
    flv.readVideo(12_040, avcFrame(SLICE));
    flv.readVideo(13_000, avcFrame(IDR));
    flv.readVideo(14_000, avcFrame(SLICE, { isKey: true }));
    expect(videoOf(frames).map((frame) => frame.isKey)).toEqual([
      true,
      true,
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  test('of audio are bounded, and not empty', () => {
    const { flv, frames } = collect();
    flv.readAudio(0, Uint8Array.of(0xaf, 0, 0x11, 0x90));
    flv.readAudio(0, Uint8Array.of(0xaf, 1));
    const large = new Uint8Array(100_000);
    large.set([0xaf, 1]);
    flv.readAudio(0, large);
    expect(frames.length).toBe(1);
    expect(flv.drops.take()?.reasons).toEqual({
      'empty audio frame': 1,
      'oversized audio frame': 1,
    });
  });
});

describe('announcements', () => {
  const metadata = amfObject({
    videocodecid: 7,
    audiocodecid: 10,
    videodatarate: 4500,
    audiodatarate: 160,
    framerate: 30,
    encoder: 'obs-output module (libobs version 29.0.2)',
  });

  test.each([
    ['onMetaData', writeAmf0('onMetaData', metadata)],
    ['@setDataFrame', writeAmf0('@setDataFrame', 'onMetaData', metadata)],
  ])('come from %s', (_what, payload) => {
    const { flv, frames } = collect();
    flv.readScript(payload);
    expect(frames).toEqual([
      {
        kind: 'announcement',
        hasVideo: true,
        hasAudio: true,
        videoBitsPerSecond: 4_500_000,
        audioBitsPerSecond: 160_000,
        framesPerSecond: 30,
        software: 'obs-output module (libobs version 29.0.2)',
      },
    ]);
  });

  test('say that a kind is missing, and leave out what makes no sense', () => {
    const { flv, frames } = collect();
    const odd = amfObject({
      videocodecid: 0,
      audiocodecid: 'mp4a',
      audiodatarate: -1,
      framerate: Number.NaN,
    });
    flv.readScript(writeAmf0('onMetaData', odd));
    expect(frames).toEqual([
      {
        kind: 'announcement',
        hasVideo: false,
        hasAudio: true,
        videoBitsPerSecond: null,
        audioBitsPerSecond: null,
        framesPerSecond: null,
        software: null,
      },
    ]);
  });

  test.each([
    ['no codec', writeAmf0('onMetaData', amfObject({ width: 1920 }))],
    ['no object', writeAmf0('onMetaData', 5)],
    ['another event', writeAmf0('onTextData', metadata)],
    ['garbage', Uint8Array.of(2, 255, 255)],
  ])('do not come from script data with %s', (_what, payload) => {
    const { flv, frames } = collect();
    flv.readScript(payload);
    expect(frames).toEqual([]);
  });
});
