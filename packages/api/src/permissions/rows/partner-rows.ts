import { ACCOUNT } from '../../api-for-tests.ts';
import { ADMINS, EVERYBODY, FOREIGN_ADMIN, USERS } from '../callers-for-tests.ts';
import type { Rows, World } from './row.ts';

const ALL_ADMINS = [...ADMINS, FOREIGN_ADMIN];

export const partnerRows: Rows = {
  register: { allowed: ADMINS, parameters: () => ({ partner: { name: 'Acme' } }) },
  update: { allowed: ALL_ADMINS, parameters: () => ({ partner: { description: 'changed' } }) },
  get: { allowed: USERS, parameters: () => ({ id: ACCOUNT.partnerId }) },
  getInfo: { allowed: [...USERS, FOREIGN_ADMIN], parameters: () => ({}) },
  // Here the session decides; with login id and password it would be anybody who knows them.
  getSecrets: { allowed: ADMINS, parameters: () => ({ partnerId: ACCOUNT.partnerId }) },
  getPublicInfo: {
    allowed: EVERYBODY.filter((caller) => caller !== 'an expired session'),
    parameters: () => ({ id: ACCOUNT.partnerId }),
  },
  list: { allowed: ALL_ADMINS, parameters: () => ({}) },
  count: { allowed: ALL_ADMINS, parameters: () => ({}) },
  listPartnersForUser: { allowed: [...USERS, FOREIGN_ADMIN], parameters: () => ({}) },
};

/** On an account that only the installation's own may touch. */
export const partnerSecretRows: Rows = {
  list: { allowed: ADMINS, parameters: async (world) => ({ id: await register(world) }) },
  add: { allowed: ADMINS, parameters: async (world) => ({ id: await register(world) }) },
  rotate: { allowed: ADMINS, parameters: async (world) => ({ id: await register(world) }) },
  delete: {
    allowed: ADMINS,
    parameters: async (world) => {
      const id = await register(world);
      const ks = await world.server.startAdminSession();
      const added = await world.server.call('rostrum_partnersecret', 'add', { ks, id });
      return { id, secretId: added.id };
    },
  },
};

async function register({ server }: World): Promise<number> {
  const ks = await server.startAdminSession();
  const answer = await server.call('partner', 'register', { ks, partner: { name: 'Acme' } });
  return answer.id;
}
