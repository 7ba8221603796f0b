import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiForTests, type Parameters } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

describeOnBothDatabases('entries in categories, and members', (freshDatabase) => {
  let server: ApiForTests;
  let admin = '';
  let names = 0;

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    admin = await server.startAdminSession();
  });
  afterAll(async () => {
    expect(server.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    await server.close();
  });

  const user = (userId: string, privileges = '') => server.startSession({ userId, privileges });
  const addCategory = (properties: Parameters = {}) =>
    server.call('category', 'add', {
      ks: admin,
      category: { name: `Category ${++names}`, ...properties },
    });
  const addWebcast = async (properties: Parameters = {}): Promise<string> =>
    (await server.addWebcast({ userId: 'olga', ...properties })).id;
  const place = (entryId: string, categoryId: number, ks = admin) =>
    server.call('categoryEntry', 'add', { ks, categoryEntry: { entryId, categoryId } });
  const placements = (filter: Parameters, ks = admin) =>
    server.call('categoryEntry', 'list', { ks, filter });
  const get = (entryId: string) => server.call('liveStream', 'get', { ks: admin, entryId });
  const update = (entryId: string, liveStreamEntry: Parameters, ks = admin) =>
    server.call('liveStream', 'update', { ks, entryId, liveStreamEntry });
  const idsIn = ({ objects }: { readonly objects: readonly { readonly id: string }[] }) =>
    objects.map(({ id }) => id).sort();

  test('an entry is put into a category once, listed there, and taken out', async () => {
    const { id: categoryId, fullIds } = await addCategory();
    const entryId = await addWebcast();
    expect(await place(entryId, categoryId)).toEqual({
      objectType: 'KalturaCategoryEntry',
      entryId,
      categoryId,
      categoryFullIds: fullIds,
      createdAt: server.clock.now / 1000,
      status: 2,
      creatorUserId: 'the-admin',
    });
    expect(await place(entryId, categoryId)).toMatchObject({
      code: 'CATEGORY_ENTRY_ALREADY_EXISTS',
    });
    expect(await place('0_notthere', categoryId)).toMatchObject({ code: 'INVALID_ENTRY_ID' });
    expect(await place(entryId, 1)).toMatchObject({ code: 'CATEGORY_NOT_FOUND' });
    expect(await placements({})).toMatchObject({ code: 'MUST_FILTER_ON_ENTRY_OR_CATEGORY' });
    for (const filter of [
      { entryIdEqual: entryId },
      { categoryIdEqual: categoryId },
      { categoryIdIn: `${categoryId},7` },
      { entryIdIn: `${entryId},x`, statusEqual: 2, creatorUserIdEqual: 'the-admin' },
      { categoryFullIdsStartsWith: fullIds },
    ]) {
      expect(await placements(filter)).toMatchObject({ totalCount: 1, objects: [{ entryId }] });
    }
    expect(await placements({ entryIdEqual: entryId, statusIn: '1,4' })).toMatchObject({
      totalCount: 0,
    });
    const remove = () => server.call('categoryEntry', 'delete', { ks: admin, entryId, categoryId });
    expect(await remove()).toBeNull();
    expect(await remove()).toMatchObject({ code: 'ENTRY_IS_NOT_ASSIGNED_TO_CATEGORY' });
  });

  test('who may publish an entry may put it in; a policy asks for contributors', async () => {
    const { id: openId } = await addCategory();
    const { id: closedId } = await addCategory({ privacyContext: 'web', contributionPolicy: 2 });
    const entryId = await addWebcast({ entitledUsersPublish: 'petra', entitledUsersView: 'vic' });
    const [petra, vic] = [await user('petra'), await user('vic')];
    expect(await place(entryId, openId, vic)).toMatchObject({
      code: 'CANNOT_ASSIGN_ENTRY_TO_CATEGORY',
    });
    expect(await place(entryId, openId, petra)).toMatchObject({ creatorUserId: 'petra' });
    expect(await place(entryId, closedId, petra)).toMatchObject({
      code: 'CANNOT_ASSIGN_ENTRY_TO_CATEGORY',
    });
    await server.call('categoryUser', 'add', {
      ks: admin,
      categoryUser: { categoryId: closedId, userId: 'petra', permissionLevel: 2 },
    });
    expect(await place(entryId, closedId, petra)).toMatchObject({ status: 2 });
    const remove = (ks: string) =>
      server.call('categoryEntry', 'delete', { ks, entryId, categoryId: openId });
    expect(await remove(vic)).toMatchObject({ code: 'CANNOT_REMOVE_ENTRY_FROM_CATEGORY' });
    expect(await remove(petra)).toBeNull();
  });

  test('an entry is in 32 categories at most', async () => {
    const entryId = await addWebcast();
    const categories = await Promise.all(Array.from({ length: 33 }, () => addCategory()));
    for (const { id } of categories.slice(0, 32)) {
      expect(await place(entryId, id)).toMatchObject({ status: 2 });
    }
    expect(await place(entryId, categories[32].id)).toMatchObject({
      code: 'MAX_CATEGORIES_FOR_ENTRY_REACHED',
      args: { CATEGORIES: '32' },
    });
    const categoriesIds = categories.map(({ id }) => id).join(',');
    expect(await update(entryId, { categoriesIds })).toMatchObject({
      code: 'MAX_CATEGORIES_FOR_ENTRY_REACHED',
    });
  });

  test('the properties of an entry show and replace its categories without a context', async () => {
    const { id: secretId } = await addCategory({ privacyContext: 'web', privacy: 3 });
    const talks = `Talks ${++names}`;
    const added = await server.addWebcast({
      categories: `${talks}>2026, ${talks}`,
      userId: 'olga',
    });
    expect(added.categories).toBe(`${talks},${talks}>2026`);
    await place(added.id, secretId);
    const entry = await get(added.id);
    expect(entry.categories).toBe(`${talks},${talks}>2026`);
    const [parentId, childId] = entry.categoriesIds.split(',');
    expect(await server.call('category', 'get', { ks: admin, id: childId })).toMatchObject({
      fullName: `${talks}>2026`,
      parentId: Number(parentId),
      entriesCount: 1,
    });

    // What is read may be sent back, and a new name is shown at once.
    await update(added.id, { categories: entry.categories, categoriesIds: entry.categoriesIds });
    await server.call('category', 'update', {
      ks: admin,
      id: parentId,
      category: { name: `${talks} renamed` },
    });
    expect((await get(added.id)).categories).toBe(`${talks} renamed,${talks} renamed>2026`);

    expect(await update(added.id, { categoriesIds: parentId })).toMatchObject({
      categories: `${talks} renamed`,
    });
    const cleared = await update(added.id, { categories: '' });
    expect([cleared.categories, cleared.categoriesIds]).toEqual([undefined, undefined]);
    expect(await placements({ entryIdEqual: added.id })).toMatchObject({
      totalCount: 1,
      objects: [{ categoryId: secretId }],
    });
    expect(await update(added.id, { categoriesIds: '1' })).toMatchObject({
      code: 'CATEGORY_NOT_FOUND',
    });
    const olga = await user('olga');
    expect(await update(added.id, { categories: 'No such' }, olga)).toMatchObject({
      code: 'CATEGORY_NOT_FOUND',
    });
    const entitled = await user('olga', 'enableentitlement');
    expect(await update(added.id, { categories: talks }, entitled)).toMatchObject({
      code: 'ENTRY_CATEGORY_FIELD_IS_DEPRECATED',
    });
  });

  test('entries are found by their categories', async () => {
    const word = `found${++names}`;
    const top = await addCategory({ name: word });
    const below = await addCategory({ name: 'below', parentId: top.id });
    const [a, b, c] = [await addWebcast(), await addWebcast(), await addWebcast()];
    await place(a, top.id);
    await place(a, below.id);
    await place(b, below.id);
    const found = async (filter: Parameters) => {
      const asked = { idIn: `${a},${b},${c}`, ...filter };
      return idsIn(await server.call('liveStream', 'list', { ks: admin, filter: asked }));
    };
    expect(await found({ categoriesIdsMatchOr: `${top.id},${below.id}` })).toEqual([a, b].sort());
    expect(await found({ categoriesIdsMatchOr: `${top.id}` })).toEqual([a]);
    expect(await found({ categoriesIdsMatchAnd: `${top.id},${below.id}` })).toEqual([a]);
    expect(await found({ categoriesIdsNotContains: `${top.id}` })).toEqual([b, c].sort());
    expect(await found({ categoriesIdsEmpty: 1 })).toEqual([c]);
    expect(await found({ categoriesIdsEmpty: 0 })).toEqual([a, b].sort());
    expect(await found({ categoriesMatchOr: `${word.toUpperCase()}` })).toEqual([a]);
    expect(await found({ categoriesMatchAnd: `${word},${word}>below` })).toEqual([a]);
    expect(await found({ categoriesFullNameIn: `${word}>below` })).toEqual([a, b].sort());
    expect(await found({ categoriesNotContains: `${word}>below` })).toEqual([c]);
    expect(await found({ categoryAncestorIdIn: `${top.id}` })).toEqual([a, b].sort());
    expect(await found({ categoriesIdsMatchOr: 'nonsense' })).toEqual([]);
  });

  test('members have a level and the permissions of it', async () => {
    const { id: categoryId, fullIds } = await addCategory({ privacyContext: 'web', owner: 'olga' });
    const call = (action: string, parameters: Parameters, ks = admin) =>
      server.call('categoryUser', action, { ks, ...parameters });
    const add = (categoryUser: Parameters, ks = admin) =>
      call('add', { categoryUser: { categoryId, ...categoryUser } }, ks);
    expect(await add({ userId: 'mona' })).toEqual({
      objectType: 'KalturaCategoryUser',
      categoryId,
      userId: 'mona',
      partnerId: 100,
      permissionLevel: 3,
      permissionNames: 'CATEGORY_VIEW',
      status: 1,
      updateMethod: 0,
      createdAt: server.clock.now / 1000,
      updatedAt: server.clock.now / 1000,
      categoryFullIds: fullIds,
    });
    expect(await add({ userId: 'mona' })).toMatchObject({ code: 'CATEGORY_USER_ALREADY_EXISTS' });
    const names = 'CATEGORY_VIEW, CATEGORY_CONTRIBUTE';
    expect(await add({ userId: 'max', permissionNames: names })).toMatchObject({
      permissionLevel: 2,
      permissionNames: 'CATEGORY_VIEW,CATEGORY_CONTRIBUTE',
    });
    const mona = { categoryId, userId: 'mona' };
    expect(await call('update', { ...mona, categoryUser: { permissionLevel: 1 } })).toMatchObject({
      permissionNames: 'CATEGORY_MODERATE,CATEGORY_CONTRIBUTE,CATEGORY_VIEW',
    });
    const byProgram = { permissionLevel: 0, updateMethod: 1 };
    expect(await call('update', { ...mona, categoryUser: byProgram })).toMatchObject({
      code: 'CANNOT_OVERRIDE_MANUAL_CHANGES',
    });
    expect(
      await call('update', { ...mona, categoryUser: byProgram, override: true }),
    ).toMatchObject({ permissionLevel: 0, updateMethod: 1 });

    const owner = { categoryId, userId: 'olga' };
    expect(await call('get', owner)).toMatchObject({ permissionLevel: 0 });
    for (const action of ['delete', 'deactivate']) {
      expect(await call(action, owner)).toMatchObject({
        code: 'CANNOT_UPDATE_CATEGORY_USER_OWNER',
      });
    }
    const list = async (filter: Parameters, ks = admin) =>
      (await call('list', { filter }, ks)).objects.map(({ userId }: { userId: string }) => userId);
    expect(await call('list', {})).toMatchObject({ code: 'MUST_FILTER_USERS_OR_CATEGORY' });
    expect((await list({ categoryIdEqual: categoryId })).sort()).toEqual(['max', 'mona', 'olga']);
    expect(await list({ categoryIdEqual: categoryId, permissionLevelIn: '2,3' })).toEqual(['max']);
    expect(
      await list({ categoryIdEqual: categoryId, permissionNamesMatchAnd: 'CATEGORY_EDIT' }),
    ).toHaveLength(2);
    expect(
      await list({ categoryIdIn: `${categoryId}`, permissionNamesNotContains: 'CATEGORY_EDIT' }),
    ).toEqual(['max']);
    expect(await list({ categoryFullIdsEqual: fullIds, freeText: 'ma' })).toEqual(['max']);
    // Others see themselves, managers see all of theirs.
    expect(await list({ categoryIdEqual: categoryId }, await user('max'))).toEqual(['max']);
    expect(await list({ categoryIdEqual: categoryId }, await user('olga'))).toHaveLength(3);
    const max = await user('max');
    expect(await call('get', mona, max)).toMatchObject({ code: 'INVALID_CATEGORY_USER_ID' });
    expect(await add({ userId: 'vera' }, max)).toMatchObject({
      code: 'CATEGORY_USER_JOIN_NOT_ALLOWED',
    });
    const self = { categoryId, userId: 'max' };
    expect(await call('deactivate', self, max)).toMatchObject({ status: 3 });
    expect(await call('activate', self, max)).toMatchObject({
      code: 'CANNOT_UPDATE_CATEGORY_USER',
    });
    expect(await call('delete', self, max)).toBeNull();
  });

  test('a category with the members of the one above has none of its own', async () => {
    const top = await addCategory({ privacyContext: 'web', owner: 'olga' });
    const below = await addCategory({ parentId: top.id, inheritanceType: 1 });
    const call = (action: string, parameters: Parameters) =>
      server.call('categoryUser', action, { ks: admin, ...parameters });
    const inherited = { code: 'CATEGORY_INHERIT_MEMBERS', args: { CAT: String(below.id) } };
    expect(
      await call('add', { categoryUser: { categoryId: below.id, userId: 'mona' } }),
    ).toMatchObject(inherited);
    expect(await call('get', { categoryId: below.id, userId: 'olga' })).toMatchObject({
      categoryId: top.id,
    });
    expect(await call('delete', { categoryId: below.id, userId: 'olga' })).toMatchObject(inherited);
    expect(await call('list', { filter: { categoryIdEqual: below.id } })).toMatchObject({
      totalCount: 1,
    });
    const direct = { categoryIdEqual: below.id, categoryDirectMembers: true };
    expect(await call('list', { filter: direct })).toMatchObject({ totalCount: 0 });

    const manual = await addCategory({ parentId: top.id, owner: 'petra' });
    await call('add', { categoryUser: { categoryId: top.id, userId: 'mona' } });
    expect(await call('copyFromCategory', { categoryId: manual.id })).toBeNull();
    const { objects } = await call('list', { filter: { categoryIdEqual: manual.id } });
    expect(objects.map(({ userId }: { userId: string }) => userId).sort()).toEqual([
      'mona',
      'olga',
      'petra',
    ]);
    expect(await call('copyFromCategory', { categoryId: top.id })).toMatchObject({
      code: 'CATEGORY_DOES_NOT_HAVE_PARENT_CATEGORY',
    });
  });
});
