import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runForTests } from '../cli-for-tests.ts';
import { checkCertificate } from './certificate.ts';
import { checkClock } from './clock.ts';
import { checkDataFolder } from './data-folder.ts';
import { checkDatabase } from './database.ts';
import { judgeSpace, judgeSpeed } from './disk.ts';
import { measureDisk } from './disk-speed.ts';
import type { Finding } from './finding.ts';
import { checkNats } from './nats.ts';
import { readPlace } from './place.ts';
import { checkNode } from './programs.ts';

let folder: string;
const servers: Server[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rostrum-doctor-'));
});

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.close();
    await once(server, 'close');
  }
  rmSync(folder, { recursive: true, force: true });
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Ports of 0 are always free. */
const FREE = { ROSTRUM_HTTP_PORT: '0', ROSTRUM_MEDIA_PORT: '0', ROSTRUM_RTMP_PORT: '0' };

async function examine(env: Record<string, string | undefined>, ...more: readonly string[]) {
  const { code, out } = await runForTests(['doctor', '--json', '--quick', ...more], {
    folder,
    // Looking FFmpeg over takes longer than all the rest: the test beside a running server does it.
    env: { PATH: '', ROSTRUM_DATA_DIR: path.join(folder, 'data'), ...FREE, ...env },
  });
  const { isWell, findings } = JSON.parse(out) as { isWell: boolean; findings: Finding[] };
  const of = (check: string) => findings.filter((finding) => finding.check === check);
  return { code, isWell, findings, of };
}

describe('the doctor', () => {
  it('needs neither a server nor a secret, and leaves nothing behind', async () => {
    const { code, isWell, of } = await examine({});
    expect({ code, isWell }).toEqual({ code: 0, isWell: true });
    expect(of('server')[0]?.text).toContain('none runs on');
    expect(of('data folder')[0]?.text).toContain('the first start makes it');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names the program that has a port, and exits with 1', async () => {
    const port = await listen(createServer());
    const { code, of } = await examine({ ROSTRUM_RTMP_PORT: String(port) });
    expect(code).toBe(1);
    expect(of(`port ${port}`)).toMatchObject([
      { verdict: 'fault', text: expect.stringContaining(`process ${process.pid}`) },
    ]);
    expect(of(`port ${port}`)[0]?.advice).toContain('ROSTRUM_RTMP_PORT');
  });

  it('knows another Rostrum from another program', async () => {
    const other = createHttpServer((_, response) =>
      response.end(JSON.stringify({ status: 'ok', version: '0.1.0', processes: [] })),
    );
    const port = await listen(other);
    const { code, of } = await examine({ ROSTRUM_HTTP_PORT: String(port) });
    expect(code).toBe(0);
    expect(of(`port ${port}`)).toMatchObject([
      { verdict: 'warning', text: expect.stringContaining('another Rostrum') },
    ]);
  });

  it('finds two ports that are the same', async () => {
    const port = String(await listen(createServer((socket) => socket.destroy())));
    const { of } = await examine({ ROSTRUM_HTTP_PORT: port, ROSTRUM_MEDIA_PORT: port });
    expect(of('ports')[0]?.text).toBe(`ROSTRUM_HTTP_PORT and ROSTRUM_MEDIA_PORT are both ${port}`);
  });

  it('tells what is wrong with the settings, and looks at the rest all the same', async () => {
    writeFileSync(path.join(folder, 'rostrum.yml'), 'htp_port: 8080\nadmin_secret: short\n');
    const { code, of } = await examine({});
    expect(code).toBe(1);
    expect(of('settings')[0]?.text).toContain('Did you mean ROSTRUM_HTTP_PORT?');
    expect(of('clock')).toHaveLength(1);
    const warned = await examine({ ROSTRUM_SRT_PORT: '7045' });
    writeFileSync(path.join(folder, 'rostrum.yml'), '');
    expect(
      warned
        .of('settings')
        .map(({ text }) => text)
        .join(),
    ).toContain('HTTP_PORT');
    expect((await examine({ ROSTRUM_SRT_PORT: '7045' })).of('settings')).toContainEqual(
      expect.objectContaining({ verdict: 'warning', text: expect.stringContaining('no effect') }),
    );
  });

  it('says that a server whose processes run does not answer', async () => {
    mkdirSync(path.join(folder, 'data'), { mode: 0o700 });
    writeFileSync(
      path.join(folder, 'data/run.json'),
      JSON.stringify({ publicUrl: 'http://127.0.0.1:9', processes: [{ pid: process.pid }] }),
    );
    const { code, of } = await examine({});
    expect(code).toBe(1);
    expect(of('server')).toMatchObject([
      { verdict: 'fault', text: expect.stringContaining('does not answer') },
    ]);
  });

  it('is read by people, without colours where nobody asked for them', async () => {
    const { out } = await runForTests(['doctor', '--quick'], {
      folder,
      env: { PATH: '', ROSTRUM_DATA_DIR: folder, ...FREE },
    });
    expect(out).toMatch(/^✓ Node: /m);
    expect(out).toMatch(/^! FFmpeg: not installed/m);
    expect(out).toMatch(/^ {2}→ Debian and Ubuntu: apt-get install ffmpeg/m);
    expect(out).not.toContain('\u001b');
    const colourful = await runForTests(['doctor', '--quick'], {
      ...{ folder, isTerminal: { out: true, errors: true } },
      env: { PATH: '', ROSTRUM_DATA_DIR: folder, ...FREE },
    });
    expect(colourful.out).toContain('\u001b[32m✓\u001b[39m');
  });
});

describe('what the doctor looks at', () => {
  it('Node: the version that the server needs', () => {
    expect(checkNode('22.18.0').verdict).toBe('fine');
    expect(checkNode('24.0.0').verdict).toBe('fine');
    expect(checkNode('22.17.9').verdict).toBe('fault');
    expect(checkNode('20.20.2').verdict).toBe('fault');
  });

  it('the data folder: who else may look in, and whose it is', async () => {
    chmodSync(folder, 0o755);
    writeFileSync(path.join(folder, 'secrets.json'), '{}', { mode: 0o644 });
    const verdicts = async (userId: number) =>
      (await checkDataFolder(folder, userId)).map(({ verdict }) => verdict);
    const own = process.getuid?.() ?? 0;
    expect(await verdicts(own)).toEqual(['warning', 'warning']);
    chmodSync(folder, 0o700);
    chmodSync(path.join(folder, 'secrets.json'), 0o600);
    expect(await verdicts(own)).toEqual(['fine', 'fine']);
    expect(await verdicts(own + 1)).toEqual(['fault', 'fault']);
    expect(await checkDataFolder(path.join(folder, 'secrets.json'), own)).toMatchObject([
      { verdict: 'fault', text: expect.stringContaining('is no folder') },
    ]);
  });

  it('the disk: it is measured with real writes, which are gone afterwards', async () => {
    const speed = await measureDisk(folder, { blocks: 2, syncs: 5 });
    expect(speed.bytesPerSecond).toBeGreaterThan(0);
    expect(speed.syncP99Ms).toBeGreaterThanOrEqual(speed.syncP50Ms);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('the disk: enough for the streams that are wanted, or not', () => {
    const speed = { bytesPerSecond: 30e6, syncP50Ms: 1, syncP99Ms: 4, aheadMs: 0 };
    const verdicts = (more: Partial<typeof speed>, streams: number) =>
      judgeSpeed({ ...speed, ...more }, streams).map(({ verdict }) => verdict);
    expect(verdicts({}, 20)).toEqual(['fine', 'fine']);
    expect(verdicts({}, 21)).toEqual(['fault', 'fine']);
    expect(verdicts({ syncP99Ms: 80 }, 1)).toEqual(['fine', 'warning']);
    expect(verdicts({ aheadMs: -60_000 }, 1)).toEqual(['fine', 'fine', 'warning']);
    expect(judgeSpace(900e6, 1).verdict).toBe('fault');
    expect(judgeSpace(20e9, 10).verdict).toBe('warning');
    expect(judgeSpace(200e9, 10)).toMatchObject({
      verdict: 'fine',
      text: '200 GB are free: room for 7 h 24 min of 10 streams at 6 Mbit/s',
    });
  });

  it('the clock: not before this version, and not before its own files', async () => {
    expect((await checkClock(folder, Date.UTC(2020, 0, 1))).verdict).toBe('fault');
    const now = Date.now();
    expect((await checkClock(folder, now)).verdict).not.toBe('fault');
    const file = path.join(folder, 'run.json');
    writeFileSync(file, '{}');
    utimesSync(file, new Date(), new Date(now + 3_600_000));
    expect(await checkClock(folder, now)).toMatchObject({
      ...{ verdict: 'fault', text: expect.stringContaining('the clock went back') },
    });
  });

  it('the certificate: for which name, how long, and with its own key', async () => {
    const make = (name: string, days: number) =>
      execFileSync(
        'openssl',
        [
          ...[
            'req',
            '-x509',
            '-newkey',
            'ec',
            '-pkeyopt',
            'ec_paramgen_curve:prime256v1',
            '-nodes',
          ],
          ...[
            '-keyout',
            path.join(folder, `${name}.key`),
            '-out',
            path.join(folder, `${name}.pem`),
          ],
          ...['-days', String(days), '-subj', '/CN=live.example.org'],
          ...['-addext', 'subjectAltName=DNS:live.example.org'],
        ],
        { stdio: 'ignore' },
      );
    make('good', 90);
    make('short', 3);
    const look = async (cert: string, key: string, url?: string, nowMs = Date.now()) => {
      const env = {
        ...{ ROSTRUM_TLS_CERT: cert, ROSTRUM_TLS_KEY: key },
        ...(url === undefined ? {} : { ROSTRUM_PUBLIC_URL: url }),
      };
      const found = await checkCertificate(readPlace(env, folder, undefined).place, nowMs);
      return found.map(({ verdict, text }) => `${verdict}: ${text}`).join('\n');
    };
    expect(await look('good.pem', 'good.key', 'https://live.example.org')).toMatch(
      /^fine: for live\.example\.org, holds until \S+ \((89|90) days\)$/,
    );
    expect(await look('short.pem', 'short.key')).toMatch(/^warning: .* \([23] days\)$/);
    expect(await look('short.pem', 'short.key', undefined, Date.now() + 9 * 86_400_000)).toContain(
      'fault: for live.example.org, ended on',
    );
    expect(await look('good.pem', 'good.key', 'https://other.example.org')).toContain(
      'warning: is not for other.example.org',
    );
    expect(await look('good.pem', 'short.key')).toContain('is the key of another certificate');
    expect(await look('good.pem', 'none.key')).toContain("none.key can't be read");
    writeFileSync(path.join(folder, 'junk.pem'), 'junk');
    expect(await look('junk.pem', 'good.key')).toContain('holds no certificate');
    expect(await look('good.pem', 'junk.pem')).toContain('holds no private key');
  });

  it('PostgreSQL: that nobody answers, without the password', async () => {
    const [finding] = await checkDatabase('postgres://u:geheim@127.0.0.1:9/rostrum');
    expect(finding).toMatchObject({
      verdict: 'fault',
      text: expect.stringContaining('127.0.0.1:9/rostrum'),
    });
    expect(JSON.stringify(finding)).not.toContain('geheim');
    expect(await checkDatabase(null)).toEqual([]);
  });

  it('NATS: by the word that its servers begin with', async () => {
    const nats = await listen(createServer((socket) => socket.end('INFO {"server_id":"x"}\r\n')));
    const other = await listen(createServer((socket) => socket.end('220 mail\r\n')));
    expect(await checkNats(`nats://127.0.0.1:${nats}`)).toMatchObject([{ verdict: 'fine' }]);
    expect(await checkNats(`nats://127.0.0.1:${other}`)).toMatchObject([{ verdict: 'warning' }]);
    expect(await checkNats('nats://127.0.0.1:9')).toMatchObject([{ verdict: 'warning' }]);
    expect(await checkNats(null)).toEqual([]);
  });

  it('S3: that the bucket can be listed, or why not, without the secret', async () => {
    let answer = { status: 200, body: '<ListBucketResult/>' };
    const paths: string[] = [];
    const s3 = createHttpServer((request, response) => {
      paths.push(`${request.headers.authorization?.split(' ')[0]} ${request.url}`);
      response.writeHead(answer.status).end(answer.body);
    });
    const port = await listen(s3);
    const env = {
      ...{
        ROSTRUM_MEDIA_STORE: 's3://my-bucket/live',
        AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
      },
      ...{ AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'top-secret' },
    };
    expect((await examine(env)).of('S3')).toMatchObject([{ verdict: 'fine' }]);
    expect(paths[0]).toBe('AWS4-HMAC-SHA256 /my-bucket/?list-type=2&max-keys=1&prefix=live%2F');
    answer = { status: 403, body: '<Error><Code>SignatureDoesNotMatch</Code></Error>' };
    const { of, findings } = await examine(env);
    expect(of('S3')).toMatchObject([
      { verdict: 'fault', text: expect.stringContaining('SignatureDoesNotMatch') },
    ]);
    expect(JSON.stringify(findings)).not.toContain('top-secret');
    expect(
      (await examine({ ...env, AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9' })).of('S3'),
    ).toMatchObject([{ verdict: 'warning' }]);
    expect(existsSync(path.join(folder, 'data'))).toBe(false);
  });
});
