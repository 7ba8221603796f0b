import { type Compilable, sql } from 'kysely';
import type { Database } from '../database.ts';

/** What accounts are made of: their own facts, users, roles, application tokens, and a count of what has changed. */
export function accountTables(database: Database): readonly Compilable[] {
  const { builder } = database;
  const { schema } = builder;
  // Byte order in both databases, whatever the server's locale: SQLite's own order.
  const byteOrder = database.dialect === 'postgres' ? sql`text collate "C"` : sql`text`;
  return [
    schema
      .createTable('account_change')
      .addColumn('subject', 'text', (column) => column.primaryKey())
      .addColumn('version', 'bigint', (column) => column.notNull()),
    builder.insertInto('account_change').values([
      { subject: 'accounts', version: 1 },
      { subject: 'endings', version: 1 },
    ]),
    // SQLite adds one column at a time.
    schema
      .alterTable('partner')
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull().defaultTo(0)),
    schema
      .alterTable('partner')
      .addColumn('properties', 'text', (column) => column.notNull().defaultTo('{}')),
    schema
      .alterTable('partner')
      .addColumn('revision', 'bigint', (column) => column.notNull().defaultTo(1)),
    schema
      .alterTable('ended_session')
      .addColumn('ended_at_ms', 'bigint', (column) => column.notNull().defaultTo(0)),
    schema
      .alterTable('ended_session')
      .addColumn('change', 'bigint', (column) => column.notNull().defaultTo(0)),
    schema.createIndex('ended_session_by_change').on('ended_session').columns(['change']),
    schema
      .createTable('user_role')
      .addColumn('id', 'bigint', (column) => column.primaryKey())
      .addColumn('partner_id', 'bigint', (column) => column.notNull().references('partner.id'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('system_name', 'text')
      .addColumn('description', 'text', (column) => column.notNull())
      .addColumn('status', 'integer', (column) => column.notNull())
      .addColumn('permission_names', 'text', (column) => column.notNull())
      .addColumn('tags', 'text', (column) => column.notNull())
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('revision', 'bigint', (column) => column.notNull()),
    schema
      .createIndex('user_role_by_name')
      .unique()
      .on('user_role')
      .columns(['partner_id', 'name']),
    schema
      .createIndex('user_role_by_system_name')
      .unique()
      .on('user_role')
      .columns(['partner_id', 'system_name']),
    schema
      .createTable('app_token')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('partner_id', 'bigint', (column) => column.notNull().references('partner.id'))
      .addColumn('token', 'text', (column) => column.notNull())
      .addColumn('status', 'integer', (column) => column.notNull())
      .addColumn('hash_type', 'text', (column) => column.notNull())
      .addColumn('session_type', 'integer')
      .addColumn('session_user_id', 'text')
      .addColumn('session_duration_s', 'bigint', (column) => column.notNull())
      .addColumn('session_privileges', 'text')
      .addColumn('expires_at_s', 'bigint')
      .addColumn('description', 'text')
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('revision', 'bigint', (column) => column.notNull()),
    schema
      .createIndex('app_token_by_creation')
      .on('app_token')
      .columns(['partner_id', 'status', 'created_at_ms']),
    schema
      .createTable('login')
      .addColumn('id_folded', 'text', (column) => column.primaryKey())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('password_hash', 'text', (column) => column.notNull())
      .addColumn('earlier_hashes', 'text', (column) => column.notNull())
      .addColumn('failed_attempts', 'integer', (column) => column.notNull())
      .addColumn('blocked_until_ms', 'bigint', (column) => column.notNull())
      .addColumn('last_partner_id', 'bigint')
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('revision', 'bigint', (column) => column.notNull()),
    schema
      .createTable('account_user')
      .addColumn('partner_id', 'bigint', (column) => column.notNull())
      .addColumn('id', byteOrder, (column) => column.notNull())
      .addColumn('type', 'integer', (column) => column.notNull())
      .addColumn('status', 'integer', (column) => column.notNull())
      .addColumn('is_admin', 'integer', (column) => column.notNull())
      .addColumn('is_account_owner', 'integer', (column) => column.notNull())
      .addColumn('role_id', 'bigint')
      .addColumn('login_id_folded', 'text', (column) => column.references('login.id_folded'))
      .addColumn('login_group', 'text', (column) => column.notNull())
      .addColumn('id_folded', 'text', (column) => column.notNull())
      .addColumn('screen_name_folded', 'text', (column) => column.notNull())
      .addColumn('first_name_folded', 'text', (column) => column.notNull())
      .addColumn('last_name_folded', 'text', (column) => column.notNull())
      .addColumn('email_folded', 'text', (column) => column.notNull())
      .addColumn('tags_folded', 'text', (column) => column.notNull())
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('status_updated_at_ms', 'bigint')
      .addColumn('last_login_ms', 'bigint')
      .addColumn('revision', 'bigint', (column) => column.notNull())
      .addColumn('properties', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('account_user_key', ['partner_id', 'id']),
    schema
      .createIndex('account_user_by_creation')
      .on('account_user')
      .columns(['partner_id', 'status', 'created_at_ms']),
    schema
      .createIndex('account_user_by_login')
      .unique()
      .on('account_user')
      .columns(['login_id_folded', 'partner_id']),
    schema
      .createIndex('account_user_by_role')
      .on('account_user')
      .columns(['partner_id', 'role_id']),
  ];
}
