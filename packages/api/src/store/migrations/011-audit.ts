import type { Compilable } from 'kysely';
import type { Database } from '../database.ts';

/** Who did what. */
export function audit({ builder: { schema }, dialect }: Database): readonly Compilable[] {
  return [
    schema
      .createTable('audit_trail')
      .addColumn('id', dialect === 'postgres' ? 'bigserial' : 'integer', (column) =>
        column.primaryKey(),
      )
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('status', 'integer', (column) => column.notNull())
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('entry_point', 'text', (column) => column.notNull())
      .addColumn('context', 'integer', (column) => column.notNull())
      .addColumn('object_type', 'text', (column) => column.notNull())
      .addColumn('object_id', 'text', (column) => column.notNull())
      .addColumn('object_name', 'text', (column) => column.notNull())
      .addColumn('entry_id', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('session_type', 'integer')
      .addColumn('changes', 'text', (column) => column.notNull())
      .addColumn('error', 'text')
      .addColumn('request_id', 'text', (column) => column.notNull())
      .addColumn('ip_address', 'text', (column) => column.notNull())
      .addColumn('user_agent', 'text', (column) => column.notNull())
      .addColumn('client_tag', 'text', (column) => column.notNull()),
    schema
      .createIndex('audit_trail_by_time')
      .on('audit_trail')
      .columns(['partner_id', 'created_at_ms']),
  ];
}
