import type { ChannelSettings, Take } from '@rostrum/contracts';
import type { MediaLog } from '../media-log.ts';
import type { LiveGeneration, LiveTrack } from '../package/live-track.ts';
import type { TrackName } from '../package/segment.ts';
import type { GenerationArchive, RestoredGeneration } from '../package/segment-archive.ts';
import { TrackSet } from '../package/track-set.ts';
import type { Frame } from './frame.ts';
import { TICKS_PER_SECOND } from './frame.ts';
import {
  describe,
  type EncoderDescription,
  NOTHING_KNOWN,
  type RunShape,
  type RunSource,
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
  /** Called when the take has grown. */
  readonly onRecorded: () => void;
  /** What an earlier process has left of this generation. */
  readonly restored?: Pick<RestoredGeneration, 'tracks' | 'recorded' | 'isTakeRemoved'>;
};

const TICKS_PER_MS = TICKS_PER_SECOND / 1000;
/** Audio further away from the run's first key frame belongs to what was before. */
const STRAY_AUDIO_TICKS = 3 * TICKS_PER_SECOND;

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

  /** Nobody wants what is recorded of it. */
  #isTakeRemoved: boolean;
  readonly #options: LiveStreamOptions;
  readonly #listeners = new Set<() => void>();
  readonly #clock = new StreamClock();
  readonly #wallBeganMs: number;
  readonly #monotonicBeganMs: number;
  #settings: ChannelSettings;
  #tracks: TrackSet | null = null;
  #source: RunSource | null = null;
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
    this.#isTakeRemoved = options.restored?.isTakeRemoved ?? false;
    if (options.restored !== undefined) this.#restore(options.restored.tracks);
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

  /** Every track has something to play. */
  get isPlayable(): boolean {
    return this.#tracks?.isPlayable ?? false;
  }

  /** What is recorded so far; null where nothing is. */
  get take(): Take | null {
    const recorded = this.#tracks?.recorded ?? null;
    if (recorded === null || this.#isTakeRemoved) return null;
    return { generation: this.generation, ...recorded, hasVideo: this.tracks.has('video') };
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  applySettings(settings: ChannelSettings): void {
    this.#settings = settings;
    this.archive.updateSettings(settings);
    for (const window of this.#tracks?.windows ?? []) window.setDvrWindow(settings.dvrWindowMs);
  }

  /** An encoder begins (again). */
  startRun(source: RunSource): void {
    this.endRun();
    if (this.hasEnded) return;
    this.#source = source;
    this.#known = source.known;
    this.#start = new RunStart(source.known);
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
    for (const window of this.#tracks?.windows ?? []) window.end();
    this.archive.end();
    for (const listener of this.#listeners) listener();
  }

  /** What is recorded is not wanted, and neither is what follows. */
  removeTake(): void {
    this.#isTakeRemoved = true;
  }

  releaseMemory(): void {
    for (const window of this.#tracks?.windows ?? []) window.releaseMemory();
  }

  /** Ends the run at a frame that can't follow; audio that was ahead of it stays for the next run. */
  #restart(): void {
    const run = this.#run;
    this.endRun();
    this.#start = new RunStart(this.#known);
    for (const frame of run?.takeHeld() ?? []) this.#start.add(frame, 0);
  }

  #begin(shape: RunShape, start: RunStart, arrivedMs: number): 'taken' | 'other-tracks' {
    const { video, audio } = this.#tracks ?? this.#openTracks(shape.kind === 'video');
    const hasVideo = video !== null;
    if (hasVideo !== (shape.kind === 'video')) return 'other-tracks';
    const { frames } = start;
    const encoderTicks = firstTicks(frames, hasVideo);
    this.#start = null;
    this.#anchor(start.beganMs);
    this.#run = new StreamRun({
      shape,
      video,
      audio,
      clock: this.#clock,
      isVideoKnown: this.#known.video !== null,
      encoderTicks,
      positionTicks: this.#endTicks,
      countDropped: (frames) => this.#source?.countDropped(frames),
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

  #openTracks(hasVideo: boolean): TrackSet {
    const { archive, partTargetMs, run, restored, onPlayable, onRecorded } = this.#options;
    const tracks = new TrackSet(hasVideo, {
      archive,
      partTargetMs,
      run,
      onPlayable,
      onRecorded,
      isRecorded: () => this.kind === 'on-air' && this.#settings.isRecorded && !this.#isTakeRemoved,
      recordedBefore: restored?.recorded ?? null,
      dvrWindowMs: this.#settings.dvrWindowMs,
      timeAtMs: (positionMs) => this.#clock.timeAtMs(positionMs),
    });
    this.#tracks = tracks;
    if (restored !== undefined) tracks.restore(restored.tracks);
    for (const window of tracks.windows) this.tracks.set(window.name, window);
    for (const listener of this.#listeners) listener();
    return tracks;
  }

  /** Goes on with the tracks of an earlier process, if there was anything to play yet. */
  #restore(restored: RestoredGeneration['tracks']): void {
    if ((restored.get('audio')?.segments.length ?? 0) === 0) return;
    const tracks = this.#openTracks(restored.has('video'));
    this.#endTicks = Math.ceil(tracks.endMs * TICKS_PER_MS);
    this.#notBeforeMs = tracks.endsAtMs;
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
