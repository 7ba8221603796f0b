import type { Compilable } from 'kysely';
import type { Database } from '../database.ts';

/** Moments of entries; what response profiles ask for besides fields. */
export function cuePoints({ builder: { schema } }: Database): readonly Compilable[] {
  return [
    schema
      .createTable('cue_point')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('int_id', 'bigint', (column) => column.notNull())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('entry_id', 'text', (column) => column.notNull())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('status', 'integer', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('session_hash', 'text')
      .addColumn('parent_id', 'text')
      .addColumn('depth', 'integer', (column) => column.notNull())
      .addColumn('is_open', 'integer', (column) => column.notNull())
      .addColumn('thread_user_id', 'text')
      .addColumn('copied_from', 'text')
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('properties', 'text', (column) => column.notNull())
      .addColumn('triggered_at_s', 'bigint')
      .addColumn('start_time_ms', 'bigint', (column) => column.notNull())
      .addColumn('end_time_ms', 'bigint')
      .addColumn('duration_ms', 'bigint')
      .addColumn('partner_sort_value', 'bigint')
      .addColumn('force_stop', 'integer')
      .addColumn('is_public', 'integer')
      .addColumn('system_name', 'text')
      .addColumn('sub_type', 'text')
      .addColumn('code', 'text')
      .addColumn('tags_folded', 'text', (column) => column.notNull())
      .addColumn('text_folded', 'text', (column) => column.notNull())
      .addColumn('description_folded', 'text', (column) => column.notNull()),
    schema
      .createIndex('cue_point_of_entry')
      .on('cue_point')
      .columns(['entry_id', 'type', 'int_id']),
    schema
      .createIndex('cue_point_name')
      .on('cue_point')
      .columns(['entry_id', 'system_name'])
      .unique(),
    schema.createIndex('cue_point_parent').on('cue_point').columns(['parent_id']),
    schema.createIndex('cue_point_user').on('cue_point').columns(['partner_id', 'user_id']),
    schema
      .createIndex('cue_point_thread')
      .on('cue_point')
      .columns(['partner_id', 'thread_user_id']),
    // JSON, or null where a profile has none.
    ...['filter', 'pager', 'mappings', 'related_profiles'].map((name) =>
      schema.alterTable('response_profile').addColumn(name, 'text'),
    ),
  ];
}
