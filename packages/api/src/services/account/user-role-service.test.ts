import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ApiForTests } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

describeOnBothDatabases('userRole and permission', (freshDatabase) => {
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
  const add = (userRole: object) =>
    server.call('userrole', 'add', { ks, userRole: { name: `role ${++count}`, ...userRole } });
  const session = (privileges: string, type: 0 | 2 = 0) =>
    server.startSession({ userId: 'vera', type, privileges });
  const permissionsOf = async (session: string) =>
    (await server.call('permission', 'getCurrentPermissions', { ks: session })).split(',').sort();

  test('the studio’s role is exactly what the contract says', async () => {
    const { objects } = await server.call('userrole', 'list', {
      ks,
      filter: { systemNameEqual: 'WEBCAST_PRODUCER_DEVICE_ROLE' },
    });
    expect(objects).toEqual([
      expect.objectContaining({
        partnerId: 0,
        status: 1,
        permissionNames:
          'BASE_USER_SESSION_PERMISSION,WEBCAST_PRODUCER_PERMISSION,LIVE_STREAM_UPDATE,ANALYTICS_BASE',
      }),
    ]);
  });

  test('a session gets what its role allows, by id or system name, in the place of its type', async () => {
    const role = await add({
      systemName: 'MODERATORS',
      permissionNames: 'ADMIN_BASE, ANALYTICS_BASE',
    });
    for (const name of [role.id, 'MODERATORS']) {
      const held = await session(`setrole:${name}`, 2);
      expect(await permissionsOf(held)).toEqual(['ADMIN_BASE', 'ANALYTICS_BASE']);
      expect(await server.call('userrole', 'list', { ks: held })).toHaveProperty('totalCount');
      expect(await server.call('livestream', 'list', { ks: held })).toMatchObject({
        code: 'SERVICE_FORBIDDEN',
      });
    }
  });

  test('a restricting role only takes away', async () => {
    const role = await add({ permissionNames: 'ADMIN_BASE,BASE_USER_SESSION_PERMISSION' });
    expect(await permissionsOf(await session(`restrictingrole:${role.id}`))).toEqual([
      'BASE_USER_SESSION_PERMISSION',
      'STUDIO_BASE',
      'WIDGET_SESSION_PERMISSION',
    ]);
    const both = `setrole:WEBCAST_PRODUCER_DEVICE_ROLE,restrictingrole:WIDGET_SESSION_ROLE`;
    expect(await permissionsOf(await session(both, 2))).toEqual(['WIDGET_SESSION_PERMISSION']);
  });

  test('a role that changes, is blocked or deleted counts at once', async () => {
    const role = await add({ permissionNames: 'ADMIN_BASE' });
    const held = await session(`setrole:${role.id}`);
    const update = (userRole: object) =>
      server.call('userrole', 'update', { ks, userRoleId: role.id, userRole });

    await update({ permissionNames: 'ANALYTICS_BASE' });
    expect(await permissionsOf(held)).toEqual(['ANALYTICS_BASE']);
    await update({ status: 2 });
    expect(await permissionsOf(held)).toEqual(['']);
    await update({ status: 1 });
    expect(await permissionsOf(held)).toEqual(['ANALYTICS_BASE']);
    await server.call('userrole', 'delete', { ks, userRoleId: role.id });
    expect(await permissionsOf(held)).toEqual(['']);
    expect(
      await server.call('session', 'start', {
        secret: 'admin-secret-of-100',
        partnerId: 100,
        privileges: `setrole:${role.id}`,
      }),
    ).toMatchObject({ code: 'UNKNOWN_ROLE_ID' });
  });

  test('names are unique in an account, and not those of every account’s roles', async () => {
    const taken = { code: 'ROLE_NAME_ALREADY_EXISTS' };
    const { name } = await add({ systemName: 'UNIQUE' });
    expect(await add({ name })).toMatchObject(taken);
    expect(await add({ systemName: 'UNIQUE' })).toMatchObject(taken);
    expect(await add({ systemName: 'PARTNER_ADMIN_ROLE' })).toMatchObject(taken);
    const foreign = await server.startForeignSession();
    expect(await server.call('userrole', 'add', { ks: foreign, userRole: { name } })).toMatchObject(
      { partnerId: 200, name },
    );
  });

  test('a role is made of permissions that there are', async () => {
    expect(await add({ permissionNames: 'ADMIN_BASE,FLY' })).toMatchObject({
      code: 'PERMISSION_NOT_FOUND',
      args: { ERR_TEXT: 'FLY' },
    });
    const foreign = await server.startForeignSession();
    expect(
      await server.call('userrole', 'add', {
        ks: foreign,
        userRole: { name: 'kings', permissionNames: 'MANAGE_ACCOUNTS' },
      }),
    ).toMatchObject({ code: 'PERMISSION_NOT_FOUND' });
    expect(await add({ name: '' })).toMatchObject({ code: 'PROPERTY_VALIDATION_CANNOT_BE_NULL' });
  });

  test('nobody makes a role that allows more than they may do themselves', async () => {
    const clerk = await add({ permissionNames: 'ADMIN_BASE,ADMIN_ROLE_ADD' });
    const strong = await add({ permissionNames: 'INTEGRATION_BASE' });
    const held = await session(`setrole:${clerk.id}`, 2);
    const refusal = { code: 'NOT_ALLOWED_TO_CHANGE_ROLE' };
    const call = (action: string, parameters: object) =>
      server.call('userrole', action, { ks: held, ...parameters });
    expect(
      await call('add', { userRole: { name: 'up', permissionNames: 'INTEGRATION_BASE' } }),
    ).toMatchObject(refusal);
    expect(
      await call('update', {
        userRoleId: clerk.id,
        userRole: { permissionNames: 'INTEGRATION_BASE' },
      }),
    ).toMatchObject(refusal);
    expect(await call('clone', { userRoleId: strong.id })).toMatchObject(refusal);
    expect(
      await call('add', { userRole: { name: 'same', permissionNames: 'ADMIN_BASE' } }),
    ).toMatchObject({
      objectType: 'KalturaUserRole',
    });
  });

  test('roles of every account can be copied, and not changed', async () => {
    const notFound = { code: 'INVALID_OBJECT_ID', args: { ID: '4' } };
    expect(await server.call('userrole', 'get', { ks, userRoleId: 4 })).toMatchObject({ id: 4 });
    for (const [action, parameters] of [
      ['update', { userRole: { description: 'mine' } }],
      ['delete', {}],
    ] as const) {
      expect(
        await server.call('userrole', action, { ks, userRoleId: 4, ...parameters }),
      ).toMatchObject(notFound);
    }
    const copy = await server.call('userrole', 'clone', { ks, userRoleId: 4 });
    expect(copy).toMatchObject({
      partnerId: 100,
      permissionNames:
        'BASE_USER_SESSION_PERMISSION,WEBCAST_PRODUCER_PERMISSION,LIVE_STREAM_UPDATE,ANALYTICS_BASE',
    });
  });

  test('a role that users have stays', async () => {
    const role = await add({ permissionNames: 'ANALYTICS_BASE' });
    const user = { id: `user of ${role.id}`, roleIds: String(role.id) };
    await server.call('user', 'add', { ks, user });
    const remove = () => server.call('userrole', 'delete', { ks, userRoleId: role.id });
    expect(await remove()).toMatchObject({ code: 'ROLE_IS_BEING_USED' });
    await server.call('user', 'delete', { ks, userId: user.id });
    expect(await remove()).toMatchObject({ id: role.id, status: 3 });
  });

  test('roles of another account are not there', async () => {
    const { id } = await add({ systemName: 'PRIVATE' });
    const foreign = await server.startForeignSession();
    expect(await server.call('userrole', 'get', { ks: foreign, userRoleId: id })).toMatchObject({
      code: 'INVALID_OBJECT_ID',
    });
    const { objects } = await server.call('userrole', 'list', {
      ks: foreign,
      pager: { pageSize: 500 },
    });
    expect(objects.map((each: { id: number }) => each.id)).not.toContain(id);
  });

  test('lists are filtered, ordered and paged', async () => {
    await add({ name: 'list b', tags: 'one,two', description: 'Some ROLE' });
    await add({ name: 'list a', tags: 'two' });
    const names = async (filter: object, pager: object = {}) => {
      const { objects } = await server.call('userrole', 'list', { ks, filter, pager });
      return objects.map(({ name }: { name: string }) => name);
    };
    expect(await names({ tagsMultiLikeAnd: 'two', orderBy: '+name' })).toEqual([
      'list a',
      'list b',
    ]);
    expect(await names({ tagsMultiLikeOr: 'one' })).toEqual(['list b']);
    expect(await names({ descriptionLike: 'some role' })).toEqual(['list b']);
    expect(await names({ nameIn: 'list a,list b', orderBy: '-name' }, { pageSize: 1 })).toEqual([
      'list b',
    ]);
    expect(await names({ partnerIdEqual: 0, idIn: '1,2' })).toEqual([
      'User session',
      'Widget session',
    ]);
  });

  test('permissions say what they are for, and what comes along with them', async () => {
    const permission = await server.call('permission', 'get', {
      ks,
      permissionName: 'BASE_USER_SESSION_PERMISSION',
    });
    expect(permission).toMatchObject({
      type: 1,
      dependsOnPermissionNames: 'WIDGET_SESSION_PERMISSION,STUDIO_BASE',
    });
    const [item = ''] = permission.permissionItemsIds.split(',');
    expect(
      await server.call('permissionitem', 'get', { ks, permissionItemId: Number(item) }),
    ).toMatchObject({
      objectType: 'KalturaApiActionPermissionItem',
      type: 'kApiActionPermissionItem',
    });
    const { objects } = await server.call('permission', 'list', {
      ks,
      filter: { nameEqual: 'MANAGE_ACCOUNTS' },
    });
    expect(objects).toHaveLength(1);
    const foreign = await server.startForeignSession();
    expect(
      await server.call('permission', 'get', { ks: foreign, permissionName: 'MANAGE_ACCOUNTS' }),
    ).toMatchObject({ code: 'INVALID_OBJECT_ID' });
  });

  test('a widget’s session may watch, and nothing else', async () => {
    const widget = await server.call('session', 'startWidgetSession', { widgetId: '_100' });
    expect(await permissionsOf(widget.ks)).toEqual(['WIDGET_SESSION_PERMISSION']);
    expect(await server.call('permission', 'getCurrentPermissions')).toBe('');
  });
});
