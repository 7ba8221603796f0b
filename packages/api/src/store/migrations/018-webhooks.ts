import type { Compilable } from 'kysely';
import type { Database } from '../database.ts';

/** Webhooks: who is told, of what, and what became of it. */
export function webhooks({ builder: { schema } }: Database): readonly Compilable[] {
  return [
    schema
      .createTable('webhook')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('url', 'text', (column) => column.notNull())
      .addColumn('event_types', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('disabled_by', 'text')
      .addColumn('disabled_at_ms', 'bigint')
      .addColumn('failing_since_ms', 'bigint')
      .addColumn('failures', 'integer', (column) => column.notNull())
      .addColumn('delivered_at_ms', 'bigint')
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull()),
    schema.createIndex('webhook_of_account').on('webhook').columns(['partner_id', 'status']),
    schema
      .createTable('webhook_secret')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('webhook_id', 'text', (column) => column.notNull())
      .addColumn('secret', 'text', (column) => column.notNull())
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('expires_at_ms', 'bigint'),
    schema.createIndex('webhook_secret_of').on('webhook_secret').columns(['webhook_id']),
    schema
      .createTable('webhook_event')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull()),
    schema.createIndex('webhook_event_age').on('webhook_event').columns(['created_at_ms']),
    schema
      .createTable('webhook_delivery')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('event_id', 'text', (column) => column.notNull())
      .addColumn('webhook_id', 'text', (column) => column.notNull())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('event_type', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('tries', 'integer', (column) => column.notNull())
      .addColumn('due_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('leased_until_ms', 'bigint', (column) => column.notNull())
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('finished_at_ms', 'bigint')
      .addColumn('last_status', 'integer')
      .addColumn('last_error', 'text'),
    // What is due of each webhook …
    schema
      .createIndex('webhook_delivery_due')
      .on('webhook_delivery')
      .columns(['webhook_id', 'status', 'due_at_ms']),
    // … the log of an account, newest first …
    schema
      .createIndex('webhook_delivery_log')
      .on('webhook_delivery')
      .columns(['partner_id', 'created_at_ms']),
    // … and what has grown old.
    schema
      .createIndex('webhook_delivery_age')
      .on('webhook_delivery')
      .columns(['status', 'finished_at_ms']),
    schema.createIndex('webhook_delivery_event').on('webhook_delivery').columns(['event_id']),
    schema
      .createTable('webhook_attempt')
      .addColumn('delivery_id', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('sent_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('duration_ms', 'integer', (column) => column.notNull())
      .addColumn('status', 'integer')
      .addColumn('error', 'text')
      .addColumn('response', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('webhook_attempt_key', ['delivery_id', 'number']),
    schema
      .createTable('webhook_alert')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('since_ms', 'bigint', (column) => column.notNull())
      .addColumn('seen_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('told', 'text', (column) => column.notNull()),
  ];
}
