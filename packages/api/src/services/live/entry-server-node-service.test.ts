import type { ChannelHealth, ConnectedEncoder } from '@rostrum/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ApiForTests, NOW_MS, type Parameters } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

const encoder = (slot: ConnectedEncoder['slot']): ConnectedEncoder => ({
  ...{ slot, protocol: 'rtmp', remoteAddress: '192.0.2.1', software: 'OBS' },
  connectedAtMs: NOW_MS - 60_000,
});

describeOnBothDatabases('encoders as server nodes', (freshDatabase) => {
  let server: ApiForTests;
  let ks = '';
  let entryId = '';

  const nodes = (action: string, parameters: Parameters = {}) =>
    server.call('entryServerNode', action, { ks, ...parameters });
  const list = (filter: Parameters = {}) => nodes('list', { filter });
  const sample = (): ChannelHealth => ({
    ...{ webcastId: entryId, atMs: NOW_MS + 2000, archive: 'writing', lostParts: 0, relays: [] },
    encoders: [
      {
        ...encoder('primary'),
        isInUse: true,
        video: {
          ...{ codec: 'avc1.64001f', widthPx: 1280, heightPx: 720, bitsPerSecond: 2_400_000 },
          ...{ framesPerSecond: 29.97, announcedFramesPerSecond: 30, keyFrameDistanceMs: 2000 },
        },
        audio: null,
        ...{ bitsPerSecond: 2_500_000.4, droppedFrames: 0, driftMs: 0 },
      },
    ],
  });

  beforeEach(async () => {
    server = await ApiForTests.open(await freshDatabase());
    ks = await server.startAdminSession();
    const properties = { userId: 'olivia', explicitLive: 1, viewMode: 1 };
    entryId = (await server.addWebcast(properties)).id;
  });
  afterEach(() => server.close());

  test('are there while they are connected, with what they send and what is recorded', async () => {
    expect(await list({ entryIdEqual: entryId })).toMatchObject({ totalCount: 0, objects: [] });
    server.server.samples.set(entryId, sample());
    const take = {
      ...{ generation: 'g1', startsAtMs: NOW_MS, durationMs: 4000.4, sizeBytes: 1 },
      hasVideo: true,
    };
    await server.tell({
      ...{ webcastId: entryId, state: 'on-air', isPlayable: true, generation: 'g1' },
      ...{ onAirSinceMs: NOW_MS, takes: [take], encoders: [encoder('primary'), encoder('backup')] },
    });
    const { recordedEntryId } = await server.call('liveStream', 'get', { ks, entryId });
    const { objects } = await list({ entryIdEqual: entryId });
    expect(objects).toMatchObject([
      {
        ...{ objectType: 'KalturaLiveEntryServerNode', entryId, serverNodeId: 1, partnerId: 100 },
        ...{ serverType: '0', status: 1, isPlayableUser: true, viewMode: 1 },
        ...{ createdAt: NOW_MS / 1000 - 60, updatedAt: NOW_MS / 1000 + 2 },
        streams: [
          {
            ...{ bitrate: 2_500_000, codec: 'avc1.64001f', width: 1280, height: 720 },
            ...{ frameRate: 30, keyFrameInterval: 2 },
          },
        ],
        recordingInfo: [{ recordedEntryId, duration: 4000, recordingStatus: 1 }],
      },
      { serverType: '1', status: 1, streams: [] },
    ]);
    const [{ id }] = objects;
    expect(await nodes('get', { id })).toEqual(objects[0]);
    expect(await nodes('validateRegisteredEntryServerNode', { id })).toBeNull();

    await server.tell({ webcastId: entryId, state: 'interrupted', onAirSinceMs: NOW_MS });
    expect(await nodes('validateRegisteredEntryServerNode', { id })).toMatchObject({
      ...{ code: 'INVALID_OBJECT_ID', args: { ID: String(id) } },
    });
    await server.tell({ webcastId: entryId, state: 'on-air', encoders: [encoder('primary')] });
    expect(await list()).toMatchObject({ totalCount: 1, objects: [{ id, status: 3 }] });
  });

  test('are found by type, status and time, those of all webcasts too', async () => {
    const other = await server.addWebcast();
    for (const webcastId of [entryId, other.id]) {
      await server.tell({
        ...{ webcastId, state: 'on-air', isPlayable: true },
        encoders: [encoder('primary'), encoder('backup')],
      });
    }
    expect(await list()).toMatchObject({ totalCount: 4 });
    for (const [filter, totalCount] of [
      [{ serverTypeEqual: '1' }, 2],
      [{ serverTypeNotIn: '1' }, 2],
      [{ entryIdIn: `${entryId},${other.id}`, statusEqual: 1 }, 4],
      [{ statusIn: '0,3' }, 0],
      [{ serverNodeIdNotIn: '1' }, 0],
      [{ createdAtLessThanOrEqual: NOW_MS / 1000 - 61 }, 0],
      [{ entryIdEqual: '0_notthere' }, 0],
    ] as const) {
      expect(await list(filter), JSON.stringify(filter)).toMatchObject({ totalCount });
    }
  });

  test('are shown to those who may know where encoders connect, and to nobody else', async () => {
    await server.tell({ webcastId: entryId, state: 'on-air', encoders: [encoder('primary')] });
    const filter = { entryIdEqual: entryId };
    for (const [userId, totalCount] of [
      ['olivia', 1],
      ['vera', 0],
    ] as const) {
      const session = await server.startSession({ userId });
      expect(await nodes('list', { ks: session, filter })).toMatchObject({ totalCount });
      expect(await nodes('list', { ks: session })).toMatchObject({ totalCount });
    }
    const foreign = await server.startForeignSession();
    expect(await nodes('list', { ks: foreign, filter })).toMatchObject({ totalCount: 0 });
    expect(await nodes('list', { ks: foreign })).toMatchObject({ totalCount: 0 });
  });

  test('connect to one server, which says whether it works', async () => {
    const servers = (action: string, parameters: Parameters = {}) =>
      server.call('serverNode', action, { ks, ...parameters });
    server.server.store = { atMs: NOW_MS, diskFreeBytes: 1, diskSizeBytes: 2 };
    expect(await servers('get', { serverNodeId: 1 })).toMatchObject({
      ...{ status: 1, hostName: 'ingest.example', heartbeatTime: NOW_MS / 1000, dc: 0 },
    });
    server.server.isMediaReady = false;
    const filter = { statusEqual: 5 };
    expect(await servers('list', { filter })).toMatchObject({ totalCount: 1 });
    expect(await servers('list', { filter: { hostNameLike: 'other' } })).toMatchObject({
      totalCount: 0,
    });
    expect(await servers('get', { serverNodeId: 2 })).toMatchObject({ code: 'INVALID_OBJECT_ID' });
  });

  test('and how many watch is told while it is on air', async () => {
    const stats = () => server.call('liveStream', 'getLiveStreamStats', { entryId });
    server.server.viewers.set(entryId, 7);
    expect(await stats()).toMatchObject({ objectType: 'KalturaLiveStreamStats', liveViewers: 0 });
    await server.tell({ webcastId: entryId, state: 'on-air', encoders: [encoder('primary')] });
    expect(await stats()).toMatchObject({ liveViewers: 7 });
    expect(
      await server.call('liveStream', 'getLiveStreamStats', { entryId: '0_notthere' }),
    ).toMatchObject({ code: 'INVALID_ENTRY_ID' });
  });
});
