import { type Database, statement, tryWrite } from '../database.ts';
import type { AppTokenTable } from './account-tables.ts';

export type AppTokenHashType = 'MD5' | 'SHA1' | 'SHA256' | 'SHA512';

/** Lets an application start certain sessions without knowing the account's secrets. */
export type AppToken = {
  readonly id: string;
  readonly partnerId: number;
  /** The shared secret; whoever uses the token sends a hash of it. */
  readonly token: string;
  /** 1 disabled, 2 active, 3 deleted. */
  readonly status: number;
  readonly hashType: AppTokenHashType;
  /** Null lets the caller choose. */
  readonly sessionType: number | null;
  /** Null lets the caller choose. */
  readonly sessionUserId: string | null;
  readonly sessionDurationSeconds: number;
  readonly sessionPrivileges: string | null;
  /** Unix seconds; null where it lasts until it is deleted. */
  readonly expiresAtSeconds: number | null;
  readonly description: string | null;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly revision: number;
};

export const APP_TOKEN_ACTIVE = 2;
export const APP_TOKEN_DELETED = 3;

export type AppTokenQuestion = {
  readonly partnerId: number;
  readonly ids: readonly string[] | null;
  readonly statuses: readonly number[] | null;
  readonly sessionUserId: string | null;
  /** Unix milliseconds, from and up to but without. */
  readonly createdAtMs: readonly [number | null, number | null];
  readonly updatedAtMs: readonly [number | null, number | null];
  readonly orderBy: string;
  readonly limit: number;
  readonly offset: number;
};

export class AppTokensStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @throws DatabaseError `duplicate` where the id is taken */
  async insert(token: AppToken): Promise<void> {
    await this.#database.write([
      statement(this.#database.builder.insertInto('app_token').values(rowOf(token))),
    ]);
  }

  /** Null where the account has no such token, or has deleted it. */
  async find(partnerId: number, id: string): Promise<AppToken | null> {
    const [row] = await this.#database.read(
      this.#database.builder
        .selectFrom('app_token')
        .selectAll()
        .where('id', '=', id)
        .where('partner_id', '=', partnerId)
        .where('status', '!=', APP_TOKEN_DELETED),
    );
    return row === undefined ? null : tokenOf(row);
  }

  /** @returns false where the stored revision is no longer the one before this one */
  async replace(token: AppToken): Promise<boolean> {
    const { id, ...columns } = rowOf(token);
    const query = this.#database.builder
      .updateTable('app_token')
      .set(columns)
      .where('id', '=', id)
      .where('partner_id', '=', token.partnerId)
      .where('revision', '=', token.revision - 1);
    return tryWrite(this.#database, [statement(query, { mustChange: true })]);
  }

  async list(question: AppTokenQuestion): Promise<{
    readonly totalCount: number;
    readonly tokens: readonly AppToken[];
  }> {
    const matching = this.#matching(question);
    const [count] = await this.#database.read(
      matching.select(({ fn }) => fn.countAll<number>().as('total')),
    );
    const totalCount = Number(count?.total ?? 0);
    if (question.limit === 0 || totalCount <= question.offset) return { totalCount, tokens: [] };
    const column = question.orderBy.slice(1) === 'updatedAt' ? 'updated_at_ms' : 'created_at_ms';
    const rows = await this.#database.read(
      matching
        .selectAll()
        .orderBy(column, question.orderBy.startsWith('+') ? 'asc' : 'desc')
        .orderBy('id')
        .limit(question.limit)
        .offset(question.offset),
    );
    return { totalCount, tokens: rows.map(tokenOf) };
  }

  #matching({ partnerId, ids, statuses, ...question }: AppTokenQuestion) {
    let query = this.#database.builder.selectFrom('app_token').where('partner_id', '=', partnerId);
    query =
      statuses === null
        ? query.where('status', '!=', APP_TOKEN_DELETED)
        : query.where('status', 'in', [-1, ...statuses]);
    if (ids !== null) query = query.where('id', 'in', ['', ...ids]);
    if (question.sessionUserId !== null)
      query = query.where('session_user_id', '=', question.sessionUserId);
    for (const [column, [from, before]] of [
      ['created_at_ms', question.createdAtMs],
      ['updated_at_ms', question.updatedAtMs],
    ] as const) {
      if (from !== null) query = query.where(column, '>=', from);
      if (before !== null) query = query.where(column, '<', before);
    }
    return query;
  }
}

function tokenOf(row: AppTokenTable): AppToken {
  return {
    id: row.id,
    partnerId: row.partner_id,
    token: row.token,
    status: row.status,
    hashType: row.hash_type as AppTokenHashType,
    sessionType: row.session_type,
    sessionUserId: row.session_user_id,
    sessionDurationSeconds: row.session_duration_s,
    sessionPrivileges: row.session_privileges,
    expiresAtSeconds: row.expires_at_s,
    description: row.description,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
    revision: row.revision,
  };
}

function rowOf(token: AppToken): AppTokenTable {
  return {
    id: token.id,
    partner_id: token.partnerId,
    token: token.token,
    status: token.status,
    hash_type: token.hashType,
    session_type: token.sessionType,
    session_user_id: token.sessionUserId,
    session_duration_s: token.sessionDurationSeconds,
    session_privileges: token.sessionPrivileges,
    expires_at_s: token.expiresAtSeconds,
    description: token.description,
    created_at_ms: token.createdAtMs,
    updated_at_ms: token.updatedAtMs,
    revision: token.revision,
  };
}
