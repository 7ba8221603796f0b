import { expect, test } from 'vitest';
import {
  inspectNalUnits,
  NAL_HAS_EMPTY_UNIT,
  NAL_HAS_PICTURE,
  NAL_HAS_RANDOM_ACCESS,
  NAL_IS_TRUNCATED,
  rewriteNalUnits,
  unescapeNalUnit,
} from './nal-units.ts';

test('finds IDR pictures behind parameter sets and SEI', () => {
  const data = Uint8Array.of(0, 0, 0, 1, 0x67, 0, 0, 0, 2, 0x06, 5, 0, 0, 0, 2, 0x65, 1);
  expect(inspectNalUnits(data, 4, 'h264')).toBe(NAL_HAS_PICTURE | NAL_HAS_RANDOM_ACCESS);
});

test('knows the random access pictures of HEVC', () => {
  const unit = (type: number) => Uint8Array.of(0, 0, 0, 2, type << 1, 1);
  expect(inspectNalUnits(unit(21), 4, 'hevc')).toBe(NAL_HAS_PICTURE | NAL_HAS_RANDOM_ACCESS);
  expect(inspectNalUnits(unit(1), 4, 'hevc')).toBe(NAL_HAS_PICTURE);
  expect(inspectNalUnits(unit(33), 4, 'hevc')).toBe(0);
});

test('reports lengths that lie', () => {
  expect(inspectNalUnits(Uint8Array.of(0, 0, 0, 9, 0x65), 4, 'h264')).toBe(NAL_IS_TRUNCATED);
  expect(inspectNalUnits(Uint8Array.of(0, 0), 4, 'h264')).toBe(NAL_IS_TRUNCATED);
  expect(inspectNalUnits(Uint8Array.of(255, 255, 255, 255), 4, 'h264')).toBe(NAL_IS_TRUNCATED);
  expect(inspectNalUnits(Uint8Array.of(0, 0, 0, 0), 4, 'h264')).toBe(NAL_HAS_EMPTY_UNIT);
});

test.each([1, 2, 3])('widens lengths of %i bytes and leaves empty units out', (lengthBytes) => {
  const length = (value: number) => [...new Array(lengthBytes - 1).fill(0), value];
  const data = Uint8Array.of(...length(2), 0x65, 7, ...length(0), ...length(1), 0x41);
  expect([...rewriteNalUnits(data, lengthBytes)]).toEqual([0, 0, 0, 2, 0x65, 7, 0, 0, 0, 1, 0x41]);
});

test('takes emulation prevention out, and nothing else', () => {
  const unit = Uint8Array.of(0, 0, 3, 1, 0, 3, 0, 0, 3, 3);
  expect([...unescapeNalUnit(unit)]).toEqual([0, 0, 1, 0, 3, 0, 0, 3]);
});
