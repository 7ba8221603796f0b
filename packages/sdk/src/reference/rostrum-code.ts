import { css, html, LitElement } from 'lit';
import { base, tokens } from '../elements/tokens.ts';
import { copyText } from './copy-text.ts';

/** How long the button says that it has copied. */
const COPIED_MS = 2_000;

/** A piece of code or an answer, with a button that copies it. */
export class RostrumCode extends LitElement {
  static override properties = {
    code: { attribute: false },
    label: {},
    state: { state: true },
  };

  declare code: string;
  /** What it is. */
  declare label: string;
  private declare state: 'idle' | 'copied' | 'failed';

  #timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    tokens,
    base,
    css`
      :host {
        display: block;
        position: relative;
        min-inline-size: 0;
      }

      .frame {
        border: 1px solid var(--line);
        border-radius: 10px;
        background: var(--ink-1);
        overflow: hidden;
      }

      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
        padding: 5px 6px 5px 14px;
        border-block-end: 1px solid var(--line);
        font-size: 13px;
        line-height: 20px;
        color: var(--text-2);
      }

      pre {
        margin: 0;
        max-block-size: min(480px, 70dvh);
        padding: 12px 14px;
        overflow: auto;
        overscroll-behavior-inline: contain;
        font:
          13px / 20px ui-monospace,
          'SF Mono',
          'DejaVu Sans Mono',
          monospace;
        tab-size: 2;
      }

      pre:focus-visible {
        outline-offset: -2px;
        border-end-start-radius: 9px;
        border-end-end-radius: 9px;
      }

      code {
        font: inherit;
      }

      .button {
        min-block-size: 28px;
        padding: 2px 10px;
        font-size: 13px;
      }

      textarea {
        position: absolute;
        opacity: 0;
      }
    `,
  ];

  constructor() {
    super();
    this.code = '';
    this.label = '';
    this.state = 'idle';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render() {
    return html`
      <div class="frame">
        <div class="head">
          <span>${this.label}</span>
          <button
            class="button"
            type="button"
            aria-label=${`${WORDS[this.state]}: ${this.label}`}
            @click=${() => this.#copy()}
          >
            ${WORDS[this.state]}
          </button>
        </div>
        <pre tabindex="0" role="group" aria-label=${this.label}><code>${this.code}</code></pre>
      </div>
      <span class="visually-hidden" role="status">${this.state === 'copied' ? 'Copied' : ''}</span>
    `;
  }

  async #copy(): Promise<void> {
    const hasCopied = await copyText(this.code, this.renderRoot as unknown as HTMLElement);
    this.state = hasCopied ? 'copied' : 'failed';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.state = 'idle';
    }, COPIED_MS);
  }
}

const WORDS = { idle: 'Copy', copied: 'Copied', failed: 'Select it by hand' } as const;
