import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RefusedError } from '../errors.ts';
import type { Progress } from '../terminal/progress-bar.ts';
import { type DownloadOptions, download } from './download.ts';

let folder: string;
let server: Server;
let url: string;
/** What is served, which version of it, and after how many bytes the connection is cut. */
let content: Buffer;
let cutAfter: (number | null)[];
let requests: { readonly range: string | undefined; readonly ifRange: string | undefined }[];
/** A connection that is cut as soon as that many bytes of the file have come. */
let cutting: { readonly response: ServerResponse; readonly whenBytes: number } | null;
let answer: (request: IncomingMessage, response: ServerResponse) => void;

const etagOf = (bytes: Buffer) => `"${createHash('sha1').update(bytes).digest('hex')}"`;

/** As the media server answers: ranges of the same version, else all of it. */
function serve(request: IncomingMessage, response: ServerResponse): void {
  const { range, 'if-range': ifRange } = request.headers;
  requests.push({ range, ifRange: ifRange as string | undefined });
  const etag = etagOf(content);
  const isSame = range !== undefined && (ifRange === undefined || ifRange === etag);
  const first = isSame ? Number(/bytes=(\d+)-/.exec(range)?.[1]) : 0;
  if (first >= content.length && isSame) {
    response.writeHead(416, { 'content-range': `bytes */${content.length}` }).end();
    return;
  }
  const body = content.subarray(first);
  response.writeHead(isSame ? 206 : 200, {
    etag,
    'content-length': body.length,
    ...(isSame
      ? { 'content-range': `bytes ${first}-${content.length - 1}/${content.length}` }
      : {}),
  });
  const cut = cutAfter.shift() ?? null;
  if (cut === null) response.end(body);
  else if (cut === 0) response.destroy();
  else {
    response.write(body.subarray(0, cut));
    cutting = { response, whenBytes: first + cut };
  }
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rostrum-download-'));
  content = randomBytes(300_000);
  [cutAfter, requests, answer, cutting] = [[], [], serve, null];
  server = createServer((request, response) => answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.mp4`;
});

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

function cutWhenDone({ doneBytes }: Progress): void {
  if (cutting === null || doneBytes < cutting.whenBytes) return;
  cutting.response.destroy();
  cutting = null;
}

const fetchTo = (name: string, more: Partial<DownloadOptions> = {}) =>
  download({
    ...{ url, file: path.join(folder, name), nameInFolder: '0_a.mp4', expectedBytes: null },
    ...{ mayOverwrite: false, signal: new AbortController().signal, onProgress: cutWhenDone },
    ...{ retryDelaysMs: [1, 1] },
    ...more,
  });

const saved = (name: string) => readFileSync(path.join(folder, name));
const isThere = (name: string) => existsSync(path.join(folder, name));

describe('a download', () => {
  it('saves what is served, and tells how far it is', async () => {
    const seen: number[] = [];
    const done = await fetchTo('a.mp4', {
      onProgress: ({ doneBytes, totalBytes }) => {
        expect(totalBytes).toBe(content.length);
        seen.push(doneBytes);
      },
    });
    expect(done).toEqual({
      ...{ savedAs: path.join(folder, 'a.mp4'), sizeBytes: 300_000, resumedAtBytes: 0 },
    });
    expect(saved('a.mp4').equals(content)).toBe(true);
    expect(seen.at(-1)).toBe(300_000);
    expect(isThere('a.mp4.part') || isThere('a.mp4.part.etag')).toBe(false);
  });

  it('asks for the rest when the connection breaks, and the bytes are the same', async () => {
    cutAfter = [100_000, 50_000];
    await fetchTo('a.mp4');
    expect(saved('a.mp4').equals(content)).toBe(true);
    expect(requests.map(({ range }) => range)).toEqual([
      undefined,
      'bytes=100000-',
      'bytes=150000-',
    ]);
    expect(requests[2]?.ifRange).toBe(etagOf(content));
  });

  it('goes on in a later run, where an earlier one gave up', async () => {
    cutAfter = [100_000, 0, 0, 0];
    await expect(fetchTo('a.mp4')).rejects.toThrow('the same command goes on from there');
    expect(isThere('a.mp4')).toBe(false);
    const kept = statSync(path.join(folder, 'a.mp4.part')).size;
    expect(kept).toBe(100_000);
    cutAfter = [];
    expect(await fetchTo('a.mp4')).toMatchObject({ resumedAtBytes: kept, sizeBytes: 300_000 });
    expect(requests.at(-1)?.range).toBe(`bytes=${kept}-`);
    expect(saved('a.mp4').equals(content)).toBe(true);
  });

  it('begins anew when the recording is another since', async () => {
    cutAfter = [100_000, 0, 0, 0];
    await expect(fetchTo('a.mp4')).rejects.toThrow(RefusedError);
    content = randomBytes(200_000);
    cutAfter = [];
    await fetchTo('a.mp4');
    expect(saved('a.mp4').equals(content)).toBe(true);
  });

  it('does not ask again for what is whole, and only has no name yet', async () => {
    writeFileSync(path.join(folder, 'a.mp4.part'), content);
    writeFileSync(path.join(folder, 'a.mp4.part.etag'), etagOf(content));
    await fetchTo('a.mp4');
    expect(saved('a.mp4').equals(content)).toBe(true);
  });

  it('does not trust a part whose version nobody knows', async () => {
    writeFileSync(path.join(folder, 'a.mp4.part'), 'something else');
    await fetchTo('a.mp4');
    expect(saved('a.mp4').equals(content)).toBe(true);
  });

  it('stops when it is interrupted, and keeps what has come', async () => {
    const interruption = new AbortController();
    content = randomBytes(20_000_000);
    const stopped = fetchTo('a.mp4', {
      signal: interruption.signal,
      onProgress: () => interruption.abort(),
    });
    await expect(stopped).rejects.toThrow('Stopped. What has come is in');
    expect(isThere('a.mp4')).toBe(false);
    expect(statSync(path.join(folder, 'a.mp4.part')).size).toBeGreaterThan(0);
  });

  it('overwrites nothing that it was not told to', async () => {
    writeFileSync(path.join(folder, 'a.mp4'), 'mine');
    await expect(fetchTo('a.mp4')).rejects.toThrow('is there already. --yes overwrites it.');
    expect(String(saved('a.mp4'))).toBe('mine');
    await fetchTo('a.mp4', { mayOverwrite: true });
    expect(saved('a.mp4').equals(content)).toBe(true);
  });

  it('puts it into a folder under its id', async () => {
    expect((await fetchTo('.')).savedAs).toBe(path.join(folder, '0_a.mp4'));
  });

  it('tells what the server and the disk refuse', async () => {
    await expect(fetchTo('no/such/a.mp4')).rejects.toThrow(`There is no folder`);
    answer = (_, response) => response.writeHead(404).end('no such recording');
    await expect(fetchTo('a.mp4')).rejects.toThrow(
      'The download was refused (404): no such recording',
    );
    answer = (_, response) => response.writeHead(503).end('busy');
    await expect(fetchTo('b.mp4')).rejects.toThrow('(503 busy)');
  });
});
