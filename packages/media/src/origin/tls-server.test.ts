import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type ClientHttp2Session, connect } from 'node:http2';
import { get as getHttps } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type OriginFixture, openOriginFixture } from './testing/origin-fixture.ts';
import { playbackPath } from './testing/sample-generation.ts';

let directory: string;
let tls: { cert: Buffer; key: Buffer };
let origin: OriginFixture;
let session: ClientHttp2Session;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'rostrum-tls-'));
  const [cert, key] = [join(directory, 'cert.pem'), join(directory, 'key.pem')];
  const request =
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost';
  execFileSync('openssl', [...request.split(' '), '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  });
  tls = { cert: readFileSync(cert), key: readFileSync(key) };
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

beforeEach(async () => {
  origin = await openOriginFixture({ tls });
  origin.generation.addTrack('video');
  origin.generation.addSegments('video', 1);
  session = connect(`https://127.0.0.1:${origin.server.port}`, {
    ca: tls.cert,
    servername: 'localhost',
  });
});

afterEach(async () => {
  session.destroy();
  await origin.close();
});

async function ask(file: string, headers: Record<string, string> = {}) {
  const stream = session.request({ ':path': `${playbackPath()}/${file}`, ...headers });
  const answered = once(stream, 'response');
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const [fields] = await answered;
  if (!stream.closed) await once(stream, 'close');
  return { fields, body: Buffer.concat(chunks) };
}

test('playlists and media come over HTTP/2', async () => {
  const playlist = await ask('video.m3u8');
  expect(playlist.fields).toMatchObject({ ':status': 200, 'access-control-allow-origin': '*' });
  expect(playlist.body.toString()).toContain('video-k3f9-0.m4s');
  const range = await ask('video-k3f9-0.m4s', { range: 'bytes=0-9' });
  expect(range.fields[':status']).toBe(206);
  expect(range.body).toHaveLength(10);
});

test('a held playlist is released by its part, and freed when the stream is cancelled', async () => {
  const held = ask('video.m3u8?_HLS_msn=1&_HLS_part=0');
  const cancelled = session.request({ ':path': `${playbackPath()}/video.m3u8?_HLS_msn=1` });
  cancelled.on('error', () => undefined);
  cancelled.end();
  await expect.poll(() => origin.server.stats().heldRequests).toBe(2);
  cancelled.close();
  await expect.poll(() => origin.server.stats().heldRequests).toBe(1);
  origin.generation.addPart('video');
  expect((await held).body.toString()).toContain('video-k3f9-1.0.m4s');
});

test('a client that knows only HTTP/1.1 is served too', async () => {
  const { port } = origin.server;
  const path = `${playbackPath()}/video-init-0.mp4`;
  const asked = getHttps({
    host: '127.0.0.1',
    port,
    path,
    ca: tls.cert,
    servername: 'localhost',
    agent: false,
  });
  const [response] = await once(asked, 'response');
  let text = '';
  for await (const chunk of response) text += chunk;
  expect(text).toBe('init of video');
});

test('other methods are refused', async () => {
  const stream = session.request({ ':path': '/', ':method': 'DELETE' });
  const [fields] = await once(stream, 'response');
  expect(fields).toMatchObject({ ':status': 405, allow: 'GET, HEAD, OPTIONS' });
  stream.close();
});
