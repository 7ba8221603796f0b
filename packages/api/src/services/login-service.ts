import { ApiError } from '../errors/api-error.ts';
import { KS_TYPE_ADMIN, KS_TYPE_USER } from '../ks/ks.ts';
import {
  grants,
  hasPrivilege,
  isUnlimited,
  type Privileges,
  parsePrivileges,
  valuesOf,
} from '../ks/privileges.ts';
import { withoutReserved, withoutServerOnly } from '../ks/reserved-privileges.ts';
import type { Session } from '../ks/session.ts';
import type { Clock } from '../ports.ts';
import type { UserLoginDataFilterValue } from '../schema/user.ts';
import type { Accounts } from '../session/accounts.ts';
import { type Call, sessionOf } from '../session/call.ts';
import type { PermissionSet } from '../session/permissions.ts';
import type { RoleDirectory } from '../session/roles.ts';
import type { SessionIssuer } from '../session/session-issuer.ts';
import { isDatabaseError } from '../store/database.ts';
import type { LoginChange } from '../store/login-change.ts';
import type { Login } from '../store/logins-store.ts';
import type { UserRecord, UsersStore } from '../store/users-store.ts';
import { permissionsOfUser, refuseMorePowerful } from '../users/change-user.ts';
import type { Logins } from '../users/logins.ts';

export type LoginServices = {
  readonly logins: Logins;
  readonly loginChange: LoginChange;
  readonly users: UsersStore;
  readonly accounts: Accounts;
  readonly issuer: SessionIssuer;
  readonly roles: RoleDirectory;
  readonly clock: Clock;
};

type Wish = { readonly expiry: number; readonly privileges: string };

/** Signing in with a password, and changing to another account of the same person. */
export class LoginService {
  readonly #services: LoginServices;

  constructor(services: LoginServices) {
    this.#services = services;
  }

  loginByLoginId(
    call: Call,
    {
      loginId,
      password,
      partnerId,
      ...wish
    }: Wish & {
      readonly loginId: string;
      readonly password: string;
      readonly partnerId: number | null;
    },
  ): Promise<string> {
    return collapsed(async () => {
      const login = await this.#authenticate(call, loginId, password);
      const users = await this.#usableUsersOf(login);
      const wanted = partnerId ?? login.lastPartnerId;
      const user =
        users.find((each) => each.partnerId === wanted) ?? (partnerId ? undefined : users[0]);
      if (user === undefined) throw new ApiError('USER_NOT_FOUND');
      return this.#start(login, user, wish);
    });
  }

  login(
    call: Call,
    {
      partnerId,
      userId,
      password,
      ...wish
    }: Wish & { readonly partnerId: number; readonly userId: string; readonly password: string },
  ): Promise<string> {
    return collapsed(async () => {
      const user = await this.#services.users.find(partnerId, userId);
      if (user === null || user.loginId === null) {
        const { remoteAddress } = call.origin;
        const name = `${partnerId}:${userId}`;
        return this.#services.logins.refuse(name, password, remoteAddress);
      }
      const login = await this.#authenticate(call, user.loginId, password);
      this.#refuseUnusable(user);
      return this.#start(login, user, wish);
    });
  }

  /**
   * A session for another account in which the same person is a user. Only who has signed in with a password has proved
   * who they are: an account's own secrets, which sign sessions for everybody in it, prove nothing to other accounts.
   */
  async loginByKs(call: Call, { requestedPartnerId }: { readonly requestedPartnerId: number }) {
    const { accounts, users, clock } = this.#services;
    const session = sessionOf(call);
    if (!mayChangeTo(session, requestedPartnerId))
      throw new ApiError('PARTNER_CHANGE_ACCOUNT_DISABLED');
    const own = await users.find(session.partnerId, session.userId);
    const [group] = valuesOf(session.privileges, 'login');
    if (own?.loginId == null || group !== own.loginGroup)
      throw new ApiError('LOGIN_DATA_NOT_FOUND');
    const user = (await users.ofLogin(own.loginId)).find(
      (each) => each.partnerId === requestedPartnerId,
    );
    const partner = accounts.find(requestedPartnerId);
    if (user === undefined || partner === undefined) throw new ApiError('ADMIN_KUSER_NOT_FOUND');
    if (user.status !== 'active') throw new ApiError('USER_IS_BLOCKED');
    const nowSeconds = Math.floor(clock.nowMs() / 1000);
    const wished = isUnlimited(session.privileges)
      ? parsePrivileges(EVERYTHING)
      : session.privileges;
    const { ks } = this.#services.issuer.issue(partner, {
      ...identityOf(user),
      expiry: session.expiresAtSeconds - nowSeconds,
      privileges: privilegesFor(user, wished),
    });
    return {
      objectType: 'KalturaSessionResponse',
      ks,
      partnerId: user.partnerId,
      userId: user.id,
    };
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
    const { logins } = this.#services;
    const login = await this.#authenticate(call, oldLoginId, password);
    const changed = newPassword === '' ? login : await logins.withPassword(login, newPassword);
    const names = {
      ...(newFirstName ? { firstName: newFirstName } : {}),
      ...(newLastName ? { lastName: newLastName } : {}),
    };
    await this.#replace(login, logins.renamed(changed, newLoginId || login.id), names);
    return null;
  }

  /** An admin gives somebody a new password, who signs in nowhere else. */
  async resetPassword(
    call: Call,
    { loginDataId, newPassword }: { readonly loginDataId: string; readonly newPassword: string },
  ): Promise<UserRecord> {
    const { logins, users, roles } = this.#services;
    const { partnerId } = sessionOf(call);
    const login = await logins.find(loginDataId);
    const all = login === null ? [] : await users.ofLogin(login.key);
    const own = all.find((each) => each.partnerId === partnerId);
    if (login === null || own === undefined) throw new ApiError('ADMIN_KUSER_NOT_FOUND');
    if (all.length > 1) throw new ApiError('CANNOT_UPDATE_LOGIN_DATA');
    refuseMorePowerful(own, { permissions: call.permissions, roles });
    await this.#replace(login, await logins.withPassword(login, newPassword), {});
    return (await users.find(partnerId, own.id)) ?? own;
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

  /** The owner of an account by login and password, for what only they may read. */
  async proveAdmin(call: Call, partnerId: number, loginId: string, password: string) {
    const login = await this.#authenticate(call, loginId, password);
    const user = (await this.#usableUsersOf(login)).find((each) => each.partnerId === partnerId);
    if (user === undefined || !user.isAdmin) throw new ApiError('ADMIN_KUSER_NOT_FOUND');
    return user;
  }

  permissionsOf(user: UserRecord): PermissionSet {
    return permissionsOfUser(user, this.#services.roles);
  }

  #authenticate({ origin }: Call, loginId: string, password: string): Promise<Login> {
    return this.#services.logins.authenticate(loginId, password, origin.remoteAddress);
  }

  async #usableUsersOf(login: Login): Promise<readonly UserRecord[]> {
    const users = await this.#services.users.ofLogin(login.key);
    return users.filter(
      ({ partnerId, status }) =>
        status === 'active' && this.#services.accounts.find(partnerId) !== undefined,
    );
  }

  #refuseUnusable({ partnerId, status }: UserRecord): void {
    if (status !== 'active') throw new ApiError('USER_IS_BLOCKED');
    if (this.#services.accounts.find(partnerId) === undefined)
      throw new ApiError('INVALID_PARTNER_ID', partnerId);
  }

  async #start(login: Login, user: UserRecord, { expiry, privileges }: Wish): Promise<string> {
    const { accounts, issuer, logins, users, clock } = this.#services;
    const partner = accounts.find(user.partnerId);
    if (partner === undefined) throw new ApiError('INVALID_PARTNER_ID', user.partnerId);
    const { ks } = issuer.issue(partner, {
      ...identityOf(user),
      expiry,
      privileges: privilegesFor(user, parsePrivileges(privileges)),
    });
    await logins.rememberSuccess(login, user.partnerId);
    await users.rememberLogin(user, clock.nowMs());
    return ks;
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
}

/** What the contract asks for where the caller says nothing. */
export const EVERYTHING = '*';

function identityOf(user: UserRecord) {
  return { userId: user.id, type: user.isAdmin ? KS_TYPE_ADMIN : KS_TYPE_USER };
}

/**
 * Admins choose what they like, up to what their role allows. Others may only describe and restrict their session: a
 * password proves who somebody is, not what they may do.
 */
function privilegesFor(user: UserRecord, wished: Privileges): Privileges {
  const asksForAll = isUnlimited(wished);
  const chosen = user.isAdmin ? withoutServerOnly(wished) : withoutReserved(wished);
  const everything = user.isAdmin && asksForAll ? [{ name: 'all', value: '*' }] : [];
  const changes = asksForAll
    ? [{ name: CHANGE_ACCOUNT, value: '' }]
    : wished.filter(({ name }) => !user.isAdmin && name === CHANGE_ACCOUNT);
  return [
    { name: 'login', value: user.loginGroup },
    ...(user.roleId === null ? [] : [{ name: 'setrole', value: String(user.roleId) }]),
    ...everything,
    ...changes,
    ...chosen,
  ];
}

const CHANGE_ACCOUNT = 'enablechangeaccount';

/** `enablechangeaccount` for all accounts, or naming some. A session that may be used a few times only has no heirs. */
function mayChangeTo({ privileges }: Session, partnerId: number): boolean {
  if (hasPrivilege(privileges, 'actionslimit')) return false;
  return (
    grants(privileges, CHANGE_ACCOUNT, String(partnerId)) ||
    valuesOf(privileges, CHANGE_ACCOUNT).includes('')
  );
}

/** Nobody learns from an answer whether a login exists, is blocked, or has another password. */
async function collapsed(signIn: () => Promise<string>): Promise<string> {
  try {
    return await signIn();
  } catch (error) {
    if (error instanceof ApiError && COLLAPSED.has(error.code))
      throw new ApiError('USER_WRONG_PASSWORD');
    throw error;
  }
}

const COLLAPSED: ReadonlySet<string> = new Set([
  'ADMIN_KUSER_NOT_FOUND',
  'INVALID_PARTNER_ID',
  'LOGIN_BLOCKED',
  'LOGIN_RETRIES_EXCEEDED',
  'USER_IS_BLOCKED',
  'USER_NOT_FOUND',
]);
