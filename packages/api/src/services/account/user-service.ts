import { ApiError } from '../../errors/api-error.ts';
import type { Clock } from '../../ports.ts';
import type { PagerValue } from '../../schema/filter.ts';
import { MAX_USER_ID_LENGTH, type UserFilterValue, type UserValue } from '../../schema/user.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { PermissionName } from '../../session/permissions.ts';
import type { Roles } from '../../session/roles.ts';
import type { LoginsStore } from '../../store/account/logins-store.ts';
import {
  newLoginGroup,
  newUser,
  type UserRecord,
  type UsersStore,
} from '../../store/account/users-store.ts';
import { isDatabaseError } from '../../store/database.ts';
import { changeUser, refuseAdminProperties, refuseMorePowerful } from '../../users/change-user.ts';
import { mayDescribe, refusePrivateQuestions, viewOf } from '../../users/user-access.ts';
import type { UserBook } from '../../users/user-book.ts';
import type { UserLogins, UserWithLogin } from '../../users/user-logins.ts';
import { toUser, type UserView } from '../../users/user-result.ts';
import { pageOf } from '../page.ts';

export type UserServices = {
  readonly users: UsersStore;
  readonly book: UserBook;
  readonly logins: UserLogins;
  readonly loginsStore: LoginsStore;
  readonly roles: Roles;
  readonly clock: Clock;
};

/** The people whom an account knows. */
export class UserService {
  readonly #services: UserServices;

  constructor(services: UserServices) {
    this.#services = services;
  }

  async add(call: Call, { user: sent }: { readonly user: UserValue }) {
    const { book, users, clock } = this.#services;
    const { partnerId } = sessionOf(call);
    const id = (sent.id ?? '').trim();
    if (id === '') throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'KalturaUser::id');
    refuseImpossibleId(id);
    if (sent.isAccountOwner)
      throw new ApiError('PROPERTY_VALIDATION_NO_INSERT_PERMISSION', 'KalturaUser::isAccountOwner');
    const before = await users.find(partnerId, id);
    if (before !== null && before.status !== 'deleted')
      throw new ApiError('DUPLICATE_USER_BY_ID', id);
    const blank = newUser(partnerId, id, clock.nowMs());
    const user = changeUser(blank, { ...sent, id }, 'add', book.changerOf(call));
    const { record, statements } = await this.#withLogin(call, user, sent);
    try {
      return this.#toUser(await book.add(record, statements), 'whole');
    } catch (error) {
      if (isDatabaseError(error, 'duplicate')) throw new ApiError('DUPLICATE_USER_BY_ID', id);
      throw error;
    }
  }

  /** Oneself, whom the session may see, or anybody for admins. */
  async get(call: Call, { userId }: { readonly userId: string | null }) {
    const session = sessionOf(call);
    const id = userId || session.userId;
    const view = viewOf(call, id);
    if (view === null)
      throw new ApiError('CANNOT_RETRIEVE_ANOTHER_USER_USING_NON_ADMIN_SESSION', id);
    return this.#toUser(await this.#services.book.find(session.partnerId, id), view);
  }

  async getByLoginId(call: Call, { loginId }: { readonly loginId: string }) {
    const { logins } = this.#services;
    const user = await logins.find(sessionOf(call).partnerId, loginId, 'LOGIN_DATA_NOT_FOUND');
    return this.#toUser(user, 'whole');
  }

  /** Admins change everybody; people what they say about themselves, and so does privilege `edituser`. */
  async update(
    call: Call,
    { userId, user: sent }: { readonly userId: string; readonly user: UserValue },
  ) {
    const isAdmin = call.permissions.has('ADMIN_USER_ADD');
    if (!isAdmin && !mayDescribe(call, userId))
      throw new ApiError('CANNOT_RETRIEVE_ANOTHER_USER_USING_NON_ADMIN_SESSION', userId);
    if (!isAdmin) refuseAdminProperties(sent);
    return this.#toUser(await this.#change(call, userId, sent), 'whole');
  }

  /** The user signs in no more, and all sessions that its password has started end. */
  async delete(call: Call, { userId }: { readonly userId: string }) {
    const { book, loginsStore, clock } = this.#services;
    const user = await book.find(sessionOf(call).partnerId, userId);
    if (user.isAccountOwner) throw new ApiError('CANNOT_DELETE_OR_BLOCK_ROOT_ADMIN_USER');
    refuseMorePowerful(user, book.changerOf(call));
    const nowMs = clock.nowMs();
    const asDeleted = (current: UserRecord): UserRecord => ({
      ...current,
      status: 'deleted',
      loginId: null,
      loginGroup: newLoginGroup(),
      statusUpdatedAtMs: nowMs,
      updatedAtMs: nowMs,
    });
    const after = user.loginId === null ? [] : [loginsStore.removalIfUnused(user.loginId)];
    return this.#toUser(await book.change(user.partnerId, userId, asDeleted, after), 'whole');
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
    await this.#change(call, userId, { status: BLOCKED });
    return null;
  }

  async demoteAdmin(call: Call, { userId }: { readonly userId: string }) {
    const { book } = this.#services;
    const demoted = await book.change(sessionOf(call).partnerId, userId, (user) => {
      if (!user.isAdmin) throw new ApiError('DEMOTE_ONLY_ADMIN');
      const sent = { isAdmin: false, roleIds: null };
      return changeUser(user, sent, 'update', book.changerOf(call));
    });
    return this.#toUser(demoted, 'whole');
  }

  #change(call: Call, userId: string, sent: UserValue): Promise<UserRecord> {
    const { book } = this.#services;
    return book.change(sessionOf(call).partnerId, userId, (user) =>
      changeUser(user, sent, 'update', book.changerOf(call)),
    );
  }

  /** With `loginEnabled` a new user signs in with `email` and `password` from the start. */
  async #withLogin(call: Call, user: UserRecord, sent: UserValue): Promise<UserWithLogin> {
    const { book, logins } = this.#services;
    if (!sent.loginEnabled) {
      if (sent.password)
        throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'KalturaUser::loginEnabled');
      return { record: user, statements: [] };
    }
    if (!sent.email) throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'KalturaUser::email');
    refuseMorePowerful(user, book.changerOf(call));
    return logins.attach(user, sent.email, sent.password ?? '', call.origin.remoteAddress);
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

  #toUser(user: UserRecord, view: UserView): object {
    return toUser(user, view, this.#services.roles);
  }
}

const BLOCKED = 0;

/** Lists of users are separated by commas. */
function refuseImpossibleId(id: string): void {
  if (id.length > MAX_USER_ID_LENGTH) {
    throw new ApiError('PROPERTY_VALIDATION_MAX_LENGTH', 'KalturaUser::id', MAX_USER_ID_LENGTH);
  }
  if (/[,\r\n\t]/.test(id)) throw new ApiError('INVALID_FIELD_VALUE', 'KalturaUser::id');
}
