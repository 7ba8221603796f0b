import type { Database, Statement } from '../database.ts';
import { type Login, LoginsStore } from './logins-store.ts';
import { newLoginGroup, type UserRecord, UsersStore } from './users-store.ts';

/** Changes that concern a login and all users of it, in one job. */
export class LoginChange {
  readonly #database: Database;
  readonly #logins: LoginsStore;
  readonly #users: UsersStore;

  constructor(database: Database) {
    this.#database = database;
    this.#logins = new LoginsStore(database);
    this.#users = new UsersStore(database);
  }

  /**
   * Writes the login under its new id, and the names of its users. A new password ends what the old one has started.
   *
   * @returns the users as they were, whose sessions are to be ended
   * @throws DatabaseError `duplicate` where the new id is taken, `conflict` where someone else's change came first
   */
  async write(
    before: Login,
    after: Login,
    names: { readonly firstName?: string; readonly lastName?: string },
    nowMs: number,
  ): Promise<readonly UserRecord[]> {
    const isNewPassword = before.passwordHash !== after.passwordHash;
    const next = { ...after, revision: before.revision + 1 };
    const isRenamed = before.key !== after.key;
    const users = await this.#users.ofLogin(before.key);
    const changed = users.map((user) => ({
      ...user,
      loginId: after.key,
      loginGroup: isNewPassword ? newLoginGroup() : user.loginGroup,
      updatedAtMs: nowMs,
      revision: user.revision + 1,
      properties: { ...user.properties, ...names },
    }));
    const job: Statement[] = [
      isRenamed ? this.#logins.insertion(next) : this.#logins.replacement(next),
      ...changed.map((user) => this.#users.replacement(user)),
      // Also from users that are deleted.
      ...(isRenamed ? [this.#logins.removal(before)] : []),
    ];
    await this.#database.write(job);
    return isNewPassword ? users : [];
  }
}
