import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiForTests, NOW_MS } from '../../api-for-tests.ts';
import { MAX_CONFIG_LENGTH } from '../../schema/ui-conf.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

describeOnBothDatabases('uiConf', (freshDatabase) => {
  let server: ApiForTests;
  let ks = '';
  let foreign = '';

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    ks = await server.startAdminSession();
    foreign = await server.startForeignSession();
  });
  afterAll(async () => {
    expect(server.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    await server.close();
  });

  const call = (action: string, parameters: object = {}, session = ks) =>
    server.call('uiconf', action, { ks: session, ...parameters });
  const add = (uiConf: object) => call('add', { uiConf: { objType: 1, ...uiConf } });
  const list = (filter: object = {}) => call('list', { filter });
  const idsOf = ({ objects }: { readonly objects: readonly { readonly id: number }[] }) =>
    objects.map(({ id }) => id);

  test('the templates say where the studio is, by the address that the client called', async () => {
    const { totalCount, objects } = await call('listTemplates', {
      filter: { objTypeEqual: 21, nameLike: 'WebcastingVersionInfo', partner: 0 },
    });
    expect(totalCount).toBe(1);
    expect(objects[0]).toMatchObject({
      objectType: 'KalturaUiConf',
      partnerId: 0,
      objType: 21,
      objTypeAsString: 'WEBCASTING',
      creationMode: 4,
    });
    const response = await server.app.inject({
      url: `/api_v3/service/uiconf/action/get?id=${objects[0].id}&format=1&ks=${encodeURIComponent(ks)}`,
      headers: { host: 'studio.example:8080' },
    });
    const version = {
      recommendedVersion: '1.0.0',
      recommendedVersionUrl: 'http://studio.example:8080/studio',
      ignoreOptionalUpdates: true,
    };
    expect(JSON.parse(response.json().config)).toEqual({
      ...version,
      osx: version,
      windows: version,
    });
  });

  test('the first template of webcasting is the one with all systems, each system has one of its own', async () => {
    const { objects } = await call('listTemplates', { filter: { objTypeEqual: '21' } });
    expect(objects.map(({ name }: { name: string }) => name)).toEqual([
      'WebcastingVersionInfo',
      'Webcast studio for macOS',
      'Webcast studio for Windows',
    ]);
    for (const { id } of objects) {
      const { config, swfUrlVersion } = await call('get', { id });
      const { recommendedVersionUrl, recommendedVersion } = JSON.parse(config);
      expect(new URL(recommendedVersionUrl).pathname).toBe('/studio');
      expect(recommendedVersion).toBe(swfUrlVersion);
    }
  });

  test('every account has its own players and its own studio', async () => {
    const { objects } = await list({ nameLike: 'mediaspace webcast player' });
    expect(objects).toMatchObject([
      { name: 'MediaSpace Webcast Player', partnerId: 100, objType: 1, version: '1' },
    ]);
    const [older] = objects;
    const player = await call('get', { id: older.v2Redirect.v7id });
    expect(player).toMatchObject({
      partnerId: 100,
      tags: expect.stringContaining('kalturaPlayerJs'),
    });
    expect(JSON.parse(player.confVars)).toMatchObject({ 'kaltura-ovp-player': '{latest}' });
    expect(JSON.parse(player.config).provider.env.serviceUrl).toMatch(/^http:\/\/.*\/api_v3$/);
    expect(player.html5Url).toBe(
      `/p/100/sp/10000/embedPlaykitJs/uiconf_id/${player.id}/partner_id/100`,
    );
    expect((await list({ objTypeEqual: 21 })).objects).toMatchObject([{ name: 'Webcast studio' }]);
    expect(await call('get', { id: player.id }, foreign)).toMatchObject({
      code: 'INVALID_UI_CONF_ID',
      args: { UI_CONF_ID: String(player.id) },
    });
    expect(idsOf(await call('list', {}, foreign))).not.toContain(player.id);
  });

  test('add keeps what was sent, update changes what is sent, delete removes it', async () => {
    server.clock.now = NOW_MS;
    const sent = {
      name: 'Mine',
      width: 400,
      config: '{"a":"é"}',
      confVars: '{}',
      useCdn: true,
      v2Redirect: { v7id: 5 },
    };
    const added = await add(sent);
    expect(added).toMatchObject({
      ...sent,
      partnerId: 100,
      creationMode: 3,
      version: '1',
      createdAt: NOW_MS / 1000,
      updatedAt: NOW_MS / 1000,
    });
    expect(await call('get', { id: added.id })).toEqual(added);

    server.clock.now += 5000;
    const uiConf = { config: '{"b":2}', width__null: '' };
    const changed = await call('update', { id: added.id, uiConf });
    expect(changed).toMatchObject({ name: 'Mine', config: '{"b":2}', version: '2' });
    expect(changed.updatedAt).toBe(NOW_MS / 1000 + 5);
    expect(changed).not.toHaveProperty('width');

    for (const action of ['update', 'delete', 'clone']) {
      expect(await call(action, { id: added.id, uiConf }, foreign)).toMatchObject({
        code: 'INVALID_UI_CONF_ID',
      });
    }
    expect(await call('delete', { id: added.id })).toBeNull();
    for (const action of ['get', 'update', 'delete', 'clone']) {
      expect(await call(action, { id: added.id, uiConf })).toMatchObject({
        code: 'INVALID_UI_CONF_ID',
      });
    }
    expect(idsOf(await list({ idEqual: added.id }))).toEqual([]);
  });

  test.each([
    [{ objType: undefined }, 'PROPERTY_VALIDATION_CANNOT_BE_NULL'],
    [{ objType: 99 }, 'INVALID_ENUM_VALUE'],
    [{ config: 'x'.repeat(MAX_CONFIG_LENGTH + 1) }, 'PROPERTY_VALIDATION_MAX_LENGTH'],
    [{ version: '5' }, 'PROPERTY_VALIDATION_NOT_UPDATABLE'],
    [{ name: 'a\u0000b' }, 'INVALID_PARAMETER_CHAR'],
  ])('add of %o is refused with %s', async (sent, code) => {
    expect(await add(sent)).toMatchObject({ code });
  });

  test('templates are for nobody to change, and for everybody to copy', async () => {
    const [{ id }] = (await call('listTemplates')).objects;
    expect(await call('update', { id, uiConf: { name: 'mine' } })).toMatchObject({
      code: 'INVALID_UI_CONF_ID',
    });
    expect(await call('delete', { id })).toMatchObject({ code: 'INVALID_UI_CONF_ID' });
    const copy = await call('clone', { id });
    expect(copy).toMatchObject({ name: 'WebcastingVersionInfo', partnerId: 100, creationMode: 3 });
    expect(copy.id).not.toBe(id);
    expect(await call('update', { id: copy.id, uiConf: { name: 'mine' } })).toMatchObject({
      name: 'mine',
    });
    expect((await call('listTemplates')).totalCount).toBe(3);
  });

  test('a list is filtered by part of the name, types, tags, mode, version and times', async () => {
    server.clock.now = NOW_MS + 100_000;
    const { id } = await add({
      name: 'Zed_100%',
      tags: 'Red,Blue',
      partnerTags: 'gold',
      objType: 8,
    });
    const since = NOW_MS / 1000 + 100;
    for (const filter of [
      { nameLike: 'zed_1' },
      { nameLike: '00%' },
      { objTypeEqual: 8 },
      { objTypeIn: '8,23' },
      { objTypeIn: '99999999999,-99999999999999,8' },
      { tagsMultiLikeAnd: 'red,blue' },
      { tagsMultiLikeOr: 'blue,green' },
      { partnerTagsMultiLikeOr: 'gold' },
      { createdAtGreaterThanOrEqual: since, createdAtLessThanOrEqual: since },
      { updatedAtGreaterThanOrEqual: since },
      { idIn: `${id},5`, creationModeIn: '3', versionEqual: '1', partnerIdEqual: 100 },
    ]) {
      expect(idsOf(await list(filter)), JSON.stringify(filter)).toEqual([id]);
    }
    for (const filter of [
      { nameLike: 'zedx1' },
      { tagsMultiLikeAnd: 'red,green' },
      { creationModeEqual: 2, idEqual: id },
      { versionMultiLikeOr: '2', idEqual: id },
      { partnerIdEqual: 200, idEqual: id },
    ]) {
      expect(idsOf(await list(filter)), JSON.stringify(filter)).toEqual([]);
    }
  });

  test('a list is ordered by name, id and times, and has pages', async () => {
    const names = async (orderBy: string) =>
      (await list({ orderBy, nameLike: 'order' })).objects.map(
        (each: { name: string }) => each.name,
      );
    for (const name of ['order b', 'Order A', 'order C']) {
      server.clock.now += 1000;
      await add({ name });
    }
    expect(await names('')).toEqual(['order b', 'Order A', 'order C']);
    expect(await names('+name')).toEqual(['Order A', 'order b', 'order C']);
    expect(await names('-rank, name')).toEqual(['Order A', 'order b', 'order C']);
    expect(await names('-createdAt')).toEqual(['order C', 'Order A', 'order b']);
    expect(await names('-updatedAt')).toEqual(['order C', 'Order A', 'order b']);
    const byId = idsOf(await list({ orderBy: '+id', nameLike: 'order' }));
    expect(byId).toEqual(byId.toSorted((one, other) => one - other));
    const page = await call('list', {
      filter: { nameLike: 'order' },
      pager: { pageSize: 2, pageIndex: 2 },
    });
    expect(page).toMatchObject({ totalCount: 3, objects: [{ name: 'order C' }] });
    expect(await call('list', { pager: { pageSize: 0 } })).toMatchObject({ objects: [] });
  });

  test('the types that there are come with the versions and the place of the newest', async () => {
    const types = await call('getAvailableTypes');
    expect(types).toContainEqual({
      objectType: 'KalturaUiConfTypeInfo',
      type: 21,
      versions: [{ objectType: 'KalturaString', value: '1.0.0' }],
      directory: '/',
      filename: 'studio',
    });
    await add({ objType: 18, swfUrl: '/clips/v3/clipper.js', swfUrlVersion: 'v3' });
    expect(await call('getAvailableTypes')).toContainEqual({
      objectType: 'KalturaUiConfTypeInfo',
      type: 18,
      versions: [{ objectType: 'KalturaString', value: 'v3' }],
      directory: '/clips/v3/',
      filename: 'clipper.js',
    });
  });

  test('fifty changes at the same moment lose nothing', async () => {
    const { id } = await add({ name: 'busy' });
    const sent = [{ width: 1 }, { height: 2 }, { tags: 'x' }, { config: '{}' }, { confVars: '[]' }];
    const all = Array.from({ length: 10 }, () => sent).flat();
    await Promise.all(all.map((uiConf) => call('update', { id, uiConf })));
    expect(await call('get', { id })).toMatchObject({
      ...Object.assign({}, ...sent),
      version: '51',
    });
  });
});
