import { KS_TYPE_ADMIN, KS_TYPE_USER } from '../ks/ks.ts';
import { grants, hasPrivilege, isUnlimited, type Privileges, valuesOf } from '../ks/privileges.ts';
import { withoutReserved, withoutServerOnly } from '../ks/reserved-privileges.ts';
import type { Session } from '../ks/session.ts';
import type { UserRecord } from '../store/account/users-store.ts';

/** What sessions say that a password has started. */

export function identityOf(user: UserRecord) {
  return { userId: user.id, type: user.isAdmin ? KS_TYPE_ADMIN : KS_TYPE_USER };
}

/**
 * Admins choose what they like, up to what their role allows. Others may only describe and restrict their session: a
 * password proves who somebody is, not what they may do.
 */
export function privilegesFor(user: UserRecord, wished: Privileges): Privileges {
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
export function mayChangeTo({ privileges }: Session, partnerId: number): boolean {
  if (hasPrivilege(privileges, 'actionslimit')) return false;
  return (
    grants(privileges, CHANGE_ACCOUNT, String(partnerId)) ||
    valuesOf(privileges, CHANGE_ACCOUNT).includes('')
  );
}

/** Whether the user's own password has started the session: nobody else knows the group's name. */
export function isFromPassword({ privileges }: Session, user: UserRecord): boolean {
  return user.loginId !== null && valuesOf(privileges, 'login').includes(user.loginGroup);
}
