import { expect, test } from 'vitest';
import { readAv1Config } from './av1-config.ts';
import { inspectTemporalUnit } from './av1-obus.ts';

/** Written by SVT-AV1 and libaom through FFmpeg's MP4 muxer. */
const SVT_720P = '81050c000a0b0000002d4cffb3c02f8004';
const LIBAOM_360P = '81010c000a0b0000000cc4ff6736be4010';

test.each([
  [SVT_720P, 'av01.0.05M.08', 1280, 720],
  [LIBAOM_360P, 'av01.0.01M.08', 640, 360],
])('reads codec and size of AV1 from %s', (hex, codecString, widthPx, heightPx) => {
  const record = Buffer.from(hex, 'hex');
  expect(readAv1Config(record)).toEqual({
    codec: 'av1',
    codecString,
    widthPx,
    heightPx,
    framesPerSecond: null,
    decoderConfig: Uint8Array.from(record),
  });
});

test.each([
  ['81', 'too short'],
  ['01050c000a0b0000002d4cffb3c02f8004', 'marker'],
  ['81050c00', 'no sequence header'],
  ['81050c000a7f00', 'no sequence header'],
  ['81050c000a020000', 'cannot be read'],
])('says what is wrong with %s', (hex, detail) => {
  expect(readAv1Config(Buffer.from(hex, 'hex'))).toEqual({
    problem: 'malformed',
    detail: expect.stringContaining(detail),
  });
});

test('finds picture and sequence header in a temporal unit, behind its delimiter', () => {
  const unit = Uint8Array.of(0x12, 0, 0x0a, 1, 0, 0x32, 2, 1, 1);
  expect(inspectTemporalUnit(unit)).toEqual({
    isWhole: true,
    hasPicture: true,
    hasSequenceHeader: true,
    start: 2,
  });
  expect(inspectTemporalUnit(unit.subarray(0, 8)).isWhole).toBe(false);
});
