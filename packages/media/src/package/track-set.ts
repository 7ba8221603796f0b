import { AudioSegmenter } from './audio-segmenter.ts';
import type { Segment, TrackName } from './segment.ts';
import type { GenerationArchive, RestoredGeneration } from './segment-archive.ts';
import { SegmentWindow } from './segment-window.ts';
import { TakeMeter, type TakeSpan } from './take-meter.ts';
import { TrackWriter } from './track-writer.ts';
import { VideoSegmenter } from './video-segmenter.ts';

export type TrackSetOptions = {
  readonly archive: GenerationArchive;
  readonly partTargetMs: number;
  readonly dvrWindowMs: number;
  /** Random; part of all file names that this process makes. */
  readonly run: string;
  /** The stream clock at a position of the generation's timeline. */
  readonly timeAtMs: (positionMs: number) => number;
  /** Called once every track has a whole segment: players refuse a playlist without one. */
  readonly onPlayable: () => void;
  /** Whether a segment that begins now is recorded. */
  readonly isRecorded: () => boolean;
  /** Called when what is recorded has grown. */
  readonly onRecorded: () => void;
  /** What an earlier process has recorded of the generation. */
  readonly recordedBefore: TakeSpan | null;
};

/** The source among a conversion profile's flavours. */
const SOURCE_FLAVOR_ID = 32;

/** The tracks of a generation and what cuts them: audio always, video where the encoder has it. */
export class TrackSet {
  /** Video first. */
  readonly windows: readonly SegmentWindow[];
  readonly video: VideoSegmenter | null;
  readonly audio: AudioSegmenter;
  isPlayable = false;

  readonly #options: TrackSetOptions;
  readonly #meter: TakeMeter;

  constructor(hasVideo: boolean, options: TrackSetOptions) {
    this.#options = options;
    this.#meter = new TakeMeter(hasVideo ? 2 : 1, options.recordedBefore);
    const { partTargetMs } = options;
    const audioWindow = this.#makeWindow('audio');
    const videoWindow = hasVideo ? this.#makeWindow('video') : null;
    this.windows = videoWindow === null ? [audioWindow] : [videoWindow, audioWindow];
    const audio = new AudioSegmenter({
      writer: this.#makeWriter(audioWindow, !hasVideo),
      partTargetMs,
      followsVideo: hasVideo,
    });
    this.audio = audio;
    this.video =
      videoWindow === null
        ? null
        : new VideoSegmenter({
            writer: this.#makeWriter(videoWindow, true),
            partTargetMs,
            onCut: (cutTicks) => audio.cutAt(cutTicks),
          });
    for (const window of this.windows) this.#watch(window);
  }

  /** Where all tracks have ended, on the generation's timeline, ms. */
  get endMs(): number {
    return Math.max(...this.windows.map((window) => window.endMs));
  }

  /** The stream clock at the end of the newest segment, ms; 0 where there is none. */
  get endsAtMs(): number {
    const newest = this.windows.flatMap((window) => window.segments.at(-1) ?? []);
    return Math.max(0, ...newest.map((segment) => segment.startsAtMs + segment.durationMs));
  }

  /** Null before the first recorded segment. */
  get recorded(): TakeSpan | null {
    return this.#meter.span;
  }

  /** Goes on with what an earlier process has left; segments of one track without the other's can't be played. */
  restore(tracks: RestoredGeneration['tracks']): void {
    const found = this.windows.map((window) => tracks.get(window.name));
    const isWhole = found.every((track) => track !== undefined && track.segments.length > 0);
    for (const [index, window] of this.windows.entries()) {
      const track = found[index];
      if (track !== undefined) window.restore(isWhole ? track.segments : [], track.inits);
    }
    const msn = Math.min(...this.windows.map((window) => window.nextMsn));
    for (const window of this.windows) window.cutBack(msn);
    this.isPlayable = this.windows.every((window) => window.hasSegments);
  }

  #makeWindow(name: TrackName): SegmentWindow {
    const { partTargetMs, archive, run, dvrWindowMs } = this.#options;
    const onSegment = (segment: Segment) => {
      if (this.#meter.add(segment)) this.#options.onRecorded();
    };
    return new SegmentWindow({ name, partTargetMs, archive, run, dvrWindowMs, onSegment });
  }

  #makeWriter(window: SegmentWindow, carriesEvents: boolean): TrackWriter {
    const { timeAtMs, isRecorded } = this.#options;
    const flavorId = SOURCE_FLAVOR_ID;
    return new TrackWriter({ window, timeAtMs, carriesEvents, flavorId, isRecorded });
  }

  #watch(window: SegmentWindow): void {
    const stop = window.subscribe(() => {
      if (!window.hasSegments) return;
      stop();
      if (this.isPlayable || !this.windows.every((each) => each.hasSegments)) return;
      this.isPlayable = true;
      this.#options.onPlayable();
    });
  }
}
