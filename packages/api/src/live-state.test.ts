import { createHmac } from 'node:crypto';
import { decodePlaybackToken } from '@rostrum/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiForTests, encoder, NOW_MS } from './api-for-tests.ts';
import { describeOnBothDatabases } from './store/both-databases-for-tests.ts';

const GENERATION = 'abc123def456';
const SECOND = 1000;

/** What a webcast's life looks like from outside, as the media process tells it. */
describeOnBothDatabases('the life of a webcast', (freshDatabase) => {
  let server: ApiForTests;
  let admin = '';

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    admin = await server.startAdminSession();
  });
  afterAll(async () => {
    expect(server.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    await server.close();
  });

  const get = (entryId: string) => server.call('livestream', 'get', { ks: admin, entryId });
  const isLive = (id: string, ks?: string) => server.call('livestream', 'isLive', { id, ks });
  const details = (id: string) => server.call('livestream', 'getDetails', { id });
  const stage = (id: string, mayPreview = false) =>
    server.api.stageFor(id, mayPreview, 'http://media.example');
  const playable = { generation: GENERATION, isPlayable: true, encoders: [encoder()] } as const;
  const playManifest = (id: string, more = '') =>
    server.app.inject({
      url: `/p/100/sp/10000/playManifest/entryId/${id}/format/applehttp/protocol/http${more}/a.m3u8`,
    });

  test('before an encoder has come it is scheduled', async () => {
    const { id } = await server.addWebcast();

    expect(await isLive(id)).toBe(false);
    expect(await details(id)).toEqual({
      objectType: 'KalturaLiveStreamDetails',
      primaryStreamStatus: 0,
      secondaryStreamStatus: 0,
      viewMode: 1,
      wasBroadcast: false,
      broadcastStatus: 1,
    });
    expect(await stage(id)).toEqual({ kind: 'scheduled' });
    const response = await playManifest(id);
    expect([response.statusCode, response.headers['x-kaltura'], response.body]).toEqual([
      404,
      'error-36',
      '',
    ]);
  });

  test('on air everybody gets the picture', async () => {
    const { id } = await server.addWebcast();
    await server.tell({ webcastId: id, state: 'on-air', onAirSinceMs: NOW_MS, ...playable });

    expect(await isLive(id)).toBe(true);
    expect(await details(id)).toMatchObject({
      primaryStreamStatus: 1,
      secondaryStreamStatus: 0,
      broadcastStatus: 3,
      wasBroadcast: true,
    });
    expect(await get(id)).toMatchObject({
      liveStatus: 1,
      firstBroadcast: NOW_MS / SECOND,
      lastBroadcast: NOW_MS / SECOND,
      broadcastTime: NOW_MS / SECOND,
      currentBroadcastStartTime: NOW_MS / SECOND,
      lastBroadcastEndTime: 0,
    });
    const shown = await stage(id);
    expect(shown).toMatchObject({ kind: 'on-air', onAirSinceMs: NOW_MS });
    const response = await playManifest(id);
    expect(response.statusCode).toBe(302);
    expect(response.headers.location).toMatch(
      new RegExp(`^http://media\\.example:8081/v/[^/]+/${id}/${GENERATION}/index\\.m3u8$`),
    );
    const asText = await server.app.inject({
      url: `//p/100/sp/10000/playManifest/entryId/${id}/format/url/protocol/http`,
    });
    expect([asText.statusCode, asText.body]).toEqual([200, response.headers.location]);
    const elsewhere = await server.app.inject({
      url: `/p/200/sp/20000/playManifest/entryId/${id}/format/applehttp/a.m3u8`,
    });
    expect([elsewhere.statusCode, elsewhere.headers['x-kaltura']]).toEqual([404, 'error-1']);
  });

  test('an address carries a token that holds for a day, and is the same for hours', async () => {
    const { id } = await server.addWebcast();
    await server.tell({ webcastId: id, state: 'on-air', onAirSinceMs: NOW_MS, ...playable });
    const first = await stage(id);
    server.clock.now = NOW_MS + 3 * 3600 * SECOND;
    const later = await stage(id);
    server.clock.now = NOW_MS;

    expect(later).toEqual(first);
    const [, token = ''] =
      /\/v\/([^/]+)\//.exec(first?.kind === 'on-air' ? first.manifestUrl : '') ?? [];
    const mac = (text: string) =>
      createHmac('sha256', Buffer.alloc(32, 7)).update(text).digest('base64url');
    const claims = decodePlaybackToken(token, mac);
    expect(claims).toMatchObject({ webcastId: id, generation: GENERATION, epoch: 1 });
    expect(claims?.expiresAtSeconds).toBeGreaterThanOrEqual(NOW_MS / SECOND + 86_400);
  });

  test('a token lasts to the planned end plus the DVR window', async () => {
    const endDate = NOW_MS / SECOND + 10 * 86_400;
    const { id } = await server.addWebcast({ endDate, dvrStatus: 1, dvrWindow: 1440 });
    await server.tell({ webcastId: id, state: 'on-air', onAirSinceMs: NOW_MS, ...playable });

    const { location = '' } = (await playManifest(id)).headers;

    const expires = Number.parseInt(String(location).split('/v/')[1]?.split('.')[3] ?? '', 36);
    expect(expires).toBeGreaterThanOrEqual(endDate + 86_400);
  });

  test('in preview only those get the picture who may preview', async () => {
    const { id } = await server.addWebcast({
      explicitLive: 1,
      userId: 'olga',
      entitledUsersEdit: 'carl',
    });
    await server.tell({ webcastId: id, state: 'preview', ...playable });
    const sees = async (userId: string, privileges = '') =>
      isLive(id, await server.startSession({ userId, privileges: privileges.replace('ID', id) }));

    expect(await isLive(id)).toBe(false);
    expect(await isLive(id, admin)).toBe(true);
    expect(await sees('olga')).toBe(true);
    expect(await sees('carl')).toBe(true);
    expect(await sees('vera')).toBe(false);
    expect(await sees('vera', 'edit:ID,sview:ID,list:*')).toBe(false);
    expect(await sees('vera', 'restrictexplicitliveview:ID')).toBe(true);
    expect(await sees('vera', 'restrictexplicitliveview')).toBe(true);
    expect(await sees('vera', 'restrictexplicitliveview:0_otherone')).toBe(false);
    expect(await sees('vera', 'restrictexplicitliveview:*')).toBe(false);
    expect(await sees('olga', 'restrictexplicitliveview:*')).toBe(false);

    expect(await details(id)).toMatchObject({ broadcastStatus: 2, viewMode: 0 });
    expect(await stage(id, true)).toMatchObject({
      kind: 'preview',
      manifestUrl: expect.stringContaining(GENERATION),
    });
    expect(await stage(id, false)).toEqual({ kind: 'scheduled' });
    expect((await playManifest(id)).statusCode).toBe(404);
    expect((await playManifest(id, `/ks/${admin}`)).statusCode).toBe(302);
    expect((await playManifest(id, '/ks/rubbish')).statusCode).toBe(404);
  });

  test('interrupted it stays live, with the time it waits', async () => {
    const { id } = await server.addWebcast();
    await server.tell({ webcastId: id, state: 'on-air', onAirSinceMs: NOW_MS, ...playable });
    await server.tell({
      webcastId: id,
      state: 'interrupted',
      onAirSinceMs: NOW_MS,
      sinceMs: NOW_MS + 5 * SECOND,
      waitsUntilMs: NOW_MS + 65 * SECOND,
      generation: GENERATION,
      isPlayable: true,
    });

    expect(await isLive(id)).toBe(true);
    expect(await stage(id)).toMatchObject({
      kind: 'interrupted',
      waitsUntilMs: NOW_MS + 65 * SECOND,
      onAirSinceMs: NOW_MS,
    });
    expect(await get(id)).toMatchObject({
      currentBroadcastStartTime: NOW_MS / SECOND,
      lastBroadcastEndTime: NOW_MS / SECOND + 5,
    });
  });

  test('after the end nobody gets the picture, and the facts stay', async () => {
    const { id } = await server.addWebcast();
    await server.tell({ webcastId: id, state: 'on-air', onAirSinceMs: NOW_MS, ...playable });
    const ended = {
      webcastId: id,
      state: 'ended',
      onAirSinceMs: NOW_MS,
      sinceMs: NOW_MS + 60 * SECOND,
    } as const;
    await server.tell(ended);
    await server.tell(ended);

    expect(await isLive(id)).toBe(false);
    expect(await stage(id)).toEqual({
      kind: 'ended',
      endedAtMs: NOW_MS + 60 * SECOND,
      replayUrl: null,
    });
    expect(await details(id)).toMatchObject({ wasBroadcast: true, broadcastStatus: 1 });
    expect(await get(id)).toMatchObject({
      liveStatus: 0,
      firstBroadcast: NOW_MS / SECOND,
      lastBroadcast: NOW_MS / SECOND + 60,
      lastBroadcastEndTime: NOW_MS / SECOND + 60,
      currentBroadcastStartTime: 0,
      broadcastTime: NOW_MS / SECOND,
    });
  });

  test('what is known survives without the media process', async () => {
    const { id } = await server.addWebcast();
    await server.tell({ webcastId: id, state: 'on-air', onAirSinceMs: NOW_MS, ...playable });
    server.channels.statuses.delete(id);

    expect(await isLive(id)).toBe(true);
    expect(await stage(id)).toMatchObject({ kind: 'on-air' });
  });

  test('with explicitLive the end of the show goes back to preview, once', async () => {
    const { id } = await server.addWebcast({ explicitLive: 1 });
    const update = (viewMode: number) =>
      server.call('livestream', 'update', {
        ks: admin,
        entryId: id,
        liveStreamEntry: { viewMode },
      });
    await server.tell({ webcastId: id, state: 'preview', ...playable });
    await update(1);
    await server.tell({ webcastId: id, state: 'on-air', onAirSinceMs: NOW_MS, ...playable });
    const changed: string[] = [];
    const unsubscribe = server.api.onWebcastChanged((webcastId) => changed.push(webcastId));

    server.clock.now = NOW_MS + 90 * SECOND;
    const ended = {
      webcastId: id,
      state: 'ended',
      onAirSinceMs: NOW_MS,
      sinceMs: server.clock.now,
    } as const;
    await server.tell(ended);

    expect(await get(id)).toMatchObject({ viewMode: 0, recordingStatus: 0 });
    expect(server.channels.applied.at(-1)).toMatchObject({ webcastId: id, isOnAirAllowed: false });
    expect(changed).toContain(id);

    server.clock.now += SECOND;
    await update(1);
    await server.tell(ended);
    unsubscribe();
    server.clock.now = NOW_MS;

    expect(await get(id)).toMatchObject({ viewMode: 1, recordingStatus: 2 });
  });

  test('a media process that comes back is told of the shows that go on, and of those that were deleted', async () => {
    const { id } = await server.addWebcast();
    const deleted = await server.addWebcast({ explicitLive: 1 });
    await server.tell({
      webcastId: id,
      state: 'interrupted',
      onAirSinceMs: NOW_MS,
      generation: GENERATION,
    });
    await server.tell({ webcastId: deleted.id, state: 'preview', ...playable });
    await server.call('livestream', 'delete', { ks: admin, entryId: deleted.id });
    server.channels.removed.length = 0;

    const settings = await server.api.channelSettings();

    expect(settings.find(({ webcastId }) => webcastId === id)).toMatchObject({
      isOnAirAllowed: true,
      revision: 1,
    });
    expect(settings.map(({ webcastId }) => webcastId)).not.toContain(deleted.id);
    expect(server.channels.removed).toEqual([deleted.id]);
  });

  test('a status of a webcast that does not exist changes nothing', async () => {
    await server.tell({
      webcastId: '0_notthere',
      state: 'on-air',
      onAirSinceMs: NOW_MS,
      ...playable,
    });
    expect(await server.api.stageFor('0_notthere', true, 'http://media.example')).toBeNull();
  });

  test('an encoder may publish with the right token only', async () => {
    const entry = await server.addWebcast({ explicitLive: 1 });
    const ask = (webcastId: string, streamToken: string) =>
      server.api.authorizePublish({
        webcastId,
        streamToken,
        slot: 'primary',
        protocol: 'rtmp',
        remoteAddress: '192.0.2.1',
        software: 'test',
      });

    expect(await ask(entry.id, entry.streamPassword)).toEqual({
      isAllowed: true,
      settings: {
        webcastId: entry.id,
        revision: 1,
        streamToken: entry.streamPassword,
        isExplicitLive: true,
        isOnAirAllowed: false,
        isRecorded: false,
        dvrWindowMs: 0,
        playbackEpoch: 1,
        relays: [],
      },
    });
    for (const token of ['', 'wrong', `${entry.streamPassword}0`, entry.streamPassword.slice(1)]) {
      expect(await ask(entry.id, token)).toMatchObject({ isAllowed: false, code: 'wrong-token' });
    }
    expect(await ask('0_notthere', '')).toMatchObject({
      isAllowed: false,
      code: 'unknown-webcast',
    });
  });

  test('the room knows who comes', async () => {
    const { id } = await server.addWebcast({
      userId: 'olga',
      entitledUsersPublish: 'petra',
      explicitLive: 1,
    });
    const join = async (userId?: string, privileges = '') =>
      server.api.joinRoom(
        userId === undefined ? undefined : await server.startSession({ userId, privileges }),
        id,
      );

    expect(await join()).toMatchObject({
      isAdmitted: true,
      role: 'viewer',
      mayPreview: false,
      viewerId: expect.stringMatching(/^anonymous:/),
    });
    expect(await join('vera')).toMatchObject({
      role: 'viewer',
      mayPreview: false,
      viewerId: 'user:vera',
    });
    expect(await join('vera', `restrictexplicitliveview:${id}`)).toMatchObject({
      role: 'viewer',
      mayPreview: true,
    });
    expect(await join()).toMatchObject({ sessionEndsAtMs: null });
    expect(await join('vera')).toMatchObject({ sessionEndsAtMs: NOW_MS + 86_400 * SECOND });
    expect(await join('petra')).toMatchObject({ role: 'presenter', mayPreview: false });
    expect(await join('olga')).toMatchObject({ role: 'producer', mayPreview: true });
    expect(await server.api.joinRoom(admin, id)).toMatchObject({
      role: 'producer',
      mayPreview: true,
    });
    expect(await server.api.joinRoom('rubbish', id)).toMatchObject({
      isAdmitted: false,
      code: 'bad-session',
    });
    expect(await server.api.joinRoom(await server.startForeignSession(), id)).toMatchObject({
      code: 'not-found',
    });
    expect(await server.api.joinRoom(undefined, '0_notthere')).toMatchObject({ code: 'not-found' });
  });

  test('the card of a webcast says what every viewer may know', async () => {
    const startDate = NOW_MS / SECOND + 600;
    const { id } = await server.addWebcast({
      description: 'About us',
      startDate,
      dvrStatus: 1,
      dvrWindow: 30,
    });
    expect(await server.api.webcastCard(id)).toEqual({
      webcastId: id,
      partnerId: 100,
      title: 'Town hall',
      description: 'About us',
      startsAtMs: startDate * SECOND,
      endsAtMs: null,
      dvrWindowMs: 30 * 60 * SECOND,
    });
  });
});
