import type { WebcastCard } from '@rostrum/contracts';
import { css, html, LitElement, nothing } from 'lit';
import { en, type Messages } from '../messages/en.ts';
import { momentText, windowText } from './format.ts';
import { base, tokens } from './tokens.ts';

/** What there is to know about a webcast: its description, its times, the player's keys. */
export class RostrumAbout extends LitElement {
  static override properties = {
    webcast: { attribute: false },
    onAirSinceMs: { attribute: false },
    player: { attribute: false },
    isOver: { attribute: false },
    messages: { attribute: false },
    language: { attribute: false },
  };

  declare webcast: WebcastCard | null;
  /** Wall clock, ms; null where it is not on air. */
  declare onAirSinceMs: number | null;
  /** The player that is shown: both have keys. */
  declare player: 'live' | 'replay' | null;
  /** Nobody can go back in a show that is over. */
  declare isOver: boolean;
  declare messages: Messages;
  /** BCP 47. */
  declare language: string;

  static override styles = [
    tokens,
    base,
    css`
      :host {
        display: block;
      }

      .description {
        white-space: pre-line;
        overflow-wrap: anywhere;
      }

      .none {
        color: var(--text-2);
      }

      section {
        margin-block-start: 20px;
        padding-block-start: 16px;
        border-block-start: 1px solid var(--line);
      }

      h2 {
        margin-block-end: 8px;
        font-size: 13px;
        line-height: 20px;
        font-weight: 600;
        color: var(--text-2);
      }

      dl {
        display: grid;
        grid-template-columns: minmax(96px, auto) 1fr;
        gap: 6px 16px;
        font-size: 14px;
        line-height: 20px;
      }

      dt {
        color: var(--text-2);
      }

      dd {
        font-variant-numeric: tabular-nums;
      }

      .keys {
        grid-template-columns: 1fr auto;
      }

      .keys dt {
        color: var(--text);
      }

      .keys dd {
        display: flex;
        justify-content: end;
        gap: 4px;
      }

      .hint {
        margin-block-end: 12px;
        font-size: 13px;
        line-height: 20px;
        color: var(--text-2);
      }

      kbd {
        min-inline-size: 22px;
        padding: 0 6px;
        border: 1px solid var(--line);
        border-radius: 5px;
        background: var(--ink-1);
        font: 500 12px/18px var(--font);
        color: var(--text-2);
        text-align: center;
      }

      /* Whoever has only a touch screen has no keys. */
      @media (hover: none) and (pointer: coarse) {
        .keyboard {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.webcast = null;
    this.onAirSinceMs = null;
    this.player = null;
    this.isOver = false;
    this.messages = en;
    this.language = 'en';
  }

  protected override render() {
    const { messages, webcast } = this;
    if (webcast === null) return nothing;
    const description = webcast.description.trim();
    return html`
      <p class=${description === '' ? 'none' : 'description'}>${
        description === '' ? messages.noDescription : description
      }</p>
      ${this.#details(webcast)} ${this.player === null ? nothing : this.#keyboard(this.player)}
    `;
  }

  #details(webcast: WebcastCard) {
    const { messages, language } = this;
    const facts: [name: string, value: string][] = [];
    if (webcast.startsAtMs !== null) {
      facts.push([messages.starts, momentText(webcast.startsAtMs, language)]);
    }
    if (webcast.endsAtMs !== null) {
      facts.push([messages.ends, momentText(webcast.endsAtMs, language)]);
    }
    if (this.onAirSinceMs !== null && this.onAirSinceMs > 0) {
      facts.push([messages.onAirSince, momentText(this.onAirSinceMs, language)]);
    }
    if (webcast.dvrWindowMs >= 60_000 && !this.isOver) {
      const window = windowText(webcast.dvrWindowMs, language);
      facts.push([messages.rewind, messages.rewindUpTo(window)]);
    }
    if (facts.length === 0) return nothing;
    return html`<section>
      <h2>${messages.details}</h2>
      <dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
    </section>`;
  }

  #keyboard(player: 'live' | 'replay') {
    const { keys, keyboard, keyboardHint } = this.messages;
    const rows: [meaning: string, keys: string[]][] = [
      [keys.toggle, [keys.spaceKey, 'K']],
      [keys.back, ['J']],
      [keys.step, ['←', '→']],
      [keys.start, ['Home', '0']],
      player === 'live' ? [keys.live, ['L', 'End']] : [keys.end, ['End']],
      [keys.volume, ['↑', '↓']],
      [keys.mute, ['M']],
      [keys.captions, ['C']],
      [keys.fullscreen, ['F']],
      [keys.pip, ['I']],
    ];
    return html`<section class="keyboard">
      <h2>${keyboard}</h2>
      <p class="hint">${keyboardHint}</p>
      <dl class="keys">
        ${rows.map(
          ([meaning, names]) =>
            html`<dt>${meaning}</dt><dd>${names.map((name) => html`<kbd>${name}</kbd>`)}</dd>`,
        )}
      </dl>
    </section>`;
  }
}
