import { type AccountStorage, changeStorage, getStorage } from '@rostrum/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { inputField } from '../parts/field.ts';
import { SettingsSection } from './settings-section.ts';
import { gigabytesIn, gigabytesText, sizeWords } from './size-words.ts';

/** From here on the bar asks to be looked at. */
const NEARLY_FULL = 0.8;

/** How much recordings hold, how much they may, and for how long they stay. */
export class StorageSection extends SettingsSection<AccountStorage> {
  static override properties = {
    ...SettingsSection.properties,
    quota: { state: true },
    days: { state: true },
  };

  /** As they stand in the form: GB, and days; empty for no limit. */
  private declare quota: string;
  private declare days: string;

  static override styles = [
    ...SettingsSection.styles,
    css`
      form {
        display: grid;
        gap: 16px;
      }

      meter {
        inline-size: 100%;
        block-size: 12px;
      }

      .used {
        display: grid;
        gap: 6px;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  constructor() {
    super();
    this.quota = '';
    this.days = '';
  }

  protected heading(): string {
    return 'Storage';
  }

  protected lead(): string {
    return 'What recordings hold on disk. A full quota stops new recordings, never a show: what is on air goes on.';
  }

  protected ask(): Promise<AccountStorage> {
    return getStorage(this.console.client);
  }

  protected override loaded({ quotaBytes, retentionDays }: AccountStorage): void {
    this.quota = gigabytesText(quotaBytes);
    this.days = retentionDays === null ? '' : String(retentionDays);
  }

  protected content(storage: AccountStorage): TemplateResult {
    const mayChange = this.console.may('ACCOUNT_UPDATE_SETTINGS');
    return html`${this.#used(storage)}
      <form novalidate @submit=${(event: Event) => void this.#save(event)}>
        <div class="two">
          ${inputField({
            id: 'quota',
            label: 'Quota, GB',
            value: this.quota,
            inputmode: 'decimal',
            isOptional: true,
            isDisabled: !mayChange,
            hint: 'No limit where it is empty.',
            input: (quota) => {
              this.quota = quota;
            },
          })}
          ${inputField({
            id: 'days',
            label: 'Recordings are kept, days',
            value: this.days,
            inputmode: 'numeric',
            isOptional: true,
            isDisabled: !mayChange,
            hint: 'Counted from the end of the show; for ever where it is empty. Single recordings can be kept longer.',
            input: (days) => {
              this.days = days;
            },
          })}
        </div>
        ${
          mayChange
            ? html`<div class="actions">
                <button
                  class="button primary"
                  type="submit"
                  aria-disabled=${this.isBusy ? 'true' : 'false'}
                >
                  ${this.isBusy ? 'Saving…' : 'Save storage'}
                </button>
              </div>`
            : nothing
        }
      </form>`;
  }

  #used({ usedBytes, quotaBytes, recordingCount, isFull }: AccountStorage) {
    const held = `${sizeWords(usedBytes)} in ${recordingCount === 1 ? '1 recording' : `${recordingCount} recordings`}`;
    const text =
      quotaBytes === null ? `${held}; no limit.` : `${held}, of ${sizeWords(quotaBytes)}.`;
    return html`<div class="used">
      <p id="used">${text}</p>
      ${
        quotaBytes === null
          ? nothing
          : html`<meter
              aria-labelledby="used"
              min="0"
              max=${quotaBytes}
              high=${quotaBytes * NEARLY_FULL}
              optimum="0"
              .value=${usedBytes}
            ></meter>`
      }
      ${
        isFull
          ? html`<p class="box warn" role="status">
              The quota is reached: shows that begin now are not recorded. Delete recordings, or raise
              the quota.
            </p>`
          : nothing
      }
    </div>`;
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    const quotaBytes = gigabytesIn(this.quota);
    const days = Number(this.days.trim());
    if (this.quota.trim() !== '' && quotaBytes === null) {
      this.problem = `“${this.quota}” is no amount of GB: enter a number like 500, or nothing.`;
      return;
    }
    if (this.days.trim() !== '' && !(Number.isInteger(days) && days >= 1)) {
      this.problem = `“${this.days}” is no number of days: enter 1 or more, or nothing.`;
      return;
    }
    const retentionDays = this.days.trim() === '' ? null : days;
    const isSaved = await this.attempt(async () => {
      this.data = await changeStorage(this.console.client, { quotaBytes, retentionDays });
    });
    if (isSaved) this.console.notify('Storage is saved.');
  }
}

customElements.define('storage-section', StorageSection);
