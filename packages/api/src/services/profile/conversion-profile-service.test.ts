import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiForTests, NOW_MS } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

describeOnBothDatabases('conversionProfile', (freshDatabase) => {
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
    server.call('conversionprofile', action, { ks: session, ...parameters });
  const add = (conversionProfile: object) => call('add', { conversionProfile });
  const list = (filter: object = {}, session = ks) => call('list', { filter }, session);
  const namesOf = ({ objects }: { readonly objects: readonly { readonly name: string }[] }) =>
    objects.map(({ name }) => name);
  let count = 0;
  const freshName = () => `Profile ${++count}`;

  test.each([
    ['Default_Live', { name: 'Cloud transcode', type: '2', flavorParamsIds: '32,33,34,35' }],
    ['Passthrough_Live', { name: 'Passthrough', type: '2', flavorParamsIds: '32,36,37' }],
    ['KMS54_NEW_DOC_CONV_IMAGE_WIDE', { type: '1', flavorParamsIds: '' }],
  ])('%s is there from the first start', async (systemName, expected) => {
    const answer = await list({ systemNameEqual: systemName });
    expect(answer).toMatchObject({
      objectType: 'KalturaConversionProfileListResponse',
      totalCount: 1,
      objects: [
        {
          objectType: 'KalturaConversionProfile',
          partnerId: 100,
          systemName,
          status: '2',
          createdAt: NOW_MS / 1000 - 1,
          isDefault: systemName === 'Passthrough_Live',
          isPartnerDefault: systemName === 'Passthrough_Live',
          ...expected,
        },
      ],
    });
    const [{ id }] = answer.objects;
    expect(await call('get', { id })).toEqual(answer.objects[0]);
    expect(await call('get', { id }, foreign)).toMatchObject({
      code: 'CONVERSION_PROFILE_ID_NOT_FOUND',
      args: { ID: String(id) },
    });
    const [others] = (await list({ systemNameEqual: systemName }, foreign)).objects;
    expect(others).toMatchObject({ systemName, partnerId: 200 });
    expect(others.id).not.toBe(id);
  });

  test('a list is filtered by type, sent as text or as number, and by system names, tags and ids', async () => {
    const tags = 'blue,green';
    const { id } = await add({ name: freshName(), tags, systemName: 'Tagged', type: '2' });
    const [document] = (
      await list({ typeEqual: '1', systemNameIn: 'Tagged,KMS54_NEW_DOC_CONV_IMAGE_WIDE' })
    ).objects;
    expect(document).toMatchObject({ systemName: 'KMS54_NEW_DOC_CONV_IMAGE_WIDE' });
    const live = await list({ typeEqual: 2, statusEqual: '2', idIn: `${id},${document.id}` });
    expect(live.objects.map((each: { id: number }) => each.id)).toEqual([id]);
    for (const filter of [
      { tagsMultiLikeOr: 'red,GREEN' },
      { tagsMultiLikeAnd: 'blue,green' },
      { idEqual: id },
      { systemNameEqual: 'Tagged' },
    ]) {
      expect((await list(filter)).objects).toMatchObject([{ id }]);
    }
    for (const filter of [
      { tagsMultiLikeAnd: 'blue,red' },
      { nameEqual: 'Cloud' },
      { systemNameIn: ',' },
      { statusIn: '1,3' },
    ]) {
      expect((await list(filter)).totalCount).toBe(0);
    }
  });

  test('a list begins with the oldest, and pages count all', async () => {
    expect(namesOf(await list()).slice(0, 2)).toEqual(['Cloud transcode', 'Passthrough']);
    expect(namesOf(await list({ orderBy: '+createdAt' }))[0]).toBe('Cloud transcode');
    server.clock.now += 10_000;
    const name = freshName();
    await add({ name });
    expect(namesOf(await list({ orderBy: '-createdAt' }))[0]).toBe(name);
    const page = await call('list', { pager: { pageSize: 1, pageIndex: 2 } });
    expect(namesOf(page)).toEqual(['Passthrough']);
    expect(page.totalCount).toBeGreaterThan(3);
  });

  test('add keeps what was sent, and the flavors in their order', async () => {
    const sent = {
      name: freshName(),
      systemName: 'Own_Live',
      type: '2',
      description: 'Ours',
      flavorParamsIds: '37,32',
      cropDimensions: { left: 1, width: 2 },
      calculateComplexity: true,
    };
    const added = await add(sent);
    expect(added).toMatchObject({ ...sent, status: '2', isDefault: false, id: expect.any(Number) });
    expect(await call('get', { id: added.id })).toEqual(added);
    const changed = await call('update', {
      id: added.id,
      conversionProfile: { description__null: '', flavorParamsIds: '32,33' },
    });
    expect(changed).toMatchObject({ name: sent.name, flavorParamsIds: '32,33' });
    expect(changed).not.toHaveProperty('description');
    expect(await call('get', { id: added.id })).toEqual(changed);
  });

  test.each([
    [{ name: '' }, 'PROPERTY_VALIDATION_CANNOT_BE_NULL'],
    [{ name: 'x', systemName: 'Default_Live' }, 'SYSTEM_NAME_ALREADY_EXISTS'],
    [{ name: 'x', type: '2', flavorParamsIds: '32,4711' }, 'FLAVOR_PARAMS_ID_NOT_FOUND'],
    [{ name: 'x', type: '2', flavorParamsIds: 'all' }, 'FLAVOR_PARAMS_ID_NOT_FOUND'],
    [{ name: 'x', type: '2', flavorParamsIds: '36,36' }, 'FLAVOR_PARAMS_DUPLICATE'],
    [{ name: 'x', type: '1', flavorParamsIds: '32' }, 'ASSET_PARAMS_INVALID_TYPE'],
    [{ name: 'x', type: '3' }, 'INVALID_ENUM_VALUE'],
    [{ name: 'x', status: '3' }, 'INVALID_ENUM_VALUE'],
    [{ name: 'x', status: '1', isDefault: true }, 'CANNOT_DELETE_DEFAULT_CONVERSION_PROFILE'],
    [{ name: 'x', id: 5 }, 'PROPERTY_VALIDATION_NOT_UPDATABLE'],
    [{ name: 'x'.repeat(129) }, 'PROPERTY_VALIDATION_MAX_LENGTH'],
  ])('add of %j is refused with %s', async (sent, code) => {
    const { totalCount } = await list();
    expect(await add(sent)).toMatchObject({ code });
    expect((await list()).totalCount).toBe(totalCount);
  });

  test('a second flavor with tag source is refused', async () => {
    const flavor = { objectType: 'KalturaLiveParams', name: 'Mine', tags: 'a, source' };
    const { id } = await server.call('flavorparams', 'add', { ks, flavorParams: flavor });
    const sent = { name: freshName(), type: '2', flavorParamsIds: `32,${id}` };
    expect(await add(sent)).toMatchObject({ code: 'FLAVOR_PARAMS_SOURCE_DUPLICATE' });
    const foreignAdd = await call(
      'add',
      { conversionProfile: { ...sent, flavorParamsIds: String(id) } },
      foreign,
    );
    expect(foreignAdd).toMatchObject({ code: 'FLAVOR_PARAMS_ID_NOT_FOUND' });
  });

  test('the type stays, and another account changes nothing', async () => {
    const { id } = await add({ name: freshName(), type: '2' });
    expect(await call('update', { id, conversionProfile: { type: '1' } })).toMatchObject({
      code: 'PROPERTY_VALIDATION_NOT_UPDATABLE',
    });
    for (const [action, more] of [
      ['update', { conversionProfile: { name: 'theirs' } }],
      ['delete', {}],
      ['setAsDefault', {}],
    ] as const) {
      expect(await call(action, { id, ...more }, foreign)).toMatchObject({
        code: 'CONVERSION_PROFILE_ID_NOT_FOUND',
      });
    }
    expect(await call('get', { id })).not.toHaveProperty('code');
  });

  test('one profile of a type is the default, which stays until there is another', async () => {
    const [passthrough] = (await list({ systemNameEqual: 'Passthrough_Live' })).objects;
    expect(await call('getDefault', { type: '2' })).toEqual(passthrough);
    expect(await call('getDefault')).toMatchObject({ code: 'CONVERSION_PROFILE_ID_NOT_FOUND' });
    const refusal = { code: 'CANNOT_DELETE_DEFAULT_CONVERSION_PROFILE' };
    expect(await call('delete', { id: passthrough.id })).toMatchObject(refusal);
    const disable = { id: passthrough.id, conversionProfile: { status: '1' } };
    expect(await call('update', disable)).toMatchObject(refusal);

    const { id } = await add({ name: freshName(), type: '2', flavorParamsIds: '32' });
    expect(await call('setAsDefault', { id })).toMatchObject({ id, isDefault: true });

    expect(await call('getDefault', { type: '2' })).toMatchObject({ id });
    expect(await call('get', { id: passthrough.id })).toMatchObject({ isDefault: false });
    expect(await server.addWebcast()).toMatchObject({ conversionProfileId: id });
    const media = await add({ name: freshName(), isDefault: true });
    expect(await call('getDefault', { type: '1' })).toMatchObject({ id: media.id });

    await call('update', { id: passthrough.id, conversionProfile: { isDefault: true } });
    expect(await call('getDefault', { type: '2' })).toMatchObject({ id: passthrough.id });
    expect(await call('delete', { id })).toBeNull();
    expect(await call('get', { id })).toMatchObject({ code: 'CONVERSION_PROFILE_ID_NOT_FOUND' });
  });

  test('many that are made the default at the same moment leave one', async () => {
    const added = await Promise.all(
      Array.from({ length: 12 }, () => add({ name: freshName(), type: '2' })),
    );
    const answers = await Promise.all(added.map(({ id }) => call('setAsDefault', { id })));
    expect(answers.filter(({ code }) => code !== undefined)).toEqual([]);
    const all = (await call('list', { filter: { typeEqual: '2' }, pager: { pageSize: 500 } }))
      .objects;
    const [only, ...more] = all.filter((each: { isDefault: boolean }) => each.isDefault);
    expect(more).toEqual([]);
    expect(await call('getDefault', { type: '2' })).toEqual(only);
    const [passthrough] = (await list({ systemNameEqual: 'Passthrough_Live' })).objects;
    await call('setAsDefault', { id: passthrough.id });
  });

  test('many changes at the same moment lose nothing', async () => {
    const { id } = await add({ name: freshName() });
    const properties = ['description', 'tags', 'collectionTags', 'deliveryTag', 'defaultEntryId'];
    const answers = await Promise.all(
      properties.map((name) => call('update', { id, conversionProfile: { [name]: `my ${name}` } })),
    );
    expect(answers.filter(({ code }) => code !== undefined)).toEqual([]);
    expect(await call('get', { id })).toMatchObject(
      Object.fromEntries(properties.map((name) => [name, `my ${name}`])),
    );
  });

  test('of two with one system name that come together, one is refused', async () => {
    const sent = { name: freshName(), systemName: 'Once' };
    const answers = await Promise.all([add(sent), add(sent)]);
    expect(answers.filter(({ code }) => code === 'SYSTEM_NAME_ALREADY_EXISTS')).toHaveLength(1);
    expect((await list({ systemNameEqual: 'Once' })).totalCount).toBe(1);
  });

  test('the system name of a deleted profile is free again', async () => {
    const { id } = await add({ name: freshName(), systemName: 'Again' });
    await call('delete', { id });
    expect(await add({ name: freshName(), systemName: 'Again' })).not.toHaveProperty('code');
  });
});

describeOnBothDatabases('the conversion profile of a webcast', (freshDatabase) => {
  let server: ApiForTests;
  let ks = '';

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    ks = await server.startAdminSession();
  });
  afterAll(() => server.close());

  const profile = async (systemName: string, session = ks) => {
    const filter = { systemNameEqual: systemName };
    const { objects } = await server.call('conversionprofile', 'list', { ks: session, filter });
    return objects[0];
  };
  const get = (entryId: string) => server.call('livestream', 'get', { ks, entryId });
  const update = (entryId: string, liveStreamEntry: object) =>
    server.call('livestream', 'update', { ks, entryId, liveStreamEntry });

  test('is the account’s default where none is named, and gives the flavors and bitrates', async () => {
    const { id } = await profile('Passthrough_Live');
    expect(await server.addWebcast()).toMatchObject({
      conversionProfileId: id,
      conversionQuality: String(id),
      flavorParamsIds: '32,36,37',
      bitrates: [
        {
          objectType: 'KalturaLiveStreamBitrate',
          bitrate: 900,
          width: 640,
          height: 480,
          tags: 'source,ingest,web,mobile,ipad,ipadnew',
        },
        { bitrate: 400, width: 480, height: 360 },
        { bitrate: 600, width: 640, height: 480 },
      ],
    });
  });

  test('an entry has the account’s access control profile, and none that the account has not', async () => {
    const [{ id }] = (await server.call('accesscontrolprofile', 'list', { ks })).objects;
    const profileOfOthers = await server.call('accesscontrolprofile', 'list', {
      ks: await server.startForeignSession(),
    });
    const webcast = await server.addWebcast();
    expect(webcast).toMatchObject({ accessControlId: id });
    expect(await server.addWebcast({ accessControlId: id })).toMatchObject({ accessControlId: id });
    for (const unknown of [4711, profileOfOthers.objects[0].id]) {
      const refused = { code: 'ACCESS_CONTROL_ID_NOT_FOUND', args: { ID: String(unknown) } };
      expect(await server.addWebcast({ accessControlId: unknown })).toMatchObject(refused);
      expect(await update(webcast.id, { accessControlId: unknown })).toMatchObject(refused);
    }
    expect(await update(webcast.id, { accessControlId__null: '' })).toMatchObject({
      accessControlId: id,
    });
  });

  test('may be the transcoding one', async () => {
    const { id } = await profile('Default_Live');
    const webcast = await server.addWebcast({ conversionProfileId: id });
    expect(webcast).toMatchObject({ conversionProfileId: id, flavorParamsIds: '32,33,34,35' });
    expect(webcast.bitrates.map(({ bitrate }: { bitrate: number }) => bitrate)).toEqual([
      900, 400, 600, 900,
    ]);
  });

  test('is refused where it is for media, of another account or disabled', async () => {
    const refused = { code: 'CONVERSION_PROFILE_ID_NOT_FOUND' };
    const document = await profile('KMS54_NEW_DOC_CONV_IMAGE_WIDE');
    const others = await profile('Default_Live', await server.startForeignSession());
    const disabled = await server.call('conversionprofile', 'add', {
      ks,
      conversionProfile: { name: 'Off', type: '2', status: '1' },
    });
    const webcast = await server.addWebcast();
    for (const { id } of [document, others, disabled]) {
      expect(await server.addWebcast({ conversionProfileId: id })).toMatchObject(refused);
      expect(await update(webcast.id, { conversionProfileId: id })).toMatchObject(refused);
    }
  });

  test('follows the profile at once, and gives way to the default when it is deleted', async () => {
    const added = await server.call('conversionprofile', 'add', {
      ks,
      conversionProfile: { name: 'Brief', type: '2', flavorParamsIds: '32' },
    });
    const { id } = await server.addWebcast({ conversionProfileId: added.id });
    expect(await get(id)).toMatchObject({ flavorParamsIds: '32' });

    await server.call('conversionprofile', 'update', {
      ks,
      id: added.id,
      conversionProfile: { flavorParamsIds: '36,32', status: '1' },
    });
    expect(await get(id)).toMatchObject({
      conversionProfileId: added.id,
      flavorParamsIds: '36,32',
    });

    await server.call('conversionprofile', 'delete', { ks, id: added.id });
    const passthrough = await profile('Passthrough_Live');
    expect(await get(id)).toMatchObject({ conversionProfileId: passthrough.id });
    expect(await update(id, { description: 'still mine' })).toMatchObject({
      description: 'still mine',
    });
  });
});
