/** Encoders and servers drift by tens of parts per million; a step of more than this would be seen in the playlists. */
const SLEW_PER_MS = 0.001;
/** An encoder that can't keep up makes media time slower than time: from this error on, being right comes first. */
const LARGE_ERROR_MS = 500;
/** No step of the playlist's times is more than a twentieth of the time that has passed. */
const FAST_SLEW_PER_MS = 0.05;
/** The smallest delay within two of these is taken as the way without queues. */
const WINDOW_MS = 10_000;

/**
 * What time it was on stage. The clock is anchored to wall-clock time where media begins to arrive, and then follows
 * the media's own time stamps: how late a frame arrives never shows. Over minutes it follows the smallest delay of
 * arrival, at 1 ms a second at most (50 where it is off by more than half a second), so that an encoder whose clock is
 * a little fast or slow, or that can't keep up, stays with everybody's.
 *
 * Positions are ms on a generation's timeline; arrivals are ms of a monotonic clock.
 */
export class StreamClock {
  #anchorMs = 0;
  #anchorWallMs = 0;
  #anchorDelayMs = 0;
  #correctionMs = 0;
  #targetMs = 0;
  #lastPositionMs = 0;
  #windowEndsMs = 0;
  #smallestMs = Number.POSITIVE_INFINITY;
  #smallestBeforeMs = Number.POSITIVE_INFINITY;

  /** Ties a position to wall-clock time. */
  anchor(positionMs: number, wallMs: number, arrivedMs: number): void {
    this.#anchorMs = positionMs;
    this.#anchorWallMs = wallMs;
    this.#anchorDelayMs = arrivedMs - positionMs;
    this.#correctionMs = 0;
    this.#targetMs = 0;
    this.#lastPositionMs = positionMs;
    this.#windowEndsMs = arrivedMs + WINDOW_MS;
    this.#smallestMs = Number.POSITIVE_INFINITY;
    this.#smallestBeforeMs = Number.POSITIVE_INFINITY;
  }

  /** Takes note of a frame's arrival. */
  observe(positionMs: number, arrivedMs: number): void {
    const delayMs = arrivedMs - positionMs - this.#anchorDelayMs;
    if (delayMs < this.#smallestMs) this.#smallestMs = delayMs;
    if (arrivedMs >= this.#windowEndsMs) {
      this.#targetMs = Math.min(this.#smallestMs, this.#smallestBeforeMs);
      this.#smallestBeforeMs = this.#smallestMs;
      this.#smallestMs = Number.POSITIVE_INFINITY;
      this.#windowEndsMs = arrivedMs + WINDOW_MS;
    }
    if (positionMs <= this.#lastPositionMs) return;
    const missing = this.#targetMs - this.#correctionMs;
    const slew = Math.abs(missing) > LARGE_ERROR_MS ? FAST_SLEW_PER_MS : SLEW_PER_MS;
    const step = (positionMs - this.#lastPositionMs) * slew;
    this.#correctionMs += Math.max(-step, Math.min(step, missing));
    this.#lastPositionMs = positionMs;
  }

  /** Wall-clock ms of a position. */
  timeAtMs(positionMs: number): number {
    return this.#anchorWallMs + (positionMs - this.#anchorMs) + this.#correctionMs;
  }
}
