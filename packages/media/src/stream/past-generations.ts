import type { MediaLog } from '../media-log.ts';
import type { LiveStream } from './live-stream.ts';
import type { Timers } from './timers.ts';

/** Viewers who are behind may finish what they see, and playlists must have been read once more. */
const SHORTEST_KEEP_MS = 60_000;

/**
 * The generations of a channel that are over. Shows stay readable for the DVR window; the newest show stays in the
 * archive. This is the place to ask before a generation's files go.
 */
export class PastGenerations {
  readonly #timers: Timers;
  readonly #log: MediaLog;
  readonly #streams = new Map<string, LiveStream>();
  readonly #cancels = new Map<string, readonly (() => void)[]>();
  #newestShow: LiveStream | null = null;

  constructor(timers: Timers, log: MediaLog) {
    this.#timers = timers;
    this.#log = log;
  }

  find(generation: string): LiveStream | undefined {
    return this.#streams.get(generation);
  }

  all(): Iterable<LiveStream> {
    return this.#streams.values();
  }

  /** Takes a generation that has ended. Rehearsals go at once. */
  add(stream: LiveStream): void {
    if (stream.kind === 'preview') {
      this.#remove(stream);
      return;
    }
    this.#streams.set(stream.generation, stream);
    const keepMs = Math.max(SHORTEST_KEEP_MS, stream.dvrWindowMs);
    this.#cancels.set(stream.generation, [
      this.#timers.after(SHORTEST_KEEP_MS, () => stream.releaseMemory()),
      this.#timers.after(keepMs, () => this.#forget(stream)),
    ]);
    this.#replaceNewest(stream);
  }

  /** A new show has begun: it is the one to keep. */
  startShow(): void {
    this.#replaceNewest(null);
  }

  /** The webcast is deleted. */
  removeAll(): void {
    this.close();
    const streams = new Set(this.#streams.values());
    if (this.#newestShow !== null) streams.add(this.#newestShow);
    this.#streams.clear();
    this.#newestShow = null;
    for (const stream of streams) this.#remove(stream);
  }

  /** Nothing is removed any more. */
  close(): void {
    for (const cancels of this.#cancels.values()) for (const cancel of cancels) cancel();
    this.#cancels.clear();
  }

  #forget(stream: LiveStream): void {
    this.#streams.delete(stream.generation);
    this.#cancels.delete(stream.generation);
    if (stream !== this.#newestShow) this.#remove(stream);
  }

  /** The newest show before goes too, unless it is still readable: then it goes with its time. */
  #replaceNewest(stream: LiveStream | null): void {
    const before = this.#newestShow;
    this.#newestShow = stream;
    if (before !== null && !this.#streams.has(before.generation)) this.#remove(before);
  }

  #remove(stream: LiveStream): void {
    stream.archive.remove().catch((error: unknown) => {
      this.#log.warn({ error, generation: stream.generation }, 'old media could not be removed');
    });
  }
}
