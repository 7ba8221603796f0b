import { DriftMeter } from './drift-meter.ts';
import { type Frame, TICKS_PER_SECOND } from './frame.ts';
import { GapCounter } from './gap-counter.ts';
import { isJump } from './timeline.ts';

const TICKS_PER_MS = TICKS_PER_SECOND / 1000;

export type EncoderMeasurement = {
  readonly videoBitsPerSecond: number;
  readonly audioBitsPerSecond: number;
  readonly framesPerSecond: number;
  readonly keyFrameDistanceMs: number | null;
  /** Since the beginning. */
  readonly droppedFrames: number;
  readonly driftMs: number;
};

/**
 * Measures what one encoder sends. It stands on the hot path: a frame costs a few additions, everything else is done
 * when somebody looks.
 */
export class EncoderMeter {
  #drift = new DriftMeter();
  readonly #gaps = new GapCounter();
  #droppedFrames = 0;
  #videoBytes = 0;
  #audioBytes = 0;
  #videoFrames = 0;
  #lastArrivedMs: number;
  #takenMs: number;
  #hasVideo = false;
  #newestTicks = 0;
  #keyTicks: number | null = null;
  #keyDistanceTicks: number | null = null;

  /** @param nowMs of the monotonic clock that arrivals are told on */
  constructor(nowMs: number) {
    this.#lastArrivedMs = nowMs;
    this.#takenMs = nowMs;
  }

  countVideo(frame: Extract<Frame, { kind: 'video' }>, arrivedMs: number): void {
    const { dtsTicks } = frame;
    // Sound that came first has told of its own clock.
    if (!this.#hasVideo) this.#drift = new DriftMeter();
    else if (isJump(dtsTicks - this.#newestTicks)) this.#keyTicks = null;
    this.#hasVideo = true;
    this.#videoFrames++;
    this.#videoBytes += frame.data.byteLength;
    this.#lastArrivedMs = arrivedMs;
    this.#newestTicks = dtsTicks;
    this.#droppedFrames += this.#gaps.observe(dtsTicks);
    this.#drift.observe(dtsTicks, arrivedMs);
    if (frame.isKey) this.#countKeyFrame(dtsTicks);
  }

  countAudio(frame: Extract<Frame, { kind: 'audio' }>, arrivedMs: number): void {
    this.#audioBytes += frame.data.byteLength;
    this.#lastArrivedMs = arrivedMs;
    // Sound comes a little before or after its picture: only one of them can be the clock.
    if (!this.#hasVideo) this.#drift.observe(frame.ptsTicks, arrivedMs);
  }

  countDropped(frames: number): void {
    this.#droppedFrames += frames;
  }

  /** What has been measured since the last call. */
  take(): EncoderMeasurement {
    // From the last frame of one sample to the last of the next: where a sample begins does not show.
    const seconds = (this.#lastArrivedMs - this.#takenMs) / 1000;
    const perSecond = (count: number) => (seconds > 0 ? count / seconds : 0);
    const measurement = {
      videoBitsPerSecond: Math.round(perSecond(8 * this.#videoBytes)),
      audioBitsPerSecond: Math.round(perSecond(8 * this.#audioBytes)),
      framesPerSecond: Math.round(100 * perSecond(this.#videoFrames)) / 100,
      keyFrameDistanceMs: this.#keyFrameDistanceMs(),
      droppedFrames: this.#droppedFrames,
      driftMs: Math.round(this.#drift.takeMs()),
    };
    this.#takenMs = this.#lastArrivedMs;
    this.#videoBytes = 0;
    this.#audioBytes = 0;
    this.#videoFrames = 0;
    return measurement;
  }

  #countKeyFrame(dtsTicks: number): void {
    if (this.#keyTicks !== null) this.#keyDistanceTicks = dtsTicks - this.#keyTicks;
    this.#keyTicks = dtsTicks;
  }

  #keyFrameDistanceMs(): number | null {
    if (this.#keyDistanceTicks === null) return null;
    const openTicks = this.#keyTicks === null ? 0 : this.#newestTicks - this.#keyTicks;
    return Math.round(Math.max(openTicks, this.#keyDistanceTicks) / TICKS_PER_MS);
  }
}
