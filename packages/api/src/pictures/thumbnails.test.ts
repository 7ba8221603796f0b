import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ApiForTests, encoder, NOW_MS } from '../api-for-tests.ts';
import { describeOnBothDatabases } from '../store/both-databases-for-tests.ts';

const SHOW = 'show00000001';
const REHEARSAL = 'rehearsal001';
const NEXT_SHOW = 'show00000002';

describeOnBothDatabases('thumbnails', (freshDatabase) => {
  let server: ApiForTests;
  let id = '';

  beforeEach(async () => {
    server = await ApiForTests.open(await freshDatabase());
    server.stills.hasTool = true;
    ({ id } = await server.addWebcast({ explicitLive: true }));
  });
  afterEach(() => server.close());

  const get = (path = '', headers: Record<string, string> = {}, entryId = id) =>
    server.app.inject({ url: `/p/100/sp/10000/thumbnail/entry_id/${entryId}${path}`, headers });
  const words = async (path = '') => (await get(path)).body;

  const playing = { isPlayable: true, encoders: [encoder()] } as const;
  const rehearse = () => {
    server.stills.generations.add(REHEARSAL);
    return server.tell({ webcastId: id, state: 'preview', generation: REHEARSAL, ...playing });
  };
  const goLive = (generation = SHOW, onAirSinceMs = server.clock.now) => {
    server.stills.generations.add(generation);
    return server.tell({ webcastId: id, state: 'on-air', generation, onAirSinceMs, ...playing });
  };
  const end = (onAirSinceMs = NOW_MS) =>
    server.tell({ webcastId: id, state: 'ended', sinceMs: server.clock.now, onAirSinceMs });

  test('before anything there is the placeholder, in the size that is asked for', async () => {
    const answer = await get('/width/320/height/180');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('image/jpeg');
    expect(answer.body).toBe('the placeholder, 320 by 180');
    expect(answer.headers['cache-control']).toBe('public, max-age=10');
    expect(answer.headers['access-control-allow-origin']).toBe('*');
  });

  test('on air there is what viewers see, asked anew every two seconds and once for everybody', async () => {
    await goLive();
    const before = server.stills.asked.length;
    const answers = await Promise.all(Array.from({ length: 10 }, () => get('/width/320')));
    expect(answers.map(({ body }) => body)).toEqual(
      Array.from({ length: 10 }, () => `${SHOW} at the end, 320 by 0`),
    );
    expect(answers[0]?.headers['cache-control']).toBe('public, max-age=2');
    await get('/width/640');
    expect(server.stills.asked.length).toBe(before + 1);
    server.clock.now += 2000;
    await get('/width/640');
    expect(server.stills.asked.length).toBe(before + 2);
  });

  describe('a rehearsal is never seen', () => {
    const paths = ['', '/vid_sec/1', '/version/3', `/version/${REHEARSAL}`, '/vid_sec/0?ks=KS'];

    test('not before the show, by nobody', async () => {
      const ks = await server.startAdminSession();
      await rehearse();
      for (const path of paths) {
        expect(await words(path.replace('KS', ks))).toContain('the placeholder');
      }
    });

    test('not between two shows, where the first one is seen', async () => {
      await goLive();
      server.clock.now += 9000;
      await rehearse();
      for (const path of paths) expect(await words(path)).not.toContain(REHEARSAL);
      expect(await words()).toContain(SHOW);
    });

    test('not after the show has begun, for a time before it', async () => {
      await rehearse();
      server.clock.now += 60_000;
      await goLive();
      for (const path of paths) expect(await words(path)).not.toContain(REHEARSAL);
    });

    test('and its frames are never asked for', async () => {
      await rehearse();
      await get();
      await goLive();
      await get('/vid_sec/3');
      await rehearse();
      await get('/vid_sec/3');
      await end();
      await get('/vid_sec/3');
      const asked = server.stills.asked.map(({ playlistPath }) => playlistPath);
      expect(asked.length).toBeGreaterThan(3);
      expect(asked.filter((path) => path.includes(REHEARSAL))).toEqual([]);
    });
  });

  test('a time is counted from the beginning of the show', async () => {
    await goLive();
    server.clock.now += 60_000;
    expect(await words('/vid_sec/12.5')).toBe(`${SHOW} at ${NOW_MS + 12_500}, 120 by 90`);
    expect((await get('/vid_sec/12.5')).headers['cache-control']).toBe('public, max-age=10');
  });

  test('after the end there is a frame of the show, also when the media process has forgotten it', async () => {
    await goLive();
    server.clock.now += 90_000;
    await end();
    const kept = `${SHOW} at ${NOW_MS + 30_000}`;
    expect(await words()).toBe(`${kept}, 120 by 90`);
    expect(await words('/vid_sec/5')).toBe(`${SHOW} at ${NOW_MS + 5000}, 120 by 90`);
    expect((await get('/vid_sec/5')).headers['cache-control']).toBe('public, max-age=300');
    server.stills.generations.clear();
    expect(await words('/vid_sec/6')).toBe(`${kept}, 120 by 90`);
  });

  test('of a recording there is a frame of what it plays, at any time of it', async () => {
    const { id: webcastId } = await server.addWebcast();
    const recordingId = await server.addRecordingOf(webcastId);
    const played = `${webcastId}.recorded0000`;
    server.stills.generations.add(played);
    const of = async (path = '') => (await get(path, {}, recordingId)).body;
    expect(await of('/width/320')).toBe(`${played} at offset 20000, 320 by 0`);
    expect(await of('/width/320/vid_sec/7')).toBe(`${played} at offset 7000, 320 by 0`);

    const ks = await server.startAdminSession();
    const fileData = new Blob([new Uint8Array(100).fill(0xff, 0, 3).fill(0xd8, 1, 2)]);
    await server.call('media', 'updateThumbnailJpeg', { ks, entryId: recordingId, fileData });
    expect(await of('/width/320')).toContain('100 bytes');
    expect(await of('/width/320/vid_sec/7')).toContain('offset 7000');

    await server.call('media', 'delete', { ks, entryId: recordingId });
    expect(await of('/width/320')).not.toContain('recorded0000');
  });

  test('of a show whose end nobody could see, there is its beginning', async () => {
    await goLive();
    server.stills.generations.clear();
    server.clock.now += 5000;
    await server.tell({ webcastId: id, state: 'idle' });
    expect(await words()).toBe(`${SHOW} at the end, 120 by 90`);
  }, 20_000);

  test('the next show does not show the one before', async () => {
    await goLive();
    server.clock.now += 10_000;
    await end();
    await goLive(NEXT_SHOW);
    expect(await words()).toContain(NEXT_SHOW);
    server.stills.generations.clear();
    server.clock.now += 10_000;
    expect(await words()).toContain(NEXT_SHOW);
  });

  test('sound alone has the placeholder', async () => {
    await server.tell({
      ...{ webcastId: id, state: 'on-air', generation: SHOW, onAirSinceMs: NOW_MS },
      ...{ ...playing, hasVideo: false },
    });
    expect(await words()).toContain('the placeholder');
  });

  test('a cache asks whether its picture still holds', async () => {
    const { headers } = await get();
    const etag = String(headers.etag);
    const again = await get('', { 'if-none-match': `"other", W/${etag}` });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect(again.headers['cache-control']).toBe('public, max-age=10');
    await goLive();
    expect((await get('', { 'if-none-match': etag })).statusCode).toBe(200);
  });

  test('HEAD has the headers without the picture', async () => {
    const answer = await server.app.inject({
      method: 'HEAD',
      url: `/p/100/thumbnail/entry_id/${id}/width/50`,
    });
    expect([answer.statusCode, answer.body]).toEqual([200, '']);
    expect(answer.headers['content-type']).toBe('image/jpeg');
  });

  test.each([
    ['of an account that it does not belong to', () => `/p/200/sp/20000/thumbnail/entry_id/${id}`],
    ['that does not exist', () => '/p/100/sp/10000/thumbnail/entry_id/0_zzzzzzzz'],
    ['without a name', () => '/p/100/sp/10000/thumbnail/width/100'],
  ])('an entry %s has none', async (_what, url) => {
    const answer = await server.app.inject({ url: url() });
    expect([answer.statusCode, answer.body]).toEqual([404, '']);
    expect(answer.headers['x-kaltura']).toBe('error-1');
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('a deleted entry has none, whatever was there', async () => {
    await goLive();
    await get('/width/100');
    await end();
    await get('/width/100');
    await server.call('livestream', 'delete', {
      ks: await server.startAdminSession(),
      entryId: id,
    });
    expect((await get('/width/100')).statusCode).toBe(404);
    expect((await get('/width/100/vid_sec/1')).statusCode).toBe(404);
  });

  test('while too many pictures are made, clients are told to come again', async () => {
    server.stills.isBusy = true;
    const answer = await get('/width/77');
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '1']);
    expect(answer.headers['cache-control']).toBe('no-store');
    server.stills.isBusy = false;
    expect((await get('/width/77')).statusCode).toBe(200);
  });

  test('and whoever shows a picture already keeps it meanwhile', async () => {
    await goLive();
    const before = await words('/width/77');
    server.clock.now += 5000;
    server.stills.isBusy = true;
    expect(await words('/width/77')).toBe(before);
    expect((await get('/width/78')).statusCode).toBe(503);
  });

  test('without a tool for pictures there is the placeholder as it is', async () => {
    server.stills.hasTool = false;
    await goLive();
    const answer = await get('/width/320');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('image/png');
    expect(answer.rawPayload.subarray(1, 4).toString()).toBe('PNG');
  });
});
