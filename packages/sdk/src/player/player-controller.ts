import { type BackoffLimits, backoffMs } from '../backoff.ts';
import { type Listener, TypedEvents } from '../typed-events.ts';
import { type AutoplayOutcome, autoplay } from './autoplay.ts';
import { browserEngine } from './choose-engine.ts';
import { behindLiveMs, clampToWindow, type DvrWindow, isLivePosition } from './dvr-window.ts';
import { HlsEngine } from './hls-engine.ts';
import { LatencyControl } from './latency-control.ts';
import { loadHls } from './load-hls.ts';
import { NativeEngine } from './native-engine.ts';
import type { EngineEvents, PlaybackEngine, Rendition } from './playback-engine.ts';
import { type EngineFailure, Recovery } from './recovery.ts';
import { readId3Timestamp, StreamClock } from './stream-clock.ts';

/**
 * - `unsupported`: this browser plays no live video
 * - `unloadable`: the player itself or the stream does not load, and nobody is expected to bring it back
 * - `unreadable`: the stream's server is there, and does not let this page read it (CORS)
 * - `undecodable`: the browser can't decode what loads
 */
export type PlayerFailure = 'unsupported' | 'unloadable' | 'unreadable' | 'undecodable';

export type PlayerState = {
  /** A frame of the source has been shown. */
  readonly hasPicture: boolean;
  /** It should play and has nothing to play; not while it seeks. */
  readonly isStarved: boolean;
  /** Loading has failed and is tried again by itself. */
  readonly isRecovering: boolean;
  readonly isFollowingLive: boolean;
  readonly failure: PlayerFailure | null;
};

export type PlayerEvents = {
  state: PlayerState;
  /** Four times a second while a source is loaded: positions and the clock have moved. */
  tick: undefined;
  renditions: undefined;
  autoplay: AutoplayOutcome;
  /** The viewer goes to another place; how far from live it is, ms. */
  seek: { readonly behindLiveMs: number };
};

/** What the room says about the show, as far as playback depends on it. */
export type Show = {
  /** On air, in preview or interrupted: what does not load will come back. */
  readonly isOn: boolean;
  readonly isInterrupted: boolean;
  /** Viewers may go back. */
  readonly hasDvr: boolean;
};

const TICK_MS = 250;

/** A pause up to this long is caught up with; after a longer one the viewer is watching from the past. */
const SHORT_PAUSE_MS = 3_000;

/** Steps of the target below this are not worth telling the engine. */
const TARGET_STEP_MS = 100;

/** How soon a playlist that should move again is asked for once more. */
const NUDGE: BackoffLimits = { firstMs: 400, longestMs: 3_000 };

const INITIAL: PlayerState = {
  hasPicture: false,
  isStarved: false,
  isRecovering: false,
  isFollowingLive: true,
  failure: null,
};

/**
 * Plays a live stream in a video element, without any controls: keeps the distance to live, brings playback back after
 * failures, and tells where in the stream the viewer is.
 */
export class PlayerController {
  readonly #events = new TypedEvents<PlayerEvents>();
  readonly #control = new LatencyControl();
  readonly #recovery = new Recovery();
  readonly #clock = new StreamClock();
  #video: HTMLVideoElement | null = null;
  #listening = new AbortController();
  #engine: PlaybackEngine | null = null;
  #manifestUrl: string | null = null;
  #show: Show = { isOn: true, isInterrupted: false, hasDvr: true };
  #state = INITIAL;
  #wantsToPlay = true;
  /** The source has been seen moving. */
  #hasPlayed = false;
  /** Grows with each load, so that what was started for an older one is dropped. */
  #loads = 0;
  #nudges = 0;
  #nudgeAtMs = 0;
  #ticker: ReturnType<typeof setInterval> | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;

  get state(): PlayerState {
    return this.#state;
  }

  on<Name extends keyof PlayerEvents>(
    name: Name,
    listener: Listener<PlayerEvents[Name]>,
  ): () => void {
    return this.#events.on(name, listener);
  }

  /** Plays `manifestUrl` in `video`, at the live edge. A second call changes the source. */
  attach(video: HTMLVideoElement, manifestUrl: string): void {
    if (video !== this.#video) this.#listenTo(video);
    if (manifestUrl === this.#manifestUrl && this.#state.failure === null) return;
    this.#manifestUrl = manifestUrl;
    this.#wantsToPlay = this.#wantsToPlay || video.ended;
    this.#recovery.forget();
    this.#start();
  }

  /** Tells what the room says about the show. */
  setShow(show: Show): void {
    const isBack = this.#show.isInterrupted && !show.isInterrupted && show.isOn;
    this.#show = show;
    if (isBack && this.#engine !== null && this.#state.isStarved) {
      this.#nudges = 0;
      this.#nudge(this.#engine);
    }
  }

  /** Starts over after a failure. */
  tryAgain(): void {
    this.#recovery.forget();
    this.#wantsToPlay = true;
    if (this.#manifestUrl !== null) this.#start();
  }

  /** Where the viewer may go; null before the first playlist. */
  get window(): DvrWindow | null {
    return this.#engine?.window ?? null;
  }

  /** Distance of the picture from where live viewers are, ms. */
  get behindLiveMs(): number {
    const { window } = this;
    return window === null || this.#video === null
      ? 0
      : behindLiveMs(this.#video.currentTime, window);
  }

  /** Distance of the picture from the newest media in the playlist, ms; null where the engine can't tell. */
  get latencyMs(): number | null {
    return this.#engine?.latencyMs ?? null;
  }

  /** The stream clock of the picture on screen, wall-clock ms; null where the stream does not say. */
  get clockMs(): number | null {
    const video = this.#video;
    if (video === null) return null;
    return this.#engine?.programDateMs ?? this.#clock.at(video.currentTime);
  }

  get renditions(): readonly Rendition[] {
    return this.#engine?.renditions ?? [];
  }

  get playingRendition(): Rendition | null {
    return this.#engine?.playing ?? null;
  }

  get selectedRendition(): number | 'auto' {
    return this.#engine?.selected ?? 'auto';
  }

  selectRendition(rendition: number | 'auto'): void {
    this.#engine?.select(rendition);
    this.#events.emit('renditions', undefined);
  }

  goToLive(): void {
    const { window } = this;
    if (window !== null && this.#video !== null) this.#video.currentTime = window.liveS;
    this.#control.reset();
    this.#events.emit('seek', { behindLiveMs: 0 });
    this.#update({ isFollowingLive: true });
    if (this.#video?.paused === true) void this.#play();
  }

  /** Goes to a place of the media timeline, as far as the window allows. Without DVR there is only live. */
  seekTo(positionS: number): void {
    const { window } = this;
    if (window === null || this.#video === null || !this.#show.hasDvr) return;
    const placeS = clampToWindow(positionS, window);
    this.#video.currentTime = placeS;
    this.#control.reset();
    this.#setRate(1);
    this.#events.emit('seek', { behindLiveMs: behindLiveMs(placeS, window) });
    this.#update({ isFollowingLive: isLivePosition(placeS, window) });
  }

  seekBy(seconds: number): void {
    if (this.#video !== null) this.seekTo(this.#video.currentTime + seconds);
  }

  close(): void {
    this.#stop();
    this.#listening.abort();
    this.#video = null;
    this.#manifestUrl = null;
    this.#events.clear();
  }

  #start(): void {
    this.#stop();
    const video = this.#video;
    const url = this.#manifestUrl;
    if (video === null || url === null) return;
    this.#update({ ...INITIAL, isRecovering: this.#state.isRecovering });
    const load = this.#loads;
    this.#openEngine(video).then(
      (engine) => {
        if (load !== this.#loads) {
          engine?.close();
          return;
        }
        if (engine === null) {
          this.#update({ failure: 'unsupported' });
          return;
        }
        this.#engine = engine;
        engine.load(url);
        this.#ticker = setInterval(() => this.#tick(video), TICK_MS);
      },
      (error: unknown) => {
        // The player's own code did not load: the network, or a server that has a newer build.
        if (load === this.#loads) this.#handleFailure({ kind: 'network', detail: String(error) });
      },
    );
  }

  async #openEngine(video: HTMLVideoElement): Promise<PlaybackEngine | null> {
    const name = browserEngine();
    if (name === null) return null;
    const load = this.#loads;
    const whenCurrent =
      <Args extends unknown[]>(handle: (...args: Args) => void) =>
      (...args: Args) => {
        if (load === this.#loads) handle(...args);
      };
    const events: EngineEvents = {
      onFailure: whenCurrent((failure) => this.#handleFailure(failure)),
      onPlaylist: whenCurrent(() => this.#update({ isRecovering: false })),
      onStall: whenCurrent(() => this.#handleStall()),
      onRenditions: whenCurrent(() => this.#events.emit('renditions', undefined)),
      onId3: whenCurrent((mediaTimeS, tag) => {
        const clockMs = readId3Timestamp(tag);
        if (clockMs !== null) this.#clock.addAnchor(mediaTimeS, clockMs);
      }),
    };
    if (name === 'native') return new NativeEngine(video, events);
    const Hls = await loadHls();
    if (load !== this.#loads) return null;
    return Hls.isSupported() ? new HlsEngine(Hls, video, events) : null;
  }

  #stop(): void {
    this.#loads += 1;
    clearInterval(this.#ticker);
    clearTimeout(this.#retryTimer);
    this.#engine?.close();
    this.#engine = null;
    this.#hasPlayed = false;
    this.#control.restart();
    this.#clock.reset();
  }

  #handleFailure(failure: EngineFailure): void {
    const step = this.#recovery.decide(failure, {
      nowMs: performance.now(),
      isShowOn: this.#show.isOn,
      random: Math.random(),
    });
    switch (step.kind) {
      case 'reload': {
        const engine = this.#engine;
        this.#update({ isRecovering: true });
        this.#retryLater(step.delayMs, () => (engine === null ? this.#start() : engine.reload()));
        return;
      }
      case 'recover-media':
        this.#engine?.recoverMedia();
        return;
      case 'rebuild':
        this.#update({ isRecovering: true });
        this.#retryLater(step.delayMs, () => this.#start());
        return;
      case 'give-up':
        this.#stop();
        this.#update({ isRecovering: false, failure: failureOf(failure) });
        return;
    }
  }

  #retryLater(delayMs: number, retry: () => void): void {
    clearTimeout(this.#retryTimer);
    this.#retryTimer = setTimeout(retry, delayMs);
  }

  /**
   * Asks for the playlist at once. hls.js asks for one that has stopped only every few seconds; the room knows sooner
   * that it moves again.
   */
  #nudge(engine: PlaybackEngine): void {
    clearTimeout(this.#retryTimer);
    this.#nudgeAtMs = performance.now() + backoffMs(this.#nudges, NUDGE, Math.random());
    this.#nudges += 1;
    engine.reload();
  }

  #nudgeWhereNeeded(engine: PlaybackEngine): void {
    const { isStarved, isRecovering } = this.#state;
    const isExpected = this.#show.isOn && !this.#show.isInterrupted;
    if (!isStarved || isRecovering || !isExpected || !engine.isPlaylistStill) return;
    if (performance.now() >= this.#nudgeAtMs) this.#nudge(engine);
  }

  /** The device has its network back: what waits to be tried again need not wait. */
  #handleOnline(): void {
    if (this.#engine !== null && (this.#state.isRecovering || this.#state.isStarved)) {
      this.#nudge(this.#engine);
    }
  }

  #handleStall(): void {
    // An encoder that is away is no reason for more distance.
    if (!this.#show.isInterrupted && this.#state.isFollowingLive) {
      this.#control.noteStall(performance.now());
    }
  }

  #tick(video: HTMLVideoElement): void {
    const isWaiting = video.readyState < video.HAVE_FUTURE_DATA && !video.seeking;
    if (this.#state.hasPicture) this.#update({ isStarved: isWaiting && !video.paused });
    this.#events.emit('tick', undefined);
    const engine = this.#engine;
    if (engine !== null) this.#nudgeWhereNeeded(engine);
    const latencyMs = engine?.latencyMs ?? null;
    const baseTargetMs = engine?.baseTargetMs ?? null;
    if (engine === null || latencyMs === null || baseTargetMs === null) return;
    const nowMs = performance.now();
    const targetMs = this.#control.targetMs(baseTargetMs, nowMs);
    engine.setTarget(Math.round(targetMs / TARGET_STEP_MS) * TARGET_STEP_MS);
    const isSteered = this.#state.isFollowingLive && !video.paused && !video.seeking;
    if (!isSteered || !this.#state.hasPicture || !engine.isPlaylistFresh) {
      if (this.#state.hasPicture) this.#setRate(1);
      return;
    }
    const forwardBufferMs = forwardBufferMsOf(video);
    const { unitMs } = engine;
    const reading = { nowMs, latencyMs, forwardBufferMs, baseTargetMs, unitMs: unitMs ?? 0 };
    const action = this.#control.decide(reading);
    if (action.kind === 'rate') this.#setRate(action.rate);
    else this.#jumpToLive(video, engine);
  }

  #jumpToLive(video: HTMLVideoElement, engine: PlaybackEngine): void {
    this.#setRate(1);
    if (engine.window !== null) video.currentTime = engine.window.liveS;
  }

  #setRate(rate: number): void {
    if (this.#video !== null && this.#video.playbackRate !== rate) this.#video.playbackRate = rate;
  }

  #listenTo(video: HTMLVideoElement): void {
    this.#listening.abort();
    this.#listening = new AbortController();
    this.#video = video;
    const { signal } = this.#listening;
    const on = (name: keyof HTMLMediaElementEventMap, handle: () => void) =>
      video.addEventListener(name, handle, { signal });
    addEventListener('online', () => this.#handleOnline(), { signal });
    on('loadedmetadata', () => {
      if (this.#wantsToPlay) void this.#play();
    });
    on('loadeddata', () => this.#update({ hasPicture: true }));
    on('play', () => this.#handlePlay());
    on('pause', () => {
      if (!video.ended) this.#wantsToPlay = false;
      this.#update({ isStarved: false });
    });
    on('playing', () => {
      this.#recovery.forget();
      this.#nudges = 0;
      this.#hasPlayed = true;
      this.#control.noteResume(performance.now());
      this.#update({ isStarved: false, isRecovering: false, hasPicture: true });
    });
    on('ended', () => this.#update({ isStarved: false }));
  }

  /** Going on after a pause: a short one is caught up with, a long one is DVR where there is DVR. */
  #handlePlay(): void {
    this.#wantsToPlay = true;
    if (!this.#state.hasPicture || this.behindLiveMs < SHORT_PAUSE_MS) return;
    // Whoever had to click for the picture wants live, not the moment that the browser stopped at.
    if (!this.#show.hasDvr || !this.#hasPlayed) this.goToLive();
    else if (this.#state.isFollowingLive) this.#update({ isFollowingLive: false });
  }

  async #play(): Promise<void> {
    if (this.#video !== null) this.#events.emit('autoplay', await autoplay(this.#video));
  }

  #update(change: Partial<PlayerState>): void {
    const next = { ...this.#state, ...change };
    const names = Object.keys(change) as (keyof PlayerState)[];
    if (names.every((name) => next[name] === this.#state[name])) return;
    this.#state = next;
    this.#events.emit('state', next);
  }
}

function failureOf({ kind }: EngineFailure): PlayerFailure {
  if (kind === 'unreadable') return kind;
  return kind === 'network' || kind === 'early' ? 'unloadable' : 'undecodable';
}

/** What is buffered from the playhead on without a gap, ms. */
function forwardBufferMsOf({ buffered, currentTime }: HTMLVideoElement): number {
  for (let index = 0; index < buffered.length; index++) {
    if (buffered.start(index) <= currentTime + 0.1 && currentTime < buffered.end(index)) {
      return (buffered.end(index) - currentTime) * 1_000;
    }
  }
  return 0;
}
