import { describe, expect, test } from 'vitest';
import { readAudioTag, readVideoTag } from './flv-tag.ts';

const HVC1 = [...Buffer.from('hvc1')];
const AV01 = [...Buffer.from('av01')];
const MP4A = [...Buffer.from('mp4a')];

function frame(codec: string, bodyAt: number, isKey: boolean, compositionMs: number) {
  return { kind: 'frame', codec, bodyAt, isKey, compositionMs };
}

describe('readVideoTag', () => {
  test.each([
    ['a legacy configuration', [0x17, 0, 0, 0, 0, 1], { kind: 'config', codec: 'avc1', bodyAt: 5 }],
    ['a key frame', [0x17, 1, 0, 0, 40, 9], frame('avc1', 5, true, 40)],
    ['a negative composition time', [0x27, 1, 0xff, 0xff, 0xd8], frame('avc1', 5, false, -40)],
    ['the end of a sequence', [0x17, 2, 0, 0, 0], { kind: 'nothing' }],
    ['a command frame', [0x57, 0], { kind: 'nothing' }],
    ['nothing', [], { kind: 'nothing' }],
    ['a cut header', [0x17, 1, 0], { kind: 'truncated' }],
    ['HEVC in the old way', [0x1c, 1, 0, 0, 0], frame('hvc1', 5, true, 0)],
    ['VP6', [0x14, 1, 2, 3], frame('VP6', 1, true, 0)],
    ['an enhanced configuration', [0x90, ...HVC1, 1], { kind: 'config', codec: 'hvc1', bodyAt: 5 }],
    ['enhanced frames', [0xa1, ...HVC1, 0, 0, 33, 9], frame('hvc1', 8, false, 33)],
    ['enhanced frames without a time', [0x93, ...HVC1, 9], frame('hvc1', 5, true, 0)],
    ['AV1, which never has one', [0x91, ...AV01, 9], frame('av01', 5, true, 0)],
    ['enhanced metadata', [0x94, ...HVC1, 9], { kind: 'nothing' }],
    ['an enhanced end', [0x92, ...HVC1], { kind: 'nothing' }],
    ['a cut FourCC', [0x93, 0x68, 0x76], { kind: 'truncated' }],
    ['a cut composition time', [0x91, ...HVC1, 0], { kind: 'truncated' }],
    ['a modifier in front', [0x97, 2, 1, 2, 3, 0x03, ...HVC1, 9], frame('hvc1', 10, true, 0)],
    ['a cut modifier', [0x97, 2, 1], { kind: 'truncated' }],
    ['the only track', [0x96, 0x03, ...HVC1, 0, 9], frame('hvc1', 7, true, 0)],
    ['a second track', [0x96, 0x03, ...HVC1, 1, 9], { kind: 'extra-track' }],
    ['many tracks', [0x96, 0x13, ...HVC1, 0, 0, 0, 1, 9], { kind: 'extra-track' }],
  ])('reads %s', (_what, bytes, expected) => {
    expect(readVideoTag(Uint8Array.from(bytes))).toEqual(expected);
  });

  test('reads a modifier of more than 255 bytes', () => {
    const modifier = [0x97, 0xff, 1, 0x2b, ...new Array(300).fill(7), 0x03];
    const tag = readVideoTag(Uint8Array.from([...modifier, ...HVC1, 9]));
    expect(tag).toEqual(frame('hvc1', modifier.length + 4, true, 0));
  });
});

describe('readAudioTag', () => {
  test.each([
    ['a legacy configuration', [0xaf, 0, 0x11], { kind: 'config', codec: 'mp4a', bodyAt: 2 }],
    ['a frame', [0xaf, 1, 9], frame('mp4a', 2, true, 0)],
    ['a silent byte', [0x20], { kind: 'nothing' }],
    ['MP3', [0x2f, 1, 2], frame('MP3', 1, true, 0)],
    ['an enhanced configuration', [0x90, ...MP4A, 1], { kind: 'config', codec: 'mp4a', bodyAt: 5 }],
    ['an enhanced frame', [0x91, ...MP4A, 9], frame('mp4a', 5, true, 0)],
    ['the order of channels', [0x94, ...MP4A, 9], { kind: 'nothing' }],
    ['a second track', [0x95, 0x01, ...MP4A, 1, 9], { kind: 'extra-track' }],
    ['a cut FourCC', [0x91, 0x6d], { kind: 'truncated' }],
  ])('reads %s', (_what, bytes, expected) => {
    expect(readAudioTag(Uint8Array.from(bytes))).toEqual(expected);
  });
});
