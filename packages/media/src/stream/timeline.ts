import { TICKS_PER_SECOND } from './frame.ts';

/** A longer gap is a new beginning and not a frame that was shown for so long. */
const LONGEST_GAP_TICKS = 3 * TICKS_PER_SECOND;
/** Encoders with several threads give a frame a time stamp slightly before the last one's; more is a jump. */
const LONGEST_STEP_BACK_TICKS = TICKS_PER_SECOND / 4;
/** Video's decode times have to grow: 1 ms is the smallest step that RTMP can say. */
const SMALLEST_STEP_TICKS = TICKS_PER_SECOND / 1000;
/** About a second of audio that fits nowhere: its clock is another one than the video's. */
const MOST_STRAYS = 48;

/** Whether a step from one frame's time to the next, in ticks of 90 kHz, means that the clock has been set anew. */
export function isJump(stepTicks: number): boolean {
  return stepTicks > LONGEST_GAP_TICKS || stepTicks < -LONGEST_STEP_BACK_TICKS;
}

/** A position on the generation's timeline, ticks of 90 kHz. */
export type Placed = number | 'dropped' | 'jumped';

/**
 * Puts an encoder's time stamps on a generation's timeline. Audio and video move together; a time stamp that is alone
 * with its opinion is dropped, and when the source really jumps the answer is `jumped`: what follows needs a new start
 * (and a discontinuity).
 */
export class Timeline {
  #offsetTicks = 0;
  #audioOffsetTicks = 0;
  #lastVideo: number | null = null;
  #lastAudio: number | null = null;
  #suspect: number | null = null;
  #strays = 0;

  /** The encoder's time stamp is at this position. */
  start(encoderTicks: number, positionTicks: number): void {
    this.#offsetTicks = positionTicks - encoderTicks;
    this.#audioOffsetTicks = this.#offsetTicks;
    this.#lastVideo = null;
    this.#lastAudio = null;
    this.#suspect = null;
    this.#strays = 0;
  }

  /** What has to be added to a video frame's time stamps. */
  get offsetTicks(): number {
    return this.#offsetTicks;
  }

  /** Positions of video grow with every frame. */
  placeVideo(dtsTicks: number, isKey: boolean): Placed {
    const position = dtsTicks + this.#offsetTicks;
    const last = this.#lastVideo;
    if (last !== null) {
      if (isJump(position - last)) return this.#suspectJump(dtsTicks, isKey);
    }
    this.#suspect = null;
    this.#lastVideo = last === null ? position : Math.max(position, last + SMALLEST_STEP_TICKS);
    return this.#lastVideo;
  }

  /** Positions of audio may overlap or leave gaps of up to three seconds. */
  placeAudio(ptsTicks: number): Placed {
    const position = ptsTicks + this.#audioOffsetTicks;
    const isFirst = this.#lastAudio === null && this.#lastVideo === null;
    if (isFirst || isNear(position, this.#lastAudio) || isNear(position, this.#lastVideo)) {
      this.#strays = 0;
      this.#lastAudio = position;
      return position;
    }
    if (this.#lastVideo === null) return this.#suspectJump(ptsTicks, false);
    if (++this.#strays < MOST_STRAYS) return 'dropped';
    this.#audioOffsetTicks = this.#lastVideo - ptsTicks;
    this.#strays = 0;
    this.#lastAudio = this.#lastVideo;
    return this.#lastAudio;
  }

  /** One damaged time stamp must not cost a discontinuity: the second of its kind is believed. A key frame can't wait. */
  #suspectJump(encoderTicks: number, isKey: boolean): Placed {
    if (isKey || isNear(encoderTicks, this.#suspect)) return 'jumped';
    this.#suspect = encoderTicks;
    return 'dropped';
  }
}

function isNear(ticks: number, other: number | null): boolean {
  return other !== null && Math.abs(ticks - other) <= LONGEST_GAP_TICKS;
}
