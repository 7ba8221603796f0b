import { base, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement } from 'lit';

export type ChipTone = 'plain' | 'live' | 'good' | 'warn' | 'action';

/** A word about how something is. Red is for what is on air. */
export class ConsoleChip extends LitElement {
  static override properties = { tone: { reflect: true }, text: { attribute: false } };

  declare tone: ChipTone;
  declare text: string;

  static override styles = [
    tokens,
    base,
    css`
      :host {
        display: inline-flex;
        vertical-align: middle;
      }

      .chip.live {
        background: var(--live);
        color: var(--live-text);
      }

      .chip.good {
        background: var(--good-soft);
        color: var(--good);
      }

      .chip.warn {
        background: var(--warn-soft);
        color: var(--warn);
      }

      .chip.action {
        background: var(--action-soft);
        color: var(--action);
      }

      .dot {
        inline-size: 7px;
        block-size: 7px;
        border-radius: 50%;
        background: currentColor;
      }
    `,
  ];

  constructor() {
    super();
    this.tone = 'plain';
    this.text = '';
  }

  protected override render() {
    return html`<span class="chip ${this.tone}"
      >${this.tone === 'live' ? html`<span class="dot"></span>` : ''}${this.text}</span
    >`;
  }
}

customElements.define('console-chip', ConsoleChip);
