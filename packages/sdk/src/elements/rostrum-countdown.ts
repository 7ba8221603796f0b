import { css, html, LitElement } from 'lit';
import { en, type Messages } from '../messages/en.ts';
import { type Countdown, countdownOf, msToNextSecond } from './countdown.ts';
import { base, tokens } from './tokens.ts';

/**
 * The time that is left until a moment, by the server's clock.
 *
 * @fires rostrum-due the moment has come
 */
export class RostrumCountdown extends LitElement {
  static override properties = {
    targetMs: { attribute: false },
    nowMs: { attribute: false },
    messages: { attribute: false },
  };

  /** Wall clock, ms. */
  declare targetMs: number;
  /** The server's wall clock. */
  declare nowMs: () => number;
  declare messages: Messages;

  #timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    tokens,
    base,
    css`
      :host {
        display: block;
        color: inherit;
      }

      .units {
        display: flex;
        justify-content: center;
        gap: clamp(12px, 3cqi, 28px);
      }

      .unit {
        min-inline-size: 2.4em;
        font-size: clamp(30px, 7cqi, 64px);
        line-height: 1.1;
        font-weight: 600;
        letter-spacing: -0.03em;
        font-variant-numeric: tabular-nums;
        text-align: center;
      }

      .unit small {
        display: block;
        margin-block-start: 6px;
        font-size: 13px;
        line-height: 20px;
        font-weight: 400;
        letter-spacing: 0;
        color: #b1b6c2;
      }
    `,
  ];

  constructor() {
    super();
    this.targetMs = 0;
    this.nowMs = Date.now;
    this.messages = en;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  protected override render() {
    const left = countdownOf(this.targetMs - this.nowMs());
    if (left === null) return html``;
    const units = unitsOf(left, this.messages);
    // Read out whole when it is asked for, and never by itself: a voice every second helps nobody.
    const spoken = `${this.messages.startsIn} ${units.map(([value, name]) => `${value} ${name}`).join(', ')}`;
    return html`
      <div role="timer" aria-label=${spoken}>
        <div class="units" aria-hidden="true">
          ${units.map(
            ([value, name]) =>
              html`<div class="unit">${String(value).padStart(2, '0')}<small>${name}</small></div>`,
          )}
        </div>
      </div>
    `;
  }

  protected override updated(): void {
    clearTimeout(this.#timer);
    const remainingMs = this.targetMs - this.nowMs();
    if (remainingMs <= 0) {
      this.dispatchEvent(new CustomEvent('rostrum-due'));
      return;
    }
    // A little after the change, so that a timer that fires early does not show the old number for another second.
    this.#timer = setTimeout(() => this.requestUpdate(), msToNextSecond(remainingMs) + 15);
  }
}

/** Days only where there are some; seconds only where they matter. */
function unitsOf(left: Countdown, { countdown }: Messages): [value: number, name: string][] {
  const { days, hours, minutes, seconds } = left;
  const units: [number, string][] = [
    [hours, countdown.hours(hours)],
    [minutes, countdown.minutes(minutes)],
  ];
  if (days > 0) return [[days, countdown.days(days)], ...units];
  if (hours === 0) units.shift();
  return [...units, [seconds, countdown.seconds(seconds)]];
}
