import type { AccountStorage } from '@rostrum/sdk';
import { base, icons, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { partStyles } from '../parts/part-styles.ts';
import { sizeText } from './recording-words.ts';

/** From here on it is time to look: the same share at which the server raises its first alert. */
const LOOK_AT = 0.8;

/** How much of its space the account has used, and how long recordings stay. */
export class StorageBar extends LitElement {
  static override properties = { storage: { attribute: false } };

  declare storage: AccountStorage;

  static override styles = [
    tokens,
    base,
    partStyles,
    css`
      :host {
        display: block;
        margin-block-end: 20px;
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 2px 16px;
        font-size: 13px;
        line-height: 20px;
        color: var(--text-2);
        font-variant-numeric: tabular-nums;
      }

      strong {
        font-weight: 600;
        color: var(--text);
      }

      .bar {
        block-size: 6px;
        margin-block-start: 8px;
        border-radius: 3px;
        background: var(--ink-2);
        overflow: hidden;
      }

      .used {
        block-size: 100%;
        min-inline-size: 3px;
        border-radius: 3px;
        background: var(--text-2);
        transform-origin: left;
      }

      .used.warn {
        background: var(--warn);
      }

      .box {
        display: flex;
        gap: 10px;
        margin-block-start: 12px;
      }
    `,
  ];

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('storage')) return;
    const used = this.renderRoot.querySelector<HTMLElement>('.used');
    if (used !== null) used.style.inlineSize = `${100 * Math.min(1, this.#share ?? 0)}%`;
  }

  protected override render() {
    const { usedBytes, quotaBytes, retentionDays, recordingCount, isFull } = this.storage;
    const share = this.#share;
    const isTight = isFull || (share ?? 0) >= LOOK_AT;
    const count = `${recordingCount} ${recordingCount === 1 ? 'recording' : 'recordings'}`;
    return html`
      <div class="line">
        <span
          ><strong>${sizeText(usedBytes)}</strong>
          ${quotaBytes === null ? 'used' : `of ${sizeText(quotaBytes)} used`}, ${count}</span
        >
        <span>${retentionDays === null ? 'Kept until you delete them' : stayText(retentionDays)}</span>
      </div>
      ${
        share === null
          ? nothing
          : html`<div
              class="bar"
              role="meter"
              aria-label="Space used"
              aria-valuemin="0"
              aria-valuemax="100"
              aria-valuenow=${Math.min(100, Math.round(100 * share))}
            >
              <div class="used ${isTight ? 'warn' : ''}"></div>
            </div>`
      }
      ${isTight ? this.#advice(isFull) : nothing}
    `;
  }

  get #share(): number | null {
    const { usedBytes, quotaBytes } = this.storage;
    return quotaBytes === null ? null : usedBytes / Math.max(1, quotaBytes);
  }

  #advice(isFull: boolean) {
    const text = isFull
      ? 'The space is used up: shows that begin now go on air, and are not recorded. Delete what is no longer needed from the bin, or raise the limit in Settings.'
      : 'The space is nearly used up. When it is, new shows go on air and are not recorded. Delete what is no longer needed, or raise the limit in Settings.';
    return html`<p class="box warn" role="status">${icons.alert}<span>${text}</span></p>`;
  }
}

function stayText(days: number): string {
  return `Deleted ${days} ${days === 1 ? 'day' : 'days'} after their show, unless kept`;
}

customElements.define('storage-bar', StorageBar);
