import type { ChannelSettings } from '@rostrum/contracts';
import type { GenerationArchive, RestoredGeneration } from '../archive/segment-archive.ts';
import type { MediaLog } from '../media-log.ts';
import { AudioSegmenter } from '../package/audio-segmenter.ts';
import type { LiveGeneration, LiveTrack } from '../package/live-track.ts';
import type { TrackName } from '../package/segment.ts';
import { SegmentWindow } from '../package/segment-window.ts';
import { TrackWriter } from '../package/track-writer.ts';
import { VideoSegmenter } from '../package/video-segmenter.ts';
import type { Frame } from './frame.ts';
import { TICKS_PER_SECOND } from './frame.ts';
import {
  describe,
  type EncoderDescription,
  NOTHING_KNOWN,
  type RunShape,
  RunStart,
} from './run-start.ts';
import { StreamClock } from './stream-clock.ts';
import { StreamRun } from './stream-run.ts';

/** The clocks of the machine. */
export interface Clocks {
  /** Wall clock, ms; may jump. */
  nowMs(): number;
  /** Never goes back, ms. */
  monotonicMs(): number;
}

export type LiveStreamOptions = {
  readonly settings: ChannelSettings;
  readonly generation: string;
  readonly kind: 'preview' | 'on-air';
  readonly archive: GenerationArchive;
  readonly clocks: Clocks;
  readonly partTargetMs: number;
  /** Random; part of all file names that this process makes. */
  readonly run: string;
  readonly log: MediaLog;
  /** Called once every track has something to play. */
  readonly onPlayable: () => void;
  /** What an earlier process has left of this generation. */
  readonly restored?: RestoredGeneration['tracks'];
};

/** The source among a conversion profile's flavours. */
const SOURCE_FLAVOR_ID = 32;
const TICKS_PER_MS = TICKS_PER_SECOND / 1000;
/** Audio further away from the run's first key frame belongs to what was before. */
const STRAY_AUDIO_TICKS = 3 * TICKS_PER_SECOND;

type Segmenters = { readonly video: VideoSegmenter | null; readonly audio: AudioSegmenter };

/**
 * One generation while it is being made: runs of an encoder's frames go in, tracks come out. A run is what one encoder
 * sends without a break; between two runs stands a discontinuity.
 */
export class LiveStream implements LiveGeneration {
  readonly generation: string;
  readonly kind: 'preview' | 'on-air';
  readonly tracks = new Map<TrackName, LiveTrack>();
  readonly archive: GenerationArchive;
  hasEnded = false;
  isPlayable = false;

  readonly #options: LiveStreamOptions;
  readonly #listeners = new Set<() => void>();
  readonly #clock = new StreamClock();
  readonly #windows: SegmentWindow[] = [];
  readonly #wallBeganMs: number;
  readonly #monotonicBeganMs: number;
  #settings: ChannelSettings;
  #segmenters: Segmenters | null = null;
  #known: EncoderDescription = NOTHING_KNOWN;
  #start: RunStart | null = null;
  #run: StreamRun | null = null;
  #endTicks = 0;
  /** The stream clock must not go back behind this, ms. */
  #notBeforeMs = 0;

  constructor(options: LiveStreamOptions) {
    this.#options = options;
    this.#settings = options.settings;
    this.generation = options.generation;
    this.kind = options.kind;
    this.archive = options.archive;
    this.#wallBeganMs = options.clocks.nowMs();
    this.#monotonicBeganMs = options.clocks.monotonicMs();
    if (options.restored !== undefined) this.#restore(options.restored);
  }

  get webcastId(): string {
    return this.#settings.webcastId;
  }

  get playbackEpoch(): number {
    return this.#settings.playbackEpoch;
  }

  get dvrWindowMs(): number {
    return this.#settings.dvrWindowMs;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  applySettings(settings: ChannelSettings): void {
    this.#settings = settings;
    this.archive.updateSettings(settings);
    for (const window of this.#windows) window.setDvrWindow(settings.dvrWindowMs);
  }

  /** An encoder begins (again); what is known of it already is told, as it sends its configuration only once. */
  startRun(known: EncoderDescription): void {
    this.endRun();
    if (this.hasEnded) return;
    this.#known = known;
    this.#start = new RunStart(known);
  }

  /**
   * Takes a frame of the encoder. After `other-tracks` this generation can't go on: it is to be ended, and a new one to
   * be given what `takeWaiting` returns.
   */
  write(frame: Frame, arrivedMs: number): 'taken' | 'other-tracks' {
    if (frame.kind !== 'video' && frame.kind !== 'audio') {
      this.#known = describe(this.#known, frame);
    }
    if (this.#run !== null) {
      const result = this.#run.write(frame, arrivedMs);
      if (result === 'taken') return 'taken';
      this.#restart();
    }
    if (this.#start === null) return 'taken';
    const shape = this.#start.add(frame, arrivedMs);
    if (shape === null) return 'taken';
    return this.#begin(shape, this.#start, arrivedMs);
  }

  /** Frames that wait for a generation with other tracks. */
  takeWaiting(): readonly Frame[] {
    const frames = this.#start?.frames ?? [];
    this.#start = null;
    return frames;
  }

  /** The encoder is gone: everything that came from it is published. */
  endRun(): void {
    this.#start = null;
    const run = this.#run;
    if (run === null) return;
    this.#run = null;
    this.#endTicks = run.finish();
    this.#notBeforeMs = this.#clock.timeAtMs(this.#endTicks / TICKS_PER_MS);
    const { droppedFrames, silentFrames } = run;
    if (droppedFrames + silentFrames === 0) return;
    this.#options.log.info(
      { webcastId: this.webcastId, generation: this.generation, droppedFrames, silentFrames },
      'a run of frames ended that was not perfect',
    );
  }

  /** The last run is over: playlists say so, and nothing more is taken. */
  end(): void {
    if (this.hasEnded) return;
    this.endRun();
    this.hasEnded = true;
    for (const window of this.#windows) window.end();
    this.archive.end();
    for (const listener of this.#listeners) listener();
  }

  releaseMemory(): void {
    for (const window of this.#windows) window.releaseMemory();
  }

  /** Ends the run at a frame that can't follow; audio that was ahead of it stays for the next run. */
  #restart(): void {
    const run = this.#run;
    this.endRun();
    this.#start = new RunStart(this.#known);
    for (const frame of run?.takeHeld() ?? []) this.#start.add(frame, 0);
  }

  #begin(shape: RunShape, start: RunStart, arrivedMs: number): 'taken' | 'other-tracks' {
    const segmenters = this.#segmenters ?? this.#makeTracks(shape);
    const hasVideo = segmenters.video !== null;
    if (hasVideo !== (shape.kind === 'video')) return 'other-tracks';
    const { frames } = start;
    const encoderTicks = firstTicks(frames, hasVideo);
    this.#start = null;
    this.#anchor(start.beganMs);
    this.#run = new StreamRun({
      ...segmenters,
      shape,
      clock: this.#clock,
      encoderTicks,
      positionTicks: this.#endTicks,
    });
    for (const frame of frames) {
      if (frame.kind === 'audio' && Math.abs(frame.ptsTicks - encoderTicks) > STRAY_AUDIO_TICKS) {
        continue;
      }
      this.write(frame, arrivedMs);
    }
    return 'taken';
  }

  /** Wall-clock time is read once for a generation; from there on the monotonic clock tells it. */
  #anchor(beganMs: number): void {
    const wallMs = this.#wallBeganMs + (beganMs - this.#monotonicBeganMs);
    this.#clock.anchor(this.#endTicks / TICKS_PER_MS, Math.max(wallMs, this.#notBeforeMs), beganMs);
  }

  #makeTracks(shape: RunShape): Segmenters {
    const windows = {
      video: shape.kind === 'video' ? this.#makeWindow('video') : null,
      audio: this.#makeWindow('audio'),
    };
    return this.#openTracks(windows);
  }

  #makeWindow(name: TrackName): SegmentWindow {
    const { partTargetMs, archive, run } = this.#options;
    const { dvrWindowMs } = this.#settings;
    return new SegmentWindow({ name, partTargetMs, archive, run, dvrWindowMs });
  }

  #openTracks(windows: { video: SegmentWindow | null; audio: SegmentWindow }): Segmenters {
    const { partTargetMs } = this.#options;
    const hasVideo = windows.video !== null;
    const audio = new AudioSegmenter({
      writer: this.#makeWriter(windows.audio, !hasVideo),
      partTargetMs,
      followsVideo: hasVideo,
    });
    const video =
      windows.video === null
        ? null
        : new VideoSegmenter({
            writer: this.#makeWriter(windows.video, true),
            partTargetMs,
            onCut: (cutTicks) => audio.cutAt(cutTicks),
          });
    this.#segmenters = { video, audio };
    for (const window of [windows.video, windows.audio]) {
      if (window !== null) this.#addTrack(window);
    }
    for (const listener of this.#listeners) listener();
    return this.#segmenters;
  }

  #addTrack(window: SegmentWindow): void {
    this.#windows.push(window);
    this.tracks.set(window.name, window);
    const stop = window.subscribe(() => {
      if (!window.hasParts) return;
      stop();
      this.#notePlayable();
    });
  }

  #notePlayable(): void {
    if (this.isPlayable || !this.#windows.every((window) => window.hasParts)) return;
    this.isPlayable = true;
    this.#options.onPlayable();
  }

  #makeWriter(window: SegmentWindow, carriesEvents: boolean): TrackWriter {
    return new TrackWriter({
      window,
      timeAtMs: (positionMs) => this.#clock.timeAtMs(positionMs),
      carriesEvents,
      flavorId: SOURCE_FLAVOR_ID,
    });
  }

  /** Goes on with the tracks of an earlier process; a generation without audio had nothing playable yet. */
  #restore(restored: RestoredGeneration['tracks']): void {
    const audio = restored.get('audio');
    const video = restored.get('video');
    if (audio === undefined || audio.segments.length === 0) return;
    const windows = {
      video: video === undefined ? null : this.#makeWindow('video'),
      audio: this.#makeWindow('audio'),
    };
    windows.audio.restore(audio.segments, audio.inits);
    if (video !== undefined) windows.video?.restore(video.segments, video.inits);
    const all = windows.video === null ? [windows.audio] : [windows.video, windows.audio];
    const msn = Math.min(...all.map((window) => window.nextMsn));
    for (const window of all) window.cutBack(msn);
    this.#endTicks = Math.ceil(Math.max(...all.map((window) => window.endMs)) * TICKS_PER_MS);
    const newest = all.map((window) => window.segments.at(-1));
    this.#notBeforeMs = Math.max(
      ...newest.map((segment) =>
        segment === undefined ? 0 : segment.startsAtMs + segment.durationMs,
      ),
    );
    this.#openTracks(windows);
    this.isPlayable = all.every((window) => window.hasParts);
  }
}

/** The encoder's time at the run's first moment: the first key frame's presentation, or the first audio. */
function firstTicks(frames: readonly Frame[], hasVideo: boolean): number {
  for (const frame of frames) {
    if (frame.kind === 'video' && hasVideo) return frame.ptsTicks;
    if (frame.kind === 'audio' && !hasVideo) return frame.ptsTicks;
  }
  return 0;
}
