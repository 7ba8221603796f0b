import { describe, expect, test } from 'vitest';
import { livePlaylist, multivariantPlaylist } from './origin-for-tests.ts';
import { readPlaylist } from './read-playlist.ts';

const mediaOf = (text: string) => {
  const playlist = readPlaylist(text);
  if (playlist?.kind !== 'media') throw new Error('no media playlist');
  return playlist;
};

describe('a playlist', () => {
  test('of variants names them in their order, and then further renditions', () => {
    const text = `${multivariantPlaylist('low/a.m3u8', 'https://b.example/high.m3u8')}#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="b, c",URI="audio/a.m3u8"\n`;
    expect(readPlaylist(text)).toEqual({
      kind: 'multivariant',
      playlists: ['low/a.m3u8', 'https://b.example/high.m3u8', 'audio/a.m3u8'],
    });
  });

  test('of media says when its newest whole segment ends', () => {
    const endsAtMs = Date.UTC(2026, 10, 22, 12);
    expect(mediaOf(livePlaylist({ endsAtMs })).endsAtMs).toBe(endsAtMs);
    expect(mediaOf(livePlaylist()).endsAtMs).toBeNull();
    expect(
      mediaOf(`${livePlaylist()}#EXT-X-PROGRAM-DATE-TIME:nonsense\n#EXTINF:6,\nx.ts\n`).endsAtMs,
    ).toBeNull();
  });

  test('is another one as soon as a segment or a part was added', () => {
    const text = livePlaylist();
    const part = '#EXT-X-PART:DURATION=0.5,URI="part-1.m4s"\n';
    const newest = [
      text,
      `${text}${part}`,
      `${text}${part}${part}`,
      `${text}#EXTINF:6,\nnext.ts\n`,
      livePlaylist({ sequence: 11 }),
    ].map((each) => mediaOf(each).newest);
    expect(new Set(newest).size).toBe(newest.length);
    // What leaves at the other end is no news.
    expect(
      mediaOf(text.replace('SEQUENCE:10', 'SEQUENCE:11').replace(/#EXTINF.*\n.*\n/, '')).newest,
    ).toBe(mediaOf(text).newest);
  });

  test.each(['#EXT-X-ENDLIST', '#EXT-X-PLAYLIST-TYPE:VOD'])('that says %s is over', (tag) => {
    expect(mediaOf(livePlaylist()).isOver).toBe(false);
    expect(mediaOf(livePlaylist() + tag).isOver).toBe(true);
  });

  test('names what a player loads: media, initialisations and keys', () => {
    const text = `${livePlaylist({ base: 'https://media.example/' })}#EXT-X-KEY:METHOD=AES-128,URI="https://keys.example/k"\n#EXT-X-MAP:URI="init.mp4",BYTERANGE="1@0"\n`;
    expect(mediaOf(text).addresses).toEqual([
      'https://media.example/segment-10.ts',
      'https://media.example/segment-11.ts',
      'https://media.example/segment-12.ts',
      'https://keys.example/k',
      'init.mp4',
    ]);
  });

  test.each([
    ['a page', '<!doctype html><title>Hello</title>'],
    ['nothing', ''],
    ['a list of songs', '#EXTM3U\n#EXTINF:200,Song\nsong.mp3\n'],
    ['a target without a number', '#EXTM3U\n#EXT-X-TARGETDURATION:soon\n#EXTINF:6,\na.ts\n'],
  ])('is not %s', (_what, text) => {
    expect(readPlaylist(text)).toBeNull();
  });

  test('of any size is held in bounds', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `#EXTINF:2,\nsegment-${index}.ts`);
    const media = mediaOf(`#EXTM3U\n#EXT-X-TARGETDURATION:2\n${lines.join('\n')}\n`);
    expect(media.mediaCount).toBe(20_000);
    expect(media.addresses).toHaveLength(100);
    expect(media.addresses.at(-1)).toBe('segment-19999.ts');
  });
});
