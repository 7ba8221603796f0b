import type { RecordedTake } from '../package/recorded-take.ts';

/** Segments of all takes that are remembered, about 250 bytes each: the day of both tracks of two shows, or 200 hours. */
const MOST_SEGMENTS = 200_000;

/** What a take costs besides its segments, in segments. */
const TAKE_COST = 16;

type Known = { readonly take: RecordedTake; readonly cost: number };

/** Remembers what was read of takes, those that were asked for last; those who ask at the same time share a reading. */
export class TakeIndexCache {
  readonly #mostSegments: number;
  readonly #known = new Map<string, Known>();
  readonly #reading = new Map<string, Promise<RecordedTake | null>>();
  #cost = 0;

  constructor(mostSegments = MOST_SEGMENTS) {
    this.#mostSegments = mostSegments;
  }

  /** @param read gives the take, and whether it is worth remembering */
  async get(
    key: string,
    read: () => Promise<{ readonly take: RecordedTake | null; readonly isFinal: boolean }>,
  ): Promise<RecordedTake | null> {
    const known = this.#known.get(key);
    if (known !== undefined) {
      this.#known.delete(key);
      this.#known.set(key, known);
      return known.take;
    }
    let reading = this.#reading.get(key);
    if (reading === undefined) {
      const begun = read()
        .then(({ take, isFinal }) => {
          // Otherwise it was forgotten while it was being read.
          const isWanted = this.#reading.get(key) === begun;
          if (take !== null && isFinal && isWanted) this.#remember(key, take);
          return take;
        })
        .finally(() => {
          if (this.#reading.get(key) === begun) this.#reading.delete(key);
        });
      reading = begun;
      this.#reading.set(key, begun);
    }
    return await reading;
  }

  forget(key: string): void {
    this.#reading.delete(key);
    const known = this.#known.get(key);
    if (known === undefined) return;
    this.#known.delete(key);
    this.#cost -= known.cost;
  }

  #remember(key: string, take: RecordedTake): void {
    let cost = TAKE_COST;
    for (const { segments } of take.tracks.values()) cost += segments.length;
    this.#known.set(key, { take, cost });
    this.#cost += cost;
    for (const oldest of this.#known.keys()) {
      if (this.#cost <= this.#mostSegments) return;
      this.forget(oldest);
    }
  }
}
