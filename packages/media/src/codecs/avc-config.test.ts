import { describe, expect, test } from 'vitest';
import { readAvcConfig } from './avc-config.ts';

/** Written by libx264 through FFmpeg's MP4 muxer. */
const HIGH_1080P30 =
  '01640028ffe1001b67640028acd940780227e5c044000003000400000300f03c60c65801000668ebe3cb22c0fdf8f800';
const HIGH_422_1080I25 =
  '017a0028ffe1001a677a0028b6cd94078044fcb8088000000300800000190f8b16cb01000668fba3cb22c0fefafa00';
const BASELINE_PAL =
  '0142c01effe100176742c01ed900b4126c0440000003004000000c83c58b9201000568cb83cb20';

describe('readAvcConfig', () => {
  test.each([
    [HIGH_1080P30, 'avc1.640028', 1920, 1080, 30],
    [HIGH_422_1080I25, 'avc1.7a0028', 1920, 1080, 25],
    [BASELINE_PAL, 'avc1.42c01e', 720, 576, 25],
  ])('reads codec, cropped size and frame rate of %s', (hex, codecString, width, height, rate) => {
    const record = Buffer.from(hex, 'hex');
    expect(readAvcConfig(record)).toMatchObject({
      config: {
        codec: 'h264',
        codecString,
        widthPx: width,
        heightPx: height,
        framesPerSecond: rate,
        decoderConfig: Uint8Array.from(record),
      },
      nalLengthBytes: 4,
    });
  });

  test('tells how long the lengths are, and passes a configuration with 4 on', () => {
    const record = Buffer.from(HIGH_1080P30, 'hex');
    record[4] = 0xfd;
    const read = readAvcConfig(record);
    expect(read).toMatchObject({ nalLengthBytes: 2 });
    expect('config' in read && read.config.decoderConfig[4]).toBe(0xff);
    expect(record[4]).toBe(0xfd);
  });

  test('keeps its own copy of the configuration', () => {
    const record = Buffer.from(HIGH_1080P30, 'hex');
    const read = readAvcConfig(record);
    record.fill(0);
    expect('config' in read && read.config.decoderConfig[1]).toBe(0x64);
  });

  test.each([
    ['', 'too short'],
    [`02${HIGH_1080P30.slice(2)}`, 'version is 2'],
    ['01640028ffe00100', 'no sequence parameter set'],
    ['01640028ffe1001b6764', 'no sequence parameter set'],
    ['01640028ffe100046764002801000468ebe3cb', 'cannot be read'],
  ])('says what is wrong with %s', (hex, detail) => {
    expect(readAvcConfig(Buffer.from(hex, 'hex'))).toEqual({
      problem: 'malformed',
      detail: expect.stringContaining(detail),
    });
  });

  test('refuses a picture of 65,536 pixels', () => {
    // Baseline, level 3, then ue(v): 0 0 0 0 0, gaps 0, width 4095 (16 pixels each), height 0, flags.
    const bits = `1${'1'.repeat(4)}0${'0'.repeat(12)}1${'0'.repeat(12)}1${'1000'}1000000`;
    const payload = (bits.padEnd(64, '0').match(/.{8}/g) ?? []).map((byte) =>
      Number.parseInt(byte, 2),
    );
    const sps = Uint8Array.of(0x67, 66, 0, 30, ...payload);
    const record = Uint8Array.of(1, 66, 0, 30, 0xff, 0xe1, 0, sps.length, ...sps, 0);
    expect(readAvcConfig(record)).toMatchObject({ problem: 'malformed' });
  });
});
