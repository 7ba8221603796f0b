import { MAX_TAKES_IN_RECORDING, type Take } from '@rostrum/contracts';
import type { LiveStream } from './live-stream.ts';

/** Between two times that control is told how far a take has grown. */
const TELL_INTERVAL_MS = 10_000;

/** What is recorded of the show that is on air or was the last. */
export class ShowTakes {
  #ended: readonly Take[];
  #toldMs = Number.NEGATIVE_INFINITY;
  #toldGeneration: string | null = null;

  /** @param known of the show that an earlier process has left */
  constructor(known: readonly Take[] = []) {
    this.#ended = known;
  }

  /** Oldest first, with the one that grows. */
  list(stream: LiveStream | null): readonly Take[] {
    const growing = stream?.take ?? null;
    const all = growing === null ? this.#ended : [...this.#ended, growing];
    return all.length > MAX_TAKES_IN_RECORDING ? all.slice(-MAX_TAKES_IN_RECORDING) : all;
  }

  /** Another show has begun. */
  startShow(): void {
    this.#ended = [];
  }

  /** A show that an earlier process was in the middle of goes on. */
  resume(before: readonly Take[]): void {
    this.#ended = before;
  }

  /** A generation of the show has ended. */
  add(stream: LiveStream): void {
    this.#ended = this.list(stream);
  }

  remove(generation: string): void {
    this.#ended = this.#ended.filter((take) => take.generation !== generation);
  }

  /** Whether control is to be told now that the take of a generation has grown. */
  isDue(generation: string, nowMs: number): boolean {
    const isNews = generation !== this.#toldGeneration || nowMs - this.#toldMs >= TELL_INTERVAL_MS;
    if (!isNews) return false;
    this.#toldGeneration = generation;
    this.#toldMs = nowMs;
    return true;
  }
}
