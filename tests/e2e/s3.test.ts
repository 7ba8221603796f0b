import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { S3ServerForTests } from '../../packages/media/src/archive/store/testing/s3-server.ts';
import { Encoder } from './encoder.ts';
import { eventually, ServerUnderTest } from './server-under-test.ts';

const run = promisify(execFile);

describe('recordings in a bucket', () => {
  let store: S3ServerForTests;
  let server: ServerUnderTest;
  let dataDir: string;

  const env = () => ({
    ROSTRUM_RECONNECT_SECONDS: '5',
    ROSTRUM_MEDIA_STORE: 's3://recordings/of/shows',
    AWS_ENDPOINT_URL_S3: store.endpoint,
    AWS_ACCESS_KEY_ID: 'S3RVER',
    AWS_SECRET_ACCESS_KEY: 'S3RVER',
  });
  const puts = () => store.seen.filter(({ method }) => method === 'PUT').length;
  /** Takes that are on the local disk, and need not be for a show. */
  const kept = () => {
    const folder = path.join(dataDir, 'media', 'recordings');
    return existsSync(folder) ? readdirSync(folder, { recursive: true }) : [];
  };
  const allMoved = (takes: number) =>
    eventually(
      'all takes are in the bucket, and nowhere else',
      () => storedTakes() === takes && kept().length === 0,
      40_000,
    );
  /** Of the shows that can still be rewound. */
  const journals = () => {
    const folder = path.join(dataDir, 'media', server.sample.webcastId);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return files
      .filter((name) => name.endsWith('journal.ndjson'))
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .join('');
  };
  const storedTakes = () => store.keys().filter((key) => key.endsWith('/journal.ndjson')).length;
  const show = (seconds: number) => new Encoder(server.publishUrl, { seconds }).exited;
  const replay = () =>
    eventually('the replay has an address', async () => {
      const url = await server.manifestUrl();
      if (url === null) return null;
      const answer = await fetch(url);
      return answer.status === 200 && answer.url.includes('/r/') ? url : null;
    });
  /** Decodes all of it; gives its length in seconds. */
  const play = async (url: string) => {
    const { stderr } = await run('ffmpeg', ['-v', 'error', '-i', url, '-f', 'null', '-']);
    expect(stderr).toBe('');
    const probed = await run('ffprobe', [
      ...['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', url],
    ]);
    return Number(probed.stdout);
  };
  const download = async (url: string) => {
    const answer = await fetch(new URL('show.mp4', url));
    expect(answer.status).toBe(200);
    return Buffer.from(await answer.arrayBuffer());
  };
  const variantOf = async (url: string) => {
    const [variant = ''] = (await (await fetch(url)).text()).match(/^[^#\s].*$/m) ?? [];
    return new URL(variant, url);
  };
  /** Ends the server and keeps its data. */
  const stop = async () => {
    server.signal('SIGTERM');
    await server.exited;
  };

  beforeEach(async () => {
    store = await S3ServerForTests.open();
    dataDir = mkdtempSync(path.join(tmpdir(), 'rostrum-e2e-'));
  });
  afterEach(async () => {
    await server.stop();
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('get there in spite of a crash, play as before, and leave nothing when they are deleted', async () => {
    server = await ServerUnderTest.start(env(), dataDir);
    expect(store.keys()).toEqual([]);
    await show(8);
    const url = await replay();
    const lengthS = await play(url);
    expect(lengthS).toBeGreaterThan(5);
    const movie = await download(url);
    expect(store.keys()).toEqual([]);

    // The next process needs the show no longer for those who go back in it.
    store.admit = async ({ method }) => {
      if (method === 'PUT') await new Promise((resolve) => setTimeout(resolve, 150));
      return true;
    };
    process.kill(server.pidOf('media'), 'SIGKILL');
    await eventually('files are on their way', () => puts() >= 5);
    expect(kept().length).toBeGreaterThan(5);
    process.kill(server.pidOf('media'), 'SIGKILL');
    store.admit = () => true;
    await allMoved(1);
    const keys = store.keys();
    expect(keys.every((key) => key.startsWith(`of/shows/${server.sample.webcastId}.`))).toBe(true);
    await eventually('the media port is back', () => fetch(url).catch(() => null));
    expect(await play(url)).toBe(lengthS);
    expect((await download(url)).equals(movie)).toBe(true);

    const playlist = await variantOf(url);
    const [name = ''] = (await (await fetch(playlist)).text()).match(/^\d+\/.*m4s$/m) ?? [];
    const whole = Buffer.from(await (await fetch(new URL(name, playlist))).arrayBuffer());
    const part = await fetch(new URL(name, playlist), { headers: { range: 'bytes=100-1099' } });
    expect(part.status).toBe(206);
    expect(Buffer.from(await part.arrayBuffer()).equals(whole.subarray(100, 1100))).toBe(true);

    const ks = await server.adminSession();
    const { recordedEntryId } = await server.call<{ recordedEntryId: string }>(
      'liveStream',
      'get',
      {
        ...{ ks, entryId: server.sample.webcastId },
      },
    );
    await server.call('media', 'delete', { ks, entryId: recordedEntryId });
    await eventually('the bucket is empty', () => store.keys().length === 0);
    await eventually('it plays no longer', async () => (await fetch(url)).status === 404);
  });

  it('that is away: shows go on, what is there waits here, and viewers are told to come again', async () => {
    server = await ServerUnderTest.start(env(), dataDir);
    await show(6);
    const url = await replay();
    const lengthS = await play(url);
    process.kill(server.pidOf('media'), 'SIGKILL');
    await allMoved(1);

    await stop();
    store.isOpen = false;
    server = await ServerUnderTest.start(env(), dataDir);
    expect(server.output).toMatch(/can't be reached.*Recordings stay in the data folder/s);
    const encoder = new Encoder(server.publishUrl, { seconds: 8 });
    await eventually('on air', () => server.isLive());
    const away = await eventually('the replay says that it is away', async () => {
      const answer = await fetch(movedTo(url, await server.manifestUrl()));
      return answer.status === 503 && answer;
    });
    expect(Number(away.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await server.isLive()).toBe(true);
    const ks = await server.adminSession();
    await eventually('the operator hears of it', async () => {
      type State = { readonly alerts: readonly { readonly code: string }[] };
      const { alerts } = await server.call<State>('rostrum_server', 'getState', { ks });
      return alerts.some(({ code }) => code === 'MEDIA_STORE_AWAY');
    });
    await encoder.exited;

    await eventually('its end is written down', () => journals().includes('{"type":"ended"}'));
    process.kill(server.pidOf('media'), 'SIGKILL');
    await eventually('the second show waits here', () => kept().length > 5);
    store.isOpen = true;
    await allMoved(2);
    const both = await eventually('both shows play', async () => {
      const next = await server.manifestUrl();
      return next !== null && (await fetch(next)).status === 200 && next;
    });
    expect(await play(both)).toBeGreaterThan(lengthS + 3);
  }, 120_000);

  it('come from the data folder when the store is set', async () => {
    const { ROSTRUM_RECONNECT_SECONDS, ...bucket } = env();
    server = await ServerUnderTest.start({ ROSTRUM_RECONNECT_SECONDS }, dataDir);
    await show(6);
    const lengthS = await play(await replay());
    process.kill(server.pidOf('media'), 'SIGKILL');
    await eventually('a take is kept', () => kept().length > 5);
    await stop();
    server = await ServerUnderTest.start({ ROSTRUM_RECONNECT_SECONDS, ...bucket }, dataDir);
    await allMoved(1);
    expect(await play(await replay())).toBe(lengthS);
  });
});

describe('a bucket that can not be used', () => {
  it.each([
    [{ ROSTRUM_MEDIA_STORE: 's3://nonesuch' }, /The bucket nonesuch does not exist/],
    [{ AWS_SECRET_ACCESS_KEY: 'wrong' }, /AWS_SECRET_ACCESS_KEY does not belong/],
    [{ AWS_ACCESS_KEY_ID: '' }, /needs AWS_ACCESS_KEY_ID/],
  ])('keeps the server from starting, in words: %j', async (changes, message) => {
    const store = await S3ServerForTests.open();
    const dataDir = mkdtempSync(path.join(tmpdir(), 'rostrum-e2e-'));
    const settings = {
      ROSTRUM_MEDIA_STORE: 's3://recordings',
      AWS_ENDPOINT_URL_S3: store.endpoint,
      AWS_ACCESS_KEY_ID: 'S3RVER',
      AWS_SECRET_ACCESS_KEY: 'S3RVER',
      ...changes,
    };
    try {
      await expect(ServerUnderTest.start(settings, dataDir)).rejects.toThrow(message);
    } finally {
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

/** An address of before a restart, at the port of now. */
function movedTo(url: string, now: string | null): URL {
  const moved = new URL(url);
  if (now !== null) moved.port = new URL(now).port;
  return moved;
}
