import type { Compilable } from 'kysely';
import type { Database } from '../database.ts';

/** What players tell about viewing, and what applications tell about objects. */
export function beacons({ builder: { schema }, dialect }: Database): readonly Compilable[] {
  return [
    schema
      .createTable('player_event')
      .addColumn('id', dialect === 'postgres' ? 'bigserial' : 'integer', (column) =>
        column.primaryKey(),
      )
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('entry_id', 'text', (column) => column.notNull())
      .addColumn('at_ms', 'bigint', (column) => column.notNull())
      .addColumn('event_type', 'bigint', (column) => column.notNull())
      .addColumn('event_index', 'bigint')
      .addColumn('session_id', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('playback_type', 'text', (column) => column.notNull())
      .addColumn('position_s', 'double precision')
      .addColumn('fields', 'text', (column) => column.notNull()),
    schema.createIndex('player_event_of_entry').on('player_event').columns(['entry_id', 'at_ms']),
    // For what is too old.
    schema.createIndex('player_event_by_time').on('player_event').columns(['partner_id', 'at_ms']),
    schema
      .createTable('counted_event')
      .addColumn('entry_id', 'text', (column) => column.notNull())
      .addColumn('session_id', 'text', (column) => column.notNull())
      .addColumn('event_type', 'bigint', (column) => column.notNull())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('at_ms', 'bigint', (column) => column.notNull())
      .addColumn('batch', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('counted_event_key', ['entry_id', 'session_id', 'event_type']),
    schema.createIndex('counted_event_batch').on('counted_event').column('batch'),
    schema
      .createIndex('counted_event_by_time')
      .on('counted_event')
      .columns(['partner_id', 'at_ms']),
    schema.alterTable('storage_rule').addColumn('player_event_days', 'integer'),
    schema
      .createTable('beacon')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('index_type', 'text', (column) => column.notNull())
      .addColumn('related_object_type', 'text', (column) => column.notNull())
      .addColumn('event_type', 'text', (column) => column.notNull())
      .addColumn('object_id', 'text', (column) => column.notNull())
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('private_data', 'text')
      .addColumn('raw_data', 'text'),
    schema
      .createIndex('beacon_of_object')
      .on('beacon')
      .columns(['partner_id', 'object_id', 'updated_at_ms']),
    schema.createIndex('beacon_by_time').on('beacon').columns(['partner_id', 'updated_at_ms']),
  ];
}
