import { type Database, isDatabaseError, statement } from './database.ts';

/** Sessions that were ended before their time, and how often limited ones were used. */
export class SessionsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @param sessionKey what names the session, or the group of sessions */
  async end(sessionKey: string, expiresAtSeconds: number): Promise<void> {
    await this.#database.write([
      statement(
        this.#database.builder
          .insertInto('ended_session')
          .values({ session_key: sessionKey, expires_at_s: expiresAtSeconds })
          .onConflict((conflict) =>
            conflict.column('session_key').doUpdateSet({ expires_at_s: expiresAtSeconds }),
          ),
      ),
    ]);
  }

  /** Session key to the Unix second at which the session is over anyway. */
  async ended(nowSeconds: number): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('ended_session')
        .selectAll()
        .where('expires_at_s', '>', nowSeconds),
    );
    return new Map(rows.map((row) => [row.session_key, row.expires_at_s]));
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
    try {
      await this.#database.write([statement(query, { mustChange: true })]);
      return true;
    } catch (error) {
      if (isDatabaseError(error, 'conflict')) return false;
      throw error;
    }
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
