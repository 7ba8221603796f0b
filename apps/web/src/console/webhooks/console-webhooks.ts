import { listRostrumWebhooks, type RostrumWebhook } from '@rostrum/sdk';
import { base, icons, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../parts/console-chip.ts';
import '../parts/console-page.ts';
import '../parts/console-state.ts';
import type { ConsoleContext } from '../frame/console-context.ts';
import { failureState } from '../parts/failure-words.ts';
import { staleNote } from '../parts/list-parts.ts';
import { partStyles } from '../parts/part-styles.ts';
import { Refresher } from '../parts/refresher.ts';
import { pastText } from '../parts/times.ts';
import './webhook-dialog.ts';
import type { WebhookDialog } from './webhook-dialog.ts';
import { subscriptionText, webhookState } from './webhook-words.ts';

const REFRESH_MS = 15_000;

/** Who is told of what happens in the account. */
export class ConsoleWebhooks extends LitElement {
  static override properties = {
    console: { attribute: false },
    webhooks: { state: true },
    failure: { state: true },
  };

  declare console: ConsoleContext;
  declare params: Readonly<Record<string, string>>;
  declare search: string;
  /** Null until they are loaded. */
  private declare webhooks: readonly RostrumWebhook[] | null;
  private declare failure: unknown;

  static override styles = [
    tokens,
    base,
    partStyles,
    css`
      .webhooks {
        max-inline-size: 860px;
        list-style: none;
        border-block-end: 1px solid var(--line);
      }

      .webhooks li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 4px 16px;
        align-items: start;
        padding-block: 14px;
        border-block-start: 1px solid var(--line);
      }

      .webhooks a {
        font-weight: 600;
        overflow-wrap: anywhere;
      }

      .facts {
        grid-column: 1 / -1;
        display: grid;
        gap: 2px;
      }

      .bones {
        display: grid;
        gap: 28px;
        max-inline-size: 860px;
        padding-block: 18px;
      }

      .sample {
        display: grid;
        gap: 12px;
        justify-items: center;
      }
    `,
  ];

  readonly #refresher = new Refresher(this, REFRESH_MS, () => this.#load());

  constructor() {
    super();
    this.webhooks = null;
    this.failure = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.console.setTitle('Webhooks');
    this.#refresher.now();
  }

  protected override render() {
    return html`<console-page
      .heading=${'Webhooks'}
      .crumbs=${[{ label: 'Settings', path: '/console/settings' }]}
      .lead=${'Your servers are told what happens here, by signed requests.'}
    >
      <div slot="actions" class="actions">
        <button class="button primary" type="button" @click=${this.#add}>New webhook</button>
      </div>
      ${staleNote(this.failure !== null && this.webhooks !== null)} ${this.#content()}
      <webhook-dialog
        .console=${this.console}
        @form-saved=${() => this.#refresher.now()}
      ></webhook-dialog>
    </console-page>`;
  }

  #content() {
    const { webhooks } = this;
    if (webhooks === null) {
      if (this.failure !== null) return failureState(this.failure, () => this.#refresher.now());
      return html`<div class="bones" aria-busy="true">
        <span class="visually-hidden">Loading the webhooks</span>
        ${Array.from({ length: 3 }, () => html`<div class="bone"></div>`)}
      </div>`;
    }
    if (webhooks.length === 0) {
      return html`<console-state
        .kind=${'empty'}
        .icon=${icons.pulse}
        .heading=${'Nobody is told yet'}
        .text=${'A webhook sends a request to a server of yours the moment something happens: a show begins or breaks off, a recording can be played, somebody asks a question, something needs attention. Add one with the address of your receiver; then press “Send test”.'}
      >
        <button class="button" type="button" @click=${this.#add}>Add the first webhook</button>
      </console-state>`;
    }
    return html`<ul class="webhooks">
      ${repeat(
        webhooks,
        ({ id }) => id,
        (webhook) => this.#webhook(webhook),
      )}
    </ul>`;
  }

  #webhook(webhook: RostrumWebhook) {
    const { tone, word } = webhookState(webhook);
    const { id, name, url, deliveredAtMs } = webhook;
    return html`<li>
      <a href="/console/settings/webhooks/${id}">${name}</a>
      <console-chip .tone=${tone} .text=${word}></console-chip>
      <div class="facts">
        <span class="mono hint">${url}</span>
        <span class="hint"
          >${subscriptionText(webhook)}${
            deliveredAtMs === null ? nothing : html` · last delivered ${pastText(deliveredAtMs)}`
          }</span
        >
      </div>
    </li>`;
  }

  #add = () => {
    void this.renderRoot.querySelector<WebhookDialog>('webhook-dialog')?.open();
  };

  async #load(): Promise<void> {
    try {
      this.webhooks = await listRostrumWebhooks(this.console.client);
      this.failure = null;
    } catch (error) {
      this.failure = error;
    }
  }
}

customElements.define('console-webhooks', ConsoleWebhooks);
