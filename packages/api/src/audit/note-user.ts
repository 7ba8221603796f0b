import { KS_TYPE_ADMIN, KS_TYPE_USER } from '../ks/ks.ts';
import { User } from '../schema/user.ts';
import type { UserRecord } from '../store/account/users-store.ts';
import { changesBetween } from './property-changes.ts';
import { currentTrail } from './trail.ts';

/** Says of the write that comes next that it makes (null before it) or changes a user. */
export function noteUser(before: UserRecord | null, after: UserRecord): void {
  currentTrail()?.note({
    type: 'kuser',
    id: after.id,
    name: nameOf(after),
    changes: before === null ? null : changesBetween(User, flat(before), flat(after)),
  });
}

/** What people call a user; empty where only the id is known. */
export function nameOf({ properties }: UserRecord): string {
  const { fullName, screenName, firstName, lastName, email } = properties;
  const first = [firstName, lastName].filter((name) => name).join(' ');
  return fullName || first || screenName || email || '';
}

const STATUS_NUMBERS = { blocked: 0, active: 1, deleted: 2 } as const;

function flat({ properties, status, roleId, loginId, isAdmin }: UserRecord): object {
  return {
    ...properties,
    isAdmin,
    status: STATUS_NUMBERS[status],
    roleIds: roleId === null ? null : String(roleId),
    loginEnabled: loginId !== null,
  };
}

/** For actions that find out by a password who it is: what comes next is theirs. */
export function actedAs(user: UserRecord): void {
  const trail = currentTrail();
  const { partnerId, id: userId, isAdmin } = user;
  trail?.actedBy({ partnerId, userId, sessionType: isAdmin ? KS_TYPE_ADMIN : KS_TYPE_USER });
  trail?.note({ type: 'kuser', id: userId, name: nameOf(user), changes: [] });
}
