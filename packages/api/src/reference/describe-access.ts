import type { ReferencePermission } from '@rostrum/contracts';
import type { Ownership, Permission } from '../catalog/action.ts';
import { PERMISSIONS } from '../session/permissions.ts';
import { SYSTEM_ROLES } from '../session/roles.ts';

/** Who may call an action, in words. */
export function describePermission(permission: Permission): ReferencePermission {
  if (permission === 'anyone') {
    return { name: null, about: 'Anybody may call it.', heldBy: [] };
  }
  if (permission === 'secret') {
    const about =
      'Whoever knows a secret of the account, a password or a token: the action itself checks it.';
    return { name: null, about, heldBy: [] };
  }
  const holders = SYSTEM_ROLES.filter(({ permissions }) => permissions.has(permission)).map(
    ({ systemName }) => systemName,
  );
  return {
    name: permission,
    about: `${PERMISSIONS[permission]}.`,
    heldBy:
      holders.length === 0
        ? ['admin sessions of the account that the installation is configured with']
        : [
            ...Object.keys(HOLDERS).filter((name) => holders.includes(name)),
            ...holders.filter((name) => HOLDERS[name] === undefined),
          ].map((name) => HOLDERS[name] ?? `role ${name}`),
  };
}

/** What sessions without a role have, by the role that lists the same permissions; those who may most come first. */
const HOLDERS: Readonly<Record<string, string>> = {
  PARTNER_ADMIN_ROLE: 'admin sessions',
  BASE_USER_SESSION_ROLE: 'user sessions',
  WIDGET_SESSION_ROLE: 'widget sessions',
};

/** Whose objects an action may touch, in words. */
export function describeOwnership({ of, parameter, privilege, isForOwnerOnly }: Ownership): string {
  const coEditor = isForOwnerOnly ? '' : 'be listed as its co-editor, ';
  return (
    `Admin sessions may touch any ${of} of the account; other sessions must own the one that ${parameter} names, ` +
    `${coEditor}or carry the privilege ${privilege}:ID.`
  );
}
