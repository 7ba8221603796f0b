import { ApiError } from '../errors/api-error.ts';
import { checkProperties } from '../schema/check-properties.ts';
import { User, type UserValue } from '../schema/user.ts';
import type { PermissionSet } from '../session/permissions.ts';
import {
  allPermissionsOf,
  type Role,
  type RoleDirectory,
  USER_SESSION_PERMISSIONS,
} from '../session/roles.ts';
import { newLoginGroup, type UserRecord, type UserStatus } from '../store/account/users-store.ts';

/** What a user's properties become when a client sends some. Pure but for the random group of sessions. */

/** Kept in columns of their own, or not at all; everything else is kept as it was sent. */
const NOT_KEPT = [
  'objectType',
  'id',
  'partnerId',
  'type',
  'status',
  'isAdmin',
  'isAccountOwner',
  'roleIds',
  'roleNames',
  'password',
  'loginEnabled',
  'createdAt',
  'updatedAt',
  'storageSize',
  'lastLoginTime',
  'statusUpdatedAt',
  'deletedAt',
] as const;

/** What people may say about themselves; the rest is for admins. */
const OWN: ReadonlySet<string> = new Set([
  'objectType',
  'id',
  'screenName',
  'fullName',
  'firstName',
  'lastName',
  'email',
  'country',
  'state',
  'city',
  'zip',
  'thumbnailUrl',
  'description',
  'language',
  'dateOfBirth',
  'gender',
  'title',
  'company',
]);

/** @throws ApiError PROPERTY_VALIDATION_NO_UPDATE_PERMISSION for what only admins may change */
export function refuseAdminProperties(sent: UserValue): void {
  for (const [name, value] of Object.entries(sent)) {
    if (value === undefined || OWN.has(name)) continue;
    throw new ApiError('PROPERTY_VALIDATION_NO_UPDATE_PERMISSION', `KalturaUser::${name}`);
  }
}

/** Who changes a user, and what that session may do. */
export type UserChanger = {
  readonly userId: string;
  readonly permissions: PermissionSet;
  readonly roles: RoleDirectory;
  readonly nowMs: number;
};

/** @throws ApiError where the rules of users do not allow it */
export function changeUser(
  user: UserRecord,
  sent: UserValue,
  purpose: 'add' | 'update',
  changer: UserChanger,
): UserRecord {
  const { id } = sent;
  // Clients send back what they were answered.
  const tolerated = id === user.id ? ['id'] : [];
  checkProperties(User, sent, { purpose, isAdmin: true, tolerated });
  if (purpose === 'update' && typeof id === 'string' && id !== user.id)
    throw new ApiError('PROPERTY_VALIDATION_NOT_UPDATABLE', 'KalturaUser::id');
  const status = statusOf(user, sent);
  const changed: UserRecord = {
    ...user,
    type: sent.type ?? user.type,
    status,
    isAdmin: sent.isAdmin ?? user.isAdmin,
    roleId: sent.roleIds === undefined ? user.roleId : roleIdIn(user.partnerId, sent, changer),
    statusUpdatedAtMs: status === user.status ? user.statusUpdatedAtMs : changer.nowMs,
    updatedAtMs: changer.nowMs,
    properties: { ...user.properties, ...kept(sent) },
  };
  refuseForOwner(changed, changer.roles);
  refuseMorePower(user, changed, changer);
  const isSameToSessions =
    changed.status === user.status &&
    changed.isAdmin === user.isAdmin &&
    changed.roleId === user.roleId;
  return {
    ...changed,
    properties: withoutNulls(changed.properties),
    loginGroup: isSameToSessions ? user.loginGroup : newLoginGroup(),
  };
}

/** The most that a session started with the user's password may do. */
export function permissionsOfUser(user: UserRecord, roles: RoleDirectory): PermissionSet {
  const { partnerId, roleId, isAdmin } = user;
  if (roleId !== null) return roles.findRole(partnerId, String(roleId))?.permissions ?? new Set();
  return isAdmin ? allPermissionsOf(partnerId, roles) : USER_SESSION_PERMISSIONS;
}

/**
 * Nobody acts on somebody who may do more than they may themselves.
 *
 * @throws ApiError NOT_ALLOWED_TO_CHANGE_ROLE
 */
export function refuseMorePowerful(
  user: UserRecord,
  { permissions, roles }: Pick<UserChanger, 'permissions' | 'roles'>,
): void {
  const isWithin = [...permissionsOfUser(user, roles)].every((name) => permissions.has(name));
  if (!isWithin) throw new ApiError('NOT_ALLOWED_TO_CHANGE_ROLE');
}

const OWNER_ROLE = 'PARTNER_ADMIN_ROLE';

function refuseForOwner(user: UserRecord, roles: RoleDirectory): void {
  if (!user.isAccountOwner) return;
  if (user.status !== 'active') throw new ApiError('CANNOT_DELETE_OR_BLOCK_ROOT_ADMIN_USER');
  if (!user.isAdmin) throw new ApiError('CANNOT_SET_ROOT_ADMIN_AS_NO_ADMIN');
  if (user.roleId === null) return;
  if (roles.findRole(user.partnerId, String(user.roleId))?.systemName !== OWNER_ROLE)
    throw new ApiError('ACCOUNT_OWNER_NEEDS_PARTNER_ADMIN_ROLE');
}

function refuseMorePower(before: UserRecord, after: UserRecord, changer: UserChanger): void {
  const isSame = before.roleId === after.roleId && before.isAdmin === after.isAdmin;
  if (isSame) return;
  if (before.id !== '' && before.id === changer.userId)
    throw new ApiError('CANNOT_CHANGE_OWN_ROLE');
  refuseMorePowerful(after, changer);
}

const STATUSES: readonly UserStatus[] = ['blocked', 'active'];

function statusOf(user: UserRecord, { status }: UserValue): UserStatus {
  if (status === undefined || status === null) return user.status;
  const named = STATUSES[status];
  // Deleting has an action of its own.
  if (named === undefined) throw new ApiError('INVALID_FIELD_VALUE', 'KalturaUser::status');
  return named;
}

function roleIdIn(
  partnerId: number,
  { roleIds }: UserValue,
  { roles }: UserChanger,
): number | null {
  const ids = (roleIds ?? '').split(',').filter((id) => id.trim() !== '');
  const [id] = ids;
  if (id === undefined) return null;
  if (ids.length > 1) throw new ApiError('ONLY_ONE_ROLE_PER_USER_ALLOWED');
  const role: Role | undefined = roles.findRole(partnerId, id.trim());
  if (role === undefined) throw new ApiError('USER_ROLE_NOT_FOUND');
  return role.id;
}

function kept(sent: UserValue): UserValue {
  const copy: { [name: string]: unknown } = { ...sent };
  for (const name of NOT_KEPT) delete copy[name];
  return copy;
}

function withoutNulls(properties: UserValue): UserValue {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== null && value !== undefined),
  );
}
