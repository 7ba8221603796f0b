import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiForTests, NOW_MS } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

describeOnBothDatabases('media', (freshDatabase) => {
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

  const call = (action: string, parameters: object) =>
    server.call('media', action, { ks, ...parameters });

  test('add answers an entry that waits for its content, and get the same', async () => {
    const added = await call('add', {
      entry: { name: 'Interview', mediaType: 5, description: 'Quarterly', msDuration: 90_500 },
    });

    expect(added).toMatchObject({
      objectType: 'KalturaMediaEntry',
      id: expect.stringMatching(/^0_[0-9a-z]{8}$/),
      name: 'Interview',
      description: 'Quarterly',
      mediaType: 5,
      type: 1,
      status: '7',
      rootEntryId: added.id,
      userId: 'the-admin',
      createdAt: NOW_MS / 1000,
      duration: 91,
      msDuration: 90_500,
      durationType: 'short',
      thumbnailUrl: `http://localhost:80/p/100/sp/10000/thumbnail/entry_id/${added.id}/version/0`,
    });
    expect(added).not.toHaveProperty('dataUrl');
    expect(await call('get', { entryId: added.id })).toEqual(added);
  });

  test.each([
    [{ mediaType: undefined }, 'PROPERTY_VALIDATION_CANNOT_BE_NULL'],
    [{ mediaType: 201 }, 'ENTRY_MEDIA_TYPE_NOT_SUPPORTED'],
    [{ objectType: 'KalturaLiveStreamEntry' }, 'ENTRY_TYPE_NOT_SUPPORTED'],
    [{ conversionProfileId: 999_999 }, 'CONVERSION_PROFILE_ID_NOT_FOUND'],
    [{ accessControlId: 999_999 }, 'ACCESS_CONTROL_ID_NOT_FOUND'],
    [{ displayInSearch: -2 }, 'ENTRY_DISPLAY_IN_SEARCH_VALUE_NOT_ALLOWED'],
    [{ plays: 5 }, 'PROPERTY_VALIDATION_NOT_UPDATABLE'],
  ])('add with %j is refused with %s', async (properties, code) => {
    expect(await server.addVideo(properties)).toMatchObject({ code });
  });

  test('update changes what was sent, and not what was there from the beginning', async () => {
    const { id } = await server.addVideo({ description: 'old', tags: 'a' });
    const update = (mediaEntry: object) => call('update', { entryId: id, mediaEntry });

    expect(await update({ name: 'New', description__null: '' })).not.toHaveProperty('description');
    expect(await call('get', { entryId: id })).toMatchObject({ name: 'New', tags: 'a' });
    expect(await update({ mediaType: 2 })).toMatchObject({
      code: 'PROPERTY_VALIDATION_NOT_UPDATABLE',
      args: { PROP_NAME: 'KalturaMediaEntry::mediaType' },
    });
  });

  test('a live stream is no media to get, change or delete, but it is listed', async () => {
    const webcast = await server.addWebcast({ tags: 'media-test' });
    const video = await server.addVideo({ tags: 'media-test' });

    for (const action of ['get', 'delete']) {
      expect(await call(action, { entryId: webcast.id })).toMatchObject({
        code: 'ENTRY_ID_NOT_FOUND',
      });
    }
    expect(await server.call('livestream', 'get', { ks, entryId: video.id })).toMatchObject({
      code: 'ENTRY_ID_NOT_FOUND',
    });
    const filter = { tagsLike: 'media-test', statusIn: '2,7', orderBy: '+mediaType' };
    const found = await call('list', { filter });
    expect(found.objects.map(({ id }: { id: string }) => id)).toEqual([video.id, webcast.id]);
    expect(await call('count', { filter })).toBe(2);
    expect((await server.call('livestream', 'list', { ks, filter })).totalCount).toBe(1);
  });

  test('a deleted video is gone', async () => {
    const { id } = await server.addVideo();
    expect(await call('delete', { entryId: id })).toBeNull();
    expect(await call('get', { entryId: id })).toMatchObject({ code: 'ENTRY_ID_NOT_FOUND' });
    expect(server.channels.removed).not.toContain(id);
  });
});
