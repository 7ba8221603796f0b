import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runForTests } from './cli-for-tests.ts';

/** A server that answers each action with what the test says, and keeps what it was sent. */
let server: Server;
let url: string;
let answers: { readonly [action: string]: unknown };
let calls: { readonly action: string; readonly body: Record<string, unknown> }[];
let folder: string;

beforeEach(async () => {
  calls = [];
  answers = { 'session.start': 'a-session' };
  folder = mkdtempSync(path.join(tmpdir(), 'rostrum-cli-'));
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [, , , service, , name] = (request.url ?? '').split('/');
    const action = name === undefined ? String(service) : `${service}.${name}`;
    calls.push({ action, body: JSON.parse(String(Buffer.concat(chunks))) });
    response.end(JSON.stringify(answers[action] ?? null));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

function rostrum(args: readonly string[], env: Record<string, string> = {}) {
  return runForTests(args, { env: { ROSTRUM_DATA_DIR: folder, ...env }, folder });
}

const typed = () => ['--url', url, '--secret', 'the-admin-secret'];

describe('rostrum', () => {
  it('shows all commands without any, and for help', async () => {
    for (const [args, code] of [
      [[], 2],
      [['--help'], 0],
    ] as const) {
      const answer = await rostrum(args);
      expect(answer).toMatchObject({ code, errors: '' });
      expect(answer.out).toContain('partners add NAME');
    }
  });

  it('shows what a command takes', async () => {
    const { code, out } = await rostrum(['partners', 'secrets', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('--rotate');
    expect(calls).toEqual([]);
  });

  it.each([
    [['partners', 'remove', '7'], 'There is no command "partners remove".'],
    [
      ['webcasts', 'golive', '0_78hfynyn'],
      'There is no command "webcasts golive". Did you mean "webcasts go-live"?',
    ],
    [['golive', '0_a'], 'There is no command "golive". Did you mean "webcasts go-live"?'],
    [['nonsense', '0_78hfynyn'], 'There is no command "nonsense".\n'],
    [['partners', 'add'], 'Usage: rostrum partners add NAME'],
    [['partners', 'add', 'Acme', 'Inc'], 'Usage: rostrum partners add NAME'],
    [['partners', 'list', '--rotate'], '--rotate has no meaning for "partners list"'],
    [['partners', 'list', '--colour'], "Unknown option '--colour'"],
    [['partners', 'secrets', 'x'], 'ID must be a whole number (got "x")'],
    [['partners', 'secrets', '1', '--add', '--rotate'], 'do not go together'],
    [['partners', 'secrets', '1', '--add', '--kind', 'root'], 'must be admin or user (got "root")'],
    [['sessions', 'start', '--expiry', '0'], '--expiry must be a whole number (got "0")'],
    [['partners', 'list', '--partner', 'x'], '--partner must be a whole number (got "x")'],
  ])('refuses %j', async (args, message) => {
    const { code, out, errors } = await rostrum([...args, ...typed()]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(errors).toContain(message);
    expect(calls).toEqual([]);
  });

  it('says what is missing where there is no secret', async () => {
    const { code, errors } = await rostrum(['partners', 'list']);
    expect(code).toBe(2);
    expect(errors).toContain('ROSTRUM_ADMIN_SECRET');
    expect(errors).toContain(folder);
  });

  it('takes address and secret from what the server keeps beside it', async () => {
    writeFileSync(path.join(folder, 'run.json'), JSON.stringify({ publicUrl: url }));
    writeFileSync(path.join(folder, 'secrets.json'), JSON.stringify({ adminSecret: 'kept' }));
    answers = { 'session.start': 'a-session', 'partner.list': { objects: [] } };
    expect(await rostrum(['partners', 'list'])).toMatchObject({ code: 0 });
    expect(calls[0]).toMatchObject({
      action: 'session.start',
      body: { secret: 'kept', partnerId: 100, type: 2 },
    });
    expect(calls[1]).toMatchObject({ action: 'partner.list', body: { ks: 'a-session' } });
  });

  it('prefers what is typed to the environment, and that to what is kept', async () => {
    writeFileSync(path.join(folder, 'secrets.json'), JSON.stringify({ adminSecret: 'kept' }));
    const env = { ROSTRUM_ADMIN_SECRET: 'from-env', ROSTRUM_PARTNER_ID: '7' };
    await rostrum(['sessions', 'start', '--url', url], env);
    await rostrum(['sessions', 'start', '--url', url, '--secret', 'typed', '--partner', '8'], env);
    expect(calls.map(({ body }) => [body.secret, body.partnerId])).toEqual([
      ['from-env', 7],
      ['typed', 8],
    ]);
  });

  it('shows the secrets of a new account', async () => {
    const made = { id: 101, name: 'Acme', adminSecret: 'a'.repeat(32), secret: 'b'.repeat(32) };
    answers = { 'session.start': 'a-session', 'partner.register': made };
    const { code, out } = await rostrum(['partners', 'add', 'Acme', ...typed()]);
    expect(code).toBe(0);
    expect(out).toContain('101 (Acme)');
    expect(out).toContain('a'.repeat(32));
    expect(out).not.toContain('Password');
  });

  it('lists accounts without their secrets', async () => {
    const partner = {
      id: 100,
      name: 'Ours',
      status: 1,
      createdAt: 0,
      adminSecret: 'x',
      secret: 'y',
    };
    answers = { 'session.start': 'a-session', 'partner.list': { objects: [partner] } };
    const { out } = await rostrum(['partners', 'list', '--json', ...typed()]);
    expect(JSON.parse(out)).toEqual([{ id: 100, name: 'Ours', status: 1, createdAt: 0 }]);
    expect((await rostrum(['partners', 'list', ...typed()])).out).toBe(
      'ID   NAME  STATUS  CREATED (UTC)\n100  Ours  active  1970-01-01 00:00',
    );
  });

  it('tells the server’s refusal in one line, without a stack', async () => {
    answers = {
      'session.start': {
        objectType: 'KalturaAPIException',
        code: 'START_SESSION_ERROR',
        message: 'Error while starting session for partner [100]',
        args: { PID: '100' },
      },
    };
    const { code, out, errors } = await rostrum(['partners', 'list', ...typed()]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(errors).toContain('is not an admin secret of this account');
    expect(errors.split('\n')).toHaveLength(1);
  });

  it('says that no server is there', async () => {
    const { code, errors } = await rostrum([
      'partners',
      'list',
      '--secret',
      'x',
      '--url',
      'http://127.0.0.1:9',
    ]);
    expect(code).toBe(1);
    expect(errors).toContain('Is the server running?');
  });

  it.each([
    [['webcast', 'list'], 'Did you mean "webcasts list"?'],
    [['webcasts'], '"webcasts" needs a further word: create, list'],
    [['webcasts', 'list', '--serach', 'x'], 'Did you mean --search?'],
    [['webcasts', 'list', '--live', '--recorded'], 'do not go together'],
    [['webcasts', 'create', 'x', '--starts', 'soon'], '--starts must be a time like'],
    [['webcasts', 'create', 'x', '--ends', '+90m'], '--ends needs --starts beside it'],
    [
      ['webcasts', 'create', 'x', '--starts', '2027-01-01 10:00', '--ends', '2027-01-01 09:00'],
      '--ends must be after the start',
    ],
    [['webcasts', 'create', 'x', '--dvr', '25h'], '--dvr must be off, or a length from 1m to 24h'],
    [['webcasts', 'create', 'x', '--record', 'twice'], 'must be off, appended or per-session'],
    [['webcasts', 'create', 'x', '--preview', 'x'], '--preview must be on or off (got "x")'],
    [['webcasts', 'create', 'x', '--timezone', 'Europe/Berln'], 'Did you mean Europe/Berlin?'],
    [['webcasts', 'create', 'x', '--key', 'k'], '--key must have at least 2 characters (got "k")'],
    [['webcasts', 'create', ' '], 'NAME must not be empty'],
    [['webcasts', 'watch', '0_a', '--until', 'x'], '--until must be live or ended (got "x")'],
    [['sessions', 'start', '--for', 'viewer'], '--for and --webcast go together'],
    [
      ['sessions', 'start', '--for', 'king', '--webcast', '0_a'],
      '--for must be producer, moderator or viewer (got "king")',
    ],
    [['sessions', 'start', '--for', 'viewer', '--webcast', '0_a,edit:*'], 'got "0_a,edit:*"'],
    [['sessions', 'show', '-'], 'There is no session in the input'],
    [['doctor', '--streams', '0'], '--streams must be a whole number (got "0")'],
    [['apply', 'no-such-file.yml'], 'There is no file'],
    [['export', '--set', 'a b'], '--set must be letters, digits'],
    [['completion', 'tcsh'], 'SHELL must be bash, zsh or fish (got "tcsh")'],
  ])('refuses %j with what was expected', async (args, message) => {
    const { code, out, errors } = await rostrum([...args, ...typed()]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(errors).toContain(message);
    expect(calls).toEqual([]);
  });

  it('explains a group, and a command with examples', async () => {
    const group = await rostrum(['help', 'recordings']);
    expect(group).toMatchObject({ code: 0, errors: '' });
    expect(group.out).toContain('recordings download ID FILE');
    expect(group.out).not.toContain('webcasts create');
    const one = await rostrum(['webcasts', 'create', '--help']);
    expect(one.out).toContain('For example:\n  rostrum webcasts create "Town hall"');
  });

  it('names itself in help and errors as somebody has typed it', async () => {
    const byNpm = { npm_lifecycle_event: 'rostrum' };
    const whole = (await rostrum(['--help'], byNpm)).out;
    expect(whole).toContain('  npm run rostrum -- webcasts create "Town hall"');
    expect(whole).not.toMatch(/(?<!npm run (?:-s )?)rostrum (?:webcasts|doctor|apply|--help)/);
    const one = (await rostrum(['webcasts', 'go-live', '--help'], byNpm)).out;
    expect(one).toContain(
      'npm run rostrum -- webcasts go-live 0_ab12cd34 && npm run rostrum -- webcasts watch 0_ab12cd34',
    );
    // npm writes lines of its own, which have no business in a file.
    const file = (await rostrum(['export', '--help'], byNpm)).out;
    expect(file).toContain('npm run -s rostrum -- export > webcasts.yml');
    const unknown = await rostrum(['web'], byNpm);
    expect(unknown.errors).toContain('\nnpm run rostrum -- --help shows the commands.');
    const misused = await rostrum(['partners', 'add'], byNpm);
    expect(misused.errors).toContain('Usage: npm run rostrum -- partners add NAME');
    answers = { 'session.start': 'a-session', 'liveStream.list': { totalCount: 0, objects: [] } };
    const empty = await rostrum(['webcasts', 'list', ...typed()], byNpm);
    expect(empty.out).toContain('npm run rostrum -- webcasts create NAME makes one');
    const byNpx = await rostrum(['web'], { npm_lifecycle_event: 'npx' });
    expect(byNpx.errors).toContain('npx rostrum --help');
    // A script of somebody else's that runs it.
    const byAnother = await rostrum(['web'], { npm_lifecycle_event: 'postinstall' });
    expect(byAnother.errors).toContain('\nrostrum --help');
  });

  it('speaks for other accounts with the secret of the installation, and only with that', async () => {
    writeFileSync(path.join(folder, 'secrets.json'), JSON.stringify({ adminSecret: 'kept' }));
    answers = { 'session.start': 'a-session', 'session.impersonate': 'another-session' };
    const start = (...args: string[]) => rostrum(['sessions', 'start', '--url', url, ...args]);
    expect((await start('--partner', '101')).out).toBe('another-session');
    expect((await start('--account', '101')).out).toBe('another-session');
    expect((await start('--partner', '101', '--secret', 'own')).out).toBe('a-session');
    expect(
      calls.map(({ body }) => [body.secret, body.partnerId, body.impersonatedPartnerId]),
    ).toEqual([
      ['kept', 100, 101],
      ['kept', 100, 101],
      ['own', 101, undefined],
    ]);
    const local = await start('--partner', '101', '--local');
    expect(local).toMatchObject({ code: 2, out: '' });
    expect(local.errors).toContain('--local signs with the secret of account 101 itself');
  });

  it('says of each state whether viewers see what the encoder sends', async () => {
    const show = async (entry: object) => {
      answers = {
        'session.start': 'a-session',
        'liveStream.getDetails': { broadcastStatus: 3, primaryStreamStatus: 1 },
        multirequest: [
          { objectType: 'KalturaLiveStreamEntry', id: '0_a', name: 'Hall', ...entry },
          ...[1, 2, 3].map(() => ({ totalCount: 0, objects: [] })),
        ],
      };
      const { out } = await rostrum(['webcasts', 'show', '0_a', ...typed()]);
      const [, state] = /^State +(.+)$/m.exec(out) ?? [];
      const [, preview] = /^Preview +(.+)$/m.exec(out) ?? [];
      return [state, preview];
    };
    const held = { explicitLive: true, viewMode: 0 };
    const live = { explicitLive: true, viewMode: 1 };
    const isThere = { currentBroadcastStartTime: 1_796_000_000 };
    const onlyProducers = 'on: only its producers see it before rostrum webcasts go-live';
    expect(await show(held)).toEqual(['waiting', onlyProducers]);
    expect(await show({ ...held, ...isThere })).toEqual(['preview begins', onlyProducers]);
    expect(await show({ ...held, liveStatus: 1 })).toEqual(['preview', onlyProducers]);
    expect(await show(live)).toEqual([
      'waiting',
      'gone live: viewers see the picture as soon as an encoder sends one, until rostrum webcasts end',
    ]);
    expect(await show({ ...live, ...isThere })).toEqual([
      'going on air',
      'gone live: viewers see the picture in a moment, until rostrum webcasts end',
    ]);
    expect(await show({ ...live, liveStatus: 1 })).toEqual([
      'on air',
      'gone live: viewers see the picture, until rostrum webcasts end',
    ]);
    expect(await show({ explicitLive: false, liveStatus: 1 })).toEqual([
      'on air',
      'off: on air with its encoder',
    ]);
  });

  it('deletes nothing that nobody has agreed to', async () => {
    answers = {
      ...{ 'session.start': 'a-session', 'liveStream.delete': null },
      'liveStream.get': {
        objectType: 'KalturaLiveStreamEntry',
        id: '0_a',
        name: 'Hall',
        liveStatus: 0,
      },
    };
    const ask = async (answer: string | null) => {
      const asked: string[] = [];
      const ran = await runForTests(['webcasts', 'delete', '0_a', ...typed()], {
        ...{ folder, env: { ROSTRUM_DATA_DIR: folder } },
        ask: async (question) => {
          asked.push(question);
          return answer;
        },
      });
      return { ...ran, asked };
    };
    const deleted = () => calls.filter(({ action }) => action === 'liveStream.delete').length;
    expect(await ask('n')).toMatchObject({
      ...{ code: 1, out: 'Nothing was deleted.', asked: ['Delete the webcast 0_a "Hall"? [y/N] '] },
    });
    expect(await ask('')).toMatchObject({ code: 1 });
    expect(await ask(null)).toMatchObject({ code: 2 });
    expect(deleted()).toBe(0);
    expect(await ask('y')).toMatchObject({ code: 0 });
    expect(deleted()).toBe(1);
  });

  it('shows names of others without what would control a terminal', async () => {
    const entry = { id: '0_a', name: 'a\u001b]0;owned\u0007b\u202ec', liveStatus: 0 };
    answers = {
      'session.start': 'a-session',
      'liveStream.list': { totalCount: 1, objects: [entry] },
    };
    const { out } = await rostrum(['webcasts', 'list', ...typed()]);
    expect(out).toContain('a ]0;owned b c');
    for (const control of ['\u001b', '\u0007', '\u202e']) expect(out).not.toContain(control);
  });

  it('writes completions that the shells take, with every command and its flags', async () => {
    const bash = (await rostrum(['completion', 'bash'])).out;
    const lines = ['web', 'webcasts go', 'apply --pr', 'sessions start --w'];
    const asked = lines.map(
      (line) =>
        `COMP_WORDS=(rostrum ${line}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _rostrum; echo "\${COMPREPLY[@]}"`,
    );
    const answered = execFileSync('bash', ['-c', [bash, ...asked].join('\n')]).toString();
    expect(answered.trim().split('\n')).toEqual(['webcasts', 'go-live', '--prune', '--webcast']);
    const zsh = (await rostrum(['completion', 'zsh'])).out;
    expect(zsh).toMatch(/^#compdef rostrum\n/);
    expect(zsh).toContain(bash);
    const fish = (await rostrum(['completion', 'fish'])).out;
    expect(fish).toContain(
      '__fish_seen_subcommand_from webcasts; and not __fish_seen_subcommand_from create',
    );
  });
});
