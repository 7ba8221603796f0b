import { randomBytes, timingSafeEqual } from 'node:crypto';
import type {
  ChannelHealth,
  ChannelSettings,
  ChannelStatus,
  PublishDecision,
  PublishRequest,
} from '@rostrum/contracts';
import type { Publication, PublicationGate } from '../ingest/publication.ts';
import type { MediaLog } from '../media-log.ts';
import type { LiveGeneration, LiveGenerations } from '../package/live-track.ts';
import type { EndedShow, SegmentArchive } from '../package/segment-archive.ts';
import { Channel, type ChannelOptions } from './channel.ts';
import type { Clocks } from './live-stream.ts';
import { systemTimers, type Timers } from './timers.ts';

export type ChannelsOptions = {
  /** Asks who decides about publishing. May take seconds while that one restarts; the signal gives up. */
  readonly ask: (request: PublishRequest, signal: AbortSignal) => Promise<PublishDecision>;
  readonly archive: SegmentArchive;
  readonly clock: Clocks;
  /** Called with every change of a channel's status. */
  readonly onStatus: (status: ChannelStatus) => void;
  readonly log: MediaLog;
  /** How long a show waits for its encoder. */
  readonly reconnectWindowMs: number;
  /** 500 where absent: for delivery without a CDN. Constant for the life of a playlist. */
  readonly partTargetMs?: number;
  /** Random base-36 characters (`0-9a-z`) of a length. */
  readonly randomId?: (length: number) => string;
  readonly timers?: Timers;
};

/** All channels of this process: the way in for encoders, and the way out for delivery. */
export interface Channels extends PublicationGate, LiveGenerations {
  /** Takes what has been decided about a webcast; older revisions are ignored. */
  applySettings(settings: ChannelSettings): void;
  /** The webcast is deleted: encoders are disconnected and its media removed, but for its takes. */
  remove(webcastId: string): void;
  /** Nobody refers to a take any more. False where the disk refuses to remember that. */
  removeTake(webcastId: string, generation: string): Promise<boolean>;
  /** Of every channel that an encoder has come to, and of the shows that were over when this process began. */
  statuses(): readonly ChannelStatus[];
  /** Of every channel with an encoder or a show that is on: how it has done since the last call. */
  takeHealth(): readonly ChannelHealth[];
  /** Brings the shows back that an earlier process was in the middle of; they wait for their encoders. */
  restore(): Promise<void>;
  /** Ends every publication and every generation cleanly. The archive stays open for its owner to close. */
  close(): void;
}

type Refusal = Extract<PublishDecision, { isAllowed: false }>;

const DEFAULT_PART_TARGET_MS = 500;
/** Below, requests cost more than they gain; above, parts are whole segments. */
const PART_TARGET_LIMITS_MS = { least: 100, most: 2000 };
const ANSWER_TIMEOUT_MS = 5000;
const RUN_CHARACTERS = 4;

export function openChannels(options: ChannelsOptions): Channels {
  const partTargetMs = options.partTargetMs ?? DEFAULT_PART_TARGET_MS;
  const { least, most } = PART_TARGET_LIMITS_MS;
  if (!(partTargetMs >= least && partTargetMs <= most)) {
    throw new RangeError(`partTargetMs must be ${least} to ${most} (got ${partTargetMs})`);
  }
  const randomId = options.randomId ?? randomBase36;
  return new OpenChannels(options, {
    archive: options.archive,
    clocks: options.clock,
    timers: options.timers ?? systemTimers,
    log: options.log,
    reconnectWindowMs: options.reconnectWindowMs,
    partTargetMs,
    randomId,
    run: randomId(RUN_CHARACTERS),
    onStatus: options.onStatus,
  });
}

class OpenChannels implements Channels {
  readonly #ask: ChannelsOptions['ask'];
  readonly #options: ChannelOptions;
  readonly #channels = new Map<string, Channel>();
  /**
   * Shows of the process before whose webcasts nobody has spoken of yet. No channels: their settings may be out of date,
   * and an encoder has to be asked about.
   */
  readonly #endedShows = new Map<string, EndedShow>();
  #isClosed = false;

  constructor(options: ChannelsOptions, channelOptions: ChannelOptions) {
    this.#ask = options.ask;
    this.#options = channelOptions;
  }

  async open(request: PublishRequest): Promise<Publication | Refusal> {
    const known = this.#channels.get(request.webcastId);
    // A webcast that is on air goes on without anybody to ask.
    if (known !== undefined && isSameToken(known.settings.streamToken, request.streamToken)) {
      return this.#admit(known, request);
    }
    const decision = await this.#decide(request);
    if (!decision.isAllowed) return decision;
    const channel = this.#settle(decision.settings);
    // While the answer was on its way, the token may have changed again.
    if (!isSameToken(channel.settings.streamToken, request.streamToken)) {
      return refuse('wrong-token', 'The stream key of this webcast has changed.');
    }
    return this.#admit(channel, request);
  }

  find(webcastId: string, generation: string): LiveGeneration | undefined {
    return this.#channels.get(webcastId)?.find(generation);
  }

  applySettings(settings: ChannelSettings): void {
    if (!this.#isClosed) this.#settle(settings);
  }

  remove(webcastId: string): void {
    this.#channels.get(webcastId)?.remove();
    this.#channels.delete(webcastId);
    this.#endedShows.delete(webcastId);
    void this.#options.archive.retireWebcast(webcastId);
  }

  removeTake(webcastId: string, generation: string): Promise<boolean> {
    this.#channels.get(webcastId)?.removeTake(generation);
    const before = this.#endedShows.get(webcastId);
    if (before !== undefined) {
      const takes = before.show.takes.filter((take) => take.generation !== generation);
      this.#endedShows.set(webcastId, { ...before, show: { ...before.show, takes } });
    }
    return this.#options.archive.removeTake(webcastId, generation);
  }

  statuses(): readonly ChannelStatus[] {
    const channels = [...this.#channels.values()].filter((channel) => !channel.isPristine);
    const ended = [...this.#endedShows.values()].map((show) => this.#statusAfter(show));
    return [...channels.map((channel) => channel.status), ...ended];
  }

  takeHealth(): readonly ChannelHealth[] {
    return [...this.#channels.values()].flatMap((channel) => channel.takeHealth() ?? []);
  }

  async restore(): Promise<void> {
    const { generations, endedShows } = await this.#options.archive.restore();
    const found = generations.toSorted((a, b) => b.restored.startedAtMs - a.restored.startedAtMs);
    const resumed = new Set<string>();
    for (const { restored, archive } of found) {
      const { webcastId } = restored.settings;
      // Of a webcast only the newest show goes on; a rehearsal is not worth waiting for.
      if (restored.kind === 'preview' || resumed.has(webcastId)) {
        const leaving = restored.kind === 'preview' ? archive.remove() : archive.retire();
        await leaving.catch((error: unknown) => {
          this.#options.log.warn({ error, webcastId }, 'old media could not be removed');
        });
        continue;
      }
      resumed.add(webcastId);
      this.#settle(restored.settings).resume(restored, archive);
    }
    for (const show of endedShows) {
      const { webcastId } = show.settings;
      if (!resumed.has(webcastId)) this.#endedShows.set(webcastId, show);
    }
  }

  close(): void {
    this.#isClosed = true;
    for (const channel of this.#channels.values()) channel.close();
  }

  #admit(channel: Channel, request: PublishRequest): Publication | Refusal {
    if (this.#isClosed) return refuse('unavailable', 'The server is shutting down.');
    return channel.admit(request);
  }

  async #decide(request: PublishRequest): Promise<PublishDecision> {
    // Whoever decides may not have heard yet that the show of the process before is over.
    const before = this.#endedShows.get(request.webcastId);
    if (before !== undefined) this.#options.onStatus(this.#statusAfter(before));
    const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
    try {
      return await Promise.race([this.#ask(request, signal), whenAborted(signal)]);
    } catch (error) {
      this.#options.log.warn(
        { error, webcastId: request.webcastId },
        'nobody could say whether an encoder may publish',
      );
      return refuse('unavailable', 'The server can not decide about this stream now; try again.');
    }
  }

  #statusAfter(show: EndedShow): ChannelStatus {
    return new Channel(show.settings, this.#options, show).status;
  }

  /** The channel under its newest settings. */
  #settle(settings: ChannelSettings): Channel {
    const known = this.#channels.get(settings.webcastId);
    if (known !== undefined) {
      known.applySettings(settings);
      return known;
    }
    const channel = new Channel(settings, this.#options, this.#endedShows.get(settings.webcastId));
    this.#endedShows.delete(settings.webcastId);
    this.#channels.set(settings.webcastId, channel);
    return channel;
  }
}

function refuse(code: Refusal['code'], message: string): Refusal {
  return { isAllowed: false, code, message };
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** Compares in a time that depends on the length only. */
function isSameToken(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.byteLength === right.byteLength && timingSafeEqual(left, right);
}

/** 36 does not divide 256: bytes from 252 on would make some characters likelier. */
function randomBase36(length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < 252 && text.length < length) text += (byte % 36).toString(36);
    }
  }
  return text;
}
