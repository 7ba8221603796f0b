import { type ChannelHealth, HEALTH_HISTORY_MS } from '@rostrum/sdk';
import { base, tokens } from '@rostrum/sdk/design';
import { html, LitElement, nothing, svg } from 'lit';
import '../../parts/console-chip.ts';
import type { ChipTone } from '../../parts/console-chip.ts';
import { healthStyles } from './health-styles.ts';
import { healthVerdict } from './health-verdict.ts';
import { historyLine } from './history-line.ts';
import type { Advice, Reading, Verdict } from './reading.ts';

const TONES: Readonly<Record<Verdict['tone'], ChipTone>> = {
  good: 'good',
  warn: 'warn',
  quiet: 'plain',
};

/** Of a line's drawing, in its own units: it is stretched to its card. */
const LINE = { width: 300, height: 44 };

/** A young line has a minute's width; from then on it grows with what is known. */
const LEAST_SHOWN_MS = 60_000;

/** How the encoder does: numbers with their last five minutes, and what to do about them. */
export class WebcastHealth extends LitElement {
  static override properties = {
    history: { attribute: false },
    isRecorded: { attribute: false },
  };

  /** Oldest first. */
  declare history: readonly ChannelHealth[];
  /** Whether what comes now is to be kept. */
  declare isRecorded: boolean;

  static override styles = [tokens, base, healthStyles];

  constructor() {
    super();
    this.history = [];
    this.isRecorded = false;
  }

  protected override render() {
    const { readings, advice } = healthVerdict(this.history, this.isRecorded);
    return html`
      <h2 class="visually-hidden" id="health">Health of the encoder</h2>
      <ul class="readings" aria-labelledby="health">
        ${readings.map((reading) => this.#reading(reading))}
      </ul>
      <div class="all-advice" role="status">${advice.map(adviceBar)}</div>
    `;
  }

  #reading(reading: Reading) {
    const { label, value, unit, verdict } = reading;
    return html`<li class="reading" data-name=${reading.name}>
      <div class="head">
        <h3>${label}</h3>
        ${
          verdict.word === ''
            ? nothing
            : html`<console-chip .tone=${TONES[verdict.tone]} .text=${verdict.word}></console-chip>`
        }
      </div>
      <p class="number"><strong>${value}</strong> <span>${unit}</span></p>
      ${this.#line(reading)}
    </li>`;
  }

  #line({ line, lineSpan, verdict }: Reading) {
    const toMs = this.history.at(-1)?.atMs ?? 0;
    const shownMs = Math.max(LEAST_SHOWN_MS, toMs - (line[0]?.atMs ?? toMs));
    const fromMs = toMs - Math.min(HEALTH_HISTORY_MS, shownMs);
    const frame = { ...LINE, fromMs, toMs, minSpan: lineSpan };
    const path = historyLine(line, frame);
    return html`<svg
      class="line ${verdict.tone}"
      viewBox="0 0 ${LINE.width} ${LINE.height}"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      ${path === '' ? nothing : svg`<path d=${path} />`}
    </svg>`;
  }
}

function adviceBar({ title, text }: Advice) {
  return html`<div class="advice"><strong>${title}</strong><span>${text}</span></div>`;
}

customElements.define('webcast-health', WebcastHealth);
