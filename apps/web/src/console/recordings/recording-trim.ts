import type { RecordingContent } from '@rostrum/sdk';
import { base, icons, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { inputField } from '../parts/field.ts';
import { fieldStyles, partStyles } from '../parts/part-styles.ts';
import { panelStyles } from '../webcast/panels/panel-styles.ts';
import { lengthText } from '../webcast/span-text.ts';
import { placeText, readPlace } from './recording-words.ts';
import './trim-line.ts';
import { isWhole, moveEdge, type TrimEdge, type TrimRange } from './trim-range.ts';

/**
 * What is to stay of a recording: a line with two handles, and the same as times.
 *
 * @fires trim-seek `detail` is a place that is to be shown, ms
 * @fires trim-save `detail` is what is to stay, a TrimRange
 * @fires trim-undo all of it is to be played again
 */
export class RecordingTrim extends LitElement {
  static override properties = {
    content: { attribute: false },
    positionMs: { attribute: false },
    isBusy: { attribute: false },
    range: { state: true },
    typed: { state: true },
  };

  declare content: RecordingContent;
  /** Of the player's picture. */
  declare positionMs: number;
  declare isBusy: boolean;
  private declare range: TrimRange;
  /** What is being typed and is no place yet, by edge. */
  private declare typed: Partial<Record<TrimEdge, string>>;

  static override styles = [
    tokens,
    base,
    partStyles,
    fieldStyles,
    panelStyles,
    css`
      .edges {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(230px, 100%), 1fr));
        gap: 12px 20px;
      }

      .edge {
        display: flex;
        align-items: flex-end;
        gap: 8px;
      }

      .edge .field {
        flex: 1;
      }

      .edge input {
        font-variant-numeric: tabular-nums;
      }

      .edge .button {
        white-space: nowrap;
        min-block-size: 36px;
      }

      .end {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 10px 16px;
      }

      .result {
        font-size: 14px;
        line-height: 20px;
        font-variant-numeric: tabular-nums;
      }

      @media (pointer: coarse) {
        .edge .button {
          min-block-size: 44px;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.positionMs = 0;
    this.isBusy = false;
    this.range = { fromMs: 0, toMs: 0 };
    this.typed = {};
  }

  /** What is played has changed: the handles go back to its ends. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('content')) return;
    const before = changed.get('content');
    const isSame =
      before?.durationMs === this.content.durationMs && before.isTrimmed === this.content.isTrimmed;
    if (!isSame) this.#reset();
  }

  protected override render() {
    const { durationMs } = this.content;
    const isAll = isWhole(this.range, durationMs);
    return html`<section class="card" aria-labelledby="heading">
      <div class="card-head">
        <h2 id="heading">Trim</h2>
        ${isAll ? nothing : html`<button class="button small quiet" type="button" @click=${this.#reset}>Reset</button>`}
      </div>
      <trim-line
        .durationMs=${durationMs}
        .positionMs=${this.positionMs}
        .range=${this.range}
        .isDisabled=${this.isBusy}
        @trim-change=${(event: CustomEvent<TrimRange>) => {
          this.range = event.detail;
          this.typed = {};
        }}
        @trim-seek=${(event: CustomEvent<number>) => this.#seek(event.detail)}
      ></trim-line>
      <div class="edges">
        ${this.#edge('from', 'Start', 'Set start here')} ${this.#edge('to', 'End', 'Set end here')}
      </div>
      <div class="end">
        <p class="result" role="status">${this.#result(isAll)}</p>
        <button
          class="button primary"
          type="button"
          aria-disabled=${isAll || this.isBusy ? 'true' : 'false'}
          @click=${() => this.#save(isAll)}
        >
          ${icons.scissors} ${this.isBusy ? 'Trimming…' : 'Trim'}
        </button>
      </div>
      ${this.content.isTrimmed ? this.#undo() : nothing}
    </section>`;
  }

  #edge(edge: TrimEdge, label: string, here: string) {
    const placeMs = edge === 'from' ? this.range.fromMs : this.range.toMs;
    const typed = this.typed[edge];
    return html`<div class="edge">
      ${inputField({
        id: edge,
        label,
        value: typed ?? placeText(placeMs),
        inputmode: 'text',
        isDisabled: this.isBusy,
        problem:
          typed !== undefined && readPlace(typed) === null ? 'Like 1:05 or 0:02:10.5' : undefined,
        input: (value) => this.#type(edge, value),
      })}
      <button
        class="button small"
        type="button"
        aria-disabled=${this.isBusy ? 'true' : 'false'}
        @click=${() => this.#set(edge, this.positionMs)}
      >
        ${here}
      </button>
    </div>`;
  }

  #result(isAll: boolean) {
    const { durationMs } = this.content;
    const staysMs = this.range.toMs - this.range.fromMs;
    if (isAll) return html`All ${lengthText(durationMs)} stay. Move a handle to cut.`;
    return html`<strong>${lengthText(staysMs)}</strong> stay, ${lengthText(durationMs - staysMs)} ${
      durationMs - staysMs < 2000 ? 'goes' : 'go'
    }. Cuts fall on whole segments, so up to two seconds more may stay at either end.`;
  }

  #undo() {
    const { fullDurationMs, durationMs } = this.content;
    return html`<div class="box end">
      <span>
        ${lengthText(Math.max(0, fullDurationMs - durationMs))} were cut away. Nobody can watch them;
        they can be brought back.
      </span>
      <button
        class="button small"
        type="button"
        aria-disabled=${this.isBusy ? 'true' : 'false'}
        @click=${() => {
          if (!this.isBusy) this.dispatchEvent(new CustomEvent('trim-undo'));
        }}
      >
        Bring back what was cut
      </button>
    </div>`;
  }

  #type(edge: TrimEdge, text: string): void {
    this.typed = { ...this.typed, [edge]: text };
    const placeMs = readPlace(text);
    if (placeMs === null) return;
    this.range = moveEdge(this.range, edge, placeMs, this.content.durationMs);
  }

  #set(edge: TrimEdge, placeMs: number): void {
    if (this.isBusy) return;
    this.typed = {};
    this.range = moveEdge(this.range, edge, placeMs, this.content.durationMs);
  }

  #save(isAll: boolean): void {
    if (isAll || this.isBusy) return;
    this.typed = {};
    this.dispatchEvent(new CustomEvent('trim-save', { detail: this.range }));
  }

  #seek(placeMs: number): void {
    this.dispatchEvent(new CustomEvent('trim-seek', { detail: placeMs }));
  }

  readonly #reset = () => {
    this.range = { fromMs: 0, toMs: this.content.durationMs };
    this.typed = {};
  };
}

customElements.define('recording-trim', RecordingTrim);
