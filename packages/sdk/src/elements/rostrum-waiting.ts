import type { WebcastCard } from '@rostrum/contracts';
import { css, html, LitElement } from 'lit';
import { en, type Messages } from '../messages/en.ts';
import { scheduleText, zoneText } from './format.ts';
import { base, tokens } from './tokens.ts';

/** Nobody says for longer that a show is about to begin. */
const MAX_LATE_MS = 12 * 3_600_000;

/** The stage before the show: when it starts, in the viewer's own time. */
export class RostrumWaiting extends LitElement {
  static override properties = {
    webcast: { attribute: false },
    nowMs: { attribute: false },
    messages: { attribute: false },
    language: { attribute: false },
  };

  declare webcast: WebcastCard | null;
  /** The server's wall clock. */
  declare nowMs: () => number;
  declare messages: Messages;
  /** BCP 47. */
  declare language: string;

  static override styles = [
    tokens,
    base,
    css`
      :host {
        display: grid;
        place-items: center;
        block-size: 100%;
        padding: 24px;
        overflow: auto;
        background:
          radial-gradient(90% 120% at 78% 0%, rgb(60 76 140 / 0.34), transparent 62%), var(--stage);
        color: #f1f2f4;
        text-align: center;
        container-type: inline-size;
      }

      .lead {
        margin-block-end: clamp(8px, 2.4cqi, 20px);
        font-size: 15px;
        font-weight: 500;
        color: #b1b6c2;
      }

      .big {
        font-size: clamp(24px, 4.6cqi, 40px);
        line-height: 1.2;
        font-weight: 600;
        letter-spacing: -0.02em;
      }

      .when {
        margin-block-start: clamp(12px, 3cqi, 28px);
        font-weight: 500;
        text-wrap: balance;
      }

      .hint {
        margin-block-start: 4px;
        font-size: 14px;
        line-height: 20px;
        color: #b1b6c2;
        text-wrap: balance;
      }

      /* Under a small stage the same time stands right below it. */
      @container (inline-size < 480px) {
        .when {
          display: none;
        }

        .hint {
          margin-block-start: 12px;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.webcast = null;
    this.nowMs = Date.now;
    this.messages = en;
    this.language = 'en';
  }

  protected override render() {
    const { messages, webcast } = this;
    const startsAtMs = webcast?.startsAtMs ?? null;
    return html`<div>
      ${this.#lead(startsAtMs)}
      ${
        startsAtMs === null
          ? html``
          : html`<p class="when">
              ${this.#when(startsAtMs)} · ${zoneText()}
            </p>`
      }
      <p class="hint">${messages.opensByItself}</p>
    </div>`;
  }

  #when(startsAtMs: number): string {
    return scheduleText(startsAtMs, this.webcast?.endsAtMs ?? null, this.language, this.nowMs());
  }

  #lead(startsAtMs: number | null) {
    const { messages } = this;
    const lateMs = startsAtMs === null ? Number.POSITIVE_INFINITY : this.nowMs() - startsAtMs;
    if (startsAtMs === null || lateMs > MAX_LATE_MS) {
      return html`<p class="big">${messages.notStarted}</p>`;
    }
    if (lateMs >= 0) return html`<p class="big">${messages.startsSoon}</p>`;
    return html`
      <p class="lead" aria-hidden="true">${messages.startsIn}</p>
      <rostrum-countdown
        .targetMs=${startsAtMs}
        .nowMs=${this.nowMs}
        .messages=${messages}
        @rostrum-due=${() => this.requestUpdate()}
      ></rostrum-countdown>
    `;
  }
}
