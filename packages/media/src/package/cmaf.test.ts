import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { AudioConfig, VideoConfig } from '../stream/frame.ts';
import { SILENT_AUDIO } from '../stream/silence.ts';
import { SampleList, writeFragment } from './fragment.ts';
import { writeTextTag, writeTimestampEvent } from './id3.ts';
import { writeInitSegment } from './init-segment.ts';
import { readBoxes, readFragment } from './testing/read-fragment.ts';

const VIDEO: VideoConfig = {
  codec: 'h264',
  codecString: 'avc1.42c00b',
  widthPx: 160,
  heightPx: 90,
  framesPerSecond: 30,
  decoderConfig: Uint8Array.of(1, 0x42, 0xc0, 0x0b, 0xff, 0xe0, 0),
};

function probe(bytes: Uint8Array): string {
  const what = 'stream=codec_name,codec_tag_string,width,height,sample_rate,channels,time_base';
  return execFileSync(
    'ffprobe',
    ['-v', 'error', '-show_entries', what, '-of', 'compact=p=0', '-'],
    {
      input: bytes,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  ).trim();
}

describe('an init segment', () => {
  it('says what the video is', () => {
    expect(probe(writeInitSegment(VIDEO))).toBe(
      'codec_name=h264|codec_tag_string=avc1|width=160|height=90|time_base=1/90000',
    );
  });

  it.each([
    ['hevc', 'hvc1', 'hvcC'],
    ['av1', 'av01', 'av1C'],
  ] as const)('names %s as players expect it', (codec, entry, configBox) => {
    const bytes = writeInitSegment({
      ...VIDEO,
      codec,
      decoderConfig: Uint8Array.of(0x81, 0, 0, 0),
    });
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).toContain(entry);
    expect(text).toContain(`${configBox}\x81\0\0\0`);
  });

  it.each([
    ['stereo', SILENT_AUDIO, 'sample_rate=48000|channels=2|time_base=1/48000'],
    [
      'mono',
      {
        ...SILENT_AUDIO,
        sampleRate: 44_100,
        channelCount: 1,
        decoderConfig: Uint8Array.of(0x12, 0x08),
      },
      'sample_rate=44100|channels=1|time_base=1/44100',
    ],
  ] as const)('says what the audio is: %s', (_name, config: AudioConfig, expected) => {
    expect(probe(writeInitSegment(config))).toBe(
      `codec_name=aac|codec_tag_string=mp4a|${expected}`,
    );
  });

  it('consists of whole boxes', () => {
    expect(readBoxes(writeInitSegment(VIDEO)).map((box) => box.type)).toEqual(['ftyp', 'moov']);
  });
});

describe('a fragment', () => {
  it('carries every sample as it was, with its times', () => {
    const samples = new SampleList();
    samples.push(Uint8Array.of(1, 2, 3), 3000, true, 0);
    samples.push(Uint8Array.of(4), 3003, false, 6000);
    samples.push(Uint8Array.of(5, 6), 2997, false, -3000);
    const decodeTime = 2 ** 33 + 7;
    const head = { track: 'video', sequenceNumber: 9, decodeTime, event: null } as const;
    const { bytes, firstSampleEndBytes, moofOffsetBytes } = writeFragment(head, samples);
    expect(readFragment(bytes)).toEqual({
      decodeTime,
      sequenceNumber: 9,
      event: null,
      samples: [
        { durationTicks: 3000, isKey: true, compositionOffset: 0, data: Uint8Array.of(1, 2, 3) },
        { durationTicks: 3003, isKey: false, compositionOffset: 6000, data: Uint8Array.of(4) },
        { durationTicks: 2997, isKey: false, compositionOffset: -3000, data: Uint8Array.of(5, 6) },
      ],
    });
    expect(moofOffsetBytes).toBe(0);
    expect(bytes.subarray(firstSampleEndBytes - 3, firstSampleEndBytes)).toEqual(
      Uint8Array.of(1, 2, 3),
    );
  });

  it('says audio durations once', () => {
    const samples = new SampleList();
    for (let index = 0; index < 3; index++) samples.push(Uint8Array.of(index), 1024, true, 0);
    const head = { track: 'audio', sequenceNumber: 1, decodeTime: 0, event: null } as const;
    const { bytes } = writeFragment(head, samples);
    expect(readFragment(bytes).samples.map((sample) => sample.durationTicks)).toEqual([
      ...[1024, 1024, 1024],
    ]);
  });
});

describe('the clock in the stream', () => {
  it('is an ID3 tag with one TEXT frame', () => {
    const tag = Buffer.from(writeTextTag('{"a":1}')).toString('latin1');
    expect(tag).toBe('ID3\x04\0\0\0\0\0\x12TEXT\0\0\0\x08\0\0\x03{"a":1}');
  });

  it('writes sizes seven bits a byte', () => {
    const tag = writeTextTag('x'.repeat(200));
    expect([...tag.subarray(6, 10)]).toEqual([0, 0, 1, 211 - 128]);
  });

  it('stands in an event message of version 1', () => {
    const event = writeTimestampEvent({
      timescale: 90_000,
      presentationTime: 2 ** 32 + 5,
      eventId: 3,
      timestampMs: 1_800_000_000_123.4,
      flavorId: 32,
    });
    const text = Buffer.from(event).toString('latin1');
    const view = new DataView(event.buffer);
    expect(view.getUint32(0)).toBe(event.byteLength);
    expect(text.slice(4, 8)).toBe('emsg');
    expect(view.getUint8(8)).toBe(1);
    expect(view.getUint32(12)).toBe(90_000);
    expect(view.getBigUint64(16)).toBe(2n ** 32n + 5n);
    expect(view.getUint32(28)).toBe(3);
    expect(text.slice(32)).toMatch(
      /^https:\/\/aomedia\.org\/emsg\/ID3\0\0ID3.*\{"timestamp":1800000000123,"sequenceId":"32"\}$/s,
    );
  });
});
