import type { WebhookDeliveryFilterValue } from '../../schema/webhook.ts';
import type { Database } from '../database.ts';
import { allOf, conditionsOf, type FilterColumns, orderOf } from '../list-filter.ts';
import type { Attempt } from './deliveries-store.ts';
import type { WebhookDeliveryTable } from './webhook-tables.ts';

/** A line of the log: one event on its way to one webhook. */
export type Delivery = {
  readonly id: string;
  readonly webhookId: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly status: WebhookDeliveryTable['status'];
  readonly attempts: number;
  readonly createdAtMs: number;
  /** Null where it is over. */
  readonly dueAtMs: number | null;
  readonly finishedAtMs: number | null;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
};

export type DeliveryDetails = Delivery & {
  readonly url: string;
  readonly body: string;
  readonly history: readonly (Attempt & { readonly number: number })[];
};

export type DeliveryQuestion = {
  readonly partnerId: number;
  readonly filter: WebhookDeliveryFilterValue;
  readonly limit: number;
  readonly offset: number;
};

/** What became of telling, for people who look. */
export class DeliveryLog {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Newest first, unless the filter says otherwise. */
  async list({ partnerId, filter, limit, offset }: DeliveryQuestion): Promise<{
    readonly totalCount: number;
    readonly deliveries: readonly Delivery[];
  }> {
    const matching = this.#database.builder
      .selectFrom('webhook_delivery')
      .where('webhook_delivery.partner_id', '=', partnerId)
      .where(allOf(conditionsOf(filter, FILTER_COLUMNS)));
    const [count] = await this.#database.read(
      matching.select(({ fn }) => fn.countAll<number>().as('total')),
    );
    const totalCount = Number(count?.total ?? 0);
    if (limit === 0 || totalCount <= offset) return { totalCount, deliveries: [] };
    const direction = orderOf(filter.orderBy, { createdAt: 'created_at_ms' })?.direction ?? 'desc';
    const rows = await this.#database.read(
      matching
        .selectAll()
        .orderBy('webhook_delivery.created_at_ms', direction)
        .orderBy('webhook_delivery.id', direction)
        .limit(limit)
        .offset(offset),
    );
    return { totalCount, deliveries: rows.map(deliveryOf) };
  }

  /** Null where the account has none with this id. */
  async find(partnerId: number, id: string): Promise<DeliveryDetails | null> {
    const { builder } = this.#database;
    const [row] = await this.#database.read(
      builder
        .selectFrom('webhook_delivery')
        .innerJoin('webhook', 'webhook.id', 'webhook_delivery.webhook_id')
        .innerJoin('webhook_event', 'webhook_event.id', 'webhook_delivery.event_id')
        .selectAll('webhook_delivery')
        .select(['webhook.url', 'webhook_event.body'])
        .where('webhook_delivery.id', '=', id)
        .where('webhook_delivery.partner_id', '=', partnerId),
    );
    if (row === undefined) return null;
    const attempts = await this.#database.read(
      builder
        .selectFrom('webhook_attempt')
        .selectAll()
        .where('delivery_id', '=', id)
        .orderBy('number'),
    );
    return {
      ...deliveryOf(row),
      url: row.url,
      body: row.body,
      history: attempts.map((each) => ({
        number: each.number,
        sentAtMs: each.sent_at_ms,
        durationMs: each.duration_ms,
        status: each.status,
        error: each.error,
        response: each.response,
      })),
    };
  }
}

function deliveryOf(row: WebhookDeliveryTable): Delivery {
  return {
    id: row.id,
    webhookId: row.webhook_id,
    eventId: row.event_id,
    eventType: row.event_type,
    status: row.status,
    attempts: row.attempts,
    createdAtMs: row.created_at_ms,
    dueAtMs: row.status === 'waiting' ? row.due_at_ms : null,
    finishedAtMs: row.finished_at_ms,
    lastStatus: row.last_status,
    lastError: row.last_error,
  };
}

const text = (name: string) => ({ column: `webhook_delivery.${name}`, kind: 'text' }) as const;

const FILTER_COLUMNS: FilterColumns = {
  webhookId: text('webhook_id'),
  eventId: text('event_id'),
  eventType: text('event_type'),
  status: text('status'),
  createdAt: { column: 'webhook_delivery.created_at_ms', kind: 'time-ms' },
};
