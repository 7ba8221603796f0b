import type { Log } from '../ports.ts';
import { isDatabaseError } from '../store/database.ts';
import type { PlayerEvent } from './player-event.ts';

export type EventQueueOptions = {
  /** One job: all of them, or none. */
  readonly store: { insert(events: readonly PlayerEvent[]): Promise<void> };
  readonly log: Log;
  /** How long events wait for others to be written with, ms. */
  readonly waitMs?: number;
  /** How long a write that failed waits before it is tried again, ms. */
  readonly retryMs?: number;
};

/** What waits for a disk that stalls: twenty seconds of a thousand a second, about 20 MB. */
const MAX_WAITING = 20_000;
/** A batch of this many holds this thread for a millisecond or two, and the writer for some more. */
const MAX_BATCH = 250;
/** With the write itself, less than a second is lost where the process is killed. */
const WAIT_MS = 500;
const RETRY_MS = 1000;
/** How often a batch that the database refuses is tried: it may have met another server's. */
const MAX_REFUSALS = 3;

/**
 * Events between their arrival and the database: written in batches, one at a time, so that they never stand in the way
 * of anybody's call. What does not fit is dropped, and the log says how much that was.
 */
export class EventQueue {
  readonly #store: EventQueueOptions['store'];
  readonly #log: Log;
  readonly #waitMs: number;
  readonly #retryMs: number;
  #waiting: PlayerEvent[] = [];
  #writing: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dropped = 0;
  #isClosing = false;

  constructor({ store, log, waitMs = WAIT_MS, retryMs = RETRY_MS }: EventQueueOptions) {
    this.#store = store;
    this.#log = log;
    this.#waitMs = waitMs;
    this.#retryMs = retryMs;
  }

  /** How many wait. */
  get size(): number {
    return this.#waiting.length;
  }

  /** Never waits, never fails. */
  add(event: PlayerEvent): void {
    if (this.#isClosing || this.#waiting.length >= MAX_WAITING) {
      this.#dropped++;
      return;
    }
    this.#waiting.push(event);
    if (this.#writing !== null) return;
    if (this.#waiting.length >= MAX_BATCH) void this.flush();
    else this.#timer ??= setTimeout(() => void this.flush(), this.#waitMs);
  }

  /** Resolves once what waited is written, or nobody can write it. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null;
    });
    return this.#writing;
  }

  /** Writes what waits; what can't be written at once is dropped. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await this.flush();
  }

  async #write(): Promise<void> {
    let refusals = 0;
    let isFirstTry = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, MAX_BATCH);
      try {
        await this.#store.insert(batch);
      } catch (error) {
        // A database that is away or full may be back; one that refuses the batch will do so again.
        if (isFirstTry) {
          this.#log.warn({ error: String(error) }, 'what players told waits for the database');
        }
        isFirstTry = false;
        const mayPass = isDatabaseError(error, 'unavailable') || isDatabaseError(error, 'full');
        if (!mayPass) refusals++;
        if (!this.#isClosing && refusals < MAX_REFUSALS) {
          await new Promise((resolve) => setTimeout(resolve, this.#retryMs));
          continue;
        }
        this.#dropped += batch.length;
      }
      refusals = 0;
      isFirstTry = true;
      this.#waiting = this.#waiting.slice(batch.length);
    }
    if (this.#dropped > 0) {
      this.#log.warn({ dropped: this.#dropped }, 'what players told could not all be written');
      this.#dropped = 0;
    }
  }
}
