import { ADMINS, EVERYBODY, FOREIGN_ADMIN } from '../callers-for-tests.ts';
import type { Rows, World } from './row.ts';

const ROLES_ADMINS = [...ADMINS, FOREIGN_ADMIN];

export const userRoleRows: Rows = {
  add: { allowed: ROLES_ADMINS, parameters: () => ({ userRole: { name: uniqueName() } }) },
  get: { allowed: ADMINS, parameters: async (world) => ({ userRoleId: await addRole(world) }) },
  update: {
    allowed: ADMINS,
    parameters: async (world) => ({
      userRoleId: await addRole(world),
      userRole: { description: 'changed' },
    }),
  },
  delete: { allowed: ADMINS, parameters: async (world) => ({ userRoleId: await addRole(world) }) },
  list: { allowed: ROLES_ADMINS, parameters: () => ({}) },
  clone: { allowed: ADMINS, parameters: async (world) => ({ userRoleId: await addRole(world) }) },
};

export const permissionRows: Rows = {
  get: { allowed: ROLES_ADMINS, parameters: () => ({ permissionName: 'ADMIN_BASE' }) },
  list: { allowed: ROLES_ADMINS, parameters: () => ({}) },
  // Without a session there is nothing that it may do; one that does not hold is refused.
  getCurrentPermissions: {
    allowed: EVERYBODY.filter((caller) => caller !== 'an expired session'),
    parameters: () => ({}),
  },
};

export const permissionItemRows: Rows = {
  get: { allowed: ROLES_ADMINS, parameters: () => ({ permissionItemId: 1 }) },
  list: { allowed: ROLES_ADMINS, parameters: () => ({}) },
};

let count = 0;

function uniqueName(): string {
  return `role ${++count}`;
}

/** A role of the account of the webcast. */
async function addRole({ server }: World): Promise<number> {
  const ks = await server.startAdminSession();
  return (await server.call('userrole', 'add', { ks, userRole: { name: uniqueName() } })).id;
}
