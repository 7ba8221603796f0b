import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiForTests, encoder, NOW_MS } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

const SHOW = 'show00000001';

describeOnBothDatabases('playManifest', (freshDatabase) => {
  let server: ApiForTests;
  let id = '';
  let offAir = '';

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    ({ id } = await server.addWebcast());
    ({ id: offAir } = await server.addWebcast());
    await server.tell({
      ...{ webcastId: id, state: 'on-air', generation: SHOW, onAirSinceMs: NOW_MS },
      ...{ isPlayable: true, encoders: [encoder()] },
    });
  });
  afterAll(() => server.close());

  const get = (path: string, method: 'GET' | 'HEAD' | 'OPTIONS' = 'GET') =>
    server.app.inject({ method, url: path.replaceAll('ID', id).replaceAll('OFF', offAir) });

  describe('redirects to the playlist', () => {
    test.each([
      '/p/100/sp/10000/playManifest/entryId/ID/protocol/http/format/applehttp/a.m3u8',
      '/p/100/sp/10000/playManifest/entryId/ID/protocol/https/format/hls',
      '/p/100/playManifest/format/applehttp/entryId/ID/a.m3u8',
      '//p/100/sp/10000/playManifest/entryId/ID/format/applehttp/protocol/http/a.m3u8',
      '/p/100/sp/10000/playManifest/entryId/ID/a.m3u8',
      '/p/100/sp/10000/playManifest/a.m3u8?entryId=ID&format=applehttp&protocol=https',
      '/p/100/sp/10000/playManifest/entryId/0_zzzzzzzz/format/mpegdash/a.m3u8?entryId=ID&format=hls',
      '/p/100/sp/10000/playManifest/entryId/ID/format/applehttp_to_mc/a.m3u8',
      '/p/100/sp/10000/playManifest/entryId/ID/flavorIds/0_aaaaaaaa,0_bbbbbbbb/format/applehttp/protocol/http/a.m3u8' +
        '?uiConfId=7&playSessionId=1-2&clientTag=html5:v3&referrer=aHR0cDovL3g=&maxBitrate=500&seekFrom=5&tags=web' +
        '&deliveryProfileId=1&streamType=live&type=media&usePlayServer=1&responseFormat=redirect',
    ])('%s', async (path) => {
      const answer = await get(path);
      expect(answer.statusCode).toBe(302);
      expect(answer.headers.location).toMatch(
        new RegExp(`^http://media\\.example:8081/v/[^/]+/${id}/${SHOW}/index\\.m3u8$`),
      );
      expect(answer.headers['access-control-allow-origin']).toBe('*');
      expect(answer.headers['cache-control']).toBe('no-store');
    });
  });

  test('HEAD has the same redirect', async () => {
    const answer = await get('/p/100/sp/10000/playManifest/entryId/ID/a.m3u8', 'HEAD');
    expect([answer.statusCode, answer.body]).toEqual([302, '']);
    expect(answer.headers.location).toContain(SHOW);
  });

  test('all viewers have the same playlist, whatever their players say', async () => {
    const paths = ['', '?playSessionId=a', '?ks=&clientTag=b', '?flavorParamIds=32'];
    const answers = await Promise.all(
      paths.map((path) => get(`/p/100/sp/10000/playManifest/entryId/ID/a.m3u8${path}`)),
    );
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1);
  });

  test('the format url answers the address as text', async () => {
    const answer = await get('/p/100/sp/10000/playManifest/entryId/ID/format/url/protocol/http');
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.body).toMatch(/^http:\/\/media\.example:8081\/v\/.*\/index\.m3u8$/);
  });

  test('a player that cannot follow redirects gets JSON, or a call of its function', async () => {
    const base = '/p/100/sp/10000/playManifest/entryId/ID/a.m3u8?responseFormat=json';
    expect((await get(base)).json()).toMatchObject({
      entryId: id,
      flavors: [{ url: expect.stringContaining(SHOW) }],
    });
    const called = await get(`${base}p&callback=player.loaded_1`);
    expect(called.headers['content-type']).toBe('application/javascript; charset=utf-8');
    expect(called.body).toMatch(/^player\.loaded_1\(\{.*\}\);$/);
    const evil = await get(`${base}p&callback=alert(1)//`);
    expect(evil.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(evil.body).not.toContain('alert');
  });

  test('a page of another origin may ask', async () => {
    const answer = await get('/p/100/sp/10000/playManifest/entryId/ID/a.m3u8', 'OPTIONS');
    expect([answer.statusCode, answer.body]).toEqual([200, '']);
    expect(answer.headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS');
  });

  describe('is refused with a header that players know', () => {
    test.each([
      ['an unknown entry', '/p/100/sp/10000/playManifest/entryId/0_zzzzzzzz/a.m3u8', 'error-1'],
      ['no entry', '/p/100/sp/10000/playManifest/format/applehttp', 'error-1'],
      ['another account', '/p/200/sp/20000/playManifest/entryId/ID/a.m3u8', 'error-1'],
      ['what is not on air', '/p/100/sp/10000/playManifest/entryId/OFF/a.m3u8', 'error-36'],
      ...['mpegdash', 'hds', 'sl', 'rtmp', 'http', 'xyz'].map((format) => [
        format,
        `/p/100/sp/10000/playManifest/entryId/ID/format/${format}/manifest`,
        'error-unsupported-format',
      ]),
    ])('%s', async (_what, path, error) => {
      const answer = await get(path ?? '');
      expect([answer.statusCode, answer.body]).toEqual([404, '']);
      expect(answer.headers['x-kaltura']).toBe(error);
      expect(answer.headers['x-kaltura-app']).toBe('exiting on error');
      expect(answer.headers.location).toBeUndefined();
    });

    test('with status 200 for devices that give up at a 404', async () => {
      const path = '/p/100/sp/10000/playManifest/entryId/OFF/format/applehttp_to_mc/a.m3u8';
      const answer = await get(path);
      expect([answer.statusCode, answer.body]).toEqual([200, '']);
      expect(answer.headers['x-kaltura']).toBe('error-36');
    });
  });

  test('a malformed address harms nobody', async () => {
    for (const path of ['%', '%zz/%', 'entryId/%00', `entryId/${'x'.repeat(3000)}`, 'entryId']) {
      const answer = await get(`/p/100/sp/10000/playManifest/${path}`);
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
    }
  });
});
