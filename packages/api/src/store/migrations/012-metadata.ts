import type { Compilable } from 'kysely';
import type { Database } from '../database.ts';

/** Records about objects, and the schemas that they follow. */
export function metadata({ builder: { schema } }: Database): readonly Compilable[] {
  return [
    schema
      .createTable('metadata_profile')
      .addColumn('id', 'bigint', (column) => column.primaryKey())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('system_name', 'text')
      .addColumn('object_type', 'text', (column) => column.notNull())
      .addColumn('create_mode', 'integer', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('properties', 'text', (column) => column.notNull()),
    schema
      .createIndex('metadata_profile_name')
      .on('metadata_profile')
      .columns(['partner_id', 'system_name'])
      .unique(),
    schema
      .createTable('metadata_schema')
      .addColumn('profile_id', 'bigint', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('xsd', 'text', (column) => column.notNull())
      .addColumn('views', 'text')
      .addPrimaryKeyConstraint('metadata_schema_key', ['profile_id', 'version']),
    schema
      .createTable('metadata')
      .addColumn('id', 'bigint', (column) => column.primaryKey())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('profile_id', 'bigint', (column) => column.notNull())
      .addColumn('profile_version', 'integer', (column) => column.notNull())
      .addColumn('object_type', 'text', (column) => column.notNull())
      .addColumn('object_id', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('status', 'integer', (column) => column.notNull())
      .addColumn('xml', 'text', (column) => column.notNull())
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull()),
    // One record of a profile for each object.
    schema
      .createIndex('metadata_of_object')
      .on('metadata')
      .columns(['partner_id', 'object_type', 'object_id', 'profile_id'])
      .unique(),
    schema.createIndex('metadata_of_profile').on('metadata').columns(['profile_id', 'id']),
  ];
}
