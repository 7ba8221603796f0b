import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { en, type Messages } from '../messages/en.ts';
import type { PlayerBeacons, Watch, WatchedPlace } from '../player/player-beacons.ts';
import { PlayerController, type PlayerState } from '../player/player-controller.ts';
import { carryOut } from './carry-out.ts';
import { icons } from './icons.ts';
import {
  INITIAL_MEDIA_STATE,
  type MediaRequest,
  type MediaState,
  type MediaStateSource,
  watchMedia,
} from './media-state.ts';
import { commandOf, type FocusedControl, type PlayerCommand } from './player-keys.ts';
import { playerStyles } from './player-styles.ts';
import type { PlayerReadout } from './rostrum-player-controls.ts';
import { base, tokens } from './tokens.ts';

/** What is being played, in the words of the watch page. */
export type PlayerMode = 'on-air' | 'preview' | 'interrupted' | 'playing-on';

/** The controls leave this long after the last sign of life, ms. */
const IDLE_AFTER_MS = 3_000;

/** As KAVA has it: who is further behind watches from the past, ms. */
const DVR_FROM_MS = 120_000;

/** After the end of the show, a picture that has stood still for this long has nothing more to come, ms. */
const NOTHING_MORE_AFTER_MS = 6_000;

/**
 * The picture with its controls. Fills its box.
 *
 * @slot top chips over the picture, also in full screen
 * @fires rostrum-played-out everything there was has been played, or nothing of it can be
 * @fires rostrum-picture the first frame is on the screen
 */
export class RostrumPlayer extends LitElement {
  static override properties = {
    manifestUrl: { attribute: 'manifest-url' },
    mode: {},
    label: {},
    dvrWindowMs: { attribute: 'dvr-window-ms', type: Number },
    startsMuted: { attribute: 'starts-muted', type: Boolean },
    onAirSinceMs: { attribute: false },
    messages: { attribute: false },
    beacons: { attribute: false },
    media: { state: true },
    player: { state: true },
    readout: { state: true },
    isIdle: { state: true },
    soundIs: { state: true },
  };

  declare manifestUrl: string;
  declare mode: PlayerMode;
  /** What the picture is called: the webcast's title. */
  declare label: string;
  declare dvrWindowMs: number;
  /** Begins without sound, and without asking for it: for screens in the room where the microphones are. */
  declare startsMuted: boolean;
  /** Wall clock, ms; null in preview. */
  declare onAirSinceMs: number | null;
  declare messages: Messages;
  /** Tells the server what is watched; null: nobody is told. */
  declare beacons: PlayerBeacons | null;
  private declare media: MediaState;
  private declare player: PlayerState;
  private declare readout: PlayerReadout;
  private declare isIdle: boolean;
  /** What the browser made of playing by itself: off until the viewer asks for sound, blocked until for the picture. */
  private declare soundIs: 'on' | 'off' | 'blocked';

  static override styles = [tokens, base, playerStyles];

  readonly #video = createRef<HTMLVideoElement>();
  readonly #controller = new PlayerController();
  #mediaSource: MediaStateSource | null = null;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;
  #endTimer: ReturnType<typeof setTimeout> | undefined;
  #isOpen = false;
  #watch: Watch | null = null;

  constructor() {
    super();
    this.manifestUrl = '';
    this.mode = 'on-air';
    this.label = '';
    this.dvrWindowMs = 0;
    this.startsMuted = false;
    this.onAirSinceMs = null;
    this.messages = en;
    this.beacons = null;
    this.media = INITIAL_MEDIA_STATE;
    this.player = this.#controller.state;
    this.readout = this.#read();
    this.isIdle = false;
    this.soundIs = 'on';
  }

  /** The controller underneath, for embedders: clock, latency, seeking. */
  get controller(): PlayerController {
    return this.#controller;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#idleTimer);
    clearTimeout(this.#endTimer);
    this.#unwatch();
    this.#mediaSource?.close();
    this.#mediaSource = null;
    this.#controller.close();
    this.#isOpen = false;
  }

  protected override firstUpdated(): void {
    // Opening changes what is shown: that belongs into the next update.
    void this.updateComplete.then(() => {
      if (this.isConnected) this.#open();
    });
  }

  #open(): void {
    const video = this.#video.value;
    if (video === undefined || this.#isOpen) return;
    this.#isOpen = true;
    if (this.startsMuted) video.muted = true;
    this.#mediaSource = watchMedia(video, this, (media) => {
      this.media = media;
      if (!media.isMuted && this.soundIs === 'off') this.soundIs = 'on';
      if (!media.isPaused && this.soundIs === 'blocked') this.soundIs = 'on';
      if (media.isPaused) this.#wake();
    });
    this.#controller.on('state', (state) => this.#handleState(state));
    this.#controller.on('tick', () => {
      this.readout = this.#read();
    });
    this.#controller.on('renditions', () => this.requestUpdate());
    this.#controller.on('autoplay', (outcome) => {
      this.soundIs = outcome === 'sound' ? 'on' : outcome === 'muted' ? 'off' : 'blocked';
    });
    this.#controller.on('seek', ({ behindLiveMs }) => this.#watch?.seek(-behindLiveMs / 1000));
    this.#tellOf(video);
    this.#follow();
    this.#wake();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('manifestUrl') || changed.has('mode') || changed.has('dvrWindowMs')) {
      this.#follow();
    }
  }

  protected override updated(changed: PropertyValues): void {
    const video = this.#video.value;
    if (changed.has('beacons') && this.#isOpen && video !== undefined) this.#tellOf(video);
    if (changed.has('mode') || changed.has('player')) this.#watchForTheEnd();
    this.toggleAttribute('data-idle', this.#areControlsAway());
  }

  #follow(): void {
    const video = this.#video.value;
    this.#controller.setShow({
      isOn: this.mode !== 'playing-on',
      isInterrupted: this.mode === 'interrupted',
      hasDvr: this.#hasDvr(),
    });
    if (video !== undefined && this.#isOpen && this.manifestUrl !== '') {
      this.#controller.attach(video, this.manifestUrl);
    }
  }

  #tellOf(video: HTMLVideoElement): void {
    this.#unwatch();
    this.#watch = this.beacons?.watch(video, () => this.#place()) ?? null;
  }

  #unwatch(): void {
    this.#watch?.close();
    this.#watch = null;
  }

  #place(): WatchedPlace {
    const { behindLiveMs, playingRendition, clockMs } = this.#controller;
    return {
      playbackType: this.#hasDvr() && behindLiveMs >= DVR_FROM_MS ? 'dvr' : 'live',
      positionS: -behindLiveMs / 1000,
      bitsPerSecond: playingRendition?.bitsPerSecond ?? null,
      clockMs,
    };
  }

  #watchForTheEnd(): void {
    clearTimeout(this.#endTimer);
    const { failure, hasPicture, isStarved } = this.player;
    if (this.mode !== 'playing-on') return;
    // It may have played out before it was known that the show is over: in a page that slept.
    const isOver = failure !== null || this.#video.value?.ended === true;
    if (isOver || !hasPicture || isStarved) {
      const delayMs = isOver ? 0 : NOTHING_MORE_AFTER_MS;
      this.#endTimer = setTimeout(() => this.#fire('rostrum-played-out'), delayMs);
    }
  }

  #hasDvr(): boolean {
    return this.dvrWindowMs > 0;
  }

  #handleState(state: PlayerState): void {
    const had = this.player;
    this.player = state;
    if (state.failure !== null && had.failure === null) this.#watch?.fail(state.failure);
    if (state.hasPicture && !had.hasPicture) this.#fire('rostrum-picture');
  }

  #read(): PlayerReadout {
    const controller = this.#controller;
    const clockMs = controller.clockMs;
    const { behindLiveMs } = controller;
    return {
      window: controller.window,
      positionS: this.#video.value?.currentTime ?? 0,
      behindLiveMs,
      isLive: controller.state.isFollowingLive && (!this.media?.isPaused || behindLiveMs < 2_000),
      elapsedMs: elapsedMs(clockMs, this.onAirSinceMs),
    };
  }

  protected override render() {
    const { media, messages, player } = this;
    return html`
      <div
        class="surface"
        role="region"
        aria-label=${messages.player}
        tabindex="-1"
        @keydown=${this.#handleKey}
        @pointermove=${this.#handlePointer}
        @pointerdown=${this.#handlePointer}
        @pointerleave=${() => this.#sleepNow()}
        @focusin=${() => this.#wake()}
      >
        <video
          ${ref(this.#video)}
          playsinline
          preload="auto"
          tabindex="-1"
          aria-label=${this.label}
          @click=${this.#handlePictureClick}
          @dblclick=${() => this.#do({ kind: 'toggle-fullscreen' })}
          @ended=${() => this.#fire('rostrum-played-out')}
        ></video>
        <div class="shade"></div>
        ${this.#middle()}
        <div class="top"><slot name="top"></slot></div>
        ${
          player.failure === null
            ? html`<div class="bottom">
                ${this.#soundHint()}
                <rostrum-player-controls
                  .messages=${messages}
                  .media=${media}
                  .readout=${this.readout}
                  .hasDvr=${this.#hasDvr()}
                  .renditions=${this.#controller.renditions}
                  .playing=${this.#controller.playingRendition}
                  .selected=${this.#controller.selectedRendition}
                  @rostrum-request=${(event: CustomEvent<MediaRequest>) =>
                    this.#mediaSource?.request(event.detail)}
                  @rostrum-command=${(event: CustomEvent<PlayerCommand>) => this.#do(event.detail)}
                  @rostrum-seek-to=${(event: CustomEvent<number>) =>
                    this.#controller.seekTo(event.detail)}
                  @rostrum-quality=${(event: CustomEvent<number | 'auto'>) =>
                    this.#controller.selectRendition(event.detail)}
                ></rostrum-player-controls>
              </div>`
            : nothing
        }
      </div>
    `;
  }

  /** What stands in the middle of the picture: a failure, the interruption, a play button, a spinner, or nothing. */
  #middle() {
    const { media, messages, player } = this;
    if (player.failure !== null) {
      const { title, hint } = messages.failure[player.failure];
      return html`<div class="notice" role="alert">
        <h2>${title}</h2>
        <p>${hint}</p>
        ${
          player.failure === 'unsupported'
            ? nothing
            : html`<button class="button light" @click=${() => this.#controller.tryAgain()}>
                ${messages.tryAgain}
              </button>`
        }
      </div>`;
    }
    if (this.mode === 'interrupted' && (player.isStarved || !player.hasPicture)) {
      return html`<div class="notice">
        <span class="badge">${icons.pulse}</span>
        <h2>${messages.interrupted}</h2>
        <p>${messages.interruptedHint}</p>
      </div>`;
    }
    if (this.soundIs === 'blocked' || (media.isPaused && player.hasPicture)) {
      return html`<button
        class=${this.soundIs === 'blocked' ? 'big-play' : 'big-play touch'}
        aria-label=${messages.play}
        @click=${() => this.#mediaSource?.request({ type: 'play' })}
      >
        ${icons.play}
      </button>`;
    }
    const isBusy = !player.hasPicture || player.isStarved || media.isLoading;
    return isBusy ? html`<div class="spinner"></div>` : nothing;
  }

  #soundHint() {
    if (this.startsMuted || this.soundIs !== 'off' || !this.media.isMuted) return nothing;
    return html`<button
      class="sound"
      @click=${() => this.#mediaSource?.request({ type: 'unmute' })}
    >
      ${icons.muted}${this.messages.turnSoundOn}
    </button>`;
  }

  #do(command: PlayerCommand): void {
    const source = this.#mediaSource;
    if (source === null) return;
    carryOut(command, this.media, this.#controller, (request) => source.request(request));
  }

  #handleKey = (event: KeyboardEvent) => {
    this.#wake();
    if (event.defaultPrevented) return;
    const command = commandOf({
      key: event.key,
      hasModifier: event.ctrlKey || event.metaKey || event.altKey,
      focused: focusedControl(event),
    });
    if (command === null) return;
    event.preventDefault();
    this.#do(command);
  };

  /** A mouse plays and pauses; a finger brings the controls and sends them away. */
  #handlePictureClick = (event: MouseEvent) => {
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
    if (!isTouch) this.#do({ kind: 'toggle-play' });
  };

  #handlePointer = (event: PointerEvent) => {
    const isOnPicture = event.target === this.#video.value;
    if (event.pointerType === 'touch' && event.type === 'pointerdown' && isOnPicture) {
      if (this.isIdle) this.#wake();
      else this.#sleepNow();
      return;
    }
    if (event.pointerType !== 'touch' || !isOnPicture) this.#wake();
  };

  #wake(): void {
    this.isIdle = false;
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => this.#sleepNow(), IDLE_AFTER_MS);
  }

  #sleepNow(): void {
    clearTimeout(this.#idleTimer);
    this.isIdle = true;
  }

  /** The controls never leave while they are needed: paused, without a picture, or with the keyboard's focus in them. */
  #areControlsAway(): boolean {
    const { media, player } = this;
    if (!this.isIdle || media.isPaused || !player.hasPicture || this.soundIs === 'blocked')
      return false;
    const controls = this.renderRoot.querySelector('rostrum-player-controls');
    return controls?.shadowRoot?.querySelector(':focus-visible') == null;
  }

  #fire(name: string): void {
    this.dispatchEvent(new CustomEvent(name));
  }
}

/** A clock further off than this is another one: somebody else's stream may be dated by any. */
const MOST_EARLY_MS = 5 * 60_000;

/** How far into the show the picture is; null where its clock and ours are not the same. */
function elapsedMs(clockMs: number | null, onAirSinceMs: number | null): number | null {
  if (clockMs === null || onAirSinceMs === null) return null;
  const sinceMs = clockMs - onAirSinceMs;
  if (sinceMs < -MOST_EARLY_MS || clockMs > Date.now() + MOST_EARLY_MS) return null;
  return Math.max(0, sinceMs);
}

function focusedControl(event: KeyboardEvent): FocusedControl {
  const target = event.composedPath()[0];
  if (target instanceof HTMLSelectElement) return 'menu';
  if (target instanceof HTMLButtonElement) return 'button';
  if (!(target instanceof HTMLInputElement)) return 'none';
  const root = target.getRootNode();
  return root instanceof ShadowRoot && root.host.localName === 'rostrum-timeline'
    ? 'timeline'
    : 'slider';
}
