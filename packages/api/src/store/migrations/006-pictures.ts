import type { Compilable } from 'kysely';
import type { Database } from '../database.ts';

/** Pictures of entries: those that somebody has set, and those of shows that are over. */
export function pictures(database: Database): readonly Compilable[] {
  return [
    database.builder.schema
      .createTable('picture')
      .addColumn('entry_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('format', 'text', (column) => column.notNull())
      .addColumn('bytes', database.dialect === 'postgres' ? 'bytea' : 'blob', (column) =>
        column.notNull(),
      )
      .addColumn('generation', 'text')
      .addColumn('started_at_ms', 'bigint')
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('picture_key', ['entry_id', 'kind']),
  ];
}
