import type { AudioConfig, Frame, VideoConfig } from './frame.ts';
import { TICKS_PER_SECOND } from './frame.ts';

type Announcement = Extract<Frame, { kind: 'announcement' }>;

/** What is known of an encoder besides its frames. */
export type EncoderDescription = {
  readonly video: VideoConfig | null;
  readonly audio: AudioConfig | null;
  readonly announcement: Announcement | null;
};

export const NOTHING_KNOWN: EncoderDescription = { video: null, audio: null, announcement: null };

/** Who a run's frames come from. */
export type RunSource = {
  /** What it has told already: an encoder sends its configuration only once. */
  readonly known: EncoderDescription;
  /** Frames of it that could not be used. */
  countDropped(frames: number): void;
};

/** The description after a frame has been seen. */
export function describe(known: EncoderDescription, frame: Frame): EncoderDescription {
  if (frame.kind === 'video-config') return { ...known, video: frame.config };
  if (frame.kind === 'audio-config') return { ...known, audio: frame.config };
  if (frame.kind === 'announcement') return { ...known, announcement: frame };
  return known;
}

/** The tracks that a run of frames has; no audio means that silence takes its place. */
export type RunShape =
  | { readonly kind: 'video'; readonly video: VideoConfig; readonly audio: AudioConfig | null }
  | { readonly kind: 'audio-only'; readonly audio: AudioConfig };

/** With this much video and no audio, the encoder is taken to have none. */
const WAIT_FOR_AUDIO_TICKS = TICKS_PER_SECOND / 2;
/** How long audio waits for a video that was announced, and for one that was not spoken of. */
const WAIT_FOR_ANNOUNCED_VIDEO_TICKS = 3 * TICKS_PER_SECOND;
const WAIT_FOR_VIDEO_TICKS = TICKS_PER_SECOND;
/**
 * How long audio waits for a key frame while other pictures come: whoever goes live between two of them has video, and
 * OBS's default is a key frame every 250 pictures. Much longer ones come of encoders that never send another.
 */
const WAIT_FOR_KEY_FRAME_TICKS = 20 * TICKS_PER_SECOND;
/** Audio that is further ahead of the key frame is of no use to the run. */
const LONGEST_WAITING_AUDIO_TICKS = 3 * TICKS_PER_SECOND;
const TICKS_PER_MS = TICKS_PER_SECOND / 1000;
/** More frames than three seconds can have: an encoder whose time stamps stand still must not fill the memory. */
const MOST_FRAMES = 400;

/** The beginning of a run: frames wait here until it is clear which tracks there are. */
export class RunStart {
  #known: EncoderDescription;
  #frames: Frame[] = [];
  #hasKey = false;
  /** Pictures come, of which none was a key frame yet. */
  #isWaitingForKey = false;
  #firstVideoTicks = 0;
  #firstAudioTicks: number | null = null;
  #beganMs = 0;

  constructor(known: EncoderDescription) {
    this.#known = known;
  }

  /** What has been kept, in order. It begins with the key frame, and audio that may be earlier. */
  get frames(): readonly Frame[] {
    return this.#frames;
  }

  /** When the frame arrived with which the run will begin; monotonic ms. */
  get beganMs(): number {
    return this.#beganMs;
  }

  /** Takes a frame; returns the run's shape once it is clear. */
  add(frame: Frame, arrivedMs: number): RunShape | null {
    this.#known = describe(this.#known, frame);
    if (frame.kind === 'video-config') this.#forgetVideo();
    if (frame.kind === 'video') return this.#addVideo(frame, arrivedMs);
    if (frame.kind === 'audio') return this.#addAudio(frame, arrivedMs);
    return this.#hasKey ? this.#withVideo() : null;
  }

  #addVideo(frame: Extract<Frame, { kind: 'video' }>, arrivedMs: number): RunShape | null {
    if (this.#known.video === null) return null;
    if (!this.#hasKey) {
      this.#isWaitingForKey = !frame.isKey;
      if (!frame.isKey) return null;
      this.#hasKey = true;
      this.#firstVideoTicks = frame.dtsTicks;
      this.#beganMs = arrivedMs;
    }
    this.#keep(frame);
    const waitedTicks = Math.abs(frame.dtsTicks - this.#firstVideoTicks);
    return this.#withVideo(waitedTicks);
  }

  #withVideo(waitedTicks = 0): RunShape | null {
    const { video, audio, announcement } = this.#known;
    if (video === null) return null;
    const isLate = waitedTicks >= WAIT_FOR_AUDIO_TICKS || this.#isFull();
    if (audio === null && announcement?.hasAudio !== false && !isLate) return null;
    return { kind: 'video', video, audio };
  }

  #addAudio(frame: Extract<Frame, { kind: 'audio' }>, arrivedMs: number): RunShape | null {
    const { audio, video, announcement } = this.#known;
    if (audio === null) return null;
    if (this.#firstAudioTicks === null) {
      this.#firstAudioTicks = frame.ptsTicks;
      if (!this.#hasKey) this.#beganMs = arrivedMs;
    }
    this.#keep(frame);
    if (this.#hasKey) return this.#withVideo();
    const waitedTicks = Math.abs(frame.ptsTicks - this.#firstAudioTicks);
    if (this.#isWaitingForKey) {
      this.#forgetOldAudio(frame.ptsTicks, arrivedMs);
      const isLate = waitedTicks >= WAIT_FOR_KEY_FRAME_TICKS || this.#isFull();
      return isLate ? { kind: 'audio-only', audio } : null;
    }
    const isComing = video !== null || announcement?.hasVideo === true;
    const patience = isComing ? WAIT_FOR_ANNOUNCED_VIDEO_TICKS : WAIT_FOR_VIDEO_TICKS;
    const isAnnouncedAlone = announcement?.hasVideo === false && video === null;
    const isLate = waitedTicks >= patience || this.#isFull();
    return isAnnouncedAlone || isLate ? { kind: 'audio-only', audio } : null;
  }

  #keep(frame: Frame): void {
    this.#frames.push(frame);
  }

  #isFull(): boolean {
    return this.#frames.length >= MOST_FRAMES;
  }

  /** What is kept begins that much later, and so would a run of audio alone. */
  #forgetOldAudio(newestTicks: number, arrivedMs: number): void {
    const isOld = (frame: Frame) =>
      frame.kind === 'audio' && newestTicks - frame.ptsTicks > LONGEST_WAITING_AUDIO_TICKS;
    while (this.#frames[0] !== undefined && isOld(this.#frames[0])) this.#frames.shift();
    const [first] = this.#frames;
    if (first?.kind !== 'audio') return;
    this.#beganMs = arrivedMs - Math.max(0, newestTicks - first.ptsTicks) / TICKS_PER_MS;
  }

  /** Frames of a configuration that is no longer in force can't be used. */
  #forgetVideo(): void {
    if (!this.#hasKey) return;
    this.#hasKey = false;
    this.#frames = this.#frames.filter((frame) => frame.kind !== 'video');
  }
}
