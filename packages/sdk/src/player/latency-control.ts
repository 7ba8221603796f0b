/** What the control knows at a tick. All times in ms. */
export type LatencyReading = {
  readonly nowMs: number;
  /** From the live edge of the playlist to the playhead. */
  readonly latencyMs: number;
  /** What is buffered after the playhead. */
  readonly forwardBufferMs: number;
  /** The playlist's own target (PART-HOLD-BACK or HOLD-BACK). */
  readonly baseTargetMs: number;
  /** What media comes in: parts, or whole segments where the playlist has no parts. */
  readonly unitMs: number;
};

/** What to do with the playhead until the next tick. A rate of 0 holds the picture while the buffer fills. */
export type LatencyAction =
  | { readonly kind: 'rate'; readonly rate: number }
  | { readonly kind: 'jump' };

/** Beyond this the way back at a gentle rate takes minutes; a cut is kinder. */
const JUMP_BEHIND_MS = 4_500;

/**
 * In larger units than this a playlist moves in steps that are larger than anything that could be steered by: the
 * distance is known only to within a segment or two, and whoever is within them is where they should be.
 */
const LARGEST_STEERED_UNIT_MS = 1_500;
const UNSTEERED_UNITS = 2;

/** Two jumps within this time mean that jumping does not help. */
const JUMP_AGAIN_AFTER_MS = 6_000;

/** 8 % is below what most people hear in speech when the pitch is kept. */
const FASTEST_RATE = 1.08;
const RATE_PER_MS_BEHIND = 0.08 / 600;

/**
 * In its first moments playback has shown next to nothing: there a jump costs nothing, as soon as what lies ahead is
 * already loaded. This much of it has to remain.
 */
const START_LASTS_MS = 2_500;
const START_BEHIND_MS = 250;
const START_BUFFER_LEFT_MS = 600;

/** Catching up begins at the first figure and ends at the second, so that the rate does not flicker. */
const CATCH_UP_FROM_MS = 120;
const CATCH_UP_UNTIL_MS = 30;

/** Catching up eats the buffer: not below this. */
const LEAST_BUFFER_FOR_CATCH_UP_MS = 500;

/** Ahead of the target by this much, with an empty buffer: the next part would stall the picture again. */
const HOLD_AHEAD_MS = 350;
const HOLD_BUFFER_MS = 300;
const LONGEST_HOLD_MS = 3_000;
const HOLD_AFTER_RESUME_MS = 1_000;

/** Ahead of the target, with some buffer: a little slower than real time gives the distance back. */
const SLOW_AHEAD_MS = 200;
const SLOW_RATE = 0.96;

/** Each stall asks for this much more distance, up to the limit; a quiet stretch gives it back. */
const STALL_STEP_MS = 500;
const MOST_STALL_MARGIN_MS = 3_000;
const QUIET_BEFORE_RETURN_MS = 20_000;
const RETURN_MS_PER_SECOND = 50;

/**
 * Keeps a viewer who follows the live edge at the target distance. hls.js can widen its distance after a stall but
 * never narrows it again; here a stall widens it for a while, and the way back is a slightly faster picture, or a jump
 * where the distance has become large. Pure decisions: the caller owns the clock and the video.
 */
export class LatencyControl {
  #marginMs = 0;
  #lastStallAtMs = Number.NEGATIVE_INFINITY;
  #lastJumpAtMs = Number.NEGATIVE_INFINITY;
  #lastResumeAtMs = Number.NEGATIVE_INFINITY;
  #startedAtMs: number | null = null;
  #holdingSinceMs: number | null = null;
  #isCatchingUp = false;

  /** The picture stood still for want of data. */
  noteStall(nowMs: number): void {
    this.#marginMs = Math.min(MOST_STALL_MARGIN_MS, this.#marginAt(nowMs) + STALL_STEP_MS);
    this.#lastStallAtMs = nowMs;
  }

  /** The picture moves again after it had stood still, or for the first time. */
  noteResume(nowMs: number): void {
    this.#lastResumeAtMs = nowMs;
    this.#startedAtMs ??= nowMs;
  }

  /** Another source: what was learned from the last one does not hold. */
  restart(): void {
    this.reset();
    this.#marginMs = 0;
    this.#lastStallAtMs = Number.NEGATIVE_INFINITY;
    this.#startedAtMs = null;
  }

  /** The distance that is aimed at now. */
  targetMs(baseTargetMs: number, nowMs: number): number {
    return baseTargetMs + this.#marginAt(nowMs);
  }

  /** Another place in the same source: what was begun for the last place does not hold. */
  reset(): void {
    this.#holdingSinceMs = null;
    this.#isCatchingUp = false;
    this.#lastJumpAtMs = Number.NEGATIVE_INFINITY;
    this.#lastResumeAtMs = Number.NEGATIVE_INFINITY;
  }

  decide(reading: LatencyReading): LatencyAction {
    const { nowMs, unitMs } = reading;
    const behindMs = reading.latencyMs - this.targetMs(reading.baseTargetMs, nowMs);
    const isSteered = unitMs <= LARGEST_STEERED_UNIT_MS;
    const jumpMs = isSteered ? JUMP_BEHIND_MS : JUMP_BEHIND_MS + UNSTEERED_UNITS * unitMs;
    if (behindMs > jumpMs && nowMs - this.#lastJumpAtMs > JUMP_AGAIN_AFTER_MS) {
      this.#lastJumpAtMs = nowMs;
      this.#holdingSinceMs = null;
      return { kind: 'jump' };
    }
    if (!isSteered) return { kind: 'rate', rate: 1 };
    if (this.#canSkipAtStart(behindMs, reading)) {
      this.#startedAtMs = Number.NEGATIVE_INFINITY;
      return { kind: 'jump' };
    }
    if (this.#shouldHold(behindMs, reading)) return { kind: 'rate', rate: 0 };
    if (behindMs < -SLOW_AHEAD_MS) {
      this.#isCatchingUp = false;
      return { kind: 'rate', rate: SLOW_RATE };
    }
    return { kind: 'rate', rate: this.#catchUpRate(behindMs, reading.forwardBufferMs) };
  }

  #marginAt(nowMs: number): number {
    const quietMs = nowMs - this.#lastStallAtMs - QUIET_BEFORE_RETURN_MS;
    if (quietMs <= 0) return this.#marginMs;
    return Math.max(0, this.#marginMs - (quietMs / 1_000) * RETURN_MS_PER_SECOND);
  }

  #canSkipAtStart(behindMs: number, { nowMs, forwardBufferMs }: LatencyReading): boolean {
    const isStarting = this.#startedAtMs !== null && nowMs - this.#startedAtMs < START_LASTS_MS;
    const isLoaded = forwardBufferMs - behindMs >= START_BUFFER_LEFT_MS;
    return isStarting && behindMs > START_BEHIND_MS && isLoaded;
  }

  #shouldHold(behindMs: number, { nowMs, forwardBufferMs }: LatencyReading): boolean {
    if (this.#holdingSinceMs !== null) {
      const isDone = behindMs > -80 || nowMs - this.#holdingSinceMs > LONGEST_HOLD_MS;
      if (!isDone) return true;
      this.#holdingSinceMs = null;
      return false;
    }
    const hasJustResumed = nowMs - this.#lastResumeAtMs < HOLD_AFTER_RESUME_MS;
    if (behindMs < -HOLD_AHEAD_MS && forwardBufferMs < HOLD_BUFFER_MS && hasJustResumed) {
      this.#holdingSinceMs = nowMs;
      return true;
    }
    return false;
  }

  #catchUpRate(behindMs: number, forwardBufferMs: number): number {
    const threshold = this.#isCatchingUp ? CATCH_UP_UNTIL_MS : CATCH_UP_FROM_MS;
    this.#isCatchingUp = behindMs > threshold && forwardBufferMs > LEAST_BUFFER_FOR_CATCH_UP_MS;
    if (!this.#isCatchingUp) return 1;
    const rate = 1 + Math.max(0.01, behindMs * RATE_PER_MS_BEHIND);
    return Math.min(FASTEST_RATE, Math.round(rate * 100) / 100);
  }
}
