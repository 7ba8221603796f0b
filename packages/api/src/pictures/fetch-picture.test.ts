import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { isPublicAddress } from '../fetch/public-address.ts';
import { fetchPicture } from './fetch-picture.ts';

describe('an address is public', () => {
  test.each(['8.8.8.8', '172.15.255.255', '172.32.0.1', '2a00:1450:4001:80b::200e'])('%s', (ip) => {
    expect(isPublicAddress(ip)).toBe(true);
  });
});

describe('an address is not public', () => {
  test.each([
    ...['127.0.0.1', '127.1.2.3', '0.0.0.0', '10.1.2.3', '172.16.0.1', '192.168.1.1'],
    ...['169.254.169.254', '100.64.0.1', '224.0.0.1', '255.255.255.255', '198.18.0.1'],
    ...['::1', '::', '::ffff:127.0.0.1', '::ffff:8.8.8.8', 'fe80::1', 'fc00::1', 'fd12::1'],
    ...['64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:7f00:1::', '2001:db8::1', 'ff02::1'],
    ...['localhost', '', '1.2.3', '0x7f.1'],
  ])('%s', (ip) => {
    expect(isPublicAddress(ip)).toBe(false);
  });
});

describe('a picture from an address', () => {
  const servers: Server[] = [];
  let count = 0;

  afterEach(() => {
    count = 0;
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  const serve = async (listener: RequestListener): Promise<string> => {
    const server = createServer((request, response) => {
      count += 1;
      listener(request, response);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const limits = { maxBytes: 1000, timeoutMs: 2000, isAllowed: isPublicAddress };
  const fetchFromHere = (url: string) => fetchPicture(url, { ...limits, isAllowed: () => true });

  test('is what is there', async () => {
    const url = await serve((_request, response) => response.end('bytes'));
    expect(Buffer.from((await fetchFromHere(`${url}/a?b`)) ?? []).toString()).toBe('bytes');
  });

  test('is not asked for on this machine or in its network, however the address is written', async () => {
    const url = await serve((_request, response) => response.end('secret'));
    const { port } = new URL(url);
    const hosts = ['127.0.0.1', 'localhost', '2130706433', '0x7f000001', '127.1', '0', '[::1]'];
    for (const host of [...hosts, '[::ffff:127.0.0.1]', '017700000001']) {
      expect(await fetchPicture(`http://${host}:${port}/`, limits)).toBeNull();
    }
    expect(count).toBe(0);
  });

  test('is not found behind a redirect to this machine', async () => {
    const inside = await serve((_request, response) => response.end('secret'));
    const { port } = new URL(inside);
    const outside = await serve((_request, response) => {
      response.writeHead(302, { location: `http://localhost:${port}/` }).end();
    });
    // The first machine counts as one of the open internet, by its number and not by the name of the second.
    let asked = 0;
    const isAllowed = () => asked++ === 0;
    expect(await fetchPicture(outside, { ...limits, isAllowed })).toBeNull();
    expect(count).toBe(1);
    expect(asked).toBeGreaterThan(1);
  });

  test('may be somewhere else, a few times', async () => {
    let url = '';
    url = await serve((request, response) => {
      const step = Number(request.url?.slice(1));
      if (step === 0) response.end('there');
      else response.writeHead(307, { location: `/${step - 1}` }).end();
    });
    expect(Buffer.from((await fetchFromHere(`${url}/4`)) ?? []).toString()).toBe('there');
    expect(await fetchFromHere(`${url}/5`)).toBeNull();
    const loop = await serve((_request, response) => {
      response.writeHead(302, { location: '/' }).end();
    });
    expect(await fetchFromHere(loop)).toBeNull();
  });

  test.each([
    'ftp://example.com/a.jpg',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'http://user:password@127.0.0.1/',
    'no address',
    '',
  ])('is not at %j', async (url) => {
    expect(await fetchFromHere(url)).toBeNull();
  });

  test('is not an error page, and not larger than it may be', async () => {
    const missing = await serve((_request, response) => response.writeHead(404).end('not here'));
    expect(await fetchFromHere(missing)).toBeNull();
    const large = await serve((_request, response) => response.end(Buffer.alloc(1001)));
    expect(await fetchFromHere(large)).toBeNull();
    const endless = await serve((_request, response) => {
      const more = (): void => {
        if (response.destroyed) return;
        if (response.write(Buffer.alloc(400))) setImmediate(more);
        else response.once('drain', more);
      };
      more();
    });
    expect(await fetchFromHere(endless)).toBeNull();
  });

  test('is not waited for longer than it may take, also where it comes drop by drop', async () => {
    const silent = await serve(() => undefined);
    const timed = { ...limits, timeoutMs: 300, isAllowed: () => true };
    expect(await fetchPicture(silent, timed)).toBeNull();
    const slow = await serve((_request, response) => {
      response.write('x');
    });
    expect(await fetchPicture(slow, timed)).toBeNull();
  });

  test('is not there where the connection breaks', async () => {
    const broken = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '500' });
      response.write('half');
      setImmediate(() => response.destroy());
    });
    expect(await fetchFromHere(broken)).toBeNull();
  });
});
