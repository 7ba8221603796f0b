import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ApiForTests } from '../api-for-tests.ts';
import { describeOnBothDatabases } from '../store/both-databases-for-tests.ts';
import { livePlaylist, multivariantPlaylist, OriginForTests } from './origin-for-tests.ts';

const MANIFEST = '/show/index.m3u8';
const MEDIA_URL = 'http://media.example:8081';
const READABLE = { headers: { 'access-control-allow-origin': '*' } };

describeOnBothDatabases('a live stream that comes from elsewhere', (freshDatabase) => {
  let server: ApiForTests;
  let origin: OriginForTests;
  let ks = '';
  let id = '';

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    ks = await server.startAdminSession();
  });
  afterAll(async () => {
    expect(server.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    await server.close();
  });
  beforeEach(async () => {
    server.stills.mayFetchFromHere = true;
    origin = await OriginForTests.open();
    ({ id } = await add());
  });
  afterEach(() => origin.close());

  const addressOf = (path = MANIFEST) => `${origin.origin}${path}`;
  const add = (properties: object = {}) =>
    server.call('livestream', 'add', {
      ks,
      sourceType: '30',
      liveStreamEntry: {
        ...{ name: 'From elsewhere', mediaType: 201 },
        liveStreamConfigurations: [{ protocol: 'hls', url: addressOf() }],
        ...properties,
      },
    });
  const isLive = (parameters: object = {}) =>
    server.call('livestream', 'isLive', { id, protocol: 'hls', ...parameters });
  const details = (parameters: object = {}) =>
    server.call('livestream', 'getDetails', { id, ...parameters });
  const stage = (mayPreview = false) => server.api.stageFor(id, mayPreview, MEDIA_URL);
  const update = (liveStreamEntry: object) =>
    server.call('livestream', 'update', { ks, entryId: id, liveStreamEntry });
  /** What was seen is seen anew. */
  const later = (ms = 5000) => {
    server.clock.now += ms;
  };
  /** A playlist that grows as the clock goes on. */
  const putLive = (path = MANIFEST, options: { readonly isOver?: boolean } = {}) =>
    origin.files.set(path, () => ({
      ...READABLE,
      body: livePlaylist({
        ...options,
        sequence: Math.floor(server.clock.now / 6000),
        endsAtMs: server.clock.now,
      }),
    }));
  const manifest = () => server.app.inject(`/p/100/sp/10000/playManifest/entryId/${id}/a.m3u8`);

  test('is live while its playlist is', async () => {
    expect(await isLive()).toBe(false);
    putLive();
    later();
    expect(await isLive()).toBe(true);
    expect(await details()).toMatchObject({ broadcastStatus: 3, primaryStreamStatus: 1 });
    expect(await server.call('livestream', 'get', { ks, entryId: id })).toMatchObject({
      liveStatus: 1,
    });
    expect(await stage()).toMatchObject({ kind: 'on-air', manifestUrl: addressOf() });
    const redirect = await manifest();
    expect([redirect.statusCode, redirect.headers.location]).toEqual([302, addressOf()]);
  });

  test.each([
    ['a page', { body: '<html></html>' }],
    ['a stream that is over', { body: livePlaylist({ isOver: true }) }],
    ['nothing to play', { body: '#EXTM3U\n#EXT-X-TARGETDURATION:6\n' }],
    ['variants without an address', { body: '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n' }],
    ['a failure', { status: 503 }],
    ['a circle', { status: 302, headers: { location: MANIFEST } }],
    ['a way to another scheme', { status: 302, headers: { location: 'file:///etc/passwd' } }],
    ['more than a playlist ever is', { body: `#EXTM3U\n${'#'.repeat(5_000_000)}` }],
  ])('is not live where there is %s', async (_what, answer) => {
    origin.files.set(MANIFEST, answer);
    expect(await isLive()).toBe(false);
    expect(await stage()).toEqual({ kind: 'scheduled' });
    const refusal = await manifest();
    expect([refusal.statusCode, refusal.headers['x-kaltura']]).toEqual([404, 'error-36']);
  });

  test('is live where variants are, and stops where they stand still', async () => {
    origin.files.set(MANIFEST, { body: multivariantPlaylist('low/a.m3u8', 'high/a.m3u8') });
    putLive('/show/low/a.m3u8');
    expect(await isLive()).toBe(true);
    origin.files.set('/show/low/a.m3u8', { body: livePlaylist({ sequence: 99 }) });
    later();
    expect(await isLive()).toBe(true);
    later(19_000);
    expect(await isLive()).toBe(false);
    const [seen] = (await server.call('rostrum_outsideStream', 'get', { ks, entryId: id }))
      .addresses;
    expect(seen).toMatchObject({ isLive: false, problem: 'still', httpStatus: 200 });
  });

  test('whose playlist has no dates is live once it is seen growing', async () => {
    let sequence = 1;
    const grows = () => ({ body: livePlaylist({ sequence: sequence++, targetS: 1 }) });
    origin.files.set(MANIFEST, grows);
    expect(await isLive()).toBe(true);
    expect(origin.requests).toHaveLength(2);
  });

  test('is asked for by its protocol; HLS has two names', async () => {
    putLive();
    for (const protocol of ['hls', 'applehttp', 'auto', null]) {
      expect(await isLive({ protocol })).toBe(true);
    }
    expect(await isLive({ protocol: 'mpegdash' })).toMatchObject({
      code: 'LIVE_STREAM_STATUS_CANNOT_BE_DETERMINED',
      args: { PROT: 'mpegdash' },
    });
    ({ id } = await add({ liveStreamConfigurations: [] }));
    expect(await isLive()).toMatchObject({
      code: 'LIVE_STREAM_STATUS_CANNOT_BE_DETERMINED',
      args: { PROT: 'hls' },
    });
    ({ id } = await add({ liveStreamConfigurations: [], hlsStreamUrl: addressOf() }));
    expect(await isLive({ protocol: 'applehttp' })).toBe(true);
  });

  test('plays from its backup where the first address fails, and from the first again', async () => {
    const backupUrl = addressOf('/backup.m3u8');
    const url = addressOf();
    ({ id } = await add({ liveStreamConfigurations: [{ protocol: 'hls', url, backupUrl }] }));
    putLive('/backup.m3u8');
    expect(await isLive()).toBe(true);
    expect((await manifest()).headers.location).toBe(backupUrl);
    putLive();
    later();
    expect((await manifest()).headers.location).toBe(url);
  });

  test('is looked at once by many who ask at the same moment', async () => {
    putLive();
    const answers = await Promise.all(Array.from({ length: 20 }, () => isLive()));
    expect(new Set(answers)).toEqual(new Set([true]));
    expect(origin.requests).toHaveLength(1);
  });

  test('in a private network is not asked for', async () => {
    server.stills.mayFetchFromHere = false;
    putLive();
    expect(await isLive()).toBe(false);
    const seen = await server.call('rostrum_outsideStream', 'get', { ks, entryId: id });
    expect(seen).toMatchObject({
      isLive: false,
      addresses: [{ problem: 'not-allowed', message: expect.stringContaining('private network') }],
    });
    const checked = await server.call('rostrum_outsideStream', 'check', { ks, url: addressOf() });
    expect(checked).toMatchObject({ isLive: false, problem: 'not-allowed' });
    expect(origin.requests).toEqual([]);
  });

  test('with explicitLive is shown to nobody but those who may preview, until somebody goes live', async () => {
    putLive();
    ({ id } = await add({ explicitLive: true, hlsStreamUrl: addressOf() }));
    const viewer = await server.startSession({ userId: 'vera' });
    expect([await isLive(), await isLive({ ks: viewer }), await isLive({ ks })]).toEqual([
      false,
      false,
      true,
    ]);
    expect(await details()).toMatchObject({ broadcastStatus: 2, viewMode: 0 });
    expect(await stage()).toEqual({ kind: 'scheduled' });
    expect(await stage(true)).toEqual({ kind: 'preview', manifestUrl: addressOf() });
    expect((await manifest()).statusCode).toBe(404);
    const seenBy = async (session: string) =>
      JSON.stringify([
        await server.call('livestream', 'get', { ks: session, entryId: id }),
        await server.call('baseentry', 'get', { ks: session, entryId: id }),
        await server.call('baseentry', 'list', { ks: session, filter: { idEqual: id } }),
        await server.call('baseentry', 'getPlaybackContext', {
          ...{ ks: session, entryId: id, contextDataParams: {} },
        }),
      ]);
    expect(await seenBy(viewer)).not.toContain(origin.origin);
    expect(await seenBy(ks)).toContain(origin.origin);

    await update({ viewMode: 1 });
    expect(await isLive()).toBe(true);
    expect(await seenBy(viewer)).toContain(addressOf());
    expect((await manifest()).headers.location).toBe(addressOf());

    putLive(MANIFEST, { isOver: true });
    later();
    expect(await isLive()).toBe(false);
    await server.api.flush();
    expect(await stage()).toMatchObject({ kind: 'ended', replayUrl: null });
    expect(await server.call('livestream', 'get', { ks, entryId: id })).toMatchObject({
      viewMode: 0,
    });
  });

  test('is waited for where it is away, and over where it stays away', async () => {
    putLive();
    expect(await isLive()).toBe(true);
    origin.files.delete(MANIFEST);
    later();
    expect(await isLive()).toBe(false);
    expect(await details()).toMatchObject({ broadcastStatus: 1, primaryStreamStatus: 0 });
    expect(await stage()).toMatchObject({ kind: 'interrupted', manifestUrl: addressOf() });
    later(60_000);
    expect(await isLive()).toBe(false);
    await server.api.flush();
    expect(await stage()).toMatchObject({ kind: 'ended' });
    putLive();
    later();
    expect(await isLive()).toBe(true);
    expect(await stage()).toMatchObject({ onAirSinceMs: server.clock.now });
  });

  test('is looked at by itself while somebody is in the room, and no longer', async () => {
    const changed = () =>
      new Promise<void>((resolve) => {
        const stop = server.api.onWebcastChanged((webcastId) => {
          if (webcastId !== id) return;
          stop();
          resolve();
        });
      });
    putLive();
    const goesOn = changed();
    const leave = server.api.attend(id, 'https://live.example.com/some/path');
    await goesOn;
    expect(await stage()).toMatchObject({ kind: 'on-air' });
    expect(origin.requests[0]?.headers.origin).toBe('https://live.example.com');
    putLive(MANIFEST, { isOver: true });
    await changed();
    expect(await stage()).toMatchObject({ kind: 'ended' });
    leave();
    await server.api.flush();
    const asked = origin.requests.length;
    // What may still be under way ends before a connection of our own does.
    await fetch(addressOf('/other'));
    expect(origin.requests.slice(asked).map(({ path }) => path)).toEqual(['/other']);
  });

  test('says from which servers its page loads, and nothing that means more to a browser', async () => {
    origin.files.set(MANIFEST, {
      body: multivariantPlaylist(`http://localhost:${new URL(origin.origin).port}/media.m3u8`),
    });
    origin.files.set('/media.m3u8', {
      body: livePlaylist({
        endsAtMs: server.clock.now,
        base: 'https://segments.example.com:8443/',
      }),
    });
    ({ id } = await add({
      liveStreamConfigurations: [{ protocol: 'hls', url: addressOf() }],
      hlsStreamUrl: 'https://*;script-src.example/x.m3u8',
    }));
    expect(await server.api.originsFor(id, 'http://localhost')).toEqual([
      origin.origin,
      `http://localhost:${new URL(origin.origin).port}`,
      'https://segments.example.com:8443',
    ]);
    const { id: fromEncoders } = await server.addWebcast();
    expect(await server.api.originsFor(fromEncoders, 'http://localhost')).toEqual([]);
    expect(await server.api.originsFor('0_notthere', 'http://localhost')).toEqual([]);
  });

  test('is checked before it is set: whether it is there, and whether pages may read it', async () => {
    const check = (url: string) => server.call('rostrum_outsideStream', 'check', { ks, url });
    expect(await check(addressOf())).toMatchObject({
      objectType: 'RostrumOutsideAddress',
      ...{ isLive: false, problem: 'status', httpStatus: 404, isReadableByPages: false },
    });
    putLive();
    expect(await check(addressOf())).toMatchObject({
      ...{ isLive: true, message: '', segmentMs: 6000, isReadableByPages: true },
    });
    origin.files.set(MANIFEST, { body: livePlaylist({ endsAtMs: server.clock.now }) });
    expect(await check(addressOf())).toMatchObject({ isLive: true, isReadableByPages: false });
    expect(await check('ftp://example.com/x')).toMatchObject({
      code: 'PROPERTY_VALIDATION_WRONG_FORMAT',
    });
  });

  test('goes back as far as its playlist does, where viewers may go back', async () => {
    putLive();
    ({ id } = await add({ dvrStatus: 1, dvrWindow: 120 }));
    await isLive();
    expect(await server.api.webcastCard(id)).toMatchObject({ dvrWindowMs: 18_000 });
    await update({ dvrStatus: 0 });
    expect(await server.call('livestream', 'get', { ks, entryId: id })).toMatchObject({
      dvrStatus: 1,
    });
    ({ id } = await add({ dvrStatus: 0 }));
    await isLive();
    expect(await server.api.webcastCard(id)).toMatchObject({ dvrWindowMs: 0 });
  });

  test('is none of the media process’s business', async () => {
    putLive();
    ({ id } = await add({ explicitLive: true }));
    await isLive();
    await update({ viewMode: 1 });
    putLive(MANIFEST, { isOver: true });
    later();
    await isLive();
    await server.api.flush();
    expect(server.channels.applied.map(({ webcastId }) => webcastId)).not.toContain(id);
    expect(await server.api.channelSettings()).toEqual([]);
  });

  test('is not recorded, and has no picture cut from it', async () => {
    putLive();
    await isLive();
    await server.api.flush();
    putLive(MANIFEST, { isOver: true });
    later();
    await isLive();
    await server.api.flush();
    const entry = await server.call('livestream', 'get', { ks, entryId: id });
    expect(entry.firstBroadcast).toEqual(expect.any(Number));
    expect(entry).not.toHaveProperty('recordedEntryId');
    const filter = { rootEntryIdEqual: id };
    expect((await server.call('media', 'list', { ks, filter })).totalCount).toBe(0);
  });
});
