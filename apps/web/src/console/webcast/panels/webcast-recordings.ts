import type { RecordingOfWebcast } from '@rostrum/sdk';
import { base, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, type TemplateResult } from 'lit';
import '../../parts/console-chip.ts';
import { failureSentence } from '../../parts/failure-words.ts';
import { partStyles } from '../../parts/part-styles.ts';
import { momentText } from '../../parts/times.ts';
import { lengthText } from '../span-text.ts';
import type { Loaded } from '../webcast-desk.ts';
import { panelStyles } from './panel-styles.ts';

/** What the webcast's shows have left behind. */
export class WebcastRecordings extends LitElement {
  static override properties = {
    recordings: { attribute: false },
    isRecorded: { attribute: false },
    isOnAir: { attribute: false },
  };

  declare recordings: Loaded<readonly RecordingOfWebcast[]>;
  /** Whether its shows are kept. */
  declare isRecorded: boolean;
  declare isOnAir: boolean;

  static override styles = [
    tokens,
    base,
    partStyles,
    panelStyles,
    css`
      ul {
        display: grid;
        list-style: none;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 2px 12px;
        padding-block: 8px;
        border-block-start: 1px solid var(--line);
      }

      li:first-child {
        border: 0;
        padding-block-start: 0;
      }

      li:last-child {
        padding-block-end: 0;
      }

      .length {
        font-size: 13px;
        font-variant-numeric: tabular-nums;
        color: var(--text-2);
      }
    `,
  ];

  constructor() {
    super();
    this.recordings = { status: 'loading' };
    this.isRecorded = true;
    this.isOnAir = false;
  }

  protected override render() {
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">Recordings</h2>
      ${this.#content()}
    </section>`;
  }

  #content(): TemplateResult {
    const { recordings } = this;
    switch (recordings.status) {
      case 'loading':
        return html`<div class="bone" aria-busy="true"></div>`;
      case 'failed':
        return html`<p class="quiet-text">${failureSentence(recordings.error)}</p>`;
      case 'ready':
        if (recordings.value.length === 0) return this.#none();
        return html`<ul>
          ${recordings.value.map((recording) => this.#recording(recording))}
        </ul>`;
    }
  }

  #none(): TemplateResult {
    const text = this.isRecorded
      ? 'None yet. A show can be watched again the moment it ends.'
      : 'None: this webcast is not recorded. You can change that in its settings.';
    return html`<p class="quiet-text">${text}</p>`;
  }

  #recording({ id, createdAtMs, durationMs, isReady }: RecordingOfWebcast): TemplateResult {
    return html`<li>
      <a href="/console/recordings/${id}">${momentText(createdAtMs)}</a>
      ${
        isReady
          ? html`<span class="length">${lengthText(durationMs)}</span>`
          : html`<console-chip
              .tone=${'plain'}
              .text=${this.isOnAir ? 'Recording' : 'Empty'}
            ></console-chip>`
      }
    </li>`;
  }
}

customElements.define('webcast-recordings', WebcastRecordings);
