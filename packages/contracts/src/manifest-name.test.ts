import { describe, expect, it } from 'vitest';
import { LIVE_PLAYLIST_WINDOW_MS, manifestName } from './manifest-name.ts';

describe('the name of the multivariant playlist', () => {
  it('is another one where viewers may go back further than the usual one reaches', () => {
    expect(manifestName(0)).toBe('index.m3u8');
    expect(manifestName(LIVE_PLAYLIST_WINDOW_MS)).toBe('index.m3u8');
    expect(manifestName(LIVE_PLAYLIST_WINDOW_MS + 60_000)).toBe('index-dvr.m3u8');
  });
});
