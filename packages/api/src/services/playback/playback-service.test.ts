import { afterEach, beforeEach, expect, test } from 'vitest';
import { ApiForTests, encoder, NOW_MS } from '../../api-for-tests.ts';
import { encodeKsV1 } from '../../ks/ks-v1.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

const SHOW = 'show00000001';
const PUBLIC = 'http://localhost:80';

describeOnBothDatabases('what players ask', (freshDatabase) => {
  let server: ApiForTests;
  let id = '';

  beforeEach(async () => {
    server = await ApiForTests.open(await freshDatabase());
    ({ id } = await server.addWebcast({ explicitLive: true }));
  });
  afterEach(() => server.close());

  const playing = { generation: SHOW, isPlayable: true, encoders: [encoder()] } as const;
  const goLive = () =>
    server.tell({ webcastId: id, state: 'on-air', onAirSinceMs: NOW_MS, ...playing });
  const widget = async () =>
    (await server.call('session', 'startWidgetSession', { widgetId: '_100' })).ks as string;
  const ask = (ks: string, entryId = id, contextDataParams: object = {}) =>
    server.call('baseentry', 'getPlaybackContext', { ks, entryId, contextDataParams });

  test('a source that plays', async () => {
    await goLive();
    const ks = await widget();
    const context = await ask(ks);
    expect(context).toMatchObject({
      objectType: 'KalturaPlaybackContext',
      actions: [],
      messages: [],
      playbackCaptions: [],
      bumperData: [],
      flavorAssets: [{ flavorParamsId: 32, entryId: id, status: 2, isOriginal: true }],
    });
    const [source] = context.sources;
    expect(context.sources).toHaveLength(1);
    expect(source).toEqual({
      objectType: 'KalturaPlaybackSource',
      deliveryProfileId: '1',
      format: 'applehttp',
      protocols: 'http,https',
      flavorIds: context.flavorAssets[0].id,
      url: `${PUBLIC}/p/100/sp/10000/playManifest/entryId/${id}/protocol/http/format/applehttp/a.m3u8`,
      drm: [],
    });
    const manifest = await server.app.inject(source.url);
    expect(manifest.statusCode).toBe(302);
    expect(manifest.headers.location).toContain(SHOW);
  });

  test('the address that players put together from flavors and session plays too', async () => {
    await goLive();
    const ks = await widget();
    const { sources } = await ask(ks);
    const { flavorIds, format } = sources[0];
    const path =
      `/p/100/sp/10000/playManifest/entryId/${id}/protocol/https/format/${format}` +
      `/flavorIds/${flavorIds}/ks/${ks}/a.m3u8?uiConfId=1`;
    expect((await server.app.inject(path)).statusCode).toBe(302);
  });

  test('before the show the same address is given, which does not play yet', async () => {
    const [source] = (await ask(await widget())).sources;
    const before = await server.app.inject(source.url);
    expect([before.statusCode, before.headers['x-kaltura']]).toEqual([404, 'error-36']);
    await goLive();
    expect((await server.app.inject(source.url)).statusCode).toBe(302);
  });

  test('a rehearsal plays for who may see it, by an address that carries the session', async () => {
    await server.tell({ webcastId: id, state: 'preview', ...playing });
    const admin = await server.startAdminSession();
    const [shown] = (await ask(admin)).sources;
    expect(shown.url).toContain(`/ks/${admin}/`);
    expect((await server.app.inject(shown.url)).statusCode).toBe(302);
    const [hidden] = (await ask(await widget())).sources;
    expect((await server.app.inject(hidden.url)).statusCode).toBe(404);
  });

  test('a session of the first version, with signs of base64, gets through the address', async () => {
    await server.tell({ webcastId: id, state: 'preview', ...playing });
    const fields = {
      ...{ partnerId: 100, userId: 'a/b?c', type: 2, privileges: [] },
      expiresAtSeconds: NOW_MS / 1000 + 600,
    } as const;
    const ks = encodeKsV1(fields, 'admin-secret-of-100');
    const [source] = (await ask(ks)).sources;
    expect((await server.app.inject(source.url)).statusCode).toBe(302);
  });

  test('where only members may watch, others who know of the entry are blocked, with a message', async () => {
    const ks = await server.startAdminSession();
    const partner = { defaultEntitlementEnforcement: true };
    await server.call('partner', 'update', { ks, partner });
    const category = { name: 'members', privacy: 3, privacyContext: 'web', owner: 'olga' };
    const { id: categoryId } = await server.call('category', 'add', { ks, category });
    await server.call('categoryUser', 'add', { ks, categoryUser: { categoryId, userId: 'mona' } });
    await server.call('categoryEntry', 'add', { ks, categoryEntry: { entryId: id, categoryId } });
    await goLive();

    const listing = await server.startSession({ userId: 'vera', privileges: 'list:*' });
    expect(await ask(listing)).toMatchObject({
      sources: [],
      flavorAssets: [],
      actions: [{ objectType: 'KalturaAccessControlBlockAction', type: 1 }],
      messages: [{ code: 'NOT_ENTITLED', message: expect.stringContaining('may not watch') }],
    });
    const asked = { ks: listing, entryId: id, contextDataParams: {} };
    expect(await server.call('baseentry', 'getContextData', asked)).toMatchObject({
      isSessionRestricted: true,
      accessControlActions: [{ type: 1 }],
      flavorAssets: [],
    });

    const member = await server.startSession({ userId: 'mona' });
    const [source] = (await ask(member)).sources;
    expect(source.url).toContain(`/ks/${member}/`);
    expect((await server.app.inject(source.url)).statusCode).toBe(302);
    const open = source.url.replace(`/ks/${member}`, '');
    expect((await server.app.inject(open)).statusCode).toBe(404);

    const thumbnail = await server.app.inject(`/p/100/thumbnail/entry_id/${id}?ks=${member}`);
    expect(thumbnail.headers['cache-control']).toMatch(/^private, /);
  });

  test('who may not even know of an entry is told that there is none', async () => {
    await goLive();
    const limited = await server.startSession({
      userId: 'vera',
      privileges: 'limitentry:0_zzzzzzzz',
    });
    for (const ks of [limited, await server.startForeignSession()]) {
      expect(await ask(ks)).toMatchObject({ code: 'ENTRY_ID_NOT_FOUND', args: { ENTRY_ID: id } });
    }
  });

  test('an entry without content is blocked, with a message', async () => {
    const ks = await server.startAdminSession();
    const { id: media } = await server.call('media', 'add', { ks, entry: { mediaType: 1 } });
    expect(await ask(ks, media)).toMatchObject({
      sources: [],
      flavorAssets: [],
      actions: [{ objectType: 'KalturaAccessControlBlockAction', type: 1 }],
      messages: [{ objectType: 'KalturaAccessControlMessage', code: 'ENTRY_NOT_READY' }],
    });
  });

  test('only renditions with the tags that are asked for are named', async () => {
    const ks = await server.startAdminSession();
    const named = async (params: object) => (await ask(ks, id, params)).flavorAssets.length;
    expect(await named({ objectType: 'KalturaContextDataParams', flavorTags: 'all' })).toBe(1);
    expect(await named({ flavorTags: 'x,mobile' })).toBe(1);
    expect(await named({ flavorTags: 'x' })).toBe(0);
    expect(await named({ flavorAssetId: '0_zzzzzzzz' })).toBe(0);
  });

  test('the older question has the same answer', async () => {
    const ks = await widget();
    expect(
      await server.call('baseentry', 'getContextData', { ks, entryId: id, contextDataParams: {} }),
    ).toMatchObject({
      objectType: 'KalturaEntryContextDataResult',
      isAdmin: false,
      isScheduledNow: true,
      isSiteRestricted: false,
      previewLength: -1,
      streamerType: 'applehttp',
      mediaProtocol: 'http',
      messages: [],
      actions: [],
      flavorAssets: [{ flavorParamsId: 32 }],
    });
  });

  test('a player’s whole multirequest is answered', async () => {
    await goLive();
    const response = await server.app.inject({
      method: 'POST',
      url: '/api_v3/service/multirequest',
      payload: {
        ...{ apiVersion: '3.3.0', format: 1, clientTag: 'html5:v3', partnerId: 100 },
        1: { service: 'session', action: 'startWidgetSession', widgetId: '_100' },
        2: {
          ...{ service: 'baseEntry', action: 'list', ks: '{1:result:ks}' },
          filter: { redirectFromEntryId: id },
          responseProfile: { type: 1, fields: 'id,referenceId,name,duration,type,dvrStatus' },
        },
        3: {
          ...{ service: 'baseEntry', action: 'getPlaybackContext', ks: '{1:result:ks}' },
          entryId: '{2:result:objects:0:id}',
          contextDataParams: { objectType: 'KalturaContextDataParams', flavorTags: 'all' },
        },
        4: { service: 'liveStream', action: 'isLive', ks: '{1:result:ks}', id },
      },
    });
    const [session, list, context, isLive] = response.json();
    expect(session.ks).toEqual(expect.any(String));
    expect(list).toMatchObject({ totalCount: 1, objects: [{ id, type: 7 }] });
    expect(context.sources).toHaveLength(1);
    expect(isLive).toBe(true);
  });
});
