import { type Compilable, sql } from 'kysely';
import type { Database } from '../database.ts';

/** Conversion profiles with their flavors, access control profiles, configurations and widgets. */
export function profileTables(database: Database): readonly Compilable[] {
  return [
    accountSeed(database),
    ...conversionProfiles(database),
    ...accessControlProfiles(database),
    ...uiConfs(database),
    ...widgets(database),
  ];
}

function accountSeed({ builder: { schema } }: Database): Compilable {
  return schema
    .createTable('account_seed')
    .addColumn('partner_id', 'bigint', (column) => column.notNull())
    .addColumn('seed', 'text', (column) => column.notNull())
    .addColumn('made_at_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('account_seed_key', ['partner_id', 'seed']);
}

function conversionProfiles({ builder: { schema } }: Database): readonly Compilable[] {
  return [
    schema
      .createTable('flavor_params')
      .addColumn('id', 'bigint', (column) => column.primaryKey())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('object_type', 'text', (column) => column.notNull())
      .addColumn('system_name', 'text', (column) => column.notNull())
      .addColumn('tags', 'text', (column) => column.notNull())
      .addColumn('format', 'text', (column) => column.notNull())
      .addColumn('is_deleted', 'integer', (column) => column.notNull())
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('revision', 'bigint', (column) => column.notNull())
      .addColumn('properties', 'text', (column) => column.notNull()),
    schema
      .createIndex('flavor_params_by_partner')
      .on('flavor_params')
      .columns(['partner_id', 'created_at_ms']),
    schema
      .createTable('conversion_profile')
      .addColumn('id', 'bigint', (column) => column.primaryKey())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('system_name', 'text')
      .addColumn('tags_folded', 'text', (column) => column.notNull())
      .addColumn('default_entry_id', 'text', (column) => column.notNull())
      .addColumn('is_default', 'integer', (column) => column.notNull())
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('revision', 'bigint', (column) => column.notNull())
      .addColumn('properties', 'text', (column) => column.notNull()),
    schema
      .createIndex('conversion_profile_by_partner')
      .on('conversion_profile')
      .columns(['partner_id', 'created_at_ms']),
    // The database itself holds "one default of a type" and "a system name once", whoever comes at the same moment.
    schema
      .createIndex('conversion_profile_default')
      .unique()
      .on('conversion_profile')
      .columns(['partner_id', 'type'])
      .where(sql<boolean>`is_default = 1`),
    schema
      .createIndex('conversion_profile_system_name')
      .unique()
      .on('conversion_profile')
      .columns(['partner_id', 'system_name'])
      .where(sql<boolean>`status <> '3'`),
    schema
      .createTable('conversion_profile_flavor')
      .addColumn('conversion_profile_id', 'bigint', (column) =>
        column.notNull().references('conversion_profile.id'),
      )
      .addColumn('flavor_params_id', 'bigint', (column) =>
        column.notNull().references('flavor_params.id'),
      )
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('origin', 'integer', (column) => column.notNull())
      .addColumn('ready_behavior', 'integer', (column) => column.notNull())
      .addColumn('system_name', 'text', (column) => column.notNull())
      .addColumn('revision', 'bigint', (column) => column.notNull())
      .addColumn('properties', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('conversion_profile_flavor_key', [
        'conversion_profile_id',
        'flavor_params_id',
      ]),
    schema
      .createIndex('conversion_profile_flavor_by_flavor')
      .on('conversion_profile_flavor')
      .columns(['flavor_params_id']),
    schema
      .createIndex('conversion_profile_flavor_by_partner')
      .on('conversion_profile_flavor')
      .columns(['partner_id']),
  ];
}

function accessControlProfiles({ builder: { schema } }: Database): readonly Compilable[] {
  return [
    schema
      .createTable('access_control_profile')
      .addColumn('id', 'bigint', (column) => column.primaryKey())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('system_name', 'text', (column) => column.notNull())
      .addColumn('description', 'text', (column) => column.notNull())
      .addColumn('is_default', 'integer', (column) => column.notNull())
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull()),
    schema
      .createIndex('access_control_profile_by_partner')
      .on('access_control_profile')
      .columns(['partner_id', 'created_at_ms']),
    schema
      .createIndex('access_control_profile_default')
      .unique()
      .on('access_control_profile')
      .columns(['partner_id'])
      .where(sql<boolean>`is_default = 1`),
  ];
}

function uiConfs({ builder: { schema } }: Database): readonly Compilable[] {
  return [
    schema
      .createTable('ui_conf')
      .addColumn('id', 'bigint', (column) => column.primaryKey())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('name_folded', 'text', (column) => column.notNull())
      .addColumn('obj_type', 'integer', (column) => column.notNull())
      .addColumn('creation_mode', 'integer', (column) => column.notNull())
      .addColumn('tags_folded', 'text', (column) => column.notNull())
      .addColumn('partner_tags_folded', 'text', (column) => column.notNull())
      .addColumn('swf_url_version', 'text', (column) => column.notNull())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('version', 'text', (column) => column.notNull())
      .addColumn('is_template', 'integer', (column) => column.notNull())
      .addColumn('is_deleted', 'integer', (column) => column.notNull())
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('revision', 'bigint', (column) => column.notNull())
      .addColumn('properties', 'text', (column) => column.notNull()),
    schema
      .createIndex('ui_conf_by_partner')
      .on('ui_conf')
      .columns(['partner_id', 'is_deleted', 'created_at_ms']),
  ];
}

function widgets({ builder: { schema } }: Database): readonly Compilable[] {
  return [
    schema
      .createTable('widget')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('source_widget_id', 'text', (column) => column.notNull())
      .addColumn('root_widget_id', 'text', (column) => column.notNull())
      .addColumn('entry_id', 'text', (column) => column.notNull())
      .addColumn('ui_conf_id', 'bigint')
      .addColumn('partner_data_folded', 'text', (column) => column.notNull())
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('revision', 'bigint', (column) => column.notNull())
      .addColumn('properties', 'text', (column) => column.notNull()),
    schema.createIndex('widget_by_partner').on('widget').columns(['partner_id', 'created_at_ms']),
  ];
}
