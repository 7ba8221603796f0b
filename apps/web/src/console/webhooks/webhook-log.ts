import {
  getRostrumWebhookDelivery,
  listRostrumWebhookDeliveries,
  listRostrumWebhookEventTypes,
  type RostrumWebhookDelivery,
  type RostrumWebhookDeliveryDetails,
  replayFailedRostrumWebhookDeliveries,
  replayRostrumWebhookDelivery,
} from '@rostrum/sdk';
import { base, icons, tokens } from '@rostrum/sdk/design';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../parts/console-chip.ts';
import '../parts/console-pager.ts';
import type { ConsoleContext } from '../frame/console-context.ts';
import { ask } from '../parts/ask.ts';
import { failureSentence } from '../parts/failure-words.ts';
import { selectField } from '../parts/field.ts';
import { fieldStyles, partStyles } from '../parts/part-styles.ts';
import { Refresher } from '../parts/refresher.ts';
import { pastText } from '../parts/times.ts';
import { deliveryDetails } from './delivery-details.ts';
import { logStyles } from './log-styles.ts';
import { deliveryState } from './webhook-words.ts';

type Page = {
  readonly totalCount: number;
  readonly deliveries: readonly RostrumWebhookDelivery[];
};

type Status = RostrumWebhookDelivery['status'];

const PAGE_SIZE = 20;
const REFRESH_MS = 5000;
/** What “since” of a replay offers, in hours. */
const DAY_HOURS = 24;
const SPANS = [
  { value: '1', label: 'the last hour' },
  { value: String(DAY_HOURS), label: 'the last day' },
  { value: String(7 * DAY_HOURS), label: 'the last 7 days' },
  { value: String(30 * DAY_HOURS), label: 'the last 30 days' },
];

const STATUSES = [
  { value: '', label: 'Everything' },
  { value: 'delivered', label: 'Delivered' },
  { value: 'waiting', label: 'Waiting' },
  { value: 'failed', label: 'Failed' },
];

/** What was sent to a webhook, what became of it, and what is sent again. */
export class WebhookLog extends LitElement {
  static override properties = {
    console: { attribute: false },
    webhookId: { attribute: false },
    isEnabled: { attribute: false },
    status: { state: true },
    eventType: { state: true },
    types: { state: true },
    span: { state: true },
    pageIndex: { state: true },
    page: { state: true },
    details: { state: true },
    problem: { state: true },
    isBusy: { state: true },
  };

  declare console: ConsoleContext;
  declare webhookId: string;
  /** Nothing is replayed to one that is disabled. */
  declare isEnabled: boolean;
  private declare status: string;
  private declare eventType: string;
  private declare types: readonly string[];
  private declare span: string;
  private declare pageIndex: number;
  /** Null until it is loaded. */
  private declare page: Page | null;
  /** Of those that are open, by id. */
  private declare details: ReadonlyMap<string, RostrumWebhookDeliveryDetails>;
  private declare problem: string;
  private declare isBusy: boolean;

  static override styles = [tokens, base, partStyles, fieldStyles, logStyles];

  readonly #refresher = new Refresher(this, REFRESH_MS, () => this.#load());

  constructor() {
    super();
    this.isEnabled = true;
    this.status = '';
    this.eventType = '';
    this.types = [];
    this.span = String(DAY_HOURS);
    this.pageIndex = 1;
    this.page = null;
    this.details = new Map();
    this.problem = '';
    this.isBusy = false;
  }

  /** Looks at it now. */
  refresh(): void {
    this.#refresher.now();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('webhookId')) return;
    this.#refresher.now();
    void this.#loadTypes();
  }

  protected override render() {
    return html`<section class="card" aria-labelledby="log">
      <header class="head">
        <h2 id="log">Deliveries</h2>
        <p class="hint">Newest first, kept for 30 days. An event may come more than once, and later than another that happened after it.</p>
      </header>
      <div class="tools">
        ${selectField({
          id: 'status',
          label: 'State',
          value: this.status,
          options: STATUSES,
          change: (status) => this.#show({ status }),
        })}
        ${selectField({
          id: 'type',
          label: 'Event',
          value: this.eventType,
          options: [
            { value: '', label: 'All events' },
            ...[...this.types, 'webhook.test'].map((value) => ({ value, label: value })),
          ],
          change: (eventType) => this.#show({ eventType }),
        })}
      </div>
      ${this.#lines()} ${this.#replayAll()}
      <div role="alert">${
        this.problem === ''
          ? nothing
          : html`<p class="problem">${icons.alert}<span>${this.problem}</span></p>`
      }</div>
    </section>`;
  }

  #lines() {
    const { page } = this;
    if (page === null) {
      return html`<div class="bones" aria-busy="true">
        <span class="visually-hidden">Loading the deliveries</span>
        <div class="bone"></div>
        <div class="bone"></div>
      </div>`;
    }
    if (page.deliveries.length === 0) {
      const isFiltered = this.status !== '' || this.eventType !== '';
      return html`<p class="box">
        ${
          isFiltered
            ? 'Nothing fits. Choose another state or event.'
            : 'Nothing has been sent yet. Send a test, or create a webcast: it stands here a moment later.'
        }
      </p>`;
    }
    return html`<ul class="lines">
        ${repeat(
          page.deliveries,
          ({ id }) => id,
          (delivery) => this.#line(delivery),
        )}
      </ul>
      <console-pager
        .page=${this.pageIndex}
        .pageSize=${PAGE_SIZE}
        .total=${page.totalCount}
        .noun=${'deliveries'}
        @console-page=${(event: CustomEvent<number>) => this.#show({ pageIndex: event.detail })}
      ></console-pager>`;
  }

  #line(delivery: RostrumWebhookDelivery) {
    const { id, eventType, createdAtMs, lastStatusCode, lastError } = delivery;
    const { tone, word } = deliveryState(delivery);
    const answer = lastStatusCode === null ? lastError : String(lastStatusCode);
    return html`<li>
      <details @toggle=${(event: Event) => this.#toggle(id, event)}>
        <summary>
          <time datetime=${new Date(createdAtMs ?? 0).toISOString()}
            >${pastText(createdAtMs ?? 0)}</time
          >
          <span class="type">${eventType}</span>
          <span class="answer">${answer}</span>
          <console-chip .tone=${tone} .text=${word}></console-chip>
          <span class="open">${icons.next}</span>
        </summary>
        ${this.#opened(delivery)}
      </details>
    </li>`;
  }

  #opened({ id, eventType, status }: RostrumWebhookDelivery) {
    const details = this.details.get(id);
    if (details === undefined) return html`<div class="details"><div class="bone"></div></div>`;
    const mayReplay = this.isEnabled && eventType !== 'webhook.test';
    const verb = status === 'waiting' ? 'Send now' : 'Replay';
    return html`<div class="details">
      ${
        mayReplay
          ? html`<div class="actions">
              <button
                class="button small"
                type="button"
                aria-label="${verb}: ${eventType}"
                aria-disabled=${this.isBusy ? 'true' : 'false'}
                @click=${() => void this.#replay(id)}
              >
                ${verb}
              </button>
              <span class="hint">Sends it again at once, with the same webhook-id.</span>
            </div>`
          : nothing
      }
      ${deliveryDetails(details)}
    </div>`;
  }

  #replayAll() {
    if (!this.isEnabled || this.page === null) return nothing;
    return html`<div class="replay">
      ${selectField({
        id: 'span',
        label: 'Replay what has failed in',
        value: this.span,
        options: SPANS,
        change: (span) => {
          this.span = span;
        },
      })}
      <button
        class="button"
        type="button"
        aria-disabled=${this.isBusy ? 'true' : 'false'}
        @click=${() => void this.#replayFailed()}
      >
        Replay all failed…
      </button>
    </div>`;
  }

  #show(change: { status?: string; eventType?: string; pageIndex?: number }): void {
    this.status = change.status ?? this.status;
    this.eventType = change.eventType ?? this.eventType;
    this.pageIndex = change.pageIndex ?? 1;
    this.#refresher.now();
  }

  async #toggle(id: string, event: Event): Promise<void> {
    if (!(event.target as HTMLDetailsElement).open) {
      this.details = new Map([...this.details].filter(([each]) => each !== id));
      return;
    }
    await this.#attempt(async () => {
      const details = await getRostrumWebhookDelivery(this.console.client, id);
      this.details = new Map([...this.details, [id, details]]);
    });
  }

  async #replay(id: string): Promise<void> {
    if (this.isBusy) return;
    await this.#attempt(async () => {
      const details = await replayRostrumWebhookDelivery(this.console.client, id);
      this.details = new Map([...this.details, [id, details]]);
      this.console.notify('It is being sent again.');
      this.#refresher.now();
    });
  }

  async #replayFailed(): Promise<void> {
    if (this.isBusy) return;
    const span = SPANS.find(({ value }) => value === this.span)?.label ?? '';
    const isSure = await ask({
      heading: `Replay all that has failed in ${span}?`,
      text: 'The receiver gets these events again, with their old ids, in no particular order.',
      confirm: 'Replay failed',
    });
    if (!isSure) return;
    await this.#attempt(async () => {
      const sinceMs = Date.now() - Number(this.span) * 3_600_000;
      const { client } = this.console;
      const count = await replayFailedRostrumWebhookDeliveries(client, this.webhookId, sinceMs);
      const what = count === 1 ? '1 event is' : `${count} events are`;
      this.console.notify(count === 0 ? 'Nothing had failed.' : `${what} being sent again.`);
      this.#refresher.now();
    });
  }

  async #attempt(deed: () => Promise<void>): Promise<void> {
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

  async #load(): Promise<void> {
    const { webhookId, status, eventType, pageIndex } = this;
    if (webhookId === undefined) return;
    try {
      const page = await listRostrumWebhookDeliveries(this.console.client, {
        webhookId,
        page: pageIndex,
        pageSize: PAGE_SIZE,
        ...(status === '' ? {} : { status: status as Status }),
        ...(eventType === '' ? {} : { eventType }),
      });
      const isSame =
        status === this.status && eventType === this.eventType && pageIndex === this.pageIndex;
      if (!isSame) return;
      this.page = page;
      await this.#renewDetails(page);
    } catch (error) {
      if (this.page === null) this.problem = failureSentence(error);
    }
  }

  /** What is open tells what has become of it since. */
  async #renewDetails({ deliveries }: Page): Promise<void> {
    for (const { id, attemptCount, status } of deliveries) {
      const known = this.details.get(id);
      if (known === undefined) continue;
      if (known.attemptCount === attemptCount && known.status === status) continue;
      const details = await getRostrumWebhookDelivery(this.console.client, id);
      this.details = new Map([...this.details, [id, details]]);
    }
  }

  async #loadTypes(): Promise<void> {
    try {
      const types = await listRostrumWebhookEventTypes(this.console.client);
      this.types = types.map(({ name }) => name);
    } catch {
      // The log is of use without this filter.
      this.types = [];
    }
  }
}

customElements.define('webhook-log', WebhookLog);
