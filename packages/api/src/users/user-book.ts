import { noteUser } from '../audit/note-user.ts';
import { ApiError } from '../errors/api-error.ts';
import type { Clock } from '../ports.ts';
import type { Accounts } from '../session/accounts.ts';
import { type Call, sessionOf } from '../session/call.ts';
import type { Roles } from '../session/roles.ts';
import type { UserRecord, UsersStore } from '../store/account/users-store.ts';
import { isDatabaseError, type Statement } from '../store/database.ts';
import type { UserChanger } from './change-user.ts';

export type UserBookOptions = {
  readonly users: UsersStore;
  readonly accounts: Accounts;
  readonly roles: Roles;
  readonly clock: Clock;
};

/** How often a change is made anew because someone else's came first. */
const MAX_ATTEMPTS = 8;

/** The users of an account: found, written, and their sessions ended where these would say something else now. */
export class UserBook {
  readonly #options: UserBookOptions;

  constructor(options: UserBookOptions) {
    this.#options = options;
  }

  /** @throws ApiError where the account has no such user, or has deleted it */
  async find(
    partnerId: number,
    id: string,
    code: 'INVALID_USER_ID' | 'USER_NOT_FOUND' = 'INVALID_USER_ID',
  ): Promise<UserRecord> {
    const user = await this.#options.users.find(partnerId, id);
    if (user === null || user.status === 'deleted') throw new ApiError(code);
    return user;
  }

  /**
   * Writes a new user; one that was deleted comes back as somebody new under the same id.
   *
   * @throws DatabaseError `duplicate` where the id, or the login, is taken
   */
  async add(user: UserRecord, before: readonly Statement[]): Promise<UserRecord> {
    const { users, accounts } = this.#options;
    const deleted = await users.find(user.partnerId, user.id);
    const record = deleted === null ? user : { ...user, revision: deleted.revision + 1 };
    const written = deleted === null ? users.insertion(record) : users.replacement(record);
    noteUser(null, record);
    if (!(await users.write([...before, written], record.status === 'blocked')))
      throw new ApiError('DUPLICATE_USER_BY_ID', user.id);
    await accounts.refresh();
    return record;
  }

  /** Makes a change, however many others change the user at the same moment. */
  async change(
    partnerId: number,
    id: string,
    change: (user: UserRecord) => UserRecord,
    after: readonly Statement[] = [],
  ): Promise<UserRecord> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const user = await this.find(partnerId, id);
      const changed = await this.#replace(user, change(user), [], after);
      if (changed !== null) return changed;
    }
    throw new ApiError('OBJECT_CHANGED_MEANWHILE', id);
  }

  /**
   * Writes the user as changed, unless someone else's change came first.
   *
   * @param before statements of the same job, as those of a login that the user is given
   * @throws ApiError LOGIN_ID_ALREADY_USED, OBJECT_CHANGED_MEANWHILE
   */
  async write(
    user: UserRecord,
    changed: UserRecord,
    before: readonly Statement[],
    after: readonly Statement[] = [],
  ): Promise<UserRecord> {
    const dated = { ...changed, updatedAtMs: this.#options.clock.nowMs() };
    try {
      const written = await this.#replace(user, dated, before, after);
      if (written !== null) return written;
    } catch (error) {
      if (isDatabaseError(error, 'duplicate')) throw new ApiError('LOGIN_ID_ALREADY_USED');
      throw error;
    }
    throw new ApiError('OBJECT_CHANGED_MEANWHILE', user.id);
  }

  changerOf(call: Call): UserChanger {
    const { roles, clock } = this.#options;
    const { userId } = sessionOf(call);
    return { userId, permissions: call.permissions, roles, nowMs: clock.nowMs() };
  }

  async #replace(
    user: UserRecord,
    changed: UserRecord,
    before: readonly Statement[],
    after: readonly Statement[],
  ): Promise<UserRecord | null> {
    const { users } = this.#options;
    const record = { ...changed, revision: user.revision + 1 };
    const isBlockChanged = (user.status === 'blocked') !== (record.status === 'blocked');
    const job = [...before, users.replacement(record), ...after];
    noteUser(user, record);
    if (!(await users.write(job, isBlockChanged))) return null;
    await this.#endSessions(user, record);
    return record;
  }

  async #endSessions(before: UserRecord, after: UserRecord): Promise<void> {
    const { accounts } = this.#options;
    await accounts.refresh();
    if (before.loginId !== null && before.loginGroup !== after.loginGroup)
      await accounts.endLogins(before.partnerId, before.loginGroup);
  }
}
