import type { Compilable } from 'kysely';
import type { Database } from '../database.ts';

/** What was recorded, and which entries play it. */
export function recordings({ builder: { schema } }: Database): readonly Compilable[] {
  return [
    schema
      .createTable('take')
      .addColumn('webcast_id', 'text', (column) => column.notNull())
      .addColumn('generation', 'text', (column) => column.notNull())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('show_started_ms', 'bigint', (column) => column.notNull())
      .addColumn('starts_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('duration_ms', 'bigint', (column) => column.notNull())
      .addColumn('has_video', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('take_key', ['webcast_id', 'generation']),
    schema.createIndex('take_state').on('take').columns(['state', 'webcast_id']),
    schema
      .createTable('recording_take')
      .addColumn('entry_id', 'text', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('webcast_id', 'text', (column) => column.notNull())
      .addColumn('generation', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('recording_take_key', ['entry_id', 'position']),
    schema
      .createIndex('recording_take_of')
      .on('recording_take')
      .columns(['webcast_id', 'generation']),
  ];
}
