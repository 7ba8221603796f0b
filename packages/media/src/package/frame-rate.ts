import { TICKS_PER_SECOND } from '../stream/frame.ts';

/** Averaging over this many frames takes the rounding of RTMP's milliseconds out. */
const AVERAGED_FRAMES = 64;
/** Below that, a measured rate says too little. */
const ENOUGH_FRAMES = 10;
/** A claim that is further off than this is not what the encoder does. */
const CLAIM_TOLERANCE = 0.02;

const USUAL_RATES = [24_000 / 1001, 24, 25, 30_000 / 1001, 30, 50, 60_000 / 1001, 60] as const;

/** What a video's frame duration is: as claimed where that is true, otherwise as measured. */
export class FrameRate {
  readonly #claimedTicks: number | null;
  #averageTicks = 0;
  #count = 0;

  constructor(claimedFramesPerSecond: number | null) {
    const isUsable = claimedFramesPerSecond !== null && claimedFramesPerSecond > 0;
    this.#claimedTicks = isUsable ? TICKS_PER_SECOND / claimedFramesPerSecond : null;
  }

  observe(durationTicks: number): void {
    this.#count = Math.min(this.#count + 1, AVERAGED_FRAMES);
    this.#averageTicks += (durationTicks - this.#averageTicks) / this.#count;
  }

  /** The duration to expect of a frame, in ticks of 90 kHz. */
  get expectedTicks(): number {
    const claimed = this.#claimedTicks;
    if (this.#count === 0) return claimed ?? TICKS_PER_SECOND / 30;
    if (claimed === null) return this.#averageTicks;
    return Math.abs(this.#averageTicks - claimed) <= claimed * CLAIM_TOLERANCE
      ? claimed
      : this.#averageTicks;
  }

  /** Null until enough frames were seen. */
  get framesPerSecond(): number | null {
    if (this.#count < ENOUGH_FRAMES) return null;
    const rate = TICKS_PER_SECOND / this.expectedTicks;
    const nearest = USUAL_RATES.reduce((best, usual) =>
      Math.abs(usual - rate) < Math.abs(best - rate) ? usual : best,
    );
    return Math.abs(nearest - rate) < nearest * 0.005 ? nearest : rate;
  }
}
