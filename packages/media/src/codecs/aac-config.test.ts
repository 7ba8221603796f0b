import { expect, test } from 'vitest';
import { readAacConfig } from './aac-config.ts';

test.each([
  ['1190', 'LC, 48 kHz, stereo', 'mp4a.40.2', 48_000, 2, 1024],
  ['1210', 'LC, 44.1 kHz, stereo', 'mp4a.40.2', 44_100, 2, 1024],
  ['120856e500', 'LC with a note that there is no SBR', 'mp4a.40.2', 44_100, 1, 1024],
  ['123056e500', 'LC, 5.1', 'mp4a.40.2', 44_100, 6, 1024],
  ['1194', 'LC, frames of 960 samples', 'mp4a.40.2', 48_000, 2, 960],
  ['2b118800', 'SBR announced in front', 'mp4a.40.5', 24_000, 2, 1024],
  ['eb098800', 'SBR and parametric stereo in front', 'mp4a.40.29', 24_000, 1, 1024],
  ['131056e59880', 'SBR announced behind', 'mp4a.40.5', 24_000, 2, 1024],
  ['130856e59d4880', 'SBR and parametric stereo behind', 'mp4a.40.29', 24_000, 1, 1024],
  ['17805dc010', 'a rate that is written out', 'mp4a.40.2', 48_000, 2, 1024],
])('reads %s: %s', (hex, _what, codecString, sampleRate, channelCount, samplesPerFrame) => {
  const bytes = Buffer.from(hex, 'hex');
  expect(readAacConfig(bytes)).toEqual({
    codec: 'aac',
    codecString,
    sampleRate,
    channelCount,
    samplesPerFrame,
    decoderConfig: Uint8Array.from(bytes),
  });
});

test('counts the channels of a program config element', () => {
  // LC, 48 kHz, channel configuration 0; one front pair, one LFE.
  const bits = ['00010', '0011', '0000', '000', '0000', '01', '0011', '0001', '0000', '0000'];
  bits.push('01', '000', '0000', '000', '1', '0000', '0000');
  const text = bits.join('');
  const padded = text.padEnd(Math.ceil(text.length / 8) * 8, '0').padEnd(72, '0');
  const bytes = (padded.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  expect(readAacConfig(Uint8Array.from(bytes))).toMatchObject({ channelCount: 3 });
});

test.each([
  ['', 'malformed', 'too short'],
  ['11', 'malformed', 'too short'],
  ['1690', 'malformed', 'sample rate'],
  ['1780000010', 'malformed', 'sample rate'],
  ['11f8', 'malformed', 'channel configuration 15'],
  ['0990', 'unsupported', 'object type 1'],
  ['f8e64200', 'unsupported', 'object type 39'],
])('refuses %s as %s', (hex, problem, detail) => {
  expect(readAacConfig(Buffer.from(hex, 'hex'))).toEqual({
    problem,
    detail: expect.stringContaining(detail),
  });
});
