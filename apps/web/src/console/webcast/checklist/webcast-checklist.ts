import { base, icons, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { partStyles } from '../../parts/part-styles.ts';
import { panelStyles } from '../panels/panel-styles.ts';
import type { ChecklistItem } from './checklist.ts';

const MARKS: Readonly<Record<ChecklistItem['state'], { icon: TemplateResult; word: string }>> = {
  done: { icon: icons.tick, word: 'Done' },
  open: { icon: icons.clock, word: 'To do' },
  warn: { icon: icons.alert, word: 'Look here' },
  note: { icon: icons.minus, word: 'Good to know' },
};

/** What there is to know before going live. */
export class WebcastChecklist extends LitElement {
  static override properties = { items: { attribute: false } };

  declare items: readonly ChecklistItem[];

  static override styles = [
    tokens,
    base,
    partStyles,
    panelStyles,
    css`
      ul {
        display: grid;
        gap: 10px;
        list-style: none;
      }

      li {
        display: grid;
        grid-template-columns: 24px minmax(0, 1fr);
        gap: 0 12px;
        align-items: start;
      }

      .mark {
        display: grid;
        place-items: center;
        inline-size: 24px;
        block-size: 24px;
        border-radius: 50%;
        background: var(--ink-2);
        color: var(--text-2);
      }

      .mark svg {
        inline-size: 14px;
        block-size: 14px;
      }

      .mark.done {
        background: var(--good-soft);
        color: var(--good);
      }

      .mark.warn {
        background: var(--warn-soft);
        color: var(--warn);
      }

      .hint {
        grid-column: 2;
      }
    `,
  ];

  constructor() {
    super();
    this.items = [];
  }

  protected override render() {
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">Before you go live</h2>
      <ul>
        ${this.items.map(
          ({ state, text, hint }) => html`<li>
            <span class="mark ${state}">${MARKS[state].icon}</span>
            <span><span class="visually-hidden">${MARKS[state].word}: </span>${text}</span>
            ${hint === '' ? nothing : html`<span class="hint">${hint}</span>`}
          </li>`,
        )}
      </ul>
    </section>`;
  }
}

customElements.define('webcast-checklist', WebcastChecklist);
