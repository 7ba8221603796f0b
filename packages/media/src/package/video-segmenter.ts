import type { VideoConfig } from '../stream/frame.ts';
import { TICKS_PER_SECOND } from '../stream/frame.ts';
import { FrameRate } from './frame-rate.ts';
import type { TrackWriter } from './track-writer.ts';

/** A segment ends at the first key frame from here on; a little less than 2 s, for time stamps that tremble. */
const SHORTEST_SEGMENT_TICKS = 1.9 * TICKS_PER_SECOND;
/** The first segment of a generation: players begin with a whole one, so it ends at the first key frame after this. */
const SHORTEST_FIRST_SEGMENT_TICKS = 0.9 * TICKS_PER_SECOND;
/** Or here, where key frames are rare: a picture soon is worth a segment that begins without one. */
const LONGEST_FIRST_SEGMENT_TICKS = 3 * TICKS_PER_SECOND;
/** Where no key frame comes, a segment ends here: the target duration. */
const LONGEST_SEGMENT_TICKS = 6 * TICKS_PER_SECOND;
/** EXTINF, rounded, must not exceed the target: a key frame that is due until here is waited for. */
const PATIENT_SEGMENT_TICKS = 6.4 * TICKS_PER_SECOND;
/** Parts, except the last of a segment, are at least this much of the part target. */
const SHORTEST_PART = 0.85;
/** RTMP rounds to milliseconds: a sum of frames is off by up to one. */
const ROUNDING_TICKS = 90;
/** Below that, what exceeds the part target is an error of the estimated frame rate. */
const ESTIMATE_TICKS = 36;

const NOTHING = new Uint8Array(0);

export type VideoSegmenterOptions = {
  readonly writer: TrackWriter;
  readonly partTargetMs: number;
  /** Called when a segment ends because the next frame begins another; the generation's timeline, 90 kHz. */
  readonly onCut: (cutTicks: number) => void;
};

/**
 * Cuts video into parts and segments on its frame grid. A frame's duration is known when the next one has come, so one
 * frame is always in waiting.
 *
 * Decode times are moved forward by the first key frame's composition offset: a stretch then begins at the same time in
 * decoding and in presentation, and audio can be cut at the same instant.
 */
export class VideoSegmenter {
  readonly #writer: TrackWriter;
  readonly #partTicks: number;
  readonly #onCut: (cutTicks: number) => void;
  #rate = new FrameRate(null);
  #shiftTicks = 0;
  #hasWaiting = false;
  #isFirst = true;
  #waitingData: Uint8Array = NOTHING;
  #waitingTicks = 0;
  #waitingOffset = 0;
  #waitingIsKey = false;
  /** The latest moment that a picture of this stretch is shown at. */
  #newestShownTicks = 0;
  #lastKeyTicks = 0;
  #keyIntervalTicks = 0;

  constructor(options: VideoSegmenterOptions) {
    this.#writer = options.writer;
    this.#partTicks = (options.partTargetMs * TICKS_PER_SECOND) / 1000;
    this.#onCut = options.onCut;
  }

  /** The decode time of the newest frame. */
  get newestTicks(): number {
    return this.#waitingTicks;
  }

  /** When the last picture is shown: later than that of the newest frame where an encoder was cut off between pictures. */
  get newestShownTicks(): number {
    return this.#newestShownTicks;
  }

  /** Begins a stretch at a position of the generation's timeline; its first frame has to be a key frame. */
  startStretch(config: VideoConfig, positionTicks: number): void {
    this.#rate = new FrameRate(config.framesPerSecond);
    this.#isFirst = true;
    this.#waitingTicks = positionTicks;
    this.#newestShownTicks = positionTicks;
    this.#keyIntervalTicks = 0;
    this.#writer.startStretch(config, positionTicks);
  }

  /** Takes the next frame: times on the generation's timeline, decode times growing. */
  write(dtsTicks: number, ptsTicks: number, isKey: boolean, data: Uint8Array): void {
    if (this.#isFirst) this.#shiftTicks = ptsTicks - dtsTicks;
    const decodeTicks = dtsTicks + this.#shiftTicks;
    if (this.#hasWaiting) this.#settle(decodeTicks, isKey);
    if (isKey) this.#countKey(decodeTicks);
    this.#hasWaiting = true;
    this.#isFirst = false;
    this.#waitingTicks = decodeTicks;
    this.#newestShownTicks = Math.max(this.#newestShownTicks, ptsTicks);
    this.#waitingOffset = ptsTicks - decodeTicks;
    this.#waitingIsKey = isKey;
    this.#waitingData = data;
  }

  /** Where the last picture probably ends: nothing that follows may be shown before it. */
  get expectedEndTicks(): number {
    const newestTicks = Math.max(this.#waitingTicks, this.#newestShownTicks);
    return newestTicks + Math.max(1, Math.round(this.#rate.expectedTicks));
  }

  /** Closes the stretch; how long its last frame is shown is for the caller to say. */
  flush(endTicks: number): void {
    if (!this.#hasWaiting) return;
    this.#place(endTicks - this.#waitingTicks);
    this.#hasWaiting = false;
    this.#waitingTicks = endTicks;
    this.#waitingData = NOTHING;
    this.#writer.closeSegment();
  }

  #countKey(decodeTicks: number): void {
    if (!this.#isFirst) this.#keyIntervalTicks = decodeTicks - this.#lastKeyTicks;
    this.#lastKeyTicks = decodeTicks;
  }

  /** Puts the waiting frame in its place, and cuts behind it where the coming frame has to begin something new. */
  #settle(nextTicks: number, nextIsKey: boolean): void {
    const durationTicks = nextTicks - this.#waitingTicks;
    this.#rate.observe(durationTicks);
    this.#place(durationTicks);
    const writer = this.#writer;
    if (this.#endsSegment(nextTicks, nextIsKey)) {
      writer.window.framesPerSecond = this.#rate.framesPerSecond;
      writer.closeSegment();
      this.#onCut(nextTicks);
    } else if (this.#endsPart(nextIsKey)) {
      writer.window.framesPerSecond = this.#rate.framesPerSecond;
      writer.closePart();
    }
  }

  /** Adds the waiting frame; where it has turned out too long for its part or segment, it begins the next one. */
  #place(durationTicks: number): void {
    const writer = this.#writer;
    if (writer.partSamples > 0 && writer.partTicks + durationTicks > this.#partTicks) {
      if (writer.segmentTicks + durationTicks <= PATIENT_SEGMENT_TICKS) writer.closePart();
    }
    if (writer.segmentTicks > 0 && writer.segmentTicks + durationTicks > PATIENT_SEGMENT_TICKS) {
      writer.closeSegment();
      this.#onCut(this.#waitingTicks);
    }
    if (!writer.hasOpenSegment) writer.openSegment(this.#waitingIsKey);
    writer.add(this.#waitingData, durationTicks, this.#waitingIsKey, this.#waitingOffset);
  }

  #endsSegment(nextTicks: number, nextIsKey: boolean): boolean {
    const { segmentTicks, window } = this.#writer;
    const isFirst = window.segments.length === 0;
    if (nextIsKey) {
      return segmentTicks >= (isFirst ? SHORTEST_FIRST_SEGMENT_TICKS : SHORTEST_SEGMENT_TICKS);
    }
    if (isFirst) {
      return segmentTicks + this.#rate.expectedTicks > LONGEST_FIRST_SEGMENT_TICKS + ROUNDING_TICKS;
    }
    const startTicks = nextTicks - segmentTicks;
    const nextKeyTicks = this.#lastKeyTicks + this.#keyIntervalTicks - startTicks;
    const isKeyDue =
      nextKeyTicks > LONGEST_SEGMENT_TICKS &&
      nextKeyTicks <= PATIENT_SEGMENT_TICKS - ROUNDING_TICKS;
    const limitTicks = isKeyDue ? PATIENT_SEGMENT_TICKS : LONGEST_SEGMENT_TICKS;
    return segmentTicks + this.#rate.expectedTicks > limitTicks + ROUNDING_TICKS;
  }

  #endsPart(nextIsKey: boolean): boolean {
    const partTicks = this.#writer.partTicks;
    if (partTicks < this.#partTicks * SHORTEST_PART) return false;
    if (nextIsKey) return true;
    const expectedTicks = this.#rate.expectedTicks;
    const gridTicks = this.#writer.partSamples * expectedTicks;
    const isOnGrid = Math.abs(gridTicks - partTicks) <= ROUNDING_TICKS;
    const exactTicks = isOnGrid ? gridTicks : partTicks;
    return exactTicks + expectedTicks > this.#partTicks + ESTIMATE_TICKS;
  }
}
