import { expect, test } from 'vitest';
import { readHevcConfig } from './hevc-config.ts';

/** Written by libx265 through FFmpeg's MP4 muxer, without the SEI array. */
const MAIN_1080P50 =
  '0101600000009000000000007bf000fcfdf8f800000f03a00001001840010c01ffff01600000030090000003000003007b959809a10001002a42010101600000030090000003000003007ba003c08010e596566924caf0168080000003008000001904a2000100074401c172b46240';
const MAIN10_480P30 =
  '0102200000009000000000005af000fcfdfafa00000f03a00001001840010c01ffff02200000030090000003000003005a959809a10001002a42010102200000030090000003000003005aa006b201e1d6d96566924e5780b40400000fa40001d4c020a2000100074401c172b46240';

test('reads codec, cropped size and frame rate of HEVC', () => {
  expect(readHevcConfig(Buffer.from(MAIN_1080P50, 'hex'))).toMatchObject({
    config: {
      codec: 'hevc',
      codecString: 'hvc1.1.6.L123.90',
      widthPx: 1920,
      heightPx: 1080,
      framesPerSecond: 50,
    },
    nalLengthBytes: 4,
  });
});

test('reads ten bits, scaling lists and a fractional frame rate', () => {
  const read = readHevcConfig(Buffer.from(MAIN10_480P30, 'hex'));
  expect(read).toMatchObject({
    config: { codecString: 'hvc1.2.4.L90.90', widthPx: 854, heightPx: 480 },
  });
  expect('config' in read && read.config.framesPerSecond).toBeCloseTo(29.97, 2);
});

test('passes a configuration with lengths of 4 bytes and version 1 on', () => {
  const record = Buffer.from(MAIN_1080P50, 'hex');
  record[0] = 0;
  record[21] = 0x0d;
  const read = readHevcConfig(record);
  expect(read).toMatchObject({ nalLengthBytes: 2 });
  expect('config' in read && [read.config.decoderConfig[0], read.config.decoderConfig[21]]).toEqual(
    [1, 0x0f],
  );
});

test.each([
  ['', 'too short'],
  [`03${MAIN_1080P50.slice(2)}`, 'version is 3'],
  [MAIN_1080P50.slice(0, 60), 'no sequence parameter set'],
  [MAIN_1080P50.replace('a003c08010e5', '0000000000000'), 'cannot be read'],
])('says what is wrong with %s', (hex, detail) => {
  expect(readHevcConfig(Buffer.from(hex, 'hex'))).toEqual({
    problem: 'malformed',
    detail: expect.stringContaining(detail),
  });
});
