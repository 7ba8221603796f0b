import { base, icons, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, nothing } from 'lit';
import { partStyles } from './part-styles.ts';
import { LOCALE } from './times.ts';

/**
 * The way through a list that has more than one page; shows nothing where one is enough.
 *
 * @fires console-page `detail` is the number of the page that was asked for; the first one is 1
 */
export class ConsolePager extends LitElement {
  static override properties = {
    page: { attribute: false },
    pageSize: { attribute: false },
    total: { attribute: false },
    noun: { attribute: false },
  };

  /** The first one is 1. */
  declare page: number;
  declare pageSize: number;
  declare total: number;
  /** In the plural: `webcasts`. */
  declare noun: string;

  static override styles = [
    tokens,
    base,
    partStyles,
    css`
      nav {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        padding-block-start: 16px;
      }

      .where {
        font-size: 13px;
        line-height: 20px;
        color: var(--text-2);
        font-variant-numeric: tabular-nums;
      }

      .steps {
        display: flex;
        gap: 8px;
      }
    `,
  ];

  constructor() {
    super();
    this.page = 1;
    this.pageSize = 25;
    this.total = 0;
    this.noun = '';
  }

  protected override render() {
    const { page, pageSize, total, noun } = this;
    const pages = Math.max(1, Math.ceil(total / pageSize));
    if (pages === 1 && page === 1) return nothing;
    const first = (page - 1) * pageSize + 1;
    const last = Math.min(total, page * pageSize);
    const where =
      first > total
        ? `Nothing here: ${number(total)} ${noun} in all`
        : `${number(first)}–${number(last)} of ${number(total)} ${noun}`;
    return html`<nav aria-label="Pages of ${noun}">
      <span class="where" role="status">${where}</span>
      <span class="steps">
        ${this.#step('Previous page', icons.previous, page - 1, page > 1)}
        ${this.#step('Next page', icons.next, page + 1, page < pages)}
      </span>
    </nav>`;
  }

  /** A button at its end keeps the focus that is on it. */
  #step(label: string, icon: unknown, page: number, isThere: boolean) {
    return html`<button
      class="button small icon"
      type="button"
      aria-label=${label}
      aria-disabled=${isThere ? 'false' : 'true'}
      @click=${() => {
        if (isThere) this.dispatchEvent(new CustomEvent('console-page', { detail: page }));
      }}
    >
      ${icon}
    </button>`;
  }
}

function number(value: number): string {
  return value.toLocaleString(LOCALE);
}

customElements.define('console-pager', ConsolePager);
