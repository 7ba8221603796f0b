import type { MediaLog } from '../../media-log.ts';
import { MediaAway } from '../../package/media-away.ts';
import { JOURNAL_FILE } from '../archive-file-names.ts';
import type { DistantStore, FileToStore, StoredFile, Stretch, TakeName } from './take-store.ts';

/** After a failed reading the next one fails at once, for so long: viewers come in thousands. */
const LEFT_ALONE_MS = 2000;

export type WatchedStoreOptions = {
  readonly store: DistantStore;
  readonly log: MediaLog;
  /** Called when it can be used again. */
  readonly onUsable?: () => void;
  /** Monotonic, ms. */
  readonly nowMs?: () => number;
};

/** A store may let itself be read, and not be written. */
type Side = 'reading' | 'listing' | 'writing';

/** One that there is not. */
const NO_TAKE: TakeName = { webcastId: '0_00000000', generation: '000000000000' };

/**
 * A store that is known to be there or away. While it is away, who wants to read is told so at once, but for one try
 * every two seconds; the log hears of the change, not of every request.
 */
export class WatchedStore implements DistantStore {
  readonly #store: DistantStore;
  readonly #log: MediaLog;
  readonly #onUsable: () => void;
  readonly #nowMs: () => number;
  readonly #problems = new Map<Side, MediaAway>();
  #leftAloneUntilMs = 0;
  #isLooking = false;

  constructor(options: WatchedStoreOptions) {
    const { store, log, onUsable = () => undefined, nowMs = () => performance.now() } = options;
    this.#store = store;
    this.#log = log;
    this.#onUsable = onUsable;
    this.#nowMs = nowMs;
  }

  get address(): string {
    return this.#store.address;
  }

  /** What is wrong, for whoever runs the server; null where nothing is known to be. */
  get problem(): string | null {
    const [problem] = this.#problems.values();
    return problem?.message ?? null;
  }

  put(take: TakeName, fileName: string, file: FileToStore): Promise<StoredFile> {
    return this.#watch('writing', () => this.#store.put(take, fileName, file));
  }

  async read(take: TakeName, fileName: string, stretch?: Stretch): Promise<Uint8Array | null> {
    const nowMs = this.#nowMs();
    const problem = this.#problems.get('reading');
    if (problem !== undefined) {
      if (nowMs < this.#leftAloneUntilMs) throw problem;
      // The others wait for how this one fares.
      this.#leftAloneUntilMs = nowMs + LEFT_ALONE_MS;
    }
    return await this.#watch('reading', () => this.#store.read(take, fileName, stretch));
  }

  list(take: TakeName): Promise<ReadonlyMap<string, StoredFile>> {
    return this.#watch('listing', () => this.#store.list(take));
  }

  takes(after: string | null): AsyncIterable<TakeName> {
    return this.#store.takes(after);
  }

  sinceMs(take: TakeName): Promise<number | null> {
    return this.#store.sinceMs(take);
  }

  remove(take: TakeName): Promise<void> {
    return this.#watch('writing', () => this.#store.remove(take));
  }

  /** Where it was away when it was asked last, asks again: perhaps nobody else does. Never rejects. */
  async lookAgain(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      if (this.#problems.has('reading'))
        await this.read(NO_TAKE, JOURNAL_FILE, { start: 0, end: 2 });
      if (this.#problems.has('listing')) await this.list(NO_TAKE);
    } catch {
      // Noted.
    } finally {
      this.#isLooking = false;
    }
  }

  close(): void {
    this.#store.close();
  }

  async #watch<T>(side: Side, work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      if (this.#problems.delete(side) && this.#problems.size === 0) {
        this.#log.info({ store: this.address }, 'the media store can be used again');
        this.#onUsable();
      }
      return result;
    } catch (error) {
      if (error instanceof MediaAway) this.#note(side, error);
      throw error;
    }
  }

  #note(side: Side, problem: MediaAway): void {
    const isNew = ![...this.#problems.values()].some(({ message }) => message === problem.message);
    this.#problems.set(side, problem);
    if (side === 'reading') this.#leftAloneUntilMs = this.#nowMs() + LEFT_ALONE_MS;
    if (isNew) this.#log.error({ store: this.address }, problem.message);
  }
}
