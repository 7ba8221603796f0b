import { base, icons, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, nothing } from 'lit';
import { partStyles } from './part-styles.ts';

/** How long the button says that it has copied, ms. */
const THANKS_MS = 2400;

const DOTS = '•'.repeat(16);

/** A value to take somewhere else: shown whole, selected at a click, copied by a button. A secret is shown on request. */
export class ConsoleCopy extends LitElement {
  static override properties = {
    label: { attribute: false },
    value: { attribute: false },
    isSecret: { attribute: false },
    isShown: { state: true },
    outcome: { state: true },
  };

  declare label: string;
  declare value: string;
  declare isSecret: boolean;
  private declare isShown: boolean;
  private declare outcome: 'none' | 'copied' | 'failed';

  #timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    tokens,
    base,
    partStyles,
    css`
      :host {
        display: block;
        min-inline-size: 0;
      }

      .label {
        margin-block-end: 4px;
        font-size: 13px;
        line-height: 20px;
        color: var(--text-2);
      }

      .line {
        display: flex;
        gap: 8px;
      }

      .value {
        flex: 1;
        min-inline-size: 0;
        min-block-size: 36px;
        padding: 7px 12px;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--ink-0);
        color: var(--text);
        font:
          13px / 20px ui-monospace,
          'SF Mono',
          'DejaVu Sans Mono',
          monospace;
        white-space: nowrap;
        overflow-x: auto;
        scrollbar-width: none;
        user-select: all;
      }

      .value.hidden {
        color: var(--text-2);
        user-select: none;
      }

      .button {
        min-inline-size: 74px;
        justify-content: center;
        font-size: 13px;
        padding-inline: 10px;
      }

      .button.copied {
        color: var(--good);
      }

      .button svg {
        inline-size: 16px;
        block-size: 16px;
      }
    `,
  ];

  constructor() {
    super();
    this.label = '';
    this.value = '';
    this.isSecret = false;
    this.isShown = false;
    this.outcome = 'none';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.isShown = false;
  }

  protected override render() {
    const isHidden = this.isSecret && !this.isShown;
    return html`
      <div class="label" id="label">${this.label}</div>
      <div class="line">
        <div
          class="value ${isHidden ? 'hidden' : ''}"
          role="group"
          tabindex="0"
          aria-labelledby="label"
          aria-describedby=${isHidden ? 'hidden' : nothing}
        >
          ${
            isHidden
              ? html`<span aria-hidden="true">${DOTS}</span
                  ><span class="visually-hidden" id="hidden">hidden</span>`
              : this.value
          }
        </div>
        ${this.isSecret ? this.#showButton() : nothing}
        <button
          class="button ${this.outcome}"
          type="button"
          aria-label="${this.outcome === 'copied' ? 'Copied' : 'Copy'} ${this.label}"
          @click=${() => void this.#copy()}
        >
          ${this.outcome === 'copied' ? html`${icons.tick} Copied` : 'Copy'}
        </button>
      </div>
      <div role="status">
        ${this.outcome === 'copied' ? html`<span class="visually-hidden">Copied</span>` : nothing}
        ${
          this.outcome === 'failed'
            ? html`<span class="hint">The browser does not let this page copy. Select it and copy it yourself.</span>`
            : nothing
        }
      </div>
    `;
  }

  #showButton() {
    return html`<button
      class="button"
      type="button"
      aria-label="${this.isShown ? 'Hide' : 'Show'} ${this.label}"
      @click=${() => {
        this.isShown = !this.isShown;
      }}
    >
      ${this.isShown ? 'Hide' : 'Show'}
    </button>`;
  }

  async #copy(): Promise<void> {
    try {
      // Not there on pages that came without HTTPS from another machine.
      await navigator.clipboard.writeText(this.value);
      this.outcome = 'copied';
    } catch {
      this.isShown = true;
      this.outcome = copyBySelection(this.value) ? 'copied' : 'failed';
    }
    clearTimeout(this.#timer);
    if (this.outcome !== 'copied') return;
    this.#timer = setTimeout(() => {
      this.outcome = 'none';
    }, THANKS_MS);
  }
}

/** The old way, which works without HTTPS too. */
function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'copy-field';
  const opener = document.activeElement;
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (opener instanceof HTMLElement) opener.focus();
  return isCopied;
}

customElements.define('console-copy', ConsoleCopy);
