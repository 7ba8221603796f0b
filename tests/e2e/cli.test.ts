import { execFile } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServerUnderTest } from './server-under-test.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

describe('the rostrum command beside a running server', () => {
  let server: ServerUnderTest;

  beforeAll(async () => {
    server = await ServerUnderTest.start();
  });
  afterAll(() => server.stop());

  /** As `npm run rostrum -- …` runs it, in a folder where the server keeps its data elsewhere. */
  function rostrum(...args: readonly string[]) {
    return new Promise<{ code: number; out: string; errors: string }>((resolve) => {
      execFile(
        process.execPath,
        ['apps/cli/src/main.ts', ...args, '--data-dir', server.dataDir],
        { cwd: ROOT },
        (error, out, errors) => {
          const code = typeof error?.code === 'number' ? error.code : 0;
          resolve({ code, out: out.trim(), errors: errors.trim() });
        },
      );
    });
  }

  const sessionOf = (partnerId: number, secret: string) =>
    server.call<string>('session', 'start', { secret, type: 2, partnerId });

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
});
