import type { RelayHealth, RelayLogin, RelayTarget } from '@rostrum/contracts';
import type { MediaLog } from '../media-log.ts';
import type { Frame, VideoCodec } from '../stream/frame.ts';
import { TICKS_PER_SECOND } from '../stream/frame.ts';
import { describe, type EncoderDescription } from '../stream/run-start.ts';
import type { Timers } from '../stream/timers.ts';
import {
  audioConfigPayload,
  audioPayload,
  metadataPayload,
  videoConfigPayload,
  videoPayload,
} from './flv-payload.ts';
import { RtmpPublisher } from './rtmp-publisher.ts';

export type RelayOptions = {
  /** As the settings call it. */
  readonly id: string;
  readonly target: RelayTarget;
  /** For servers that ask who publishes. */
  readonly login: RelayLogin | null;
  readonly clocks: { nowMs(): number; monotonicMs(): number };
  readonly timers: Timers;
  /** 0 to 1. */
  readonly random: () => number;
  readonly log: MediaLog;
};

/** A target that refuses or fails is tried again after this, twice as much each time. */
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/** A connection that held for so long has not failed: the next one is tried at once. */
const STABLE_MS = 30_000;

/** Four seconds at 8 Mbit/s. What a target does not take beyond that is left out, up to the next key frame. */
const MOST_WAITING_BYTES = 4_000_000;

/** A target that takes nothing for so long is taken for dead. */
const STUCK_MS = 15_000;

const TICKS_PER_MS = TICKS_PER_SECOND / 1000;

type Connection = {
  readonly publisher: RtmpPublisher;
  readonly openedMs: number;
  isReady: boolean;
  /** Nothing is sent before a frame with which playing can begin. */
  isWaitingForKey: boolean;
  /** Added to an encoder's ticks; null until the next frame says it. */
  offsetTicks: number | null;
  lastTicks: number;
  /** Since when it takes nothing, monotonic ms; null while it does. */
  stuckSinceMs: number | null;
};

/**
 * Sends what is on air on to one target, for as long as the show goes on. Never waits and never throws: what a target
 * does not take is left out and counted, and a connection that ends is followed by another one.
 */
export class Relay {
  readonly #options: RelayOptions;
  #known: EncoderDescription;
  #connection: Connection | null = null;
  #callOffRetry: (() => void) | null = null;
  #failures = 0;
  #droppedFrames = 0;
  #sentBytes = 0;
  #takenMs: number;
  #health: Pick<RelayHealth, 'state' | 'sinceMs' | 'problem' | 'retryAtMs'>;
  #isClosed = false;

  /** @param known what the encoder has told so far */
  constructor(options: RelayOptions, known: EncoderDescription) {
    this.#options = options;
    this.#known = known;
    this.#takenMs = options.clocks.monotonicMs();
    this.#health = {
      state: 'connecting',
      sinceMs: options.clocks.nowMs(),
      problem: null,
      retryAtMs: null,
    };
    this.#connect();
  }

  /** How it does, with what was sent since the last call. */
  takeHealth(): RelayHealth {
    const nowMs = this.#options.clocks.monotonicMs();
    const seconds = Math.max(0.001, (nowMs - this.#takenMs) / 1000);
    const bitsPerSecond = Math.round((this.#sentBytes * 8) / seconds);
    this.#takenMs = nowMs;
    this.#sentBytes = 0;
    return {
      id: this.#options.id,
      host: this.#options.target.host,
      ...this.#health,
      bitsPerSecond,
      droppedFrames: this.#droppedFrames,
    };
  }

  /** Another encoder's frames, or the same one's after a break, come from now on. */
  startRun(known: EncoderDescription): void {
    this.#known = known;
    const connection = this.#connection;
    if (connection === null) return;
    connection.offsetTicks = null;
    connection.isWaitingForKey = true;
    if (connection.isReady) this.#announce(connection.publisher, connection.lastTicks);
  }

  write(frame: Frame): void {
    if (frame.kind === 'announcement') return;
    const connection = this.#connection;
    if (frame.kind === 'video-config' || frame.kind === 'audio-config') {
      this.#known = describe(this.#known, frame);
      if (connection?.isReady) this.#announce(connection.publisher, connection.lastTicks);
      return;
    }
    if (connection === null || !connection.isReady) return;
    if (this.#isTooMuch(connection)) {
      this.#droppedFrames += 1;
      return;
    }
    if (connection.isWaitingForKey) {
      if (!this.#isEntry(frame)) {
        if (connection.offsetTicks !== null) this.#droppedFrames += 1;
        return;
      }
      connection.isWaitingForKey = false;
    }
    this.#send(connection, frame);
  }

  close(): void {
    this.#isClosed = true;
    this.#callOffRetry?.();
    this.#connection?.publisher.close();
    this.#connection = null;
  }

  #connect(): void {
    const { clocks, target, login } = this.#options;
    this.#become('connecting', this.#health.problem, null);
    const connection: Connection = {
      publisher: new RtmpPublisher(target, login, {
        onReady: () => this.#handleReady(connection),
        onEnd: (problem) => this.#handleEnd(connection, problem),
      }),
      openedMs: clocks.monotonicMs(),
      isReady: false,
      isWaitingForKey: true,
      offsetTicks: null,
      lastTicks: 0,
      stuckSinceMs: null,
    };
    this.#connection = connection;
  }

  #handleReady(connection: Connection): void {
    connection.isReady = true;
    this.#become('publishing', null, null);
    this.#options.log.info(this.#facts(), 'a relay publishes');
    this.#announce(connection.publisher, 0);
  }

  #handleEnd(connection: Connection, problem: string): void {
    if (this.#isClosed || connection !== this.#connection) return;
    const { clocks, timers, random, log } = this.#options;
    this.#connection = null;
    const heldMs = clocks.monotonicMs() - connection.openedMs;
    this.#failures = connection.isReady && heldMs > STABLE_MS ? 0 : this.#failures + 1;
    const longest = Math.min(
      LONGEST_RETRY_MS,
      FIRST_RETRY_MS * 2 ** Math.max(0, this.#failures - 1),
    );
    // Between half and all of it: targets that fail together are not tried together.
    const delayMs = Math.round(longest * (0.5 + random() / 2));
    this.#become('waiting', problem, clocks.nowMs() + delayMs);
    log.warn({ ...this.#facts(), problem, delayMs }, 'a relay has lost its target');
    this.#callOffRetry = timers.after(delayMs, () => {
      this.#callOffRetry = null;
      this.#connect();
    });
  }

  /** What the other server has to know before frames, and when it changes. */
  #announce(publisher: RtmpPublisher, ticks: number): void {
    const { video, audio } = this.#known;
    const timestampMs = ticks / TICKS_PER_MS;
    publisher.send(metadataPayload(video, audio), timestampMs);
    if (video !== null) publisher.send(videoConfigPayload(video), timestampMs);
    if (audio !== null) publisher.send(audioConfigPayload(audio), timestampMs);
  }

  #isTooMuch(connection: Connection): boolean {
    const { clocks } = this.#options;
    if (connection.publisher.waitingBytes <= MOST_WAITING_BYTES) {
      connection.stuckSinceMs = null;
      return false;
    }
    connection.isWaitingForKey = true;
    const nowMs = clocks.monotonicMs();
    connection.stuckSinceMs ??= nowMs;
    if (nowMs - connection.stuckSinceMs > STUCK_MS) {
      const { host } = this.#options.target;
      connection.publisher.close();
      this.#handleEnd(connection, `${host} has taken nothing for ${STUCK_MS / 1000} s`);
    }
    return true;
  }

  #isEntry(frame: Frame): boolean {
    if (frame.kind === 'video') return frame.isKey && this.#known.video !== null;
    return frame.kind === 'audio' && this.#known.video === null && this.#known.audio !== null;
  }

  #send(connection: Connection, frame: Extract<Frame, { kind: 'video' | 'audio' }>): void {
    const ticks = frame.kind === 'video' ? frame.dtsTicks : frame.ptsTicks;
    // A run goes on where the one before has ended, whatever its encoder's clock says.
    connection.offsetTicks ??= connection.lastTicks - ticks;
    const at = Math.max(0, ticks + connection.offsetTicks);
    connection.lastTicks = Math.max(connection.lastTicks, at);
    const payload =
      frame.kind === 'video'
        ? videoPayload(this.#codec, frame)
        : this.#known.audio === null
          ? null
          : audioPayload(frame);
    if (payload === null) return;
    connection.publisher.send(payload, Math.round(at / TICKS_PER_MS));
    this.#sentBytes += payload.payload.length;
  }

  get #codec(): VideoCodec {
    return this.#known.video?.codec ?? 'h264';
  }

  #become(state: RelayHealth['state'], problem: string | null, retryAtMs: number | null): void {
    this.#health = { state, sinceMs: this.#options.clocks.nowMs(), problem, retryAtMs };
  }

  #facts() {
    const { id, target } = this.#options;
    return { relay: id, host: target.host, port: target.port };
  }
}
