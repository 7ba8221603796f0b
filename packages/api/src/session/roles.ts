import { hasPrivilege } from '../ks/privileges.ts';
import type { Session } from '../ks/session.ts';
import { PERMISSIONS, type PermissionName, type PermissionSet } from './permissions.ts';

/** A list of permissions under a name, which privilege `setrole` or a user's account gives to sessions. */
export type Role = {
  readonly id: number;
  /** 0 for the roles that every account has. */
  readonly partnerId: number;
  readonly systemName: string;
  readonly name: string;
  readonly description: string;
  readonly permissions: PermissionSet;
};

const WIDGET_PERMISSIONS: readonly PermissionName[] = ['WIDGET_SESSION_PERMISSION'];

const USER_PERMISSIONS: readonly PermissionName[] = [
  ...WIDGET_PERMISSIONS,
  'BASE_USER_SESSION_PERMISSION',
  'STUDIO_BASE',
];

/** What the studio's session has beyond a user's. */
const PRODUCER_PERMISSIONS: readonly PermissionName[] = [
  ...USER_PERMISSIONS,
  'WEBCAST_PRODUCER_PERMISSION',
  'LIVE_STREAM_UPDATE',
  'ANALYTICS_BASE',
];

const ADMIN_PERMISSIONS = (Object.keys(PERMISSIONS) as PermissionName[]).filter(
  (name) => name !== 'MANAGE_ACCOUNTS',
);

/** Roles of every account; their ids stay below those of the accounts' own. */
export const SYSTEM_ROLES: readonly Role[] = [
  role(1, 'BASE_USER_SESSION_ROLE', 'User session', USER_PERMISSIONS),
  role(2, 'WIDGET_SESSION_ROLE', 'Widget session', WIDGET_PERMISSIONS),
  role(3, 'KMS_WEBCAST_WIDGET_SESSION_ROLE', 'Webcast widget session', WIDGET_PERMISSIONS),
  role(4, 'WEBCAST_PRODUCER_DEVICE_ROLE', 'Webcast producer', PRODUCER_PERMISSIONS),
  role(5, 'PARTNER_ADMIN_ROLE', 'Account administrator', ADMIN_PERMISSIONS),
];

/** Finds the roles that sessions name. */
export interface RoleDirectory {
  /** @param name id or system name */
  findRole(partnerId: number, name: string): Role | undefined;
  /** Whether it is the account that the installation is configured with. */
  isOperator(partnerId: number): boolean;
}

/** The roles of every account. */
export class Roles implements RoleDirectory {
  readonly #operatorPartnerId: number;

  constructor(operatorPartnerId: number) {
    this.#operatorPartnerId = operatorPartnerId;
  }

  findRole(_partnerId: number, name: string): Role | undefined {
    return SYSTEM_ROLES.find((each) => each.systemName === name || String(each.id) === name);
  }

  isOperator(partnerId: number): boolean {
    return partnerId === this.#operatorPartnerId;
  }
}

/**
 * What a session may do: what its type allows, or, where privilege `setrole` names one, what the role allows. A
 * `restrictingrole` only takes away. A role that is gone allows nothing.
 */
export function permissionsOf(session: Session, roles: RoleDirectory): PermissionSet {
  const { partnerId, roleName, restrictingRoleName } = session;
  const base =
    roleName === undefined
      ? permissionsByType(session, roles)
      : (roles.findRole(partnerId, roleName)?.permissions ?? NONE);
  if (restrictingRoleName === undefined) return base;
  const limit = roles.findRole(partnerId, restrictingRoleName)?.permissions ?? NONE;
  return new Set([...base].filter((name) => limit.has(name)));
}

const NONE: PermissionSet = new Set();
const OPERATOR: PermissionSet = new Set(Object.keys(PERMISSIONS) as PermissionName[]);
const ADMIN: PermissionSet = new Set(ADMIN_PERMISSIONS);
const USER: PermissionSet = new Set(USER_PERMISSIONS);
const WIDGET: PermissionSet = new Set(WIDGET_PERMISSIONS);

function permissionsByType(session: Session, roles: RoleDirectory): PermissionSet {
  if (session.isAdmin) return roles.isOperator(session.partnerId) ? OPERATOR : ADMIN;
  return hasPrivilege(session.privileges, 'widget') ? WIDGET : USER;
}

function role(
  id: number,
  systemName: string,
  name: string,
  permissions: readonly PermissionName[],
): Role {
  return {
    id,
    partnerId: 0,
    systemName,
    name,
    description: '',
    permissions: new Set(permissions),
  };
}
