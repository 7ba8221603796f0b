import { expect, test } from 'vitest';
import { readShowPlaylist } from './show-playlist.ts';

test('where only the first segment says its time, the others follow by their lengths', () => {
  const lines = [
    ...['#EXTM3U', '#EXT-X-INDEPENDENT-SEGMENTS', '#EXT-X-MAP:URI="init.mp4"'],
    '#EXT-X-PROGRAM-DATE-TIME:2026-11-22T12:00:00.000Z',
    ...['#EXTINF:2.000,', 'a.m4s', '#EXTINF:1.500,', 'b.m4s', '#EXT-X-DISCONTINUITY'],
    ...['#EXTINF:2.000,', 'c.m4s'],
  ];
  const pieces = readShowPlaylist(lines.join('\n'));
  const beganMs = Date.UTC(2026, 10, 22, 12);
  expect(pieces.map(({ uri, startsAtMs }) => [uri, startsAtMs - beganMs])).toEqual([
    ['a.m4s', 0],
    ['b.m4s', 2000],
    ['c.m4s', 3500],
  ]);
});
