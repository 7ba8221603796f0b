import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiForTests, NOW_MS } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

describeOnBothDatabases('flavorParams', (freshDatabase) => {
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
    server.call('flavorparams', action, { ks: session, ...parameters });
  const add = (flavorParams: object) => call('add', { flavorParams });
  const list = (filter: object = {}, session = ks) =>
    call('list', { filter, pager: { pageSize: 500 } }, session);
  const idsOf = ({ objects }: { readonly objects: readonly { readonly id: number }[] }) =>
    objects.map(({ id }) => id);
  const live = (properties: object = {}) => ({
    objectType: 'KalturaLiveParams',
    name: 'Mine',
    ...properties,
  });
  const addProfile = async (flavorParamsIds: string) => {
    const conversionProfile = { name: 'Mine', type: '2', flavorParamsIds };
    return (await server.call('conversionprofile', 'add', { ks, conversionProfile })).id;
  };

  test.each([
    [
      32,
      {
        systemName: 'Source',
        tags: 'source,ingest,web,mobile,ipad,ipadnew',
        videoBitrate: 900,
        width: 640,
        height: 480,
        streamSuffix: '1',
      },
    ],
    [
      33,
      {
        systemName: 'Basic_Small_400',
        tags: 'mbr,ipad,ipadnew,web,mobile',
        videoBitrate: 400,
        width: 480,
        height: 0,
        videoCodec: 'h264b',
        audioCodec: 'aac',
        audioBitrate: 64,
        audioChannels: 2,
        audioSampleRate: 44100,
      },
    ],
    [
      34,
      {
        systemName: 'Basic_Small_600',
        videoBitrate: 600,
        width: 640,
        height: 0,
        videoCodec: 'h264b',
      },
    ],
    [
      35,
      { systemName: 'SD_Small_900', videoBitrate: 900, width: 640, height: 0, videoCodec: 'h264m' },
    ],
    [36, { systemName: 'Ingest_2', videoBitrate: 400, width: 480, height: 360, streamSuffix: '2' }],
    [37, { systemName: 'Ingest_3', videoBitrate: 600, width: 640, height: 480, streamSuffix: '3' }],
    [
      39,
      { systemName: 'Ingest_4', tags: 'ingest', videoBitrate: 900, height: 540, streamSuffix: '4' },
    ],
    [
      47,
      {
        systemName: 'Ingest_7',
        tags: 'ingest',
        videoBitrate: 4000,
        height: 1080,
        streamSuffix: '7',
      },
    ],
    [
      44,
      {
        systemName: 'HD1080_4000',
        videoBitrate: 4000,
        height: 1080,
        videoCodec: 'h264h',
        audioBitrate: 128,
      },
    ],
    [100, { systemName: 'Audio_only_English', audioBitrate: 64, streamSuffix: '1000' }],
  ])('flavor %i is there for every account', async (id, expected) => {
    for (const session of [ks, foreign]) {
      expect(await call('get', { id }, session)).toMatchObject({
        objectType: 'KalturaLiveParams',
        id,
        partnerId: 0,
        isSystemDefault: true,
        ...expected,
      });
    }
  });

  test('those of every account are nobody’s to change', async () => {
    const refused = { code: 'FLAVOR_PARAMS_ID_NOT_FOUND', args: { ID: '32' } };
    expect(await call('update', { id: 32, flavorParams: { name: 'mine' } })).toMatchObject(refused);
    expect(await call('delete', { id: 32 })).toMatchObject(refused);
    expect(await call('get', { id: 32 })).toMatchObject({ name: 'Source' });
  });

  test('every kind keeps its own properties', async () => {
    const sent = [
      live({ streamSuffix: '9', videoBitrate: 1200, videoCodec: 'h264h', twoPass: true }),
      { objectType: 'KalturaImageFlavorParams', name: 'Pages', densityWidth: 150 },
      { objectType: 'KalturaPdfFlavorParams', name: 'PDF', readonly: true },
      { objectType: 'KalturaSwfFlavorParams', name: 'SWF', flashVersion: 10 },
      { objectType: 'KalturaMediaFlavorParams', name: 'Clip', format: 'mp4' },
      { objectType: 'KalturaDocumentFlavorParams', name: 'Document' },
      { objectType: 'KalturaFlavorParams', name: 'Any', frameRate: 29.97 },
    ];
    for (const each of sent) {
      const added = await add(each);
      expect(added).toMatchObject({
        ...each,
        partnerId: 100,
        isSystemDefault: false,
        createdAt: NOW_MS / 1000,
      });
      expect(await call('get', { id: added.id })).toEqual(added);
      expect(await call('get', { id: added.id }, foreign)).toMatchObject({
        code: 'FLAVOR_PARAMS_ID_NOT_FOUND',
      });
    }
  });

  test('python’s texts are read as what the properties are', async () => {
    expect(
      await add(live({ videoBitrate: '1500', frameRate: '25', twoPass: 'False', width: '' })),
    ).toMatchObject({ videoBitrate: 1500, frameRate: 25, twoPass: false, width: 0 });
  });

  test.each([
    [live({ name: '' }), 'PROPERTY_VALIDATION_CANNOT_BE_NULL'],
    [{ objectType: 'KalturaAssetParams', videoBitrate: 1 }, 'PROPERTY_VALIDATION_CANNOT_BE_NULL'],
    [live({ videoCodec: 'cinepak' }), 'INVALID_ENUM_VALUE'],
    [live({ height: -1 }), 'PROPERTY_VALIDATION_MIN_VALUE'],
    [live({ width: 20_000 }), 'PROPERTY_VALIDATION_MAX_VALUE'],
    [live({ partnerId: 0 }), 'PROPERTY_VALIDATION_NOT_UPDATABLE'],
    [live({ tags: 'x'.repeat(1025) }), 'PROPERTY_VALIDATION_MAX_LENGTH'],
  ])('add of %j is refused with %s', async (sent, code) => {
    expect(await add(sent)).toMatchObject({ code });
  });

  test('update changes what is sent and keeps the kind', async () => {
    const { id } = await add(live({ description: 'old', streamSuffix: '9' }));
    const flavorParams = { description__null: '', audioBitrate: 96 };
    const changed = await call('update', { id, flavorParams });
    expect(changed).toMatchObject({
      objectType: 'KalturaLiveParams',
      streamSuffix: '9',
      audioBitrate: 96,
    });
    expect(changed).not.toHaveProperty('description');
    for (const action of ['update', 'delete']) {
      expect(await call(action, { id, flavorParams }, foreign)).toMatchObject({
        code: 'FLAVOR_PARAMS_ID_NOT_FOUND',
      });
    }
  });

  test('a deleted flavor leaves the profiles and the webcasts that have it', async () => {
    const { id } = await add(live({ tags: 'mbr', videoBitrate: 777 }));
    const conversionProfileId = await addProfile(`32,${id}`);
    const webcast = await server.addWebcast({ conversionProfileId });
    expect(webcast).toMatchObject({ flavorParamsIds: `32,${id}` });
    await call('update', { id, flavorParams: { videoBitrate: 888 } });
    const changed = await server.call('livestream', 'get', { ks, entryId: webcast.id });
    expect(changed.bitrates[1]).toMatchObject({ bitrate: 888, tags: 'mbr' });

    expect(await call('delete', { id })).toBeNull();

    expect(
      idsOf({ objects: await call('getByConversionProfileId', { conversionProfileId }) }),
    ).toEqual([32]);
    const after = await server.call('livestream', 'get', { ks, entryId: webcast.id });
    expect(after).toMatchObject({ flavorParamsIds: '32' });
    expect(await call('get', { id })).toMatchObject({ code: 'FLAVOR_PARAMS_ID_NOT_FOUND' });
    expect(await call('delete', { id })).toMatchObject({ code: 'FLAVOR_PARAMS_ID_NOT_FOUND' });
  });

  test('a profile’s flavors come in its order', async () => {
    const conversionProfileId = await addProfile('37,32,33');
    const flavors = await call('getByConversionProfileId', { conversionProfileId });
    expect(idsOf({ objects: flavors })).toEqual([37, 32, 33]);
    expect(await call('getByConversionProfileId', { conversionProfileId }, foreign)).toMatchObject({
      code: 'CONVERSION_PROFILE_ID_NOT_FOUND',
    });
  });

  test('a list has those of every account first, and is filtered by kind, names, tags and format', async () => {
    const own = await add({ name: 'Clip', systemName: 'Own', tags: 'a,b', format: 'mp4' });
    const all = idsOf(await list());
    expect(all.slice(0, 3)).toEqual([32, 33, 34]);
    expect(all).toContain(own.id);
    expect(idsOf(await list({}, foreign))).not.toContain(own.id);
    expect(idsOf(await list({ systemNameEqual: 'Own' }))).toEqual([own.id]);
    expect(idsOf(await list({ tagsEqual: 'a,b' }))).toEqual([own.id]);
    expect(idsOf(await list({ formatEqual: 'mp4', idIn: `32,${own.id}` }))).toEqual([own.id]);
    expect(idsOf(await list({ idEqual: 36 }))).toEqual([36]);
    expect(idsOf(await list({ systemNameIn: 'Source,Ingest_2' }))).toEqual([32, 36]);
    expect(idsOf(await list({ isSystemDefaultEqual: 0 }))).not.toContain(32);
    expect(idsOf(await list({ isSystemDefaultEqual: 1 }))).not.toContain(own.id);
    expect(idsOf(await list({ objectType: 'KalturaLiveParamsFilter' }))).not.toContain(own.id);
  });
});

describeOnBothDatabases('conversionProfileAssetParams', (freshDatabase) => {
  let server: ApiForTests;
  let ks = '';

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    ks = await server.startAdminSession();
  });
  afterAll(() => server.close());

  const call = (action: string, parameters: object = {}, session = ks) =>
    server.call('conversionprofileassetparams', action, { ks: session, ...parameters });
  const list = (filter: object, session = ks) => call('list', { filter }, session);
  const profileId = async (systemName: string): Promise<number> => {
    const filter = { systemNameEqual: systemName };
    return (await server.call('conversionprofile', 'list', { ks, filter })).objects[0].id;
  };
  const usagesOf = ({ objects }: { objects: { assetParamsId: number; origin: number }[] }) =>
    objects.map(({ assetParamsId, origin }) => [assetParamsId, origin]);

  test('the transcoding profile makes its flavors of the source, passthrough takes all as they come', async () => {
    const ladder = await list({ conversionProfileIdEqual: await profileId('Default_Live') });
    expect(ladder).toMatchObject({
      objectType: 'KalturaConversionProfileAssetParamsListResponse',
      totalCount: 4,
    });
    expect(usagesOf(ladder)).toEqual([
      [32, 1],
      [33, 0],
      [34, 0],
      [35, 0],
    ]);
    expect(ladder.objects[1]).toMatchObject({
      objectType: 'KalturaConversionProfileAssetParams',
      readyBehavior: 2,
    });
    const passthrough = await profileId('Passthrough_Live');
    expect(usagesOf(await list({ conversionProfileIdEqual: passthrough }))).toEqual([
      [32, 1],
      [36, 1],
      [37, 1],
    ]);
    const foreign = await server.startForeignSession();
    expect(await list({ conversionProfileIdEqual: passthrough }, foreign)).toMatchObject({
      totalCount: 0,
      objects: [],
    });
  });

  test('the list is filtered by origin, flavors and by filters of profiles and of flavors', async () => {
    const id = await profileId('Default_Live');
    expect(usagesOf(await list({ conversionProfileIdIn: `${id},5`, originEqual: 0 }))).toEqual([
      [33, 0],
      [34, 0],
      [35, 0],
    ]);
    const conversionProfileIdFilter = { systemNameEqual: 'Default_Live' };
    expect(usagesOf(await list({ conversionProfileIdFilter, readyBehaviorIn: '0' }))).toEqual([
      [32, 1],
    ]);
    const assetParamsIdFilter = {
      objectType: 'KalturaFlavorParamsFilter',
      systemNameIn: 'SD_Small_900,Ingest_3',
    };
    expect(usagesOf(await list({ conversionProfileIdFilter, assetParamsIdFilter }))).toEqual([
      [35, 0],
    ]);
    expect(usagesOf(await list({ assetParamsIdEqual: 37 }))).toEqual([[37, 1]]);
  });

  test('update changes how a flavor is used, and the profile keeps it when its flavors change', async () => {
    const conversionProfile = { name: 'Mine', type: '2', flavorParamsIds: '32,33' };
    const { id } = await server.call('conversionprofile', 'add', { ks, conversionProfile });
    const names = { conversionProfileId: id, assetParamsId: 33 };
    const sent = { origin: 2, readyBehavior: 1, systemName: 'small', forceNoneComplied: true };
    const changed = await call('update', { ...names, conversionProfileAssetParams: sent });
    expect(changed).toMatchObject({ ...sent, ...names });
    await server.call('conversionprofile', 'update', {
      ks,
      id,
      conversionProfile: { flavorParamsIds: '33,34,32' },
    });
    const { objects } = await list({ conversionProfileIdEqual: id });
    expect(objects[0]).toEqual(changed);
    expect(usagesOf({ objects })).toEqual([
      [33, 2],
      [34, 0],
      [32, 1],
    ]);

    const refused = {
      code: 'CONVERSION_PROFILE_ASSET_PARAMS_NOT_FOUND',
      args: { PROFILE_ID: String(id), PARAMS_ID: '36' },
    };
    const missing = { ...names, assetParamsId: 36, conversionProfileAssetParams: sent };
    expect(await call('update', missing)).toMatchObject(refused);
    const foreign = await server.startForeignSession();
    expect(
      await call('update', { ...names, conversionProfileAssetParams: sent }, foreign),
    ).toMatchObject({ code: refused.code });
    await server.call('conversionprofile', 'delete', { ks, id });
    expect(await list({ conversionProfileIdEqual: id })).toMatchObject({ totalCount: 0 });
    expect(await call('update', { ...names, conversionProfileAssetParams: sent })).toMatchObject({
      code: refused.code,
    });
  });
});
