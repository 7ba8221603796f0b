import { type Compilable, sql } from 'kysely';
import type { Database } from '../database.ts';

/** Accounts, sessions, live streams and their broadcasts. */
export function firstTables(database: Database): readonly Compilable[] {
  const { schema } = database.builder;
  // Byte order in both databases, whatever the server's locale: SQLite's own order.
  const byteOrder = database.dialect === 'postgres' ? sql`text collate "C"` : sql`text`;
  return [
    schema
      .createTable('partner')
      .addColumn('id', 'bigint', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('status', 'integer', (column) => column.notNull())
      .addColumn('max_session_s', 'bigint', (column) => column.notNull())
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull()),
    schema
      .createTable('partner_secret')
      .addColumn('partner_id', 'bigint', (column) => column.notNull().references('partner.id'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('secret', 'text', (column) => column.notNull())
      .addColumn('origin', 'text', (column) => column.notNull())
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('partner_secret_key', ['partner_id', 'kind', 'secret']),
    schema
      .createTable('ended_session')
      .addColumn('session_key', 'text', (column) => column.primaryKey())
      .addColumn('expires_at_s', 'bigint', (column) => column.notNull()),
    schema
      .createTable('session_use')
      .addColumn('session_hash', 'text', (column) => column.primaryKey())
      .addColumn('uses', 'bigint', (column) => column.notNull())
      .addColumn('expires_at_s', 'bigint', (column) => column.notNull()),
    schema
      .createTable('entry')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('name_folded', byteOrder, (column) => column.notNull())
      .addColumn('tags_folded', 'text', (column) => column.notNull())
      .addColumn('admin_tags_folded', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('creator_id', 'text', (column) => column.notNull())
      .addColumn('reference_id', 'text')
      .addColumn('root_entry_id', 'text', (column) => column.notNull())
      .addColumn('parent_entry_id', 'text')
      .addColumn('media_type', 'integer', (column) => column.notNull())
      .addColumn('source_type', 'text', (column) => column.notNull())
      .addColumn('display_in_search', 'integer', (column) => column.notNull())
      .addColumn('moderation_status', 'integer', (column) => column.notNull())
      .addColumn('partner_sort_value', 'bigint')
      .addColumn('start_date_s', 'bigint')
      .addColumn('end_date_s', 'bigint')
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('stream_token', 'text', (column) => column.notNull())
      .addColumn('explicit_live', 'integer', (column) => column.notNull())
      .addColumn('view_mode', 'integer', (column) => column.notNull())
      .addColumn('view_mode_changed_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('recording_status', 'integer', (column) => column.notNull())
      .addColumn('playback_epoch', 'integer', (column) => column.notNull())
      .addColumn('revision', 'bigint', (column) => column.notNull())
      .addColumn('properties', 'text', (column) => column.notNull()),
    schema
      .createIndex('entry_by_creation')
      .on('entry')
      .columns(['partner_id', 'type', 'status', 'created_at_ms']),
    schema
      .createIndex('entry_by_user')
      .on('entry')
      .columns(['partner_id', 'user_id', 'created_at_ms']),
    schema.createIndex('entry_by_root').on('entry').columns(['root_entry_id', 'created_at_ms']),
    schema.createIndex('entry_by_reference').on('entry').columns(['partner_id', 'reference_id']),
    schema
      .createTable('broadcast')
      .addColumn('entry_id', 'text', (column) => column.primaryKey().references('entry.id'))
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('since_ms', 'bigint', (column) => column.notNull())
      .addColumn('on_air_since_ms', 'bigint')
      .addColumn('generation', 'text')
      .addColumn('is_playable', 'integer', (column) => column.notNull())
      .addColumn('has_video', 'integer', (column) => column.notNull())
      .addColumn('encoders', 'text', (column) => column.notNull())
      .addColumn('waits_until_ms', 'bigint')
      .addColumn('first_broadcast_ms', 'bigint')
      .addColumn('last_broadcast_ms', 'bigint')
      .addColumn('last_broadcast_end_ms', 'bigint')
      .addColumn('current_broadcast_start_ms', 'bigint')
      .addColumn('first_on_air_ms', 'bigint')
      .addColumn('last_on_air_end_ms', 'bigint'),
    schema.createIndex('broadcast_by_state').on('broadcast').columns(['state']),
  ];
}
