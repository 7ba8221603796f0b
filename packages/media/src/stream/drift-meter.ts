import { TICKS_PER_SECOND } from './frame.ts';
import { isJump } from './timeline.ts';

const TICKS_PER_MS = TICKS_PER_SECOND / 1000;

/** Encoders begin with a burst, and networks with a queue: the shortest way within this is the one that counts. */
const SETTLING_MS = 10_000;

/**
 * How far a media clock has run ahead of the machine's, by the smallest delay of arrival between two looks: what waits in
 * a queue for a moment is no drift. Times that wrap or jump begin anew, and what had been drifted until then stays.
 */
export class DriftMeter {
  #lastTicks: number | null = null;
  #lastArrivedMs = 0;
  #settlesAtMs = 0;
  #jumpedMs = 0;
  /** Delays, in the sense of arrival minus media time; only their differences mean something. */
  #firstMs = Number.POSITIVE_INFINITY;
  #smallestMs = Number.POSITIVE_INFINITY;
  #driftMs = 0;

  /**
   * @param mediaTicks what the encoder's clock says, 90 kHz, in the order of arrival
   * @param arrivedMs of a monotonic clock
   */
  observe(mediaTicks: number, arrivedMs: number): void {
    const stepTicks = this.#lastTicks === null ? 0 : mediaTicks - this.#lastTicks;
    if (this.#lastTicks === null) this.#settlesAtMs = arrivedMs + SETTLING_MS;
    else if (isJump(stepTicks)) {
      this.#jumpedMs += stepTicks / TICKS_PER_MS - (arrivedMs - this.#lastArrivedMs);
    }
    this.#lastTicks = mediaTicks;
    this.#lastArrivedMs = arrivedMs;
    const delayMs = arrivedMs - mediaTicks / TICKS_PER_MS + this.#jumpedMs;
    if (delayMs < this.#smallestMs) this.#smallestMs = delayMs;
    if (delayMs < this.#firstMs && arrivedMs < this.#settlesAtMs) this.#firstMs = delayMs;
  }

  /** Ahead is positive, behind negative. The same as before where nothing has arrived since the last call. */
  takeMs(): number {
    if (this.#smallestMs !== Number.POSITIVE_INFINITY) {
      this.#driftMs = this.#firstMs - this.#smallestMs;
      this.#smallestMs = Number.POSITIVE_INFINITY;
    }
    return this.#driftMs;
  }
}
