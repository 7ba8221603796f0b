import type {
  ConnectedEncoder,
  EncoderHealth,
  EncoderSlot,
  PublishRequest,
} from '@rostrum/contracts';
import type { Publication, PublicationEnd } from '../ingest/publication.ts';
import { EncoderMeter } from './encoder-meter.ts';
import type { Frame } from './frame.ts';
import { describe, type EncoderDescription, NOTHING_KNOWN, type RunSource } from './run-start.ts';

export type EncoderListener = {
  readonly onFrame: (encoder: EncoderConnection, frame: Frame, arrivedMs: number) => void;
  readonly onEnd: (encoder: EncoderConnection, how: PublicationEnd) => void;
};

/** One encoder at one of a channel's two slots. */
export class EncoderConnection implements Publication, RunSource {
  readonly slot: EncoderSlot;
  readonly details: ConnectedEncoder;
  /** When it last sent something; monotonic ms. */
  lastFrameMs: number;

  readonly #listener: EncoderListener;
  readonly #monotonicMs: () => number;
  readonly #abort = new AbortController();
  readonly #meter: EncoderMeter;
  #known: EncoderDescription = NOTHING_KNOWN;
  #hasEnded = false;

  constructor(
    request: PublishRequest,
    connectedAtMs: number,
    monotonicMs: () => number,
    listener: EncoderListener,
  ) {
    const { slot, protocol, remoteAddress, software } = request;
    this.slot = slot;
    this.details = { slot, protocol, remoteAddress, software, connectedAtMs };
    this.lastFrameMs = monotonicMs();
    this.#monotonicMs = monotonicMs;
    this.#listener = listener;
    this.#meter = new EncoderMeter(this.lastFrameMs);
  }

  get closed(): AbortSignal {
    return this.#abort.signal;
  }

  /** What it has told about its stream so far. */
  get known(): EncoderDescription {
    return this.#known;
  }

  write(frame: Frame): void {
    if (this.#hasEnded) return;
    this.lastFrameMs = this.#monotonicMs();
    if (frame.kind === 'video') this.#meter.countVideo(frame, this.lastFrameMs);
    else if (frame.kind === 'audio') this.#meter.countAudio(frame, this.lastFrameMs);
    else this.#known = describe(this.#known, frame);
    this.#listener.onFrame(this, frame, this.lastFrameMs);
  }

  countDropped(frames: number): void {
    this.#meter.countDropped(frames);
  }

  /** What it has sent since the last call. */
  takeHealth(isInUse: boolean): EncoderHealth {
    const { video, audio, announcement } = this.#known;
    const measured = this.#meter.take();
    const { videoBitsPerSecond, audioBitsPerSecond, droppedFrames, driftMs } = measured;
    return {
      ...this.details,
      software: announcement?.software ?? this.details.software,
      isInUse,
      video: video && {
        codec: video.codecString,
        widthPx: video.widthPx,
        heightPx: video.heightPx,
        bitsPerSecond: videoBitsPerSecond,
        framesPerSecond: measured.framesPerSecond,
        announcedFramesPerSecond: announcement?.framesPerSecond ?? video.framesPerSecond,
        keyFrameDistanceMs: measured.keyFrameDistanceMs,
      },
      audio: audio && {
        codec: audio.codecString,
        sampleRate: audio.sampleRate,
        channelCount: audio.channelCount,
        bitsPerSecond: audioBitsPerSecond,
      },
      bitsPerSecond: videoBitsPerSecond + audioBitsPerSecond,
      droppedFrames,
      driftMs,
    };
  }

  end(how: PublicationEnd): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#listener.onEnd(this, how);
  }

  /** The server's side wants it gone; its own end is not waited for. */
  disconnect(reason: string): void {
    this.#hasEnded = true;
    this.#abort.abort(new Error(reason));
  }
}
