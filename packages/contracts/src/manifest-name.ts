/** How far back the usual playlist goes: reloading hours of it for every part is for those who asked for it. */
export const LIVE_PLAYLIST_WINDOW_MS = 2 * 60 * 60 * 1000;

/** The multivariant playlist of a webcast: a longer DVR window has one of its own. */
export function manifestName(dvrWindowMs: number): 'index.m3u8' | 'index-dvr.m3u8' {
  return dvrWindowMs > LIVE_PLAYLIST_WINDOW_MS ? 'index-dvr.m3u8' : 'index.m3u8';
}
