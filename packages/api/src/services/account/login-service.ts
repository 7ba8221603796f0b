import { actedAs } from '../../audit/note-user.ts';
import { ApiError } from '../../errors/api-error.ts';
import { isUnlimited, parsePrivileges } from '../../ks/privileges.ts';
import type { Clock } from '../../ports.ts';
import type { Accounts } from '../../session/accounts.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { PermissionSet } from '../../session/permissions.ts';
import type { RoleDirectory } from '../../session/roles.ts';
import type { SessionIssuer } from '../../session/session-issuer.ts';
import { type Login, loginKeyOf } from '../../store/account/logins-store.ts';
import type { UserRecord, UsersStore } from '../../store/account/users-store.ts';
import { permissionsOfUser } from '../../users/change-user.ts';
import type { Logins } from '../../users/logins.ts';
import {
  identityOf,
  isFromPassword,
  mayChangeTo,
  privilegesFor,
} from '../../users/sign-in-privileges.ts';

export type LoginServices = {
  readonly logins: Logins;
  readonly users: UsersStore;
  readonly accounts: Accounts;
  readonly issuer: SessionIssuer;
  readonly roles: RoleDirectory;
  readonly clock: Clock;
};

type Wish = { readonly expiry: number; readonly privileges: string };

/** What the contract asks for where the caller says nothing. */
export const EVERYTHING = '*';

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
      const login = await this.#authenticate(call, loginId, password, partnerId);
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
      const login = await this.#authenticate(call, user.loginId, password, partnerId);
      if (user.status !== 'active') throw new ApiError('USER_IS_BLOCKED');
      return this.#start(login, user, wish);
    });
  }

  /**
   * A session for another account in which the same person is a user. Only who has signed in with a password has proved
   * who they are: an account's own secrets, which sign sessions for everybody in it, prove nothing to other accounts.
   */
  async loginByKs(call: Call, { requestedPartnerId }: { readonly requestedPartnerId: number }) {
    const { accounts, issuer, users, clock } = this.#services;
    const session = sessionOf(call);
    if (!mayChangeTo(session, requestedPartnerId))
      throw new ApiError('PARTNER_CHANGE_ACCOUNT_DISABLED');
    const own = await users.find(session.partnerId, session.userId);
    if (own === null || !isFromPassword(session, own)) throw new ApiError('LOGIN_DATA_NOT_FOUND');
    const user = (await users.ofLogin(own.loginId ?? '')).find(
      (each) => each.partnerId === requestedPartnerId,
    );
    const partner = accounts.find(requestedPartnerId);
    if (user === undefined || partner === undefined) throw new ApiError('ADMIN_KUSER_NOT_FOUND');
    if (user.status !== 'active') throw new ApiError('USER_IS_BLOCKED');
    const wished = isUnlimited(session.privileges)
      ? parsePrivileges(EVERYTHING)
      : session.privileges;
    const { ks } = issuer.issue(partner, {
      ...identityOf(user),
      // Not longer than the one that it comes from.
      expiry: session.expiresAtSeconds - Math.floor(clock.nowMs() / 1000),
      privileges: privilegesFor(user, wished),
    });
    return {
      objectType: 'KalturaSessionResponse',
      ks,
      partnerId: user.partnerId,
      userId: user.id,
    };
  }

  /**
   * An admin of the account by login and password, for what only they may read.
   *
   * @throws ApiError ADMIN_KUSER_NOT_FOUND
   */
  async proveAdmin(
    call: Call,
    partnerId: number,
    loginId: string,
    password: string,
  ): Promise<PermissionSet> {
    const login = await this.#authenticate(call, loginId, password, partnerId);
    const user = (await this.#usableUsersOf(login)).find((each) => each.partnerId === partnerId);
    if (user === undefined || !user.isAdmin) throw new ApiError('ADMIN_KUSER_NOT_FOUND');
    return permissionsOfUser(user, this.#services.roles);
  }

  /** @param partnerId the account that is meant, if any is: a wrong password stands in its audit log */
  async #authenticate(
    { origin }: Call,
    loginId: string,
    password: string,
    partnerId: number | null,
  ): Promise<Login> {
    try {
      return await this.#services.logins.authenticate(loginId, password, origin.remoteAddress);
    } catch (error) {
      const users = await this.#services.users.ofLogin(loginKeyOf(loginId));
      const user = partnerId ? users.find((each) => each.partnerId === partnerId) : users[0];
      if (user !== undefined) actedAs(user);
      throw error;
    }
  }

  async #usableUsersOf(login: Login): Promise<readonly UserRecord[]> {
    const users = await this.#services.users.ofLogin(login.key);
    return users.filter(
      ({ partnerId, status }) =>
        status === 'active' && this.#services.accounts.find(partnerId) !== undefined,
    );
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
    actedAs(user);
    await logins.rememberSuccess(login, user.partnerId);
    await users.rememberLogin(user, clock.nowMs());
    return ks;
  }
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
