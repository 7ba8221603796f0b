import type { ChannelHealth, RoomCommand, RoomFrame } from '@rostrum/contracts';
import { type BackoffLimits, backoffMs } from '../backoff.ts';
import { type Listener, TypedEvents } from '../typed-events.ts';
import { decodeRoomFrame } from './decode-room-frame.ts';
import { withHealth } from './health-history.ts';
import type { RoomPicture, RoomState } from './room-state.ts';

export type RoomEvents = {
  /** Every change of the state, also those that have an event of their own. */
  state: RoomState;
  /** The stage or the webcast's card has changed. */
  stage: RoomPicture;
  /** How many are watching. */
  watching: number;
  /** To producers: the health of the webcast's encoders over the last five minutes, oldest first. */
  health: readonly ChannelHealth[];
};

export type RoomClientOptions = {
  /** Where the server is: `https://live.example.com`. */
  readonly serviceUrl: string;
  readonly webcastId: string;
  /** The viewer's session (KS); absent for an anonymous viewer. */
  readonly session?: string;
  readonly nowMs?: () => number;
  readonly random?: () => number;
};

/** The server answers a join from memory; a connection that takes longer than this is not going to. */
const JOIN_TIMEOUT_MS = 10_000;

const RECONNECT: BackoffLimits = { firstMs: 1_000, longestMs: 15_000 };

/** A full room is not asked more often than this. */
const WHEN_BUSY: BackoffLimits = { firstMs: 8_000, longestMs: 60_000 };

/**
 * One viewer's place in the live room of a webcast: joins, keeps what the room says, and comes back by itself when the
 * connection breaks. Every return joins again and is told everything, so nothing that was missed stays missed.
 * Works in browsers and in Node.
 */
export class RoomClient {
  readonly #options: RoomClientOptions;
  readonly #url: string;
  readonly #nowMs: () => number;
  readonly #random: () => number;
  readonly #events = new TypedEvents<RoomEvents>();
  #state: RoomState = { status: 'connecting', attempt: 0 };
  #socket: WebSocket | null = null;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #joinTimer: ReturnType<typeof setTimeout> | undefined;
  #joinedAtMs = 0;
  #seq = 0;
  #failedAttempts = 0;
  #serverAheadMs = 0;
  #health: readonly ChannelHealth[] = [];

  constructor(options: RoomClientOptions) {
    this.#options = options;
    this.#url = roomUrl(options.serviceUrl);
    this.#nowMs = options.nowMs ?? Date.now;
    this.#random = options.random ?? Math.random;
    this.#connect();
  }

  get state(): RoomState {
    return this.#state;
  }

  /** What is known of the encoders' health, oldest first; empty for all but producers. */
  get health(): readonly ChannelHealth[] {
    return this.#health;
  }

  /** The server's wall clock, ms, as far as its last snapshot told. */
  get serverNowMs(): number {
    return this.#nowMs() + this.#serverAheadMs;
  }

  on<Name extends keyof RoomEvents>(name: Name, listener: Listener<RoomEvents[Name]>): () => void {
    return this.#events.on(name, listener);
  }

  /** Stops waiting for the next attempt and makes it now: the device is back online, the viewer has asked. */
  retryNow(): void {
    if (this.#socket !== null || this.#state.status === 'closed') return;
    this.#failedAttempts = 0;
    this.#connect();
  }

  /**
   * Joins anew although nothing seems to be wrong: after a sleep, a connection that looks open may be dead, and nobody
   * would say so for minutes. What is known stays meanwhile.
   */
  renew(): void {
    if (this.#state.status === 'open') this.#dropSocket();
    this.retryNow();
  }

  close(): void {
    this.#dropSocket();
    clearTimeout(this.#retryTimer);
    this.#setState({ status: 'closed' });
    this.#events.clear();
  }

  #connect(): void {
    clearTimeout(this.#retryTimer);
    if (this.#state.status === 'refused') this.#setState({ status: 'connecting', attempt: 0 });
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    this.#joinTimer = setTimeout(() => this.#handleLoss(socket), JOIN_TIMEOUT_MS);
    socket.addEventListener('open', () => this.#join(socket));
    socket.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (socket !== this.#socket || typeof event.data !== 'string') return;
      const frame = decodeRoomFrame(event.data);
      if (frame !== null) this.#handleFrame(frame, socket);
    });
    socket.addEventListener('close', () => this.#handleLoss(socket));
    socket.addEventListener('error', () => this.#handleLoss(socket));
  }

  #join(socket: WebSocket): void {
    if (socket !== this.#socket) return;
    const { webcastId, session } = this.#options;
    const command: RoomCommand = {
      type: 'join',
      webcastId,
      ...(session === undefined ? {} : { session }),
    };
    this.#joinedAtMs = this.#nowMs();
    socket.send(JSON.stringify(command));
  }

  #handleFrame(frame: RoomFrame, socket: WebSocket): void {
    switch (frame.type) {
      case 'snapshot': {
        clearTimeout(this.#joinTimer);
        this.#failedAttempts = 0;
        this.#seq = frame.seq;
        const nowMs = this.#nowMs();
        const tripMs = (nowMs - this.#joinedAtMs) / 2;
        if (frame.serverTimeMs > 0) this.#serverAheadMs = frame.serverTimeMs + tripMs - nowMs;
        const { role, webcast, stage, watching } = frame;
        this.#show({ role, webcast, stage, watching });
        return;
      }
      case 'stage': {
        const known = this.#accept(frame.seq);
        if (known === null) return;
        this.#show({ ...known, webcast: frame.webcast, stage: frame.stage });
        return;
      }
      case 'presence': {
        const known = this.#accept(frame.seq);
        if (known === null || known.watching === frame.watching) return;
        const picture = { ...known, watching: frame.watching };
        this.#setState({ status: 'open', picture });
        this.#events.emit('watching', picture.watching);
        return;
      }
      case 'health':
        this.#health = withHealth(this.#health, frame.samples);
        this.#events.emit('health', this.#health);
        return;
      case 'refused':
        this.#handleRefusal(frame, socket);
        return;
    }
  }

  /** The picture that an event changes; null for an event that came before the snapshot or is already in it. */
  #accept(seq: number): RoomPicture | null {
    if (this.#state.status !== 'open' || seq < this.#seq) return null;
    this.#seq = seq;
    return this.#state.picture;
  }

  #show(picture: RoomPicture): void {
    this.#setState({ status: 'open', picture });
    this.#events.emit('stage', picture);
    this.#events.emit('watching', picture.watching);
  }

  #handleRefusal(frame: Extract<RoomFrame, { type: 'refused' }>, socket: WebSocket): void {
    if (frame.code === 'busy') {
      // A full room or a server that is starting: whoever was in keeps what is on the screen and asks again.
      if (!('picture' in this.#state)) {
        this.#setState({ status: 'waiting', attempt: this.#failedAttempts });
      }
      this.#handleLoss(socket);
      return;
    }
    this.#dropSocket();
    this.#setState({ status: 'refused', code: frame.code, message: frame.message });
  }

  #handleLoss(socket: WebSocket): void {
    if (socket !== this.#socket) return;
    this.#dropSocket();
    const state = this.#state;
    const attempt = this.#failedAttempts;
    this.#failedAttempts += 1;
    if ('picture' in state) {
      this.#setState({ status: 'lost', attempt, picture: state.picture });
    } else if (state.status === 'waiting') {
      this.#setState({ status: 'waiting', attempt: attempt + 1 });
    } else {
      this.#setState({ status: 'connecting', attempt: attempt + 1 });
    }
    const limits = state.status === 'waiting' ? WHEN_BUSY : RECONNECT;
    this.#retryTimer = setTimeout(
      () => this.#connect(),
      backoffMs(attempt, limits, this.#random()),
    );
  }

  #dropSocket(): void {
    clearTimeout(this.#joinTimer);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #setState(state: RoomState): void {
    this.#state = state;
    this.#events.emit('state', state);
  }
}

function roomUrl(serviceUrl: string): string {
  const url = new URL(serviceUrl);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new TypeError(`serviceUrl must be an http or https address (got "${serviceUrl}")`);
  }
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/room`;
  url.search = '';
  url.hash = '';
  return url.href;
}
