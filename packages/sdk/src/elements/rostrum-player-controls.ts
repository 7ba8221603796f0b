import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { en, type Messages } from '../messages/en.ts';
import type { DvrWindow } from '../player/dvr-window.ts';
import { isWorthTimeline } from '../player/dvr-window.ts';
import type { Rendition } from '../player/playback-engine.ts';
import { clockText } from './format.ts';
import { icons } from './icons.ts';
import { INITIAL_MEDIA_STATE, type MediaRequest, type MediaState } from './media-state.ts';
import { controlsStyles } from './player-controls-styles.ts';
import { BACK_S, type PlayerCommand } from './player-keys.ts';
import { base, tokens } from './tokens.ts';

/** What the controls show of the player, all in one: it changes four times a second. */
export type PlayerReadout = {
  readonly window: DvrWindow | null;
  readonly positionS: number;
  readonly behindLiveMs: number;
  readonly isLive: boolean;
  /** Since the webcast went on air, ms; null where that is not known. */
  readonly elapsedMs: number | null;
};

/**
 * The bar of controls under the picture.
 *
 * @fires rostrum-request what the viewer asks of the media element; `detail` is a `MediaRequest`
 * @fires rostrum-command what the viewer asks of the player; `detail` is a `PlayerCommand`
 * @fires rostrum-seek-to `detail` is a place of the media timeline, s
 * @fires rostrum-quality `detail` is a rendition's id or `auto`
 */
export class RostrumPlayerControls extends LitElement {
  static override properties = {
    messages: { attribute: false },
    media: { attribute: false },
    readout: { attribute: false },
    hasDvr: { attribute: false },
    renditions: { attribute: false },
    playing: { attribute: false },
    selected: { attribute: false },
  };

  declare messages: Messages;
  declare media: MediaState;
  declare readout: PlayerReadout;
  declare hasDvr: boolean;
  declare renditions: readonly Rendition[];
  declare playing: Rendition | null;
  declare selected: number | 'auto';

  static override styles = [tokens, base, controlsStyles];

  constructor() {
    super();
    this.messages = en;
    this.media = INITIAL_MEDIA_STATE;
    this.readout = {
      window: null,
      positionS: 0,
      behindLiveMs: 0,
      isLive: true,
      elapsedMs: null,
    };
    this.hasDvr = false;
    this.renditions = [];
    this.playing = null;
    this.selected = 'auto';
  }

  protected override render() {
    const { media, messages, hasDvr } = this;
    return html`
      ${this.#timeline()}
      <div class="row">
        ${button(
          media.isPaused ? messages.play : messages.pause,
          media.isPaused ? icons.play : icons.pause,
          () => this.#request({ type: media.isPaused ? 'play' : 'pause' }),
        )}
        ${
          hasDvr
            ? html`<button
                class="back"
                aria-label=${messages.back(BACK_S)}
                title=${messages.back(BACK_S)}
                @click=${() => this.#command({ kind: 'seek-by', seconds: -BACK_S })}
              >
                ${icons.back}<span aria-hidden="true">${BACK_S}</span>
              </button>`
            : nothing
        }
        ${this.#volume()} ${this.#time()} ${this.#live()}
        <span class="space"></span>
        ${this.#captions()} ${this.#quality()} ${this.#pip()} ${this.#fullscreen()}
      </div>
    `;
  }

  #timeline() {
    const { readout, messages } = this;
    const { window } = readout;
    if (!this.hasDvr || window === null || !isWorthTimeline(window)) return nothing;
    const lengthS = window.liveS - window.startS;
    const positionS = readout.isLive ? lengthS : readout.positionS - window.startS;
    const textOf = (offsetS: number) => clockText(this.#elapsedAt(window.startS + offsetS));
    const place = textOf(positionS);
    return html`<rostrum-timeline
      .lengthS=${lengthS}
      .positionS=${positionS}
      .label=${messages.timeline}
      .valueText=${
        readout.isLive
          ? messages.timelineLive(place)
          : messages.timelineValue(place, clockText(readout.behindLiveMs))
      }
      .textOf=${textOf}
      @rostrum-seek=${(event: CustomEvent<number>) =>
        this.#fire('rostrum-seek-to', window.startS + event.detail)}
    ></rostrum-timeline>`;
  }

  /** The time since the webcast went on air, at a place of the media timeline, ms. */
  #elapsedAt(mediaTimeS: number): number {
    const { elapsedMs, positionS, window } = this.readout;
    const hereMs = elapsedMs ?? (positionS - (window?.startS ?? positionS)) * 1_000;
    return hereMs + (mediaTimeS - positionS) * 1_000;
  }

  #volume() {
    const { media, messages } = this;
    const level = { off: icons.muted, low: icons.volumeLow, high: icons.volume }[media.volumeLevel];
    const percent = Math.round((media.isMuted ? 0 : media.volume) * 100);
    return html`<span class="volume">
      ${button(media.isMuted ? messages.unmute : messages.mute, level, () =>
        this.#request({ type: media.isMuted ? 'unmute' : 'mute' }),
      )}
      ${
        media.canSetVolume
          ? html`<input
              type="range"
              min="0"
              max="100"
              step="5"
              .value=${String(percent)}
              aria-label=${messages.volume}
              aria-valuetext=${messages.percent(percent)}
              @input=${this.#setVolume}
            />`
          : nothing
      }
    </span>`;
  }

  #setVolume = (event: Event) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const volume = event.target.valueAsNumber / 100;
    this.#request({ type: 'volume', volume });
    if (this.media.isMuted && volume > 0) this.#request({ type: 'unmute' });
  };

  #time() {
    const { readout } = this;
    // Without a beginning to count from, a number would mean nothing.
    if (readout.window === null || readout.elapsedMs === null) return nothing;
    return html`<time class="time">${clockText(this.#elapsedAt(readout.positionS))}</time>`;
  }

  #live() {
    const { readout, messages } = this;
    if (readout.window === null) return nothing;
    if (readout.isLive) {
      return html`<span class="at-live" title=${messages.atLive}>
        <span class="dot"></span>${messages.live}
      </span>`;
    }
    const behind = `−${clockText(readout.behindLiveMs)}`;
    return html`<button
      class="to-live"
      aria-label="${messages.goToLive}, ${messages.behindLive(clockText(readout.behindLiveMs))}"
      @click=${() => this.#command({ kind: 'go-to-live' })}
    >
      <span class="dot"></span><span class="words">${messages.goToLive} ·</span><span>${behind}</span>
    </button>`;
  }

  #captions() {
    const { media, messages } = this;
    if (!media.hasCaptions) return nothing;
    return html`<button
      class="text"
      aria-pressed=${media.isShowingCaptions ? 'true' : 'false'}
      aria-label=${media.isShowingCaptions ? messages.captionsOff : messages.captionsOn}
      title=${media.isShowingCaptions ? messages.captionsOff : messages.captionsOn}
      @click=${() => this.#request({ type: 'toggle-captions' })}
    >
      CC
    </button>`;
  }

  #quality() {
    const { renditions, playing, selected, messages } = this;
    if (renditions.length < 2) return nothing;
    const now = playing === null ? null : this.#renditionText(playing);
    const auto =
      now === null || selected !== 'auto' ? messages.qualityAuto : messages.qualityAutoNow(now);
    const best = [...renditions].sort((a, b) => b.bitsPerSecond - a.bitsPerSecond);
    return html`<select
      class="quality"
      aria-label=${messages.quality}
      title=${messages.quality}
      .value=${String(selected)}
      @change=${this.#chooseQuality}
    >
      <option value="auto" ?selected=${selected === 'auto'}>${auto}</option>
      ${best.map(
        (rendition) =>
          html`<option value=${rendition.id} ?selected=${selected === rendition.id}>
            ${this.#renditionText(rendition)}
          </option>`,
      )}
    </select>`;
  }

  /** `720p`; two renditions of one height are told apart by their bit rate. */
  #renditionText({ heightPx, bitsPerSecond }: Rendition): string {
    const megabits = (bitsPerSecond / 1_000_000).toFixed(1);
    if (heightPx === null) return this.messages.qualityBits(megabits);
    const isAlone = this.renditions.filter((other) => other.heightPx === heightPx).length === 1;
    const line = this.messages.qualityLine(heightPx);
    return isAlone ? line : `${line} · ${this.messages.qualityBits(megabits)}`;
  }

  #chooseQuality = (event: Event) => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const { value } = event.target;
    this.#fire('rostrum-quality', value === 'auto' ? 'auto' : Number(value));
  };

  #pip() {
    const { media, messages } = this;
    if (!media.canPip) return nothing;
    return button(
      media.isPip ? messages.exitPip : messages.enterPip,
      icons.pip,
      () => this.#request({ type: media.isPip ? 'exit-pip' : 'enter-pip' }),
      'pip',
    );
  }

  #fullscreen() {
    const { media, messages } = this;
    if (!media.canFullscreen) return nothing;
    return button(
      media.isFullscreen ? messages.exitFullscreen : messages.enterFullscreen,
      media.isFullscreen ? icons.exitFullscreen : icons.fullscreen,
      () => this.#request({ type: media.isFullscreen ? 'exit-fullscreen' : 'enter-fullscreen' }),
    );
  }

  #request(request: MediaRequest): void {
    this.#fire('rostrum-request', request);
  }

  #command(command: PlayerCommand): void {
    this.#fire('rostrum-command', command);
  }

  #fire(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

function button(
  name: string,
  icon: TemplateResult,
  onClick: () => void,
  kind = '',
): TemplateResult {
  return html`<button class=${kind} aria-label=${name} title=${name} @click=${onClick}>
    ${icon}
  </button>`;
}
