import { actedAs, nameOf } from '../../audit/note-user.ts';
import { currentTrail } from '../../audit/trail.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { Clock } from '../../ports.ts';
import type { UserLoginDataFilterValue } from '../../schema/user.ts';
import type { Accounts } from '../../session/accounts.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { Roles } from '../../session/roles.ts';
import type { LoginChange } from '../../store/account/login-change.ts';
import type { Login, LoginsStore } from '../../store/account/logins-store.ts';
import {
  newLoginGroup,
  type UserRecord,
  type UsersStore,
} from '../../store/account/users-store.ts';
import { isDatabaseError } from '../../store/database.ts';
import { refuseMorePowerful } from '../../users/change-user.ts';
import type { Logins } from '../../users/logins.ts';
import type { UserBook } from '../../users/user-book.ts';
import type { UserLogins } from '../../users/user-logins.ts';
import { toUser } from '../../users/user-result.ts';

export type LoginDataServices = {
  readonly users: UsersStore;
  readonly book: UserBook;
  readonly logins: Logins;
  readonly userLogins: UserLogins;
  readonly loginsStore: LoginsStore;
  readonly loginChange: LoginChange;
  readonly accounts: Accounts;
  readonly roles: Roles;
  readonly clock: Clock;
};

/** Who signs in with which login id and password: given, changed, taken away. No mail is sent. */
export class LoginDataService {
  readonly #services: LoginDataServices;

  constructor(services: LoginDataServices) {
    this.#services = services;
  }

  async enableLogin(
    call: Call,
    {
      userId,
      loginId,
      password,
    }: { readonly userId: string; readonly loginId: string; readonly password: string | null },
  ) {
    const { book, userLogins } = this.#services;
    const user = await book.find(sessionOf(call).partnerId, userId, 'USER_NOT_FOUND');
    if (user.loginId !== null) throw new ApiError('USER_LOGIN_ALREADY_ENABLED');
    refuseMorePowerful(user, book.changerOf(call));
    const { remoteAddress } = call.origin;
    const attached = await userLogins.attach(user, loginId, password ?? '', remoteAddress);
    return this.#toUser(await book.write(user, attached.record, attached.statements));
  }

  async disableLogin(
    call: Call,
    { userId, loginId }: { readonly userId: string | null; readonly loginId: string | null },
  ) {
    const { book, userLogins, loginsStore } = this.#services;
    const { partnerId } = sessionOf(call);
    if (!userId && !loginId) throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'userId');
    const user = userId
      ? await book.find(partnerId, userId, 'USER_NOT_FOUND')
      : await userLogins.find(partnerId, loginId ?? '', 'USER_NOT_FOUND');
    if (user.loginId === null) throw new ApiError('USER_LOGIN_ALREADY_DISABLED');
    if (user.isAccountOwner) throw new ApiError('CANNOT_DISABLE_LOGIN_FOR_ADMIN_USER');
    refuseMorePowerful(user, book.changerOf(call));
    const changed = { ...user, loginId: null, loginGroup: newLoginGroup() };
    const removal = loginsStore.removalIfUnused(user.loginId);
    return this.#toUser(await book.write(user, changed, [], [removal]));
  }

  /** Whoever knows the password changes it, the login id, and their name in all accounts. */
  async updateLoginData(
    call: Call,
    {
      oldLoginId,
      password,
      newLoginId,
      newPassword,
      newFirstName,
      newLastName,
    }: {
      readonly oldLoginId: string;
      readonly password: string;
      readonly newLoginId: string;
      readonly newPassword: string;
      readonly newFirstName: string | null;
      readonly newLastName: string | null;
    },
  ): Promise<null> {
    const { logins, users } = this.#services;
    const login = await logins.authenticate(oldLoginId, password, call.origin.remoteAddress);
    const changed = newPassword === '' ? login : await logins.withPassword(login, newPassword);
    const names = {
      ...(newFirstName ? { firstName: newFirstName } : {}),
      ...(newLastName ? { lastName: newLastName } : {}),
    };
    const [user] = await users.ofLogin(login.key);
    if (user !== undefined) actedAs(user);
    await this.#replace(login, logins.renamed(changed, newLoginId || login.id), names);
    return null;
  }

  /** An admin gives somebody a new password, who signs in nowhere else. */
  async resetPassword(
    call: Call,
    { loginDataId, newPassword }: { readonly loginDataId: string; readonly newPassword: string },
  ) {
    const { book, logins, users } = this.#services;
    const { partnerId } = sessionOf(call);
    const login = await logins.find(loginDataId);
    const all = login === null ? [] : await users.ofLogin(login.key);
    const own = all.find((each) => each.partnerId === partnerId);
    if (login === null || own === undefined) throw new ApiError('ADMIN_KUSER_NOT_FOUND');
    if (all.length > 1) throw new ApiError('CANNOT_UPDATE_LOGIN_DATA');
    refuseMorePowerful(own, book.changerOf(call));
    const changed = await logins.withPassword(login, newPassword);
    currentTrail()?.note({ type: 'kuser', id: own.id, name: nameOf(own), changes: [] });
    await this.#replace(login, changed, {});
    return this.#toUser(await book.find(partnerId, own.id));
  }

  /** Whether somebody of the account (of any, for the installation's own) signs in with this id. */
  async checkLoginDataExists(
    call: Call,
    { filter }: { readonly filter: UserLoginDataFilterValue },
  ): Promise<boolean> {
    const { logins, users } = this.#services;
    const login = await logins.find(filter.loginEmailEqual ?? '');
    if (login === null) return false;
    if (call.permissions.has('MANAGE_ACCOUNTS')) return true;
    const { partnerId } = sessionOf(call);
    return (await users.ofLogin(login.key)).some((each) => each.partnerId === partnerId);
  }

  async #replace(
    before: Login,
    after: Login,
    names: { readonly firstName?: string; readonly lastName?: string },
  ): Promise<void> {
    const { loginChange, accounts, clock } = this.#services;
    let ended: readonly UserRecord[];
    try {
      ended = await loginChange.write(before, after, names, clock.nowMs());
    } catch (error) {
      if (isDatabaseError(error, 'duplicate')) throw new ApiError('LOGIN_ID_ALREADY_USED');
      if (isDatabaseError(error, 'conflict'))
        throw new ApiError('OBJECT_CHANGED_MEANWHILE', before.id);
      throw error;
    }
    for (const { partnerId, loginGroup } of ended) await accounts.endLogins(partnerId, loginGroup);
  }

  #toUser(user: UserRecord): object {
    return toUser(user, 'whole', this.#services.roles);
  }
}
