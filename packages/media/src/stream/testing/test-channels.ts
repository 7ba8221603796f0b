import type { ChannelSettings, ChannelStatus, PublishRequest } from '@rostrum/contracts';
import type { Publication } from '../../ingest/publication.ts';
import type { MediaLog } from '../../media-log.ts';
import { type Channels, type ChannelsOptions, openChannels } from '../channels.ts';
import type { Frame } from '../frame.ts';
import type { Timers } from '../timers.ts';
import { MemoryArchive } from './memory-archive.ts';

export const SETTINGS: ChannelSettings = {
  webcastId: '0_ab12cd34',
  revision: 1,
  streamToken: 'stream-token',
  isExplicitLive: false,
  isOnAirAllowed: true,
  isRecorded: false,
  dvrWindowMs: 0,
  playbackEpoch: 0,
  relays: [],
};

export const REQUEST: PublishRequest = {
  webcastId: SETTINGS.webcastId,
  streamToken: SETTINGS.streamToken,
  slot: 'primary',
  protocol: 'rtmp',
  remoteAddress: '192.0.2.1',
  software: 'test',
};

export const silentLog: MediaLog = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** A clock that is moved by hand, and the waits that hang on it. */
export class TestClock implements Timers {
  wallMs = 1_800_000_000_000;
  #monotonicMs = 5_000;
  #waits: { atMs: number; run: () => void }[] = [];

  nowMs = (): number => this.wallMs;
  monotonicMs = (): number => this.#monotonicMs;

  after(delayMs: number, run: () => void): () => void {
    const wait = { atMs: this.#monotonicMs + delayMs, run };
    this.#waits.push(wait);
    return () => {
      this.#waits = this.#waits.filter((other) => other !== wait);
    };
  }

  advance(ms: number): void {
    this.wallMs += ms;
    this.#monotonicMs += ms;
    const due = this.#waits.filter((wait) => wait.atMs <= this.#monotonicMs);
    this.#waits = this.#waits.filter((wait) => wait.atMs > this.#monotonicMs);
    for (const wait of due.sort((a, b) => a.atMs - b.atMs)) wait.run();
  }
}

export type TestChannels = {
  readonly channels: Channels;
  readonly clock: TestClock;
  readonly archive: MemoryArchive;
  readonly statuses: ChannelStatus[];
};

export function openTestChannels(options: Partial<ChannelsOptions> = {}): TestChannels {
  const clock = new TestClock();
  const archive = options.archive instanceof MemoryArchive ? options.archive : new MemoryArchive();
  const statuses: ChannelStatus[] = [];
  let ids = 0;
  const channels = openChannels({
    ask: async () => ({ isAllowed: true, settings: SETTINGS }),
    clock,
    timers: clock,
    onStatus: (status) => statuses.push(status),
    log: silentLog,
    reconnectWindowMs: 60_000,
    randomId: (length) => (ids++).toString(36).padStart(length, 'x'),
    ...options,
    archive,
  });
  return { channels, clock, archive, statuses };
}

export async function connect(
  channels: Channels,
  request: Partial<PublishRequest> = {},
): Promise<Publication> {
  const opened = await channels.open({ ...REQUEST, ...request });
  if ('isAllowed' in opened) throw new Error(`refused: ${opened.code} ${opened.message}`);
  return opened;
}

/** Sends frames as an encoder would: the clock moves with the media. */
export function send(publication: Publication, frames: readonly Frame[], clock: TestClock): void {
  let lastTicks: number | null = null;
  for (const frame of frames) {
    const ticks = ticksOf(frame);
    if (ticks !== null) {
      if (lastTicks !== null && ticks > lastTicks) clock.advance((ticks - lastTicks) / 90);
      lastTicks = Math.max(ticks, lastTicks ?? ticks);
    }
    publication.write(frame);
  }
}

export function ticksOf(frame: Frame): number | null {
  if (frame.kind === 'video') return frame.dtsTicks;
  return frame.kind === 'audio' ? frame.ptsTicks : null;
}

/** The same frames at another time of the encoder's clock. */
export function shift(frames: readonly Frame[], byMs: number): readonly Frame[] {
  return frames.map((frame) => {
    if (frame.kind === 'video') {
      return {
        ...frame,
        dtsTicks: frame.dtsTicks + byMs * 90,
        ptsTicks: frame.ptsTicks + byMs * 90,
      };
    }
    return frame.kind === 'audio' ? { ...frame, ptsTicks: frame.ptsTicks + byMs * 90 } : frame;
  });
}
