import { ApiError, type ErrorCode } from '../errors/api-error.ts';
import type { UserRecord, UsersStore } from '../store/account/users-store.ts';
import type { Statement } from '../store/database.ts';
import type { Logins } from './logins.ts';

/** A user with a login, and what has to be written before the user is. */
export type UserWithLogin = {
  readonly record: UserRecord;
  readonly statements: readonly Statement[];
};

/** Which user of an account a login belongs to, and how users get one. */
export class UserLogins {
  readonly #users: UsersStore;
  readonly #logins: Logins;

  constructor(users: UsersStore, logins: Logins) {
    this.#users = users;
    this.#logins = logins;
  }

  /**
   * That somebody of another account signs in with it is nobody's business here.
   *
   * @throws ApiError with the code where the account has nobody who does
   */
  async find(
    partnerId: number,
    loginId: string,
    code: Extract<ErrorCode, 'LOGIN_DATA_NOT_FOUND' | 'USER_NOT_FOUND'>,
  ): Promise<UserRecord> {
    const login = await this.#logins.find(loginId);
    const users = login === null ? [] : await this.#users.ofLogin(login.key);
    const user = users.find((each) => each.partnerId === partnerId);
    if (user === undefined) throw new ApiError(code);
    return user;
  }

  /**
   * A login of other accounts is joined only by whoever knows its password.
   *
   * @throws ApiError LOGIN_ID_ALREADY_USED, DUPLICATE_USER_BY_LOGIN_ID, and for weak passwords
   */
  async attach(
    user: UserRecord,
    loginId: string,
    password: string,
    remoteAddress: string,
  ): Promise<UserWithLogin> {
    const existing = await this.#logins.find(loginId);
    if (existing === null) {
      const { login, statement } = await this.#logins.create(loginId, password);
      return { record: { ...user, loginId: login.key }, statements: [statement] };
    }
    const others = await this.#users.ofLogin(existing.key);
    if (others.some(({ partnerId }) => partnerId === user.partnerId))
      throw new ApiError('LOGIN_ID_ALREADY_USED');
    try {
      await this.#logins.authenticate(loginId, password, remoteAddress);
    } catch (error) {
      if (error instanceof ApiError && error.code !== 'TOO_MANY_ATTEMPTS')
        throw new ApiError('DUPLICATE_USER_BY_LOGIN_ID', loginId);
      throw error;
    }
    return { record: { ...user, loginId: existing.key }, statements: [] };
  }
}
