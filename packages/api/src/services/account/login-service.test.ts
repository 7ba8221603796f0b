import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ApiForTests, type Parameters } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

const PASSWORD = 'Correct horse, battery 7';
const OTHER_PASSWORD = 'Quite another one 8';

describeOnBothDatabases('signing in with a password', (freshDatabase) => {
  let server: ApiForTests;
  let ks: string;

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
  });
  beforeEach(async () => {
    ks = await server.startAdminSession();
  });
  afterAll(() => server.close());

  let count = 0;
  const call = (action: string, parameters: Parameters) => server.call('user', action, parameters);
  const info = (session: string) => server.call('session', 'get', { ks: session });
  const signIn = (loginId: string, parameters: object = {}) =>
    call('loginByLoginId', { loginId, password: PASSWORD, ...parameters });
  const permissionsOf = async (session: string) =>
    (await server.call('permission', 'getCurrentPermissions', { ks: session })).split(',');

  async function addUser(user: object = {}, session = ks) {
    const id = `person-${++count}`;
    const loginId = `${id}@example.org`;
    await call('add', {
      ks: session,
      user: { id, email: loginId, password: PASSWORD, loginEnabled: true, ...user },
    });
    return { id, loginId };
  }

  test('starts a session by login id or by user id, and remembers when', async () => {
    const { id, loginId } = await addUser();
    const byLogin = await signIn(loginId.toUpperCase());
    const byUser = await call('login', {
      partnerId: 100,
      userId: id,
      password: PASSWORD,
      expiry: 60,
    });
    expect(await info(byLogin)).toMatchObject({ userId: id, sessionType: 0, partnerId: 100 });
    expect(await info(byUser)).toMatchObject({
      userId: id,
      expiry: Math.floor(server.clock.now / 1000) + 60,
    });
    expect(await call('get', { ks, userId: id })).toMatchObject({
      lastLoginTime: Math.floor(server.clock.now / 1000),
    });
  });

  test('a user who is no admin gets no rights that they ask for', async () => {
    const { loginId } = await addUser();
    const privileges =
      'edit:*,list:*,sview:*,setrole:PARTNER_ADMIN_ROLE,disableentitlement,all:*,login:x,appid:portal,iprestrict:127.0.0.1';
    const session = await signIn(loginId, { privileges });
    expect((await info(session)).privileges).toMatch(
      /^login:[0-9a-f]{32},enablechangeaccount,appid:portal,iprestrict:127.0.0.1$/,
    );
    expect((await permissionsOf(session)).sort()).toEqual([
      'BASE_USER_SESSION_PERMISSION',
      'STUDIO_BASE',
      'WIDGET_SESSION_PERMISSION',
    ]);
  });

  test('an admin’s session is an admin session, within the admin’s role', async () => {
    const whole = await addUser({ isAdmin: true });
    const session = await signIn(whole.loginId);
    expect(await info(session)).toMatchObject({ sessionType: 2 });
    expect(await permissionsOf(session)).toContain('INTEGRATION_BASE');

    const role = await server.call('userrole', 'add', {
      ks,
      userRole: { name: `clerks ${++count}`, permissionNames: 'ADMIN_BASE' },
    });
    const clerk = await addUser({ isAdmin: true, roleIds: String(role.id) });
    const limited = await signIn(clerk.loginId, { privileges: '*,setrole:PARTNER_ADMIN_ROLE' });
    expect(await permissionsOf(limited)).toEqual(['ADMIN_BASE']);
    const restricted = await signIn(whole.loginId, {
      privileges: 'restrictingrole:WIDGET_SESSION_ROLE',
    });
    expect(await permissionsOf(restricted)).toEqual(['WIDGET_SESSION_PERMISSION']);
  });

  test('nobody learns why it did not work', async () => {
    const { id, loginId } = await addUser();
    const blocked = await addUser();
    await call('notifyBan', { ks, userId: blocked.id });
    const wrong = { code: 'USER_WRONG_PASSWORD' };
    expect(await signIn(loginId, { password: 'wrong' })).toMatchObject(wrong);
    expect(await signIn('nobody@example.org')).toMatchObject(wrong);
    expect(await signIn(blocked.loginId)).toMatchObject(wrong);
    expect(await signIn(loginId, { partnerId: 200 })).toMatchObject(wrong);
    const byUser = (parameters: object) =>
      call('login', { partnerId: 100, userId: id, password: PASSWORD, ...parameters });
    expect(await byUser({ userId: 'nobody' })).toMatchObject(wrong);
    expect(await byUser({ partnerId: 7 })).toMatchObject(wrong);
    expect(await byUser({ password: 'wrong' })).toMatchObject(wrong);
  });

  test('ten wrong passwords in a row block the login for a while, also for the right one', async () => {
    const { loginId } = await addUser();
    const update = (password: string) =>
      call('updateLoginData', { oldLoginId: loginId, password, newFirstName: 'Ada' });
    for (let attempt = 1; attempt < 10; attempt++)
      expect(await update('wrong')).toMatchObject({ code: 'ADMIN_KUSER_NOT_FOUND' });
    expect(await update('wrong')).toMatchObject({ code: 'LOGIN_RETRIES_EXCEEDED' });
    expect(await update(PASSWORD)).toMatchObject({ code: 'LOGIN_BLOCKED' });
    expect(await signIn(loginId)).toMatchObject({ code: 'USER_WRONG_PASSWORD' });
    server.clock.now += 15 * 60_000;
    expect(await signIn(loginId)).toEqual(expect.any(String));
  });

  test('guesses that come together are all counted', async () => {
    const { loginId } = await addUser();
    await Promise.all(Array.from({ length: 10 }, () => signIn(loginId, { password: 'wrong' })));
    expect(await signIn(loginId)).toMatchObject({ code: 'USER_WRONG_PASSWORD' });
  });

  test.each([
    ['a role', { roleIds: '4' }],
    ['the admin’s right', { isAdmin: true }],
    ['a block', { status: 0 }],
  ])('%s that changes ends what the password has started', async (_what, user) => {
    const { id, loginId } = await addUser();
    const before = await signIn(loginId);
    await call('update', { ks, userId: id, user: { title: 'Dr' } });
    expect(await info(before)).toMatchObject({ userId: id });
    await call('update', { ks, userId: id, user });
    expect(await info(before)).toMatchObject({ args: { ERR_DESC: 'LOGOUT' } });
  });

  test('disableLogin and enableLogin take and give the password', async () => {
    const { id, loginId } = await addUser();
    const session = await signIn(loginId);
    expect(await call('disableLogin', { ks, loginId })).toMatchObject({ id, loginEnabled: false });
    expect(await info(session)).toMatchObject({ args: { ERR_DESC: 'LOGOUT' } });
    expect(await signIn(loginId)).toMatchObject({ code: 'USER_WRONG_PASSWORD' });
    const refusals = [
      ['disableLogin', { userId: id }, 'USER_LOGIN_ALREADY_DISABLED'],
      ['disableLogin', {}, 'PROPERTY_VALIDATION_CANNOT_BE_NULL'],
      ['disableLogin', { loginId }, 'USER_NOT_FOUND'],
      ['enableLogin', { userId: 'nobody', loginId, password: PASSWORD }, 'USER_NOT_FOUND'],
      ['enableLogin', { userId: id, loginId }, 'PASSWORD_STRUCTURE_INVALID'],
    ] as const;
    for (const [action, parameters, code] of refusals)
      expect(await call(action, { ks, ...parameters })).toMatchObject({ code });

    const enable = () => call('enableLogin', { ks, userId: id, loginId, password: OTHER_PASSWORD });
    expect(await enable()).toMatchObject({ id, loginEnabled: true });
    expect(await enable()).toMatchObject({ code: 'USER_LOGIN_ALREADY_ENABLED' });
    expect(await signIn(loginId, { password: OTHER_PASSWORD })).toEqual(expect.any(String));
  });

  test('whoever knows the password changes it, the login id and their name', async () => {
    const { id, loginId } = await addUser();
    const session = await signIn(loginId);
    const update = (parameters: object) =>
      call('updateLoginData', { oldLoginId: loginId, password: PASSWORD, ...parameters });
    const other = await addUser();

    expect(await update({ newPassword: 'short' })).toMatchObject({
      code: 'PASSWORD_STRUCTURE_INVALID',
    });
    expect(await update({ newPassword: PASSWORD })).toMatchObject({
      code: 'PASSWORD_ALREADY_USED',
    });
    expect(await update({ newLoginId: other.loginId })).toMatchObject({
      code: 'LOGIN_ID_ALREADY_USED',
    });
    expect(await update({ newLoginId: 'no address' })).toMatchObject({
      code: 'INVALID_FIELD_VALUE',
    });
    expect(await update({ newFirstName: 'Ada' })).toBeNull();
    expect(await info(session)).toMatchObject({ userId: id });

    const newLoginId = `renamed-${id}@example.org`;
    expect(await update({ newLoginId, newPassword: OTHER_PASSWORD })).toBeNull();
    expect(await info(session)).toMatchObject({ args: { ERR_DESC: 'LOGOUT' } });
    expect(await signIn(loginId)).toMatchObject({ code: 'USER_WRONG_PASSWORD' });
    const again = await signIn(newLoginId, { password: OTHER_PASSWORD });
    expect(await call('get', { ks: again })).toMatchObject({ id, firstName: 'Ada' });
    expect(
      await call('updateLoginData', {
        oldLoginId: newLoginId,
        password: OTHER_PASSWORD,
        newPassword: PASSWORD,
      }),
    ).toMatchObject({ code: 'PASSWORD_ALREADY_USED' });
  });

  test('an admin gives a user another password', async () => {
    const { id, loginId } = await addUser();
    const session = await signIn(loginId);
    const reset = { loginDataId: loginId, newPassword: OTHER_PASSWORD };
    expect(await call('loginDataResetPassword', { ks, ...reset })).toMatchObject({ id });
    expect(await info(session)).toMatchObject({ args: { ERR_DESC: 'LOGOUT' } });
    expect(await signIn(loginId, { password: OTHER_PASSWORD })).toEqual(expect.any(String));
    const foreign = await server.startForeignSession();
    expect(await call('loginDataResetPassword', { ks: foreign, ...reset })).toMatchObject({
      code: 'ADMIN_KUSER_NOT_FOUND',
    });
  });

  describe('one person in two accounts', () => {
    let person: { id: string; loginId: string };
    let foreign: string;

    beforeAll(async () => {
      ks = await server.startAdminSession();
      foreign = await server.startForeignSession();
      person = await addUser();
      await call('add', { ks: foreign, user: { id: 'me-too', isAdmin: true } });
    });

    const join = (password: string) =>
      call('enableLogin', { ks: foreign, userId: 'me-too', loginId: person.loginId, password });
    const change = (session: string, requestedPartnerId = 200) =>
      call('loginByKs', { ks: session, requestedPartnerId });

    test('joins the second with the password only', async () => {
      expect(await change(await signIn(person.loginId))).toMatchObject({
        code: 'ADMIN_KUSER_NOT_FOUND',
      });
      expect(await join(OTHER_PASSWORD)).toMatchObject({
        code: 'DUPLICATE_USER_BY_LOGIN_ID',
        args: { EMAIL: person.loginId },
      });
      expect(await join(PASSWORD)).toMatchObject({ id: 'me-too', loginEnabled: true });
    });

    test('changes to it with a session that the password has started', async () => {
      const answer = await change(await signIn(person.loginId, { expiry: 600 }));
      expect(answer).toMatchObject({
        objectType: 'KalturaSessionResponse',
        partnerId: 200,
        userId: 'me-too',
      });
      expect(await info(answer.ks)).toMatchObject({
        partnerId: 200,
        sessionType: 2,
        expiry: Math.floor(server.clock.now / 1000) + 600,
      });
      expect(await change(answer.ks, 100)).toMatchObject({ partnerId: 100, userId: person.id });
    });

    test('not with one that an account’s secret has signed, or that may not change', async () => {
      const forged = await server.startSession({
        userId: person.id,
        privileges: 'enablechangeaccount',
      });
      expect(await change(forged)).toMatchObject({ code: 'LOGIN_DATA_NOT_FOUND' });
      const disabled = { code: 'PARTNER_CHANGE_ACCOUNT_DISABLED' };
      const session = (privileges: string) =>
        signIn(person.loginId, { privileges, partnerId: 100 });
      expect(await change(await session('appid:x'))).toMatchObject(disabled);
      expect(await change(await session('enablechangeaccount:7'))).toMatchObject(disabled);
      expect(await change(await session('enablechangeaccount,actionslimit:9'))).toMatchObject(
        disabled,
      );
      expect(await change(await session('enablechangeaccount:7/200'))).toHaveProperty('ks');
    });

    test('signs in where they were last, and sees where else', async () => {
      await signIn(person.loginId, { partnerId: 200 });
      const last = await signIn(person.loginId);
      expect(await info(last)).toMatchObject({ partnerId: 200 });
      const list = async (session: string) => {
        const { objects } = await server.call('partner', 'listPartnersForUser', { ks: session });
        return objects.map(({ id }: { id: number }) => id);
      };
      expect(await list(last)).toEqual([100, 200]);
      expect(await list(await server.startSession({ userId: person.id }))).toEqual([100]);
    });

    test('has a password that neither account’s admin may change', async () => {
      const reset = { loginDataId: person.loginId, newPassword: OTHER_PASSWORD };
      for (const session of [ks, foreign]) {
        expect(await call('loginDataResetPassword', { ks: session, ...reset })).toMatchObject({
          code: 'CANNOT_UPDATE_LOGIN_DATA',
        });
      }
    });

    test('is known to sign in only where they do', async () => {
      const stranger = await addUser();
      const exists = (session: string, loginEmailEqual: string) =>
        call('checkLoginDataExists', { ks: session, filter: { loginEmailEqual } });
      expect(await exists(foreign, person.loginId)).toBe(true);
      expect(await exists(foreign, stranger.loginId)).toBe(false);
      expect(await exists(ks, stranger.loginId)).toBe(true);
      expect(await exists(ks, 'nobody@example.org')).toBe(false);
    });
  });
});
