import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiForTests, encoder, NOW_MS } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

describeOnBothDatabases('complaints, votes and moderators', (freshDatabase) => {
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

  const call = (action: string, parameters: object, session: string | undefined = ks) =>
    server.call('baseentry', action, { ...parameters, ...(session && { ks: session }) });
  const flag = (flaggedEntryId: string, more: object = {}, session = '') =>
    call('flag', { moderationFlag: { flaggedEntryId, ...more } }, session);

  test('a complaint is counted, kept, and done with once a moderator decides', async () => {
    const { id } = await server.addVideo();
    const vera = await server.startSession({ userId: 'vera' });

    expect(await flag(id, { flagType: 4, comments: 'An advertisement' }, vera)).toBeNull();
    expect(await flag(id)).toBeNull();

    expect(await call('get', { entryId: id })).toMatchObject({
      moderationCount: 2,
      moderationStatus: 5,
    });
    expect(await call('listFlags', { entryId: id })).toEqual({
      objectType: 'KalturaModerationFlagListResponse',
      totalCount: 2,
      objects: [
        {
          objectType: 'KalturaModerationFlag',
          id: expect.any(Number),
          partnerId: 100,
          userId: 'vera',
          moderationObjectType: '2',
          flaggedEntryId: id,
          status: '1',
          comments: 'An advertisement',
          flagType: 4,
          createdAt: NOW_MS / 1000,
          updatedAt: NOW_MS / 1000,
        },
        expect.objectContaining({ userId: '', flaggedEntryId: id }),
      ],
    });
    expect(await call('approve', { entryId: id })).toBeNull();
    expect(await call('get', { entryId: id })).toMatchObject({
      moderationCount: 0,
      moderationStatus: 2,
    });
    expect(await call('listFlags', { entryId: id })).toMatchObject({ totalCount: 0, objects: [] });
  });

  test('complaints and updates at the same time are all kept', async () => {
    const { id } = await server.addVideo();
    const update = (name: string) => call('update', { entryId: id, baseEntry: { name } });

    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? flag(id) : update(`Name ${index}`))),
    );

    expect(answers.filter((answer) => answer?.code !== undefined)).toEqual([]);
    expect(await call('get', { entryId: id })).toMatchObject({
      moderationCount: 10,
      moderationStatus: 5,
      name: 'Name 18',
    });
  });

  test('what is rejected leaves the lists, and is watched by its editors only', async () => {
    const { id } = await server.addWebcast({ userId: 'olga', tags: 'rejected' });
    await server.tell({
      webcastId: id,
      state: 'on-air',
      onAirSinceMs: NOW_MS,
      generation: 'abc123def456',
      isPlayable: true,
      encoders: [encoder()],
    });
    const olga = await server.startSession({ userId: 'olga' });
    const isLive = (session: string | undefined) =>
      server.call('livestream', 'isLive', { id, ...(session && { ks: session }) });
    const settings = () => server.channels.applied.findLast(({ webcastId }) => webcastId === id);
    expect(await isLive(undefined)).toBe(true);

    expect(await call('reject', { entryId: id })).toBeNull();

    expect(await isLive(undefined)).toMatchObject({ code: 'INVALID_ENTRY_ID' });
    expect(await isLive(olga)).toBe(true);
    expect(await server.api.joinRoom(undefined, id)).toMatchObject({ isAdmitted: false });
    expect(settings()?.playbackEpoch).toBe(2);
    expect(await call('count', { filter: { tagsLike: 'rejected' } })).toBe(0);
    expect(
      await call('count', { filter: { tagsLike: 'rejected', moderationStatusEqual: 3 } }),
    ).toBe(1);
    expect(await flag(id, {}, olga)).toMatchObject({ code: 'ENTRY_CANNOT_BE_FLAGGED' });

    await call('approve', { entryId: id });
    expect(await isLive(undefined)).toBe(true);
  });

  test('votes are counted, and rank is their mean', async () => {
    const { id } = await server.addVideo();
    const vote = (rank: number) => call('anonymousRank', { entryId: id, rank });

    await Promise.all([vote(5), vote(4), vote(4)]);

    const { rank, totalRank, votes } = await call('get', { entryId: id });
    expect({ rank, totalRank, votes }).toEqual({ rank: 13 / 3, totalRank: 13, votes: 3 });
    for (const wrong of [0, 6, -1]) {
      expect(await vote(wrong)).toMatchObject({ code: 'INVALID_RANK_VALUE' });
    }
    const filter = { idEqual: id, rankGreaterThanOrEqual: 4.3, rankLessThanOrEqual: 4.34 };
    expect(await call('count', { filter })).toBe(1);
    expect(await call('count', { filter: { ...filter, rankLessThanOrEqual: 4.3 } })).toBe(0);
  });

  test('a complaint names an entry that is there', async () => {
    expect(await flag('0_notthere')).toMatchObject({ code: 'ENTRY_ID_NOT_FOUND' });
    expect(await flag('')).toMatchObject({ code: 'PROPERTY_VALIDATION_CANNOT_BE_NULL' });
    const { id } = await server.addWebcast();
    const moderationFlag = { flaggedEntryId: id };
    expect(await server.call('media', 'flag', { moderationFlag })).toMatchObject({
      code: 'ENTRY_ID_NOT_FOUND',
    });
    expect(await flag(id, { status: '2' })).toMatchObject({
      code: 'PROPERTY_VALIDATION_NOT_UPDATABLE',
    });
  });
});
