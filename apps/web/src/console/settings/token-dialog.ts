import { type AppTokenHash, addAppToken } from '@rostrum/sdk';
import { css, html, type TemplateResult } from 'lit';
import '../parts/console-copy.ts';
import { inputField, selectField } from '../parts/field.ts';
import { FormDialog } from '../parts/form-dialog.ts';

type Values = {
  readonly description: string;
  readonly hashType: string;
  readonly kind: 'user' | 'admin';
  readonly userId: string;
  readonly minutes: string;
  readonly privileges: string;
  /** `2026-11-22`; empty for never. */
  readonly lastDay: string;
};

const EMPTY: Values = {
  description: '',
  hashType: 'SHA256',
  kind: 'user',
  userId: '',
  minutes: '60',
  privileges: '',
  lastDay: '',
};

/** Makes an application token, and shows its text once. */
export class TokenDialog extends FormDialog {
  static override properties = {
    ...FormDialog.properties,
    values: { state: true },
    made: { state: true },
  };

  private declare values: Values;
  private declare made: { readonly id: string; readonly text: string } | null;

  static override styles = [
    ...FormDialog.styles,
    css`
      form {
        display: grid;
        gap: 16px;
      }
    `,
  ];

  constructor() {
    super();
    this.values = EMPTY;
    this.made = null;
  }

  open(): Promise<void> {
    this.values = EMPTY;
    this.made = null;
    return this.show();
  }

  protected override forget(): void {
    this.made = null;
  }

  protected heading(): string {
    return this.made === null ? 'New application token' : 'Copy the token now';
  }

  protected verb(): string | null {
    return this.made === null ? 'Make token' : null;
  }

  protected missing(): string {
    const { description, minutes, lastDay } = this.values;
    if (description.trim() === '') return 'Say which application it is for.';
    if (!(Number(minutes) >= 1)) return 'Say how many minutes a session lasts: 1 or more.';
    const isPast = lastDay !== '' && endOfDayMs(lastDay) <= Date.now();
    return isPast ? 'The last day is over already.' : '';
  }

  protected async send(): Promise<boolean> {
    const { description, hashType, kind, userId, minutes, privileges, lastDay } = this.values;
    const { token, text } = await addAppToken(this.console.client, {
      description: description.trim(),
      hashType: hashType as AppTokenHash,
      isAdmin: kind === 'admin',
      userId: userId.trim(),
      sessionSeconds: Math.round(Number(minutes) * 60),
      privileges: privileges.trim(),
      expiresAtMs: lastDay === '' ? null : endOfDayMs(lastDay),
    });
    this.made = { id: token.id, text };
    return false;
  }

  protected fields(): TemplateResult {
    if (this.made !== null) {
      return html`<p>
          The application keeps both. The token itself is never sent: the application sends a hash of
          a session and the token (appToken.startSession).
        </p>
        <console-copy .label=${'Token id'} .value=${this.made.id}></console-copy>
        <console-copy .label=${'Token'} .value=${this.made.text}></console-copy>`;
    }
    const { values } = this;
    return html`
      ${this.#text('description', 'For which application')}
      ${selectField({
        id: 'kind',
        label: 'Sessions',
        value: values.kind,
        options: [
          { value: 'user', label: 'User: what is published, and what is their own' },
          { value: 'admin', label: 'Admin: the whole account' },
        ],
        change: (kind) => this.#set({ kind: kind === 'admin' ? 'admin' : 'user' }),
      })}
      ${this.#text('privileges', 'Privileges', {
        isOptional: true,
        placeholder: 'setrole:WEBCAST_PRODUCER_DEVICE_ROLE',
        hint: 'All its sessions have them; separated by commas. The application can only take rights away.',
        maxLength: 4000,
      })}
      <div class="two">
        ${this.#text('userId', 'Always of user', { isOptional: true, hint: 'The application chooses where it is empty.' })}
        ${this.#text('minutes', 'A session lasts, minutes', { inputmode: 'numeric' })}
      </div>
      <div class="two">
        ${this.#text('lastDay', 'Last day', { type: 'date', isOptional: true })}
        ${selectField({
          id: 'hashType',
          label: 'Hash',
          value: values.hashType,
          options: ['SHA256', 'SHA512', 'SHA1', 'MD5'].map((value) => ({ value, label: value })),
          hint: 'What the application makes of the token.',
          change: (hashType) => this.#set({ hashType }),
        })}
      </div>
    `;
  }

  #text(
    name: Exclude<keyof Values, 'kind' | 'hashType'>,
    label: string,
    more: Partial<Parameters<typeof inputField>[0]> = {},
  ) {
    return inputField({
      id: name,
      label,
      value: this.values[name],
      maxLength: 100,
      input: (value) => this.#set({ [name]: value }),
      ...more,
    });
  }

  #set(values: Partial<Values>): void {
    this.values = { ...this.values, ...values };
  }
}

function endOfDayMs(day: string): number {
  return new Date(`${day}T23:59:59`).getTime();
}

customElements.define('token-dialog', TokenDialog);
