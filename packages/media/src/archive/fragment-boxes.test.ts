import { describe, expect, test } from 'vitest';
import { SampleList, writeFragment } from '../package/fragment.ts';
import { areWholeFragments, findFirstFrame } from './fragment-boxes.ts';

const EVENT = Uint8Array.of(0, 0, 0, 12, 0x65, 0x6d, 0x73, 0x67, 1, 2, 3, 4);

function fragment(track: 'video' | 'audio', event: Uint8Array | null) {
  const samples = new SampleList();
  samples.push(new Uint8Array(700).fill(1), 3000, true, 0);
  samples.push(new Uint8Array(300).fill(2), 3000, false, 3000);
  return writeFragment({ track, sequenceNumber: 1, decodeTime: 90_000, event }, samples);
}

describe('the packager’s fragments', () => {
  test.each([null, EVENT])('are whole, alone and in a row', (event) => {
    const { bytes } = fragment('video', event);
    expect(areWholeFragments(bytes)).toBe(true);
    expect(areWholeFragments(Buffer.concat([bytes, bytes]))).toBe(true);
  });

  test('are not whole with a byte less, a byte more, or nothing', () => {
    const { bytes } = fragment('audio', null);
    for (let length = 0; length < bytes.length; length++) {
      expect(areWholeFragments(bytes.subarray(0, length)), `${length} bytes`).toBe(false);
    }
    expect(areWholeFragments(Buffer.concat([bytes, Uint8Array.of(0)]))).toBe(false);
  });

  test.each([
    ['video', null],
    ['video', EVENT],
    ['audio', null],
  ] as const)('of %s say where their first frame is', (track, event) => {
    const { bytes, moofOffsetBytes, firstSampleEndBytes } = fragment(track, event);
    expect(findFirstFrame(bytes)).toEqual({
      offsetBytes: moofOffsetBytes,
      sizeBytes: firstSampleEndBytes - moofOffsetBytes,
    });
  });
});

test('bytes that are no boxes hold no frame', () => {
  for (const bytes of [new Uint8Array(0), new Uint8Array(100), new Uint8Array(100).fill(255)]) {
    expect(areWholeFragments(bytes)).toBe(false);
    expect(findFirstFrame(bytes)).toBeNull();
  }
});
