import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { testLog } from '../ingest/testing/test-gate.ts';
import { NOTHING_KNOWN } from '../stream/run-start.ts';
import { TestClock } from '../stream/testing/test-channels.ts';
import { Relays } from './relays.ts';
import { type AuthScheme, answerDemand, readDemand } from './rtmp-login.ts';
import { type AskingOptions, AskingServer } from './testing/asking-server.ts';

const run = promisify(execFile);
const LOGIN = { user: 'encoder', password: 'open sesame' };

const closers: (() => Promise<unknown> | unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function openServer(options: Partial<AskingOptions> = {}): Promise<AskingServer> {
  const server = await AskingServer.open({ scheme: 'adobe', ...LOGIN, ...options });
  closers.push(() => server.close());
  return server;
}

function openRelay(server: AskingServer, login: { user: string; password: string } | null = LOGIN) {
  const clock = new TestClock();
  const { log, lines } = testLog();
  const known = () => NOTHING_KNOWN;
  const relays = new Relays({ clocks: clock, timers: clock, random: () => 0, log, known });
  closers.push(() => relays.close());
  const url = `rtmp://${server.authority}/live/secret-key`;
  const setLogin = (next: typeof login) =>
    relays.setTargets([{ id: 'one', url, ...(next === null ? {} : { login: next }) }]);
  setLogin(login);
  relays.setOnAir(true);
  const health = () => relays.takeHealth()[0];
  const until = async (state: 'publishing' | 'waiting') => {
    while (health()?.state !== state) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return { clock, lines, health, until, setLogin };
}

const CASES: readonly [string, Partial<AskingOptions>][] = [
  ['adobe', {}],
  ['adobe without an opaque value', { hasOpaque: false }],
  ['llnw', { scheme: 'llnw' }],
];

describe('a server that asks who publishes', () => {
  test.each(CASES)('lets a relay in that knows the password (%s)', async (_name, options) => {
    const server = await openServer(options);
    const { until, health, lines } = openRelay(server);
    await until('publishing');
    expect(health()).toMatchObject({ problem: null, retryAtMs: null });
    const { scheme = 'adobe' } = options;
    expect(server.apps).toEqual([
      'live',
      `live?authmod=${scheme}&user=encoder`,
      expect.stringContaining('&response='),
    ]);
    expect(server.received.includes(LOGIN.password)).toBe(false);
    expect(JSON.stringify([lines, health()])).not.toContain(LOGIN.password);
  });

  // Somebody else's client, so that the server that we test with is no mirror of ours.
  test.each(CASES)('lets FFmpeg in the same way (%s)', async (_name, options) => {
    const server = await openServer({ ...options, password: 'sesame' });
    const publish = (password: string) =>
      run('ffmpeg', [
        ...['-v', 'error', '-f', 'lavfi', '-i', 'testsrc=size=64x64:duration=1', '-c:v', 'flv'],
        ...['-f', 'flv', `rtmp://encoder:${password}@${server.authority}/live/key`],
      ]);
    await publish('sesame');
    expect(server.mediaMessages).toBeGreaterThan(0);
    await expect(publish('wrong')).rejects.toThrow();
  });

  test.each(['adobe', 'llnw'] as const)(
    'refuses a wrong password and a wrong name (%s), and says so',
    async (scheme) => {
      const server = await openServer({ scheme });
      for (const login of [
        { ...LOGIN, password: 'close sesame' },
        { ...LOGIN, user: 'nobody' },
      ]) {
        const { until, health, lines } = openRelay(server, login);
        await until('waiting');
        expect(health()?.problem).toBe('127.0.0.1 has refused the user name or the password');
        expect(JSON.stringify([lines, health()])).not.toContain(login.password);
      }
    },
  );

  test('is told of to whoever has set no name', async () => {
    const server = await openServer();
    const { until, health } = openRelay(server, null);
    await until('waiting');
    expect(health()?.problem).toBe('127.0.0.1 asks for a user name and a password');
    expect(server.connections).toBe(1);
  });

  test('is answered anew after a connection has broken, and after the password was put right', async () => {
    const server = await openServer();
    const { clock, until, setLogin } = openRelay(server, { ...LOGIN, password: 'wrong' });
    await until('waiting');
    setLogin(LOGIN);
    await until('publishing');
    server.dropEverybody();
    await until('waiting');
    clock.advance(1000);
    await until('publishing');
    expect(server.apps.filter((app) => app === 'live')).toHaveLength(3);
  });

  test('that asks again and again is given up', async () => {
    const server = await openServer({ user: 'encoder', password: 'x' });
    const { until, health } = openRelay(server, { user: 'encoder', password: 'y' });
    await until('waiting');
    expect(server.connections).toBe(3);
    expect(health()?.problem).toContain('refused');
  });
});

describe('the answer', () => {
  test.each([
    ['[ AccessManager.Reject ] : [ code=403 need auth; authmod=adobe ] : ', 'name'],
    ['[ AccessManager.Reject ] : [ authmod=llnw ] : ?reason=needauth&user=a&nonce=b==', 'proof'],
    ['[ AccessManager.Reject ] : [ authmod=adobe ] : ?reason=authfailed&opaque=a', 'refused'],
    ['[ AccessManager.Reject ] : [ authmod=adobe ] : ', 'refused'],
  ])('depends on what is asked: %s', (said, kind) => {
    expect(readDemand(said)?.kind).toBe(kind);
  });

  test('is none to a refusal for another reason, and to a scheme that nobody knows', () => {
    expect(readDemand('Application "live" is not defined')).toBeNull();
    expect(readDemand('[ code=403 need auth; authmod=kerberos ]')).toBeNull();
  });

  test('keeps values that hold the sign between name and value', () => {
    const demand = readDemand(
      '[ authmod=adobe ] : ?reason=needauth&salt=a==&challenge=b=&opaque=c==',
    );
    if (demand === null || demand.kind === 'refused') throw new Error('nothing is asked');
    expect(answerDemand(demand, LOGIN, 'live', '00000000')).toMatch(/&opaque=c==$/);
  });

  test('is another one each time', () => {
    const demand = { kind: 'proof', scheme: 'adobe' as AuthScheme, values: new Map() } as const;
    expect(answerDemand(demand, LOGIN, 'live')).not.toBe(answerDemand(demand, LOGIN, 'live'));
  });
});
