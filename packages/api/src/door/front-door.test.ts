import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNT, ApiForTests } from '../api-for-tests.ts';
import { describeOnBothDatabases } from '../store/both-databases-for-tests.ts';

describeOnBothDatabases('the front door', (freshDatabase) => {
  let server: ApiForTests;
  let address = '';

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    address = await server.app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.close());

  const post = async (path: string, body: string, contentType = 'application/json') => {
    const response = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': contentType },
      body,
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const get = async (path: string) => {
    const response = await fetch(`${address}${path}`);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  test.each([
    '/api_v3/service/system/action/ping?format=1',
    '//api_v3/service/system/action/ping?format=1',
    '/api_v3/index.php/service/system/action/ping/format/1',
    '/api_v3/index.php?service=system&action=ping&format=1',
    '/api_v3/?service=SYSTEM&action=PING&format=1',
    '/api_v3?service=system&action=ping&format=1',
    '///API_v3//service///system/action//ping?format=1',
    '//Api_V3?service=system&action=ping&format=1',
  ])('GET %s is the same call', async (path) => {
    expect(await get(path)).toMatchObject({ status: 200, text: 'true' });
  });

  test.each([
    ['/api_v3/service/system/action/ping', '{"format":1}', 'application/json'],
    ['/api_v3/service/system/action/ping', '{"format":"1"}', 'application/json; charset=utf-8'],
    ['/api_v3/', 'service=system&action=ping&format=1', 'application/x-www-form-urlencoded'],
    ['/api_v3/service/system/action/ping', 'format=1', 'text/plain'],
    ['/api_v3/service/system/action/ping?format=1', '', 'application/json'],
    ['/api_v3/service/system/action/ping', 'format=1', ''],
    ['/api_v3/service/system/action/ping', 'format=1', 'nonsense'],
  ])('POST %s with %s as %s is the same call', async (path, body, contentType) => {
    expect(await post(path, body, contentType)).toMatchObject({ status: 200, text: 'true' });
  });

  test('every answer carries the headers that browsers and players look for', async () => {
    const { headers } = await get('/api_v3/service/system/action/ping?format=1');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')).toContain('X-Kaltura');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('every answer has a number of its own', async () => {
    const ids = [await get('/api_v3/?format=1'), await get('/api_v3/?format=1')].map(
      ({ headers }) => headers.get('x-kaltura-session'),
    );
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-z]+$/);
    expect(ids[1]).not.toBe(ids[0]);
  });

  test.each([
    ['/api_v3/service/system/action/getVersion', 'private, max-age=60'],
    ['/api_v3/service/system/action/getTime', null],
    ['/api_v3/service/system/action/getVersion?ks=x', null],
    ['/api_v3/service/system/action/fly', null],
    ['/api_v3/service/livestream/action/isLive/id/0_notthere', null],
  ])('a signed GET without a session: %s is kept as %s', async (path, expected) => {
    const signed = `${path}${path.includes('?') ? '&' : '?'}format=1&kalsig=abc`;
    const { headers } = await get(signed);
    if (expected === null) expect(headers.get('cache-control')).toContain('no-store');
    else expect(headers.get('cache-control')).toBe(expected);
    expect(headers.has('expires')).toBe(expected === null);
    const unsigned = await get(signed.replace('kalsig', 'other'));
    expect(unsigned.headers.get('cache-control')).toContain('no-store');
    const posted = await post(signed, '');
    expect(posted.headers.get('cache-control')).toContain('no-store');
  });

  test('whether a webcast is live is kept for a moment only', async () => {
    const { id } = await server.addWebcast();
    const { headers } = await get(
      `/api_v3/service/livestream/action/isLive/id/${id}?format=1&kalsig=abc`,
    );
    expect(headers.get('cache-control')).toBe('private, max-age=5');
  });

  test('a body that cannot be read is answered as the address or the header Accept asks', async () => {
    const send = async (path: string, accept: string) => {
      const response = await fetch(`${address}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept },
        body: '{',
      });
      return response.headers.get('content-type');
    };
    expect(await send('/api_v3/', 'text/xml')).toContain('text/xml');
    expect(await send('/api_v3/', '*/*')).toContain('application/json');
    expect(await send('/api_v3/?format=2', '*/*')).toContain('text/xml');
    expect(await send('/api_v3/format/1', 'text/xml')).toContain('application/json');
    expect(await send('/api_v3/format/5', 'text/xml')).toContain('text/xml');
  });

  test('HEAD answers the headers alone', async () => {
    const path = '/api_v3/service/system/action/ping?format=1';
    const response = await fetch(`${address}${path}`, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('content-length')).toBe('4');
    expect(await response.text()).toBe('');
  });

  test('a preflight is answered without a body', async () => {
    const response = await fetch(`${address}/api_v3/service/livestream/action/get`, {
      method: 'OPTIONS',
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-methods')).toBe('POST, GET, HEAD, OPTIONS');
    expect(response.headers.get('access-control-max-age')).toBe('86400');
    expect(await response.text()).toBe('');
  });

  test.each([
    ['/api_v3/?format=1', 'SERVICE_NOT_SPECIFIED', []],
    [
      '/api_v3/service/nothing/action/get/format/1',
      'SERVICE_DOES_NOT_EXISTS',
      { SRV_NAME: 'nothing' },
    ],
    ['/api_v3/service/livestream/format/1', 'ACTION_NOT_SPECIFIED', []],
    [
      '/api_v3/service/livestream/action/fly/format/1',
      'ACTION_DOES_NOT_EXISTS',
      { ACTION_NAME: 'fly', SERVICE_NAME: 'livestream' },
    ],
    [
      '/api_v3/service/__proto__/action/constructor/format/1',
      'SERVICE_DOES_NOT_EXISTS',
      { SRV_NAME: '__proto__' },
    ],
    ['/api_v3/service/livestream/action/get/entryId/x/format/1', 'MISSING_KS', []],
    [
      '/api_v3/service/livestream/action/isLive/format/1',
      'MISSING_MANDATORY_PARAMETER',
      { PARAM_NAME: 'id' },
    ],
    [
      '/api_v3/service/livestream/action/isLive/id/x/protocol/smoke/format/1',
      'INVALID_ENUM_VALUE',
      { ENUM_VAL: 'smoke', PARAM_NAME: 'protocol', ENUM_TYPE: 'KalturaPlaybackProtocol' },
    ],
    [
      '/api_v3/service/livestream/action/isLive/id/0_notthere/format/1',
      'INVALID_ENTRY_ID',
      { ID: '0_notthere' },
    ],
    ['/api_v3/service/system/action/ping/format/5', 'UNKNOWN_RESPONSE_FORMAT', { FORMAT: '5' }],
    [
      '/api_v3/service/system/action/ping/format/9',
      'MANDATORY_PARAMETER_MISSING',
      { PARAM_NAME: 'callback' },
    ],
    [
      '/api_v3/service/system/action/ping/format/9?callback=alert(1)//',
      'INVALID_FIELD_VALUE',
      { FIELD_NAME: 'callback' },
    ],
  ])('%s is answered with status 200 and %s', async (path, code, args) => {
    const { status, text } = await get(path);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({
      code,
      args,
      objectType: 'KalturaAPIException',
      message: expect.any(String),
    });
  });

  test.each([
    ['not JSON', '{"a":', 'application/json'],
    ['not an object', '[1,2]', 'application/json'],
    ['nested without end', `{"a":${'{"a":'.repeat(500)}1${'}'.repeat(500)}}`, 'application/json'],
    [
      'a list nested without end',
      `{"a":${'['.repeat(5000)}${']'.repeat(5000)},"format":1}`,
      'application/json',
    ],
    ['a name nested without end', `${'a:'.repeat(100)}=1`, 'application/x-www-form-urlencoded'],
  ])('a body that is %s is answered with an error', async (_what, body, contentType) => {
    const { status, text } = await post('/api_v3/', body, contentType);
    expect(status).toBe(200);
    expect(JSON.parse(text).objectType).toBe('KalturaAPIException');
  });

  test('a body that is too large is refused with status 200', async () => {
    const { status, text } = await post('/api_v3/', `{"a":"${'x'.repeat(1024 * 1024)}"}`);
    expect(status).toBe(200);
    expect(JSON.parse(text).code).toBe('REQUEST_TOO_LARGE');
  });

  test('a body that is far too large is refused while the client still sends', async () => {
    const { status, text } = await post('/api_v3/?format=1', 'x'.repeat(12 * 1024 * 1024));
    expect(status).toBe(200);
    expect(JSON.parse(text).code).toBe('REQUEST_TOO_LARGE');
  });

  test('a body of lying length is refused, and the connection ends', async () => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    socket.write(
      'POST /api_v3/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a":',
    );
    socket.end();
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).not.toContain('HTTP/1.1 5');
    expect(await get('/api_v3/service/system/action/ping?format=1')).toMatchObject({
      text: 'true',
    });
  });

  test('a session of a thousand characters fits into the path', async () => {
    const ks = await server.startSession({ privileges: `appid:${'x'.repeat(700)}` });
    expect(ks.length).toBeGreaterThan(1000);
    const { text } = await get(`/api_v3/service/session/action/get/ks/${ks}/format/1`);
    expect(JSON.parse(text).objectType).toBe('KalturaSessionInfo');
  });

  test('an action that the session may not call names itself', async () => {
    const ks = await server.startSession({ userId: 'vera' });
    const { headers, text } = await post(
      '/api_v3/service/livestream/action/add',
      JSON.stringify({ format: 1, ks, liveStreamEntry: { mediaType: 201 } }),
    );
    expect(headers.get('x-kaltura')).toBe('error-SERVICE_FORBIDDEN');
    expect(JSON.parse(text).args).toEqual({ SERVICE: 'livestream->add' });
  });

  test('JSONP wraps the JSON in the call', async () => {
    const { text, headers } = await get(
      '/api_v3/service/system/action/ping/format/9?callback=kCallback_1.x',
    );
    expect(text).toBe('kCallback_1.x(true);');
    expect(headers.get('content-type')).toContain('application/javascript');
  });

  test('without a format the answer is XML', async () => {
    const { text, headers } = await get('/api_v3/service/livestream/action/isLive/id/%3Cx%3E');
    expect(headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(text).toMatch(
      /^<\?xml version="1.0" encoding="utf-8"\?><xml><result><error><code>INVALID_ENTRY_ID<\/code><message>.*&lt;x&gt;.*<\/message><objectType>KalturaAPIException<\/objectType><args><item><objectType>KalturaApiExceptionArg<\/objectType><name>ID<\/name><value>&lt;x&gt;<\/value><\/item><\/args><\/error><\/result><executionTime>[\d.]+<\/executionTime><\/xml>$/,
    );
  });

  test('a request that names another account is refused, 0 and the own one are not', async () => {
    const ks = await server.startAdminSession();
    const list = (partnerId: number) =>
      server.call('livestream', 'list', { ks, partnerId, pager: { pageSize: 0 } });
    expect(await list(200)).toMatchObject({
      code: 'PARTNER_ACCESS_FORBIDDEN',
      args: { ACCESSING_PID: '100', ACCESSED_PID: '200' },
    });
    expect(await list(0)).toMatchObject({ objectType: 'KalturaLiveStreamListResponse' });
    expect(await list(100)).toMatchObject({ objectType: 'KalturaLiveStreamListResponse' });
  });

  describe('multirequest', () => {
    const start = {
      service: 'session',
      action: 'start',
      secret: ACCOUNT.adminSecret,
      partnerId: 100,
      type: 2,
    };

    test('answers in order; each call fails for itself', async () => {
      const body = {
        format: 1,
        '0': { service: 'system', action: 'ping' },
        '1': { service: 'livestream', action: 'get', entryId: 'x' },
        '2': { service: 'system', action: 'ping' },
        '4': { service: 'system', action: 'ping' },
      };
      const { status, text } = await post('/api_v3/service/multirequest', JSON.stringify(body));
      expect(status).toBe(200);
      expect(JSON.parse(text)).toMatchObject([true, { code: 'MISSING_KS' }, true]);
    });

    test.each([0, 1])('tokens count from 1 where the calls are numbered from %i', async (first) => {
      const body = {
        format: 1,
        [first]: start,
        [first + 1]: {
          service: 'livestream',
          action: 'add',
          ks: '{1:result}',
          liveStreamEntry: {
            mediaType: 201,
            name: 'From a token',
            description: 'not {1:result} here',
          },
          sourceType: '32',
        },
        [first + 2]: {
          service: 'livestream',
          action: 'get',
          ks: '{1:result}',
          entryId: '{2:result:id}',
        },
        [first + 3]: { service: 'livestream', action: 'isLive', id: '{3:result:nothing}' },
        [first + 4]: {
          service: 'livestream',
          action: 'list',
          ks: '{1:result}',
          filter: { idIn: '{2:result:id}' },
        },
        [first + 5]: {
          service: 'livestream',
          action: 'get',
          ks: '{1:result}',
          entryId: '{5:result:objects:0:id}',
        },
      };
      const { text } = await post('/api_v3/service/multirequest', JSON.stringify(body));
      const [, added, got, none, list, again] = JSON.parse(text);
      expect(added.description).toBe('not {1:result} here');
      expect(got).toEqual(added);
      expect(none).toMatchObject({ code: 'INVALID_ENTRY_ID', args: { ID: '' } });
      expect(list.objects).toEqual([added]);
      expect(again).toEqual(added);
    });

    test('calls inherit the session, and may come flat in a form', async () => {
      const ks = await server.startAdminSession();
      const { id } = await server.addWebcast();
      const form = new URLSearchParams({
        ks,
        format: '1',
        service: 'multirequest',
        action: 'null',
        '1:service': 'livestream',
        '1:action': 'list',
        '1:filter:idIn': id,
        '1:pager[pageSize]': '1',
        '2:service': 'livestream',
        '2:action': 'get',
        '2:entryId': id,
      });
      const { text } = await post('/api_v3/', form.toString(), 'application/x-www-form-urlencoded');
      expect(JSON.parse(text)).toMatchObject([{ totalCount: 1, objects: [{ id }] }, { id }]);
    });

    test('more calls than any client sends are refused', async () => {
      const calls = Array.from({ length: 201 }, () => ({ service: 'system', action: 'ping' }));
      const { text } = await post(
        '/api_v3/service/multirequest',
        JSON.stringify({ format: 1, ...calls }),
      );
      expect(JSON.parse(text).code).toBe('REQUEST_TOO_LARGE');
    });
  });
});
