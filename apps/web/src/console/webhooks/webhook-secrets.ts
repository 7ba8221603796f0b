import {
  listRostrumWebhookSecrets,
  type RostrumWebhookSecret,
  rotateRostrumWebhookSecret,
} from '@rostrum/sdk';
import { base, icons, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, nothing } from 'lit';
import '../parts/console-copy.ts';
import type { ConsoleContext } from '../frame/console-context.ts';
import { ask } from '../parts/ask.ts';
import { failureSentence } from '../parts/failure-words.ts';
import { fieldStyles, partStyles } from '../parts/part-styles.ts';
import { momentText } from '../parts/times.ts';

const DAY_SECONDS = 86_400;

/** The secret that signs a webhook's requests: asked for when somebody wants to see it, and forgotten when it is hidden. */
export class WebhookSecrets extends LitElement {
  static override properties = {
    console: { attribute: false },
    webhookId: { attribute: false },
    shown: { state: true },
    isBusy: { state: true },
    problem: { state: true },
  };

  declare console: ConsoleContext;
  declare webhookId: string;
  /** Null while they are hidden. */
  private declare shown: readonly RostrumWebhookSecret[] | null;
  private declare isBusy: boolean;
  private declare problem: string;

  static override styles = [
    tokens,
    base,
    partStyles,
    fieldStyles,
    css`
      :host {
        display: block;
      }

      .card {
        display: grid;
        gap: 16px;
        padding: 20px;
      }

      /* It takes no place while there is nothing to say. */
      [role='alert']:empty {
        position: absolute;
      }

      @media (width < 720px) {
        .card {
          padding: 16px;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.shown = null;
    this.isBusy = false;
    this.problem = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.shown = null;
  }

  protected override render() {
    const { shown } = this;
    return html`<section class="card" aria-labelledby="heading">
      <header>
        <h2 id="heading">Signing secret</h2>
        <p class="hint">
          Your receiver checks the signature of each request with it: see
          <code>verifyWebhook</code> of the SDK, or any library of Standard Webhooks.
        </p>
      </header>
      ${
        shown === null
          ? nothing
          : shown.map(
              ({ text, expiresAtMs }) => html`<console-copy
                .label=${
                  expiresAtMs === null
                    ? 'Signing secret'
                    : `Old secret, signs until ${momentText(expiresAtMs)}`
                }
                .value=${text}
              ></console-copy>`,
            )
      }
      <div class="actions">
        ${
          shown === null
            ? this.#button('Show secret', () => this.#show())
            : this.#button('Hide secret', () => {
                this.shown = null;
              })
        }
        ${this.#button('Replace secret…', () => this.#rotate())}
      </div>
      <div role="alert">${
        this.problem === ''
          ? nothing
          : html`<p class="problem">${icons.alert}<span>${this.problem}</span></p>`
      }</div>
    </section>`;
  }

  #button(label: string, press: () => unknown) {
    return html`<button
      class="button"
      type="button"
      aria-disabled=${this.isBusy ? 'true' : 'false'}
      @click=${() => void press()}
    >
      ${label}
    </button>`;
  }

  async #show(): Promise<void> {
    await this.#attempt(async () => {
      this.shown = await listRostrumWebhookSecrets(this.console.client, this.webhookId);
    });
  }

  async #rotate(): Promise<void> {
    const isSure = await ask({
      heading: 'Replace the signing secret?',
      text: 'For a day, requests are signed with the old and the new one. Give the new one to your receiver in that time.',
      confirm: 'Replace secret',
    });
    if (!isSure) return;
    await this.#attempt(async () => {
      const { client } = this.console;
      await rotateRostrumWebhookSecret(client, this.webhookId, DAY_SECONDS);
      this.shown = await listRostrumWebhookSecrets(client, this.webhookId);
      this.console.notify('The new secret signs from now on.');
    });
  }

  async #attempt(deed: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.problem = '';
    try {
      await deed();
    } catch (error) {
      this.problem = failureSentence(error);
    } finally {
      this.isBusy = false;
    }
  }
}

customElements.define('webhook-secrets', WebhookSecrets);
