import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ACCOUNT } from '../../../packages/api/src/api-for-tests.ts';
import { decodeKs } from '../../../packages/api/src/ks/decode-ks.ts';
import { encodeKsV2 } from '../../../packages/api/src/ks/ks-v2.ts';
import { parsePrivileges } from '../../../packages/api/src/ks/privileges.ts';
import { describeOnBothDatabases } from '../../../packages/api/src/store/both-databases-for-tests.ts';
import {
  addAppToken,
  createClient,
  createSession,
  createWebcast,
  goLive,
  producerPrivileges,
  signedSessions,
  startAppTokenSession,
  viewerPrivileges,
} from '../../../packages/sdk/src/index.ts';
import { ApiOnAPort } from './api-on-a-port.ts';

const { partnerId, adminSecret: secret } = ACCOUNT;

test('a session that is signed here reads as one that the server has signed', async () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/).map((name) => `x${name}`);
  const value = fc
    .string({ unit: 'grapheme', maxLength: 20 })
    .map((text) => text.replaceAll(',', ''));
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(word, value, { maxKeys: 5 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.boolean(),
      async (privileges, userId, isAdmin) => {
        const given = Object.fromEntries(
          Object.entries(privileges).map(([name, text]) => [name, text.trim()]),
        );
        const ks = await createSession({ partnerId, secret, userId, privileges: given, isAdmin });
        const read = decodeKs(ks, (id) => (id === partnerId ? [secret] : []));
        const own = decodeKs(
          encodeKsV2(
            {
              partnerId,
              userId,
              type: isAdmin ? 2 : 0,
              expiresAtSeconds: 0,
              privileges: Object.entries(given).map(([name, text]) => ({ name, value: text })),
            },
            secret,
          ),
          () => [secret],
        );
        expect(read).toMatchObject({ version: 2, partnerId, type: isAdmin ? 2 : 0 });
        expect(read?.userId).toBe(own?.userId);
        expect(read?.privileges).toEqual(own?.privileges);
        expect(decodeKs(ks, () => ['another secret'])).toBeNull();
      },
    ),
    { numRuns: 60 },
  );
});

test('its privileges and its end are those that were asked for', async () => {
  const privileges = `${producerPrivileges('0_ab12cd34')},*,appid:a:b`;
  const nowSeconds = Math.floor(Date.now() / 1000);
  const ks = await createSession({ partnerId, secret, privileges, expirySeconds: 60 });
  const read = decodeKs(ks, () => [secret]);
  expect(read?.privileges).toEqual(parsePrivileges(privileges.replace('*,appid', 'all:*,appid')));
  expect((read?.expiresAtSeconds ?? 0) - nowSeconds).toBeGreaterThanOrEqual(60);
  expect((read?.expiresAtSeconds ?? 0) - nowSeconds).toBeLessThan(120);
});

test('what can’t be signed is refused', async () => {
  const sign = (wish: object) => createSession({ partnerId, secret, ...wish });
  await expect(sign({ expirySeconds: 0 })).rejects.toThrow('(got 0)');
  await expect(sign({ partnerId: 1.5 })).rejects.toThrow('(got 1.5)');
  await expect(sign({ privileges: '_u:root' })).rejects.toThrow('(got "_u")');
});

test('a secret that is missing is told at once, with where it is found', async () => {
  for (const [missing, got] of [
    [undefined, 'got undefined: is the environment variable set?'],
    [null, 'got null'],
    ['', 'got ""'],
    [1234, 'got number'],
  ] as const) {
    const wish = { partnerId, secret: missing as unknown as string };
    expect(() => signedSessions(wish)).toThrow(TypeError);
    expect(() => signedSessions(wish)).toThrow(got);
    expect(() => signedSessions(wish)).toThrow('data/secrets.json');
    await expect(createSession(wish)).rejects.toThrow(got);
  }
  expect(() => signedSessions({ partnerId, secret, expirySeconds: 0 })).toThrow('(got 0)');
  expect(() => signedSessions({ partnerId, secret, privileges: '_u:root' })).toThrow('"_u"');
});

describeOnBothDatabases('sessions through the SDK', (freshDatabase) => {
  let server: ApiOnAPort;
  beforeEach(async () => {
    server = await ApiOnAPort.open(await freshDatabase());
  });
  afterEach(() => server.close());

  test('the server takes what is signed here, and a wrong secret shows', async () => {
    const session = await createSession({ partnerId, secret, userId: 'vera' });
    const held = await server.clientWith(session).request('session', 'get');
    expect(held).toMatchObject({ userId: 'vera', partnerId, sessionType: 0 });
    const wrong = await createSession({ partnerId, secret: 'wrong' });
    await expect(server.clientWith(wrong).request('session', 'get')).rejects.toMatchObject({
      code: 'INVALID_KS',
      action: 'session.get',
    });
  });

  test('a producer’s session goes live with its own webcast and with no other; a viewer’s with none', async () => {
    const admin = server.adminClient();
    const [own, other] = [
      await createWebcast(admin, { name: 'Mine' }),
      await createWebcast(admin, { name: 'Not mine' }),
    ];
    const sign = (privileges: string) =>
      createSession({ partnerId, secret, userId: 'p', privileges });
    const producer = server.clientWith(await sign(producerPrivileges(own.id)));
    expect((await goLive(producer, own.id)).entry.viewMode).toBe(1);
    await expect(goLive(producer, other.id)).rejects.toMatchObject({ action: 'liveStream.update' });
    const viewer = server.clientWith(await sign(viewerPrivileges(own.id)));
    await expect(goLive(viewer, own.id)).rejects.toMatchObject({ action: 'liveStream.update' });
  });

  test.each(['SHA1', 'SHA256', 'SHA512'] as const)(
    'an application token becomes a session, by %s',
    async (hashType) => {
      const { token, text } = await addAppToken(server.adminClient(), {
        description: 'portal',
        hashType,
        isAdmin: false,
        userId: 'portal',
        sessionSeconds: 3600,
        privileges: 'list:*',
        expiresAtMs: null,
      });
      const { serviceUrl } = server;
      const client = createClient({ serviceUrl, partnerId });
      const wish = { id: token.id, token: text, hashType, privileges: 'appid:portal' };
      const started = await startAppTokenSession(client, wish);
      expect(started).toMatchObject({ partnerId, userId: 'portal', isAdmin: false });
      expect(started.privileges).toContain('list:*');
      expect(started.privileges).toContain('appid:portal');
      const held = await server.clientWith(started.session).request('session', 'get');
      expect(held).toMatchObject({ userId: 'portal' });
      await expect(startAppTokenSession(client, { ...wish, token: 'x' })).rejects.toMatchObject({
        code: 'INVALID_APP_TOKEN_HASH',
      });
    },
  );

  test('a client that signs for itself outlives its session', async () => {
    let signed = 0;
    const { serviceUrl } = server;
    const client = createClient({
      serviceUrl,
      partnerId,
      session: () => {
        signed++;
        return createSession({ partnerId, secret, isAdmin: true, userId: `admin-${signed}` });
      },
    });
    await createWebcast(client, { name: 'One' });
    // Its session ends, as by its time or by somebody's hand.
    await client.session.end();
    const webcast = await createWebcast(client, { name: 'Two' });
    expect(webcast.entry.userId).toBe('admin-2');
    expect(signed).toBe(2);
  });
});
