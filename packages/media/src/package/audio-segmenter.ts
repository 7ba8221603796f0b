import type { AudioConfig } from '../stream/frame.ts';
import { TICKS_PER_SECOND } from '../stream/frame.ts';
import type { TrackWriter } from './track-writer.ts';

/** Without video to follow: eight parts or so; fewer segments than video's make lighter playlists. */
const AUDIO_ONLY_SEGMENT_MS = 3500;

/** Players begin with a whole segment: the first one is short. */
const FIRST_AUDIO_ONLY_SEGMENT_MS = 1000;

export type AudioSegmenterOptions = {
  readonly writer: TrackWriter;
  readonly partTargetMs: number;
  /** Segments follow the cuts of a video track; without one they are cut by length. */
  readonly followsVideo: boolean;
};

/** Cuts a gapless run of audio frames into parts of equal length, and into segments where the video is cut. */
export class AudioSegmenter {
  readonly #writer: TrackWriter;
  readonly #partTargetMs: number;
  readonly #followsVideo: boolean;
  readonly #cutTicks: number[] = [];
  #samplesPerFrame = 1024;
  #framesPerPart = 1;

  constructor(options: AudioSegmenterOptions) {
    this.#writer = options.writer;
    this.#partTargetMs = options.partTargetMs;
    this.#followsVideo = options.followsVideo;
  }

  /** Begins a stretch whose first frame starts at a sample of the generation's timeline. */
  startStretch(config: AudioConfig, positionSamples: number): void {
    this.#samplesPerFrame = config.samplesPerFrame;
    const partSamples = (this.#partTargetMs * config.sampleRate) / 1000;
    this.#framesPerPart = Math.max(1, Math.floor(partSamples / config.samplesPerFrame));
    this.#writer.startStretch(config, positionSamples);
  }

  /** The video begins a segment here, 90 kHz: so does the first audio frame at or after it. */
  cutAt(ticks: number): void {
    this.#cutTicks.push(ticks);
    this.#cutIfDue();
  }

  /** Takes the frame that follows the last one without a gap. */
  write(data: Uint8Array): void {
    const writer = this.#writer;
    if (!writer.hasOpenSegment) writer.openSegment(true);
    writer.add(data, this.#samplesPerFrame, true, 0);
    if (this.#cutIfDue() || writer.partSamples < this.#framesPerPart) return;
    if (this.#isLongEnough()) writer.closeSegment();
    else writer.closePart();
  }

  flush(): void {
    this.#cutTicks.length = 0;
    this.#writer.closeSegment();
  }

  #cutIfDue(): boolean {
    const cutTicks = this.#cutTicks[0];
    const writer = this.#writer;
    if (cutTicks === undefined || !writer.hasOpenSegment) return false;
    const cutSamples = (cutTicks * writer.timescale) / TICKS_PER_SECOND;
    // Half a sample is the rounding of the track's position.
    if (writer.decodeTime + writer.partTicks + 0.5 < cutSamples) return false;
    this.#cutTicks.shift();
    writer.closeSegment();
    return true;
  }

  #isLongEnough(): boolean {
    if (this.#followsVideo) return false;
    const { window, segmentTicks, timescale } = this.#writer;
    const isFirst = window.segments.length === 0;
    const longMs = isFirst ? FIRST_AUDIO_ONLY_SEGMENT_MS : AUDIO_ONLY_SEGMENT_MS;
    return segmentTicks * 1000 >= longMs * timescale;
  }
}
