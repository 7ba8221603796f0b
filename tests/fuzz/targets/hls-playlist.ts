import {
  livePlaylist,
  multivariantPlaylist,
} from '../../../packages/api/src/outside/origin-for-tests.ts';
import { readPlaylist } from '../../../packages/api/src/outside/read-playlist.ts';
import type { FuzzTarget } from '../target.ts';

const SEEDS = [
  livePlaylist({ endsAtMs: 1_790_000_000_000, isOver: true }),
  multivariantPlaylist('low/a.m3u8', 'https://b.example/high.m3u8'),
  `${livePlaylist()}#EXT-X-KEY:METHOD=AES-128,URI="k"\n#EXT-X-PART:DURATION=0.5,URI="p.m4s"\n`,
];

/** Playlists from anybody's server: whatever they say, what is read of them is bounded and can be reckoned with. */
const target: FuzzTarget = {
  name: 'hls-playlist',
  seeds: () => SEEDS.map((text) => Buffer.from(text)),
  run(bytes) {
    const playlist = readPlaylist(Buffer.from(bytes).toString('utf8'));
    if (playlist === null) return;
    if (playlist.kind === 'multivariant') {
      if (playlist.playlists.length > 100) throw new Error('too many playlists');
      return;
    }
    const { targetDurationMs, endsAtMs, addresses } = playlist;
    if (!(targetDurationMs >= 1000 && targetDurationMs <= 60_000)) throw new Error('a wild target');
    if (endsAtMs !== null && Number.isNaN(endsAtMs)) throw new Error('a date that is none');
    if (addresses.length > 100) throw new Error('too many addresses');
  },
};

export default target;
