import type { Roles } from '../session/roles.ts';
import type { UserRecord } from '../store/account/users-store.ts';

/** How much of a user somebody is told: admins and the user everything, others a name and a face. */
export type UserView = 'whole' | 'public';

const STATUS_NUMBERS = { blocked: 0, active: 1, deleted: 2 } as const;

/** A user as KalturaUser. What is undefined has no value. */
export function toUser(user: UserRecord, view: UserView, roles: Roles): object {
  const { properties } = user;
  const shown = {
    objectType: 'KalturaUser',
    id: user.id,
    partnerId: user.partnerId,
    type: user.type,
    status: STATUS_NUMBERS[user.status],
    screenName: properties.screenName,
    thumbnailUrl: properties.thumbnailUrl,
    createdAt: toSeconds(user.createdAtMs),
    updatedAt: toSeconds(user.updatedAtMs),
  };
  if (view === 'public') return shown;
  return {
    ...properties,
    ...shown,
    fullName: properties.fullName ?? joinNames(properties.firstName, properties.lastName),
    isAdmin: user.isAdmin,
    isGuest: properties.isGuest ?? false,
    isAccountOwner: user.isAccountOwner,
    roleIds: user.roleId === null ? undefined : String(user.roleId),
    roleNames: roleNameOf(user, roles),
    loginEnabled: user.loginId !== null,
    lastLoginTime: toKnownSeconds(user.lastLoginMs),
    statusUpdatedAt: toKnownSeconds(user.statusUpdatedAtMs),
    deletedAt: user.status === 'deleted' ? toKnownSeconds(user.statusUpdatedAtMs) : undefined,
    storageSize: 0,
  };
}

function roleNameOf({ partnerId, roleId }: UserRecord, roles: Roles): string | undefined {
  return roleId === null ? undefined : roles.findRole(partnerId, String(roleId))?.name;
}

function joinNames(
  first: string | null | undefined,
  last: string | null | undefined,
): string | undefined {
  const names = [first, last].filter((name) => name);
  return names.length === 0 ? undefined : names.join(' ');
}

function toSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}

function toKnownSeconds(ms: number | null): number | undefined {
  return ms === null ? undefined : toSeconds(ms);
}
