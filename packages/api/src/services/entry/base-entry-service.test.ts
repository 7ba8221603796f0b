import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiForTests, encoder, NOW_MS } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

describeOnBothDatabases('baseEntry', (freshDatabase) => {
  let server: ApiForTests;
  let ks = '';

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    ks = await server.startAdminSession();
  });
  afterAll(async () => {
    expect(server.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    await server.close();
  });

  const call = (action: string, parameters: object, session = ks) =>
    server.call('baseentry', action, { ks: session, ...parameters });
  const get = (entryId: string, session = ks) => call('get', { entryId }, session);
  const ids = ({ objects }: { objects: readonly { id: string }[] }) => objects.map(({ id }) => id);

  describe('add', () => {
    test('makes what the object says, which its own service answers alike', async () => {
      const video = await call('add', {
        entry: { objectType: 'KalturaMediaEntry', name: 'Clip', mediaType: 1 },
      });
      const webcast = await call('add', {
        entry: { objectType: 'KalturaLiveStreamEntry', mediaType: 201, sourceType: '32' },
      });

      expect(video).toMatchObject({ objectType: 'KalturaMediaEntry', status: '7', type: 1 });
      expect(await server.call('media', 'get', { ks, entryId: video.id })).toEqual(video);
      expect(webcast).toMatchObject({ objectType: 'KalturaLiveStreamEntry', status: '2', type: 7 });
      expect(await server.call('livestream', 'get', { ks, entryId: webcast.id })).toEqual(webcast);
      expect(await get(webcast.id)).toEqual(webcast);
    });

    test('a plain entry is a media entry whose kind its content will say', async () => {
      expect(await call('add', { entry: { name: 'Something' }, type: '1' })).toMatchObject({
        objectType: 'KalturaMediaEntry',
        status: '7',
      });
      expect(await call('add', { entry: { name: 'Something' }, type: '10' })).toMatchObject({
        objectType: 'KalturaDocumentEntry',
        status: '7',
      });
      expect(await call('add', { entry: { name: 'Something' }, type: '5' })).toMatchObject({
        code: 'ENTRY_TYPE_NOT_SUPPORTED',
        args: { ENTRY_TYPE: '5' },
      });
    });
  });

  describe('properties', () => {
    test('a name in several languages is kept, and its default one is what clients get', async () => {
      const name = [
        { language: 'EN', value: 'Town hall' },
        { language: 'default', value: 'Assemblée' },
      ];
      const entry = await server.addWebcast({ name });

      expect(entry).toMatchObject({
        name: 'Assemblée',
        defaultLanguage: 'default',
        multiLingual_name: [
          { objectType: 'KalturaMultiLingualString', language: 'EN', value: 'Town hall' },
          { objectType: 'KalturaMultiLingualString', language: 'default', value: 'Assemblée' },
        ],
      });
      const update = { entryId: entry.id, baseEntry: { name: 'Réunion' } };
      expect((await call('update', update)).multiLingual_name).toEqual([
        { objectType: 'KalturaMultiLingualString', language: 'EN', value: 'Town hall' },
        { objectType: 'KalturaMultiLingualString', language: 'default', value: 'Réunion' },
      ]);
    });

    test('free text is found in what searchText says', async () => {
      const entry = await server.addVideo({ name: 'Zebra', description: 'Stripes', tags: 'zoo' });

      expect(entry.searchText).toBe(`${entry.id} Zebra Stripes zoo`);
      const filter = { freeText: 'zoo stripes', statusEqual: '7' };
      expect(ids(await call('list', { filter }))).toEqual([entry.id]);
    });

    test('the end may not lie before the start, whichever came last', async () => {
      const { id } = await server.addWebcast({ startDate: 2_000_000_000, endDate: 2_000_000_100 });
      expect(
        await call('update', { entryId: id, baseEntry: { startDate: 2_000_000_200 } }),
      ).toMatchObject({ code: 'INVALID_ENTRY_SCHEDULE_DATES' });
      expect(
        await call('update', { entryId: id, baseEntry: { startDate: 2_000_000_200, endDate: -1 } }),
      ).not.toHaveProperty('endDate');
    });

    test('a parent must be there, and have none itself', async () => {
      const parent = await server.addWebcast();
      const child = await server.addVideo({ parentEntryId: parent.id });
      expect(child).toMatchObject({ parentEntryId: parent.id });
      for (const parentEntryId of ['0_notthere', child.id]) {
        expect(await server.addVideo({ parentEntryId })).toMatchObject({
          code: 'PARENT_ENTRY_ID_NOT_FOUND',
          args: { ID: parentEntryId },
        });
      }
      expect(
        await call('update', { entryId: parent.id, baseEntry: { parentEntryId: parent.id } }),
      ).toMatchObject({ code: 'PARENT_ENTRY_ID_NOT_FOUND' });
      const filter = { parentEntryIdEqual: parent.id, statusIn: '2,7' };
      expect(ids(await call('list', { filter }))).toEqual([child.id]);
    });

    test('a template gives what is not sent, and nothing of its own', async () => {
      const template = await server.addWebcast({
        description: 'Every week',
        tags: 'weekly',
        referenceId: 'their-7',
        dvrStatus: 1,
        dvrWindow: 30,
        explicitLive: 1,
        srtPass: 'a-long-passphrase',
        userId: 'olga',
      });

      const made = await server.addWebcast({ templateEntryId: template.id, tags: 'monthly' });

      expect(made).toMatchObject({
        name: 'Town hall',
        description: 'Every week',
        tags: 'monthly',
        dvrWindow: 30,
        explicitLive: true,
        userId: 'the-admin',
      });
      expect(made).not.toHaveProperty('referenceId');
      expect(made).not.toHaveProperty('srtPass');
      expect(made.streamPassword).not.toBe(template.streamPassword);
      expect(await server.addWebcast({ templateEntryId: '0_notthere' })).toMatchObject({
        code: 'ENTRY_ID_NOT_FOUND',
      });
    });

    test('an update may name a more general type, not another one', async () => {
      const { id } = await server.addVideo();
      const baseEntry = { objectType: 'KalturaLiveStreamEntry', dvrWindow: 5 };
      expect(await call('update', { entryId: id, baseEntry })).toMatchObject({
        code: 'INVALID_ENTRY_TYPE',
        args: { WRONG_ENTRY_TYPE: 'KalturaLiveStreamEntry', RIGHT_ENTRY_TYPE: 'KalturaMediaEntry' },
      });
    });

    test('fifty updates at the same time lose nothing', async () => {
      const { id } = await server.addWebcast();
      const properties = ['name', 'description', 'tags', 'partnerData', 'creditUserName'];
      const updates = Array.from({ length: 50 }, (_, index) => {
        const name = properties[index % properties.length] ?? 'name';
        const baseEntry = { objectType: 'KalturaMediaEntry', [name]: `${name} ${index}` };
        return call('update', { entryId: id, baseEntry });
      });

      const answers = await Promise.all(updates);

      expect(answers.filter(({ code }) => code !== undefined)).toEqual([]);
      const after = await get(id);
      for (const name of properties) expect(after[name]).toMatch(new RegExp(`^${name} \\d+$`));
    });
  });

  describe('delete', () => {
    test('is not for those whom the entry only names as editors', async () => {
      const { id } = await server.addVideo({ userId: 'olga', entitledUsersEdit: 'carl' });
      const carl = await server.startSession({ userId: 'carl' });

      expect(await call('delete', { entryId: id }, carl)).toMatchObject({ code: 'INVALID_KS' });
      const olga = await server.startSession({ userId: 'olga' });
      expect(await call('delete', { entryId: id }, olga)).toBeNull();
      expect(await get(id)).toMatchObject({ code: 'ENTRY_ID_NOT_FOUND' });
    });
  });

  describe('lists', () => {
    test('hold every kind, and take filters of any', async () => {
      const video = await server.addVideo({ tags: 'kinds' });
      const webcast = await server.addWebcast({ tags: 'kinds', adminTags: 'kms-webcast-event' });
      const list = (filter: object) =>
        call('list', { filter: { tagsLike: 'kinds', statusIn: '2,7', ...filter } });

      const both = await list({ orderBy: '+mediaType' });
      expect(both).toMatchObject({ objectType: 'KalturaBaseEntryListResponse', totalCount: 2 });
      expect(both.objects.map(({ objectType }: { objectType: string }) => objectType)).toEqual([
        'KalturaMediaEntry',
        'KalturaLiveStreamEntry',
      ]);
      const live = {
        objectType: 'KalturaLiveEntryFilter',
        sourceTypeEqual: '32',
        adminTagsLike: 'kms-webcast-event',
      };
      expect(ids(await list(live))).toEqual([webcast.id]);
      expect(ids(await list({ typeEqual: '1' }))).toEqual([video.id]);
      expect(await call('count', { filter: { tagsLike: 'kinds', statusIn: '2,7' } })).toBe(2);
    });

    test('deleted entries are for admins to look back at', async () => {
      const { id } = await server.addVideo({ tags: 'deleted-test', userId: 'olga' });
      await call('delete', { entryId: id });
      const filter = { tagsLike: 'deleted-test', idEqual: id, statusEqual: '3' };
      const olga = await server.startSession({ userId: 'olga', privileges: 'list:*' });

      expect(ids(await call('list', { filter }))).toEqual([id]);
      expect(ids(await call('list', { filter }, olga))).toEqual([]);
    });

    test('getByIds answers in the asked order what is there', async () => {
      const first = await server.addVideo();
      const second = await server.addWebcast();
      const entryIds = `${second.id}, 0_notthere,${first.id},${second.id}`;

      const found = await call('getByIds', { entryIds });

      expect(found.map(({ id }: { id: string }) => id)).toEqual([second.id, first.id]);
      const many = Array.from({ length: 501 }, (_, index) => `0_${index}`).join(',');
      expect(await call('getByIds', { entryIds: many })).toMatchObject({
        code: 'INVALID_FIELD_VALUE',
      });
    });

    test('listByReferenceId finds what another system knows by its id', async () => {
      const { id } = await server.addWebcast({ referenceId: 'crm-42' });
      expect(ids(await call('listByReferenceId', { refId: 'crm-42' }))).toEqual([id]);
      expect(await call('listByReferenceId', { refId: ' ' })).toMatchObject({
        code: 'MISSING_MANDATORY_PARAMETER',
      });
    });

    test('redirectFromEntryId finds where viewers go: elsewhere only after the show', async () => {
      const replay = await server.addVideo();
      const webcast = await server.addWebcast({ redirectEntryId: replay.id });
      const find = async () =>
        ids(await call('list', { filter: { redirectFromEntryId: webcast.id } }));

      expect(await find()).toEqual([replay.id]);
      await server.tell({
        webcastId: webcast.id,
        state: 'on-air',
        onAirSinceMs: NOW_MS,
        encoders: [encoder()],
      });
      expect(await find()).toEqual([webcast.id]);
      await server.tell({ webcastId: webcast.id, state: 'ended', onAirSinceMs: NOW_MS });
      await call('delete', { entryId: replay.id });
      expect(await find()).toEqual([webcast.id]);
    });

    test('a filter that asks for more than can be answered is refused', async () => {
      const freeText = Array.from({ length: 60 }, (_, index) => `w${index}`).join(' ');
      expect(await call('list', { filter: { freeText } })).toMatchObject({
        code: 'INVALID_FIELD_VALUE',
        args: { FIELD_NAME: 'freeText' },
      });
    });

    test('orders that nobody knows mean nothing, and a plus may arrive as a space', async () => {
      const older = await server.addWebcast({ name: 'B', tags: 'order-test' });
      server.clock.now = NOW_MS + 5000;
      const newer = await server.addWebcast({ name: 'a', tags: 'order-test' });
      server.clock.now = NOW_MS;
      const list = async (orderBy: string) =>
        ids(await call('list', { filter: { tagsLike: 'order-test', orderBy } }));

      expect(await list('-moonphase')).toEqual([newer.id, older.id]);
      expect(await list(' createdAt')).toEqual([older.id, newer.id]);
      expect(await list('-mediaType,+name')).toEqual([newer.id, older.id]);
    });
  });

  describe('clone', () => {
    test('has the settings, and a token of its own', async () => {
      const entry = await server.addWebcast({
        userId: 'olga',
        dvrStatus: 1,
        entitledUsersEdit: 'carl',
        referenceId: 'one-and-only',
      });

      const clone = await call('clone', { entryId: entry.id });
      const own = await call('clone', {
        entryId: entry.id,
        cloneOptions: [
          { objectType: 'KalturaBaseEntryCloneOptionComponent', itemType: '1', rule: '1' },
        ],
      });

      expect(clone).toMatchObject({
        name: entry.name,
        dvrStatus: 1,
        userId: 'olga',
        creatorId: 'the-admin',
        entitledUsersEdit: 'carl',
        rootEntryId: clone.id,
      });
      expect(clone.id).not.toBe(entry.id);
      expect(clone.streamPassword).not.toBe(entry.streamPassword);
      expect(clone).not.toHaveProperty('referenceId');
      expect(own).toMatchObject({ userId: 'the-admin' });
      expect(own).not.toHaveProperty('entitledUsersEdit');
    });

    test('of what is hidden is hidden, of what is recycled is not recycled', async () => {
      const { id } = await server.addWebcast({ displayInSearch: -1 });
      expect(await call('clone', { entryId: id })).toMatchObject({ displayInSearch: -1 });
      await call('recycle', { entryId: id });
      expect(await call('clone', { entryId: id })).toMatchObject({ displayInSearch: -1 });
    });
  });

  describe('the recycle bin', () => {
    test('hides an entry, and gives it back as it was', async () => {
      const { id } = await server.addWebcast({ displayInSearch: 2, tags: 'bin-test' });
      const list = async (filter: object = {}) =>
        ids(await call('list', { filter: { tagsLike: 'bin-test', ...filter } }));

      expect(await call('recycle', { entryId: id })).toMatchObject({ displayInSearch: -2 });
      expect(await list()).toEqual([]);
      expect(await list({ displayInSearchEqual: -2 })).toEqual([id]);
      expect(await call('recycle', { entryId: id })).toMatchObject({
        code: 'INVALID_ENTRY_STATUS_FOR_RECYCLE',
      });
      expect(
        await call('update', { entryId: id, baseEntry: { displayInSearch: 1 } }),
      ).toMatchObject({ code: 'ENTRY_DISPLAY_IN_SEARCH_VALUE_NOT_ALLOWED' });
      expect(await call('restoreRecycled', { entryId: id })).toMatchObject({ displayInSearch: 2 });
      expect(await call('restoreRecycled', { entryId: id })).toMatchObject({
        code: 'INVALID_ENTRY_STATUS_FOR_RESTORE',
      });
      expect(await list()).toEqual([id]);
    });

    test('is not for what is on air, and only there entries are deleted by filter', async () => {
      const kept = await server.addWebcast({ tags: 'bulk-test' });
      const recycled = await server.addWebcast({ tags: 'bulk-test' });
      await server.tell({ webcastId: kept.id, state: 'on-air', onAirSinceMs: NOW_MS });

      expect(await call('recycle', { entryId: kept.id })).toMatchObject({
        code: 'INVALID_ENTRY_STATUS_FOR_RECYCLE',
      });
      await call('recycle', { entryId: recycled.id });
      expect(await call('bulkDelete', { filter: { tagsLike: 'bulk-test' } })).toMatchObject({
        code: 'ENTRY_BULK_DELETE_ONLY_RECYCLED',
      });
      const filter = { tagsLike: 'bulk-test', displayInSearchEqual: -2 };
      expect(await call('bulkDelete', { filter })).toBe(1);
      expect(await get(recycled.id)).toMatchObject({ code: 'ENTRY_ID_NOT_FOUND' });
      expect(await get(kept.id)).toMatchObject({ id: kept.id });
    });
  });

  test('index writes an entry anew', async () => {
    const { id } = await server.addVideo();
    server.clock.now = NOW_MS + 60_000;
    expect(await call('index', { id, shouldUpdate: false })).toBe(2);
    expect(await get(id)).toMatchObject({ updatedAt: NOW_MS / 1000 });
    expect(await call('index', { id })).toBe(3);
    expect(await get(id)).toMatchObject({ updatedAt: NOW_MS / 1000 + 60 });
    server.clock.now = NOW_MS;
  });
});
