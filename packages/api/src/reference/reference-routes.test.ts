import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeApi } from './describe-api.ts';
import { referenceRoutes } from './reference-routes.ts';

const URL = '/api_v3/reference.json';

describe('the description, as it is served', () => {
  let app: FastifyInstance;

  beforeAll(async () => {
    app = Fastify();
    app.get('/api_v3/*', (_request, reply) => reply.send('the front door'));
    await app.register(referenceRoutes);
  });
  afterAll(() => app.close());

  test('is JSON for any page, kept by caches that ask again', async () => {
    const { statusCode, headers, body } = await app.inject(URL);
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toEqual(describeApi());
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
      'cache-control': 'public, no-cache',
      vary: 'Accept-Encoding',
    });
  });

  test('is not sent again to who has it', async () => {
    const etag = String((await app.inject(URL)).headers.etag);
    for (const known of [etag, `"other", ${etag}`, '*']) {
      const again = await app.inject({ url: URL, headers: { 'if-none-match': known } });
      expect([again.statusCode, again.body]).toEqual([304, '']);
    }
    const stale = await app.inject({ url: URL, headers: { 'if-none-match': 'W/"old"' } });
    expect(stale.statusCode).toBe(200);
  });

  test.each([
    ['br', 'gzip, br', brotliDecompressSync],
    ['gzip', 'gzip, br;q=0', gunzipSync],
    ['gzip', 'gzip', gunzipSync],
  ])('is packed as %s for who accepts %s', async (encoding, accepted, unpack) => {
    const { headers, rawPayload } = await app.inject({
      url: URL,
      headers: { 'accept-encoding': accepted },
    });
    expect(headers['content-encoding']).toBe(encoding);
    expect(JSON.parse(unpack(rawPayload).toString())).toEqual(describeApi());
  });

  test('comes as OpenAPI too, and leaves other addresses to the front door', async () => {
    expect((await app.inject('/api_v3/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' });
    expect((await app.inject('/api_v3/service/system')).body).toBe('the front door');
  });
});
