import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ApiForTests } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

const PASSWORD = 'Correct horse, battery 7';

describeOnBothDatabases('user', (freshDatabase) => {
  let server: ApiForTests;
  let ks: string;

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
  });
  beforeEach(async () => {
    ks = await server.startAdminSession();
  });
  afterAll(() => server.close());

  let count = 0;
  const uniqueId = () => `user-${++count}`;
  const call = (action: string, parameters: object) =>
    server.call('user', action, { ks, ...parameters });
  const add = (user: object = {}) => call('add', { user: { id: uniqueId(), ...user } });
  const addRole = async (permissionNames: string) =>
    (
      await server.call('userrole', 'add', {
        ks,
        userRole: { name: `role ${uniqueId()}`, permissionNames },
      })
    ).id as number;
  const sessionOf = (userId: string, privileges = '') =>
    server.startSession({ userId, privileges });

  test('add keeps what is sent, and never tells the password', async () => {
    const id = uniqueId();
    const user = await call('add', {
      user: {
        id,
        firstName: 'Grace',
        lastName: 'H.',
        email: `${id}@example.org`,
        password: PASSWORD,
        loginEnabled: true,
        tags: 'compilers',
      },
    });
    expect(user).toMatchObject({
      objectType: 'KalturaUser',
      id,
      partnerId: 100,
      status: 1,
      type: 0,
      isAdmin: false,
      isAccountOwner: false,
      loginEnabled: true,
      fullName: 'Grace H.',
    });
    expect(JSON.stringify(user)).not.toContain(PASSWORD);
    expect(await call('get', { userId: id })).toEqual(user);
    expect(await call('getByLoginId', { loginId: `${id}@Example.org` })).toEqual(user);
  });

  test.each([
    [{ id: '' }, 'PROPERTY_VALIDATION_CANNOT_BE_NULL'],
    [{ id: 'a,b' }, 'INVALID_FIELD_VALUE'],
    [{ id: 'x'.repeat(101) }, 'PROPERTY_VALIDATION_MAX_LENGTH'],
    [{ isAccountOwner: true }, 'PROPERTY_VALIDATION_NO_INSERT_PERMISSION'],
    [{ partnerId: 200 }, 'PROPERTY_VALIDATION_NOT_UPDATABLE'],
    [{ status: 2 }, 'INVALID_FIELD_VALUE'],
    [{ roleIds: '99' }, 'USER_ROLE_NOT_FOUND'],
    [{ roleIds: '1,2' }, 'ONLY_ONE_ROLE_PER_USER_ALLOWED'],
    [{ loginEnabled: true, password: PASSWORD }, 'PROPERTY_VALIDATION_CANNOT_BE_NULL'],
    [{ loginEnabled: true, email: 'nobody', password: PASSWORD }, 'INVALID_FIELD_VALUE'],
    [
      { loginEnabled: true, email: 'weak@example.org', password: 'short' },
      'PASSWORD_STRUCTURE_INVALID',
    ],
    [{ loginEnabled: true, email: 'weak@example.org', password: 'Password123' }, 'COMMON_PASSWORD'],
  ])('add of %j is refused with %s', async (user, code) => {
    expect(await add(user)).toMatchObject({ code });
  });

  test('an id is given once, and again after its user was deleted', async () => {
    const { id } = await add({ screenName: 'first' });
    expect(await add({ id })).toMatchObject({ code: 'DUPLICATE_USER_BY_ID', args: { UID: id } });
    expect(await call('delete', { userId: id })).toMatchObject({ id, status: 2 });
    expect(await call('get', { userId: id })).toMatchObject({ code: 'INVALID_USER_ID' });
    const again = await add({ id });
    expect(again).toMatchObject({ id, status: 1 });
    expect(again).not.toHaveProperty('screenName');
  });

  test('users of another account are not there', async () => {
    const { id } = await add();
    const foreign = await server.startForeignSession();
    const notThere = { code: 'INVALID_USER_ID' };
    expect(await call('get', { ks: foreign, userId: id })).toMatchObject(notThere);
    expect(await call('delete', { ks: foreign, userId: id })).toMatchObject(notThere);
    expect(await call('add', { ks: foreign, user: { id } })).toMatchObject({ partnerId: 200 });
  });

  describe('what is private', () => {
    test('is for admins and for oneself', async () => {
      const { id } = await add({ email: 'private@example.org', screenName: 'Seen' });
      const own = await sessionOf(id);
      expect(await call('get', { ks: own })).toMatchObject({ email: 'private@example.org' });
      expect(await call('get', { ks: await sessionOf('vera'), userId: id })).toMatchObject({
        code: 'CANNOT_RETRIEVE_ANOTHER_USER_USING_NON_ADMIN_SESSION',
        args: { USER_ID: id },
      });
    });

    test('is not told to producers, who see names and pictures, nor found by them', async () => {
      const { id } = await add({ email: 'private@example.org', screenName: 'Seen' });
      const producer = await sessionOf('paul', 'setrole:WEBCAST_PRODUCER_DEVICE_ROLE');
      const seen = await call('get', { ks: producer, userId: id });
      expect(Object.keys(seen).sort()).toEqual([
        'createdAt',
        'id',
        'objectType',
        'partnerId',
        'screenName',
        'status',
        'type',
        'updatedAt',
      ]);
      const list = (filter: object) => call('list', { ks: producer, filter });
      expect((await list({ idEqual: id })).objects).toEqual([seen]);
      expect(await list({ emailLike: 'private' })).toMatchObject({
        code: 'PROPERTY_VALIDATION_NO_USAGE_PERMISSION',
        args: { PROP: 'KalturaUserFilter::emailLike' },
      });
      expect(await call('list', { ks: await sessionOf('vera') })).toMatchObject({
        code: 'SERVICE_FORBIDDEN',
      });
    });

    test('can be changed by oneself, and by who may edit this user', async () => {
      const { id } = await add();
      const other = await add();
      const update = (session: string, userId: string, user: object) =>
        call('update', { ks: session, userId, user });
      const own = await sessionOf(id);
      expect(await update(own, id, { screenName: 'Me' })).toMatchObject({ screenName: 'Me' });
      const editor = await sessionOf('vera', `edituser:${id}`);
      expect(await update(editor, id, { title: 'Dr' })).toMatchObject({ title: 'Dr' });
      for (const session of [own, editor]) {
        expect(await update(session, other.id, { title: 'Dr' })).toMatchObject({
          code: 'CANNOT_RETRIEVE_ANOTHER_USER_USING_NON_ADMIN_SESSION',
        });
        for (const [name, value] of [
          ['isAdmin', true],
          ['roleIds', '5'],
          ['status', 0],
          ['adminTags', 'x'],
        ] as const) {
          expect(await update(session, id, { [name]: value })).toMatchObject({
            code: 'PROPERTY_VALIDATION_NO_UPDATE_PERMISSION',
            args: { PROP: `KalturaUser::${name}` },
          });
        }
      }
      expect(await update(own, id, { id: 'another' })).toMatchObject({
        code: 'PROPERTY_VALIDATION_NOT_UPDATABLE',
      });
    });
  });

  test('a blocked user’s sessions do not hold, whoever signed them, until the block ends', async () => {
    const { id } = await add();
    const session = await sessionOf(id);
    const get = () => server.call('session', 'get', { ks: session });
    expect(await get()).toMatchObject({ userId: id });
    expect(await call('notifyBan', { userId: id })).toBeNull();
    expect(await get()).toMatchObject({
      code: 'INVALID_KS',
      args: { ERR_CODE: '-3', ERR_DESC: 'INVALID_USER' },
    });
    await call('update', { userId: id, user: { status: 1 } });
    expect(await get()).toMatchObject({ userId: id });
  });

  describe('nobody gives more power than they have', () => {
    test('nor acts on somebody who has more', async () => {
      const clerk = await addRole('ADMIN_BASE,ADMIN_USER_ADD,BASE_USER_SESSION_PERMISSION');
      const session = await server.startSession({
        type: 2,
        userId: 'clerk',
        privileges: `setrole:${clerk}`,
      });
      const boss = await add({ isAdmin: true });
      const refusal = { code: 'NOT_ALLOWED_TO_CHANGE_ROLE' };
      const asClerk = (action: string, parameters: object) =>
        call(action, { ks: session, ...parameters });
      expect(await asClerk('add', { user: { id: uniqueId(), isAdmin: true } })).toMatchObject(
        refusal,
      );
      expect(await asClerk('add', { user: { id: uniqueId(), roleIds: '5' } })).toMatchObject(
        refusal,
      );
      expect(await asClerk('delete', { userId: boss.id })).toMatchObject(refusal);
      expect(
        await asClerk('enableLogin', {
          userId: boss.id,
          loginId: 'boss@example.org',
          password: PASSWORD,
        }),
      ).toMatchObject(refusal);
      expect(
        await asClerk('add', { user: { id: uniqueId(), isAdmin: true, roleIds: `${clerk}` } }),
      ).toMatchObject({ isAdmin: true, roleIds: `${clerk}` });
    });

    test('nor changes their own role', async () => {
      const { id } = await add();
      const session = await server.startSession({ type: 2, userId: id });
      expect(
        await call('update', { ks: session, userId: id, user: { roleIds: '5' } }),
      ).toMatchObject({
        code: 'CANNOT_CHANGE_OWN_ROLE',
      });
    });
  });

  test('demoteAdmin takes what made an admin', async () => {
    const { id } = await add({ isAdmin: true, roleIds: '5' });
    const demoted = await call('demoteAdmin', { userId: id });
    expect(demoted).toMatchObject({ isAdmin: false });
    expect(demoted).not.toHaveProperty('roleIds');
    expect(await call('demoteAdmin', { userId: id })).toMatchObject({ code: 'DEMOTE_ONLY_ADMIN' });
  });

  test('whom an entry names becomes a user, once', async () => {
    const [owner, maker, guest] = [uniqueId(), uniqueId(), uniqueId()];
    const { id } = await server.addWebcast({
      userId: owner,
      creatorId: maker,
      entitledUsersPublish: `${guest}, ${owner}`,
    });
    for (const userId of [owner, maker, guest])
      expect(await call('get', { userId })).toMatchObject({
        id: userId,
        status: 1,
        isAdmin: false,
      });
    await call('update', { userId: guest, user: { screenName: 'Known' } });
    await server.call('livestream', 'update', {
      ks,
      entryId: id,
      liveStreamEntry: { entitledUsersEdit: guest },
    });
    expect(await call('get', { userId: guest })).toMatchObject({ screenName: 'Known' });
  });

  test('changes that come together lose nothing', async () => {
    const { id } = await add();
    const names = ['screenName', 'title', 'company', 'city', 'country', 'zip'];
    const answers = await Promise.all(
      names.map((name) => call('update', { userId: id, user: { [name]: name } })),
    );
    expect(answers.map(({ code }) => code)).toEqual(names.map(() => undefined));
    expect(await call('get', { userId: id })).toMatchObject(
      Object.fromEntries(names.map((name) => [name, name])),
    );
  });

  describe('list', () => {
    const ids: string[] = [];
    let role: number;

    beforeAll(async () => {
      ks = await server.startAdminSession();
      role = await addRole('CONTENT_MODERATE_BASE');
      for (const user of [
        { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@list.example', tags: 'math,first' },
        { firstName: 'Alan', lastName: 'T_ring', email: 'alan@list.example', roleIds: `${role}` },
        { firstName: 'Grace', screenName: 'Amazing', isAdmin: true, tags: 'navy,first' },
      ]) {
        server.clock.now += 1000;
        ids.push((await add({ ...user, partnerData: 'list' })).id);
      }
    });

    test.each([
      [{ firstNameStartsWith: 'a' }, [0, 1]],
      [{ lastNameStartsWith: 'T_' }, [1]],
      [{ firstNameOrLastNameStartsWith: 'LOVE' }, [0]],
      [{ idOrScreenNameStartsWith: 'amaz' }, [2]],
      [{ screenNameLike: 'zin' }, [2]],
      [{ screenNameStartsWith: 'zin' }, []],
      [{ emailLike: '@LIST.' }, [0, 1]],
      [{ emailStartsWith: 'ada@' }, [0]],
      [{ tagsMultiLikeOr: 'math,navy' }, [0, 2]],
      [{ tagsMultiLikeAnd: 'navy,first' }, [2]],
      [{ isAdminEqual: 1, tagsMultiLikeOr: 'first' }, [2]],
      [{ isAdminEqual: 0, tagsMultiLikeOr: 'first' }, [0]],
      [{ loginEnabledEqual: 1, emailLike: '@list.' }, []],
      [{ loginEnabledEqual: 0, emailLike: '@list.' }, [0, 1]],
      [{ statusEqual: 2, emailLike: '@list.' }, []],
      [{ statusIn: '1,2', emailLike: '@list.' }, [0, 1]],
      [{ typeEqual: 1, emailLike: '@list.' }, []],
      [{ partnerIdEqual: 200, emailLike: '@list.' }, []],
      [{ permissionNamesMultiLikeOr: 'CONTENT_MODERATE_BASE', emailLike: '@list.' }, [1]],
      [
        { permissionNamesMultiLikeAnd: 'CONTENT_MODERATE_BASE,ADMIN_BASE', emailLike: '@list.' },
        [],
      ],
    ])('of %j', async (filter, expected) => {
      const { objects } = await call('list', { filter: { ...filter, orderBy: '+createdAt' } });
      expect(objects.map(({ id }: { id: string }) => ids.indexOf(id))).toEqual(expected);
    });

    test('by role and id, in an order, page by page', async () => {
      const list = async (filter: object, pager: object = {}) => {
        const { totalCount, objects } = await call('list', { filter, pager });
        return [totalCount, objects.map(({ id }: { id: string }) => ids.indexOf(id))];
      };
      expect(await list({ roleIdsEqual: String(role) })).toEqual([1, [1]]);
      expect(await list({ roleIdsIn: `${role},5`, emailLike: '@list.' })).toEqual([1, [1]]);
      expect(await list({ idEqual: ids[2] })).toEqual([1, [2]]);
      const all = { idIn: ids.join(',') };
      expect(await list(all)).toEqual([3, [2, 1, 0]]);
      expect(await list({ ...all, orderBy: '+id' })).toEqual([3, [0, 1, 2]]);
      expect(await list({ ...all, orderBy: '-createdAt' }, { pageSize: 2, pageIndex: 2 })).toEqual([
        3,
        [0],
      ]);
      expect(await list(all, { pageSize: 0 })).toEqual([3, []]);
    });
  });
});
