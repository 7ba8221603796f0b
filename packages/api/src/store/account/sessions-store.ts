import { type Database, statement, tryWrite } from '../database.ts';
import { countChange } from './account-changes.ts';

/** What was ended before its time: one session, or a group of them. */
export type Ending = {
  readonly key: string;
  /** Unix seconds at which the last of these sessions is over anyway. */
  readonly expiresAtSeconds: number;
  /** Sessions of a group that were issued later than this go on; 0 ends them all. */
  readonly endedAtMs: number;
};

/** Sessions that were ended before their time, and how often limited ones were used. */
export class SessionsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async end(endings: readonly Ending[]): Promise<void> {
    const { builder } = this.#database;
    await this.#database.write([
      countChange(this.#database, 'endings'),
      ...endings.map(({ key, expiresAtSeconds, endedAtMs }) =>
        statement(
          builder
            .insertInto('ended_session')
            .values(({ selectFrom }) => ({
              session_key: key,
              expires_at_s: expiresAtSeconds,
              ended_at_ms: endedAtMs,
              change: selectFrom('account_change')
                .select('version')
                .where('subject', '=', 'endings'),
            }))
            .onConflict((conflict) =>
              conflict.column('session_key').doUpdateSet(({ ref }) => ({
                expires_at_s: ref('excluded.expires_at_s'),
                ended_at_ms: ref('excluded.ended_at_ms'),
                change: ref('excluded.change'),
              })),
            ),
        ),
      ),
    ]);
  }

  /** Endings that still matter and that were made after this version of `endings`. */
  async endingsSince(version: number, nowSeconds: number): Promise<readonly Ending[]> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('ended_session')
        .selectAll()
        .where('change', '>', version)
        .where('expires_at_s', '>', nowSeconds),
    );
    return rows.map((row) => ({
      key: row.session_key,
      expiresAtSeconds: row.expires_at_s,
      endedAtMs: row.ended_at_ms,
    }));
  }

  /** @returns false where the session was used that often before */
  async countUse(sessionHash: string, maxUses: number, expiresAtSeconds: number): Promise<boolean> {
    const query = this.#database.builder
      .insertInto('session_use')
      .values({ session_hash: sessionHash, uses: 1, expires_at_s: expiresAtSeconds })
      .onConflict((conflict) =>
        conflict
          .column('session_hash')
          .doUpdateSet(({ eb, ref }) => ({ uses: eb(ref('session_use.uses'), '+', 1) }))
          .where('session_use.uses', '<', maxUses),
      );
    return tryWrite(this.#database, [statement(query, { mustChange: true })]);
  }

  /** Forgets what is over. */
  async removeExpired(nowSeconds: number): Promise<void> {
    const { builder } = this.#database;
    await this.#database.write([
      statement(builder.deleteFrom('ended_session').where('expires_at_s', '<=', nowSeconds)),
      statement(builder.deleteFrom('session_use').where('expires_at_s', '<=', nowSeconds)),
    ]);
  }
}
