import type { MediaLog } from '../media-log.ts';
import type { LiveStream } from './live-stream.ts';
import type { Timers } from './timers.ts';

/** Viewers who are behind may finish what they see, and playlists must have been read once more. */
const SHORTEST_KEEP_MS = 60_000;

/** The generations of a channel that are over. Shows stay readable for the DVR window; then their takes are what is left. */
export class PastGenerations {
  readonly #timers: Timers;
  readonly #log: MediaLog;
  readonly #streams = new Map<string, LiveStream>();
  readonly #cancels = new Map<string, readonly (() => void)[]>();

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
      this.#leave(stream, stream.archive.remove());
      return;
    }
    this.#streams.set(stream.generation, stream);
    const keepMs = Math.max(SHORTEST_KEEP_MS, stream.dvrWindowMs);
    this.#cancels.set(stream.generation, [
      this.#timers.after(SHORTEST_KEEP_MS, () => stream.releaseMemory()),
      this.#timers.after(keepMs, () => this.#forget(stream)),
    ]);
  }

  /** The webcast is deleted: nobody can watch these any more. */
  retireAll(): void {
    this.close();
    const streams = [...this.#streams.values()];
    for (const stream of streams) this.#forget(stream);
  }

  /** Nothing is retired any more. */
  close(): void {
    for (const cancels of this.#cancels.values()) for (const cancel of cancels) cancel();
    this.#cancels.clear();
  }

  #forget(stream: LiveStream): void {
    this.#streams.delete(stream.generation);
    this.#cancels.delete(stream.generation);
    this.#leave(stream, stream.archive.retire());
  }

  #leave({ generation }: LiveStream, leaving: Promise<void>): void {
    leaving.catch((error: unknown) => {
      this.#log.warn({ error, generation }, 'media that nobody needs could not be removed');
    });
  }
}
