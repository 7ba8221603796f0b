import { type Database, statement, tryWrite } from '../database.ts';
import { countChange } from './account-changes.ts';
import type { UserRoleTable } from './account-tables.ts';

/** A role as an account has made it; which permissions its names mean, `Roles` knows. */
export type StoredRole = {
  readonly id: number;
  readonly partnerId: number;
  readonly name: string;
  readonly systemName: string | null;
  readonly description: string;
  readonly isActive: boolean;
  readonly permissionNames: readonly string[];
  readonly tags: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** Grows with every change; a change names the revision before it. */
  readonly revision: number;
};

const ACTIVE = 1;
const BLOCKED = 2;

/** The accounts' own roles. Whoever changes them lets `Accounts` read them again. */
export class RolesStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async all(): Promise<readonly StoredRole[]> {
    const { builder } = this.#database;
    const rows = await this.#database.read(
      builder.selectFrom('user_role').selectAll().orderBy('id'),
    );
    return rows.map(roleOf);
  }

  /** @throws DatabaseError `duplicate` where id, name or system name is taken */
  async insert(role: StoredRole): Promise<void> {
    await this.#database.write([
      countChange(this.#database, 'accounts'),
      statement(this.#database.builder.insertInto('user_role').values(rowOf(role))),
    ]);
  }

  /**
   * @returns false where the stored revision is no longer the one before this one
   * @throws DatabaseError `duplicate` where name or system name is taken
   */
  replace(role: StoredRole): Promise<boolean> {
    const { id, ...columns } = rowOf(role);
    const query = this.#database.builder
      .updateTable('user_role')
      .set(columns)
      .where('id', '=', id)
      .where('partner_id', '=', role.partnerId)
      .where('revision', '=', role.revision - 1);
    return this.#changes(statement(query, { mustChange: true }));
  }

  /** @returns false where there is no such role, or a user has it */
  delete(partnerId: number, id: number): Promise<boolean> {
    const query = this.#database.builder
      .deleteFrom('user_role')
      .where('id', '=', id)
      .where('partner_id', '=', partnerId)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('account_user')
              .select('account_user.id')
              .where('account_user.partner_id', '=', partnerId)
              .where('account_user.role_id', '=', id)
              .where('account_user.status', '!=', DELETED_USER),
          ),
        ),
      );
    return this.#changes(statement(query, { mustChange: true }));
  }

  async #changes(change: ReturnType<typeof statement>): Promise<boolean> {
    return tryWrite(this.#database, [countChange(this.#database, 'accounts'), change]);
  }
}

const DELETED_USER = 2;

function roleOf(row: UserRoleTable): StoredRole {
  return {
    id: row.id,
    partnerId: row.partner_id,
    name: row.name,
    systemName: row.system_name,
    description: row.description,
    isActive: row.status === ACTIVE,
    permissionNames: row.permission_names === '' ? [] : row.permission_names.split(','),
    tags: row.tags,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
    revision: row.revision,
  };
}

function rowOf(role: StoredRole): UserRoleTable {
  return {
    id: role.id,
    partner_id: role.partnerId,
    name: role.name,
    system_name: role.systemName,
    description: role.description,
    status: role.isActive ? ACTIVE : BLOCKED,
    permission_names: role.permissionNames.join(','),
    tags: role.tags,
    created_at_ms: role.createdAtMs,
    updated_at_ms: role.updatedAtMs,
    revision: role.revision,
  };
}
