import { afterEach, beforeEach, expect, test } from 'vitest';
import { ApiForTests, encoder, NOW_MS } from '../api-for-tests.ts';
import { describeOnBothDatabases } from '../store/both-databases-for-tests.ts';

const MEDIA = 'http://media.example';

/** What `/watch/RECORDING` is told over its socket. */
describeOnBothDatabases('the page of a recording', (freshDatabase) => {
  let server: ApiForTests;
  let ks = '';

  beforeEach(async () => {
    server = await ApiForTests.open(await freshDatabase());
    ks = await server.startAdminSession();
  });
  afterEach(() => server.close());

  const takes = [
    {
      ...{ generation: 'a'.repeat(12), startsAtMs: NOW_MS, durationMs: 60_000 },
      ...{ sizeBytes: 1, hasVideo: true },
    },
  ];
  const begin = async (properties = {}) => {
    const { id } = await server.addWebcast({ description: 'All of us', ...properties });
    await server.tell({
      ...{ webcastId: id, state: 'on-air', onAirSinceMs: NOW_MS, takes, isPlayable: true },
      ...{ generation: 'a'.repeat(12), encoders: [encoder()] },
    });
    const { recordedEntryId } = await server.call('livestream', 'get', { ks, entryId: id });
    return { webcastId: id as string, entryId: recordedEntryId as string };
  };
  const end = (webcastId: string) =>
    server.tell({ webcastId, state: 'ended', onAirSinceMs: NOW_MS, takes });
  const stage = (entryId: string) => server.api.stageFor(entryId, false, MEDIA);
  const told: string[] = [];

  test('waits for the end of the show, is told of it, and plays', async () => {
    const { webcastId, entryId } = await begin();
    expect(await server.api.joinRoom(undefined, entryId)).toMatchObject({
      ...{ isAdmitted: true, role: 'viewer' },
    });
    expect(await server.api.webcastCard(entryId)).toEqual({
      ...{ webcastId: entryId, partnerId: 100, title: 'Town hall', description: 'All of us' },
      ...{ startsAtMs: null, endsAtMs: null, dvrWindowMs: 0 },
    });
    expect(await stage(entryId)).toEqual({ kind: 'being-recorded' });
    told.length = 0;
    server.api.onWebcastChanged((id) => told.push(id));
    await end(webcastId);
    expect(told).toContain(entryId);
    const recorded = await stage(entryId);
    expect(recorded).toMatchObject({ kind: 'recorded', isHeldBack: false });

    told.length = 0;
    const resource = {
      objectType: 'KalturaOperationResource',
      resource: { objectType: 'KalturaEntryResource', entryId },
      operationAttributes: [{ objectType: 'KalturaClipAttributes', offset: 10_000 }],
    };
    await server.call('media', 'updateContent', { ks, entryId, resource });
    expect(told).toContain(entryId);
    expect(await stage(entryId)).not.toEqual(recorded);
  });

  test('is gone with the recording, and from the recycle bin; what has no content says so', async () => {
    const { webcastId, entryId } = await begin();
    await end(webcastId);
    await server.call('baseEntry', 'recycle', { ks, entryId });
    expect(await stage(entryId)).toBeNull();
    await server.call('baseEntry', 'restoreRecycled', { ks, entryId });
    told.length = 0;
    server.api.onWebcastChanged((id) => told.push(id));
    await server.call('media', 'delete', { ks, entryId });
    expect(told).toContain(entryId);
    expect(await stage(entryId)).toBeNull();
    expect(await server.api.joinRoom(undefined, entryId)).toMatchObject({
      ...{ isAdmitted: false, code: 'not-found' },
    });
    const { id } = await server.addVideo();
    expect(await stage(id)).toEqual({ kind: 'empty' });
  });

  test('that is held back is open to those who may change it only', async () => {
    const { webcastId, entryId } = await begin({ userId: 'olga' });
    await end(webcastId);
    await server.call('media', 'reject', { ks, entryId });
    const viewer = await server.startSession({ userId: 'vera' });
    const owner = await server.startSession({ userId: 'olga' });
    expect(await server.api.joinRoom(viewer, entryId)).toMatchObject({ isAdmitted: false });
    expect(await server.api.joinRoom(owner, entryId)).toMatchObject({ role: 'producer' });
    expect(await stage(entryId)).toMatchObject({ kind: 'recorded', isHeldBack: true });
  });
});
