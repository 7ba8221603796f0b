import { randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { UserValue } from '../../schema/user.ts';
import { type Database, type Statement, statement, tryWrite } from '../database.ts';
import { countChange } from './account-changes.ts';
import type { AccountUserTable } from './account-tables.ts';
import { applyUserFilter, applyUserOrder, type UserListQuestion } from './user-filter.ts';

export type UserStatus = 'blocked' | 'active' | 'deleted';

/** Somebody whom an account knows. */
export type UserRecord = {
  readonly partnerId: number;
  readonly id: string;
  /** 0 a person, 1 and 2 groups. */
  readonly type: 0 | 1 | 2;
  readonly status: UserStatus;
  readonly isAdmin: boolean;
  readonly isAccountOwner: boolean;
  readonly roleId: number | null;
  /** In lower case; null where there is no sign-in with a password. */
  readonly loginId: string | null;
  /** In every session that the password has started. */
  readonly loginGroup: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly statusUpdatedAtMs: number | null;
  readonly lastLoginMs: number | null;
  /** Grows with every change; a change names the revision before it. */
  readonly revision: number;
  /** What clients have set, under the API's names; without nulls. */
  readonly properties: UserValue;
};

/** Databases limit the number of parameters of a statement. */
const ROWS_IN_A_STATEMENT = 50;

const STATUS_NUMBERS = { blocked: 0, active: 1, deleted: 2 } as const;

/** The users of all accounts. */
export class UsersStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The user, also where it is deleted; null where there never was one. */
  async find(partnerId: number, id: string): Promise<UserRecord | null> {
    const [row] = await this.#database.read(
      this.#database.builder
        .selectFrom('account_user')
        .selectAll()
        .where('partner_id', '=', partnerId)
        .where('id', '=', id),
    );
    return row === undefined ? null : recordOf(row);
  }

  /** The users of a login, one in each account at most, without deleted ones. */
  async ofLogin(loginId: string): Promise<readonly UserRecord[]> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('account_user')
        .selectAll()
        .where('login_id_folded', '=', loginId)
        .where('status', '!=', STATUS_NUMBERS.deleted)
        .orderBy('partner_id'),
    );
    return rows.map(recordOf);
  }

  /** Whom every call is asked about. */
  async blocked(): Promise<readonly { readonly partnerId: number; readonly id: string }[]> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('account_user')
        .select(['partner_id', 'id'])
        .where('status', '=', STATUS_NUMBERS.blocked),
    );
    return rows.map((row) => ({ partnerId: row.partner_id, id: row.id }));
  }

  async list(question: UserListQuestion): Promise<{
    readonly totalCount: number;
    readonly users: readonly UserRecord[];
  }> {
    const matching = applyUserFilter(this.#database.builder.selectFrom('account_user'), question);
    const [count] = await this.#database.read(
      matching.select(({ fn }) => fn.countAll<number>().as('total')),
    );
    const totalCount = Number(count?.total ?? 0);
    if (question.limit === 0 || totalCount <= question.offset) return { totalCount, users: [] };
    const rows = await this.#database.read(
      applyUserOrder(matching, question.filter.orderBy ?? '')
        .selectAll()
        .limit(question.limit)
        .offset(question.offset),
    );
    return { totalCount, users: (rows as Selectable<AccountUserTable>[]).map(recordOf) };
  }

  /** Adding somebody who is there. @throws DatabaseError `duplicate` */
  insertion(user: UserRecord): Statement {
    return statement(this.#database.builder.insertInto('account_user').values(rowOf(user)));
  }

  /** The user as it is now, where its revision is still the one before this one: otherwise the job fails. */
  replacement(user: UserRecord): Statement {
    const { partner_id, id, ...columns } = rowOf(user);
    const query = this.#database.builder
      .updateTable('account_user')
      .set(columns)
      .where('partner_id', '=', partner_id)
      .where('id', '=', id)
      .where('revision', '=', user.revision - 1);
    return statement(query, { mustChange: true });
  }

  /** People whom an entry names for the first time become users of its account, in the entry's own job. */
  sightings(partnerId: number, ids: readonly string[], nowMs: number): readonly Statement[] {
    // In one order everywhere: jobs that name the same people wait for each other, never in a circle.
    const rows = ids.toSorted().map((id) => rowOf(newUser(partnerId, id, nowMs)));
    const statements: Statement[] = [];
    for (let start = 0; start < rows.length; start += ROWS_IN_A_STATEMENT) {
      const query = this.#database.builder
        .insertInto('account_user')
        .values(rows.slice(start, start + ROWS_IN_A_STATEMENT))
        .onConflict((conflict) => conflict.columns(['partner_id', 'id']).doNothing());
      statements.push(statement(query));
    }
    return statements;
  }

  /** When somebody signed in last; no change that others would have to take into account. */
  async rememberLogin({ partnerId, id }: UserRecord, nowMs: number): Promise<void> {
    const query = this.#database.builder
      .updateTable('account_user')
      .set({ last_login_ms: nowMs })
      .where('partner_id', '=', partnerId)
      .where('id', '=', id);
    await this.#database.write([statement(query)]);
  }

  /**
   * Runs statements as one job.
   *
   * @param blocks whether somebody is blocked by it, or no longer: every process keeps that in memory
   * @returns false where somebody else's change came first
   */
  async write(job: readonly Statement[], blocks: boolean): Promise<boolean> {
    return tryWrite(
      this.#database,
      blocks ? [countChange(this.#database, 'accounts'), ...job] : job,
    );
  }
}

export function newUser(partnerId: number, id: string, nowMs: number): UserRecord {
  return {
    partnerId,
    id,
    type: 0,
    status: 'active',
    isAdmin: false,
    isAccountOwner: false,
    roleId: null,
    loginId: null,
    loginGroup: newLoginGroup(),
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    statusUpdatedAtMs: null,
    lastLoginMs: null,
    revision: 1,
    properties: {},
  };
}

/** 128 bits: nobody but the server can put it into a session. */
export function newLoginGroup(): string {
  return randomBytes(16).toString('hex');
}

const STATUSES = ['blocked', 'active', 'deleted'] as const;

function recordOf(row: Selectable<AccountUserTable>): UserRecord {
  return {
    partnerId: row.partner_id,
    id: row.id,
    type: row.type === 1 || row.type === 2 ? row.type : 0,
    status: STATUSES[row.status] ?? 'blocked',
    isAdmin: row.is_admin === 1,
    isAccountOwner: row.is_account_owner === 1,
    roleId: row.role_id,
    loginId: row.login_id_folded,
    loginGroup: row.login_group,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
    statusUpdatedAtMs: row.status_updated_at_ms,
    lastLoginMs: row.last_login_ms,
    revision: row.revision,
    properties: JSON.parse(row.properties) as UserValue,
  };
}

function rowOf({ properties, ...user }: UserRecord): AccountUserTable {
  return {
    partner_id: user.partnerId,
    id: user.id,
    type: user.type,
    status: STATUS_NUMBERS[user.status],
    is_admin: user.isAdmin ? 1 : 0,
    is_account_owner: user.isAccountOwner ? 1 : 0,
    role_id: user.roleId,
    login_id_folded: user.loginId,
    login_group: user.loginGroup,
    id_folded: user.id.toLowerCase(),
    screen_name_folded: (properties.screenName ?? '').toLowerCase(),
    first_name_folded: (properties.firstName ?? '').toLowerCase(),
    last_name_folded: (properties.lastName ?? '').toLowerCase(),
    email_folded: (properties.email ?? '').toLowerCase(),
    tags_folded: (properties.tags ?? '').toLowerCase(),
    created_at_ms: user.createdAtMs,
    updated_at_ms: user.updatedAtMs,
    status_updated_at_ms: user.statusUpdatedAtMs,
    last_login_ms: user.lastLoginMs,
    revision: user.revision,
    properties: JSON.stringify(properties),
  };
}
