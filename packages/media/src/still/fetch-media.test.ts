import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { MediaFetcher } from './fetch-media.ts';

const servers: http.Server[] = [];
const fetchers: MediaFetcher[] = [];

afterEach(() => {
  for (const fetcher of fetchers.splice(0)) fetcher.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(
  listener: http.RequestListener,
  tls?: { readonly cert: Buffer; readonly key: Buffer },
): Promise<MediaFetcher> {
  const server =
    tls === undefined ? http.createServer(listener) : https.createServer(tls, listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const scheme = tls === undefined ? 'http' : 'https';
  const mediaUrl = () => `${scheme}://127.0.0.1:${port}`;
  const fetcher = new MediaFetcher({ mediaUrl, timeoutMs: 2000 });
  fetchers.push(fetcher);
  return fetcher;
}

const textOf = (bytes: Uint8Array | null) =>
  bytes === null ? null : Buffer.from(bytes).toString();

test('what is there comes whole, one after the other over one connection', async () => {
  const ports = new Set<number | undefined>();
  const fetcher = await serve((request, response) => {
    ports.add(request.socket.remotePort);
    response.end(request.url);
  });
  expect(textOf(await fetcher.get('/a', 10))).toBe('/a');
  expect(textOf(await fetcher.get('/b', 2))).toBe('/b');
  expect(ports.size).toBe(1);
});

test('the certificate of the public host is no hindrance on the machine itself', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-tls-'));
  try {
    const [cert, key] = [join(directory, 'cert.pem'), join(directory, 'key.pem')];
    const request =
      'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=live.example.com';
    const files = ['-keyout', key, '-out', cert];
    execFileSync('openssl', [...request.split(' '), ...files], { stdio: 'ignore' });
    const tls = { cert: readFileSync(cert), key: readFileSync(key) };
    const fetcher = await serve((_request, response) => response.end('media'), tls);
    expect(textOf(await fetcher.get('/a', 10))).toBe('media');
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});

test.each<[string, http.RequestListener]>([
  ['errors', (_request, response) => response.writeHead(404).end('no')],
  ['redirects', (_request, response) => response.writeHead(302, { location: '/' }).end()],
  ['more than was asked for', (_request, response) => response.end('x'.repeat(11))],
  ['what does not come', () => undefined],
  ['what breaks off', (_request, response) => void response.write('x', () => response.destroy())],
])('%s are no media', async (_what, listener) => {
  const fetcher = await serve(listener);
  expect(await fetcher.get('/a', 10)).toBeNull();
});

test('a server that is not there has none', async () => {
  const fetcher = await serve(() => undefined);
  const [server] = servers.splice(0);
  await new Promise((resolve) => server?.close(resolve));
  expect(await fetcher.get('/a', 10)).toBeNull();
});
