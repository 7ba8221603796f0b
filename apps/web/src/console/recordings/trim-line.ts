import { base, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { placeText, spokenPlace } from './recording-words.ts';
import { moveEdge, placeAfterKey, type TrimEdge, type TrimRange } from './trim-range.ts';

/**
 * A recording as a line with two handles: what lies between them stays. Handles are dragged, or moved with the arrow
 * keys, with Shift in larger steps, Home and End. A press on the line shows that place in the player.
 *
 * @fires trim-change `detail` is the new range, a TrimRange
 * @fires trim-seek `detail` is the place that was pressed, ms
 */
export class TrimLine extends LitElement {
  static override properties = {
    durationMs: { attribute: false },
    positionMs: { attribute: false },
    range: { attribute: false },
    isDisabled: { attribute: false },
  };

  declare durationMs: number;
  /** Of the player's picture. */
  declare positionMs: number;
  declare range: TrimRange;
  declare isDisabled: boolean;

  #dragged: TrimEdge | null = null;

  static override styles = [
    tokens,
    base,
    css`
      :host {
        display: block;
        --inset: 14px;
      }

      .line {
        position: relative;
        block-size: 56px;
        margin-inline: var(--inset);
        direction: ltr;
        touch-action: none;
        user-select: none;
        cursor: pointer;
      }

      .all,
      .stays {
        position: absolute;
        inset-block: 8px;
        border-radius: 6px;
      }

      .all {
        inset-inline: 0;
        background: repeating-linear-gradient(
          -45deg,
          var(--ink-2),
          var(--ink-2) 5px,
          var(--ink-1) 5px,
          var(--ink-1) 10px
        );
        border: 1px solid var(--line);
      }

      .stays {
        background: var(--action-soft);
        border-block: 2px solid var(--action);
        border-radius: 0;
      }

      .now {
        position: absolute;
        inset-block: 4px;
        inline-size: 2px;
        margin-inline-start: -1px;
        border-radius: 1px;
        background: var(--text);
        pointer-events: none;
      }

      .handle {
        position: absolute;
        inset-block: 4px;
        inline-size: 14px;
        border-radius: 4px;
        background: var(--action);
        cursor: ew-resize;
        touch-action: none;
      }

      .handle::before {
        content: '';
        position: absolute;
        inset: 12px 6px;
        border-radius: 1px;
        background: var(--action-text);
      }

      /* For fingers the handle is larger than it looks. */
      .handle::after {
        content: '';
        position: absolute;
        inset: -4px -15px;
      }

      .handle.from {
        margin-inline-start: -14px;
        border-start-end-radius: 0;
        border-end-end-radius: 0;
      }

      .handle.to {
        border-start-start-radius: 0;
        border-end-start-radius: 0;
      }

      .handle[aria-disabled='true'] {
        background: var(--text-3);
        cursor: default;
      }

      .scale {
        display: flex;
        justify-content: space-between;
        margin-inline: var(--inset);
        font-size: 12px;
        line-height: 18px;
        color: var(--text-2);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  constructor() {
    super();
    this.durationMs = 0;
    this.positionMs = 0;
    this.range = { fromMs: 0, toMs: 0 };
    this.isDisabled = false;
  }

  /** Places are set from here: the page's policy allows no styles in the markup. */
  protected override updated(_changed: PropertyValues): void {
    const { fromMs, toMs } = this.range;
    this.#place('.handle.from', fromMs);
    this.#place('.handle.to', toMs);
    this.#place('.now', this.positionMs);
    this.#place('.stays', fromMs);
    const stays = this.renderRoot.querySelector<HTMLElement>('.stays');
    if (stays !== null) stays.style.width = percent(toMs - fromMs, this.durationMs);
  }

  protected override render() {
    return html`
      <div
        class="line"
        @pointerdown=${this.#press}
        @pointermove=${this.#drag}
        @pointerup=${this.#release}
        @pointercancel=${this.#release}
      >
        <div class="all"></div>
        <div class="stays"></div>
        <div class="now"></div>
        ${this.#handle('from', 'Start of what stays', this.range.fromMs)}
        ${this.#handle('to', 'End of what stays', this.range.toMs)}
      </div>
      <div class="scale" aria-hidden="true">
        <span>0:00</span><span>${placeText(this.durationMs)}</span>
      </div>
    `;
  }

  #handle(edge: TrimEdge, label: string, placeMs: number) {
    return html`<div
      class="handle ${edge}"
      role="slider"
      tabindex="0"
      aria-label=${label}
      aria-valuemin="0"
      aria-valuemax=${Math.round(this.durationMs)}
      aria-valuenow=${Math.round(placeMs)}
      aria-valuetext=${spokenPlace(placeMs)}
      aria-disabled=${this.isDisabled ? 'true' : 'false'}
      data-edge=${edge}
      @keydown=${(event: KeyboardEvent) => this.#key(event, edge, placeMs)}
    ></div>`;
  }

  #key(event: KeyboardEvent, edge: TrimEdge, placeMs: number): void {
    if (this.isDisabled || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = placeAfterKey(event.key, event.shiftKey, placeMs, this.durationMs);
    if (next === null) return;
    event.preventDefault();
    this.#move(edge, next);
  }

  readonly #press = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const target = event.target as HTMLElement;
    const { edge } = target.dataset;
    if (edge !== 'from' && edge !== 'to') {
      this.dispatchEvent(new CustomEvent('trim-seek', { detail: this.#placeAt(event) }));
      return;
    }
    if (this.isDisabled) return;
    this.#dragged = edge;
    target.focus();
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    event.preventDefault();
  };

  readonly #drag = (event: PointerEvent) => {
    if (this.#dragged !== null) this.#move(this.#dragged, this.#placeAt(event));
  };

  readonly #release = () => {
    this.#dragged = null;
  };

  #move(edge: TrimEdge, placeMs: number): void {
    const detail = moveEdge(this.range, edge, placeMs, this.durationMs);
    this.dispatchEvent(new CustomEvent('trim-change', { detail }));
    // What is cut is seen: the player shows the picture at the edge.
    const seek = edge === 'from' ? detail.fromMs : detail.toMs;
    this.dispatchEvent(new CustomEvent('trim-seek', { detail: seek }));
  }

  #placeAt({ clientX }: PointerEvent): number {
    const line = this.renderRoot.querySelector('.line')?.getBoundingClientRect();
    if (line === undefined || line.width === 0) return 0;
    const share = (clientX - line.left) / line.width;
    return Math.max(0, Math.min(1, share)) * this.durationMs;
  }

  #place(selector: string, placeMs: number): void {
    const element = this.renderRoot.querySelector<HTMLElement>(selector);
    if (element !== null) element.style.left = percent(placeMs, this.durationMs);
  }
}

function percent(ms: number, durationMs: number): string {
  return `${(100 * Math.max(0, Math.min(ms, durationMs))) / Math.max(1, durationMs)}%`;
}

customElements.define('trim-line', TrimLine);
