import type { AudioSegmenter } from '../package/audio-segmenter.ts';
import type { VideoSegmenter } from '../package/video-segmenter.ts';
import { AudioGrid } from './audio-grid.ts';
import type { AudioConfig, Frame, VideoConfig } from './frame.ts';
import { TICKS_PER_SECOND } from './frame.ts';
import { type AudioFrame, HeldAudio } from './held-audio.ts';
import type { RunShape } from './run-start.ts';
import { SILENT_AUDIO } from './silence.ts';
import type { StreamClock } from './stream-clock.ts';
import { Timeline } from './timeline.ts';

export type StreamRunOptions = {
  readonly shape: RunShape;
  /** Null where the generation has no video. */
  readonly video: VideoSegmenter | null;
  readonly audio: AudioSegmenter;
  readonly clock: StreamClock;
  /** The encoder has told of video, also where none came: a key frame may still follow. */
  readonly isVideoKnown: boolean;
  /** What the encoder says at the run's first moment, and where that is on the generation's timeline. */
  readonly encoderTicks: number;
  readonly positionTicks: number;
  /** Told of frames that could not be used. */
  readonly countDropped: (frames: number) => void;
};

/** `restart`: this frame can't follow the ones before. `other-tracks`: it needs a generation with video. */
export type RunResult = 'taken' | 'restart' | 'other-tracks';

type VideoFrame = Extract<Frame, { kind: 'video' }>;

const TICKS_PER_MS = TICKS_PER_SECOND / 1000;

/** What one encoder sends without a break: its frames are put on the timeline and cut. */
export class StreamRun {
  droppedFrames = 0;

  readonly #video: VideoSegmenter | null;
  readonly #audio: AudioSegmenter;
  readonly #clock: StreamClock;
  readonly #timeline = new Timeline();
  readonly #grid: AudioGrid;
  readonly #held = new HeldAudio();
  readonly #videoConfig: VideoConfig | null;
  readonly #audioConfig: AudioConfig;
  readonly #countDropped: (frames: number) => void;
  readonly #placeHeld: (positionTicks: number, frame: AudioFrame) => void;
  #isSilent: boolean;
  #isVideoChanging = false;
  #isAudioChanging = false;
  #hasVideoConfig: boolean;
  #newestTicks: number;

  constructor(options: StreamRunOptions) {
    const { shape, positionTicks } = options;
    this.#video = options.video;
    this.#audio = options.audio;
    this.#clock = options.clock;
    this.#countDropped = options.countDropped;
    this.#videoConfig = shape.kind === 'video' ? shape.video : null;
    this.#audioConfig = shape.audio ?? SILENT_AUDIO;
    this.#isSilent = shape.audio === null;
    this.#hasVideoConfig = options.isVideoKnown;
    this.#newestTicks = positionTicks;
    this.#placeHeld = (position, frame) =>
      this.#grid.place(position, frame.data, this.#newestTicks);
    this.#grid = new AudioGrid({
      start: (positionSamples) => this.#audio.startStretch(this.#audioConfig, positionSamples),
      write: (data) => this.#audio.write(data),
      drop: () => this.#drop(),
    });
    this.#grid.begin(this.#audioConfig, positionTicks, this.#isSilent);
    this.#timeline.start(options.encoderTicks, positionTicks);
    if (this.#videoConfig !== null) this.#video?.startStretch(this.#videoConfig, positionTicks);
  }

  /** Frames of silence that stand for missing audio. */
  get silentFrames(): number {
    return this.#grid.silentFrames;
  }

  write(frame: Frame, arrivedMs: number): RunResult {
    switch (frame.kind) {
      case 'video':
        return this.#writeVideo(frame, arrivedMs);
      case 'audio':
        return this.#writeAudio(frame, arrivedMs);
      case 'video-config':
        return this.#configureVideo(frame.config);
      case 'audio-config':
        return this.#configureAudio(frame.config);
      case 'announcement':
        return 'taken';
    }
  }

  /** Writes out what is waiting; returns where the run ends on the generation's timeline. */
  finish(): number {
    if (this.#video === null) {
      this.#audio.flush();
      return Math.ceil(this.#grid.endTicks);
    }
    // Players find the end where sound and picture have it; how long the last picture is shown is free.
    const { expectedEndTicks, newestTicks, newestShownTicks } = this.#video;
    const endTicks = Math.round(
      this.#grid.boundaryNear(expectedEndTicks, Math.max(newestTicks, newestShownTicks)),
    );
    this.#video.flush(endTicks);
    this.#newestTicks = endTicks;
    this.#held.release(endTicks - this.#grid.frameTicks / 2, this.#placeHeld);
    this.#grid.finish(endTicks);
    this.#audio.flush();
    return Math.ceil(Math.max(endTicks, this.#grid.endTicks));
  }

  /** After the end: audio that belongs to what follows. */
  takeHeld(): readonly Frame[] {
    return this.#held.takeAll();
  }

  #writeVideo(frame: VideoFrame, arrivedMs: number): RunResult {
    if (this.#video === null) {
      return frame.isKey && this.#hasVideoConfig ? 'other-tracks' : 'taken';
    }
    if (this.#isVideoChanging || this.#isAudioChanging) {
      if (frame.isKey) return 'restart';
      if (this.#isVideoChanging) return this.#drop();
    }
    const positionTicks = this.#timeline.placeVideo(frame.dtsTicks, frame.isKey);
    if (positionTicks === 'jumped') return 'restart';
    if (positionTicks === 'dropped') return this.#drop();
    this.#clock.observe(positionTicks / TICKS_PER_MS, arrivedMs);
    const ptsTicks = frame.ptsTicks + this.#timeline.offsetTicks;
    this.#video.write(positionTicks, ptsTicks, frame.isKey, frame.data);
    this.#newestTicks = this.#video.newestTicks;
    this.#held.release(this.#newestTicks, this.#placeHeld);
    this.#grid.follow(this.#newestTicks);
    return 'taken';
  }

  #writeAudio(frame: AudioFrame, arrivedMs: number): RunResult {
    if (this.#isAudioChanging || this.#isSilent) return this.#drop();
    const positionTicks = this.#timeline.placeAudio(frame.ptsTicks);
    if (positionTicks === 'jumped') return 'restart';
    if (positionTicks === 'dropped') return this.#drop();
    if (this.#video === null) {
      this.#clock.observe(positionTicks / TICKS_PER_MS, arrivedMs);
      this.#grid.place(positionTicks, frame.data, positionTicks);
      return 'taken';
    }
    const dropped = this.#held.push(frame, positionTicks);
    if (dropped > 0) this.#drop(dropped);
    this.#held.release(this.#newestTicks, this.#placeHeld);
    return 'taken';
  }

  #configureVideo(config: VideoConfig): RunResult {
    if (this.#videoConfig === null) this.#hasVideoConfig = true;
    else this.#isVideoChanging = !isSamePicture(config, this.#videoConfig);
    return 'taken';
  }

  #configureAudio(config: AudioConfig): RunResult {
    if (isSameSound(config, this.#audioConfig)) {
      this.#isAudioChanging = false;
      if (this.#isSilent) this.#grid.setSilent(false);
      this.#isSilent = false;
      return 'taken';
    }
    if (this.#video === null) return 'restart';
    // Silence until the next key frame, where both tracks can begin anew.
    this.#isAudioChanging = true;
    this.#grid.setSilent(true);
    return 'taken';
  }

  #drop(frames = 1): RunResult {
    this.droppedFrames += frames;
    this.#countDropped(frames);
    return 'taken';
  }
}

function isSamePicture(a: VideoConfig, b: VideoConfig): boolean {
  return (
    a.codec === b.codec &&
    a.decoderConfig.byteLength === b.decoderConfig.byteLength &&
    a.decoderConfig.every((byte, index) => byte === b.decoderConfig[index])
  );
}

/** Extensions that only say that there is nothing more may differ; the core is in the first two bytes. */
function isSameSound(a: AudioConfig, b: AudioConfig): boolean {
  return (
    a.codecString === b.codecString &&
    a.sampleRate === b.sampleRate &&
    a.channelCount === b.channelCount &&
    a.samplesPerFrame === b.samplesPerFrame &&
    a.decoderConfig[0] === b.decoderConfig[0] &&
    a.decoderConfig[1] === b.decoderConfig[1]
  );
}
