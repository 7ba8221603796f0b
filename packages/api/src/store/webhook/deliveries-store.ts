import { sql } from 'kysely';
import { type Database, type Statement, statement, tryWrite } from '../database.ts';
import type { DisabledBy } from './webhooks-store.ts';

/** A delivery that this process may send: nobody else does until its lease is over. */
export type Claim = {
  readonly deliveryId: string;
  readonly webhookId: string;
  readonly partnerId: number;
  readonly eventId: string;
  readonly eventType: string;
  readonly url: string;
  readonly body: string;
  readonly attempts: number;
  readonly tries: number;
  readonly leasedUntilMs: number;
  readonly failingSinceMs: number | null;
  readonly failures: number;
};

export type Attempt = {
  readonly sentAtMs: number;
  readonly durationMs: number;
  /** Null where no answer came. */
  readonly status: number | null;
  /** Null where it was delivered. */
  readonly error: string | null;
  /** The beginning of what was answered. */
  readonly response: string;
};

/** What comes after an attempt. */
export type Outcome =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'retry'; readonly dueAtMs: number }
  | { readonly kind: 'failed'; readonly disables: Exclude<DisabledBy, 'hand'> | null };

/** Rows that one job removes: a commit that others wait for stays short. */
const REMOVED_AT_ONCE = 500;

/** Deliveries as jobs: who may send which, and what became of it. */
export class DeliveriesStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Enabled webhooks that have something to be sent now, of all accounts. */
  async dueWebhooks(nowMs: number): Promise<readonly string[]> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('webhook')
        .select('webhook.id')
        .where('webhook.status', '=', 'enabled')
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('webhook_delivery')
              .select('webhook_delivery.id')
              .whereRef('webhook_delivery.webhook_id', '=', 'webhook.id')
              .where('webhook_delivery.status', '=', 'waiting')
              .where('webhook_delivery.due_at_ms', '<=', nowMs)
              .where('webhook_delivery.leased_until_ms', '<=', nowMs),
          ),
        ),
    );
    return rows.map(({ id }) => id);
  }

  /** Takes what has been due longest of a webhook. Of two processes that want the same, one gets it. */
  async claim(
    webhookId: string,
    most: number,
    nowMs: number,
    leasedUntilMs: number,
  ): Promise<readonly Claim[]> {
    const { builder } = this.#database;
    const rows = await this.#database.read(
      builder
        .selectFrom('webhook_delivery')
        .innerJoin('webhook', 'webhook.id', 'webhook_delivery.webhook_id')
        .innerJoin('webhook_event', 'webhook_event.id', 'webhook_delivery.event_id')
        .selectAll('webhook_delivery')
        .select(['webhook.url', 'webhook.failing_since_ms', 'webhook.failures'])
        .select('webhook_event.body')
        .where('webhook_delivery.webhook_id', '=', webhookId)
        .where('webhook_delivery.status', '=', 'waiting')
        .where('webhook.status', '=', 'enabled')
        .where('webhook_delivery.due_at_ms', '<=', nowMs)
        .where('webhook_delivery.leased_until_ms', '<=', nowMs)
        .orderBy('webhook_delivery.due_at_ms')
        .orderBy('webhook_delivery.id')
        .limit(most),
    );
    const claims = await Promise.all(
      rows.map(async (row): Promise<readonly Claim[]> => {
        const isTaken = await tryWrite(this.#database, [
          statement(
            builder
              .updateTable('webhook_delivery')
              .set({ leased_until_ms: leasedUntilMs })
              .where('id', '=', row.id)
              .where('status', '=', 'waiting')
              .where('leased_until_ms', '=', row.leased_until_ms)
              .where('due_at_ms', '=', row.due_at_ms),
            { mustChange: true },
          ),
        ]);
        if (!isTaken) return [];
        return [
          {
            deliveryId: row.id,
            webhookId,
            partnerId: row.partner_id,
            eventId: row.event_id,
            eventType: row.event_type,
            url: row.url,
            body: row.body,
            attempts: row.attempts,
            tries: row.tries,
            leasedUntilMs,
            failingSinceMs: row.failing_since_ms,
            failures: row.failures,
          },
        ];
      }),
    );
    return claims.flat();
  }

  /**
   * Writes what an attempt came to, and what comes next.
   *
   * @returns false where the lease was over and somebody else has taken the delivery, or it is gone
   */
  finish(claim: Claim, attempt: Attempt, outcome: Outcome): Promise<boolean> {
    const { builder } = this.#database;
    const endMs = attempt.sentAtMs + attempt.durationMs;
    const number = claim.attempts + 1;
    return tryWrite(this.#database, [
      statement(
        builder
          .updateTable('webhook_delivery')
          .set({
            status: outcome.kind === 'retry' ? 'waiting' : outcome.kind,
            attempts: number,
            tries: claim.tries + 1,
            leased_until_ms: 0,
            finished_at_ms: outcome.kind === 'retry' ? null : endMs,
            last_status: attempt.status,
            last_error: attempt.error,
            ...(outcome.kind === 'retry' ? { due_at_ms: outcome.dueAtMs } : {}),
          })
          .where('id', '=', claim.deliveryId)
          .where('leased_until_ms', '=', claim.leasedUntilMs),
        { mustChange: true },
      ),
      statement(
        builder.insertInto('webhook_attempt').values({
          delivery_id: claim.deliveryId,
          number,
          sent_at_ms: attempt.sentAtMs,
          duration_ms: attempt.durationMs,
          status: attempt.status,
          error: attempt.error,
          response: attempt.response,
        }),
      ),
      this.#counting(claim.webhookId, endMs, outcome.kind === 'delivered'),
      ...(outcome.kind === 'failed' && outcome.disables !== null
        ? this.#disabling(claim.webhookId, outcome.disables, endMs)
        : []),
    ]);
  }

  /** Gives a delivery back that was not sent. */
  async release({ deliveryId, leasedUntilMs }: Claim): Promise<void> {
    await this.#database.write([
      statement(
        this.#database.builder
          .updateTable('webhook_delivery')
          .set({ leased_until_ms: 0 })
          .where('id', '=', deliveryId)
          .where('leased_until_ms', '=', leasedUntilMs),
      ),
    ]);
  }

  /** For a database that only this process uses: what an earlier one had begun is sent anew at once. */
  async releaseAll(): Promise<void> {
    await this.#database.write([
      statement(
        this.#database.builder
          .updateTable('webhook_delivery')
          .set({ leased_until_ms: 0 })
          .where('status', '=', 'waiting')
          .where('leased_until_ms', '>', 0),
      ),
    ]);
  }

  /** Part of a job that disables a webhook: what waits for it is given up, and can be replayed. */
  givingUp(webhookId: string, nowMs: number): Statement {
    return statement(
      this.#database.builder
        .updateTable('webhook_delivery')
        .set({
          status: 'failed',
          finished_at_ms: nowMs,
          leased_until_ms: 0,
          last_error: 'The webhook was disabled',
        })
        .where('webhook_id', '=', webhookId)
        .where('status', '=', 'waiting'),
    );
  }

  /** A new round of attempts, at once. @returns false where there is no such delivery, or it waits already */
  replay(partnerId: number, deliveryId: string, nowMs: number): Promise<boolean> {
    const query = this.#replayed(nowMs)
      .where('id', '=', deliveryId)
      .where('partner_id', '=', partnerId)
      .where('leased_until_ms', '=', 0);
    return tryWrite(this.#database, [statement(query, { mustChange: true })]);
  }

  /** @returns how many that have failed since a moment begin a new round */
  async replayFailed(webhookId: string, sinceMs: number, nowMs: number): Promise<number> {
    const query = this.#replayed(nowMs)
      .where('webhook_id', '=', webhookId)
      .where('status', '=', 'failed')
      .where('event_type', '!=', 'webhook.test')
      .where('created_at_ms', '>=', sinceMs);
    const [count = 0] = await this.#database.write([statement(query)]);
    return count;
  }

  /** A delivery that was sent and is over: of an event of its own, which nobody else is told. */
  async insertTried(
    delivery: {
      readonly eventId: string;
      readonly webhookId: string;
      readonly partnerId: number;
      readonly type: string;
      readonly body: string;
    },
    attempt: Attempt,
  ): Promise<string> {
    const { builder } = this.#database;
    const { eventId, webhookId, partnerId, type, body } = delivery;
    const id = `${eventId}-${webhookId}`;
    await this.#database.write([
      statement(
        builder.insertInto('webhook_event').values({
          id: eventId,
          partner_id: partnerId,
          type,
          body,
          created_at_ms: attempt.sentAtMs,
        }),
      ),
      statement(
        builder.insertInto('webhook_delivery').values({
          id,
          event_id: eventId,
          webhook_id: webhookId,
          partner_id: partnerId,
          event_type: type,
          status: attempt.error === null ? 'delivered' : 'failed',
          attempts: 1,
          tries: 1,
          due_at_ms: attempt.sentAtMs,
          leased_until_ms: 0,
          created_at_ms: attempt.sentAtMs,
          finished_at_ms: attempt.sentAtMs + attempt.durationMs,
          last_status: attempt.status,
          last_error: attempt.error,
        }),
      ),
      statement(
        builder.insertInto('webhook_attempt').values({
          delivery_id: id,
          number: 1,
          sent_at_ms: attempt.sentAtMs,
          duration_ms: attempt.durationMs,
          status: attempt.status,
          error: attempt.error,
          response: attempt.response,
        }),
      ),
    ]);
    return id;
  }

  /** Removes what ended before a moment, and events that nobody is told any more, some hundred at a time. */
  async removeBefore(endedBeforeMs: number): Promise<{ readonly isMoreLeft: boolean }> {
    const { builder } = this.#database;
    const old = await this.#database.read(
      builder
        .selectFrom('webhook_delivery')
        .select('id')
        .where('status', 'in', ['delivered', 'failed'])
        .where('finished_at_ms', '<', endedBeforeMs)
        .limit(REMOVED_AT_ONCE),
    );
    const ids = ['', ...old.map(({ id }) => id)];
    const unwanted = builder
      .selectFrom('webhook_event')
      .select('webhook_event.id')
      .where('webhook_event.created_at_ms', '<', endedBeforeMs)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('webhook_delivery')
              .select('webhook_delivery.id')
              .whereRef('webhook_delivery.event_id', '=', 'webhook_event.id'),
          ),
        ),
      )
      .limit(REMOVED_AT_ONCE);
    const [, , events = 0] = await this.#database.write([
      statement(builder.deleteFrom('webhook_attempt').where('delivery_id', 'in', ids)),
      statement(builder.deleteFrom('webhook_delivery').where('id', 'in', ids)),
      statement(builder.deleteFrom('webhook_event').where('id', 'in', unwanted)),
    ]);
    return { isMoreLeft: old.length === REMOVED_AT_ONCE || events === REMOVED_AT_ONCE };
  }

  #replayed(nowMs: number) {
    return this.#database.builder.updateTable('webhook_delivery').set({
      status: 'waiting',
      tries: 0,
      due_at_ms: nowMs,
      leased_until_ms: 0,
      finished_at_ms: null,
    });
  }

  #counting(webhookId: string, atMs: number, isDelivered: boolean): Statement {
    const query = this.#database.builder.updateTable('webhook').where('id', '=', webhookId);
    if (isDelivered) {
      return statement(query.set({ failing_since_ms: null, failures: 0, delivered_at_ms: atMs }));
    }
    return statement(
      query.set({
        failing_since_ms: sql<number>`coalesce(failing_since_ms, cast(${atMs} as bigint))`,
        failures: sql<number>`failures + 1`,
      }),
    );
  }

  #disabling(webhookId: string, by: DisabledBy, nowMs: number): readonly Statement[] {
    return [
      statement(
        this.#database.builder
          .updateTable('webhook')
          .set(({ eb }) => ({
            status: 'disabled',
            disabled_by: by,
            disabled_at_ms: nowMs,
            updated_at_ms: nowMs,
            revision: eb('revision', '+', 1),
          }))
          .where('id', '=', webhookId)
          .where('status', '=', 'enabled'),
      ),
      this.givingUp(webhookId, nowMs),
    ];
  }
}
