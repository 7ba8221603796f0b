import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';

/** Something that somebody may have to be told. */
export type OutboxEvent = {
  readonly partnerId: number;
  readonly type: string;
  readonly body: string;
  readonly nowMs: number;
};

/**
 * Events as statements of the job that makes them happen: either both are stored, or none. Where nobody is to be told,
 * nothing is written.
 */
export class Outbox {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  adding(event: OutboxEvent): readonly Statement[] {
    const { builder } = this.#database;
    const id = `msg_${randomBytes(18).toString('base64url')}`;
    const { partnerId, type, body, nowMs } = event;
    const listeners = () =>
      builder
        .selectFrom('webhook')
        .where('webhook.partner_id', '=', partnerId)
        .where('webhook.status', '=', 'enabled')
        .where((eb) =>
          eb.or([
            eb('webhook.event_types', '=', '*'),
            eb('webhook.event_types', 'like', `%,${type},%`),
          ]),
        );
    return [
      statement(
        builder
          .insertInto('webhook_event')
          .columns(['id', 'partner_id', 'type', 'body', 'created_at_ms'])
          .expression(
            builder
              .selectNoFrom([
                text(id).as('id'),
                number(partnerId).as('partner_id'),
                text(type).as('type'),
                text(body).as('body'),
                number(nowMs).as('created_at_ms'),
              ])
              .where(({ exists }) => exists(listeners().select('webhook.id'))),
          ),
      ),
      statement(
        builder
          .insertInto('webhook_delivery')
          .columns(DELIVERY_COLUMNS)
          .expression(
            listeners()
              // A webhook that was made between the two statements has no event to get.
              .innerJoin('webhook_event', (join) => join.on('webhook_event.id', '=', id))
              .select([
                sql<string>`webhook_event.id || '-' || webhook.id`.as('id'),
                'webhook_event.id as event_id',
                'webhook.id as webhook_id',
                'webhook.partner_id',
                'webhook_event.type as event_type',
                sql<string>`'waiting'`.as('status'),
                sql<number>`0`.as('attempts'),
                sql<number>`0`.as('tries'),
                number(nowMs).as('due_at_ms'),
                sql<number>`0`.as('leased_until_ms'),
                number(nowMs).as('created_at_ms'),
              ]),
          ),
      ),
    ];
  }
}

const DELIVERY_COLUMNS = [
  'id',
  'event_id',
  'webhook_id',
  'partner_id',
  'event_type',
  'status',
  'attempts',
  'tries',
  'due_at_ms',
  'leased_until_ms',
  'created_at_ms',
] as const;

/** PostgreSQL does not guess the types of bare values in a select. */
function text(value: string) {
  return sql<string>`cast(${value} as text)`;
}

function number(value: number) {
  return sql<number>`cast(${value} as bigint)`;
}
