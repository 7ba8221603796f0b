import { base, icons, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement } from 'lit';
import { partStyles } from './part-styles.ts';

/** Between the button and what it opens, px. */
const GAP_PX = 4;
const EDGE_PX = 8;

/** A button with three dots that opens a few more actions: buttons and links in its slot. Escape or a press elsewhere closes it. */
export class ConsoleMenu extends LitElement {
  static override properties = { label: { attribute: false } };

  /** What the button is called: `More for “Town hall”`. */
  declare label: string;

  static override styles = [
    tokens,
    base,
    partStyles,
    css`
      :host {
        display: inline-block;
      }

      #menu {
        position: fixed;
        inset: auto;
        min-inline-size: 180px;
        margin: 0;
        padding: 6px;
        border: 1px solid var(--line);
        border-radius: 10px;
        background: var(--ink-0);
        color: var(--text);
      }

      #menu:popover-open {
        display: grid;
      }

      /* A page's own rules for links and buttons would win otherwise. */
      ::slotted(*) {
        display: flex !important;
        align-items: center;
        min-block-size: 36px;
        padding: 6px 10px !important;
        border: 0 !important;
        border-radius: 7px !important;
        background: transparent;
        color: var(--text) !important;
        font: 500 14px / 20px var(--font) !important;
        text-align: start;
        text-decoration: none !important;
        cursor: pointer;
      }

      ::slotted(:hover) {
        background: var(--ink-1);
      }

      @media (pointer: coarse) {
        ::slotted(*) {
          min-block-size: 44px;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.label = '';
  }

  protected override render() {
    return html`
      <button class="button quiet icon" type="button" popovertarget="menu" aria-label=${this.label}>
        ${icons.more}
      </button>
      <div id="menu" popover @toggle=${this.#handleToggle} @click=${() => this.close()}>
        <slot></slot>
      </div>
    `;
  }

  close(): void {
    this.#menu?.hidePopover();
  }

  #handleToggle = (event: Event) => {
    if ((event as ToggleEvent).newState !== 'open') return;
    this.#place();
    const [first] = this.renderRoot.querySelector('slot')?.assignedElements() ?? [];
    if (first instanceof HTMLElement) first.focus();
  };

  /** Below the button and aligned with its end; above it where there is no room. */
  #place(): void {
    const menu = this.#menu;
    const button = this.renderRoot.querySelector('button')?.getBoundingClientRect();
    if (menu === null || button === undefined) return;
    const { width, height } = menu.getBoundingClientRect();
    const isRoomBelow = button.bottom + GAP_PX + height <= innerHeight - EDGE_PX;
    const top = isRoomBelow ? button.bottom + GAP_PX : button.top - GAP_PX - height;
    menu.style.top = `${Math.max(EDGE_PX, top)}px`;
    menu.style.left = `${Math.max(EDGE_PX, button.right - width)}px`;
  }

  get #menu(): HTMLElement | null {
    return this.renderRoot.querySelector('#menu');
  }
}

customElements.define('console-menu', ConsoleMenu);
