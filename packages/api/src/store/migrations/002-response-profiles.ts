import type { Compilable } from 'kysely';
import type { Database } from '../database.ts';

/** Response profiles. */
export function responseProfiles({ builder: { schema } }: Database): readonly Compilable[] {
  return [
    schema
      .createTable('response_profile')
      .addColumn('id', 'bigint', (column) => column.primaryKey())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('system_name', 'text')
      .addColumn('type', 'integer', (column) => column.notNull())
      .addColumn('fields', 'text', (column) => column.notNull())
      .addColumn('status', 'integer', (column) => column.notNull())
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('revision', 'bigint', (column) => column.notNull()),
    // Null is no name: there may be many without one.
    schema
      .createIndex('response_profile_by_system_name')
      .unique()
      .on('response_profile')
      .columns(['partner_id', 'system_name']),
  ];
}
