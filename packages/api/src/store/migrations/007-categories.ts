import { type Compilable, type RawBuilder, sql } from 'kysely';
import type { Database } from '../database.ts';

/**
 * Categories with their entries and members, and whom entries name, in a table of its own. Numbers that filters compare
 * with what clients send are bigint: any number that comes fits into it.
 */
export function categories(database: Database): readonly Compilable[] {
  const { schema } = database.builder;
  const byteOrder = database.dialect === 'postgres' ? sql`text collate "C"` : sql`text`;
  return [
    schema
      .alterTable('partner')
      .addColumn('is_entitlement_enforced', 'integer', (column) => column.notNull().defaultTo(0)),
    schema
      .alterTable('entry')
      .addColumn('was_categorised', 'integer', (column) => column.notNull().defaultTo(0)),
    schema
      .createTable('entitled_user')
      .addColumn('entry_id', 'text', (column) => column.notNull().references('entry.id'))
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('may', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('entitled_user_key', ['entry_id', 'user_id', 'may']),
    schema
      .createIndex('entitled_user_by_user')
      .on('entitled_user')
      .columns(['partner_id', 'user_id', 'entry_id']),
    entitledUsersOfProperties(database),
    schema
      .createTable('category_tree')
      .addColumn('partner_id', 'bigint', (column) => column.primaryKey())
      .addColumn('revision', 'bigint', (column) => column.notNull()),
    schema
      .createTable('category')
      .addColumn('id', 'bigint', (column) => column.primaryKey())
      .addColumn('partner_id', 'bigint', (column) => column.notNull().references('partner.id'))
      .addColumn('parent_id', 'bigint', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('name_folded', byteOrder, (column) => column.notNull())
      .addColumn('depth', 'bigint', (column) => column.notNull())
      .addColumn('full_name', 'text', (column) => column.notNull())
      .addColumn('full_name_folded', byteOrder, (column) => column.notNull())
      .addColumn('full_ids', byteOrder, (column) => column.notNull())
      .addColumn('privacy_contexts', 'text', (column) => column.notNull())
      .addColumn('members_of', 'bigint', (column) => column.notNull())
      .addColumn('owner', 'text')
      .addColumn('default_permission_level', 'bigint', (column) => column.notNull())
      .addColumn('privacy_context', 'text', (column) => column.notNull())
      .addColumn('privacy', 'bigint', (column) => column.notNull())
      .addColumn('inheritance_type', 'bigint', (column) => column.notNull())
      .addColumn('appear_in_list', 'bigint', (column) => column.notNull())
      .addColumn('contribution_policy', 'bigint', (column) => column.notNull())
      .addColumn('moderation', 'bigint', (column) => column.notNull())
      .addColumn('reference_id', 'text')
      .addColumn('tags_folded', 'text', (column) => column.notNull())
      .addColumn('text_folded', 'text', (column) => column.notNull())
      .addColumn('partner_sort_value', 'bigint')
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('properties', 'text', (column) => column.notNull()),
    schema
      .createIndex('category_by_name')
      .unique()
      .on('category')
      .columns(['partner_id', 'parent_id', 'name_folded']),
    schema.createIndex('category_by_path').on('category').columns(['partner_id', 'full_ids']),
    schema
      .createIndex('category_by_full_name')
      .on('category')
      .columns(['partner_id', 'full_name_folded']),
    schema
      .createTable('category_entry')
      .addColumn('entry_id', 'text', (column) => column.notNull().references('entry.id'))
      .addColumn('category_id', 'bigint', (column) => column.notNull())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('status', 'bigint', (column) => column.notNull())
      .addColumn('creator_user_id', 'text', (column) => column.notNull())
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('category_entry_key', ['entry_id', 'category_id']),
    schema
      .createIndex('category_entry_by_category')
      .on('category_entry')
      .columns(['category_id', 'status']),
    schema
      .createTable('category_user')
      .addColumn('category_id', 'bigint', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('permission_level', 'bigint', (column) => column.notNull())
      .addColumn('permission_names', 'text', (column) => column.notNull())
      .addColumn('may_view', 'bigint', (column) => column.notNull())
      .addColumn('may_moderate', 'bigint', (column) => column.notNull())
      .addColumn('status', 'bigint', (column) => column.notNull())
      .addColumn('update_method', 'bigint', (column) => column.notNull())
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('category_user_key', ['category_id', 'user_id']),
    schema
      .createIndex('category_user_by_user')
      .on('category_user')
      .columns(['partner_id', 'user_id', 'category_id']),
  ];
}

/** Entries that are older than the table have their lists in their properties only. */
export function entitledUsersOfProperties({ builder, dialect }: Database): Compilable {
  return builder
    .insertInto('entitled_user')
    .columns(['entry_id', 'user_id', 'partner_id', 'may'])
    .expression(dialect === 'postgres' ? LISTS_OF_POSTGRES : LISTS_OF_SQLITE);
}

type Lists = RawBuilder<{
  entry_id: string;
  user_id: string;
  partner_id: number;
  may: 'edit' | 'publish' | 'view';
}>;

const LISTS_OF_POSTGRES: Lists = sql`
  select distinct entry.id, trim(item.user_id), entry.partner_id, list.may
  from entry
  cross join (values
    ('edit', 'entitledUsersEdit'), ('publish', 'entitledUsersPublish'), ('view', 'entitledUsersView')
  ) as list (may, property)
  cross join lateral
    regexp_split_to_table(entry.properties::json ->> list.property, ',') as item (user_id)
  where trim(item.user_id) <> ''`;

/** SQLite splits no texts, but reads JSON: a quoted text becomes a list where its commas are put outside the quotes. */
const LISTS_OF_SQLITE: Lists = sql`
  select distinct entry.id, trim(item.value), entry.partner_id, list.may
  from entry
  join (
    select 'edit' as may, '$.entitledUsersEdit' as path
    union all select 'publish', '$.entitledUsersPublish'
    union all select 'view', '$.entitledUsersView'
  ) as list
  join json_each(
    '[' || replace(json_quote(json_extract(entry.properties, list.path)), ',', '","') || ']'
  ) as item
  where json_extract(entry.properties, list.path) is not null and trim(item.value) <> ''`;
