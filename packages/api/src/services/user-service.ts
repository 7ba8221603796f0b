import { ApiError, type ErrorCode } from '../errors/api-error.ts';
import { grants } from '../ks/privileges.ts';
import type { Clock } from '../ports.ts';
import type { PagerValue } from '../schema/filter.ts';
import { MAX_USER_ID_LENGTH, type UserFilterValue, type UserValue } from '../schema/user.ts';
import { isPerson } from '../session/access.ts';
import type { Accounts } from '../session/accounts.ts';
import { type Call, sessionOf } from '../session/call.ts';
import type { PermissionName } from '../session/permissions.ts';
import type { Roles } from '../session/roles.ts';
import { isDatabaseError, type Statement } from '../store/database.ts';
import type { LoginsStore } from '../store/logins-store.ts';
import { newLoginGroup, newUser, type UserRecord, type UsersStore } from '../store/users-store.ts';
import {
  changeUser,
  refuseAdminProperties,
  refuseMorePowerful,
  type UserChanger,
} from '../users/change-user.ts';
import type { Logins } from '../users/logins.ts';
import { toUser, type UserView } from '../users/user-result.ts';
import type { LoginService } from './login-service.ts';
import { pageOf } from './page.ts';

export type UserServices = {
  readonly users: UsersStore;
  readonly loginsStore: LoginsStore;
  readonly logins: Logins;
  readonly login: LoginService;
  readonly accounts: Accounts;
  readonly roles: Roles;
  readonly clock: Clock;
};

/** How often a change is made anew because someone else's came first. */
const MAX_ATTEMPTS = 8;

/** The people whom an account knows. */
export class UserService {
  readonly #services: UserServices;

  constructor(services: UserServices) {
    this.#services = services;
  }

  async add(call: Call, { user: sent }: { readonly user: UserValue }) {
    const { partnerId } = sessionOf(call);
    const id = (sent.id ?? '').trim();
    if (id === '') throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'KalturaUser::id');
    refuseImpossibleId(id);
    if (sent.isAccountOwner)
      throw new ApiError('PROPERTY_VALIDATION_NO_INSERT_PERMISSION', 'KalturaUser::isAccountOwner');
    const before = await this.#services.users.find(partnerId, id);
    if (before !== null && before.status !== 'deleted')
      throw new ApiError('DUPLICATE_USER_BY_ID', id);
    const blank = newUser(partnerId, id, this.#services.clock.nowMs());
    const user = changeUser(blank, { ...sent, id }, 'add', this.#changer(call));
    const { record, statements } = await this.#withLogin(call, user, sent);
    const { users } = this.#services;
    // Who was deleted comes back as somebody new under the same id.
    const written =
      before === null
        ? { record, statement: users.insertion(record) }
        : this.#nextOf(before, record);
    try {
      if (
        !(await users.write(
          [...statements, written.statement],
          written.record.status === 'blocked',
        ))
      )
        throw new ApiError('DUPLICATE_USER_BY_ID', id);
    } catch (error) {
      if (isDatabaseError(error, 'duplicate')) throw new ApiError('DUPLICATE_USER_BY_ID', id);
      throw error;
    }
    await this.#services.accounts.refresh();
    return this.#toUser(written.record, 'whole');
  }

  /** Oneself, whom the session may see, or anybody for admins. */
  async get(call: Call, { userId }: { readonly userId: string | null }) {
    const session = sessionOf(call);
    const id = userId || session.userId;
    const view = viewOf(call, id);
    if (view === null)
      throw new ApiError('CANNOT_RETRIEVE_ANOTHER_USER_USING_NON_ADMIN_SESSION', id);
    return this.#toUser(await this.#find(session.partnerId, id), view);
  }

  async getByLoginId(call: Call, { loginId }: { readonly loginId: string }) {
    return this.#toUser(await this.#findByLogin(call, loginId, 'LOGIN_DATA_NOT_FOUND'), 'whole');
  }

  /** Admins change everybody; people what they say about themselves, and so does privilege `edituser`. */
  async update(
    call: Call,
    { userId, user: sent }: { readonly userId: string; readonly user: UserValue },
  ) {
    const session = sessionOf(call);
    const isAdmin = call.permissions.has('ADMIN_USER_ADD');
    const isOwn = isPerson(session) && session.userId === userId;
    if (!isAdmin && !isOwn && !grants(session.privileges, 'edituser', userId))
      throw new ApiError('CANNOT_RETRIEVE_ANOTHER_USER_USING_NON_ADMIN_SESSION', userId);
    if (!isAdmin) refuseAdminProperties(sent);
    const changed = await this.#change(session.partnerId, userId, (user) =>
      changeUser(user, sent, 'update', this.#changer(call)),
    );
    return this.#toUser(changed, 'whole');
  }

  /** The user signs in no more, and all sessions that its password has started end. */
  async delete(call: Call, { userId }: { readonly userId: string }) {
    const user = await this.#find(sessionOf(call).partnerId, userId);
    if (user.isAccountOwner) throw new ApiError('CANNOT_DELETE_OR_BLOCK_ROOT_ADMIN_USER');
    refuseMorePowerful(user, this.#changer(call));
    const nowMs = this.#services.clock.nowMs();
    const changed = await this.#change(
      user.partnerId,
      userId,
      (current) => ({
        ...current,
        status: 'deleted',
        loginId: null,
        loginGroup: newLoginGroup(),
        statusUpdatedAtMs: nowMs,
        updatedAtMs: nowMs,
      }),
      user.loginId === null ? [] : [this.#services.loginsStore.removalIfUnused(user.loginId)],
    );
    return this.#toUser(changed, 'whole');
  }

  async list(
    call: Call,
    {
      filter,
      pager,
    }: { readonly filter: UserFilterValue | null; readonly pager: PagerValue | null },
  ) {
    const { partnerId } = sessionOf(call);
    const view = viewOf(call, null);
    if (view === null) throw new ApiError('SERVICE_FORBIDDEN', call.actionName);
    if (view === 'public') refusePrivateQuestions(filter ?? {});
    const { totalCount, users } = await this.#services.users.list({
      partnerId,
      filter: filter ?? {},
      roleIds: this.#rolesWith(partnerId, filter ?? {}),
      ...pageOf(pager),
    });
    return {
      objectType: 'KalturaUserListResponse',
      totalCount,
      objects: users.map((user) => this.#toUser(user, view)),
    };
  }

  /** An application has banned somebody: here that blocks the user. */
  async notifyBan(call: Call, { userId }: { readonly userId: string }): Promise<null> {
    await this.#change(sessionOf(call).partnerId, userId, (user) =>
      changeUser(user, { status: 0 }, 'update', this.#changer(call)),
    );
    return null;
  }

  async demoteAdmin(call: Call, { userId }: { readonly userId: string }) {
    const changed = await this.#change(sessionOf(call).partnerId, userId, (user) => {
      if (!user.isAdmin) throw new ApiError('DEMOTE_ONLY_ADMIN');
      return changeUser(user, { isAdmin: false, roleIds: null }, 'update', this.#changer(call));
    });
    return this.#toUser(changed, 'whole');
  }

  async enableLogin(
    call: Call,
    {
      userId,
      loginId,
      password,
    }: { readonly userId: string; readonly loginId: string; readonly password: string | null },
  ) {
    const { partnerId } = sessionOf(call);
    const user = await this.#find(partnerId, userId, 'USER_NOT_FOUND');
    if (user.loginId !== null) throw new ApiError('USER_LOGIN_ALREADY_ENABLED');
    refuseMorePowerful(user, this.#changer(call));
    const { record, statements } = await this.#attach(call, user, loginId, password ?? '');
    return this.#toUser(await this.#write(user, record, statements), 'whole');
  }

  async disableLogin(
    call: Call,
    { userId, loginId }: { readonly userId: string | null; readonly loginId: string | null },
  ) {
    const { partnerId } = sessionOf(call);
    if (!userId && !loginId) throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'userId');
    const user = userId
      ? await this.#find(partnerId, userId, 'USER_NOT_FOUND')
      : await this.#findByLogin(call, loginId ?? '', 'USER_NOT_FOUND');
    if (user.loginId === null) throw new ApiError('USER_LOGIN_ALREADY_DISABLED');
    if (user.isAccountOwner) throw new ApiError('CANNOT_DISABLE_LOGIN_FOR_ADMIN_USER');
    refuseMorePowerful(user, this.#changer(call));
    const changed = { ...user, loginId: null, loginGroup: newLoginGroup() };
    const removal = this.#services.loginsStore.removalIfUnused(user.loginId);
    return this.#toUser(await this.#write(user, changed, [], [removal]), 'whole');
  }

  async resetPassword(
    call: Call,
    values: { readonly loginDataId: string; readonly newPassword: string },
  ) {
    return this.#toUser(await this.#services.login.resetPassword(call, values), 'whole');
  }

  async #find(
    partnerId: number,
    id: string,
    code: 'INVALID_USER_ID' | 'USER_NOT_FOUND' = 'INVALID_USER_ID',
  ): Promise<UserRecord> {
    const user = await this.#services.users.find(partnerId, id);
    if (user === null || user.status === 'deleted') throw new ApiError(code);
    return user;
  }

  async #findByLogin(
    call: Call,
    loginId: string,
    code: Extract<ErrorCode, 'LOGIN_DATA_NOT_FOUND' | 'USER_NOT_FOUND'>,
  ): Promise<UserRecord> {
    const { partnerId } = sessionOf(call);
    const login = await this.#services.logins.find(loginId);
    const users = login === null ? [] : await this.#services.users.ofLogin(login.key);
    // That somebody of another account signs in with it is nobody's business here.
    const user = users.find((each) => each.partnerId === partnerId);
    if (user === undefined) throw new ApiError(code);
    return user;
  }

  /** With `loginEnabled` a new user signs in with `email` and `password` from the start. */
  async #withLogin(
    call: Call,
    user: UserRecord,
    sent: UserValue,
  ): Promise<{ readonly record: UserRecord; readonly statements: readonly Statement[] }> {
    if (!sent.loginEnabled) {
      if (sent.password)
        throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'KalturaUser::loginEnabled');
      return { record: user, statements: [] };
    }
    if (!sent.email) throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'KalturaUser::email');
    refuseMorePowerful(user, this.#changer(call));
    return this.#attach(call, user, sent.email, sent.password ?? '');
  }

  /** A login of other accounts is joined only by whoever knows its password. */
  async #attach(
    call: Call,
    user: UserRecord,
    loginId: string,
    password: string,
  ): Promise<{ readonly record: UserRecord; readonly statements: readonly Statement[] }> {
    const { logins, users } = this.#services;
    const existing = await logins.find(loginId);
    if (existing === null) {
      const { login, statement } = await logins.create(loginId, password);
      return { record: { ...user, loginId: login.key }, statements: [statement] };
    }
    const others = await users.ofLogin(existing.key);
    if (others.some(({ partnerId }) => partnerId === user.partnerId))
      throw new ApiError('LOGIN_ID_ALREADY_USED');
    try {
      await logins.authenticate(loginId, password, call.origin.remoteAddress);
    } catch (error) {
      if (error instanceof ApiError && error.code !== 'TOO_MANY_ATTEMPTS')
        throw new ApiError('DUPLICATE_USER_BY_LOGIN_ID', loginId);
      throw error;
    }
    return { record: { ...user, loginId: existing.key }, statements: [] };
  }

  async #change(
    partnerId: number,
    id: string,
    change: (user: UserRecord) => UserRecord,
    more: readonly Statement[] = [],
  ): Promise<UserRecord> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const user = await this.#find(partnerId, id);
      const written = this.#nextOf(user, change(user));
      if (
        await this.#services.users.write([written.statement, ...more], blocks(user, written.record))
      ) {
        await this.#endSessions(user, written.record);
        return written.record;
      }
    }
    throw new ApiError('OBJECT_CHANGED_MEANWHILE', id);
  }

  async #write(
    user: UserRecord,
    changed: UserRecord,
    before: readonly Statement[],
    after: readonly Statement[] = [],
  ): Promise<UserRecord> {
    const { users, clock } = this.#services;
    const written = this.#nextOf(user, { ...changed, updatedAtMs: clock.nowMs() });
    try {
      if (
        !(await users.write([...before, written.statement, ...after], blocks(user, written.record)))
      )
        throw new ApiError('OBJECT_CHANGED_MEANWHILE', user.id);
    } catch (error) {
      if (isDatabaseError(error, 'duplicate')) throw new ApiError('LOGIN_ID_ALREADY_USED');
      throw error;
    }
    await this.#endSessions(user, written.record);
    return written.record;
  }

  #nextOf(before: UserRecord, after: UserRecord) {
    const record = { ...after, revision: before.revision + 1 };
    return { record, statement: this.#services.users.replacement(record) };
  }

  /** What the user's password has started before ends, where it would say something else now. */
  async #endSessions(before: UserRecord, after: UserRecord): Promise<void> {
    const { accounts } = this.#services;
    await accounts.refresh();
    if (before.loginId !== null && before.loginGroup !== after.loginGroup)
      await accounts.endLogins(before.partnerId, before.loginGroup);
  }

  /** Roles that have the permissions that the filter asks for; null where it asks for none. */
  #rolesWith(partnerId: number, filter: UserFilterValue): readonly number[] | null {
    const namesIn = (csv: string) => csv.split(',').map((name) => name.trim() as PermissionName);
    const { permissionNamesMultiLikeOr: anyOf, permissionNamesMultiLikeAnd: all } = filter;
    if (!anyOf && !all) return null;
    return this.#services.roles
      .rolesOf(partnerId)
      .filter(
        ({ permissions }) =>
          (!anyOf || namesIn(anyOf).some((name) => permissions.has(name))) &&
          (!all || namesIn(all).every((name) => permissions.has(name))),
      )
      .map(({ id }) => id);
  }

  #changer(call: Call): UserChanger {
    const { roles, clock } = this.#services;
    const { userId } = sessionOf(call);
    return { userId, permissions: call.permissions, roles, nowMs: clock.nowMs() };
  }

  #toUser(user: UserRecord, view: UserView): object {
    return toUser(user, view, this.#services.roles);
  }
}

function blocks(before: UserRecord, after: UserRecord): boolean {
  return (before.status === 'blocked') !== (after.status === 'blocked');
}

/** What the session is told of a user (of all users where it is null); null for nothing. */
function viewOf(call: Call, userId: string | null): UserView | null {
  const session = sessionOf(call);
  if (call.permissions.has('ADMIN_BASE')) return 'whole';
  if (userId !== null && isPerson(session) && session.userId === userId) return 'whole';
  return call.permissions.has('WEBCAST_PRODUCER_PERMISSION') ? 'public' : null;
}

/** Whoever may not read something may not ask for it either. */
function refusePrivateQuestions(filter: UserFilterValue): void {
  for (const [name, value] of Object.entries(filter)) {
    if (value === undefined || value === null || PUBLIC_QUESTIONS.has(name)) continue;
    throw new ApiError('PROPERTY_VALIDATION_NO_USAGE_PERMISSION', `KalturaUserFilter::${name}`);
  }
}

const PUBLIC_QUESTIONS: ReadonlySet<string> = new Set([
  'objectType',
  'orderBy',
  'partnerIdEqual',
  'idEqual',
  'idIn',
  'typeEqual',
  'typeIn',
  'statusEqual',
  'statusIn',
  'screenNameLike',
  'screenNameStartsWith',
  'idOrScreenNameStartsWith',
  'createdAtGreaterThanOrEqual',
  'createdAtLessThanOrEqual',
  'updatedAtGreaterThanOrEqual',
  'updatedAtLessThanOrEqual',
]);

/** Lists of users are separated by commas. */
function refuseImpossibleId(id: string): void {
  if (id.length > MAX_USER_ID_LENGTH) {
    throw new ApiError('PROPERTY_VALIDATION_MAX_LENGTH', 'KalturaUser::id', MAX_USER_ID_LENGTH);
  }
  if (/[,\r\n\t]/.test(id)) throw new ApiError('INVALID_FIELD_VALUE', 'KalturaUser::id');
}
