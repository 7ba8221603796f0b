import { css, html, LitElement } from 'lit';
import { base, tokens } from '../elements/tokens.ts';
import { sizeWord } from './kind-words.ts';
import type { ReferenceIndex } from './reference-index.ts';
import { referenceStyles } from './reference-styles.ts';
import type { CallAnswer } from './send-call.ts';

/** What the server has answered: whether it did what was asked, how long it took, and the answer itself. */
export class RostrumReferenceAnswer extends LitElement {
  static override properties = {
    index: { attribute: false },
    answer: { attribute: false },
  };

  declare index: ReferenceIndex;
  declare answer: CallAnswer;

  static override styles = [
    tokens,
    base,
    referenceStyles,
    css`
      :host {
        display: grid;
        gap: 12px;
        min-inline-size: 0;
      }

      .facts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 10px;
        font-size: 13px;
        line-height: 20px;
        color: var(--text-2);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  protected override render() {
    const { status, durationMs, sizeBytes, contentType, text } = this.answer;
    return html`
      <p class="facts">
        ${this.#verdict()}
        <span>Status ${status}</span>
        <span>${Math.round(durationMs)} ms</span>
        <span>${sizeWord(sizeBytes)}</span>
      </p>
      ${
        text === null
          ? html`<p class="hint">A file of type ${contentType === '' ? 'unknown' : contentType}.</p>`
          : html`<rostrum-code label="Answer" .code=${text}></rostrum-code>`
      }
    `;
  }

  #verdict() {
    const { errorCode } = this.answer;
    if (errorCode === null) return html`<span class="chip good">Answered</span>`;
    const isKnown = this.index.error(errorCode) !== undefined;
    const code = isKnown ? html`<a href=${`#${errorCode}`}>${errorCode}</a>` : errorCode;
    return html`<span class="chip warn">Refused</span><span class="mono">${code}</span>`;
  }
}
