import { css, html, LitElement, nothing } from 'lit';
import { createClient } from '../api/client.ts';
import { base, tokens } from '../elements/tokens.ts';
import { RostrumError } from '../rostrum-error.ts';
import { fieldStyles, referenceStyles } from './reference-styles.ts';
import type { SessionFacts, TrySession } from './try-session.ts';

/**
 * Starts a session, takes one that is pasted, shows the one there is. Secret and session live in the page's memory and
 * nowhere else.
 *
 * @fires rostrum-session `detail` is the new session's text; null where there is none any more
 */
export class RostrumReferenceSession extends LitElement {
  static override properties = {
    serviceUrl: { attribute: false },
    session: { attribute: false },
    isNeeded: { attribute: false },
    isBusy: { state: true },
    problem: { state: true },
  };

  declare serviceUrl: string;
  declare session: TrySession | null;
  /** Whether the action can't be called without one: then the form is open. */
  declare isNeeded: boolean;
  private declare isBusy: boolean;
  private declare problem: string;

  static override styles = [
    tokens,
    base,
    referenceStyles,
    fieldStyles,
    css`
      form {
        display: grid;
        gap: 12px;
        padding-block: 12px 4px;
      }

      .two {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(130px, 1fr));
        gap: 12px;
      }

      details + details {
        margin-block-start: 8px;
      }

      summary {
        font-size: 14px;
        font-weight: 600;
      }

      .facts {
        margin-block-end: 10px;
        font-size: 14px;
        line-height: 20px;
      }

      .problem {
        color: var(--warn);
        font-size: 14px;
        line-height: 20px;
      }
    `,
  ];

  constructor() {
    super();
    this.serviceUrl = '';
    this.session = null;
    this.isNeeded = true;
    this.isBusy = false;
    this.problem = '';
  }

  protected override render() {
    return html`
      ${this.session === null ? this.#forms() : this.#shown(this.session)}
      <div role="alert">
        ${this.problem === '' ? nothing : html`<p class="problem">${this.problem}</p>`}
      </div>
    `;
  }

  #shown({ facts }: TrySession) {
    return html`
      <p class="facts">${facts === null ? 'Calls are sent with the session you gave.' : sentenceOf(facts)}</p>
      <div class="actions">
        <button class="button small" type="button" @click=${() => this.#tell(null)}>
          Forget it here
        </button>
        <button
          class="button small"
          type="button"
          ?disabled=${this.isBusy}
          @click=${() => this.#end()}
        >
          End it on the server
        </button>
      </div>
    `;
  }

  #forms() {
    return html`
      <details ?open=${this.isNeeded}>
        <summary>Start a session</summary>
        <form @submit=${(event: SubmitEvent) => this.#start(event)}>
          <div class="two">
            <div class="field">
              <label for="partner">Partner id</label>
              <input id="partner" name="partnerId" inputmode="numeric" value="100" required />
            </div>
            <div class="field">
              <label for="type">Type</label>
              <select id="type" name="type">
                <option value="2">Admin</option>
                <option value="0">User</option>
              </select>
            </div>
          </div>
          <div class="field">
            <label for="secret">Secret of the account</label>
            <input id="secret" name="secret" type="password" autocomplete="off" required />
            <p class="hint">Stays in this page’s memory until you leave it.</p>
          </div>
          <div class="two">
            <div class="field">
              <label for="user">User id <span class="kind">optional</span></label>
              <input id="user" name="userId" autocomplete="off" />
            </div>
            <div class="field">
              <label for="privileges">Privileges <span class="kind">optional</span></label>
              <input id="privileges" name="privileges" autocomplete="off" />
            </div>
          </div>
          <div class="actions">
            <button class="button primary" type="submit" ?disabled=${this.isBusy}>
              ${this.isBusy ? 'Starting…' : 'Start session'}
            </button>
          </div>
        </form>
      </details>
      <details>
        <summary>Paste one you have</summary>
        <form @submit=${(event: SubmitEvent) => this.#paste(event)}>
          <div class="field">
            <label for="ks">Session <span class="kind">ks</span></label>
            <input id="ks" name="ks" type="password" autocomplete="off" required />
          </div>
          <div class="actions"><button class="button" type="submit">Use it</button></div>
        </form>
      </details>
    `;
  }

  async #start(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const field = (name: string) => String(new FormData(form).get(name) ?? '');
    await this.#attempt(async () => {
      const { serviceUrl } = this;
      const client = createClient({ serviceUrl, partnerId: Number(field('partnerId')) });
      const ks = await client.session.start({
        secret: field('secret'),
        type: field('type') === '2' ? 2 : 0,
        userId: field('userId'),
        privileges: field('privileges'),
      });
      form.reset();
      this.#tell(ks);
    });
  }

  #paste(event: SubmitEvent): void {
    event.preventDefault();
    const ks = String(new FormData(event.target as HTMLFormElement).get('ks') ?? '').trim();
    this.problem = '';
    if (ks !== '') this.#tell(ks);
  }

  async #end(): Promise<void> {
    const { serviceUrl, session } = this;
    if (session === null) return;
    await this.#attempt(async () => {
      const partnerId = session.facts?.partnerId ?? 0;
      await createClient({ serviceUrl, partnerId, session: session.ks }).session.end();
      this.#tell(null);
    });
  }

  async #attempt(act: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.problem = '';
    try {
      await act();
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.isBusy = false;
    }
  }

  #tell(ks: string | null): void {
    this.dispatchEvent(new CustomEvent('rostrum-session', { detail: ks }));
  }
}

function sentenceOf({ isAdmin, partnerId, userId, expiresAtSeconds, privileges }: SessionFacts) {
  const who = userId === '' ? '' : html` of <strong>${userId}</strong>`;
  const until = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(
    expiresAtSeconds * 1000,
  );
  return html`${isAdmin ? 'Admin' : 'User'} session${who} in account ${partnerId}, until
  ${until}.${privileges === '' ? '' : html` Privileges: <code>${privileges}</code>`}`;
}

function problemOf(error: unknown): string {
  if (!(error instanceof RostrumError)) throw error;
  if (error.code === 'START_SESSION_ERROR') {
    return 'No session: check the partner id and the secret. Admin sessions need an admin secret.';
  }
  if (error.code === 'unreachable' || error.code === 'timed-out') {
    return 'The server does not answer. Check your connection, then try again.';
  }
  return `${error.code}: ${error.message}`;
}
