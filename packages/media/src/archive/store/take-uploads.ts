import type { MediaLog } from '../../media-log.ts';
import { MediaAway } from '../../package/media-away.ts';
import { UnreadableJournal } from '../read-take.ts';
import type { FolderTakeStore } from './folder-take-store.ts';
import { type DistantStore, keyOfTake, type TakeName } from './take-store.ts';
import { UploadPace } from './upload-pace.ts';
import { uploadTake } from './upload-take.ts';

export type TakeUploadsOptions = {
  /** Where takes come to first. */
  readonly shelf: FolderTakeStore;
  readonly store: Pick<DistantStore, 'put' | 'list' | 'address'>;
  readonly log: MediaLog;
  /** The pause after a failure, ms; it doubles up to the longest. Absent for those of the product. */
  readonly pausesMs?: { readonly first: number; readonly longest: number };
};

/** Takes that are still on the local disk only. */
export type WaitingTakes = {
  readonly count: number;
  /** Wall clock, ms: when the oldest came; null where none waits. */
  readonly oldestSinceMs: number | null;
};

const PAUSES_MS = { first: 1000, longest: 300_000 };

/**
 * Moves takes from the shelf into the store, one after the other, beside everything else. The shelf itself is the list
 * of what is to be done: after a crash the next process goes on where this one was.
 */
export class TakeUploads {
  readonly #options: TakeUploadsOptions;
  readonly #pausesMs: { readonly first: number; readonly longest: number };
  readonly #pace = new UploadPace();
  readonly #waiting = new Map<string, number>();
  /** Tries that have failed. */
  readonly #tries = new Map<string, number>();
  /** Something is wrong with them that the store can't help: they stay where they are. */
  readonly #setAside = new Set<string>();
  readonly #unwanted = new Map<string, number>();
  #current: { readonly key: string; readonly done: Promise<void> } | null = null;
  #running: Promise<void> | null = null;
  #interrupt: () => void = () => undefined;
  #hasNews = false;
  #failures = 0;
  #isClosed = false;

  constructor(options: TakeUploadsOptions) {
    this.#options = options;
    this.#pausesMs = options.pausesMs ?? PAUSES_MS;
  }

  get waiting(): WaitingTakes {
    let oldestSinceMs: number | null = null;
    for (const sinceMs of this.#waiting.values()) {
      oldestSinceMs = Math.min(oldestSinceMs ?? sinceMs, sinceMs);
    }
    return { count: this.#waiting.size, oldestSinceMs };
  }

  /** Looks at the shelf: at the start, and when a take has come. */
  wake(): void {
    if (this.#isClosed) return;
    this.#hasNews = true;
    if (this.#failures === 0) this.#interrupt();
    this.#running ??= this.#run().catch((error: unknown) => {
      this.#running = null;
      this.#options.log.error({ error }, 'recordings are not being put into the media store');
    });
  }

  /** The store can be used again: nothing waits any longer for its next try. */
  retryNow(): void {
    this.#failures = 0;
    this.wake();
  }

  /**
   * Does something with a take that is not being uploaded meanwhile, nor begun to be: what has been begun of it is
   * finished first.
   */
  async without<T>(take: TakeName, work: () => Promise<T>): Promise<T> {
    const key = keyOfTake(take);
    this.#unwanted.set(key, (this.#unwanted.get(key) ?? 0) + 1);
    try {
      if (this.#current?.key === key) await this.#current.done;
      return await work();
    } finally {
      const left = (this.#unwanted.get(key) ?? 1) - 1;
      if (left === 0) this.#unwanted.delete(key);
      else this.#unwanted.set(key, left);
      // It may still be there.
      this.wake();
    }
  }

  /** Begins nothing more, and waits for what has been begun. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#interrupt();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#isClosed) {
      this.#hasNews = false;
      const isDone = await this.#goThroughShelf();
      this.#failures = isDone ? 0 : this.#failures + 1;
      if (this.#isClosed || (isDone && this.#hasNews)) continue;
      const { first, longest } = this.#pausesMs;
      const pauseMs = Math.min(longest, first * 2 ** (this.#failures - 1));
      await this.#pause(isDone ? null : pauseMs * (0.5 + Math.random() / 2));
    }
  }

  /** Until there is news, or for so long. */
  #pause(durationMs: number | null): Promise<void> {
    return new Promise((resolve) => {
      const timer = durationMs === null ? undefined : setTimeout(resolve, durationMs);
      timer?.unref();
      this.#interrupt = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** False where something has failed that may succeed later. */
  async #goThroughShelf(): Promise<boolean> {
    const { shelf } = this.#options;
    const takes: TakeName[] = [];
    const found = new Set<string>();
    for await (const take of shelf.takes(null)) {
      const key = keyOfTake(take);
      found.add(key);
      takes.push(take);
      if (!this.#waiting.has(key)) {
        this.#waiting.set(key, (await shelf.sinceMs(take)) ?? Date.now());
      }
    }
    for (const key of this.#waiting.keys()) if (!found.has(key)) this.#forget(key);
    let isDone = true;
    // One that the store does not like must not keep the others from it.
    for (const take of takes.sort((a, b) => this.#compare(keyOfTake(a), keyOfTake(b)))) {
      if (this.#isClosed) return true;
      const key = keyOfTake(take);
      if (this.#setAside.has(key) || this.#unwanted.has(key)) continue;
      const moving = this.#move(take);
      this.#current = { key, done: moving.then(() => undefined) };
      const outcome = await moving;
      this.#current = null;
      if (outcome === 'store-failed') return false;
      if (outcome === 'failed') isDone = false;
    }
    return isDone;
  }

  #compare(a: string, b: string): number {
    const byTries = (this.#tries.get(a) ?? 0) - (this.#tries.get(b) ?? 0);
    return byTries || (this.#waiting.get(a) ?? 0) - (this.#waiting.get(b) ?? 0);
  }

  #forget(key: string): void {
    this.#waiting.delete(key);
    this.#tries.delete(key);
  }

  async #move(take: TakeName): Promise<'done' | 'failed' | 'store-failed'> {
    const { shelf, store, log } = this.#options;
    const key = keyOfTake(take);
    try {
      // Without its journal it is what is left of a removal.
      if (await shelf.has(take)) {
        const isWanted = () => !this.#isClosed && !this.#unwanted.has(key);
        if (!(await uploadTake({ take, shelf, store, pace: this.#pace, isWanted }))) return 'done';
        log.info({ take: key, store: store.address }, 'a recording is in the media store');
      }
      await shelf.remove(take);
      this.#forget(key);
      return 'done';
    } catch (error) {
      this.#tries.set(key, (this.#tries.get(key) ?? 0) + 1);
      if (error instanceof MediaAway) {
        log.debug({ error, take: key }, 'a recording is not in the media store yet');
        return 'store-failed';
      }
      if (error instanceof UnreadableJournal) {
        this.#setAside.add(key);
        log.error({ error, take: key }, 'a recording stays on the local disk: it can not be read');
        return 'done';
      }
      log.warn({ error, take: key }, 'a recording could not be read: it is tried again later');
      return 'failed';
    }
  }
}
