import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ApiForTests, NOW_MS, type Parameters } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

describeOnBothDatabases('response profiles', (freshDatabase) => {
  let server: ApiForTests;
  let ks = '';

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    server.clock.now = NOW_MS;
    ks = await server.startAdminSession();
  });

  const call = (action: string, parameters: Parameters) =>
    server.call('responseprofile', action, { ks, ...parameters });
  const add = (properties: Parameters = {}) =>
    call('add', { addResponseProfile: { name: 'n', type: 1, fields: 'id,name', ...properties } });
  let count = 0;
  const freshName = () => `profile-${++count}`;

  test('are kept as they were sent', async () => {
    const systemName = freshName();
    const added = await add({ systemName });
    expect(added).toEqual({
      objectType: 'KalturaResponseProfile',
      id: expect.any(Number),
      partnerId: 100,
      name: 'n',
      systemName,
      type: 1,
      fields: 'id,name',
      status: 2,
      version: 1,
      createdAt: NOW_MS / 1000,
      updatedAt: NOW_MS / 1000,
    });
    expect(await call('get', { id: added.id })).toEqual(added);
  });

  test('change in what is sent, and only in that', async () => {
    const { id } = await add({ name: 'before', fields: 'a' });
    server.clock.now += 5000;
    const changed = await call('update', { id, updateResponseProfile: { type: 2, fields: 'b' } });
    expect(changed).toMatchObject({ name: 'before', type: 2, fields: 'b', version: 2 });
    expect(changed.updatedAt).toBe(changed.createdAt + 5);
    expect(await call('update', { id, updateResponseProfile: { name__null: '' } })).toMatchObject({
      name: '',
      fields: 'b',
    });
  });

  test('lose nothing where many change them at once', async () => {
    const { id } = await add();
    const updates = Array.from({ length: 30 }, (_, index) =>
      call('update', { id, updateResponseProfile: index % 2 ? { name: 'x' } : { fields: 'y' } }),
    );
    await Promise.all(updates);
    expect(await call('get', { id })).toMatchObject({ name: 'x', fields: 'y', version: 31 });
  });

  test('have system names that no other of the account has', async () => {
    const systemName = freshName();
    const { id } = await add({ systemName });
    const taken = {
      code: 'RESPONSE_PROFILE_DUPLICATE_SYSTEM_NAME',
      args: { SYSTEM_NAME: systemName },
    };
    expect(await add({ systemName })).toMatchObject(taken);
    const other = await add();
    expect(
      await call('update', { id: other.id, updateResponseProfile: { systemName } }),
    ).toMatchObject(taken);
    expect(await call('clone', { id, profile: { systemName } })).toMatchObject(taken);
    expect(await call('update', { id, updateResponseProfile: { systemName } })).toMatchObject({
      id,
    });

    const foreign = await server.startForeignSession();
    const addResponseProfile = { systemName };
    expect(await call('add', { ks: foreign, addResponseProfile })).toMatchObject({ systemName });
  });

  test('are copied with what the copy has of its own', async () => {
    const original = await add({ systemName: freshName(), fields: 'a,b' });
    const copy = await call('clone', { id: original.id, profile: { name: 'copy' } });
    expect(copy).toMatchObject({ name: 'copy', fields: 'a,b', version: 1 });
    expect(copy.id).not.toBe(original.id);
    expect(copy.systemName).toBeUndefined();
  });

  test('are gone when they are deleted, by either way', async () => {
    for (const [action, more] of [
      ['delete', {}],
      ['updateStatus', { status: 3 }],
    ] as const) {
      const systemName = freshName();
      const { id } = await add({ systemName });
      const answer = await call(action, { id, ...more });
      expect(answer?.status).toBe(action === 'delete' ? undefined : 3);
      for (const again of ['get', 'delete']) {
        expect(await call(again, { id })).toMatchObject({
          code: 'RESPONSE_PROFILE_ID_NOT_FOUND',
          args: { ID: String(id) },
        });
      }
      expect(await add({ systemName })).toMatchObject({ systemName });
    }
  });

  test('are listed by filter, order and page', async () => {
    const ids: number[] = [];
    const names = [freshName(), freshName(), freshName()];
    for (const systemName of names) {
      server.clock.now += 1000;
      ids.push((await add({ systemName })).id);
    }
    await call('updateStatus', { id: ids[1], status: 1 });
    const list = async (filter: object, pager: object = {}) => {
      const answer = await call('list', { filter: { idIn: ids.join(','), ...filter }, pager });
      return { total: answer.totalCount, ids: answer.objects.map(({ id }: { id: number }) => id) };
    };
    expect(await list({})).toEqual({ total: 3, ids });
    expect(await list({ orderBy: '-createdAt' })).toEqual({ total: 3, ids: ids.toReversed() });
    expect(await list({}, { pageSize: 1, pageIndex: 2 })).toEqual({ total: 3, ids: [ids[1]] });
    expect(await list({}, { pageSize: 0 })).toEqual({ total: 3, ids: [] });
    expect(await list({ statusEqual: 1 })).toEqual({ total: 1, ids: [ids[1]] });
    expect(await list({ systemNameIn: `${names[0]},${names[2]}` })).toEqual({
      total: 2,
      ids: [ids[0], ids[2]],
    });
    expect(await list({ createdAtGreaterThanOrEqual: NOW_MS / 1000 + 3 })).toEqual({
      total: 1,
      ids: [ids[2]],
    });
  });

  test.each([
    [{ systemName: 'x' }, 'PROPERTY_VALIDATION_MIN_LENGTH'],
    [{ fields: 'x'.repeat(10_001) }, 'PROPERTY_VALIDATION_MAX_LENGTH'],
    [{ id: 7 }, 'PROPERTY_VALIDATION_NOT_UPDATABLE'],
    [{ type: 3 }, 'INVALID_ENUM_VALUE'],
  ])('%j is refused', async (properties, code) => {
    expect(await add(properties)).toMatchObject({ code });
  });

  describe('shape answers', () => {
    let entry: { readonly id: string };

    beforeAll(async () => {
      entry = await server.addWebcast({ recordingOptions: { shouldMakeHidden: true } });
    });

    const get = (responseProfile: unknown, more: Parameters = {}) =>
      server.call('livestream', 'get', { ks, entryId: entry.id, responseProfile, ...more });

    test('to the named properties alone', async () => {
      expect(await get({ type: 1, fields: 'id, name ,nothing' })).toEqual({
        objectType: 'KalturaLiveStreamEntry',
        id: entry.id,
        name: 'Town hall',
      });
      expect(await get({ fields: 'recordingOptions' })).toEqual({
        objectType: 'KalturaLiveStreamEntry',
        recordingOptions: {
          objectType: 'KalturaLiveEntryRecordingOptions',
          shouldMakeHidden: true,
        },
      });
    });

    test('to all but the named ones', async () => {
      const whole = await get(undefined);
      const { id: _id, name: _name, ...rest } = whole;
      expect(await get({ type: '2', fields: 'id,name,objectType' })).toEqual(rest);
    });

    test.each([null, '', {}, { type: 1 }, { fields: '' }])(
      'not at all with %j',
      async (profile) => {
        expect(await get(profile)).toEqual(await get(undefined));
      },
    );

    test('of lists in their objects', async () => {
      const list = await server.call('livestream', 'list', {
        ks,
        filter: { idEqual: entry.id },
        responseProfile: { objectType: 'KalturaDetachedResponseProfile', type: 1, fields: 'id' },
      });
      expect(list).toEqual({
        objectType: 'KalturaLiveStreamListResponse',
        totalCount: 1,
        objects: [{ objectType: 'KalturaLiveStreamEntry', id: entry.id }],
      });
    });

    test('in every format', async () => {
      const text = async (format: number) => {
        const fields = 'id,referenceId';
        const payload = { ks, entryId: entry.id, format, responseProfile: { type: 1, fields } };
        const url = '/api_v3/service/livestream/action/get';
        return (await server.app.inject({ method: 'POST', url, payload })).body;
      };
      expect(await text(2)).toMatch(
        new RegExp(
          `<result><objectType>KalturaLiveStreamEntry</objectType>(<id>${entry.id}</id>)(<referenceId></referenceId>)?</result>`,
        ),
      );
      expect(await text(3)).toBe(
        `O:22:"KalturaLiveStreamEntry":2:{s:10:"objectType";s:22:"KalturaLiveStreamEntry";s:2:"id";s:10:"${entry.id}";}`,
      );
    });

    test('of the calls of a multirequest, each for itself', async () => {
      const one = { service: 'livestream', action: 'get', entryId: entry.id };
      const answer = await server.app.inject({
        method: 'POST',
        url: '/api_v3/service/multirequest?1:responseProfile:fields=id',
        payload: { ks, format: 1, 1: one, 2: one },
      });
      const [first, second] = answer.json();
      expect(Object.keys(first)).toEqual(['objectType', 'id']);
      expect(second.name).toBe('Town hall');
    });

    test('by id or system name', async () => {
      const systemName = freshName();
      const { id } = await add({ systemName, fields: 'id' });
      const expected = { objectType: 'KalturaLiveStreamEntry', id: entry.id };
      expect(await get({ id })).toEqual(expected);
      expect(await get({ objectType: 'KalturaResponseProfileHolder', systemName })).toEqual(
        expected,
      );
      await call('updateStatus', { id, status: 1 });
      expect(await get({ systemName })).toMatchObject({
        code: 'RESPONSE_PROFILE_NAME_NOT_FOUND',
        args: { SYSTEM_NAME: systemName },
      });
      expect(await get({ id })).toMatchObject({ code: 'RESPONSE_PROFILE_ID_NOT_FOUND' });
    });

    test('not by the profile of another account, nor without a session', async () => {
      const foreign = await server.startForeignSession();
      const { id } = await call('add', { ks: foreign, addResponseProfile: { fields: 'id' } });
      expect(await get({ id })).toMatchObject({ code: 'RESPONSE_PROFILE_ID_NOT_FOUND' });
      const own = await add();
      expect(
        await server.call('livestream', 'isLive', {
          id: entry.id,
          responseProfile: { id: own.id },
        }),
      ).toMatchObject({ code: 'RESPONSE_PROFILE_ID_NOT_FOUND' });
    });

    test('before anything is changed: an unknown one stops the call', async () => {
      const liveStreamEntry = { description: 'changed' };
      const update = { ks, entryId: entry.id, liveStreamEntry, responseProfile: { id: 1 } };
      expect(await server.call('livestream', 'update', update)).toMatchObject({
        code: 'RESPONSE_PROFILE_ID_NOT_FOUND',
      });
      expect((await get(undefined)).description).not.toBe('changed');
    });

    test('never where they cannot be read', async () => {
      expect(await get('text')).toMatchObject({ code: 'PROPERTY_VALIDATION_WRONG_FORMAT' });
      expect(await get({ type: 7, fields: 'id' })).toMatchObject({ code: 'INVALID_ENUM_VALUE' });
    });
  });
});
