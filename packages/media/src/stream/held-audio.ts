import type { Frame } from './frame.ts';
import { TICKS_PER_SECOND } from './frame.ts';

export type AudioFrame = Extract<Frame, { kind: 'audio' }>;

/** While video stands still its audio can't be shown either; what is older than this is of no use when it comes back. */
const LONGEST_HELD_TICKS = 3 * TICKS_PER_SECOND;
const MOST_HELD = 400;

/** Audio that is ahead of the video, so that it can be cut exactly where the video will be. */
export class HeldAudio {
  readonly #frames: AudioFrame[] = [];
  readonly #positions: number[] = [];

  /** Takes a frame at its position; returns how many old ones had to go. */
  push(frame: AudioFrame, positionTicks: number): number {
    this.#frames.push(frame);
    this.#positions.push(positionTicks);
    let dropped = 0;
    while (
      this.#frames.length > MOST_HELD ||
      positionTicks - (this.#positions[0] ?? positionTicks) > LONGEST_HELD_TICKS
    ) {
      this.#frames.shift();
      this.#positions.shift();
      dropped++;
    }
    return dropped;
  }

  /** Hands out, in order, what lies before a position. */
  release(beforeTicks: number, place: (positionTicks: number, frame: AudioFrame) => void): void {
    let position = this.#positions[0];
    while (position !== undefined && position < beforeTicks) {
      const frame = this.#frames.shift();
      this.#positions.shift();
      if (frame !== undefined) place(position, frame);
      position = this.#positions[0];
    }
  }

  /** Everything that is left; empties the queue. */
  takeAll(): AudioFrame[] {
    this.#positions.length = 0;
    return this.#frames.splice(0);
  }
}
