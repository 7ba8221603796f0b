import { type Compilable, sql } from 'kysely';
import type { Database } from '../database.ts';

/** Entries of every kind: columns for what they are filtered by, what is counted on them, and complaints about them. */
export function entries(database: Database): readonly Compilable[] {
  const { schema, updateTable } = builderOf(database);
  const alter = schema.alterTable('entry');
  const count = (name: string) =>
    alter.addColumn(name, 'bigint', (column) => column.notNull().defaultTo(0));
  return [
    alter.addColumn('description_folded', 'text', (column) => column.notNull().defaultTo('')),
    alter.addColumn('display_before_bin', 'integer'),
    alter.addColumn('recorded_entry_id', 'text'),
    alter.addColumn('group_id', 'bigint'),
    alter.addColumn('access_control_id', 'bigint'),
    alter.addColumn('conversion_profile_id', 'bigint'),
    alter.addColumn('duration_ms', 'bigint'),
    count('flag_count'),
    count('votes'),
    count('total_rank'),
    count('plays'),
    count('views'),
    alter.addColumn('last_played_at_ms', 'bigint'),
    count('picture_version'),
    updateTable('entry').set({
      description_folded: sql`lower(coalesce(${stored(database, 'description')}, ''))`,
      recorded_entry_id: stored(database, 'recordedEntryId'),
      group_id: number(database, 'groupId'),
      access_control_id: number(database, 'accessControlId'),
      conversion_profile_id: number(database, 'conversionProfileId'),
    }),
    schema.createIndex('entry_by_parent').on('entry').columns(['partner_id', 'parent_entry_id']),
    schema.createIndex('entry_by_age').on('entry').columns(['partner_id', 'created_at_ms']),
    schema
      .createTable('moderation_flag')
      .addColumn('id', database.dialect === 'postgres' ? 'bigserial' : 'integer', (column) =>
        column.primaryKey(),
      )
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('entry_id', 'text', (column) => column.notNull().references('entry.id'))
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('flag_type', 'integer')
      .addColumn('comments', 'text')
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull()),
    schema
      .createIndex('moderation_flag_by_entry')
      .on('moderation_flag')
      .columns(['entry_id', 'status', 'id']),
  ];
}

function builderOf({ builder }: Database) {
  return { schema: builder.schema, updateTable: builder.updateTable.bind(builder) };
}

/** What a client has set, out of the row's JSON. */
function stored({ dialect }: Database, name: string) {
  return dialect === 'postgres'
    ? sql<string>`(properties::json ->> ${sql.lit(name)})`
    : sql<string>`json_extract(properties, ${sql.lit(`$.${name}`)})`;
}

function number(database: Database, name: string) {
  return sql<number>`cast(${stored(database, name)} as bigint)`;
}
