export type BackoffLimits = {
  /** The widest wait before the first retry, ms. */
  readonly firstMs: number;
  /** The widest wait of all, ms. */
  readonly longestMs: number;
};

/**
 * How long to wait before a retry, ms. The widest wait doubles with each attempt; the wait itself is spread evenly over
 * its upper four fifths, so that ten thousand clients that lost the same server do not come back in the same moment.
 *
 * @param attempt 0 for the first retry
 * @param random from 0 up to 1, as `Math.random` gives it
 */
export function backoffMs(attempt: number, limits: BackoffLimits, random: number): number {
  if (!Number.isInteger(attempt) || attempt < 0) {
    throw new RangeError(`attempt must be a whole number from 0 (got ${attempt})`);
  }
  const widestMs = Math.min(limits.longestMs, limits.firstMs * 2 ** Math.min(attempt, 30));
  return Math.round(widestMs * (0.2 + 0.8 * random));
}
