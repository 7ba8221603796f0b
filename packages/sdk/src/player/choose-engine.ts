export type EngineName = 'hls.js' | 'native';

/**
 * hls.js where the browser has Media Source Extensions: it is the engine that can hold a low latency and read the
 * stream's clock. An iPhone has none (its Managed Media Source can't go full screen or to AirPlay as its own player
 * does), so its own HLS player is used, and hls.js is not even loaded. Null: this browser plays no live video.
 */
export function chooseEngine(browser: {
  readonly hasMediaSource: boolean;
  readonly hasManagedMediaSource: boolean;
  readonly playsHlsItself: boolean;
}): EngineName | null {
  if (browser.hasMediaSource) return 'hls.js';
  if (browser.playsHlsItself) return 'native';
  return browser.hasManagedMediaSource ? 'hls.js' : null;
}

export function browserEngine(): EngineName | null {
  return chooseEngine({
    hasMediaSource: 'MediaSource' in globalThis,
    hasManagedMediaSource: 'ManagedMediaSource' in globalThis,
    playsHlsItself:
      document.createElement('video').canPlayType('application/vnd.apple.mpegurl') !== '',
  });
}
