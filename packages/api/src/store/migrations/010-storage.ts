import type { Compilable } from 'kysely';
import type { Database } from '../database.ts';

/** How much accounts may keep, and for how long. */
export function storage({ builder: { schema } }: Database): readonly Compilable[] {
  return [
    schema
      .createTable('storage_rule')
      .addColumn('partner_id', 'bigint', (column) => column.primaryKey())
      .addColumn('quota_bytes', 'bigint')
      .addColumn('retention_days', 'integer'),
  ];
}
