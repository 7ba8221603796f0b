import { letPersonSignIn, type Person, resetPersonsPassword } from '@rostrum/sdk';
import { css, html, type TemplateResult } from 'lit';
import '../parts/console-copy.ts';
import { inputField } from '../parts/field.ts';
import { FormDialog } from '../parts/form-dialog.ts';
import { newPassword } from './new-password.ts';
import { personName } from './person-words.ts';

/** Lets somebody sign in, or gives them a new password. It is shown once. */
export class SignInDialog extends FormDialog {
  static override properties = {
    ...FormDialog.properties,
    person: { state: true },
    email: { state: true },
    password: { state: true },
  };

  private declare person: Person | null;
  private declare email: string;
  /** Empty until the server has taken it. */
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
    this.email = '';
    this.password = '';
  }

  open(person: Person): Promise<void> {
    this.person = person;
    this.email = person.email;
    this.password = '';
    return this.show();
  }

  protected override forget(): void {
    this.password = '';
  }

  protected heading(): string {
    if (this.password !== '') return 'Give them this password';
    return this.person?.maySignIn ? 'New password' : 'Let them sign in';
  }

  protected verb(): string | null {
    if (this.password !== '') return null;
    return this.person?.maySignIn ? 'Make a new password' : 'Let them sign in';
  }

  protected missing(): string {
    return this.email.includes('@') ? '' : 'Enter the e-mail that they sign in with.';
  }

  protected async send(): Promise<boolean> {
    const { person, console } = this;
    if (person === null) return true;
    const password = newPassword();
    const email = this.email.trim();
    if (person.maySignIn) await resetPersonsPassword(console.client, email, password);
    else await letPersonSignIn(console.client, person.id, { email, password });
    this.password = password;
    return false;
  }

  protected fields(): TemplateResult {
    const { person } = this;
    if (this.password !== '') {
      return html`<p>
          No mail is sent: hand it over yourself, by a way that others can’t read. It is shown only
          now.
        </p>
        <console-copy .label=${'Signs in as'} .value=${this.email}></console-copy>
        <console-copy .label=${'Password'} .value=${this.password}></console-copy>`;
    }
    const name = person === null ? '' : personName(person);
    return html`<p>
        ${
          person?.maySignIn
            ? `What ${name} has used until now stops working, and they are signed out everywhere.`
            : `${name} signs in to the console with an e-mail and a password that you see next.`
        }
      </p>
      ${inputField({
        id: 'email',
        label: 'E-mail',
        type: 'email',
        value: this.email,
        hint: person?.maySignIn ? 'The one that they sign in with.' : undefined,
        input: (email) => {
          this.email = email;
        },
      })}`;
  }
}

customElements.define('sign-in-dialog', SignInDialog);
