import {
  changeRostrumWebhook,
  deleteRostrumWebhook,
  getRostrumWebhook,
  type RostrumWebhook,
  type RostrumWebhookDeliveryDetails,
  testRostrumWebhook,
} from '@rostrum/sdk';
import { base, icons, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, nothing } from 'lit';
import '../parts/console-chip.ts';
import '../parts/console-copy.ts';
import '../parts/console-page.ts';
import type { ConsoleContext } from '../frame/console-context.ts';
import { ask } from '../parts/ask.ts';
import { failureSentence, failureState } from '../parts/failure-words.ts';
import { fieldStyles, partStyles } from '../parts/part-styles.ts';
import { Refresher } from '../parts/refresher.ts';
import './webhook-dialog.ts';
import './webhook-log.ts';
import './webhook-secrets.ts';
import type { WebhookDialog } from './webhook-dialog.ts';
import type { WebhookLog } from './webhook-log.ts';
import { subscriptionText, webhookAdvice, webhookState } from './webhook-words.ts';

const REFRESH_MS = 10_000;

const LIST = '/console/settings/webhooks';

/** One webhook: how it is, a test with its answer, its secret, and what was sent. */
export class ConsoleWebhook extends LitElement {
  static override properties = {
    console: { attribute: false },
    params: { attribute: false },
    webhook: { state: true },
    failure: { state: true },
    tried: { state: true },
    busy: { state: true },
    problem: { state: true },
  };

  declare console: ConsoleContext;
  declare params: Readonly<Record<string, string>>;
  declare search: string;
  /** Null until it is loaded. */
  private declare webhook: RostrumWebhook | null;
  private declare failure: unknown;
  /** What the newest test came to; null before one. */
  private declare tried: RostrumWebhookDeliveryDetails | null;
  /** What is being done; empty while nothing is. */
  private declare busy: '' | 'test' | 'change';
  private declare problem: string;

  static override styles = [
    tokens,
    base,
    partStyles,
    fieldStyles,
    css`
      .sections {
        display: grid;
        gap: 24px;
        max-inline-size: 860px;
      }

      .card {
        display: grid;
        gap: 16px;
        padding: 20px;
      }

      /* They take no place while there is nothing to say. */
      [role='alert']:empty,
      [role='status']:empty {
        position: absolute;
      }

      .told {
        font-size: 14px;
        line-height: 20px;
        overflow-wrap: anywhere;
      }

      .answer {
        display: grid;
        gap: 6px;
      }

      .answer pre {
        max-block-size: 160px;
        margin: 0;
        overflow: auto;
        font-size: 13px;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }

      @media (width < 720px) {
        .card {
          padding: 16px;
        }
      }
    `,
  ];

  readonly #refresher = new Refresher(this, REFRESH_MS, () => this.#load());

  constructor() {
    super();
    this.webhook = null;
    this.failure = null;
    this.tried = null;
    this.busy = '';
    this.problem = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.console.setTitle('Webhook');
    this.#refresher.now();
  }

  protected override render() {
    const { webhook } = this;
    return html`<console-page
      .heading=${webhook?.name ?? 'Webhook'}
      .crumbs=${[
        { label: 'Settings', path: '/console/settings' },
        { label: 'Webhooks', path: LIST },
      ]}
    >
      ${webhook === null ? this.#waiting() : this.#content(webhook)}
    </console-page>`;
  }

  #waiting() {
    if (this.failure !== null) return failureState(this.failure, () => this.#refresher.now());
    return html`<div aria-busy="true">
      <span class="visually-hidden">Loading the webhook</span>
      <div class="bone"></div>
    </div>`;
  }

  #content(webhook: RostrumWebhook) {
    const { tone, word } = webhookState(webhook);
    const advice = webhookAdvice(webhook);
    const isEnabled = webhook.disabledBy === null;
    const isWarning = webhook.disabledBy !== 'hand';
    return html`
      <console-chip slot="beside" .tone=${tone} .text=${word}></console-chip>
      <div slot="actions" class="actions">
        ${this.#button('Edit…', () => this.#edit(webhook))}
        ${
          isEnabled
            ? this.#button('Disable…', () => this.#disable(webhook))
            : this.#button('Enable', () => this.#enable(webhook))
        }
        ${this.#button('Delete…', () => this.#delete(webhook))}
      </div>
      <div class="sections">
        ${advice === null ? nothing : html`<p class="box ${isWarning ? 'warn' : ''}">${advice}</p>`}
        <section class="card" aria-labelledby="receiver">
          <h2 id="receiver">Receiver</h2>
          <console-copy .label=${'Address'} .value=${webhook.url}></console-copy>
          <p class="told"><span class="label">It is told of:</span> ${subscriptionText(webhook)}</p>
          <div class="actions">
            ${this.#button(this.busy === 'test' ? 'Waiting for the answer…' : 'Send test', () => this.#test())}
          </div>
          <div role="status">${this.#answer()}</div>
          <div role="alert">${
            this.problem === ''
              ? nothing
              : html`<p class="problem">${icons.alert}<span>${this.problem}</span></p>`
          }</div>
        </section>
        <webhook-secrets .console=${this.console} .webhookId=${webhook.id}></webhook-secrets>
        <webhook-log
          .console=${this.console}
          .webhookId=${webhook.id}
          .isEnabled=${isEnabled}
        ></webhook-log>
      </div>
      <webhook-dialog
        .console=${this.console}
        @form-saved=${() => this.#refresher.now()}
      ></webhook-dialog>
    `;
  }

  #answer() {
    const attempt = this.tried?.attempts.at(-1);
    if (attempt === undefined) return nothing;
    const { statusCode, durationMs, error, response } = attempt;
    const words =
      error === ''
        ? `It works: the receiver answered ${statusCode} within ${durationMs} ms.`
        : `${error}.`;
    return html`<div class="box answer ${error === '' ? 'good' : 'warn'}">
      <p>${words}</p>
      ${
        response === ''
          ? nothing
          : html`<pre class="mono" tabindex="0" role="group" aria-label="What the receiver answered">${response}</pre>`
      }
    </div>`;
  }

  #button(label: string, press: () => unknown) {
    return html`<button
      class="button"
      type="button"
      aria-disabled=${this.busy === '' ? 'false' : 'true'}
      @click=${() => void press()}
    >
      ${label}
    </button>`;
  }

  #edit(webhook: RostrumWebhook): void {
    void this.renderRoot.querySelector<WebhookDialog>('webhook-dialog')?.open(webhook);
  }

  async #test(): Promise<void> {
    this.tried = null;
    await this.#attempt('test', async () => {
      this.tried = await testRostrumWebhook(this.console.client, this.#id);
      this.renderRoot.querySelector<WebhookLog>('webhook-log')?.refresh();
    });
  }

  async #disable({ id, name }: RostrumWebhook): Promise<void> {
    const isSure = await ask({
      heading: `Disable ${name}?`,
      text: 'What waits for it is given up, and what happens from now on is not kept for it. It can be enabled again.',
      confirm: 'Disable webhook',
    });
    if (isSure) await this.#change(id, false, 'The webhook is disabled.');
  }

  async #enable({ id }: RostrumWebhook): Promise<void> {
    await this.#change(id, true, 'The webhook is enabled.');
  }

  async #change(id: string, isEnabled: boolean, done: string): Promise<void> {
    await this.#attempt('change', async () => {
      this.webhook = await changeRostrumWebhook(this.console.client, id, { isEnabled });
      this.console.notify(done);
    });
  }

  async #delete({ id, name }: RostrumWebhook): Promise<void> {
    const isSure = await ask({
      heading: `Delete ${name}?`,
      text: 'Its secret and its log go with it, and what waits for it is not sent.',
      confirm: 'Delete webhook',
    });
    if (!isSure) return;
    await this.#attempt('change', async () => {
      await deleteRostrumWebhook(this.console.client, id);
      this.console.notify('The webhook is deleted.');
      this.console.navigate(LIST, { isReplacing: true });
    });
  }

  async #attempt(busy: 'test' | 'change', deed: () => Promise<void>): Promise<void> {
    if (this.busy !== '') return;
    this.busy = busy;
    this.problem = '';
    try {
      await deed();
    } catch (error) {
      this.problem = failureSentence(error);
    } finally {
      this.busy = '';
    }
  }

  get #id(): string {
    return this.params.id ?? '';
  }

  async #load(): Promise<void> {
    try {
      const webhook = await getRostrumWebhook(this.console.client, this.#id);
      this.webhook = webhook;
      this.failure = null;
      this.console.setTitle(webhook.name);
    } catch (error) {
      this.failure = error;
    }
  }
}

customElements.define('console-webhook', ConsoleWebhook);
