import type { Compilable } from 'kysely';
import type { Database } from '../database.ts';

/** How large takes are, what is played of them, and which recordings stay. */
export function trims({ builder: { schema } }: Database): readonly Compilable[] {
  return [
    schema
      .alterTable('take')
      .addColumn('size_bytes', 'bigint', (column) => column.notNull().defaultTo(0)),
    schema.alterTable('take').addColumn('closed_at_ms', 'bigint'),
    schema
      .alterTable('take')
      .addColumn('is_refused', 'integer', (column) => column.notNull().defaultTo(0)),
    schema.createIndex('take_partner').on('take').columns(['partner_id', 'state', 'size_bytes']),
    schema.alterTable('recording_take').addColumn('from_ms', 'bigint'),
    schema.alterTable('recording_take').addColumn('to_ms', 'bigint'),
    schema.alterTable('recording_take').addColumn('duration_ms', 'bigint'),
    schema.alterTable('recording_take').addColumn('size_bytes', 'bigint'),
    schema
      .createTable('recording_cut')
      .addColumn('entry_id', 'text', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('take_position', 'integer', (column) => column.notNull())
      .addColumn('from_ms', 'bigint')
      .addColumn('to_ms', 'bigint')
      .addColumn('duration_ms', 'bigint')
      .addColumn('size_bytes', 'bigint')
      .addPrimaryKeyConstraint('recording_cut_key', ['entry_id', 'position']),
    schema
      .createTable('kept_recording')
      .addColumn('entry_id', 'text', (column) => column.primaryKey())
      .addColumn('partner_id', 'bigint', (column) => column.notNull()),
  ];
}
