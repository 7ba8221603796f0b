import { css, html, LitElement, type PropertyValues } from 'lit';
import { base, tokens } from './tokens.ts';

/**
 * The DVR window as a line: what has been, where the picture is, where live is. A native slider lies over the drawing,
 * so that keyboards, switch devices and screen readers get what they know.
 *
 * @fires rostrum-seek the viewer chose a place; `detail` is its offset from the start of the window, s
 */
export class RostrumTimeline extends LitElement {
  static override properties = {
    lengthS: { attribute: false },
    positionS: { attribute: false },
    label: { attribute: false },
    valueText: { attribute: false },
    textOf: { attribute: false },
  };

  /** Length of the window, s. */
  declare lengthS: number;
  /** The picture's offset from the start of the window, s. */
  declare positionS: number;
  declare label: string;
  declare valueText: string;
  /** The text for an offset, s: `31:28`. */
  declare textOf: (offsetS: number) => string;

  /** Where the viewer is dragging to; null while nobody drags. */
  #dragS: number | null = null;

  constructor() {
    super();
    this.lengthS = 0;
    this.positionS = 0;
    this.label = '';
    this.valueText = '';
    this.textOf = () => '';
  }

  static override styles = [
    tokens,
    base,
    css`
      :host {
        display: block;
        position: relative;
        block-size: 20px;
        direction: ltr;
        touch-action: none;
      }

      .track,
      .played {
        position: absolute;
        inset-block-start: 8px;
        left: 0;
        block-size: 4px;
        border-radius: 2px;
      }

      .track {
        right: 0;
        background: rgb(255 255 255 / 0.28);
      }

      .played {
        inline-size: calc(var(--at) * 100%);
        background: #fff;
      }

      .dot {
        position: absolute;
        inset-block-start: 4px;
        left: calc(var(--at) * 100%);
        inline-size: 12px;
        block-size: 12px;
        margin-left: -6px;
        border-radius: 50%;
        background: #fff;
      }

      .mark {
        position: absolute;
        inset-block-start: 5px;
        left: calc(var(--hover) * 100%);
        inline-size: 2px;
        margin-left: -1px;
        block-size: 10px;
        border-radius: 1px;
        background: #fff;
        opacity: 0;
      }

      output {
        position: absolute;
        inset-block-end: 24px;
        left: clamp(28px, calc(var(--hover) * 100%), calc(100% - 28px));
        transform: translateX(-50%);
        padding: 1px 8px;
        border-radius: 6px;
        background: rgb(22 24 29 / 0.92);
        color: #fff;
        font-size: 13px;
        line-height: 22px;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        opacity: 0;
        pointer-events: none;
      }

      :host([data-hover]) output,
      :host([data-hover]) .mark {
        opacity: 1;
      }

      input {
        position: absolute;
        inset: -6px 0;
        inline-size: 100%;
        block-size: 32px;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }

      :host(:focus-within) .track {
        outline: 2px solid transparent;
      }

      .ring {
        position: absolute;
        inset: 0 -6px;
        border-radius: 6px;
        pointer-events: none;
      }

      input:focus-visible ~ .ring {
        outline: 2px solid #8ea4ff;
      }
    `,
  ];

  protected override willUpdate(_changed: PropertyValues): void {
    const offsetS = this.#dragS ?? this.positionS;
    const at = this.lengthS > 0 ? Math.min(1, Math.max(0, offsetS / this.lengthS)) : 1;
    this.style.setProperty('--at', at.toFixed(4));
  }

  protected override render() {
    return html`
      <div class="track"></div>
      <div class="played"></div>
      <div class="mark"></div>
      <div class="dot"></div>
      <input
        type="range"
        min="0"
        max=${this.lengthS}
        step="any"
        .value=${String(this.#dragS ?? this.positionS)}
        aria-label=${this.label}
        aria-valuetext=${this.valueText}
        @input=${this.#drag}
        @change=${this.#choose}
        @pointermove=${this.#hover}
        @pointerleave=${() => this.removeAttribute('data-hover')}
      />
      <div class="ring"></div>
      <output aria-hidden="true"></output>
    `;
  }

  #drag = (event: Event) => {
    if (event.target instanceof HTMLInputElement) {
      this.#dragS = event.target.valueAsNumber;
      this.requestUpdate();
    }
  };

  #choose = (event: Event) => {
    this.#dragS = null;
    if (event.target instanceof HTMLInputElement) {
      this.dispatchEvent(new CustomEvent('rostrum-seek', { detail: event.target.valueAsNumber }));
    }
  };

  /** Written directly: a render for each pointer event would be a render for each pixel. */
  #hover = (event: PointerEvent) => {
    const box = this.getBoundingClientRect();
    const at = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    const output = this.renderRoot.querySelector('output');
    if (output === null) return;
    this.style.setProperty('--hover', at.toFixed(4));
    this.setAttribute('data-hover', '');
    output.textContent = this.textOf(at * this.lengthS);
  };
}
