import { type Database, type Statement, statement, tryWrite } from '../database.ts';
import type { LoginTable } from './account-tables.ts';

/** Somebody's password for all accounts in which the login's users are. */
export type Login = {
  /** In lower case; what it is found by. */
  readonly key: string;
  /** As it was given: an email address. */
  readonly id: string;
  readonly passwordHash: string;
  /** Of the passwords before this one, the newest first. */
  readonly earlierHashes: readonly string[];
  /** Wrong passwords since the last right one. */
  readonly failedAttempts: number;
  readonly blockedUntilMs: number;
  /** The account of the last sign-in. */
  readonly lastPartnerId: number | null;
  readonly updatedAtMs: number;
  /** Grows with every change; a change names the revision before it. */
  readonly revision: number;
};

export function loginKeyOf(loginId: string): string {
  return loginId.trim().toLowerCase();
}

export class LoginsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(loginId: string): Promise<Login | null> {
    const [row] = await this.#database.read(
      this.#database.builder
        .selectFrom('login')
        .selectAll()
        .where('id_folded', '=', loginKeyOf(loginId)),
    );
    return row === undefined ? null : loginOf(row);
  }

  /** Adding one that is there fails with `duplicate`. */
  insertion(login: Login): Statement {
    return statement(this.#database.builder.insertInto('login').values(rowOf(login)));
  }

  replacement(login: Login): Statement {
    const { id_folded, ...columns } = rowOf(login);
    const query = this.#database.builder
      .updateTable('login')
      .set(columns)
      .where('id_folded', '=', id_folded)
      .where('revision', '=', login.revision - 1);
    return statement(query, { mustChange: true });
  }

  /** The login as it was last read goes. */
  removal({ key, revision }: Login): Statement {
    const query = this.#database.builder
      .deleteFrom('login')
      .where('id_folded', '=', key)
      .where('revision', '=', revision);
    return statement(query, { mustChange: true });
  }

  /** A login that no user has any more goes; as the last statement of the job that takes the user's away. */
  removalIfUnused(key: string): Statement {
    return statement(
      this.#database.builder
        .deleteFrom('login')
        .where('id_folded', '=', key)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('account_user')
                .select('account_user.id')
                .where('account_user.login_id_folded', '=', key),
            ),
          ),
        ),
    );
  }

  /** @returns false where somebody else's change came first */
  async replace(login: Login): Promise<boolean> {
    return tryWrite(this.#database, [this.replacement(login)]);
  }

  /**
   * Counts one more wrong password, whoever else counts at the same moment.
   *
   * @param maxAttempts with this many the login is blocked, and the count begins anew
   */
  async countFailure(key: string, maxAttempts: number, blockedUntilMs: number): Promise<void> {
    const query = this.#database.builder
      .updateTable('login')
      .set(({ eb, ref }) => {
        const isLast = eb(eb(ref('failed_attempts'), '+', 1), '>=', maxAttempts);
        return {
          blocked_until_ms: eb
            .case()
            .when(isLast)
            .then(blockedUntilMs)
            .else(ref('blocked_until_ms'))
            .end(),
          failed_attempts: eb
            .case()
            .when(isLast)
            .then(0)
            .else(eb(ref('failed_attempts'), '+', 1))
            .end(),
          revision: eb('revision', '+', 1),
        };
      })
      .where('id_folded', '=', key);
    await this.#database.write([statement(query)]);
  }
}

function loginOf(row: LoginTable): Login {
  return {
    key: row.id_folded,
    id: row.id,
    passwordHash: row.password_hash,
    earlierHashes: JSON.parse(row.earlier_hashes) as string[],
    failedAttempts: row.failed_attempts,
    blockedUntilMs: row.blocked_until_ms,
    lastPartnerId: row.last_partner_id,
    updatedAtMs: row.updated_at_ms,
    revision: row.revision,
  };
}

function rowOf(login: Login): LoginTable {
  return {
    id_folded: login.key,
    id: login.id,
    password_hash: login.passwordHash,
    earlier_hashes: JSON.stringify(login.earlierHashes),
    failed_attempts: login.failedAttempts,
    blocked_until_ms: login.blockedUntilMs,
    last_partner_id: login.lastPartnerId,
    updated_at_ms: login.updatedAtMs,
    revision: login.revision,
  };
}
