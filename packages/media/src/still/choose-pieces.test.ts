import { describe, expect, it } from 'vitest';
import { choosePieces } from './choose-pieces.ts';
import { readShowPlaylist } from './show-playlist.ts';

const T0 = Date.UTC(2026, 10, 22, 12);
const at = (seconds: number) => new Date(T0 + seconds * 1000).toISOString();

function segment(name: string, startSeconds: number, seconds: number, before = ''): string {
  return `${before}#EXT-X-PROGRAM-DATE-TIME:${at(startSeconds)}\n#EXTINF:${seconds}.00000,\n${name}.m4s\n`;
}

function part(name: string, seconds: number, isIndependent = false): string {
  const independent = isIndependent ? ',INDEPENDENT=YES' : '';
  return `#EXT-X-PART:DURATION=${seconds},URI="${name}.m4s"${independent}\n`;
}

const HEAD = '#EXTM3U\n#EXT-X-VERSION:9\n#EXT-X-TARGETDURATION:6\n';
const INDEPENDENT = '#EXT-X-INDEPENDENT-SEGMENTS\n';
const MAP = '#EXT-X-MAP:URI="video-init-0.mp4"\n';

function choose(text: string, atSeconds: number | null) {
  const chosen = choosePieces(
    readShowPlaylist(text),
    atSeconds === null ? null : T0 + atSeconds * 1000,
  );
  if (chosen === null) return null;
  const { pieces, seekMs } = chosen;
  return { uris: pieces.map(({ uri }) => uri.replace('.m4s', '')), seekMs: Math.round(seekMs) };
}

describe('pieces for a frame', () => {
  const whole = HEAD + INDEPENDENT + MAP + segment('a', 0, 4) + segment('b', 4, 4);

  it('are the segment that it is in', () => {
    expect(choose(whole, 0)).toEqual({ uris: ['a'], seekMs: 0 });
    expect(choose(whole, 3.9)).toEqual({ uris: ['a'], seekMs: 3850 });
    expect(choose(whole, 4)).toEqual({ uris: ['b'], seekMs: 0 });
  });

  it('before and behind the show are its first and its last', () => {
    expect(choose(whole, -100)).toEqual({ uris: ['a'], seekMs: 0 });
    expect(choose(whole, 100)).toEqual({ uris: ['b'], seekMs: 3850 });
  });

  it('at the edge are the newest key frame, or a frame that is not much older', () => {
    const open = `#EXT-X-PROGRAM-DATE-TIME:${at(8)}\n${part('c.0', 0.5, true)}${part('c.1', 0.5)}`;
    expect(choose(whole + open, null)).toEqual({ uris: ['c.0'], seekMs: 0 });
    const late = open + [2, 3, 4, 5, 6, 7].map((index) => part(`c.${index}`, 0.5)).join('');
    expect(choose(whole + late, null)).toEqual({ uris: ['c.0', 'c.1', 'c.2'], seekMs: 1000 });
  });

  it('begin at a key frame, where not every segment has one', () => {
    const mixed =
      HEAD +
      MAP +
      `#EXT-X-PROGRAM-DATE-TIME:${at(0)}\n${part('a.0', 2, true)}${part('a.1', 2)}#EXTINF:4,\na.m4s\n` +
      `#EXT-X-PROGRAM-DATE-TIME:${at(4)}\n${part('b.0', 2)}${part('b.1', 2)}#EXTINF:4,\nb.m4s\n`;
    expect(choose(mixed, 7)).toEqual({ uris: ['a.0', 'a.1', 'b.0', 'b.1'], seekMs: 7000 });
  });

  it('reach back a while where the playlist does not say which begin with one', () => {
    const unknown = HEAD + MAP + [0, 6, 12, 18, 24, 30].map((s) => segment(`s${s}`, s, 6)).join('');
    expect(choose(unknown, 31)).toEqual({ uris: ['s12', 's18', 's24', 's30'], seekMs: 19_000 });
  });

  it('never reach back over a break, where another encoder may have begun', () => {
    const broken =
      HEAD +
      MAP +
      segment('a', 0, 4) +
      segment('b', 10, 4, '#EXT-X-DISCONTINUITY\n#EXT-X-MAP:URI="video-init-1.mp4"\n');
    expect(choose(broken, 12)).toEqual({ uris: ['b'], seekMs: 2000 });
    expect(readShowPlaylist(broken).map(({ initUri }) => initUri)).toEqual([
      'video-init-0.mp4',
      'video-init-1.mp4',
    ]);
    // Between the two, what was seen last.
    expect(choose(broken, 8)).toEqual({ uris: ['a'], seekMs: 3850 });
  });

  it('are none without a playlist', () => {
    for (const text of ['', HEAD, 'Only streams live here.', '#EXT-X-PART:\n#EXTINF:\n']) {
      expect(choose(text, 5)).toBeNull();
      expect(choose(text, null)).toBeNull();
    }
  });
});
