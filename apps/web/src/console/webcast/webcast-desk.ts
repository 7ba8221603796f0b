import {
  type ChannelHealth,
  type Client,
  type LiveStreamChanges,
  type LiveStreamEntry,
  listRecordingsOf,
  type RecordingOfWebcast,
  RoomClient,
  type RoomState,
} from '@rostrum/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isServerAway } from '../parts/failure-words.ts';
import { LivePresses, type Press, type Wish } from './live/live-presses.ts';
import { lifeOf, STALE_HEALTH_MS, type WebcastLife } from './webcast-life.ts';

export type Loaded<Value> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: Value }
  | { readonly status: 'failed'; readonly error: unknown };

export type DeskOptions = {
  readonly client: Client;
  readonly serviceUrl: string;
  readonly session: string;
  readonly webcastId: string;
};

/** A change that failed while nothing answered is looked up again after this long. */
const RETRY_MS = 4_000;

/** A recording is written down moments after its show has ended. */
const RECORDINGS_FOLLOW_MS = 1_500;

/** Value of recordStatus, and values of recordingStatus. */
const RECORD_DISABLED = 0;
const RECORDING = { stopped: 0, active: 2, disabled: 3 } as const;

/**
 * Everything that the page of one webcast knows, and what it can do: the entry, its room, its encoders' health, its
 * recordings. What is shown comes from the server; a press changes nothing here until the server says so.
 */
export class WebcastDesk implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #options: DeskOptions | null = null;
  #room: RoomClient | null = null;
  #lifetime = new AbortController();
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #recordingsTimer: ReturnType<typeof setTimeout> | undefined;
  #roomState: RoomState = { status: 'connecting', attempt: 0 };
  #entry: Loaded<LiveStreamEntry> = { status: 'loading' };
  #recordings: Loaded<readonly RecordingOfWebcast[]> = { status: 'loading' };
  #staleTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #presses = new LivePresses(
    () => ({ entry: this.#known, life: this.life }),
    () => this.#changed(),
  );
  #entryLooks = 0;
  #stageAtMs = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get entry(): Loaded<LiveStreamEntry> {
    return this.#entry;
  }

  get room(): RoomState {
    return this.#roomState;
  }

  get recordings(): Loaded<readonly RecordingOfWebcast[]> {
    return this.#recordings;
  }

  get press(): Press {
    return this.#presses.press;
  }

  /** Of the encoder that is there, oldest first. Once it is gone nobody measures, and what was measured is not of now. */
  get health(): readonly ChannelHealth[] {
    const measured = this.#room?.health ?? [];
    const newest = measured.at(-1);
    if (newest === undefined || this.#roomState.status !== 'open') return measured;
    const { kind } = this.#roomState.picture.stage;
    const isOver = (kind === 'ended' || kind === 'scheduled') && newest.atMs < this.#stageAtMs;
    return isOver || this.nowMs - newest.atMs > STALE_HEALTH_MS ? [] : measured;
  }

  /** The server's wall clock, ms. */
  get nowMs(): number {
    return this.#room?.serverNowMs ?? Date.now();
  }

  get watching(): number | null {
    return this.#picture?.watching ?? null;
  }

  /** Null until the room has answered. */
  get life(): WebcastLife | null {
    const picture = this.#picture;
    if (picture === null) return null;
    return lifeOf({
      stage: picture.stage,
      stageAtMs: this.#stageAtMs,
      newest: this.#room?.health.at(-1),
      nowMs: this.nowMs,
    });
  }

  /** Follows a webcast; what was followed before is let go. */
  open(options: DeskOptions): void {
    this.close();
    this.#options = options;
    this.#entry = { status: 'loading' };
    this.#recordings = { status: 'loading' };
    this.#roomState = { status: 'connecting', attempt: 0 };
    this.#lifetime = new AbortController();
    const { serviceUrl, session, webcastId } = options;
    const room = new RoomClient({ serviceUrl, session, webcastId });
    this.#room = room;
    room.on('state', (state) => this.#handleRoom(state));
    room.on('health', () => this.#handleHealth());
    room.on('stage', () => {
      this.#stageAtMs = this.nowMs;
      void this.#lookUpEntry();
      this.#lookUpRecordingsSoon();
    });
    const { signal } = this.#lifetime;
    addEventListener('online', () => this.retry(), { signal });
    document.addEventListener('visibilitychange', () => this.#see(), { signal });
    void this.#lookUpEntry();
    void this.#lookUpRecordings();
  }

  close(): void {
    this.#lifetime.abort();
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#recordingsTimer);
    clearTimeout(this.#staleTimer);
    this.#presses.reset();
    this.#room?.close();
    this.#room = null;
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Asks for everything that is missing now instead of later. */
  retry(): void {
    this.#room?.retryNow();
    void this.#lookUpEntry();
    void this.#lookUpRecordings();
  }

  goLive(): Promise<void> {
    const isRecorded = this.#known?.recordStatus !== RECORD_DISABLED;
    const recordingStatus = isRecorded ? RECORDING.active : RECORDING.disabled;
    return this.#wish('go-live', { viewMode: 1, recordingStatus });
  }

  end(): Promise<void> {
    return this.#wish('end', { viewMode: 0, recordingStatus: RECORDING.stopped });
  }

  /** From now on the picture waits for somebody to go live. */
  holdBack(): Promise<void> {
    return this.#wish('hold-back', { explicitLive: true });
  }

  /** Somebody has gone live before the encoder came: takes that back. */
  disarm(): Promise<void> {
    return this.#wish('disarm', { viewMode: 0, recordingStatus: RECORDING.stopped });
  }

  async newStreamKey(): Promise<void> {
    await this.#carryOut('new-key', ({ client, webcastId }) =>
      client.liveStream.regenerateStreamToken(webcastId),
    );
  }

  /** The sentence about the last press has been read. */
  forgetPress(): void {
    this.#presses.forget();
  }

  async #wish(wish: Wish, changes: LiveStreamChanges): Promise<void> {
    await this.#carryOut(wish, ({ client, webcastId }) =>
      client.liveStream.update(webcastId, changes),
    );
  }

  async #carryOut(
    wish: Wish,
    call: (options: DeskOptions) => Promise<LiveStreamEntry>,
  ): Promise<void> {
    const options = this.#options;
    if (options === null || !this.#presses.begin(wish)) return;
    const { signal } = this.#lifetime;
    try {
      const entry = await call(options);
      if (signal.aborted) return;
      // A look that was under way began before this answer.
      this.#entryLooks += 1;
      this.#entry = { status: 'ready', value: entry };
      this.#presses.accept(wish);
      this.#changed();
    } catch (error) {
      if (signal.aborted) return;
      this.#presses.fail(wish, error);
      void this.#lookUpEntry();
    }
  }

  #handleRoom(state: RoomState): void {
    if (state.status === 'closed') return;
    this.#roomState = state;
    this.#presses.check();
    this.#changed();
  }

  /** What was measured last stands for now only for a while. */
  #handleHealth(): void {
    clearTimeout(this.#staleTimer);
    this.#staleTimer = setTimeout(() => this.#changed(), STALE_HEALTH_MS + 100);
    this.#changed();
  }

  async #lookUpEntry(): Promise<void> {
    const options = this.#options;
    if (options === null) return;
    const { signal } = this.#lifetime;
    this.#entryLooks += 1;
    const look = this.#entryLooks;
    clearTimeout(this.#retryTimer);
    try {
      const value = await options.client.liveStream.get(options.webcastId, { signal });
      if (signal.aborted || look !== this.#entryLooks) return;
      this.#entry = { status: 'ready', value };
    } catch (error) {
      if (signal.aborted || look !== this.#entryLooks) return;
      // What is known stands until something else is.
      if (this.#entry.status !== 'ready') this.#entry = { status: 'failed', error };
      if (isServerAway(error)) {
        this.#retryTimer = setTimeout(() => void this.#lookUpEntry(), RETRY_MS);
      }
    }
    this.#changed();
  }

  async #lookUpRecordings(): Promise<void> {
    const options = this.#options;
    if (options === null) return;
    const { signal } = this.#lifetime;
    try {
      const value = await listRecordingsOf(options.client, options.webcastId, { signal });
      if (signal.aborted) return;
      this.#recordings = { status: 'ready', value };
    } catch (error) {
      if (signal.aborted) return;
      if (this.#recordings.status !== 'ready') this.#recordings = { status: 'failed', error };
    }
    this.#changed();
  }

  #lookUpRecordingsSoon(): void {
    clearTimeout(this.#recordingsTimer);
    this.#recordingsTimer = setTimeout(() => void this.#lookUpRecordings(), RECORDINGS_FOLLOW_MS);
  }

  #see(): void {
    if (document.hidden || this.#roomState.status === 'open') return;
    this.#room?.retryNow();
  }

  get #known(): LiveStreamEntry | null {
    return this.#entry.status === 'ready' ? this.#entry.value : null;
  }

  get #picture() {
    return 'picture' in this.#roomState ? this.#roomState.picture : null;
  }

  #changed(): void {
    this.#host.requestUpdate();
  }
}
