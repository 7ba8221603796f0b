import { ADMINS, FOREIGN_ADMIN } from '../callers-for-tests.ts';
import type { Rows, World } from './row.ts';

/** Reading profiles is for who sets webcasts up; how a profile uses its flavors, the studio asks too. */

const ADMINS_OF_ALL_ACCOUNTS = [...ADMINS, FOREIGN_ADMIN];

async function addProfile({ server }: World): Promise<number> {
  const ks = await server.startAdminSession();
  const conversionProfile = { name: 'Own', type: '2', flavorParamsIds: '32' };
  return (await server.call('conversionProfile', 'add', { ks, conversionProfile })).id;
}

async function addFlavor({ server }: World): Promise<number> {
  const ks = await server.startAdminSession();
  const flavorParams = { objectType: 'KalturaLiveParams', name: 'Own' };
  return (await server.call('flavorParams', 'add', { ks, flavorParams })).id;
}

export const conversionProfileRows: Rows = {
  add: {
    allowed: ADMINS_OF_ALL_ACCOUNTS,
    parameters: () => ({ conversionProfile: { name: 'Another' } }),
  },
  get: { allowed: ADMINS, parameters: async (world) => ({ id: await addProfile(world) }) },
  getDefault: { allowed: ADMINS_OF_ALL_ACCOUNTS, parameters: () => ({ type: '2' }) },
  setAsDefault: { allowed: ADMINS, parameters: async (world) => ({ id: await addProfile(world) }) },
  update: {
    allowed: ADMINS,
    parameters: async (world) => ({
      id: await addProfile(world),
      conversionProfile: { description: 'changed' },
    }),
  },
  delete: { allowed: ADMINS, parameters: async (world) => ({ id: await addProfile(world) }) },
  list: { allowed: ADMINS_OF_ALL_ACCOUNTS, parameters: () => ({}) },
};

export const conversionProfileAssetParamsRows: Rows = {
  list: { allowed: ['a producer', ...ADMINS_OF_ALL_ACCOUNTS], parameters: () => ({}) },
  update: {
    allowed: ADMINS,
    parameters: async (world) => ({
      conversionProfileId: await addProfile(world),
      assetParamsId: 32,
      conversionProfileAssetParams: { readyBehavior: 1 },
    }),
  },
};

export const flavorParamsRows: Rows = {
  add: {
    allowed: ADMINS_OF_ALL_ACCOUNTS,
    parameters: () => ({ flavorParams: { name: 'Another' } }),
  },
  get: { allowed: ADMINS, parameters: async (world) => ({ id: await addFlavor(world) }) },
  update: {
    allowed: ADMINS,
    parameters: async (world) => ({
      id: await addFlavor(world),
      flavorParams: { description: 'changed' },
    }),
  },
  delete: { allowed: ADMINS, parameters: async (world) => ({ id: await addFlavor(world) }) },
  list: { allowed: ADMINS_OF_ALL_ACCOUNTS, parameters: () => ({}) },
  getByConversionProfileId: {
    allowed: ADMINS,
    parameters: async (world) => ({ conversionProfileId: await addProfile(world) }),
  },
};

export const accessControlProfileRows: Rows = {
  get: {
    allowed: ADMINS,
    parameters: async ({ server }) => {
      const ks = await server.startAdminSession();
      const { objects } = await server.call('accessControlProfile', 'list', { ks });
      return { id: objects[0].id };
    },
  },
  list: { allowed: ADMINS_OF_ALL_ACCOUNTS, parameters: () => ({}) },
};
