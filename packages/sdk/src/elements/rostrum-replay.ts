import { css, html, LitElement, type PropertyValues } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { en, type Messages } from '../messages/en.ts';
import type { PlayerBeacons, Watch, WatchedPlace } from '../player/player-beacons.ts';
import type { PlayerFailure } from '../player/player-controller.ts';
import { ReplayEngine } from '../player/replay-engine.ts';
import { icons } from './icons.ts';
import { playerStyles } from './player-styles.ts';
import { pressKey } from './replay-keys.ts';
import { base, tokens } from './tokens.ts';

/**
 * A recording with the browser's own controls: it waits for the viewer to begin. Fills its box.
 *
 * @fires rostrum-position the picture is at another place: `positionMs` says where
 */
export class RostrumReplay extends LitElement {
  static override properties = {
    manifestUrl: { attribute: 'manifest-url' },
    label: {},
    playsByItself: { attribute: 'plays-by-itself', type: Boolean },
    messages: { attribute: false },
    beacons: { attribute: false },
    failure: { state: true },
    isReady: { state: true },
  };

  declare manifestUrl: string;
  /** What the picture is called: the webcast's title. */
  declare label: string;
  /** Begins as soon as it can, where the browser lets it: for who has waited for it. */
  declare playsByItself: boolean;
  declare messages: Messages;
  /** Tells the server what is watched; null: nobody is told. */
  declare beacons: PlayerBeacons | null;
  private declare failure: PlayerFailure | null;
  /** It stands at its first picture, and nobody has begun to watch. */
  private declare isReady: boolean;

  static override styles = [
    tokens,
    base,
    playerStyles,
    css`
      .keys {
        display: contents;
      }

      video:focus-visible {
        outline: 2px solid #8ea4ff;
        outline-offset: -2px;
      }
    `,
  ];

  readonly #video = createRef<HTMLVideoElement>();
  #engine: ReplayEngine | null = null;
  #watch: Watch | null = null;

  constructor() {
    super();
    this.manifestUrl = '';
    this.label = '';
    this.playsByItself = false;
    this.messages = en;
    this.beacons = null;
    this.failure = null;
    this.isReady = false;
  }

  /** Where the picture is, ms from the recording's beginning. */
  get positionMs(): number {
    return 1000 * (this.#video.value?.currentTime ?? 0);
  }

  /** Shows the picture of another place; it plays on if it played. */
  seekTo(positionMs: number): void {
    const video = this.#video.value;
    if (video !== undefined) video.currentTime = positionMs / 1000;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) return;
    this.#tell();
    this.#load(0);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.close();
    this.#watch = null;
    this.#engine?.close();
    this.#engine = null;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('beacons')) this.#tell();
    if (!changed.has('manifestUrl')) return;
    const before = changed.get('manifestUrl') as string | undefined;
    const isSame = before !== undefined && recordingOf(before) === recordingOf(this.manifestUrl);
    const wasPlaying = this.#video.value?.paused === false;
    this.#load(isSame ? (this.#video.value?.currentTime ?? 0) : 0);
    const isBegun = isSame ? wasPlaying : this.playsByItself && before === '';
    if (isBegun) this.#video.value?.play().catch(() => {});
  }

  #tell(): void {
    const video = this.#video.value;
    this.#watch?.close();
    this.#watch =
      (video && this.beacons?.watch(video, () => this.#place(video.currentTime))) ?? null;
  }

  #place(positionS: number): WatchedPlace {
    return { playbackType: 'vod', positionS, bitsPerSecond: null, clockMs: null };
  }

  #load(startS: number): void {
    const video = this.#video.value;
    if (video === undefined || this.manifestUrl === '') return;
    this.failure = null;
    this.isReady = false;
    this.#engine ??= new ReplayEngine(video, (failure) => {
      this.failure = failure;
      this.#watch?.fail(failure);
    });
    this.#engine.load(this.manifestUrl, startS);
  }

  protected override render() {
    return html`<div class="keys" @keydown=${this.#handleKey}>
      <video
        ${ref(this.#video)}
        playsinline
        controls
        preload="metadata"
        tabindex="0"
        aria-label=${this.label}
        @loadeddata=${() => this.#noticeStart()}
        @play=${() => this.#noticeStart()}
        @timeupdate=${this.#tellPosition}
        @seeking=${this.#handleSeek}
      ></video>
      ${this.isReady && this.failure === null ? this.#begin() : null}
      ${this.failure === null ? null : this.#failed(this.failure)}
    </div>`;
  }

  #handleKey(event: KeyboardEvent): void {
    const video = this.#video.value;
    if (video === undefined) return;
    const isButton = event.target instanceof HTMLButtonElement;
    // The browser's own keys would do the same once more.
    if (pressKey(video, event, isButton ? 'button' : 'none')) event.preventDefault();
  }

  readonly #tellPosition = () => {
    this.#noticeStart();
    this.dispatchEvent(new CustomEvent('rostrum-position'));
  };

  readonly #handleSeek = () => {
    const video = this.#video.value;
    // Before it has played, it is the player that goes to where it begins.
    if (video !== undefined && video.played.length > 0) this.#watch?.seek(video.currentTime);
    this.#tellPosition();
  };

  #noticeStart(): void {
    const video = this.#video.value;
    this.isReady = video?.paused === true && video.currentTime === 0;
  }

  #begin() {
    const { play } = this.messages;
    const start = () => void this.#video.value?.play().catch(() => {});
    return html`<button class="big-play" aria-label=${play} @click=${start}>${icons.play}</button>`;
  }

  #failed(failure: PlayerFailure) {
    const { title, hint } = this.messages.failure[failure];
    const again = () => this.#load(this.#video.value?.currentTime ?? 0);
    return html`<div class="notice" role="alert">
      <h2>${title}</h2>
      <p>${hint}</p>
      <button class="button light" @click=${again}>${this.messages.tryAgain}</button>
    </div>`;
  }
}

/** The same recording has a new address from time to time: what comes after the token is what it plays. */
function recordingOf(manifestUrl: string): string {
  return manifestUrl.split('/').slice(-2).join('/');
}
