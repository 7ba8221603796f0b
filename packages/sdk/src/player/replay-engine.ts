import type { ErrorData, default as HlsClass } from 'hls.js';
import { type BackoffLimits, backoffMs } from '../backoff.ts';
import { browserEngine } from './choose-engine.ts';
import { HLS_SETTINGS } from './hls-settings.ts';
import { loadHls } from './load-hls.ts';
import type { PlayerFailure } from './player-controller.ts';

const REPLAY_SETTINGS = {
  ...HLS_SETTINGS,
  lowLatencyMode: false,
  startFragPrefetch: false,
} as const;

const RETRY: BackoffLimits = { firstMs: 500, longestMs: 8_000 };
const MAX_RETRIES = 6;
const MAX_DECODER_RETRIES = 2;

/** Plays a recording in a video element, which keeps its own controls. */
export class ReplayEngine {
  readonly #video: HTMLVideoElement;
  readonly #onFailure: (failure: PlayerFailure) => void;
  #hls: HlsClass | null = null;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #listening = new AbortController();
  /** Grows with each load, so that what was started for an older one is dropped. */
  #loads = 0;

  constructor(video: HTMLVideoElement, onFailure: (failure: PlayerFailure) => void) {
    this.#video = video;
    this.#onFailure = onFailure;
  }

  /** @param startS where to begin, seconds */
  load(manifestUrl: string, startS: number): void {
    this.close();
    const load = this.#loads;
    const name = browserEngine();
    if (name === null) {
      this.#onFailure('unsupported');
      return;
    }
    if (name === 'native') {
      this.#loadNatively(manifestUrl, startS);
      return;
    }
    loadHls().then(
      (Hls) => {
        if (load === this.#loads) this.#open(Hls, manifestUrl, startS);
      },
      () => {
        if (load === this.#loads) this.#onFailure('unloadable');
      },
    );
  }

  close(): void {
    this.#loads += 1;
    clearTimeout(this.#retryTimer);
    this.#listening.abort();
    this.#hls?.destroy();
    this.#hls = null;
    this.#video.removeAttribute('src');
  }

  #open(Hls: typeof HlsClass, manifestUrl: string, startS: number): void {
    if (!Hls.isSupported()) {
      this.#onFailure('unsupported');
      return;
    }
    const hls = new Hls({ ...REPLAY_SETTINGS, startPosition: startS });
    this.#hls = hls;
    let networkFailures = 0;
    let decoderFailures = 0;
    let hasManifest = false;
    hls.on(Hls.Events.MANIFEST_PARSED, () => {
      hasManifest = true;
    });
    hls.on(Hls.Events.FRAG_LOADED, () => {
      networkFailures = 0;
    });
    hls.on(Hls.Events.ERROR, (_event, { fatal, type }: ErrorData) => {
      if (!fatal) return;
      if (type === Hls.ErrorTypes.MEDIA_ERROR && decoderFailures < MAX_DECODER_RETRIES) {
        decoderFailures += 1;
        hls.recoverMediaError();
      } else if (type === Hls.ErrorTypes.NETWORK_ERROR && networkFailures < MAX_RETRIES) {
        const delayMs = backoffMs(networkFailures, RETRY, Math.random());
        networkFailures += 1;
        clearTimeout(this.#retryTimer);
        this.#retryTimer = setTimeout(() => {
          if (hasManifest) hls.startLoad(-1);
          else hls.loadSource(manifestUrl);
        }, delayMs);
      } else {
        this.close();
        this.#onFailure(type === Hls.ErrorTypes.NETWORK_ERROR ? 'unloadable' : 'undecodable');
      }
    });
    hls.attachMedia(this.#video);
    hls.loadSource(manifestUrl);
  }

  #loadNatively(manifestUrl: string, startS: number): void {
    const video = this.#video;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    video.addEventListener('error', () => this.#onFailure('unloadable'), { signal });
    video.addEventListener(
      'loadedmetadata',
      () => {
        if (startS > 0) video.currentTime = startS;
      },
      { signal, once: true },
    );
    video.src = manifestUrl;
  }
}
