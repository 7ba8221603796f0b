import { base, icons, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement } from 'lit';
import { fieldStyles } from './part-styles.ts';

/** Somebody who types is not asked for every letter, ms. */
const PAUSE_MS = 250;

/**
 * A search field that finds as one types.
 *
 * @fires console-search `detail` is the text, trimmed
 */
export class ConsoleSearch extends LitElement {
  static override properties = { label: { attribute: false }, value: { attribute: false } };

  declare label: string;
  declare value: string;

  #timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    tokens,
    base,
    fieldStyles,
    css`
      :host {
        display: block;
        position: relative;
      }

      svg {
        position: absolute;
        inset: 0 auto 0 10px;
        inline-size: 18px;
        margin-block: auto;
        color: var(--text-2);
        pointer-events: none;
      }

      input[type='search'] {
        padding-inline-start: 36px;
      }
    `,
  ];

  constructor() {
    super();
    this.label = '';
    this.value = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  protected override render() {
    return html`${icons.search}<input
        type="search"
        aria-label=${this.label}
        placeholder=${this.label}
        autocomplete="off"
        spellcheck="false"
        .value=${this.value}
        @input=${this.#handleInput}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Enter') this.#tell();
        }}
      />`;
  }

  #handleInput = () => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), PAUSE_MS);
  };

  #tell(): void {
    clearTimeout(this.#timer);
    const text = this.renderRoot.querySelector('input')?.value.trim() ?? '';
    if (text === this.value) return;
    this.value = text;
    this.dispatchEvent(new CustomEvent('console-search', { detail: text }));
  }
}

customElements.define('console-search', ConsoleSearch);
