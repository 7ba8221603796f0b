import { hasPrivilege } from '../ks/privileges.ts';
import type { Session } from '../ks/session.ts';
import type { StoredRole } from '../store/account/roles-store.ts';
import {
  isPermissionName,
  PERMISSION_NAMES,
  type PermissionName,
  type PermissionSet,
  permissionSetOf,
} from './permissions.ts';

/** A list of permissions under a name, which privilege `setrole` or a user's account gives to sessions. */
export type Role = {
  readonly id: number;
  /** 0 for the roles that every account has. */
  readonly partnerId: number;
  readonly systemName: string | null;
  readonly name: string;
  readonly description: string;
  /** A role that is not active allows nothing. */
  readonly isActive: boolean;
  /** As they were given. */
  readonly permissionNames: readonly PermissionName[];
  /** What they allow. */
  readonly permissions: PermissionSet;
  readonly tags: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** 0 for the roles that every account has. */
  readonly revision: number;
};

/** One of the roles that every account has. */
export type SystemRole = Role & { readonly systemName: string };

/** What an account may allow in a role; MANAGE_ACCOUNTS is for the installation's own. */
export const ACCOUNT_PERMISSIONS = PERMISSION_NAMES.filter((name) => name !== 'MANAGE_ACCOUNTS');

/** Ids of the accounts' own roles begin here. */
export const FIRST_OWN_ROLE_ID = 1000;

/** Roles of every account. */
export const SYSTEM_ROLES: readonly SystemRole[] = [
  role(1, 'BASE_USER_SESSION_ROLE', 'User session', ['BASE_USER_SESSION_PERMISSION']),
  role(2, 'WIDGET_SESSION_ROLE', 'Widget session', ['WIDGET_SESSION_PERMISSION']),
  role(3, 'KMS_WEBCAST_WIDGET_SESSION_ROLE', 'Webcast widget session', [
    'WIDGET_SESSION_PERMISSION',
  ]),
  role(4, 'WEBCAST_PRODUCER_DEVICE_ROLE', 'Webcast producer', [
    'BASE_USER_SESSION_PERMISSION',
    'WEBCAST_PRODUCER_PERMISSION',
    'LIVE_STREAM_UPDATE',
    'ANALYTICS_BASE',
  ]),
  role(5, 'PARTNER_ADMIN_ROLE', 'Account administrator', ACCOUNT_PERMISSIONS),
];

/** Finds the roles that sessions name. */
export interface RoleDirectory {
  /** @param name id or system name */
  findRole(partnerId: number, name: string): Role | undefined;
  /** Whether it is the account that the installation is configured with. */
  isOperator(partnerId: number): boolean;
}

/** The roles of every account, and each account's own, in memory because every call may ask for them. */
export class Roles implements RoleDirectory {
  readonly #operatorPartnerId: number;
  #own: ReadonlyMap<number, readonly Role[]> = new Map();

  constructor(operatorPartnerId: number) {
    this.#operatorPartnerId = operatorPartnerId;
  }

  /** Takes the place of the accounts' own roles as they were known before. */
  load(stored: readonly StoredRole[]): void {
    this.#own = Map.groupBy(stored.map(ownRole), ({ partnerId }) => partnerId);
  }

  findRole(partnerId: number, name: string): Role | undefined {
    const isNamed = (each: Role) => String(each.id) === name || each.systemName === name;
    return SYSTEM_ROLES.find(isNamed) ?? this.#own.get(partnerId)?.find(isNamed);
  }

  /** Those of every account first. */
  rolesOf(partnerId: number): readonly Role[] {
    return [...SYSTEM_ROLES, ...(this.#own.get(partnerId) ?? [])];
  }

  isOperator(partnerId: number): boolean {
    return partnerId === this.#operatorPartnerId;
  }
}

/**
 * What a session may do: what its type allows, or, where privilege `setrole` names one, what the role allows. A
 * `restrictingrole` only takes away. A role that is gone or blocked allows nothing.
 */
export function permissionsOf(session: Session, roles: RoleDirectory): PermissionSet {
  const { partnerId, roleName, restrictingRoleName } = session;
  const base =
    roleName === undefined
      ? permissionsByType(session, roles)
      : permissionsOfRole(roles.findRole(partnerId, roleName));
  if (restrictingRoleName === undefined) return base;
  const limit = permissionsOfRole(roles.findRole(partnerId, restrictingRoleName));
  return new Set([...base].filter((name) => limit.has(name)));
}

/** What everything means in an account: the most that its admin sessions may do. */
export function allPermissionsOf(partnerId: number, roles: RoleDirectory): PermissionSet {
  return roles.isOperator(partnerId) ? OPERATOR : ADMIN;
}

function permissionsOfRole(found: Role | undefined): PermissionSet {
  return found?.isActive ? found.permissions : NONE;
}

const NONE: PermissionSet = new Set();
const OPERATOR: PermissionSet = new Set(PERMISSION_NAMES);
const ADMIN: PermissionSet = new Set(ACCOUNT_PERMISSIONS);
/** What sessions of people are allowed by their type. */
export const USER_SESSION_PERMISSIONS: PermissionSet = permissionSetOf([
  'BASE_USER_SESSION_PERMISSION',
]);
const WIDGET: PermissionSet = permissionSetOf(['WIDGET_SESSION_PERMISSION']);

function permissionsByType(session: Session, roles: RoleDirectory): PermissionSet {
  if (session.isAdmin) return allPermissionsOf(session.partnerId, roles);
  return hasPrivilege(session.privileges, 'widget') ? WIDGET : USER_SESSION_PERMISSIONS;
}

/** Names that this version does not know (a newer one has stored them) allow nothing. */
function ownRole(stored: StoredRole): Role {
  const permissionNames = stored.permissionNames.filter(isPermissionName);
  return { ...stored, permissionNames, permissions: permissionSetOf(permissionNames) };
}

function role(
  id: number,
  systemName: string,
  name: string,
  permissionNames: readonly PermissionName[],
): SystemRole {
  return {
    id,
    partnerId: 0,
    systemName,
    name,
    description: '',
    isActive: true,
    permissionNames,
    permissions: permissionSetOf(permissionNames),
    tags: '',
    createdAtMs: 0,
    updatedAtMs: 0,
    revision: 0,
  };
}
