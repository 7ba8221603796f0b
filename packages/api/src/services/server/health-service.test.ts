import type { ChannelHealth } from '@rostrum/contracts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ApiForTests, encoder, NOW_MS } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

const SAMPLE: Omit<ChannelHealth, 'webcastId'> = {
  atMs: NOW_MS - 1500,
  encoders: [
    {
      ...encoder('primary', NOW_MS - 60_000),
      isInUse: true,
      video: {
        codec: 'avc1.64001f',
        widthPx: 1280,
        heightPx: 720,
        bitsPerSecond: 4_500_000,
        framesPerSecond: 29.97,
        announcedFramesPerSecond: 30,
        keyFrameDistanceMs: null,
      },
      audio: null,
      bitsPerSecond: 4_500_000,
      droppedFrames: 7,
      driftMs: -12,
    },
  ],
  archive: 'failing',
  lostParts: 3,
  relays: [],
};

describeOnBothDatabases('rostrum_health and rostrum_server', (freshDatabase) => {
  let server: ApiForTests;
  let ks = '';
  let entryId = '';

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    ks = await server.startAdminSession();
    entryId = (await server.addWebcast({ name: 'All hands' })).id;
  });
  afterAll(() => server.close());
  beforeEach(() => {
    server.server.samples.clear();
    server.server.isMediaReady = true;
    server.server.store = { atMs: NOW_MS, diskFreeBytes: 5e11, diskSizeBytes: 1e12 };
  });

  const getHealth = (id = entryId, session = ks) =>
    server.call('rostrum_health', 'get', { ks: session, entryId: id });
  const getState = (session = ks) => server.call('rostrum_server', 'getState', { ks: session });
  const sample = (webcastId = entryId) =>
    server.server.samples.set(webcastId, { ...SAMPLE, webcastId });

  test('a stream that nobody sends has nothing to tell', async () => {
    expect(await getHealth()).toEqual({
      objectType: 'RostrumStreamHealth',
      entryId,
      encoders: [],
      archive: 'off',
      lostParts: 0,
    });
  });

  test('a stream has the newest numbers, without what is not known', async () => {
    sample();
    const health = await getHealth();
    expect(health).toMatchObject({
      archive: 'failing',
      lostParts: 3,
      sampledAt: Math.floor((NOW_MS - 1500) / 1000),
    });
    expect(health.encoders).toEqual([
      {
        objectType: 'RostrumEncoderHealth',
        slot: 'primary',
        protocol: 'rtmp',
        software: 'FMLE/3.0',
        remoteAddress: '192.0.2.1',
        connectedAt: NOW_MS / 1000 - 60,
        isInUse: true,
        bitsPerSecond: 4_500_000,
        videoCodec: 'avc1.64001f',
        width: 1280,
        height: 720,
        videoBitsPerSecond: 4_500_000,
        framesPerSecond: 29.97,
        announcedFramesPerSecond: 30,
        droppedFrames: 7,
        driftMs: -12,
      },
    ]);
  });

  test('a stream of another account does not exist', async () => {
    sample();
    const foreign = await server.startForeignSession();
    expect((await getHealth(entryId, foreign)).code).toBe('ENTRY_ID_NOT_FOUND');
    expect((await getHealth('0_none1234')).code).toBe('ENTRY_ID_NOT_FOUND');
  });

  test('the operator sees the whole server', async () => {
    expect(await getState()).toEqual({
      objectType: 'RostrumServerState',
      version: '1.2.3',
      alerts: [],
      liveStreams: 0,
      processes: [
        { objectType: 'RostrumServerProcess', name: 'supervisor', pid: 1, isReady: true },
        { objectType: 'RostrumServerProcess', name: 'media', pid: 2, isReady: true },
      ],
      httpPort: 8080,
      mediaPort: 8081,
      rtmpPort: 1935,
      diskFreeBytes: 5e11,
      diskSizeBytes: 1e12,
    });
  });

  test('an alert stands since it was seen first, and is logged once', async () => {
    sample();
    const [first] = (await getState()).alerts;
    expect(first).toMatchObject({ code: 'ARCHIVE_FAILING', entryId, since: NOW_MS / 1000 });
    expect(first.message).toContain('All hands');
    server.clock.now += 60_000;
    expect((await getState()).alerts[0].since).toBe(NOW_MS / 1000);
    const logged = server.log.lines.filter(({ message }) => message === first.message);
    expect(logged).toHaveLength(1);

    server.server.samples.clear();
    expect((await getState()).alerts).toEqual([]);
    sample();
    expect((await getState()).alerts[0].since).toBe(NOW_MS / 1000 + 60);
    server.clock.now = NOW_MS;
  });

  test('another account hears what concerns it, and nothing of others or of the machine', async () => {
    sample();
    server.server.isMediaReady = false;
    server.server.store = { atMs: NOW_MS, diskFreeBytes: 0, diskSizeBytes: 1e12 };
    const codesOf = (state: { alerts: readonly { code: string }[] }) =>
      state.alerts.map(({ code }) => code);
    expect(codesOf(await getState())).toEqual(['MEDIA_AWAY', 'ARCHIVE_FAILING', 'DISK_FULL']);
    const foreign = await getState(await server.startForeignSession());
    expect(codesOf(foreign)).toEqual(['MEDIA_AWAY']);
    expect(Object.keys(foreign).sort()).toEqual(['alerts', 'liveStreams', 'objectType', 'version']);
  });

  test('streams that are on air are counted for their own account', async () => {
    sample();
    await server.tell({ webcastId: entryId, state: 'on-air', onAirSinceMs: NOW_MS });
    expect((await getState()).liveStreams).toBe(1);
    expect((await getState(await server.startForeignSession())).liveStreams).toBe(0);
    await server.tell({ webcastId: entryId, state: 'preview' });
    expect((await getState()).liveStreams).toBe(0);
  });
});
