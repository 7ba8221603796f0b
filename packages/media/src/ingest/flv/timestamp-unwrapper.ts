/**
 * Makes a 32-bit time stamp that wraps (after 49.7 days of ms) continuous. Each stamp is taken as the one nearest to
 * the last; every other jump is passed on as it is.
 */
export class TimestampUnwrapper {
  #lastMs: number | null = null;

  /** ms, without a bound, for ms modulo 2^32. */
  unwrap(timestampMs: number): number {
    const lastMs = this.#lastMs;
    const step = lastMs === null ? timestampMs : (timestampMs - lastMs) | 0;
    this.#lastMs = (lastMs ?? 0) + step;
    return this.#lastMs;
  }
}
