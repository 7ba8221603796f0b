import type { Parameters } from '../../api-for-tests.ts';
import { ADMINS, EDITORS, FOREIGN_ADMIN, USERS } from '../callers-for-tests.ts';
import type { Rows, World } from './row.ts';

/** What a category's manager may do besides, services/category-service.test.ts says. */
export const categoryRows: Rows = {
  add: {
    allowed: [...ADMINS, FOREIGN_ADMIN],
    parameters: () => ({ category: { name: freshName() } }),
  },
  get: { allowed: USERS, parameters: async (world) => ({ id: await addCategory(world) }) },
  update: {
    allowed: ADMINS,
    parameters: async (world) => ({
      id: await addCategory(world),
      category: { description: 'changed' },
    }),
  },
  delete: { allowed: ADMINS, parameters: async (world) => ({ id: await addCategory(world) }) },
  list: { allowed: [...USERS, FOREIGN_ADMIN], parameters: () => ({}) },
  move: {
    allowed: ADMINS,
    parameters: async (world) => ({
      categoryIds: String(await addCategory(world)),
      targetCategoryParentId: await addCategory(world),
    }),
  },
  index: { allowed: ADMINS, parameters: async (world) => ({ id: await addCategory(world) }) },
};

/** Whoever may publish an entry may put it into a category that is open for all contributions. */
export const categoryEntryRows: Rows = {
  add: {
    allowed: EDITORS,
    parameters: async (world) => ({
      categoryEntry: { entryId: world.webcastId, categoryId: await addCategory(world) },
    }),
  },
  delete: { allowed: EDITORS, parameters: (world) => addPlacement(world) },
  list: {
    allowed: [...USERS, FOREIGN_ADMIN],
    parameters: ({ webcastId }) => ({ filter: { entryIdEqual: webcastId } }),
  },
  activate: { allowed: ADMINS, parameters: (world) => addPending(world) },
  reject: { allowed: ADMINS, parameters: (world) => addPending(world) },
};

export const categoryUserRows: Rows = {
  add: {
    allowed: ADMINS,
    parameters: async (world) => ({
      categoryUser: { categoryId: await addCategory(world), userId: 'mona' },
    }),
  },
  get: { allowed: ADMINS, parameters: (world) => addMember(world) },
  update: {
    allowed: ADMINS,
    parameters: async (world) => ({
      ...(await addMember(world)),
      categoryUser: { permissionLevel: 1 },
    }),
  },
  delete: { allowed: ADMINS, parameters: (world) => addMember(world) },
  activate: { allowed: ADMINS, parameters: (world) => addMember(world) },
  deactivate: { allowed: ADMINS, parameters: (world) => addMember(world) },
  list: {
    allowed: [...USERS, FOREIGN_ADMIN],
    parameters: () => ({ filter: { userIdEqual: 'mona' } }),
  },
  copyFromCategory: {
    allowed: ADMINS,
    parameters: async (world) => {
      const parentId = await addCategory(world);
      return { categoryId: await addCategory(world, { parentId }) };
    },
  },
};

let names = 0;

function freshName(): string {
  return `Category ${++names}`;
}

async function addCategory({ server }: World, properties: Parameters = {}): Promise<number> {
  const ks = await server.startAdminSession();
  const category = { name: freshName(), ...properties };
  return (await server.call('category', 'add', { ks, category })).id;
}

async function addPlacement(world: World, properties: Parameters = {}, privileges = '') {
  const categoryId = await addCategory(world, properties);
  const ks = await world.server.startSession({ type: 2, userId: 'the-admin', privileges });
  const names = { entryId: world.webcastId, categoryId };
  await world.server.call('categoryEntry', 'add', { ks, categoryEntry: names });
  return names;
}

/** It waits for somebody who may moderate. The owner of the category is another one than who puts it in. */
function addPending(world: World) {
  return addPlacement(
    world,
    { privacyContext: 'web', moderation: true, owner: 'the-moderator' },
    'enablecategorymoderation',
  );
}

async function addMember(world: World) {
  const categoryId = await addCategory(world);
  const ks = await world.server.startAdminSession();
  const names = { categoryId, userId: 'mona' };
  await world.server.call('categoryUser', 'add', { ks, categoryUser: names });
  return names;
}
