import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { AAC_OUTPUT, H264_OUTPUT, testInput } from '../testing/flv-test-tags.ts';
import { TestGate, testLog } from '../testing/test-gate.ts';
import { openRtmpListener, type RtmpListener } from './rtmp-listener.ts';

let directory: string;
let tls: { cert: Buffer; key: Buffer };
let gate: TestGate;
let listener: RtmpListener;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'rostrum-rtmps-'));
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
  gate = new TestGate();
  const { log } = testLog();
  const limits = { lingerMs: 200 };
  listener = await openRtmpListener({ host: '127.0.0.1', port: 0, tls, gate, log, limits });
});

afterEach(() => listener.close());

test('a real FFmpeg publishes over TLS, and ends cleanly', async () => {
  const url = `rtmps://127.0.0.1:${listener.port}/kLive/0_ab12cd34_1?t=TOKEN`;
  const ffmpeg = spawn(
    'ffmpeg',
    [
      ...['-v', 'error', '-nostdin', '-re', ...testInput(2), ...H264_OUTPUT, ...AAC_OUTPUT],
      ...['-f', 'flv', url],
    ],
    { stdio: 'ignore' },
  );
  const closed = once(ffmpeg, 'close');
  const publication = await gate.next();
  expect(publication.request).toMatchObject({
    webcastId: '0_ab12cd34',
    streamToken: 'TOKEN',
    protocol: 'rtmps',
    remoteAddress: '127.0.0.1',
  });
  expect(await closed).toEqual([0, null]);
  expect(await publication.ended).toBe('clean');
});

test('what does not speak TLS is sent away, and the next encoder is taken', async () => {
  const plain = connect(listener.port, '127.0.0.1');
  plain.on('error', () => {});
  plain.resume();
  plain.write(Buffer.alloc(1537, 3));
  await once(plain, 'close');
  expect(listener.connectionCount).toBe(0);
});

test('a connection that stays silent does not hold up the close', async () => {
  const silent = connect(listener.port, '127.0.0.1');
  silent.on('error', () => {});
  await once(silent, 'connect');
  const gone = once(silent, 'close');
  await listener.close();
  await gone;
});
