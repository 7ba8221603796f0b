import { ADMINS, FOREIGN_ADMIN, USERS } from '../callers-for-tests.ts';
import type { Rows, World } from './row.ts';

const PROFILE = { name: 'Names only', type: 1, fields: 'id,name' };

/** A profile of the account, made for each call. */
async function idOf({ server }: World): Promise<number> {
  const ks = await server.startAdminSession();
  const { id } = await server.call('responseProfile', 'add', { ks, addResponseProfile: PROFILE });
  return id;
}

export const responseProfileRows: Rows = {
  add: {
    allowed: [...ADMINS, FOREIGN_ADMIN],
    parameters: () => ({ addResponseProfile: PROFILE }),
  },
  get: { allowed: USERS, parameters: async (world) => ({ id: await idOf(world) }) },
  update: {
    allowed: ADMINS,
    parameters: async (world) => ({ id: await idOf(world), updateResponseProfile: { name: 'n' } }),
  },
  updateStatus: {
    allowed: ADMINS,
    parameters: async (world) => ({ id: await idOf(world), status: 1 }),
  },
  delete: { allowed: ADMINS, parameters: async (world) => ({ id: await idOf(world) }) },
  list: { allowed: [...USERS, FOREIGN_ADMIN], parameters: () => ({}) },
  clone: {
    allowed: ADMINS,
    parameters: async (world) => ({ id: await idOf(world), profile: {} }),
  },
};
