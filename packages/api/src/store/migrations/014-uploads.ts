import type { Compilable } from 'kysely';
import type { Database } from '../database.ts';

/** Files that are uploaded, the documents that they become, and pictures of entries besides the one that is shown. */
export function uploads({ builder: { schema }, dialect }: Database): readonly Compilable[] {
  return [
    schema
      .createTable('upload_token')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('status', 'integer', (column) => column.notNull())
      .addColumn('file_name', 'text')
      .addColumn('file_size', 'bigint')
      .addColumn('is_auto_finalized', 'integer', (column) => column.notNull())
      .addColumn('uploaded_bytes', 'bigint', (column) => column.notNull())
      .addColumn('ranges', 'text', (column) => column.notNull())
      .addColumn('held_bytes', 'bigint', (column) => column.notNull())
      .addColumn('file_key', 'text')
      .addColumn('attached_type', 'text')
      .addColumn('attached_id', 'text')
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull()),
    schema
      .createIndex('upload_token_of_user')
      .on('upload_token')
      .columns(['partner_id', 'user_id', 'status']),
    schema
      .createIndex('upload_token_by_age')
      .on('upload_token')
      .columns(['status', 'updated_at_ms']),
    schema.createIndex('upload_token_file').on('upload_token').column('file_key'),
    schema
      .createTable('entry_file')
      .addColumn('entry_id', 'text', (column) => column.primaryKey())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('file_key', 'text', (column) => column.notNull())
      .addColumn('file_name', 'text', (column) => column.notNull())
      .addColumn('format', 'text', (column) => column.notNull())
      .addColumn('size_bytes', 'bigint', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull()),
    schema.createIndex('entry_file_key').on('entry_file').column('file_key'),
    schema
      .createTable('abandoned_file')
      .addColumn('file_key', 'text', (column) => column.primaryKey()),
    schema
      .createTable('thumb_asset')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('entry_id', 'text', (column) => column.notNull())
      .addColumn('cue_point_id', 'text')
      .addColumn('is_timed', 'integer', (column) => column.notNull())
      .addColumn('is_default', 'integer', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('format', 'text')
      .addColumn('width_px', 'integer')
      .addColumn('height_px', 'integer')
      .addColumn('size_bytes', 'bigint', (column) => column.notNull())
      .addColumn('recipe', 'text')
      .addColumn('properties', 'text', (column) => column.notNull())
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('bytes', dialect === 'postgres' ? 'bytea' : 'blob'),
    schema.createIndex('thumb_asset_of_entry').on('thumb_asset').columns(['entry_id', 'id']),
  ];
}
