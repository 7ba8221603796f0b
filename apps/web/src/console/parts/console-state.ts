import { base, icons, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, type TemplateResult } from 'lit';

export type StateKind = 'empty' | 'offline' | 'refused' | 'missing' | 'error';

const ICONS: Readonly<Record<StateKind, TemplateResult>> = {
  empty: icons.broadcast,
  offline: icons.offline,
  refused: icons.lock,
  missing: icons.search,
  error: icons.alert,
};

/** What a page or a part of it shows instead of its content: why, and what to do next. Buttons go into its slot. */
export class ConsoleState extends LitElement {
  static override properties = {
    kind: { attribute: false },
    heading: { attribute: false },
    text: { attribute: false },
    icon: { attribute: false },
  };

  declare kind: StateKind;
  declare heading: string;
  declare text: string;
  /** Another picture than the kind's. */
  declare icon: TemplateResult | null;

  static override styles = [
    tokens,
    base,
    css`
      :host {
        display: grid;
        place-content: center;
        justify-items: center;
        min-block-size: min(420px, 60dvh);
        padding: 24px 16px;
        text-align: center;
      }

      .icon {
        display: inline-grid;
        place-items: center;
        inline-size: 52px;
        block-size: 52px;
        margin-block-end: 16px;
        border-radius: 50%;
        background: var(--ink-2);
        color: var(--text-2);
      }

      .icon.warn {
        background: var(--warn-soft);
        color: var(--warn);
      }

      h2 {
        max-inline-size: 26em;
        font-size: 19px;
        line-height: 26px;
        font-weight: 600;
        letter-spacing: -0.015em;
        text-wrap: balance;
      }

      p {
        max-inline-size: 34em;
        margin-block-start: 6px;
        color: var(--text-2);
        text-wrap: pretty;
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 8px;
        margin-block-start: 20px;
      }
    `,
  ];

  constructor() {
    super();
    this.kind = 'empty';
    this.heading = '';
    this.text = '';
    this.icon = null;
  }

  protected override render() {
    const isProblem = this.kind === 'error' || this.kind === 'offline' || this.kind === 'refused';
    return html`
      <div role=${isProblem ? 'alert' : 'status'}>
        <span class="icon ${isProblem ? 'warn' : ''}">${this.icon ?? ICONS[this.kind]}</span>
        <h2>${this.heading}</h2>
        <p>${this.text}</p>
      </div>
      <div class="actions"><slot></slot></div>
    `;
  }
}

customElements.define('console-state', ConsoleState);
