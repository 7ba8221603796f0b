import { TICKS_PER_SECOND } from './frame.ts';
import { isJump } from './timeline.ts';

/** RTMP rounds to whole ms, so that distances of 33 and 34 are the same. */
const TOLERANCE_TICKS = (2 * TICKS_PER_SECOND) / 1000;

/** Pictures in a row at one distance before a longer one means that some are missing. */
const STEADY_FRAMES = 24;

/** After so many gaps in a row it is the rate that has changed. */
const MOST_GAPS_IN_A_ROW = 8;

/**
 * Counts the pictures that an encoder has left out because its network or its machine could not keep up: gaps of two or
 * more whole distances between pictures that come at an even one. Of an uneven stream (a screen that is sent when it
 * changes) it says nothing.
 */
export class GapCounter {
  #lastTicks: number | null = null;
  #usualTicks = 0;
  #steadyFrames = 0;
  #gapsInARow = 0;

  /** Takes a picture's decode time; returns how many are missing before it. */
  observe(dtsTicks: number): number {
    const last = this.#lastTicks;
    this.#lastTicks = dtsTicks;
    if (last === null) return 0;
    const stepTicks = dtsTicks - last;
    const offTicks = stepTicks - this.#usualTicks;
    if (offTicks <= TOLERANCE_TICKS && offTicks >= -TOLERANCE_TICKS) {
      this.#steadyFrames++;
      this.#gapsInARow = 0;
      // Slowly, so that rounding does not add up over a long gap.
      this.#usualTicks += offTicks / STEADY_FRAMES;
      return 0;
    }
    return this.#missingIn(stepTicks);
  }

  #missingIn(stepTicks: number): number {
    const missing = Math.round(stepTicks / this.#usualTicks) - 1;
    const isGap = this.#steadyFrames >= STEADY_FRAMES && missing > 0 && !isJump(stepTicks);
    if (isGap && this.#gapsInARow < MOST_GAPS_IN_A_ROW) {
      this.#gapsInARow++;
      return missing;
    }
    this.#usualTicks = stepTicks;
    this.#steadyFrames = 0;
    this.#gapsInARow = 0;
    return 0;
  }
}
