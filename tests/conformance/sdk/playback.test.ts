import { afterEach, beforeEach, expect, test } from 'vitest';
import { ACCOUNT, encoder } from '../../../packages/api/src/api-for-tests.ts';
import { describeOnBothDatabases } from '../../../packages/api/src/store/both-databases-for-tests.ts';
import {
  type Client,
  createSession,
  createWebcast,
  goLive,
  isLive,
  launchParameters,
  listRecordings,
  playback,
  producerPrivileges,
  waitUntilLive,
} from '../../../packages/sdk/src/index.ts';
import { ApiOnAPort } from './api-on-a-port.ts';

const { partnerId, adminSecret: secret } = ACCOUNT;

describeOnBothDatabases('playback through the SDK', (freshDatabase) => {
  let server: ApiOnAPort;
  let client: Client;
  let viewer: string;
  let webcastId: string;

  beforeEach(async () => {
    server = await ApiOnAPort.open(await freshDatabase());
    client = server.adminClient();
    viewer = await createSession({ partnerId, secret, userId: 'vera' });
    const webcast = { name: 'Town hall', recording: 'per-session' } as const;
    ({ id: webcastId } = await createWebcast(client, webcast));
  });
  afterEach(() => server.close());

  const play = (session = viewer) => playback(client, webcastId, { session });
  const show = (generation: string) => ({
    webcastId,
    onAirSinceMs: Date.now(),
    generation,
    isPlayable: true,
    encoders: [encoder()],
  });
  const take = (generation: string, startsAtMs: number) => ({
    generation,
    startsAtMs,
    durationMs: 60_000,
    sizeBytes: 1000,
    hasVideo: true,
  });

  test('is nothing before the show, the webcast while it is on air, and its recording afterwards', async () => {
    expect(await play()).toMatchObject({ kind: 'none', entryId: webcastId, name: 'Town hall' });

    await server.api.tell({ ...show('preview00000'), state: 'preview', onAirSinceMs: null });
    expect(await play()).toMatchObject({ kind: 'none' });
    expect(await isLive(client, webcastId)).toBe(true);

    await goLive(client, webcastId);
    const first = take('first0000000', Date.now());
    await server.api.tell({ ...show(first.generation), state: 'on-air', takes: [first] });
    expect(await play()).toMatchObject({
      kind: 'live',
      entryId: webcastId,
      manifestUrl: `${server.serviceUrl}/p/100/sp/10000/playManifest/entryId/${webcastId}/protocol/http/format/applehttp/ks/${viewer}/a.m3u8`,
    });

    await server.api.tell({ webcastId, state: 'ended', takes: [first] });
    const replay = await play();
    expect(replay).toMatchObject({ kind: 'recording', durationMs: 60_000 });
    const { recordings } = await listRecordings(client, { webcastId, page: 1, pageSize: 10 });
    expect(recordings.map(({ id }) => id)).toEqual([replay.entryId]);
    // A recording's own id is as good.
    expect(await playback(client, replay.entryId)).toMatchObject({
      ...replay,
      manifestUrl: expect.not.stringContaining('/ks/'),
    });
    const manifest = replay.kind === 'recording' ? replay.manifestUrl : '';
    const response = await fetch(manifest, { redirect: 'manual' });
    expect(response.status).toBe(302);
  });

  test('whoever waits until it is live waits for what viewers get, not for the preview', async () => {
    await server.api.tell({ ...show('preview00000'), state: 'preview', onAirSinceMs: null });
    expect(await isLive(client, webcastId)).toBe(true);
    await expect(waitUntilLive(client, webcastId, { timeoutMs: 300 })).rejects.toMatchObject({
      code: 'timed-out',
      args: { ENTRY_ID: webcastId },
      message: expect.stringContaining(`${webcastId} have no picture after 0.3 s`),
    });
    const leaving = new AbortController();
    const left = waitUntilLive(client, webcastId, { signal: leaving.signal });
    leaving.abort(new Error('the page was left'));
    await expect(left).rejects.toThrow('the page was left');

    await goLive(client, webcastId);
    const waiting = waitUntilLive(client, webcastId, { session: viewer });
    const take0 = take('first0000000', Date.now());
    await server.api.tell({ ...show(take0.generation), state: 'on-air', takes: [take0] });
    await waiting;
    expect(await play()).toMatchObject({ kind: 'live' });
    await waitUntilLive(client, webcastId);
  });

  test('waiting for what is not there, or for no time, is refused', async () => {
    await expect(waitUntilLive(client, '0_zzzzzzzz')).rejects.toMatchObject({
      code: 'INVALID_ENTRY_ID',
      action: 'liveStream.isLive',
    });
    await expect(waitUntilLive(client, webcastId, { timeoutMs: 0 })).rejects.toThrow('(got 0)');
  });

  test('finds the newest recording of a webcast that has forgotten it', async () => {
    await server.api.tell({
      ...show('first0000000'),
      state: 'on-air',
      takes: [take('first0000000', Date.now() - 100_000)],
    });
    await server.api.tell({
      webcastId,
      state: 'ended',
      takes: [take('first0000000', Date.now() - 100_000)],
    });
    const before = await play();
    expect(before.kind).toBe('recording');
    // Whoever changes how it is recorded makes it forget.
    await client.liveStream.update(webcastId, { recordStatus: 1 });
    const entry = await client.liveStream.get(webcastId);
    expect(entry.redirectEntryId ?? entry.recordedEntryId ?? '').toBe('');
    const session = await createSession({ partnerId, secret, isAdmin: true });
    expect(await play(session)).toMatchObject({ kind: 'recording', entryId: before.entryId });
  });

  test('refuses what is not there, or not for this viewer', async () => {
    await expect(playback(client, '0_zzzzzzzz')).rejects.toMatchObject({
      code: 'ENTRY_ID_NOT_FOUND',
      action: 'baseEntry.get',
    });
  });

  test('the studio is launched with all that the guide names', async () => {
    const webcast = await createWebcast(client, {
      name: 'With dates',
      startsAt: '2026-12-01T17:00:00+01:00',
      endsAt: '2026-12-01T18:00:00+01:00',
    });
    const session = await createSession({
      partnerId,
      secret,
      userId: 'presenter',
      privileges: producerPrivileges(webcast.id),
    });
    const parameters = await launchParameters(client, webcast, {
      session,
      sessionExpiresAt: '2026-12-02T16:00:00Z',
      userId: 'presenter',
      referer: 'https://portal.example',
      hasPolls: false,
    });
    expect(parameters).toEqual({
      ks: session,
      ks_expiry: '2026-12-02T16:00:00+00:00',
      MediaEntryId: webcast.id,
      uiConfID: expect.any(Number),
      serverAddress: server.serviceUrl,
      eventsMetadataProfileId: webcast.metadata.event?.profileId,
      kwebcastMetadataProfileId: webcast.metadata.webcast?.profileId,
      appName: 'Webcast Studio',
      fromDate: '2026-12-01T16:00:00+00:00',
      toDate: '2026-12-01T17:00:00+00:00',
      userId: 'presenter',
      QnAEnabled: true,
      pollsEnabled: false,
      userRole: 'adminRole',
      presentationConversionProfileId: expect.any(Number),
      referer: 'https://portal.example',
      debuggingMode: false,
      verifySSL: true,
      selfServeEnabled: true,
      participantsPanel: true,
      appHostUrl: '',
      instanceProfile: 'Webcast Studio',
    });
  });
});
