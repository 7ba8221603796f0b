import { createClient, signInWithPassword } from '@rostrum/sdk';
import { base, icons, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, nothing } from 'lit';
import { inputField } from '../parts/field.ts';
import { fieldStyles, partStyles } from '../parts/part-styles.ts';
import { mark } from './frame-pages.ts';
import { REASONS, type SignedOutReason, signInProblem } from './sign-in-words.ts';

type Way = 'password' | 'secret';

type Values = Readonly<Record<'loginId' | 'password' | 'partnerId' | 'secret' | 'userId', string>>;

const ADMIN_SESSION = 2;

/** Signs in by e-mail and password, or by the account's id and its admin secret. Neither is kept anywhere. */
export class ConsoleSignIn extends LitElement {
  static override properties = {
    reason: { attribute: false },
    enter: { attribute: false },
    way: { state: true },
    values: { state: true },
    isBusy: { state: true },
    problem: { state: true },
  };

  declare reason: SignedOutReason;
  /** Takes the session's text; resolves when the console is open, or says by itself why it is not. */
  declare enter: (session: string) => Promise<void>;
  private declare way: Way;
  private declare values: Values;
  private declare isBusy: boolean;
  private declare problem: string;

  static override styles = [
    tokens,
    base,
    partStyles,
    fieldStyles,
    css`
      :host {
        display: grid;
        place-items: center;
        min-block-size: 100dvh;
        padding: 32px 16px;
      }

      main {
        inline-size: min(400px, 100%);
      }

      .mark {
        display: flex;
        align-items: center;
        gap: 12px;
        margin-block-end: 28px;
        font-weight: 600;
        letter-spacing: -0.01em;
      }

      .mark .tile {
        fill: var(--text);
      }

      .mark .bar {
        fill: var(--ink-0);
      }

      .mark .air {
        fill: var(--live);
      }

      h1 {
        font-size: 22px;
        line-height: 28px;
        font-weight: 600;
        letter-spacing: -0.015em;
      }

      .why {
        margin-block-start: 12px;
      }

      .ways {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 4px;
        margin-block: 20px;
        padding: 3px;
        border-radius: 10px;
        background: var(--ink-2);
      }

      .ways button {
        min-block-size: 34px;
        padding: 4px 8px;
        border: 0;
        border-radius: 7px;
        background: transparent;
        font-size: 14px;
        font-weight: 600;
        color: var(--text-2);
        cursor: pointer;
      }

      .ways button[aria-pressed='true'] {
        background: var(--ink-0);
        color: var(--text);
      }

      form {
        display: grid;
        gap: 16px;
      }

      .button {
        justify-content: center;
        min-block-size: 42px;
      }

      .help {
        margin-block-start: 24px;
        padding-block-start: 16px;
        border-block-start: 1px solid var(--line);
      }
    `,
  ];

  constructor() {
    super();
    this.reason = 'new';
    this.enter = async () => {};
    this.way = 'password';
    this.values = { loginId: '', password: '', partnerId: '', secret: '', userId: '' };
    this.isBusy = false;
    this.problem = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = 'Sign in · Rostrum console';
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  protected override render() {
    const why = REASONS[this.reason];
    return html`<main>
      <div class="mark">${mark} Rostrum</div>
      <h1>Sign in to the console</h1>
      ${why === '' ? nothing : html`<p class="box why" role="status">${why}</p>`}
      <div class="ways" role="group" aria-label="How">
        ${this.#wayButton('password', 'E-mail')} ${this.#wayButton('secret', 'Account secret')}
      </div>
      <form novalidate @submit=${(event: SubmitEvent) => void this.#submit(event)}>
        ${this.way === 'password' ? this.#passwordFields() : this.#secretFields()}
        <div role="alert">
          ${
            this.problem === ''
              ? nothing
              : html`<p class="problem">${icons.alert}<span>${this.problem}</span></p>`
          }
        </div>
        <button class="button primary" type="submit" aria-disabled=${this.isBusy ? 'true' : 'false'}>
          ${this.isBusy ? 'Signing in…' : 'Sign in'}
        </button>
      </form>
      <p class="hint help">
        Whoever starts the server finds a sign-in link in its terminal. People get an e-mail
        sign-in from an administrator of their account.
      </p>
    </main>`;
  }

  #wayButton(way: Way, label: string) {
    return html`<button
      type="button"
      aria-pressed=${this.way === way ? 'true' : 'false'}
      @click=${() => {
        this.way = way;
        this.problem = '';
      }}
    >
      ${label}
    </button>`;
  }

  #passwordFields() {
    return html`
      ${this.#field('loginId', 'E-mail', { type: 'email', autocomplete: 'username' })}
      ${this.#field('password', 'Password', { type: 'password', autocomplete: 'current-password' })}
    `;
  }

  #secretFields() {
    return html`
      ${this.#field('partnerId', 'Account id', { inputmode: 'numeric' })}
      ${this.#field('secret', 'Admin secret', { type: 'password' })}
      ${this.#field('userId', 'Your user id', {
        isOptional: true,
        autocomplete: 'username',
        hint: 'Stands beside what you do in the activity.',
      })}
    `;
  }

  #field(name: keyof Values, label: string, more: Partial<Parameters<typeof inputField>[0]> = {}) {
    return inputField({
      id: name,
      label,
      value: this.values[name],
      input: (value) => {
        this.values = { ...this.values, [name]: value };
      },
      ...more,
    });
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.isBusy) return;
    this.problem = this.#missing();
    if (this.problem !== '') return;
    this.isBusy = true;
    try {
      const session = await this.#startSession();
      this.values = { ...this.values, password: '', secret: '' };
      await this.enter(session);
    } catch (error) {
      this.problem = signInProblem(error);
    } finally {
      this.isBusy = false;
    }
  }

  #missing(): string {
    const { loginId, password, partnerId, secret } = this.values;
    if (this.way === 'password')
      return loginId.trim() === '' || password === '' ? 'Enter your e-mail and your password.' : '';
    if (!/^\d{1,9}$/.test(partnerId.trim())) return 'Enter the account id: a number, such as 100.';
    return secret.trim() === '' ? 'Enter the account’s admin secret.' : '';
  }

  #startSession(): Promise<string> {
    const { loginId, password, partnerId, secret, userId } = this.values;
    const serviceUrl = location.origin;
    if (this.way === 'password')
      return signInWithPassword(serviceUrl, { loginId: loginId.trim(), password });
    return createClient({ serviceUrl, partnerId: Number(partnerId) }).session.start({
      secret: secret.trim(),
      type: ADMIN_SESSION,
      userId: userId.trim(),
    });
  }
}

customElements.define('console-sign-in', ConsoleSignIn);
