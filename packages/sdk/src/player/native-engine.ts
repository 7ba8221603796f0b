import type { DvrWindow } from './dvr-window.ts';
import type { EngineEvents, PlaybackEngine } from './playback-engine.ts';

/** HTMLMediaElement.getStartDate, which only Safari has. */
type WithStartDate = HTMLVideoElement & { getStartDate?: () => Date };

/** HTML standard, MediaError codes. */
const MEDIA_ERR_NETWORK = 2;
const MEDIA_ERR_SRC_NOT_SUPPORTED = 4;

/** The browser's own HLS player (iPhone): it steers, loads and adapts by itself. */
export class NativeEngine implements PlaybackEngine {
  readonly name = 'native';
  readonly isPlaylistStill = false;
  readonly isPlaylistFresh = true;
  readonly latencyMs = null;
  readonly baseTargetMs = null;
  readonly unitMs = null;
  readonly renditions = [];
  readonly playing = null;
  readonly selected = 'auto';
  readonly #video: WithStartDate;
  readonly #listening = new AbortController();
  #manifestUrl = '';

  constructor(video: HTMLVideoElement, events: EngineEvents) {
    this.#video = video;
    const { signal } = this.#listening;
    video.addEventListener(
      'error',
      () => {
        const { code = MEDIA_ERR_NETWORK, message = '' } = video.error ?? {};
        // Safari reports a manifest that did not load as a source it does not support.
        const isNetwork = code === MEDIA_ERR_NETWORK || code === MEDIA_ERR_SRC_NOT_SUPPORTED;
        events.onFailure({ kind: isNetwork ? 'network' : 'media', detail: `${code} ${message}` });
      },
      { signal },
    );
  }

  load(manifestUrl: string): void {
    this.#manifestUrl = manifestUrl;
    this.#video.src = manifestUrl;
    this.#video.load();
  }

  reload(): void {
    this.load(this.#manifestUrl);
  }

  recoverMedia(): void {
    this.load(this.#manifestUrl);
  }

  setTarget(): void {
    // The browser keeps the playlist's own distance.
  }

  get window(): DvrWindow | null {
    const { seekable } = this.#video;
    if (seekable.length === 0) return null;
    return { startS: seekable.start(0), liveS: seekable.end(seekable.length - 1) };
  }

  get programDateMs(): number | null {
    const startMs = this.#video.getStartDate?.().getTime() ?? Number.NaN;
    return Number.isNaN(startMs) ? null : startMs + this.#video.currentTime * 1_000;
  }

  select(): void {
    // The browser chooses.
  }

  close(): void {
    this.#listening.abort();
    this.#video.removeAttribute('src');
    this.#video.load();
  }
}
