import { base, icons, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement } from 'lit';
import type { NoticeTone } from './console-context.ts';

type Notice = { readonly id: number; readonly text: string; readonly tone: NoticeTone };

/** Long enough to read two lines twice; it stays while the pointer or the focus is on it. */
const SHOWN_MS = 7000;
const MAX_SHOWN = 3;

/** Short notes at the page's edge, which are read out as they come. What must not be missed stands on the page instead. */
export class ConsoleNotices extends LitElement {
  static override properties = { notices: { state: true }, spoken: { state: true } };

  private declare notices: readonly Notice[];
  private declare spoken: string;

  #lastId = 0;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #isHeld = false;

  static override styles = [
    tokens,
    base,
    css`
      .stack {
        position: fixed;
        inset: auto 0 calc(20px + var(--bottom-bar, 0px)) 0;
        z-index: 10;
        display: grid;
        justify-items: center;
        gap: 8px;
        padding-inline: 16px;
        pointer-events: none;
      }

      .notice {
        display: flex;
        align-items: center;
        gap: 10px;
        max-inline-size: 560px;
        padding: 9px 9px 9px 14px;
        border-radius: 10px;
        background: var(--text);
        color: var(--ink-0);
        font-size: 14px;
        line-height: 20px;
        pointer-events: auto;
        animation: arrive 160ms ease-out;
      }

      .notice.warn svg.tone {
        color: inherit;
      }

      .text {
        flex: 1;
        overflow-wrap: anywhere;
      }

      button {
        display: grid;
        place-items: center;
        inline-size: 28px;
        block-size: 28px;
        border: 0;
        border-radius: 6px;
        background: transparent;
        color: inherit;
        cursor: pointer;
      }

      button:hover {
        background: color-mix(in srgb, var(--ink-0) 18%, transparent);
      }

      button:focus-visible {
        outline-color: currentColor;
        outline-offset: 0;
      }

      @keyframes arrive {
        from {
          opacity: 0;
          translate: 0 8px;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.notices = [];
    this.spoken = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.notices = [];
  }

  show(text: string, tone: NoticeTone): void {
    const id = ++this.#lastId;
    // The same words twice are one note that begins anew.
    const others = this.notices.filter((notice) => notice.text !== text);
    this.notices = [...others, { id, text, tone }].slice(-MAX_SHOWN);
    this.#forgetLater(id);
  }

  /** Has a text read out that is not shown, also when it is the same as the last one. */
  announce(text: string): void {
    this.spoken = '';
    void this.updateComplete.then(() => {
      this.spoken = text;
    });
  }

  protected override render() {
    return html`
      <div class="visually-hidden" aria-live="polite">${this.spoken}</div>
      <div
        class="stack"
        role="status"
        @pointerenter=${() => this.#hold(true)}
        @pointerleave=${() => this.#hold(false)}
        @focusin=${() => this.#hold(true)}
        @focusout=${() => this.#hold(false)}
      >
        ${this.notices.map(
          ({ id, text, tone }) => html`<div class="notice ${tone}">
            ${tone === 'good' ? icons.check : icons.alert}
            <span class="text">${text}</span>
            <button type="button" aria-label="Dismiss" @click=${() => this.#forget(id)}>
              ${icons.close}
            </button>
          </div>`,
        )}
      </div>
    `;
  }

  #hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    if (!isHeld) for (const { id } of this.notices) this.#forgetLater(id);
  }

  #forgetLater(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.set(
      id,
      setTimeout(() => {
        if (!this.#isHeld) this.#forget(id);
      }, SHOWN_MS),
    );
  }

  #forget(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.notices = this.notices.filter((notice) => notice.id !== id);
  }
}

customElements.define('console-notices', ConsoleNotices);
