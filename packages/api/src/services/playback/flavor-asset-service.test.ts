import { afterEach, beforeEach, expect, test } from 'vitest';
import { ApiForTests, type Parameters } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

describeOnBothDatabases('the file of a recording', (freshDatabase) => {
  let server: ApiForTests;
  let ks = '';
  let webcastId = '';
  let entryId = '';

  beforeEach(async () => {
    server = await ApiForTests.open(await freshDatabase());
    ks = await server.startAdminSession();
    ({ id: webcastId } = await server.addWebcast({ name: 'Town hall: März' }));
    entryId = await server.addRecordingOf(webcastId);
  });
  afterEach(() => server.close());

  const ask = (action: string, parameters: Parameters) =>
    server.call('flavorAsset', action, { ks, ...parameters });
  const assetId = async () => (await ask('getByEntryId', { entryId }))[0].id as string;

  test('is its one flavor, with what the media process says of it', async () => {
    const [asset, ...others] = await ask('getByEntryId', { entryId });
    expect(others).toEqual([]);
    expect(asset).toMatchObject({
      objectType: 'KalturaFlavorAsset',
      ...{ entryId, partnerId: 100, flavorParamsId: 0, status: 2, isOriginal: true, isWeb: true },
      ...{ size: 118, sizeInBytes: 120_000, bitrate: 16, width: 1280, height: 720 },
      ...{ frameRate: 29.97, fileExt: 'mp4', containerFormat: 'isom', videoCodecId: 'avc1' },
    });
    expect(asset.id).toMatch(/^0_[0-9a-z]{8}$/);
    expect(await ask('get', { id: asset.id })).toEqual(asset);
    expect(await ask('getWebPlayableByEntryId', { entryId })).toEqual([asset]);
    const withParams = await ask('getFlavorAssetsWithParams', { entryId });
    expect(withParams).toMatchObject([
      { objectType: 'KalturaFlavorAssetWithParams', entryId, flavorAsset: asset },
    ]);
  });

  test('is looked at once, however often it is asked for', async () => {
    await Promise.all([assetId(), assetId(), ask('list', { filter: { entryIdEqual: entryId } })]);
    await assetId();
    expect(server.movies.asked).toEqual([[{ webcastId, generation: 'recorded0000', trim: null }]]);
  });

  test('is there without its size while the media process is away, and asked about again', async () => {
    server.movies.isAway = true;
    const [asset] = await ask('getByEntryId', { entryId });
    expect(asset).toMatchObject({ entryId, status: 2, fileExt: 'mp4' });
    expect(asset).not.toHaveProperty('sizeInBytes');
    server.movies.isAway = false;
    expect((await ask('getByEntryId', { entryId }))[0]).toMatchObject({ sizeInBytes: 120_000 });
  });

  test('is listed by entries and by ids, and not without either', async () => {
    const id = await assetId();
    const filters: readonly Parameters[] = [
      { entryIdEqual: entryId },
      { entryIdIn: `0_nothing0, ${entryId}` },
      { idEqual: id },
      { objectType: 'KalturaFlavorAssetFilter', idIn: `${id},0_zzzzzzzz`, statusEqual: 2 },
    ];
    for (const filter of filters) {
      expect(await ask('list', { filter })).toMatchObject({
        objectType: 'KalturaFlavorAssetListResponse',
        totalCount: 1,
        objects: [{ id }],
      });
    }
    const none = { objectType: 'KalturaFlavorAssetFilter', entryIdEqual: entryId, statusEqual: 1 };
    expect(await ask('list', { filter: none })).toMatchObject({ totalCount: 0, objects: [] });
    expect(await ask('list', { filter: { tagsLike: 'web' } })).toMatchObject({
      code: 'PROPERTY_VALIDATION_CANNOT_BE_NULL',
    });
  });

  test('has an address that names it like the entry, or as is wished', async () => {
    const id = await assetId();
    const url = await ask('getDownloadUrl', { id });
    expect(url).toMatch(
      new RegExp(
        `^http://media\\.example:8081/r/[\\w.-]+/${webcastId}\\.recorded0000/Town%20hall%20M%C3%A4rz\\.mp4$`,
      ),
    );
    expect(await ask('getUrl', { id })).toBe(url);
    const named = await ask('getUrl', { id, options: { fileName: 'a/b' } });
    expect(named).toMatch(/\/a%20b\.mp4$/);
    const [, expires = ''] = /\/r\/(\w+)\./.exec(url) ?? [];
    expect(Number.parseInt(expires, 36)).toBeGreaterThanOrEqual(server.clock.now / 1000 + 86_400);
  });

  test('is what the addresses of the entry lead to', async () => {
    const entry = await server.call('media', 'get', { ks, entryId });
    const location = async (url: string) => {
      const answer = await server.app.inject({ url });
      return [answer.statusCode, answer.headers.location];
    };
    const file = [302, await ask('getUrl', { id: await assetId() })];
    expect(entry.downloadUrl).toContain(`/playManifest/entryId/${entryId}/format/download/`);
    expect(await location(entry.downloadUrl)).toEqual(file);
    expect(await location(entry.dataUrl)).toEqual(file);
    const ofShow = `/p/100/sp/10000/playManifest/entryId/${webcastId}/format/download`;
    expect(await location(ofShow)).toEqual(file);
    const asJson = await server.app.inject({
      url: `/p/100/sp/10000/playManifest/entryId/${entryId}/format/url?responseFormat=json`,
    });
    expect(asJson.json()).toMatchObject({ flavors: [{ ext: 'mp4', url: file[1] }] });
    const hls = await location(
      `/p/100/sp/10000/playManifest/entryId/${entryId}/format/applehttp/a.m3u8`,
    );
    expect(hls[1]).toMatch(/index\.m3u8$/);
  });

  test('is not there before the show has ended, nor after the recording is deleted', async () => {
    const id = await assetId();
    const { id: other } = await server.addWebcast();
    const running = await server.app.inject({
      url: `/p/100/sp/10000/playManifest/entryId/${other}/format/download`,
    });
    expect(running.statusCode).toBe(404);
    const video = await server.addVideo();
    expect(await ask('getByEntryId', { entryId: video.id })).toEqual([]);
    await server.call('media', 'delete', { ks, entryId });
    expect(await ask('getUrl', { id })).toMatchObject({ code: 'FLAVOR_ASSET_ID_NOT_FOUND' });
    expect(await ask('get', { id: 'nonsense' })).toMatchObject({
      code: 'FLAVOR_ASSET_ID_NOT_FOUND',
      args: { ID: 'nonsense' },
    });
  });

  test('has no address for whom the entry is not', async () => {
    const id = await assetId();
    const partner = { defaultEntitlementEnforcement: true };
    await server.call('partner', 'update', { ks, partner });
    const category = { name: 'members', privacy: 3, privacyContext: 'web', owner: 'olga' };
    const { id: categoryId } = await server.call('category', 'add', { ks, category });
    await server.call('categoryEntry', 'add', { ks, categoryEntry: { entryId, categoryId } });
    const listing = await server.startSession({ userId: 'vera', privileges: 'list:*' });
    const viewer = await server.startSession({ userId: 'vera' });
    for (const session of [listing, viewer, await server.startForeignSession()]) {
      expect(await ask('getUrl', { ks: session, id })).toMatchObject({
        code: 'FLAVOR_ASSET_ID_NOT_FOUND',
      });
    }
    const filter = { entryIdEqual: entryId };
    expect(await ask('list', { ks: viewer, filter })).toMatchObject({ totalCount: 0 });
    const open = `/p/100/sp/10000/playManifest/entryId/${entryId}/format/download`;
    expect((await server.app.inject({ url: open })).statusCode).toBe(404);
  });

  test('of a webcast is none: its flavor is what the encoder sends', async () => {
    const [asset] = await ask('getByEntryId', { entryId: webcastId });
    expect(asset).toMatchObject({ objectType: 'KalturaLiveAsset', entryId: webcastId });
    expect(await ask('get', { id: asset.id })).toEqual(asset);
    expect(await ask('getFlavorAssetsWithParams', { entryId: webcastId })).toMatchObject([
      { flavorAsset: asset, flavorParams: { id: asset.flavorParamsId } },
    ]);
    expect(await ask('getUrl', { id: asset.id })).toMatchObject({
      code: 'FLAVOR_ASSET_IS_NOT_READY',
    });
  });
});
