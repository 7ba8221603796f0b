import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runForTests } from '../../apps/cli/src/cli-for-tests.ts';
import { Encoder } from './encoder.ts';
import { eventually, ServerUnderTest } from './server-under-test.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

describe('the rostrum command beside a running server', () => {
  let server: ServerUnderTest;
  let folder = '';

  beforeAll(async () => {
    server = await ServerUnderTest.start();
    folder = mkdtempSync(path.join(tmpdir(), 'rostrum-cli-e2e-'));
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** As somebody types it, in a folder where the server keeps its data elsewhere. */
  function rostrum(...args: readonly string[]) {
    return runForTests([...args, '--data-dir', server.dataDir], { folder });
  }

  /** The same for programs. */
  async function answer<T>(...args: readonly string[]): Promise<T> {
    const { code, out, errors } = await rostrum(...args, '--json');
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    return JSON.parse(out) as T;
  }

  const sessionOf = (partnerId: number, secret: string) =>
    server.call<string>('session', 'start', { secret, type: 2, partnerId });

  it('runs as a program of its own', async () => {
    const args = ['apps/cli/src/main.ts', 'webcasts', 'list', '--data-dir', server.dataDir];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
    expect(stdout).toContain('Sample webcast');
  });

  it('makes an account that works at once, rotates its secrets, and starts its sessions', async () => {
    const added = await rostrum('partners', 'add', 'Acme', '--json');
    expect(added).toMatchObject({ code: 0, errors: '' });
    const { id, adminSecret } = JSON.parse(added.out) as { id: number; adminSecret: string };

    const ks = await sessionOf(id, adminSecret);
    const entry = await server.call<{ partnerId: number }>('livestream', 'add', {
      ks,
      liveStreamEntry: { name: 'Town hall', mediaType: 201 },
      sourceType: '32',
    });
    expect(entry.partnerId).toBe(id);
    expect((await rostrum('partners', 'list')).out).toMatch(new RegExp(`^${id}\\s+Acme`, 'm'));

    const rotated = await rostrum('partners', 'secrets', String(id), '--rotate', '--json');
    const secrets = JSON.parse(rotated.out) as { kind: string; secret: string }[];
    const fresh = secrets.find(({ kind }) => kind === 'admin')?.secret ?? '';
    expect(fresh).not.toBe(adminSecret);
    await expect(sessionOf(id, adminSecret)).rejects.toThrow('START_SESSION_ERROR');
    await expect(server.call('livestream', 'list', { ks })).rejects.toThrow('INVALID_KS');
    expect(await sessionOf(id, fresh)).toEqual(expect.any(String));

    const started = await rostrum('sessions', 'start', '--account', String(id), '--user', 'vera');
    expect(started).toMatchObject({ code: 0, errors: '' });
    const info = await server.call('session', 'get', { ks: started.out });
    expect(info).toMatchObject({ partnerId: id, userId: 'vera', sessionType: 0 });
  });

  it('gives a new account an owner who can sign in', async () => {
    const email = 'owner@example.org';
    const { out } = await rostrum('partners', 'add', 'Globex', '--email', email, '--json');
    const { id, cmsPassword } = JSON.parse(out) as { id: number; cmsPassword: string };
    const ks = await server.call<string>('user', 'loginByLoginId', {
      loginId: email,
      password: cmsPassword,
    });
    expect(await server.call('partner', 'getInfo', { ks })).toMatchObject({ id, name: 'Globex' });
  });

  it('tells what the server refuses', async () => {
    const unknown = await rostrum('partners', 'secrets', '999999');
    expect(unknown).toEqual({
      code: 1,
      out: '',
      errors: 'There is no account 999999 (UNKNOWN_PARTNER_ID)',
    });
    const wrong = await rostrum('partners', 'list', '--secret', 'not-the-right-secret');
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.errors).toContain('is not an admin secret of this account');
    const own = await rostrum('partners', 'secrets', '100', '--rotate');
    expect(own.errors).toContain('comes from the installation’s settings');
  });

  it('takes a webcast from its creation to a file of its recording', async () => {
    const make = () =>
      answer<Shown>(
        ...['webcasts', 'create', 'Town hall', '--key', 'town-hall', '--timezone', 'Europe/Berlin'],
        ...['--starts', '2099-01-14 15:00', '--ends', '+90m', '--presenter', 'Ada Byron, Research'],
      );
    const made = await make();
    expect(made).toMatchObject({
      ...{ isNew: true, name: 'Town hall', state: 'scheduled', preview: true, dvr: 120 },
      ...{ starts: '2099-01-14T14:00:00.000Z', ends: '2099-01-14T15:30:00.000Z' },
      presenters: [{ name: 'Ada Byron', title: 'Research' }],
    });
    const { id } = made;
    expect(await make()).toMatchObject({ id, isNew: false });
    const upcoming = await answer<Shown[]>('webcasts', 'list', '--upcoming');
    expect(upcoming.map((webcast) => webcast.id)).toEqual([id]);

    expect(await previewWords(id)).toContain('only its producers see it');
    const watching = follow(id, 'ended');
    const said = followInWords(id);
    const encoder = new Encoder(made.encoder.rtmp.primary.url);
    try {
      await eventually('a preview', async () => (await state(id)) === 'preview');
      expect(await isLiveForAnybody(id)).toBe(false);
      expect(await answer('webcasts', 'go-live', id)).toMatchObject({ id, state: 'on-air' });
      expect(await previewWords(id)).toContain('gone live: viewers see the picture, until');
      expect(await isLiveForAnybody(id)).toBe(true);
      expect(await answer<Shown[]>('webcasts', 'list', '--live')).toMatchObject([{ id }]);
      expect((await follow(id, 'live')).lines.at(-1)).toMatchObject({ state: 'on-air' });
      await eventually('some seconds of it', async () => (await picturesOf(id)) > 3);
      expect(await answer('webcasts', 'end', id)).toMatchObject({ id });
      expect((await rostrum('webcasts', 'list')).out).toMatch(
        new RegExp(`^${id}  Town hall +preview`, 'm'),
      );
      expect(await isLiveForAnybody(id)).toBe(false);
    } finally {
      await encoder.stop();
    }
    const watched = await watching;
    expect(watched.code).toBe(0);
    expect(watched.lines.map((line) => line.state)).toEqual(
      expect.arrayContaining(['preview', 'on-air']),
    );
    const lines = await said;
    const told = (words: string) => lines.findIndex((line) => line.includes(words));
    expect(told('waiting for its encoder')).toBe(0);
    // Its encoder was there all the time.
    expect(lines.filter((line) => line.includes('waiting for its encoder'))).toHaveLength(1);
    expect(told('going on air: its encoder is there')).toBeGreaterThan(told('preview: '));
    expect(told('on air since')).toBe(told('going on air') + 1);

    const [recording] = await eventually('a recording', async () => {
      const found = await answer<Recording[]>('recordings', 'list', '--of', id);
      return found[0]?.state === 'ready' ? found : null;
    });
    const file = path.join(folder, 'town-hall.mp4');
    const saved = await answer<{ sizeBytes: number }>(
      ...['recordings', 'download', recording?.id ?? '', file],
    );
    expect(statSync(file).size).toBe(saved.sizeBytes);
    const seconds = await lengthOf(file);
    expect(Math.abs(seconds - (recording?.durationMs ?? 0) / 1000)).toBeLessThan(0.5);

    // An earlier attempt that was interrupted: the rest is fetched, and the bytes are the same.
    const whole = readFileSync(file);
    const other = path.join(folder, 'again.mp4');
    writeFileSync(`${other}.part`, whole.subarray(0, 100_000));
    writeFileSync(`${other}.part.etag`, await etagOf(recording?.id ?? ''));
    const again = await answer<{ resumedAtBytes: number }>(
      ...['recordings', 'download', recording?.id ?? '', other],
    );
    expect(again.resumedAtBytes).toBe(100_000);
    expect(hashOf(readFileSync(other))).toBe(hashOf(whole));

    const unasked = await rostrum('recordings', 'delete', recording?.id ?? '');
    expect(unasked).toMatchObject({ code: 2, out: '' });
    expect(unasked.errors).toContain('say it with --yes');
    expect(await answer('recordings', 'delete', recording?.id ?? '', '--yes')).toMatchObject({
      isDeleted: true,
    });
    expect(await answer('recordings', 'list', '--of', id)).toEqual([]);
    expect(await answer('webcasts', 'delete', id, '--yes')).toMatchObject({ isDeleted: true });
    const gone = await rostrum('webcasts', 'show', id);
    expect(gone).toMatchObject({ code: 1, out: '' });
    expect(gone.errors).toContain('rostrum webcasts list');
  });

  it('shows stream keys only when it is asked for them', async () => {
    const { id, encoder } = await answer<Shown>('webcasts', 'create', 'Secret');
    const token = encoder.rtmp.primary.streamKey.split('?t=')[1] ?? 'no token';
    for (const more of [[], ['--json']]) {
      const { out } = await rostrum('webcasts', 'show', id, ...more);
      expect(out).toContain(`${id}_1?…`);
      expect(out).not.toContain(token);
      expect((await rostrum('webcasts', 'show', id, '--secrets', ...more)).out).toContain(token);
    }
  });

  it('starts sessions for a webcast, here or at the server, and shows what they hold', async () => {
    const { id } = await answer<Shown>('webcasts', 'create', 'Sessions');
    for (const local of [[], ['--local']]) {
      for (const [role, privilege] of [
        ['producer', `edit:${id}`],
        ['moderator', 'setrole:WEBCAST_PRODUCER_DEVICE_ROLE'],
        ['viewer', `sview:${id}`],
      ] as const) {
        const { ks } = await answer<{ ks: string }>(
          ...['sessions', 'start', '--for', role, '--webcast', id, '--user', 'vera'],
          ...['--privileges', 'appid:portal', ...local],
        );
        expect(await answer('sessions', 'show', ks)).toMatchObject({
          ...{ partnerId: 100, userId: 'vera', isAdmin: false },
          privileges: expect.arrayContaining([privilege, 'appid:portal']),
        });
      }
    }
    const refused = await rostrum('sessions', 'show', 'nonsense');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.errors).toContain('INVALID_KS');
  });

  it('makes the server agree with a file, and writes one that agrees with the server', async () => {
    const picture = path.join(folder, 'hall.png');
    await promisify(execFile)('ffmpeg', [
      ...[
        '-v',
        'error',
        '-f',
        'lavfi',
        '-i',
        'color=c=red:size=320x180',
        '-frames:v',
        '1',
        picture,
      ],
    ]);
    const file = path.join(folder, 'webcasts.yml');
    const write = (dvr: string, more = '') =>
      writeFileSync(
        file,
        `set: halls
webcasts:
  - key: hall-one
    name: Hall "one" <&>
    description: "line one\\nline two"
    starts: 2099-07-01 10:00
    ends: 2099-07-01 11:00
    timezone: America/New_York
    presenters:
      - name: Ada & Co
        bio: "<b>"
    recording: per-session
    dvr: ${dvr}
    preview: off
    tags: [b, a]
    relays: [rtmp://127.0.0.1:1/live/top-secret-key]
    thumbnail: hall.png
${more}`,
      );
    const apply = (...more: readonly string[]) => answer<Applied>('apply', file, ...more);
    const actions = ({ steps }: Applied) => steps.map(({ action, key }) => `${action} ${key}`);
    write('off', '  - key: hall-two\n    name: Second\n');

    expect(actions(await apply('--dry-run'))).toEqual(['create hall-one', 'create hall-two']);
    expect((await rostrum('webcasts', 'list')).out).not.toContain('Second');
    const first = await apply();
    expect(actions(first)).toEqual(['create hall-one', 'create hall-two']);
    expect(actions(await apply())).toEqual(['unchanged hall-one', 'unchanged hall-two']);
    const id = first.steps[0]?.id ?? '';
    const ks = await server.adminSession();
    const entry = await server.call<Record<string, unknown>>('liveStream', 'get', {
      ...{ ks, entryId: id },
    });
    expect(entry).toMatchObject({
      ...{ name: 'Hall "one" <&>', referenceId: 'hall-one', dvrStatus: 0, recordStatus: 2 },
      ...{ startDate: Date.parse('2099-07-01T14:00:00Z') / 1000, pushPublishEnabled: 1 },
    });

    write('45m', '  - key: hall-two\n    name: Second\n');
    const shown = await rostrum('apply', file);
    expect(shown.out).toMatch(/dvr +off → 45 min/);
    expect(shown.out).not.toContain('top-secret-key');
    expect(shown.out).toContain(`changed hall-one (${id})`);
    expect(shown.out).toContain('0 to create, 1 to change, 1 unchanged.');

    const exported = (await rostrum('export', '--set', 'halls', '--secrets')).out;
    expect(exported).toContain('top-secret-key');
    expect((await rostrum('export', '--set', 'halls')).out).not.toContain('top-secret-key');
    const second = path.join(folder, 'exported.yml');
    writeFileSync(second, `${exported}\n`);
    expect(actions(await answer<Applied>('apply', second))).toEqual([
      'unchanged hall-one',
      'unchanged hall-two',
    ]);
    expect((await rostrum('export', '--set', 'halls', '--secrets')).out).toBe(exported);

    // What the file does not say stays, also when something else in it changes.
    writeFileSync(
      second,
      'webcasts:\n  - key: hall-one\n    name: Renamed\n    ends: 2099-07-01T16:00Z\n',
    );
    expect(actions(await answer<Applied>('apply', second))).toEqual(['change hall-one']);
    expect(await answer('webcasts', 'show', id)).toMatchObject({
      ...{ name: 'Renamed', dvr: 45, tags: ['b', 'a'], timezone: 'America/New_York' },
      ...{ starts: '2099-07-01T14:00:00.000Z', ends: '2099-07-01T16:00:00.000Z' },
      presenters: [{ name: 'Ada & Co', bio: '<b>' }],
    });

    write('45m');
    expect(actions(await apply())).toEqual(['change hall-one', 'left hall-two']);
    const unasked = await rostrum('apply', file, '--prune');
    expect(unasked).toMatchObject({ code: 2 });
    expect(unasked.errors).toContain('Delete the webcast hall-two?');
    expect(actions(await apply('--prune', '--yes'))).toEqual([
      'unchanged hall-one',
      'delete hall-two',
    ]);
    expect((await rostrum('webcasts', 'list')).out).not.toContain('Second');

    writeFileSync(second, 'webcasts:\n  - key: hall-one\n    nam: x\n');
    const wrong = await rostrum('apply', second);
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.errors).toContain(
      `${second}:3: "nam" is nothing that a webcast has. Did you mean "name"?`,
    );
  });

  it('applies the file of docs/cli.md as it stands there', async () => {
    const page = readFileSync(path.join(ROOT, 'docs/cli.md'), 'utf8');
    const [, block = ''] = /^```yaml\n([\s\S]*?)^```$/m.exec(page) ?? [];
    const file = path.join(folder, 'from-the-page.yml');
    writeFileSync(file, block);
    const first = await rostrum('apply', file);
    expect(first).toMatchObject({ code: 0, errors: '' });
    expect(first.out).toContain('1 to create');
    expect((await rostrum('apply', file)).out).toContain('0 to create, 0 to change, 1 unchanged');
    // The lines that need something of one's own say what it is.
    const own = block.replace(/^( +)# (?=relays:|thumbnail:)/gm, '$1');
    expect(own).not.toBe(block);
    writeFileSync(file, own);
    expect((await rostrum('apply', file)).errors).toContain('pictures/town-hall.jpg');
  });

  it('speaks for another account of the installation', async () => {
    const { id } = await answer<{ id: number }>('partners', 'add', 'Initech');
    const other = ['--partner', String(id)];
    const made = await answer<Shown>('webcasts', 'create', 'Theirs', ...other);
    expect((await rostrum('webcasts', 'list', ...other)).out).toContain(made.id);
    expect((await rostrum('webcasts', 'list')).out).not.toContain(made.id);
    const { ks } = await answer<{ ks: string }>('sessions', 'start', '--user', 'vera', ...other);
    const held = await server.call('session', 'get', { ks });
    expect(held).toMatchObject({ partnerId: id, userId: 'vera', sessionType: 0 });
  });

  it('finds the running server well, and says whose a port is that it can’t have', async () => {
    const { port } = new URL(server.url);
    const examine = async (env: Record<string, string>) => {
      const { out } = await runForTests(['doctor', '--json', '--quick'], {
        folder,
        env: { PATH: process.env.PATH, ROSTRUM_MEDIA_PORT: '0', ...env },
      });
      return JSON.parse(out) as {
        isWell: boolean;
        findings: { check: string; text: string; verdict: string }[];
      };
    };
    const ours = { ROSTRUM_DATA_DIR: server.dataDir, ROSTRUM_RTMP_PORT: String(server.rtmpPort) };
    const well = await examine({ ...ours, ROSTRUM_HTTP_PORT: port });
    expect(well.findings.filter(({ verdict }) => verdict === 'fault')).toEqual([]);
    const textOf = (check: string) => well.findings.find((each) => each.check === check)?.text;
    expect(textOf(`port ${port}`)).toContain('in use by the running server');
    expect(textOf('server')).toContain('is well');

    const elsewhere = { ROSTRUM_DATA_DIR: folder, ROSTRUM_RTMP_PORT: String(server.rtmpPort) };
    const busy = await examine({ ...elsewhere, ROSTRUM_HTTP_PORT: port });
    expect(busy.isWell).toBe(false);
    expect(busy.findings).toContainEqual(
      expect.objectContaining({
        ...{ check: `port ${server.rtmpPort}`, verdict: 'fault' },
        text: expect.stringContaining(`process ${server.pidOf('media')}`),
      }),
    );
  });

  /** Follows a webcast until its goal is reached. */
  function follow(id: string, until: 'live' | 'ended') {
    const lines: { state: string }[] = [];
    const args = ['webcasts', 'watch', id, '--until', until, '--json'];
    return runForTests([...args, '--data-dir', server.dataDir], {
      folder,
      print: (line) => lines.push(JSON.parse(line) as { state: string }),
    }).then(({ code }) => ({ code, lines }));
  }

  /** The same as people read it, until the show is over. */
  async function followInWords(id: string): Promise<readonly string[]> {
    const lines: string[] = [];
    const args = ['webcasts', 'watch', id, '--until', 'ended', '--data-dir', server.dataDir];
    await runForTests(args, { folder, print: (line) => lines.push(line) });
    return lines;
  }

  async function previewWords(id: string): Promise<string> {
    const { out } = await rostrum('webcasts', 'show', id);
    return /^Preview.*$/m.exec(out)?.[0] ?? '';
  }

  async function state(id: string): Promise<string> {
    return (await answer<Shown>('webcasts', 'show', id)).state;
  }

  function isLiveForAnybody(id: string): Promise<boolean> {
    return server.call('liveStream', 'isLive', { id });
  }

  /** How many segments its playlist has. */
  async function picturesOf(id: string): Promise<number> {
    const main = (await server.manifestUrl(id)) ?? '';
    const [variant = ''] = (await (await fetch(main)).text()).match(/^[^#\s].*$/m) ?? [];
    return ((await (await fetch(new URL(variant, main))).text()).match(/^#EXTINF/gm) ?? []).length;
  }

  /** The version of a recording's file, as the media port calls it. */
  async function etagOf(entryId: string): Promise<string> {
    const ks = await server.adminSession();
    const [asset] = await server.call<{ id: string }[]>('flavorAsset', 'getByEntryId', {
      ...{ ks, entryId },
    });
    const url = await server.call<string>('flavorAsset', 'getDownloadUrl', { ks, id: asset?.id });
    const response = await fetch(url, { method: 'HEAD' });
    return response.headers.get('etag') ?? '';
  }
});

type Shown = {
  readonly id: string;
  readonly state: string;
  readonly encoder: {
    readonly rtmp: { readonly primary: { readonly url: string; readonly streamKey: string } };
  };
};

type Recording = { readonly id: string; readonly state: string; readonly durationMs: number };

type Applied = {
  readonly steps: readonly { readonly action: string; readonly key: string; readonly id: string }[];
};

/** Seconds, as FFmpeg reads them. */
async function lengthOf(file: string): Promise<number> {
  const { stdout } = await promisify(execFile)('ffprobe', [
    ...['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', file],
  ]);
  return Number(stdout);
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
