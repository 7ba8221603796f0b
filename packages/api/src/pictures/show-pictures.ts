import type { ChannelStatus, Picture, PictureFailure } from '@rostrum/contracts';
import { isOnAir } from '../live/broadcast-facts.ts';
import type { PlaybackAddresses } from '../live/playback-addresses.ts';
import type { Clock, Log, Stills } from '../ports.ts';
import type { EntriesStore } from '../store/entry/entries-store.ts';
import type { PicturesStore, Show } from '../store/entry/pictures-store.ts';
import { showOnAir } from './show-on-air.ts';

export type ShowPicturesOptions = {
  readonly entries: EntriesStore;
  readonly pictures: PicturesStore;
  readonly playback: PlaybackAddresses;
  readonly stills: Stills;
  readonly clock: Clock;
  readonly log: Log;
};

type Job = { readonly webcastId: string; readonly show: Show; readonly atMs: number | null };

/** How often a picture is tried, and how long apart: the media process may be restarting, or everybody wants pictures. */
const MAX_ATTEMPTS = 4;
const RETRY_MS = 1500;
/** Webcasts that begin or end in the same moment; the media process keeps what is over for a minute at least. */
const MAX_WAITING = 1000;
/** Beginnings and ends of shows are dark, or a slide that says so. */
export const SHARE_OF_SHOW = 1 / 3;

/**
 * Keeps a picture of every show: one when it begins, so that there is one whatever happens, and a better one when it is
 * over. One at a time, beside everything else.
 */
export class ShowPictures {
  readonly #options: ShowPicturesOptions;
  /** By webcast: the show that is on air, as it was told last. */
  readonly #onAir = new Map<string, Show>();
  readonly #jobs: Job[] = [];
  #working: Promise<void> | null = null;
  readonly #closing = new AbortController();

  constructor(options: ShowPicturesOptions) {
    this.#options = options;
  }

  /** Returns at once. */
  onStatus(status: ChannelStatus): void {
    const { webcastId } = status;
    const before = this.#onAir.get(webcastId);
    const now = showOnAir(status);
    if (now !== null) {
      this.#onAir.set(webcastId, now);
      if (before?.generation !== now.generation) this.#add({ webcastId, show: now, atMs: null });
      return;
    }
    // Waiting for its encoder, the show is still the same.
    if (before === undefined || isOnAir(status.state)) return;
    this.#onAir.delete(webcastId);
    const lengthMs = Math.max(0, status.sinceMs - before.startedAtMs);
    const atMs = before.startedAtMs + lengthMs * SHARE_OF_SHOW;
    this.#add({ webcastId, show: before, atMs });
  }

  /** Resolves once every picture that is due is kept, or was tried in vain. */
  async flush(): Promise<void> {
    while (this.#working !== null) await this.#working;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.flush();
  }

  #add(job: Job): void {
    if (this.#closing.signal.aborted || this.#jobs.length >= MAX_WAITING) return;
    this.#jobs.push(job);
    this.#working ??= this.#workOff().finally(() => {
      this.#working = null;
    });
  }

  async #workOff(): Promise<void> {
    for (let job = this.#jobs.shift(); job !== undefined; job = this.#jobs.shift()) {
      if (this.#closing.signal.aborted) return;
      await this.#keep(job).catch((error: unknown) => {
        this.#options.log.warn({ error: String(error) }, 'a show’s picture could not be kept');
      });
    }
  }

  async #keep({ webcastId, show, atMs }: Job): Promise<void> {
    const { entries, pictures, clock } = this.#options;
    const picture = await this.#cut(webcastId, show, atMs);
    const webcast = (await entries.findWebcast(webcastId))?.webcast;
    if (picture === null || webcast === undefined) return;
    await pictures.saveOfShow(webcast, show, picture, clock.nowMs());
  }

  async #cut(webcastId: string, show: Show, atMs: number | null): Promise<Picture | null> {
    const { entries, playback, stills } = this.#options;
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const webcast = (await entries.findWebcast(webcastId))?.webcast;
      if (webcast === undefined) return null;
      const playlistPath = playback.manifestUrl('', webcast, show.generation, show.startedAtMs);
      const result: Picture | PictureFailure = await stills.frameOf({ playlistPath, atMs });
      if (typeof result !== 'string') return result;
      if (result === 'no-tool' || result === 'unreadable') return null;
      await pause(RETRY_MS, this.#closing.signal);
      if (this.#closing.signal.aborted) return null;
    }
    return null;
  }
}

function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, durationMs);
    signal.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
