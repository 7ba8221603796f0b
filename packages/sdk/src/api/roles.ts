import { type Fields, fieldsIn, listIn, textIn } from './answers.ts';
import type { CallOptions, Client } from './client.ts';

/** A list of permissions under a name. */
export type Role = {
  readonly id: number;
  readonly name: string;
  readonly systemName: string;
  readonly description: string;
  readonly isActive: boolean;
  /** One that every account has: it can be copied, not changed. */
  readonly isShared: boolean;
  readonly permissions: readonly string[];
};

export type RoleChanges = {
  readonly name?: string;
  readonly description?: string;
  readonly permissions?: readonly string[];
};

/** What a role may allow. */
export type Permission = {
  readonly name: string;
  /** In words: `Set up live streams`. */
  readonly meaning: string;
};

/** More than an account makes. */
const MAX_ROLES = 500;

export async function listRoles(
  client: Client,
  options: CallOptions = {},
): Promise<readonly Role[]> {
  const pager = { objectType: 'KalturaFilterPager', pageSize: MAX_ROLES };
  return listIn(await client.request('userRole', 'list', { pager }, options)).objects.map(roleIn);
}

export async function listPermissions(
  client: Client,
  options: CallOptions = {},
): Promise<readonly Permission[]> {
  const pager = { objectType: 'KalturaFilterPager', pageSize: MAX_ROLES };
  const { objects } = listIn(await client.request('permission', 'list', { pager }, options));
  return objects.map(({ name, friendlyName }) => ({
    name: textIn(name),
    meaning: textIn(friendlyName),
  }));
}

export async function addRole(
  client: Client,
  role: RoleChanges & { readonly name: string },
): Promise<Role> {
  return roleIn(fieldsIn(await client.request('userRole', 'add', { userRole: userRoleOf(role) })));
}

export async function changeRole(client: Client, id: number, changes: RoleChanges): Promise<Role> {
  const parameters = { userRoleId: id, userRole: userRoleOf(changes) };
  return roleIn(fieldsIn(await client.request('userRole', 'update', parameters)));
}

/** A role of the account that allows the same, under a name of its own. */
export async function copyRole(client: Client, id: number): Promise<Role> {
  return roleIn(fieldsIn(await client.request('userRole', 'clone', { userRoleId: id })));
}

/** @throws RostrumError `ROLE_IS_BEING_USED` */
export async function deleteRole(client: Client, id: number): Promise<void> {
  await client.request('userRole', 'delete', { userRoleId: id });
}

function userRoleOf({ permissions, ...rest }: RoleChanges): object {
  return {
    objectType: 'KalturaUserRole',
    ...rest,
    ...(permissions === undefined ? {} : { permissionNames: permissions.join(',') }),
  };
}

function roleIn(fields: Fields): Role {
  return {
    id: Number(fields.id),
    name: textIn(fields.name),
    systemName: textIn(fields.systemName),
    description: textIn(fields.description),
    isActive: Number(fields.status) === 1,
    isShared: Number(fields.partnerId) === 0,
    permissions: textIn(fields.permissionNames)
      .split(',')
      .filter((name) => name !== ''),
  };
}
