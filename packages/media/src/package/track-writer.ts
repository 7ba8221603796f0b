import type { AudioConfig, VideoConfig } from '../stream/frame.ts';
import { SampleList, writeFragment } from './fragment.ts';
import { writeTimestampEvent } from './id3.ts';
import { timescaleOf, writeInitSegment } from './init-segment.ts';
import type { PartRange, SegmentHead } from './segment.ts';
import type { SegmentWindow } from './segment-window.ts';

/** Players learn the stream clock from events at the start of each segment, and about once a second between. */
const EVENT_INTERVAL_MS = 900;

export type TrackWriterOptions = {
  readonly window: SegmentWindow;
  /** The stream clock at a position of the generation's timeline. */
  readonly timeAtMs: (positionMs: number) => number;
  /** One of a generation's tracks carries the clock. */
  readonly carriesEvents: boolean;
  readonly flavorId: number;
  /** Whether a segment that begins now is recorded. */
  readonly isRecorded: () => boolean;
};

/** Makes fragments of samples and chains them into parts and segments. Where to cut is decided by its user. */
export class TrackWriter {
  readonly window: SegmentWindow;
  /** Ticks per second; 0 before the first configuration. */
  timescale = 0;

  readonly #timeAtMs: (positionMs: number) => number;
  readonly #carriesEvents: boolean;
  readonly #flavorId: number;
  readonly #isRecorded: () => boolean;
  readonly #samples = new SampleList();
  #config: VideoConfig | AudioConfig | null = null;
  #initId = -1;
  #head: SegmentHead | null = null;
  #ranges: PartRange[] = [];
  #keyFrame: { readonly offsetBytes: number; readonly sizeBytes: number } | null = null;
  #segmentTicks = 0;
  #sizeBytes = 0;
  #decodeTime = 0;
  #sequenceNumber = 0;
  #eventId = 0;
  #lastEventMs = Number.NEGATIVE_INFINITY;
  #discontinuities = 0;
  #isDiscontinuous = false;

  constructor(options: TrackWriterOptions) {
    this.window = options.window;
    this.#timeAtMs = options.timeAtMs;
    this.#carriesEvents = options.carriesEvents;
    this.#flavorId = options.flavorId;
    this.#isRecorded = options.isRecorded;
  }

  get config(): VideoConfig | AudioConfig | null {
    return this.#config;
  }

  /** Of the segment being made, with the samples that are not in a part yet; in the track's time scale. */
  get segmentTicks(): number {
    return this.#segmentTicks + this.#samples.durationTicks;
  }

  /** Of the part being made. */
  get partTicks(): number {
    return this.#samples.durationTicks;
  }

  get partSamples(): number {
    return this.#samples.count;
  }

  get hasOpenSegment(): boolean {
    return this.#head !== null;
  }

  /** The decode time of the next sample, in the track's time scale. */
  get decodeTime(): number {
    return this.#decodeTime;
  }

  /** Between segments only: what follows has a new init segment, and stands behind a discontinuity unless it is first. */
  startStretch(config: VideoConfig | AudioConfig, decodeTime: number): void {
    this.#config = config;
    this.timescale = timescaleOf(config);
    this.#decodeTime = decodeTime;
    this.#initId = this.window.nextInitId;
    this.window.publishInit({
      initId: this.#initId,
      name: `${this.window.name}-init-${this.#initId}.mp4`,
      bytes: writeInitSegment(config),
      config,
    });
    const before = this.window.segments.at(-1);
    this.#isDiscontinuous = before !== undefined;
    this.#discontinuities = before === undefined ? 0 : before.discontinuitySequence + 1;
  }

  openSegment(isIndependent: boolean): void {
    const startMs = this.#toMs(this.#decodeTime);
    this.#head = {
      track: this.window.name,
      msn: this.window.nextMsn,
      stem: this.window.nextStem,
      initId: this.#initId,
      startsAtMs: this.#timeAtMs(startMs),
      startMs,
      isDiscontinuous: this.#isDiscontinuous,
      discontinuitySequence: this.#discontinuities,
      isIndependent,
      isRecorded: this.#isRecorded(),
    };
    this.#isDiscontinuous = false;
    this.#lastEventMs = Number.NEGATIVE_INFINITY;
    this.window.openSegment(this.#head);
  }

  /** Adds to the part being made. Times in the track's time scale. */
  add(data: Uint8Array, durationTicks: number, isKey: boolean, compositionOffset: number): void {
    this.#samples.push(data, durationTicks, isKey, compositionOffset);
  }

  closePart(): void {
    if (this.#writePart()) this.window.notify();
  }

  closeSegment(): void {
    const head = this.#head;
    if (head === null) return;
    this.#writePart();
    this.window.closeSegment({
      ...head,
      durationMs: this.#toMs(this.#segmentTicks),
      sizeBytes: this.#sizeBytes,
      keyFrame: this.#keyFrame,
      parts: this.#ranges,
    });
    this.#head = null;
    this.#ranges = [];
    this.#keyFrame = null;
    this.#segmentTicks = 0;
    this.#sizeBytes = 0;
    this.window.notify();
  }

  #writePart(): boolean {
    const samples = this.#samples;
    const head = this.#head;
    if (samples.count === 0 || head === null) return false;
    const isIndependent = samples.keys[0] === true;
    const { bytes, moofOffsetBytes, firstSampleEndBytes } = writeFragment(
      {
        track: head.track,
        sequenceNumber: ++this.#sequenceNumber,
        decodeTime: this.#decodeTime,
        event: this.#nextEvent(),
      },
      samples,
    );
    const range = {
      index: this.#ranges.length,
      durationMs: this.#toMs(samples.durationTicks),
      isIndependent,
      offsetBytes: this.#sizeBytes,
    };
    if (head.track === 'video' && range.index === 0 && isIndependent) {
      this.#keyFrame = {
        offsetBytes: moofOffsetBytes,
        sizeBytes: firstSampleEndBytes - moofOffsetBytes,
      };
    }
    this.#ranges.push({ ...range, sizeBytes: bytes.byteLength });
    this.#decodeTime += samples.durationTicks;
    this.#segmentTicks += samples.durationTicks;
    this.#sizeBytes += bytes.byteLength;
    samples.clear();
    this.window.appendPart({ ...range, bytes });
    return true;
  }

  #nextEvent(): Uint8Array | null {
    if (!this.#carriesEvents) return null;
    const positionMs = this.#toMs(this.#decodeTime);
    if (positionMs - this.#lastEventMs < EVENT_INTERVAL_MS) return null;
    this.#lastEventMs = positionMs;
    return writeTimestampEvent({
      timescale: this.timescale,
      presentationTime: this.#decodeTime,
      eventId: this.#eventId++,
      timestampMs: this.#timeAtMs(positionMs),
      flavorId: this.#flavorId,
    });
  }

  #toMs(ticks: number): number {
    return (ticks * 1000) / this.timescale;
  }
}
