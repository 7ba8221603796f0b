import type { RostrumPlayer } from '@rostrum/sdk/elements';
import '@rostrum/sdk/elements';
import { base, icons, tokens } from '@rostrum/sdk/design';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { SecondTicker } from '../second-ticker.ts';
import { spanText } from '../span-text.ts';
import type { WebcastLife } from '../webcast-life.ts';
import { stageStyles } from './stage-styles.ts';
import { outsideNotice, type StageNotice, stageNotice } from './stage-words.ts';

/** A picture further back than this is rewound, and no measure of the delay. */
const LONGEST_DELAY_MS = 60_000;

/** The picture as the producers of a webcast see it, with what it is on it; large, and without sound at first. */
export class WebcastStage extends LitElement {
  static override properties = {
    life: { attribute: false },
    label: { attribute: false },
    dvrWindowMs: { attribute: false },
    isExplicitLive: { attribute: false },
    isFromElsewhere: { attribute: false },
    isLost: { attribute: false },
    sendingSinceMs: { attribute: false },
    nowMs: { attribute: false },
  };

  /** Null until it is known. */
  declare life: WebcastLife | null;
  /** The webcast's title. */
  declare label: string;
  declare dvrWindowMs: number;
  declare isExplicitLive: boolean;
  /** No encoder of ours makes its picture. */
  declare isFromElsewhere: boolean;
  /** The room can't be reached: what is shown is what was known last. */
  declare isLost: boolean;
  /** Wall clock, ms: since when the encoder has been connected; null while there is none. */
  declare sendingSinceMs: number | null;
  /** The server's wall clock. */
  declare nowMs: () => number;

  static override styles = [tokens, base, stageStyles];

  constructor() {
    super();
    this.life = null;
    this.label = '';
    this.dvrWindowMs = 0;
    this.isExplicitLive = false;
    this.isFromElsewhere = false;
    this.isLost = false;
    this.sendingSinceMs = null;
    this.nowMs = Date.now;
    new SecondTicker(this);
  }

  protected override render() {
    const { life } = this;
    return html`<div class="stage">${life === null ? this.#bones() : this.#picture(life)}</div>`;
  }

  #bones(): TemplateResult {
    return html`<div class="pulse" aria-busy="true"></div>
      <div class="chips">${this.#lostChip()}</div>`;
  }

  #picture(life: WebcastLife): TemplateResult {
    switch (life.kind) {
      case 'preview':
      case 'on-air':
      case 'interrupted':
        return html`<rostrum-player
          .manifestUrl=${life.manifestUrl}
          .mode=${life.kind}
          .label=${this.label}
          .dvrWindowMs=${life.kind === 'preview' ? 0 : this.dvrWindowMs}
          .onAirSinceMs=${life.kind === 'preview' ? null : life.onAirSinceMs}
          .startsMuted=${true}
        >
          <div slot="top" class="chips">${this.#chips(life)}</div>
        </rostrum-player>`;
      case 'ended':
        if (life.replayUrl === null) return this.#notice(life.kind);
        return html`<rostrum-replay .manifestUrl=${life.replayUrl} .label=${this.label}>
          </rostrum-replay>
          <div class="chips"><span class="chip on-stage">Replay</span>${this.#lostChip()}</div>`;
      case 'scheduled':
      case 'connecting':
        return this.#notice(life.kind);
    }
  }

  #notice(kind: 'scheduled' | 'connecting' | 'ended'): TemplateResult {
    const { title, text }: StageNotice = this.isFromElsewhere
      ? outsideNotice(kind, this.isExplicitLive)
      : stageNotice(kind, this.isExplicitLive);
    const icon = kind === 'ended' ? icons.check : icons.broadcast;
    return html`<div class="notice">
        <span class="badge ${kind === 'connecting' ? 'coming' : ''}">${icon}</span>
        <h2>${title}</h2>
        <p>${text}</p>
      </div>
      <div class="chips">${this.#lostChip()}</div>`;
  }

  #chips(life: Extract<WebcastLife, { kind: 'preview' | 'on-air' | 'interrupted' }>) {
    return html`${this.#stateChip(life)}${this.#lostChip()}<span class="space"></span
      >${this.#delayChip()}`;
  }

  #stateChip(life: Extract<WebcastLife, { kind: 'preview' | 'on-air' | 'interrupted' }>) {
    const nowMs = this.nowMs();
    switch (life.kind) {
      case 'preview':
        return html`<span class="chip preview">Preview</span>${
          this.sendingSinceMs === null
            ? nothing
            : html`<span class="chip on-stage" title="Since the encoder connected"
                >${spanText(nowMs - this.sendingSinceMs)}</span
              >`
        }`;
      case 'on-air':
        return html`<span class="chip live"><span class="dot"></span>On air</span
          ><span class="chip on-stage" title="On air for">${spanText(nowMs - life.onAirSinceMs)}</span>`;
      case 'interrupted':
        return html`<span class="chip warn">Interrupted</span
          ><span class="chip on-stage" title="On air for">${spanText(nowMs - life.onAirSinceMs)}</span
          ><span class="chip on-stage">${waitingText(life.waitsUntilMs - nowMs, this.isFromElsewhere)}</span>`;
    }
  }

  #delayChip() {
    const clockMs = this.#player?.controller.clockMs ?? null;
    if (clockMs === null || this.life?.kind === 'interrupted') return nothing;
    const delayMs = Math.max(0, this.nowMs() - clockMs);
    if (delayMs > LONGEST_DELAY_MS) return nothing;
    return html`<span class="chip on-stage" title="From the encoder to this picture"
      >delay ${(delayMs / 1_000).toFixed(1)} s</span
    >`;
  }

  #lostChip() {
    if (!this.isLost) return nothing;
    return html`<span class="chip on-stage lost">
      <span class="dot"></span>Connection lost. Reconnecting…
    </span>`;
  }

  get #player(): RostrumPlayer | null {
    return this.renderRoot?.querySelector('rostrum-player') ?? null;
  }
}

function waitingText(leftMs: number, isFromElsewhere: boolean): string {
  const seconds = Math.ceil(leftMs / 1_000);
  return seconds > 0
    ? `waits ${seconds} s for the ${isFromElsewhere ? 'stream' : 'encoder'}`
    : 'ending';
}

customElements.define('webcast-stage', WebcastStage);
