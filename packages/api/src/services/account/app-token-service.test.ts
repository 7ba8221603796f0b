import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ApiForTests } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';
import { statement } from '../../store/database.ts';
import { type DatabaseAddress, openDatabase } from '../../store/open-database.ts';

describeOnBothDatabases('appToken', (freshDatabase) => {
  let address: DatabaseAddress;
  let server: ApiForTests;
  let admin: string;
  let widget: string;

  beforeAll(async () => {
    address = await freshDatabase();
    server = await ApiForTests.open(address);
  });
  beforeEach(async () => {
    admin = await server.startAdminSession();
    widget = (await server.call('session', 'startWidgetSession', { widgetId: '_100' })).ks;
  });
  afterAll(() => server.close());

  const add = (appToken: object = {}) => server.call('apptoken', 'add', { ks: admin, appToken });
  const info = (ks: string) => server.call('session', 'get', { ks });
  const nowSeconds = () => Math.floor(server.clock.now / 1000);

  function startSession(
    { id, token }: { id: string; token: string },
    parameters: object = {},
    algorithm = 'sha1',
  ) {
    const tokenHash = createHash(algorithm).update(`${widget}${token}`).digest('hex');
    return server.call('apptoken', 'startSession', { ks: widget, id, tokenHash, ...parameters });
  }

  test('add answers a token that the server has chosen', async () => {
    const token = await add({ description: 'for the portal' });
    expect(token).toEqual({
      objectType: 'KalturaAppToken',
      id: expect.stringMatching(/^0_[0-9a-z]{8}$/),
      token: expect.stringMatching(/^[0-9a-f]{32}$/),
      partnerId: 100,
      status: 2,
      hashType: 'SHA1',
      sessionDuration: 86_400,
      description: 'for the portal',
      createdAt: nowSeconds(),
      updatedAt: nowSeconds(),
    });
    expect(await server.call('apptoken', 'get', { ks: admin, id: token.id })).toEqual(token);
  });

  test.each([
    ['MD5', 'md5'],
    ['SHA1', 'sha1'],
    ['SHA256', 'sha256'],
    ['SHA512', 'sha512'],
  ])('startSession proves the token by its %s', async (hashType, algorithm) => {
    const token = await add({ hashType });
    const answer = await startSession(token, { userId: 'vera' }, algorithm);
    expect(answer).toMatchObject({
      objectType: 'KalturaSessionInfo',
      sessionType: 0,
      partnerId: 100,
      userId: 'vera',
      expiry: nowSeconds() + 86_400,
      privileges: `sessionid:${token.id},apptoken:${token.id}`,
    });
    expect(await info(answer.ks)).toMatchObject({ userId: 'vera', privileges: answer.privileges });
    const other = algorithm === 'md5' ? 'sha1' : 'md5';
    expect(await startSession(token, {}, other)).toMatchObject({ code: 'INVALID_APP_TOKEN_HASH' });
  });

  test('the hash is bound to the session that is sent along', async () => {
    const token = await add();
    const ks = await server.startSession({ userId: 'mallory' });
    expect(await startSession(token, { ks })).toMatchObject({ code: 'INVALID_APP_TOKEN_HASH' });
  });

  test('the token’s own user, type and duration win', async () => {
    const token = await add({ sessionUserId: 'svc', sessionType: 2, sessionDuration: 600 });
    const answer = await startSession(token, { userId: 'mallory', type: 0, expiry: 9999 });
    expect(answer).toMatchObject({ userId: 'svc', sessionType: 2, expiry: nowSeconds() + 600 });
    expect(await startSession(token, { expiry: 60 })).toMatchObject({ expiry: nowSeconds() + 60 });
  });

  test('a session ends with its token’s time', async () => {
    const token = await add({ expiry: nowSeconds() + 100 });
    expect(await startSession(token)).toMatchObject({ expiry: nowSeconds() + 100 });
    server.clock.now += 100_000;
    expect(await startSession(token)).toMatchObject({
      code: 'APP_TOKEN_EXPIRED',
      args: { ID: token.id },
    });
  });

  test('callers add what takes rights away or describes, and nothing that gives any', async () => {
    const token = await add({ sessionPrivileges: 'sview:*,list:0_a,appid:portal' });
    const asked =
      'setrole:PARTNER_ADMIN_ROLE,edit:*,disableentitlement,*,all:*,sessionid:x,widget:1,list:*,appid:mine,' +
      'sview:0_b,iprestrict:192.0.2.1,privacycontext:p,sessionkey:k';
    const { privileges } = await startSession(token, { sessionPrivileges: asked });
    expect(privileges).toBe(
      `sessionid:${token.id},apptoken:${token.id},sview:*,list:0_a,appid:portal,` +
        'sview:0_b,iprestrict:192.0.2.1,privacycontext:p,sessionkey:k',
    );
  });

  test('a token may give a role', async () => {
    const token = await add({ sessionPrivileges: 'setrole:WEBCAST_PRODUCER_DEVICE_ROLE' });
    const { ks } = await startSession(token);
    expect(await server.call('permission', 'getCurrentPermissions', { ks })).toContain(
      'WEBCAST_PRODUCER_PERMISSION',
    );
    const lost = await add({ sessionPrivileges: 'setrole:NOBODY_KNOWS' });
    expect(await startSession(lost)).toMatchObject({ code: 'UNKNOWN_ROLE_ID' });
  });

  test('update changes what is sent, and only for later sessions', async () => {
    const token = await add({ sessionPrivileges: 'sview:0_a', description: 'old' });
    const { ks } = await startSession(token);
    const changed = await server.call('apptoken', 'update', {
      ks: admin,
      id: token.id,
      appToken: { sessionPrivileges: 'sview:0_b', description__null: '' },
    });
    expect(changed).toMatchObject({ token: token.token, sessionPrivileges: 'sview:0_b' });
    expect(changed).not.toHaveProperty('description');
    expect((await info(ks)).privileges).toContain('sview:0_a');
    expect((await startSession(token)).privileges).toContain('sview:0_b');
  });

  test('nobody chooses the token, its id or its status', async () => {
    for (const name of ['id', 'token', 'status', 'partnerId']) {
      expect(await add({ [name]: '2' })).toMatchObject({
        code: 'PROPERTY_VALIDATION_NOT_UPDATABLE',
        args: { PROP_NAME: `KalturaAppToken::${name}` },
      });
    }
  });

  test('delete ends all sessions of the token', async () => {
    const token = await add();
    const sessions = [await startSession(token), await startSession(token, { userId: 'vera' })];
    const other = await startSession(await add());

    expect(await server.call('apptoken', 'delete', { ks: admin, id: token.id })).toBeNull();

    for (const { ks } of sessions)
      expect(await info(ks)).toMatchObject({ args: { ERR_DESC: 'LOGOUT' } });
    expect(await info(other.ks)).toMatchObject({ objectType: 'KalturaSessionInfo' });
    const notFound = { code: 'APP_TOKEN_ID_NOT_FOUND', args: { ID: token.id } };
    expect(await startSession(token)).toMatchObject(notFound);
    expect(await server.call('apptoken', 'get', { ks: admin, id: token.id })).toMatchObject(
      notFound,
    );
  });

  test('ending one session of a token ends the others, and not the token', async () => {
    const token = await add();
    const first = await startSession(token);
    const second = await startSession(token);
    await server.call('session', 'end', { ks: first.ks });
    expect(await info(second.ks)).toMatchObject({ args: { ERR_DESC: 'LOGOUT' } });
    server.clock.now += 1;
    const third = await startSession(token);
    expect(await info(third.ks)).toMatchObject({ objectType: 'KalturaSessionInfo' });
  });

  test('a disabled token starts nothing', async () => {
    const token = await add();
    const database = await openDatabase(address, server.clock.now, server.log);
    const query = database.builder
      .updateTable('app_token')
      .set({ status: 1 })
      .where('id', '=', token.id);
    await database.write([statement(query)]);
    await database.close();
    expect(await startSession(token)).toMatchObject({ code: 'APP_TOKEN_NOT_ACTIVE' });
  });

  test('a token of another account is not there', async () => {
    const foreign = await server.startForeignSession();
    const { id } = await server.call('apptoken', 'add', { ks: foreign, appToken: {} });
    expect(await server.call('apptoken', 'get', { ks: admin, id })).toMatchObject({
      code: 'APP_TOKEN_ID_NOT_FOUND',
    });
    const { objects } = await server.call('apptoken', 'list', { ks: admin });
    expect(objects.map((each: { partnerId: number }) => each.partnerId)).not.toContain(200);
  });

  describe('list', () => {
    test('finds by id, status, user and time, page by page', async () => {
      server.clock.now += 3_600_000;
      const ks = await server.startAdminSession();
      const since = nowSeconds();
      const ids: string[] = [];
      for (const sessionUserId of ['a', 'b', 'b']) {
        server.clock.now += 1000;
        const appToken = { sessionUserId };
        ids.push((await server.call('apptoken', 'add', { ks, appToken })).id);
      }
      const list = async (filter: object, pager: object = {}) => {
        const answer = await server.call('apptoken', 'list', { ks, filter, pager });
        return [answer.totalCount, answer.objects.map(({ id }: { id: string }) => id)];
      };
      const recent = { createdAtGreaterThanOrEqual: since + 1 };
      expect(await list(recent)).toEqual([3, ids.toReversed()]);
      expect(await list({ ...recent, orderBy: '+createdAt' })).toEqual([3, ids]);
      expect(
        await list({ ...recent, orderBy: '+createdAt' }, { pageSize: 2, pageIndex: 2 }),
      ).toEqual([3, ids.slice(2)]);
      expect(await list({ ...recent, sessionUserIdEqual: 'a' })).toEqual([1, ids.slice(0, 1)]);
      expect(await list({ idIn: `${ids[1]},${ids[2]}`, orderBy: '+createdAt' })).toEqual([
        2,
        ids.slice(1),
      ]);
      await server.call('apptoken', 'delete', { ks, id: ids[0] });
      expect(await list(recent)).toEqual([2, ids.slice(1).toReversed()]);
      expect(await list({ ...recent, statusEqual: 3 })).toEqual([1, ids.slice(0, 1)]);
      expect(await list({ ...recent, createdAtLessThanOrEqual: since + 2 })).toEqual([1, [ids[1]]]);
    });
  });

  test('too many wrong hashes are told so, and a right one is taken as ever', async () => {
    const token = await add();
    const wrong = () => startSession({ id: token.id, token: 'wrong' });
    for (let count = 0; count < 60; count++) await wrong();
    expect(await wrong()).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    expect(await startSession(token)).toHaveProperty('ks');
  });
});
