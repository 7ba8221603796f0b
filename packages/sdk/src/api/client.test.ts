import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RostrumError } from '../rostrum-error.ts';
import { createClient } from './client.ts';

let server: Server;
let serviceUrl: string;
let answer: string | null;
let requests: { readonly url: string; readonly body: Record<string, unknown> }[];

beforeEach(async () => {
  requests = [];
  answer = 'null';
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      requests.push({ url: request.url ?? '', body: JSON.parse(String(Buffer.concat(chunks))) });
      if (answer !== null) response.end(answer);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('client', () => {
  it('starts an anonymous session and sends it from then on', async () => {
    const client = createClient({ serviceUrl: `${serviceUrl}/`, partnerId: 100 });
    answer = JSON.stringify({ partnerId: 100, ks: 'a-session', userId: '0' });
    const { session } = await client.session.startWidgetSession();
    expect(session).toBe('a-session');
    client.useSession(session);
    answer = 'true';
    expect(await client.liveStream.isLive('0_ab12cd34')).toBe(true);
    expect(requests.map(({ url }) => url)).toEqual([
      '/api_v3/service/session/action/startWidgetSession',
      '/api_v3/service/liveStream/action/isLive',
    ]);
    expect(requests[0]?.body).toMatchObject({ widgetId: '_100', format: 1 });
    expect(requests[0]?.body).not.toHaveProperty('ks');
    expect(requests[1]?.body).toMatchObject({ ks: 'a-session', id: '0_ab12cd34' });
  });

  it('creates a webcast with what every live stream needs', async () => {
    const client = createClient({ serviceUrl, partnerId: 100, session: 'a-session' });
    answer = JSON.stringify({ objectType: 'KalturaLiveStreamEntry', id: '0_ab12cd34', name: 'x' });
    const entry = await client.liveStream.add({ name: 'All hands', explicitLive: true });
    expect(entry.id).toBe('0_ab12cd34');
    expect(requests[0]?.body.liveStreamEntry).toEqual({
      objectType: 'KalturaLiveStreamEntry',
      mediaType: 201,
      sourceType: '32',
      name: 'All hands',
      explicitLive: true,
    });
  });

  it('turns the server’s refusal into an error with its code', async () => {
    const client = createClient({ serviceUrl, partnerId: 100 });
    answer = JSON.stringify({
      objectType: 'KalturaAPIException',
      code: 'ENTRY_ID_NOT_FOUND',
      message: 'Entry id "0_zz" not found',
      args: { ENTRY_ID: '0_zz' },
    });
    const error = await client.liveStream.get('0_zz').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RostrumError);
    expect(error).toMatchObject({ code: 'ENTRY_ID_NOT_FOUND', args: { ENTRY_ID: '0_zz' } });
  });

  it('says when something else answers', async () => {
    const client = createClient({ serviceUrl, partnerId: 100 });
    answer = '<html>';
    await expect(client.liveStream.get('0_ab12cd34')).rejects.toMatchObject({ code: 'bad-answer' });
  });

  it('does not wait without a limit', async () => {
    answer = null;
    const client = createClient({ serviceUrl, partnerId: 100, timeoutMs: 60 });
    await expect(client.session.end()).rejects.toMatchObject({ code: 'timed-out' });
  });

  it('says when nobody answers', async () => {
    const client = createClient({ serviceUrl: 'http://127.0.0.1:9', partnerId: 100 });
    await expect(client.session.end()).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('stops when it is told to', async () => {
    answer = null;
    const stop = new AbortController();
    const client = createClient({ serviceUrl, partnerId: 100 });
    const call = client.liveStream.get('0_ab12cd34', { signal: stop.signal });
    stop.abort(new Error('the page was left'));
    await expect(call).rejects.toThrow('the page was left');
  });

  it('shows a service address that is none', () => {
    expect(() => createClient({ serviceUrl: 'example.com', partnerId: 100 })).toThrow(
      'example.com',
    );
  });
});
