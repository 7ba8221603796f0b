import {
  type AccountSecret,
  addSecret,
  deleteSecret,
  listSecrets,
  revealSecret,
  rotateSecret,
  type SecretKind,
} from '@rostrum/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import '../parts/console-chip.ts';
import '../parts/console-copy.ts';
import { ask } from '../parts/ask.ts';
import { momentText } from '../parts/times.ts';
import { SettingsSection } from './settings-section.ts';

const NAMES: Readonly<Record<SecretKind, string>> = { admin: 'Admin secret', user: 'User secret' };

/** The account's secrets: a text is asked for when somebody wants to see it, and forgotten when it is hidden again. */
export class SecretsSection extends SettingsSection<readonly AccountSecret[]> {
  static override properties = { ...SettingsSection.properties, shown: { state: true } };

  /** The text of the one secret that is shown. */
  private declare shown: { readonly id: string; readonly text: string } | null;

  constructor() {
    super();
    this.shown = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.shown = null;
  }

  protected heading(): string {
    return 'Secrets';
  }

  protected lead(): string {
    return 'Your application starts sessions with them. They belong on servers, never in a page. Several may be in use at a time, so that a new one can go into use before the old one goes.';
  }

  protected ask(): Promise<readonly AccountSecret[]> {
    return listSecrets(this.console.client);
  }

  protected content(secrets: readonly AccountSecret[]): TemplateResult {
    return html`<ul class="things">
        ${secrets.map((secret) => this.#secret(secret, secrets))}
      </ul>
      <div class="actions">
        ${this.#button('Add an admin secret', () => this.#add('admin'))}
        ${this.#button('Add a user secret', () => this.#add('user'))}
        ${this.#button('Replace all admin secrets…', () => this.#rotate('admin'), isFixed(secrets, 'admin'))}
      </div>
      ${
        isFixed(secrets, 'admin')
          ? html`<p class="hint">
              The secrets of the installation’s own account come from its settings
              (ROSTRUM_ADMIN_SECRET, ROSTRUM_USER_SECRET) and are replaced there.
            </p>`
          : nothing
      }`;
  }

  #secret(secret: AccountSecret, secrets: readonly AccountSecret[]) {
    const { id, kind, isConfigured, createdAtMs } = secret;
    const isShown = this.shown?.id === id;
    const isFirst = secrets.find((each) => each.kind === kind)?.id === id;
    const isLastAdmin =
      kind === 'admin' && secrets.filter((each) => each.kind === 'admin').length === 1;
    const since = createdAtMs === null ? '' : `since ${momentText(createdAtMs)}`;
    return html`<li class="thing">
      <div>
        <strong>${NAMES[kind]}</strong> <span class="mono">${id}</span>
        <span class="chips">
          ${isFirst ? html`<console-chip .tone=${'good'} .text=${'Signs new sessions'}></console-chip>` : nothing}
          ${isConfigured ? html`<console-chip .text=${'From the settings'}></console-chip>` : nothing}
        </span>
        <div class="hint">${since}</div>
      </div>
      <div class="actions">
        ${
          isShown
            ? this.#button('Hide', () => {
                this.shown = null;
              })
            : this.#button('Show', () => this.#show(id), false, `Show ${NAMES[kind]} ${id}`)
        }
        ${
          isConfigured || isLastAdmin
            ? nothing
            : this.#button(
                'Delete…',
                () => this.#delete(secret),
                false,
                `Delete ${NAMES[kind]} ${id}`,
              )
        }
      </div>
      ${
        isShown
          ? html`<console-copy
              class="wide"
              .label=${`${NAMES[kind]}: copy it to where it belongs`}
              .value=${this.shown?.text ?? ''}
            ></console-copy>`
          : nothing
      }
    </li>`;
  }

  #button(label: string, press: () => unknown, isHidden = false, name = label) {
    if (isHidden) return nothing;
    return html`<button
      class="button"
      type="button"
      aria-label=${name}
      aria-disabled=${this.isBusy ? 'true' : 'false'}
      @click=${() => void press()}
    >
      ${label}
    </button>`;
  }

  async #show(id: string): Promise<void> {
    await this.attempt(async () => {
      this.shown = { id, text: await revealSecret(this.console.client, id) };
    });
  }

  async #add(kind: SecretKind): Promise<void> {
    await this.attempt(async () => this.#present(await addSecret(this.console.client, kind)));
  }

  async #rotate(kind: SecretKind): Promise<void> {
    const isSure = await ask({
      heading: 'Replace all admin secrets?',
      text: 'Every session that they have signed ends at once, this one too if it is one of them. To change over without an interruption, add a secret, let your application use it, and delete the old one then.',
      confirm: 'Replace secrets',
    });
    if (!isSure) return;
    await this.attempt(async () => this.#present(await rotateSecret(this.console.client, kind)));
  }

  async #delete({ id, kind }: AccountSecret): Promise<void> {
    const isSure = await ask({
      heading: `Delete the ${NAMES[kind].toLowerCase()} ${id}?`,
      text: 'Every session that it has signed ends at once, and whoever uses it starts no more.',
      confirm: 'Delete secret',
    });
    if (!isSure) return;
    const isDone = await this.attempt(async () => {
      await deleteSecret(this.console.client, id);
      await this.load();
    });
    if (isDone) this.console.notify('The secret is deleted.');
  }

  /** A new secret is shown right away: that is what somebody made it for. */
  async #present(text: string): Promise<void> {
    const known = new Set(this.data?.map(({ id }) => id));
    await this.load();
    const added = this.data?.find(({ id }) => !known.has(id));
    if (added !== undefined) this.shown = { id: added.id, text };
    this.console.notify('The new secret is in use from now on.');
  }
}

function isFixed(secrets: readonly AccountSecret[], kind: SecretKind): boolean {
  return secrets.some((secret) => secret.kind === kind && secret.isConfigured);
}

customElements.define('secrets-section', SecretsSection);
