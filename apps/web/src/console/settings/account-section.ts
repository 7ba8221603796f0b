import { type AccountChanges, type AccountDetails, changeAccount, getAccount } from '@rostrum/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { inputField, textAreaField } from '../parts/field.ts';
import { SettingsSection } from './settings-section.ts';

/** What the account is called, and what it says about itself. */
export class AccountSection extends SettingsSection<AccountDetails> {
  static override properties = { ...SettingsSection.properties, values: { state: true } };

  /** As they stand in the form. */
  private declare values: Required<AccountChanges> | null;

  static override styles = [
    ...SettingsSection.styles,
    css`
      form {
        display: grid;
        gap: 16px;
      }
    `,
  ];

  constructor() {
    super();
    this.values = null;
  }

  protected heading(): string {
    return 'Account';
  }

  protected lead(): string {
    return 'The name stands in this console, and in the activity.';
  }

  protected ask(): Promise<AccountDetails> {
    return getAccount(this.console.client);
  }

  protected override loaded({ id: _id, ...values }: AccountDetails): void {
    this.values = values;
  }

  protected content({ id }: AccountDetails): TemplateResult {
    const mayChange = this.console.may('ACCOUNT_UPDATE_SETTINGS');
    return html`<form novalidate @submit=${(event: Event) => void this.#save(event)}>
      ${this.#text('name', 'Name', !mayChange)}
      <div class="two">
        ${this.#text('adminName', 'Who runs it', !mayChange)}
        ${this.#text('adminEmail', 'Their e-mail', !mayChange)}
      </div>
      ${this.#text('website', 'Website', !mayChange)}
      ${textAreaField({
        id: 'description',
        label: 'Description',
        value: this.values?.description ?? '',
        isOptional: true,
        isDisabled: !mayChange,
        maxLength: 4000,
        input: (description) => this.#set({ description }),
      })}
      <p class="hint">Account id <span class="mono">${id}</span>: clients name it as partnerId.</p>
      ${
        mayChange
          ? html`<div class="actions">
              <button
                class="button primary"
                type="submit"
                aria-disabled=${this.isBusy ? 'true' : 'false'}
              >
                ${this.isBusy ? 'Saving…' : 'Save account'}
              </button>
            </div>`
          : nothing
      }
    </form>`;
  }

  #text(name: keyof AccountChanges, label: string, isDisabled: boolean) {
    return inputField({
      id: name,
      label,
      value: this.values?.[name] ?? '',
      isOptional: name !== 'name',
      isDisabled,
      maxLength: 200,
      type: name === 'adminEmail' ? 'email' : 'text',
      input: (value) => this.#set({ [name]: value }),
    });
  }

  #set(changes: AccountChanges): void {
    if (this.values !== null) this.values = { ...this.values, ...changes };
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    const { values } = this;
    if (values === null) return;
    if (values.name.trim() === '') {
      this.problem = 'The account needs a name.';
      return;
    }
    const isSaved = await this.attempt(async () => {
      this.data = await changeAccount(this.console.client, { ...values, name: values.name.trim() });
    });
    if (isSaved) this.console.notify('The account is saved.');
  }
}

customElements.define('account-section', AccountSection);
