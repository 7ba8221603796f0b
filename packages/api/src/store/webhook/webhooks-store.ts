import { type Database, type Statement, statement, tryWrite } from '../database.ts';
import type { WebhookTable } from './webhook-tables.ts';

export type DisabledBy = 'hand' | 'gone' | 'failing';

/** Somebody who is told of what happens in an account. */
export type Webhook = {
  readonly id: string;
  readonly partnerId: number;
  /** What people call it. */
  readonly name: string;
  readonly url: string;
  /** Null: all, also those that come later. */
  readonly eventTypes: readonly string[] | null;
  /** Null where it is enabled. */
  readonly disabledBy: DisabledBy | null;
  readonly disabledAtMs: number | null;
  /** The first of the attempts that have failed since the last one that did not. */
  readonly failingSinceMs: number | null;
  /** How many have failed since then. */
  readonly failures: number;
  readonly deliveredAtMs: number | null;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** Of what somebody has set. */
  readonly revision: number;
};

export type WebhookSecret = {
  readonly id: string;
  readonly text: string;
  readonly createdAtMs: number;
  /** It signs until then; null for the one that is in use. */
  readonly expiresAtMs: number | null;
};

/** The webhooks of accounts, and the secrets that sign what they get. */
export class WebhooksStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @throws DatabaseError `duplicate` where an id is taken */
  async insert(webhook: Webhook, secret: WebhookSecret): Promise<void> {
    const { builder } = this.#database;
    await this.#database.write([
      statement(builder.insertInto('webhook').values(rowOf(webhook))),
      this.#secretInto(webhook.id, secret),
    ]);
  }

  /** Null where the account has none with this id. */
  async find(partnerId: number, id: string): Promise<Webhook | null> {
    const [row] = await this.#database.read(
      this.#database.builder
        .selectFrom('webhook')
        .selectAll()
        .where('id', '=', id)
        .where('partner_id', '=', partnerId),
    );
    return row === undefined ? null : webhookOf(row);
  }

  /** Of an account, in the order in which they were made. */
  async list(partnerId: number): Promise<readonly Webhook[]> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('webhook')
        .selectAll()
        .where('partner_id', '=', partnerId)
        .orderBy('created_at_ms')
        .orderBy('id'),
    );
    return rows.map(webhookOf);
  }

  /** Those of all accounts that fail, or were disabled because they did. */
  async troubled(failingBeforeMs: number): Promise<readonly Webhook[]> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('webhook')
        .selectAll()
        .where((eb) =>
          eb.or([
            eb('disabled_by', 'in', ['gone', 'failing']),
            eb.and([eb('status', '=', 'enabled'), eb('failing_since_ms', '<', failingBeforeMs)]),
          ]),
        )
        .orderBy('id'),
    );
    return rows.map(webhookOf);
  }

  /** Accounts that have somebody to be told. */
  async accounts(): Promise<readonly number[]> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('webhook')
        .select('partner_id')
        .distinct()
        .where('status', '=', 'enabled'),
    );
    return rows.map((row) => row.partner_id);
  }

  /** Stores what somebody has set. @returns false where the stored revision is no longer the one before this one */
  replace(webhook: Webhook, also: readonly Statement[] = []): Promise<boolean> {
    const { id, delivered_at_ms: _delivered, created_at_ms: _created, ...columns } = rowOf(webhook);
    const query = this.#database.builder
      .updateTable('webhook')
      .set(columns)
      .where('id', '=', id)
      .where('revision', '=', webhook.revision - 1);
    return tryWrite(this.#database, [statement(query, { mustChange: true }), ...also]);
  }

  /** With its secrets and its log. @returns false where the account has none with this id */
  remove(partnerId: number, id: string): Promise<boolean> {
    const { builder } = this.#database;
    const deliveries = builder
      .selectFrom('webhook_delivery')
      .select('id')
      .where('webhook_id', '=', id);
    return tryWrite(this.#database, [
      statement(
        builder.deleteFrom('webhook').where('id', '=', id).where('partner_id', '=', partnerId),
        { mustChange: true },
      ),
      statement(builder.deleteFrom('webhook_secret').where('webhook_id', '=', id)),
      statement(builder.deleteFrom('webhook_attempt').where('delivery_id', 'in', deliveries)),
      statement(builder.deleteFrom('webhook_delivery').where('webhook_id', '=', id)),
    ]);
  }

  /** Those that sign at a moment, the newest first. */
  async secretsOf(webhookId: string, nowMs: number): Promise<readonly WebhookSecret[]> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('webhook_secret')
        .selectAll()
        .where('webhook_id', '=', webhookId)
        .where((eb) => eb.or([eb('expires_at_ms', 'is', null), eb('expires_at_ms', '>', nowMs)]))
        .orderBy('created_at_ms', 'desc')
        .orderBy('id'),
    );
    const secrets = rows.map((row) => ({
      id: row.id,
      text: row.secret,
      createdAtMs: row.created_at_ms,
      expiresAtMs: row.expires_at_ms,
    }));
    // Two that were made in the same millisecond: the one in use comes first.
    return secrets.sort((a, b) => Number(a.expiresAtMs !== null) - Number(b.expiresAtMs !== null));
  }

  /** Puts a new secret in the place of those before, which sign until a moment at most. Only the newest of them stay. */
  async rotate(
    webhookId: string,
    secret: WebhookSecret,
    oldUntilMs: number,
    mostOld: number,
  ): Promise<void> {
    const { builder } = this.#database;
    const kept = (await this.secretsOf(webhookId, secret.createdAtMs)).slice(0, mostOld);
    await this.#database.write([
      statement(
        builder
          .deleteFrom('webhook_secret')
          .where('webhook_id', '=', webhookId)
          .where('id', 'not in', ['', ...kept.map(({ id }) => id)]),
      ),
      statement(
        builder
          .updateTable('webhook_secret')
          .set({ expires_at_ms: oldUntilMs })
          .where('webhook_id', '=', webhookId)
          .where((eb) =>
            eb.or([eb('expires_at_ms', 'is', null), eb('expires_at_ms', '>', oldUntilMs)]),
          ),
      ),
      statement(
        builder
          .deleteFrom('webhook_secret')
          .where('webhook_id', '=', webhookId)
          .where('expires_at_ms', '<=', secret.createdAtMs),
      ),
      this.#secretInto(webhookId, secret),
    ]);
  }

  #secretInto(webhookId: string, secret: WebhookSecret): Statement {
    return statement(
      this.#database.builder.insertInto('webhook_secret').values({
        id: secret.id,
        webhook_id: webhookId,
        secret: secret.text,
        created_at_ms: secret.createdAtMs,
        expires_at_ms: secret.expiresAtMs,
      }),
    );
  }
}

function rowOf(webhook: Webhook): WebhookTable {
  return {
    id: webhook.id,
    partner_id: webhook.partnerId,
    name: webhook.name,
    url: webhook.url,
    event_types: webhook.eventTypes === null ? '*' : `,${webhook.eventTypes.join(',')},`,
    status: webhook.disabledBy === null ? 'enabled' : 'disabled',
    disabled_by: webhook.disabledBy,
    disabled_at_ms: webhook.disabledAtMs,
    failing_since_ms: webhook.failingSinceMs,
    failures: webhook.failures,
    delivered_at_ms: webhook.deliveredAtMs,
    created_at_ms: webhook.createdAtMs,
    updated_at_ms: webhook.updatedAtMs,
    revision: webhook.revision,
  };
}

function webhookOf(row: WebhookTable): Webhook {
  return {
    id: row.id,
    partnerId: row.partner_id,
    name: row.name,
    url: row.url,
    eventTypes: row.event_types === '*' ? null : row.event_types.split(',').filter(Boolean),
    disabledBy: row.disabled_by,
    disabledAtMs: row.disabled_at_ms,
    failingSinceMs: row.failing_since_ms,
    failures: row.failures,
    deliveredAtMs: row.delivered_at_ms,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
    revision: row.revision,
  };
}
