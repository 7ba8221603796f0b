import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNT, ApiForTests, NOW_MS, SECOND_SECRET } from '../../api-for-tests.ts';
import { encodeKsV1 } from '../../ks/ks-v1.ts';
import { encodeKsV2 } from '../../ks/ks-v2.ts';
import { parsePrivileges } from '../../ks/privileges.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

describeOnBothDatabases('session', (freshDatabase) => {
  let server: ApiForTests;

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
  });
  afterAll(() => server.close());

  const { adminSecret, userSecret } = ACCOUNT;
  const start = (parameters: object) =>
    server.call('session', 'start', { partnerId: 100, ...parameters });
  const info = (ks: string) => server.call('session', 'get', { ks });

  test('start answers a session that says what was asked for', async () => {
    const privileges = 'sview:0_a/0_b,edit:0_a,appid:app-1.example';
    const ks = await start({
      secret: adminSecret,
      userId: 'vera',
      type: 0,
      expiry: 600,
      privileges,
    });
    expect(await info(ks)).toEqual({
      objectType: 'KalturaSessionInfo',
      sessionType: 0,
      partnerId: 100,
      userId: 'vera',
      expiry: NOW_MS / 1000 + 600,
      privileges,
    });
  });

  test('a session lasts a day, and no longer', async () => {
    const day = NOW_MS / 1000 + 86_400;
    expect(await info(await start({ secret: adminSecret, type: 2 }))).toMatchObject({
      expiry: day,
      sessionType: 2,
    });
    expect(await info(await start({ secret: adminSecret, expiry: 999_999 }))).toMatchObject({
      expiry: day,
    });
  });

  test.each([
    ['user', 0, userSecret, true],
    ['user', 0, adminSecret, true],
    ['admin', 2, adminSecret, true],
    ['admin', 2, userSecret, false],
    ['user', 0, 'wrong', false],
    ['admin', 2, '', false],
  ])(
    'start of a %s session (type %i) with secret %s: %s',
    async (_name, type, secret, isAllowed) => {
      const answer = await start({ secret, type });
      if (isAllowed) expect(answer).toEqual(expect.any(String));
      else expect(answer).toMatchObject({ code: 'START_SESSION_ERROR', args: { PID: '100' } });
    },
  );

  test('start for an account that does not exist is the same refusal', async () => {
    const answer = await start({ secret: adminSecret, partnerId: 7 });
    expect(answer).toMatchObject({
      code: 'START_SESSION_ERROR',
      message: 'Error while starting session for partner [7]',
      args: { PID: '7' },
    });
  });

  test.each([
    ['actionslimit:none', 'INVALID_ACTIONS_LIMIT'],
    ['setrole:-3', 'INVALID_SET_ROLE'],
    ['setrole:NOBODY_KNOWS', 'UNKNOWN_ROLE_ID'],
  ])('start with privilege %s is refused with %s', async (privileges, code) => {
    expect(await start({ secret: adminSecret, privileges })).toMatchObject({ code });
  });

  test('the role of the studio is known', async () => {
    const ks = await start({
      secret: adminSecret,
      privileges: 'setrole:WEBCAST_PRODUCER_DEVICE_ROLE',
    });
    expect(await info(ks)).toMatchObject({ privileges: 'setrole:WEBCAST_PRODUCER_DEVICE_ROLE' });
  });

  test('a widget session is anonymous', async () => {
    const answer = await server.call('session', 'startWidgetSession', { widgetId: '_100' });
    expect(answer).toMatchObject({
      objectType: 'KalturaStartWidgetSessionResponse',
      partnerId: 100,
      userId: '0',
    });
    expect(await info(answer.ks)).toMatchObject({
      sessionType: 0,
      userId: '0',
      privileges: 'view:*,widget:1',
    });
    expect(await server.call('session', 'startWidgetSession', { widgetId: '_7' })).toMatchObject({
      code: 'INVALID_WIDGET_ID',
    });
  });

  test('sessions that clients sign themselves hold, in both versions', async () => {
    const fields = {
      partnerId: 100,
      userId: 'úna & co',
      type: 2,
      expiresAtSeconds: NOW_MS / 1000 + 60,
      privileges: parsePrivileges('a:b,disableentitlement'),
    };
    for (const ks of [encodeKsV1(fields, adminSecret), encodeKsV2(fields, adminSecret)]) {
      expect(await info(ks)).toMatchObject({
        userId: 'úna & co',
        sessionType: 2,
        privileges: 'a:b,disableentitlement',
      });
    }
  });

  test('every secret of the account opens sessions and signs them; one of an earlier configuration does not', async () => {
    const expiresAtSeconds = NOW_MS / 1000 + 60;
    const fields = { partnerId: 100, userId: 'vera', type: 0, expiresAtSeconds, privileges: [] };

    expect(await info(encodeKsV2(fields, SECOND_SECRET))).toMatchObject({ userId: 'vera' });
    expect(await info(encodeKsV2(fields, 'admin-secret-of-yesterday'))).toMatchObject({
      code: 'INVALID_KS',
    });
    expect(await start({ secret: SECOND_SECRET, type: 2 })).toEqual(expect.any(String));
    expect(await start({ secret: 'admin-secret-of-yesterday', type: 2 })).toMatchObject({
      code: 'START_SESSION_ERROR',
    });
  });

  test.each([
    ['text that is no session', () => 'hello', -1, 'INVALID_STR'],
    ['another secret', () => sign({}, 'other-secret'), -1, 'INVALID_STR'],
    ['the user secret', () => sign({}, userSecret), -1, 'INVALID_STR'],
    ['an unknown account', () => sign({ partnerId: 9 }), -1, 'INVALID_STR'],
    ['an expired session', () => sign({ expiresAtSeconds: NOW_MS / 1000 }), -5, 'EXPIRED'],
    [
      'another address',
      () => sign({ privileges: parsePrivileges('iprestrict:192.0.2.7') }),
      -9,
      'EXCEEDED_RESTRICTED_IP',
    ],
    [
      'another path',
      () => sign({ privileges: parsePrivileges('urirestrict:/other*') }),
      -11,
      'EXCEEDED_RESTRICTED_URI',
    ],
  ])('%s is refused', async (_what, make, number, name) => {
    const ks = make();
    expect(await info(ks)).toMatchObject({
      code: 'INVALID_KS',
      message: `Invalid KS "${ks}", Error "${number},${name}"`,
      args: { KSID: ks, ERR_CODE: String(number), ERR_DESC: name },
    });
  });

  test('restrictions that fit do not disturb', async () => {
    const privileges = parsePrivileges(
      'iprestrict:192.0.2.7/127.0.0.1,urirestrict:/x|/api_v3/service/session*',
    );
    expect(await info(sign({ privileges }))).toMatchObject({ objectType: 'KalturaSessionInfo' });
  });

  test('an ended session is refused from then on, with all of its group', async () => {
    const one = await start({ secret: adminSecret, privileges: 'sessionid:group-1' });
    const other = await start({ secret: adminSecret, privileges: 'sessionid:group-1,list:*' });
    const stranger = await start({ secret: adminSecret, privileges: 'sessionid:group-2' });

    expect(await server.call('session', 'end', { ks: one })).toBeNull();

    for (const ks of [one, other]) {
      expect(await info(ks)).toMatchObject({
        code: 'INVALID_KS',
        args: { ERR_CODE: '-6', ERR_DESC: 'LOGOUT' },
      });
    }
    expect(await info(stranger)).toMatchObject({ objectType: 'KalturaSessionInfo' });
  });

  test('end succeeds whatever it is given', async () => {
    expect(await server.call('session', 'end', { ks: 'rubbish' })).toBeNull();
    expect(await server.call('session', 'end')).toBeNull();
  });

  test('a session with an actions limit holds that often', async () => {
    const ks = await start({ secret: adminSecret, privileges: 'actionslimit:2' });
    expect(await info(ks)).toHaveProperty('expiry');
    expect(await info(ks)).toHaveProperty('expiry');
    expect(await info(ks)).toMatchObject({ args: { ERR_DESC: 'EXCEEDED_ACTIONS_LIMIT' } });
  });

  test('ending a group spares what is started later, and tells sessions that clients sign themselves apart', async () => {
    const privileges = 'sessionid:group-3';
    const before = await start({ secret: adminSecret, privileges });
    const selfSigned = sign({ privileges: parsePrivileges(privileges) });
    await server.call('session', 'end', { ks: before });
    server.clock.now += 1;
    const after = await start({ secret: adminSecret, privileges });

    expect(await info(after)).toMatchObject({ privileges });
    for (const ks of [before, selfSigned])
      expect(await info(ks)).toMatchObject({ args: { ERR_DESC: 'LOGOUT' } });
  });

  test('what describes a session is kept, and can be read again', async () => {
    const privileges =
      'appid:kms-example,appdomain:portal.example,sessionkey:k-1,reftime:1795348800,searchcontext:s,' +
      'virtualeventid:7,download:0_a/0_b,downloadasset:0_c,preview:30,edituser:vera,enablechangeaccount:100/200';
    expect(await info(await start({ secret: adminSecret, privileges }))).toMatchObject({
      privileges,
    });
  });

  test('privileges that no session could carry are refused', async () => {
    const privileges = `sview:${'0_ab12cd34/'.repeat(1000)}`;
    expect(await start({ secret: adminSecret, privileges })).toMatchObject({
      code: 'PROPERTY_VALIDATION_MAX_LENGTH',
    });
  });

  test.each([
    ['absent', {}, 86_400],
    ['null', { expiry: null }, 86_400],
    ['text', { expiry: '600' }, 600],
    ['more than the account allows', { expiry: 9e15 }, 86_400],
  ])('an expiry that is %s', async (_what, parameters, seconds) => {
    const ks = await start({ secret: adminSecret, ...parameters });
    expect(await info(ks)).toMatchObject({
      expiry: Math.floor(server.clock.now / 1000) + seconds,
    });
  });

  test.each([0, -1, -9e15, 'never'])(
    'an expiry of %s makes a session that has expired',
    async (expiry) => {
      const ks = await start({ secret: adminSecret, expiry });
      expect(await info(ks)).toMatchObject({ code: 'INVALID_KS', args: { ERR_DESC: 'EXPIRED' } });
    },
  );

  describe('impersonate', () => {
    const impersonate = (parameters: object) =>
      server.call('session', 'impersonate', { secret: adminSecret, partnerId: 100, ...parameters });

    test('the installation’s own account starts sessions of every account', async () => {
      const ks = await impersonate({ impersonatedPartnerId: 200, userId: 'fred', type: 2 });
      expect(await info(ks)).toMatchObject({ partnerId: 200, userId: 'fred', sessionType: 2 });
    });

    test('another account starts only its own', async () => {
      const secret = 'admin-secret-of-200';
      const own = await impersonate({ secret, partnerId: 200, impersonatedPartnerId: 200 });
      expect(await info(own)).toMatchObject({ partnerId: 200 });
      expect(
        await impersonate({ secret, partnerId: 200, impersonatedPartnerId: 100 }),
      ).toMatchObject({ code: 'START_SESSION_ERROR', args: { PID: '100' } });
    });

    test.each([
      ['a user secret', { secret: userSecret }],
      ['a secret of the impersonated account', { secret: 'admin-secret-of-200' }],
      ['no such account', { impersonatedPartnerId: 7 }],
      ['no such account that asks', { partnerId: 7 }],
    ])('is refused for %s', async (_what, parameters) => {
      const answer = await impersonate({ impersonatedPartnerId: 200, ...parameters });
      expect(answer).toMatchObject({ code: 'START_SESSION_ERROR' });
    });
  });

  describe('impersonateByKs', () => {
    test('answers a further session for the same user', async () => {
      const ks = await server.startAdminSession();
      const session = await start({ secret: userSecret, userId: 'vera', privileges: 'appid:a' });
      const byKs = (parameters: object) =>
        server.call('session', 'impersonateByKs', { ks, session, ...parameters });

      const same = await byKs({});
      expect(same).toMatchObject({ userId: 'vera', sessionType: 0, privileges: 'appid:a' });
      expect(await info(same.ks)).toMatchObject({ userId: 'vera', privileges: 'appid:a' });
      expect(await byKs({ type: 2, privileges: 'list:*', expiry: 60 })).toMatchObject({
        sessionType: 2,
        privileges: 'list:*',
        expiry: Math.floor(server.clock.now / 1000) + 60,
      });
    });

    test('reaches other accounts from the installation’s own only', async () => {
      const foreign = await server.startForeignSession();
      const own = await server.startAdminSession();
      const call = (ks: string, session: string) =>
        server.call('session', 'impersonateByKs', { ks, session });
      expect(await call(own, foreign)).toMatchObject({ partnerId: 200, userId: 'fred' });
      expect(await call(foreign, own)).toMatchObject({ code: 'START_SESSION_ERROR' });
    });
  });

  describe('wrong secrets', () => {
    test('are answered with a clear error once there are too many, and right ones as ever', async () => {
      const wrong = () => start({ secret: 'a-wrong-secret-of-no-account', partnerId: 200 });
      for (let count = 0; count < 60; count++) await wrong();
      const refusal = await wrong();
      expect(refusal).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
      expect(Number(refusal.args.RETRY_AFTER_SECONDS)).toBeGreaterThan(0);
      expect(server.log.lines).toContainEqual(
        expect.objectContaining({
          level: 'warn',
          facts: { subject: 'secret', remoteAddress: '127.0.0.1' },
        }),
      );
      expect(await start({ secret: adminSecret })).toEqual(expect.any(String));
      expect(await start({ secret: 'admin-secret-of-200', partnerId: 200, type: 2 })).toEqual(
        expect.any(String),
      );
    });

    test('short enough to be guessed are not even looked at then', async () => {
      expect(await start({ secret: 'short' })).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    });
  });

  test('get shows another session of the same account only', async () => {
    const ks = await server.startAdminSession();
    const other = await start({ secret: adminSecret, userId: 'vera' });
    expect(await server.call('session', 'get', { ks, session: other })).toMatchObject({
      userId: 'vera',
    });
    expect(
      await server.call('session', 'get', { ks, session: await server.startForeignSession() }),
    ).toMatchObject({ code: 'PARTNER_ACCESS_FORBIDDEN' });
  });
});

function sign(fields: object, secret = ACCOUNT.adminSecret): string {
  const defaults = {
    partnerId: 100,
    userId: '',
    type: 0,
    expiresAtSeconds: NOW_MS / 1000 + 60,
    privileges: [],
  };
  return encodeKsV2({ ...defaults, ...fields }, secret);
}
