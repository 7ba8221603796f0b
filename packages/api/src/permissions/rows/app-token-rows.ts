import { createHash } from 'node:crypto';
import { ADMINS, FOREIGN_ADMIN, SESSIONS } from '../callers-for-tests.ts';
import type { Rows, World } from './row.ts';

export const appTokenRows: Rows = {
  add: { allowed: [...ADMINS, FOREIGN_ADMIN], parameters: () => ({ appToken: {} }) },
  get: { allowed: ADMINS, parameters: async (world) => ({ id: (await addToken(world)).id }) },
  update: {
    allowed: ADMINS,
    parameters: async (world) => ({
      id: (await addToken(world)).id,
      appToken: { description: 'changed' },
    }),
  },
  delete: { allowed: ADMINS, parameters: async (world) => ({ id: (await addToken(world)).id }) },
  list: { allowed: [...ADMINS, FOREIGN_ADMIN], parameters: () => ({}) },
  // The token decides; the session is what its hash is bound to.
  startSession: {
    allowed: SESSIONS,
    parameters: async (world) => {
      const { id, token } = await addToken(world);
      const tokenHash = createHash('sha1').update(`${world.ks}${token}`).digest('hex');
      return { id, tokenHash };
    },
  },
};

async function addToken({ server }: World): Promise<{ id: string; token: string }> {
  const ks = await server.startAdminSession();
  return server.call('apptoken', 'add', { ks, appToken: {} });
}
