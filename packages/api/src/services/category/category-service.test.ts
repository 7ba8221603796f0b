import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiForTests, type Parameters } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

describeOnBothDatabases('categories', (freshDatabase) => {
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

  const call = (action: string, parameters: Parameters = {}, ks = admin) =>
    server.call('category', action, { ks, ...parameters });
  const fresh = (name = 'Category') => `${name} ${++names}`;
  const add = (category: Parameters = {}, ks = admin) =>
    call('add', { category: { name: fresh(), ...category } }, ks);
  const get = (id: number, ks = admin) => call('get', { id }, ks);
  const update = (id: number, category: Parameters, ks = admin) =>
    call('update', { id, category }, ks);
  const list = (filter: Parameters, ks = admin, pager: Parameters = {}) =>
    call('list', { filter, pager }, ks);
  const user = (userId: string, privileges = '') => server.startSession({ userId, privileges });
  const namesIn = ({ objects }: { readonly objects: readonly { readonly name: string }[] }) =>
    objects.map(({ name }) => name);

  test('a category at the top has its own name and id as full ones', async () => {
    const name = fresh('Über uns');
    const added = await add({ name, description: 'Talks', tags: 'a, b', partnerSortValue: 3 });
    expect(added).toMatchObject({
      objectType: 'KalturaCategory',
      parentId: 0,
      depth: 0,
      partnerId: 100,
      name,
      fullName: name,
      fullIds: String(added.id),
      description: 'Talks',
      tags: 'a, b',
      partnerSortValue: 3,
      status: 2,
      privacy: 1,
      inheritanceType: 2,
      appearInList: 1,
      contributionPolicy: 1,
      defaultPermissionLevel: 3,
      userJoinPolicy: 3,
      moderation: false,
      entriesCount: 0,
      directEntriesCount: 0,
      directSubCategoriesCount: 0,
      membersCount: 0,
    });
    expect(added.privacyContext).toBeUndefined();
    expect(await get(added.id)).toEqual(added);
  });

  test('names and ids of those below follow a rename and a move', async () => {
    const [left, right] = [fresh('left'), fresh('right')];
    const a = await add({ name: left });
    const b = await add({ name: 'b', parentId: a.id });
    const c = await add({ name: 'c', parentId: b.id });
    const other = await add({ name: right });

    const renamed = fresh('renamed');
    await update(a.id, { name: renamed });
    expect(await get(c.id)).toMatchObject({
      fullName: `${renamed}>b>c`,
      fullIds: `${a.id}>${b.id}>${c.id}`,
      depth: 2,
    });

    expect(await call('move', { categoryIds: `${b.id}`, targetCategoryParentId: other.id })).toBe(
      true,
    );
    expect(await get(c.id)).toMatchObject({
      fullName: `${right}>b>c`,
      fullIds: `${other.id}>${b.id}>${c.id}`,
      depth: 2,
      parentId: b.id,
    });
    expect(await get(a.id)).toMatchObject({ directSubCategoriesCount: 0 });

    await update(b.id, { parentId: 0 });
    expect(await get(c.id)).toMatchObject({
      fullName: 'b>c',
      fullIds: `${b.id}>${c.id}`,
      depth: 1,
    });
    await call('delete', { id: b.id });
  });

  test('index writes anew what follows from the place, and leaves it as it is', async () => {
    const a = await add({ privacyContext: 'web' });
    const b = await add({ parentId: a.id });
    const before = await list({ idIn: `${a.id},${b.id}` });
    expect(await call('index', { id: a.id })).toBe(a.id);
    expect(await call('index', { id: b.id, shouldUpdate: false })).toBe(b.id);
    expect(await list({ idIn: `${a.id},${b.id}` })).toEqual(before);
    expect(await call('index', { id: 1, shouldUpdate: false })).toMatchObject({
      code: 'CATEGORY_NOT_FOUND',
    });
  });

  test('a category cannot come below itself, nor beside its namesake', async () => {
    const a = await add();
    const b = await add({ parentId: a.id });
    expect(await update(a.id, { parentId: b.id })).toMatchObject({
      code: 'PARENT_CATEGORY_IS_CHILD',
      args: { PARENT_CATEGORY: String(b.id), OTHER_CATEGORY: String(a.id) },
    });
    expect(
      await call('move', { categoryIds: `${a.id}`, targetCategoryParentId: a.id }),
    ).toMatchObject({ code: 'PARENT_CATEGORY_IS_CHILD' });
    expect(await add({ name: b.name.toUpperCase(), parentId: a.id })).toMatchObject({
      code: 'DUPLICATE_CATEGORY',
    });
    expect(await add({ name: b.name })).toMatchObject({ name: b.name });
    expect(await update(b.id, { parentId: 0 })).toMatchObject({ code: 'DUPLICATE_CATEGORY' });
    expect(await update(b.id, { description: 'itself is no namesake' })).toMatchObject({
      description: 'itself is no namesake',
    });
  });

  test('what cannot be is refused by name', async () => {
    const codeOf = async (category: Parameters) => (await add(category)).code;
    expect(await codeOf({ name: '' })).toBe('PROPERTY_VALIDATION_CANNOT_BE_NULL');
    expect(await codeOf({ name: 'x'.repeat(61) })).toBe('PROPERTY_VALIDATION_MAX_LENGTH');
    expect(await codeOf({ name: 'a>b' })).toBe('CATEGORY_NAME_CONTAINS_INVALID_CHARS');
    expect(await codeOf({ name: 'a,b' })).toBe('CATEGORY_NAME_CONTAINS_INVALID_CHARS');
    expect(await codeOf({ parentId: 1 })).toBe('PARENT_CATEGORY_NOT_FOUND');
    expect(await codeOf({ privacyContext: 'a b' })).toBe('PRIVACY_CONTEXT_INVALID_STRING');
    expect(await codeOf({ privacyContext: manyContexts(33) })).toBe(
      'PARTNER_CATEGORY_TOO_MANY_PRIVACY_CONTEXTS',
    );
    expect(await codeOf({ privacy: 3 })).toBe('CANNOT_SET_PRIVACY_FIELD_WITH_NO_PRIVACY_CONTEXT');
    expect(await codeOf({ owner: 'o' })).toBe('CANNOT_SET_OWNER_FIELD_WITH_NO_PRIVACY_CONTEXT');
    expect(await codeOf({ moderation: true })).toBe(
      'CANNOT_SET_MODERATION_FIELD_WITH_NO_PRIVACY_CONTEXT',
    );
    expect(await codeOf({ privacyContext: 'web', inheritanceType: 1 })).toBe(
      'CANNOT_INHERIT_MEMBERS_WHEN_PARENT_CATEGORY_IS_NOT_SET',
    );
    expect(await codeOf({ id: 5 })).toBe('PROPERTY_VALIDATION_NOT_UPDATABLE');
    let parentId = 0;
    for (let depth = 0; depth <= 31; depth++) parentId = (await add({ parentId })).id;
    expect(await codeOf({ parentId })).toBe('PROPERTY_VALIDATION_MAX_VALUE');
  });

  test('contexts and members come from above', async () => {
    const top = await add({ privacyContext: 'web, intranet', privacy: 3, owner: 'olga' });
    expect(top).toMatchObject({
      privacyContext: 'web,intranet',
      privacyContexts: 'web,intranet',
      owner: 'olga',
      membersCount: 1,
    });
    const below = await add({
      parentId: top.id,
      privacyContext: 'extra',
      inheritanceType: 1,
    });
    expect(below).toMatchObject({
      privacyContexts: 'web,intranet,extra',
      inheritedParentId: top.id,
      owner: 'olga',
      membersCount: 1,
    });
    expect(await update(below.id, { owner: 'mallory' })).toMatchObject({
      code: 'CANNOT_SET_OWNER_WHEN_CATEGORY_INHERIT_MEMBERS',
    });
    await update(top.id, { privacyContext: 'web', owner: 'petra' });
    expect(await get(below.id)).toMatchObject({
      privacyContexts: 'web,extra',
      owner: 'petra',
      membersCount: 2,
    });

    await update(below.id, { inheritanceType: 2 });
    const own = await get(below.id);
    expect(own).toMatchObject({ owner: 'petra', membersCount: 1 });
    expect(own.inheritedParentId).toBeUndefined();
  });

  test('a deleted category takes those below along, and hands what is in them over', async () => {
    const a = await add();
    const b = await add({ parentId: a.id });
    const c = await add({ parentId: b.id });
    const { id: entryId } = await server.addWebcast();
    await server.call('categoryEntry', 'add', {
      ks: admin,
      categoryEntry: { entryId, categoryId: c.id },
    });
    expect(await get(a.id)).toMatchObject({ entriesCount: 1, directEntriesCount: 0 });

    expect(await call('delete', { id: b.id })).toBeNull();
    for (const { id } of [b, c]) {
      expect(await get(id)).toMatchObject({ code: 'CATEGORY_NOT_FOUND', args: { ID: String(id) } });
    }
    expect(await get(a.id)).toMatchObject({ entriesCount: 1, directEntriesCount: 1 });

    const d = await add({ parentId: a.id });
    const { id: second } = await server.addWebcast();
    const ofSecond = { entryId: second, categoryId: d.id };
    await server.call('categoryEntry', 'add', { ks: admin, categoryEntry: ofSecond });
    await call('delete', { id: d.id, moveEntriesToParentCategory: 0 });
    expect(await get(a.id)).toMatchObject({ entriesCount: 1, directEntriesCount: 1 });
  });

  test('many at once leave one whole tree', async () => {
    const top = await add();
    const side = await add();
    const children = await Promise.all(
      Array.from({ length: 12 }, (_each, index) => add({ name: `n${index}`, parentId: top.id })),
    );
    await Promise.all([
      ...children.map(({ id }) => add({ name: 'leaf', parentId: id })),
      ...children
        .slice(0, 4)
        .map(({ id }) => call('move', { categoryIds: `${id}`, targetCategoryParentId: side.id })),
      update(top.id, { name: fresh('new name') }),
      ...[1, 2, 3].map(() => add({ name: 'twin', parentId: side.id })),
    ]);
    const all = await list({ idIn: [top, side].map(({ id }) => id).join(',') });
    const tops = new Map(all.objects.map((each: { id: number; name: string }) => [each.id, each]));
    const { objects } = await list({ ancestorIdIn: `${top.id},${side.id}` }, admin, {
      pageSize: 500,
    });
    // 12 children with a leaf each, and one twin.
    expect(objects).toHaveLength(25);
    const byId = new Map([...tops, ...objects.map((each: { id: number }) => [each.id, each])]);
    for (const { name, fullName, fullIds, id, parentId } of objects) {
      const parent = byId.get(parentId) as { fullName: string; fullIds: string };
      expect(fullName).toBe(`${parent.fullName}>${name}`);
      expect(fullIds).toBe(`${parent.fullIds}>${id}`);
    }
  });

  test('lists find by what they are and where they are', async () => {
    const word = fresh('Zoo').replace(' ', '');
    const top = await add({ name: word, tags: `${word}tag`, referenceId: `${word}-ref` });
    const one = await add({ name: 'One', parentId: top.id, privacyContext: `${word}ctx` });
    const two = await add({ name: 'Two', parentId: top.id, description: `about ${word}desc` });
    await add({ name: 'Deep', parentId: one.id });
    const found = async (filter: Parameters) => namesIn(await list(filter));

    expect(await found({ idEqual: one.id })).toEqual(['One']);
    expect(await found({ idIn: `${one.id},${two.id}, x`, idNotIn: `${two.id}` })).toEqual(['One']);
    expect(await found({ parentIdEqual: top.id })).toEqual(['One', 'Two']);
    expect(await found({ parentIdIn: `${top.id},${one.id}` })).toEqual(['One', 'Deep', 'Two']);
    expect(await found({ ancestorIdIn: `${top.id}` })).toEqual(['One', 'Deep', 'Two']);
    expect(await found({ fullNameEqual: `${word.toLowerCase()}>one` })).toEqual(['One']);
    expect(await found({ fullNameIn: `${word}>One,${word}>Two` })).toEqual(['One', 'Two']);
    expect(await found({ fullNameStartsWith: `${word}>` })).toEqual(['One', 'Deep', 'Two']);
    expect(await found({ fullNameStartsWithIn: `${word}>T,nothing` })).toEqual(['Two']);
    expect(await found({ fullIdsEqual: one.fullIds })).toEqual(['One']);
    expect(await found({ fullIdsStartsWith: `${one.fullIds}` })).toEqual(['One', 'Deep']);
    expect(await found({ fullIdsMatchOr: `${one.fullIds},${two.fullIds}` })).toEqual([
      'One',
      'Deep',
      'Two',
    ]);
    expect(await found({ parentIdEqual: top.id, depthEqual: 1 })).toEqual(['One', 'Two']);
    expect(await found({ tagsLike: `${word}TAG` })).toEqual([word]);
    expect(await found({ referenceIdEqual: `${word}-ref` })).toEqual([word]);
    expect(await found({ parentIdEqual: top.id, referenceIdEmpty: 0 })).toEqual([]);
    expect(await found({ privacyContextEqual: `${word}ctx` })).toEqual(['One', 'Deep']);
    expect(await found({ nameOrReferenceIdStartsWith: `${word}-r` })).toEqual([word]);
    expect(await found({ freeText: `${word}DESC` })).toEqual(['Two']);
    expect(await found({ ancestorIdIn: `${top.id}`, memberEqual: 'the-admin' })).toEqual([
      'One',
      'Deep',
    ]);
    expect(await found({ ancestorIdIn: `${top.id}`, managerEqual: 'nobody' })).toEqual([]);
    expect(await found({ ancestorIdIn: `${top.id}`, membersCountGreaterThanOrEqual: 1 })).toEqual([
      'One',
      'Deep',
    ]);
    expect(await found({ idEqual: top.id, statusEqual: 3 })).toEqual([]);

    const below = (orderBy: string) => found({ ancestorIdIn: `${top.id}`, orderBy });
    expect(await below('-fullName')).toEqual(['Two', 'Deep', 'One']);
    expect(await below('+name')).toEqual(['Deep', 'One', 'Two']);
    expect(await below('-depth')).toEqual(['Deep', 'One', 'Two']);
    expect(await below('-directSubCategoriesCount')).toEqual(['One', 'Deep', 'Two']);
    const paged = await list({ ancestorIdIn: `${top.id}` }, admin, { pageSize: 1, pageIndex: 2 });
    expect([paged.totalCount, namesIn(paged)]).toEqual([3, ['Deep']]);
  });

  test('managers change what they manage, but not who may see it', async () => {
    const top = await add({ privacyContext: 'web', owner: 'olga' });
    const below = await add({ parentId: top.id, inheritanceType: 1 });
    const olga = await user('olga');
    expect(await update(below.id, { description: 'by the owner' }, olga)).toMatchObject({
      description: 'by the owner',
    });
    expect(await update(top.id, { privacy: 3 }, olga)).toMatchObject({
      code: 'PROPERTY_VALIDATION_NO_UPDATE_PERMISSION',
    });
    expect(await add({ parentId: top.id }, olga)).toMatchObject({ owner: 'olga' });
    expect(await add({}, olga)).toMatchObject({ code: 'NOT_ENTITLED_TO_UPDATE_CATEGORY' });
    const vera = await user('vera');
    expect(await update(top.id, { description: 'x' }, vera)).toMatchObject({
      code: 'NOT_ENTITLED_TO_UPDATE_CATEGORY',
    });
    // An admin who asks for the own entitlement has no other rights than a member.
    const entitled = await server.startSession({
      type: 2,
      userId: 'ada',
      privileges: 'enableentitlement',
    });
    expect(await update(top.id, { description: 'x' }, entitled)).toMatchObject({
      code: 'NOT_ENTITLED_TO_UPDATE_CATEGORY',
    });
  });

  test('who is asked for entitlement finds categories of the own context and membership', async () => {
    const context = fresh('ctx').replace(' ', '');
    const open = await add({ privacyContext: context });
    const closed = await add({ privacyContext: context, appearInList: 3, owner: 'olga' });
    const elsewhere = await add({ privacyContext: `${context}x` });
    const idIn = [open, closed, elsewhere].map(({ id }) => id).join(',');
    const found = async (ks: string) =>
      (await list({ idIn, orderBy: '+createdAt' }, ks)).objects.map(({ id }: { id: number }) => id);
    const ofVera = await user('vera', `privacycontext:${context}`);
    expect(await found(ofVera)).toEqual([open.id]);
    expect(await get(closed.id, ofVera)).toMatchObject({ code: 'CATEGORY_NOT_FOUND' });
    const ofOlga = await user('olga', `privacycontext:${context}`);
    expect((await found(ofOlga)).sort()).toEqual([open.id, closed.id].sort());
    expect((await found(await user('vera'))).length).toBe(3);
  });

  test('nothing of one account is seen or changed by another', async () => {
    const { id } = await add();
    const foreign = await server.startForeignSession();
    expect(await get(id, foreign)).toMatchObject({ code: 'CATEGORY_NOT_FOUND' });
    expect(await update(id, { name: 'mine' }, foreign)).toMatchObject({
      code: 'CATEGORY_NOT_FOUND',
    });
    expect(await call('delete', { id }, foreign)).toMatchObject({ code: 'CATEGORY_NOT_FOUND' });
    expect(await add({ parentId: id }, foreign)).toMatchObject({
      code: 'PARENT_CATEGORY_NOT_FOUND',
    });
    expect((await list({ idEqual: id }, foreign)).totalCount).toBe(0);
    expect(await get(id)).toMatchObject({ id });
  });
});

function manyContexts(count: number): string {
  return Array.from({ length: count }, (_each, index) => `c${index}`).join(',');
}
