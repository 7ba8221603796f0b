import type { AudioConfig } from './frame.ts';
import { TICKS_PER_SECOND } from './frame.ts';
import { silentFrame } from './silence.ts';

/** Off by more than this, for that many frames, audio is moved: RTMP's rounding stays far below. */
const TOLERATED_FRAMES = 1.5;
const PATIENCE_FRAMES = 8;
/** Off by more than this it is moved at once. */
const INTOLERABLE_FRAMES = 4;
/** How far audio may lag behind the video before silence takes its place. */
const TOLERATED_LAG_TICKS = TICKS_PER_SECOND;
/** An encoder that sends its audio late, always, is given more time, up to this. */
const LONGEST_LAG_TICKS = 5 * TICKS_PER_SECOND;
const LAG_MARGIN_TICKS = TICKS_PER_SECOND / 2;

export type AudioGridOptions = {
  /** The first frame begins at this sample of the generation's timeline. */
  readonly start: (positionSamples: number) => void;
  /** A frame that follows the last one without a gap. */
  readonly write: (data: Uint8Array) => void;
  /** A frame came too late for its place. */
  readonly drop: () => void;
};

/**
 * Audio without gaps: frames follow each other by their number of samples, whatever their time stamps tremble. Where
 * they are really off, silence is put in or frames are left out.
 */
export class AudioGrid {
  /** Frames of silence that were put in where the encoder's audio was missing. */
  silentFrames = 0;

  readonly #options: AudioGridOptions;
  #sampleRate = 48_000;
  #frameTicks = 1920;
  #filler: Uint8Array | null = null;
  #hasSilence = false;
  #beginTicks = 0;
  #originTicks = 0;
  #frames = 0;
  #hasStarted = false;
  #isSilent = false;
  #lagTicks = TOLERATED_LAG_TICKS;
  #strangers = 0;

  constructor(options: AudioGridOptions) {
    this.#options = options;
  }

  /** Begins a stretch at a position, 90 kHz. A silent one makes its own frames. */
  begin(config: AudioConfig, positionTicks: number, isSilent: boolean): void {
    this.#sampleRate = config.sampleRate;
    this.#frameTicks = (config.samplesPerFrame * TICKS_PER_SECOND) / config.sampleRate;
    this.#filler = silentFrame(config);
    this.#hasSilence = this.#filler !== null;
    this.#beginTicks = positionTicks;
    this.#hasStarted = false;
    this.#frames = 0;
    this.#strangers = 0;
    this.setSilent(isSilent);
  }

  /** Whether silence is all there is to expect for now. */
  setSilent(isSilent: boolean): void {
    this.#isSilent = isSilent;
    this.#lagTicks = TOLERATED_LAG_TICKS;
  }

  /** Where the next frame begins, 90 kHz. */
  get endTicks(): number {
    return this.#hasStarted
      ? this.#originTicks + this.#frames * this.#frameTicks
      : this.#beginTicks;
  }

  /** How long a frame lasts, 90 kHz. */
  get frameTicks(): number {
    return this.#frameTicks;
  }

  /** The end of the frame that ends nearest to a position and after another one. */
  boundaryNear(positionTicks: number, afterTicks: number): number {
    const endTicks = this.endTicks;
    const nearest = Math.round((positionTicks - endTicks) / this.#frameTicks);
    const first = Math.floor((afterTicks - endTicks) / this.#frameTicks) + 1;
    return endTicks + Math.max(0, nearest, first) * this.#frameTicks;
  }

  /** Takes a frame of the encoder at its position. */
  place(positionTicks: number, data: Uint8Array, videoTicks: number): void {
    // A layout without a known silence repeats its last frame: that keeps the sound with the picture.
    if (!this.#hasSilence) this.#filler = data;
    if (!this.#hasStarted && !this.#startFor(positionTicks)) return;
    const offFrames = (positionTicks - this.endTicks) / this.#frameTicks;
    if (this.#isOff(offFrames)) {
      if (offFrames < 0) {
        this.#drop(positionTicks, videoTicks);
        return;
      }
      this.#insertSilence(Math.round(offFrames));
      this.#strangers = 0;
    }
    this.#write(data);
  }

  /** The video has come to here: audio that lags too far behind is replaced by silence. */
  follow(videoTicks: number): void {
    this.fillTo(videoTicks - (this.#isSilent ? 0 : this.#lagTicks));
  }

  /** Silence up to a position. */
  fillTo(positionTicks: number): void {
    const missing = Math.round((positionTicks - this.endTicks) / this.#frameTicks);
    if (missing <= 0) return;
    if (!this.#hasStarted) this.#startAt(this.#beginTicks);
    this.#insertSilence(missing);
  }

  /** Ends the stretch where the video ends; it has at least one frame then. */
  finish(positionTicks: number): void {
    this.fillTo(positionTicks);
    if (this.#hasStarted) return;
    this.#startAt(this.#beginTicks);
    this.#insertSilence(1);
  }

  /** The first frame keeps its exact place; what is missing before it is silence. */
  #startFor(positionTicks: number): boolean {
    const missing = Math.floor((positionTicks - this.#beginTicks) / this.#frameTicks);
    // Sound from before the beginning is not missed.
    if (missing < 0) return false;
    this.#startAt(positionTicks - missing * this.#frameTicks);
    this.#insertSilence(missing);
    return true;
  }

  #startAt(positionTicks: number): void {
    const positionSamples = Math.round((positionTicks * this.#sampleRate) / TICKS_PER_SECOND);
    this.#originTicks = (positionSamples * TICKS_PER_SECOND) / this.#sampleRate;
    this.#hasStarted = true;
    this.#options.start(positionSamples);
  }

  #isOff(offFrames: number): boolean {
    const off = Math.abs(offFrames);
    if (off <= TOLERATED_FRAMES) {
      // Once frames are left out, they are until the rest is less than half a frame.
      if (this.#strangers <= PATIENCE_FRAMES || off <= 0.5) {
        this.#strangers = 0;
        return false;
      }
      return true;
    }
    this.#strangers++;
    if (off > INTOLERABLE_FRAMES) this.#strangers = PATIENCE_FRAMES + 1;
    return this.#strangers > PATIENCE_FRAMES;
  }

  #drop(positionTicks: number, videoTicks: number): void {
    this.#options.drop();
    const lagTicks = videoTicks - positionTicks + LAG_MARGIN_TICKS;
    this.#lagTicks = Math.min(LONGEST_LAG_TICKS, Math.max(this.#lagTicks, lagTicks));
  }

  #insertSilence(count: number): void {
    const filler = this.#filler;
    if (filler === null) return;
    for (let index = 0; index < count; index++) this.#write(filler);
    this.silentFrames += count;
  }

  #write(data: Uint8Array): void {
    this.#frames++;
    this.#options.write(data);
  }
}
