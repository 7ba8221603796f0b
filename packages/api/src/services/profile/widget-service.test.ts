import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiForTests } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

describeOnBothDatabases('widget', (freshDatabase) => {
  let server: ApiForTests;
  let ks = '';
  let foreign = '';
  let webcastId = '';

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    ks = await server.startAdminSession();
    foreign = await server.startForeignSession();
    webcastId = (await server.addWebcast()).id;
  });
  afterAll(async () => {
    expect(server.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    await server.close();
  });

  const call = (action: string, parameters: object = {}, session = ks) =>
    server.call('widget', action, { ks: session, ...parameters });
  const add = (widget: object) => call('add', { widget: { sourceWidgetId: '_100', ...widget } });
  const start = (widgetId: string) => server.call('session', 'startWidgetSession', { widgetId });
  const privilegesOf = async (widgetId: string): Promise<string> => {
    const { ks: widgetKs } = await start(widgetId);
    return (await server.call('session', 'get', { ks: widgetKs })).privileges;
  };

  test('every account has one of its own, which anybody may look at', async () => {
    const widget = await server.call('widget', 'get', { id: '_100' });
    expect(widget).toMatchObject({
      objectType: 'KalturaWidget',
      id: '_100',
      rootWidgetId: '_100',
      partnerId: 100,
      securityType: 1,
      enforceEntitlement: true,
    });
    expect(await server.call('uiconf', 'get', { ks, id: widget.uiConfId })).toMatchObject({
      name: 'Webcast player',
    });
    expect(await call('get', { id: '_100' }, foreign)).toMatchObject({
      code: 'INVALID_WIDGET_ID',
      args: { WIDGET_ID: '_100' },
    });
    expect(await call('get', { id: '_999' })).toMatchObject({ code: 'INVALID_WIDGET_ID' });
    expect(await call('get', { id: "_100' or 1=1" })).toMatchObject({ code: 'INVALID_WIDGET_ID' });
  });

  test('add makes one for an entry, with the player of the one that it began from', async () => {
    const { uiConfId } = await call('get', { id: '_100' });
    const widget = await add({ entryId: webcastId, partnerData: 'Lobby' });
    expect(widget).toMatchObject({
      id: expect.stringMatching(/^0_[0-9a-z]{8}$/),
      sourceWidgetId: '_100',
      rootWidgetId: '_100',
      uiConfId,
      entryId: webcastId,
      partnerData: 'Lobby',
    });
    expect(widget.widgetHTML).toContain(`/watch/${webcastId}"`);
    expect(await call('get', { id: widget.id })).toEqual(widget);
    const found = await call('list', {
      filter: { partnerDataLike: 'lobb', entryIdEqual: webcastId },
    });
    expect(found).toMatchObject({
      objectType: 'KalturaWidgetListResponse',
      totalCount: 1,
      objects: [{ id: widget.id }],
    });
    expect(await call('list', { filter: { idEqual: widget.id } }, foreign)).toMatchObject({
      totalCount: 0,
    });

    const copy = await call('clone', {
      widget: { sourceWidgetId: widget.id, partnerData: 'Foyer' },
    });
    expect(copy).toMatchObject({
      sourceWidgetId: widget.id,
      rootWidgetId: '_100',
      entryId: webcastId,
      partnerData: 'Foyer',
    });
  });

  test.each([
    [{ sourceWidgetId: undefined }, 'SOURCE_WIDGET_OR_UICONF_REQUIRED'],
    [{ sourceWidgetId: '_200' }, 'SOURCE_WIDGET_NOT_FOUND'],
    [{ uiConfId: 5 }, 'UICONF_ID_NOT_FOUND'],
    [{ entryId: '0_notthere' }, 'ENTRY_ID_NOT_FOUND'],
    [{ securityType: 2 }, 'INVALID_FIELD_VALUE'],
    [{ roles: 'NOBODY_KNOWS' }, 'UNKNOWN_ROLE_ID'],
    [{ privileges: 'actionslimit:x' }, 'INVALID_ACTIONS_LIMIT'],
    [{ privileges: 'x'.repeat(1025) }, 'PROPERTY_VALIDATION_MAX_LENGTH'],
  ])('add of %j is refused with %s', async (sent, code) => {
    expect(await add(sent)).toMatchObject({ code });
    if (code.startsWith('SOURCE')) return;
    const { id } = await add({});
    expect(await call('update', { id, widget: sent })).toMatchObject({ code });
  });

  test('a session of a plain widget may do what any viewer may', async () => {
    const { id } = await add({ entryId: webcastId });
    expect(await start(id)).toMatchObject({
      objectType: 'KalturaStartWidgetSessionResponse',
      partnerId: 100,
      userId: '0',
    });
    expect(await privilegesOf(id)).toBe('view:*,widget:1');
    expect(await start('0_notthere')).toMatchObject({ code: 'INVALID_WIDGET_ID' });
  });

  test('a widget gives its sessions a role, its entry, a context and privileges', async () => {
    const { id } = await add({
      entryId: webcastId,
      roles: 'WEBCAST_PRODUCER_DEVICE_ROLE',
      privacyContext: 'lobby',
      enforceEntitlement: false,
      privileges: 'appid:lobby-screen, sview:*',
    });
    expect(await privilegesOf(id)).toBe(
      `view:*,widget:1,disableentitlementforentry:${webcastId},privacycontext:lobby,` +
        `setrole:WEBCAST_PRODUCER_DEVICE_ROLE,limitentry:${webcastId},appid:lobby-screen,sview:*`,
    );
    const { ks: widgetKs } = await start(id);
    const answer = await server.call('conversionprofileassetparams', 'list', { ks: widgetKs });
    expect(answer).toHaveProperty('totalCount');
    const plain = (await start('_100')).ks;
    expect(await server.call('conversionprofileassetparams', 'list', { ks: plain })).toMatchObject({
      code: 'SERVICE_FORBIDDEN',
    });
    const other = (await server.addWebcast()).id;
    expect(
      await server.call('livestream', 'get', { ks: widgetKs, entryId: webcastId }),
    ).toMatchObject({
      id: webcastId,
    });
    expect(await server.call('livestream', 'get', { ks: widgetKs, entryId: other })).toMatchObject({
      code: 'ENTRY_ID_NOT_FOUND',
    });
  });

  test('what its sessions may do is shown to those who may change it', async () => {
    const { id } = await add({ roles: 'BASE_USER_SESSION_ROLE', privileges: 'appid:secret' });
    expect(await call('get', { id })).toMatchObject({ privileges: 'appid:secret' });
    expect(await server.call('widget', 'get', { id })).not.toHaveProperty('privileges');
    const user = await server.startSession({ userId: 'vera' });
    expect(await call('get', { id }, user)).not.toHaveProperty('privileges');
    const { objects } = await call('list', { filter: { idEqual: id } }, user);
    expect(objects[0]).not.toHaveProperty('roles');
  });

  test('a change holds for the sessions that are started from then on', async () => {
    const { id } = await add({});
    expect(await privilegesOf(id)).toBe('view:*,widget:1');
    const changed = await call('update', { id, widget: { privileges: 'appid:x' } });
    expect(changed).toMatchObject({ id, privileges: 'appid:x' });
    expect(await privilegesOf(id)).toBe('view:*,widget:1,appid:x');
    expect(await call('update', { id, widget: {} }, foreign)).toMatchObject({
      code: 'INVALID_WIDGET_ID',
    });
  });

  test('a widget whose role was deleted starts no session', async () => {
    const userRole = { name: 'Lobby', permissionNames: 'BASE_USER_SESSION_PERMISSION' };
    const role = await server.call('userrole', 'add', { ks, userRole });
    const { id } = await add({ roles: String(role.id) });
    expect(await privilegesOf(id)).toBe(`view:*,widget:1,setrole:${role.id}`);
    await server.call('userrole', 'delete', { ks, userRoleId: role.id });
    expect(await start(id)).toMatchObject({
      code: 'START_WIDGET_SESSION_ERROR',
      args: { WIDGET_ID: id },
    });
  });

  test('what is no widget starts no session', async () => {
    expect(await start('_7')).toMatchObject({ code: 'INVALID_WIDGET_ID' });
    expect(await start('')).toMatchObject({ code: 'INVALID_WIDGET_ID' });
  });
});
