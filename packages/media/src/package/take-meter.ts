import type { Segment } from './segment.ts';

/** How much of a generation is recorded. */
export type TakeSpan = {
  /** Stream clock, wall-clock ms: the first recorded moment. */
  readonly startsAtMs: number;
  /** Playing time, ms. */
  readonly durationMs: number;
  /** Of all tracks. */
  readonly sizeBytes: number;
};

/** Tracks close a segment at nearly the same moment: who is so far behind has lost it. */
const LONGEST_LAG_SEGMENTS = 8;

/** Adds up what can be played of a take: the recorded segments that every track has. */
export class TakeMeter {
  readonly #trackCount: number;
  /** Recorded segments that other tracks still have to close, by media sequence number. */
  readonly #waiting = new Map<
    number,
    { readonly first: Segment; tracks: number; sizeBytes: number }
  >();
  #span: TakeSpan | null;

  /** @param before what an earlier process has recorded of the generation */
  constructor(trackCount: number, before: TakeSpan | null) {
    this.#trackCount = trackCount;
    this.#span = before;
  }

  /** Null before the first segment. */
  get span(): TakeSpan | null {
    return this.#span;
  }

  /** Takes a segment that is closed, of the first track before those of the others. True: the take has grown. */
  add(segment: Segment): boolean {
    if (!segment.isRecorded) return false;
    const { msn } = segment;
    const known = this.#waiting.get(msn) ?? { first: segment, tracks: 0, sizeBytes: 0 };
    known.tracks += 1;
    known.sizeBytes += segment.sizeBytes;
    if (known.tracks < this.#trackCount) {
      this.#waiting.set(msn, known);
      this.#forget(msn - LONGEST_LAG_SEGMENTS);
      return false;
    }
    this.#waiting.delete(msn);
    const { startsAtMs, durationMs } = known.first;
    const before = this.#span ?? { startsAtMs, durationMs: 0, sizeBytes: 0 };
    this.#span = {
      startsAtMs: before.startsAtMs,
      durationMs: before.durationMs + durationMs,
      sizeBytes: before.sizeBytes + known.sizeBytes,
    };
    return true;
  }

  #forget(beforeMsn: number): void {
    for (const msn of this.#waiting.keys()) {
      if (msn >= beforeMsn) return;
      this.#waiting.delete(msn);
    }
  }
}
