import { addPerson, changePerson, type Person, type Role } from '@rostrum/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import '../parts/console-copy.ts';
import { checkField, inputField, selectField } from '../parts/field.ts';
import { FormDialog } from '../parts/form-dialog.ts';
import { newPassword } from './new-password.ts';

type Values = {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly id: string;
  /** `admin`, `own`, or a role's id. */
  readonly power: string;
  readonly maySignIn: boolean;
};

const EMPTY: Values = {
  firstName: '',
  lastName: '',
  email: '',
  id: '',
  power: 'own',
  maySignIn: true,
};

/** Adds somebody to the account, or changes who they are and what they may do. A password is shown once. */
export class PersonDialog extends FormDialog {
  static override properties = {
    ...FormDialog.properties,
    person: { state: true },
    roles: { state: true },
    values: { state: true },
    password: { state: true },
  };

  /** Null for somebody new. */
  private declare person: Person | null;
  private declare roles: readonly Role[];
  private declare values: Values;
  /** Of somebody who was just added; empty otherwise. */
  private declare password: string;

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
    this.person = null;
    this.roles = [];
    this.values = EMPTY;
    this.password = '';
  }

  open(person: Person | null, roles: readonly Role[]): Promise<void> {
    this.person = person;
    this.roles = roles;
    this.password = '';
    this.values = person === null ? EMPTY : valuesOf(person);
    return this.show();
  }

  protected override forget(): void {
    this.password = '';
  }

  protected heading(): string {
    if (this.password !== '') return 'Give them this password';
    return this.person === null ? 'Add a person' : 'Edit person';
  }

  protected verb(): string | null {
    if (this.password !== '') return null;
    return this.person === null ? 'Add person' : 'Save';
  }

  protected missing(): string {
    const { id, email, maySignIn } = this.values;
    if (this.person !== null) return '';
    if (maySignIn && !email.includes('@')) return 'Enter the e-mail that they sign in with.';
    return id.trim() === '' && email.trim() === '' ? 'Enter an e-mail or a user id.' : '';
  }

  protected async send(): Promise<boolean> {
    const { client, notify } = this.console;
    const { firstName, lastName, email, maySignIn } = this.values;
    const names = { firstName: firstName.trim(), lastName: lastName.trim(), email: email.trim() };
    if (this.person !== null) {
      // Whoever signed in stays so, unless what they may do is another thing now.
      const isSamePower = this.values.power === valuesOf(this.person).power;
      await changePerson(client, this.person.id, {
        ...names,
        ...(isSamePower ? {} : powerOf(this.values.power)),
      });
      notify('Saved.');
      return true;
    }
    const password = maySignIn ? newPassword() : undefined;
    await addPerson(client, {
      ...names,
      ...powerOf(this.values.power),
      id: this.values.id.trim() || names.email,
      ...(password === undefined ? {} : { password }),
    });
    if (password === undefined) notify('Added.');
    this.password = password ?? '';
    return password === undefined;
  }

  protected fields(): TemplateResult {
    if (this.password !== '') return this.#handover();
    const { person, values } = this;
    const isOwner = person?.isAccountOwner ?? false;
    const isOneself = person !== null && person.id === this.console.who.userId;
    return html`
      <div class="two">
        ${this.#text('firstName', 'First name', { isOptional: true })}
        ${this.#text('lastName', 'Last name', { isOptional: true })}
      </div>
      ${this.#text('email', 'E-mail', {
        type: 'email',
        hint: person?.maySignIn ? 'What they sign in with stays as it is.' : undefined,
      })}
      ${
        person === null
          ? this.#text('id', 'User id', {
              isOptional: true,
              hint: 'As your own application calls them; the e-mail where it is empty. It stays.',
            })
          : nothing
      }
      ${
        isOwner || isOneself
          ? html`<p class="hint">
              ${isOwner ? 'The owner of the account may do everything.' : 'Nobody changes their own role.'}
            </p>`
          : selectField({
              id: 'power',
              label: 'May do',
              value: values.power,
              options: [
                { value: 'own', label: 'Work on what is their own' },
                { value: 'admin', label: 'Everything' },
                ...this.roles.map(({ id, name }) => ({ value: String(id), label: name })),
              ],
              hint: 'What each role allows stands under Roles.',
              change: (power) => this.#set({ power }),
            })
      }
      ${
        person === null
          ? checkField({
              id: 'maySignIn',
              label: 'Signs in to this console',
              hint: 'With the e-mail, and a password that you see next. No mail is sent.',
              isChecked: values.maySignIn,
              change: (maySignIn) => this.#set({ maySignIn }),
            })
          : nothing
      }
    `;
  }

  #handover(): TemplateResult {
    return html`<p>
        No mail is sent: hand it over yourself, by a way that others can’t read. It is shown only now.
      </p>
      <console-copy .label=${'Signs in as'} .value=${this.values.email}></console-copy>
      <console-copy .label=${'Password'} .value=${this.password}></console-copy>
      <console-copy .label=${'At'} .value=${`${this.console.serviceUrl}/console`}></console-copy>`;
  }

  #text(
    name: 'firstName' | 'lastName' | 'email' | 'id',
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

function valuesOf({ firstName, lastName, email, id, roleId, isAdmin, maySignIn }: Person): Values {
  const power = roleId === null ? (isAdmin ? 'admin' : 'own') : String(roleId);
  return { firstName, lastName, email, id, power, maySignIn };
}

/** A role takes away from what administrators may do. */
function powerOf(power: string): { readonly isAdmin: boolean; readonly roleId: number | null } {
  if (power === 'own') return { isAdmin: false, roleId: null };
  return { isAdmin: true, roleId: power === 'admin' ? null : Number(power) };
}

customElements.define('person-dialog', PersonDialog);
