import { type Compilable, sql } from 'kysely';
import type { Database } from '../database.ts';

/** What is planned, and what it needs. */
export function schedule(database: Database): readonly Compilable[] {
  const { schema } = database.builder;
  // Both databases then sort alike.
  const byteOrder = database.dialect === 'postgres' ? sql`text collate "C"` : sql`text`;
  return [
    schema
      .createTable('schedule_event')
      .addColumn('id', 'bigint', (column) => column.primaryKey())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('type', 'integer', (column) => column.notNull())
      .addColumn('parent_id', 'bigint')
      .addColumn('status', 'integer', (column) => column.notNull())
      .addColumn('recurrence_type', 'integer', (column) => column.notNull())
      .addColumn('template_entry_id', 'text')
      .addColumn('start_s', 'bigint', (column) => column.notNull())
      .addColumn('end_s', 'bigint', (column) => column.notNull())
      .addColumn('original_start_s', 'bigint')
      .addColumn('is_private', 'integer', (column) => column.notNull())
      .addColumn('summary_folded', byteOrder, (column) => column.notNull())
      .addColumn('owner_id', 'text', (column) => column.notNull())
      .addColumn('priority', 'integer')
      .addColumn('reference_id', 'text')
      .addColumn('tags_folded', 'text', (column) => column.notNull())
      .addColumn('entry_ids', 'text', (column) => column.notNull())
      .addColumn('category_ids', 'text', (column) => column.notNull())
      .addColumn('source_entry_id', 'text')
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('properties', 'text', (column) => column.notNull()),
    // What is on at a time, and the next show of a webcast.
    schema
      .createIndex('schedule_event_time')
      .on('schedule_event')
      .columns(['partner_id', 'end_s', 'start_s']),
    schema
      .createIndex('schedule_event_entry')
      .on('schedule_event')
      .columns(['template_entry_id', 'start_s']),
    schema
      .createIndex('schedule_event_parent')
      .on('schedule_event')
      .columns(['parent_id', 'original_start_s'])
      .unique(),
    schema
      .createTable('schedule_resource')
      .addColumn('id', 'bigint', (column) => column.primaryKey())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('parent_id', 'bigint')
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('system_name', 'text')
      .addColumn('status', 'integer', (column) => column.notNull())
      .addColumn('tags_folded', 'text', (column) => column.notNull())
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('properties', 'text', (column) => column.notNull()),
    schema
      .createIndex('schedule_resource_of')
      .on('schedule_resource')
      .columns(['partner_id', 'id']),
    schema
      .createTable('schedule_event_resource')
      .addColumn('event_id', 'bigint', (column) => column.notNull())
      .addColumn('resource_id', 'bigint', (column) => column.notNull())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('schedule_event_resource_key', ['event_id', 'resource_id']),
    schema
      .createIndex('schedule_resource_use')
      .on('schedule_event_resource')
      .columns(['partner_id', 'resource_id']),
  ];
}
