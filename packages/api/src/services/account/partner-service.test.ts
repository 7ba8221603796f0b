import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ApiForTests } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

describeOnBothDatabases('partner', (freshDatabase) => {
  let server: ApiForTests;
  let ks: string;

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
  });
  beforeEach(async () => {
    ks = await server.startAdminSession();
  });
  afterAll(() => server.close());

  const call = (action: string, parameters: object = {}) =>
    server.call('partner', action, { ks, ...parameters });
  const secrets = (action: string, parameters: object = {}) =>
    server.call('rostrum_partnerSecret', action, { ks, ...parameters });
  const register = (partner: object = {}, more: object = {}) =>
    call('register', { partner: { name: 'Acme', ...partner }, ...more });
  const adminSessionOf = ({ id, adminSecret }: { id: number; adminSecret: string }) =>
    server.call('session', 'start', { secret: adminSecret, partnerId: id, type: 2 });

  test('register answers an account that works at once, with what each begins with', async () => {
    const made = await register({ description: 'Town halls' });
    expect(made).toMatchObject({
      objectType: 'KalturaPartner',
      name: 'Acme',
      status: 1,
      description: 'Town halls',
      adminSecret: expect.stringMatching(/^[0-9a-f]{32}$/),
      secret: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    const session = await adminSessionOf(made);
    const user = { secret: made.secret, partnerId: made.id, userId: 'u' };
    expect(await server.call('session', 'start', user)).toEqual(expect.any(String));
    const profiles = await server.call('conversionprofile', 'list', { ks: session });
    expect(profiles.totalCount).toBeGreaterThan(0);
    const entry = { ks: session, liveStreamEntry: { mediaType: 201 }, sourceType: '32' };
    expect(await server.call('livestream', 'add', entry)).toMatchObject({ partnerId: made.id });
    const widget = await server.call('session', 'startWidgetSession', { widgetId: `_${made.id}` });
    expect(widget).toMatchObject({ partnerId: made.id });
  });

  test('accounts that are made together have ids of their own', async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => register()));
    expect(new Set(made.map(({ id }) => id)).size).toBe(5);
  });

  test('an owner signs in, and can be neither deleted nor demoted', async () => {
    const made = await register({ adminEmail: 'owner@acme.example' });
    expect(made.cmsPassword).toMatch(/^[\w-]{24}$/);
    const signedIn = await server.call('user', 'loginByLoginId', {
      loginId: 'owner@acme.example',
      password: made.cmsPassword,
    });
    const asOwner = (action: string, user?: object) =>
      server.call('user', action, {
        ks: signedIn,
        userId: 'owner@acme.example',
        ...(user && { user }),
      });
    expect(await asOwner('get')).toMatchObject({ isAccountOwner: true, isAdmin: true });
    for (const [action, user, code] of [
      ['delete', undefined, 'CANNOT_DELETE_OR_BLOCK_ROOT_ADMIN_USER'],
      ['update', { status: 0 }, 'CANNOT_DELETE_OR_BLOCK_ROOT_ADMIN_USER'],
      ['demoteAdmin', undefined, 'CANNOT_SET_ROOT_ADMIN_AS_NO_ADMIN'],
      ['update', { roleIds: '1' }, 'ACCOUNT_OWNER_NEEDS_PARTNER_ADMIN_ROLE'],
      ['disableLogin', undefined, 'CANNOT_DISABLE_LOGIN_FOR_ADMIN_USER'],
    ] as const)
      expect(await asOwner(action, user)).toMatchObject({ code });

    const proved = { partnerId: made.id, adminEmail: 'owner@acme.example' };
    const getSecrets = (cmsPassword: string) =>
      server.call('partner', 'getSecrets', { ...proved, cmsPassword });
    expect(await getSecrets(made.cmsPassword)).toMatchObject({ adminSecret: made.adminSecret });
    expect(await getSecrets('wrong')).toMatchObject({ code: 'ADMIN_KUSER_NOT_FOUND' });
    expect(
      await server.call('partner', 'getSecrets', {
        ...proved,
        partnerId: 100,
        cmsPassword: made.cmsPassword,
      }),
    ).toMatchObject({ code: 'ADMIN_KUSER_NOT_FOUND' });
  });

  test.each([
    [{ name: '' }, {}, 'PARTNER_REGISTRATION_ERROR'],
    [{ adminEmail: 'nobody' }, {}, 'INVALID_FIELD_VALUE'],
    [{ adminEmail: 'weak@acme.example' }, { cmsPassword: 'short' }, 'PASSWORD_STRUCTURE_INVALID'],
    [{}, { cmsPassword: 'Correct horse, battery 7' }, 'PARTNER_REGISTRATION_ERROR'],
    [{ id: 7 }, {}, 'PROPERTY_VALIDATION_NOT_UPDATABLE'],
    [{ adminSecret: 'mine' }, {}, 'PROPERTY_VALIDATION_NOT_UPDATABLE'],
  ])('register of %j with %j is refused', async (partner, more, code) => {
    expect(await register(partner, more)).toMatchObject({ code });
  });

  test('update changes what is sent, for one’s own account', async () => {
    const made = await register({ website: 'https://acme.example' });
    const session = await adminSessionOf(made);
    const update = (partner: object) => call('update', { ks: session, partner });
    expect(await update({ name: 'Acme Inc', phone: '1' })).toMatchObject({
      id: made.id,
      name: 'Acme Inc',
      phone: '1',
      website: 'https://acme.example',
    });
    expect(await update({ website__null: '' })).not.toHaveProperty('website');
    await Promise.all([update({ phone: '2' }), update({ state: 'X' }), update({ country: 'Y' })]);
    expect(await call('getInfo', { ks: session })).toMatchObject({
      phone: '2',
      state: 'X',
      country: 'Y',
    });
  });

  test('who may not read the secrets is not told any', async () => {
    const user = await server.startSession({ userId: 'vera' });
    const shown = await call('get', { ks: user });
    expect(shown).toMatchObject({ id: 100, name: 'Account 100' });
    expect(JSON.stringify(shown)).not.toContain('secret-of-100');
    expect(await call('get', { ks: user, id: 200 })).toMatchObject({ code: 'INVALID_PARTNER_ID' });
    expect(await call('get')).toMatchObject({ adminSecret: 'admin-secret-of-100' });
  });

  test('other accounts are there for the installation’s own only', async () => {
    const made = await register({ name: 'Hidden Corp' });
    const session = await adminSessionOf(made);
    expect(await call('get', { id: made.id })).toMatchObject({ name: 'Hidden Corp' });
    expect(await call('get', { ks: session, id: 100 })).toMatchObject({
      code: 'INVALID_PARTNER_ID',
    });
    expect(await call('list', { ks: session })).toMatchObject({
      totalCount: 1,
      objects: [{ id: made.id }],
    });
    expect(await call('count', { ks: session })).toBe(1);
    const filter = { nameLike: 'hidden' };
    const { objects } = await call('list', { filter });
    expect(objects).toHaveLength(1);
    expect(objects[0]).not.toHaveProperty('adminSecret');
    expect(await call('count', { filter })).toBe(1);
    expect(await call('register', { ks: session, partner: { name: 'x' } })).toMatchObject({
      code: 'SERVICE_FORBIDDEN',
    });
  });

  test('getPublicInfo needs no session', async () => {
    expect(await server.call('partner', 'getPublicInfo', { id: 100 })).toMatchObject({
      objectType: 'KalturaPartnerPublicInfo',
    });
    expect(await server.call('partner', 'getPublicInfo', { id: 7 })).toMatchObject({
      code: 'INVALID_PARTNER_ID',
    });
  });

  describe('secrets', () => {
    const start = (partnerId: number, secret: string, type = 2) =>
      server.call('session', 'start', { secret, partnerId, type });
    const info = (session: string) => server.call('session', 'get', { ks: session });

    test('an account may have several: a new one signs, the old ones go on', async () => {
      const made = await register();
      const session = await adminSessionOf(made);
      server.clock.now += 1;
      const added = await secrets('add', { ks: session });
      expect(added).toMatchObject({ kind: 'admin', partnerId: made.id, isConfigured: false });
      expect(await info(await start(made.id, made.adminSecret))).toMatchObject({
        partnerId: made.id,
      });
      expect(await info(await start(made.id, added.secret))).toMatchObject({ partnerId: made.id });
      const { objects } = await secrets('list', { ks: session });
      expect(objects.map(({ secret }: { secret: string }) => secret).slice(0, 2)).toContain(
        added.secret,
      );
      expect(objects).toHaveLength(3);
    });

    test('one that is taken away ends at once what it has signed, and opens nothing', async () => {
      const made = await register();
      const session = await adminSessionOf(made);
      server.clock.now += 1;
      const added = await secrets('add', { ks: session });
      const later = await start(made.id, added.secret);
      const { objects } = await secrets('list', { ks: later });
      const old = objects.find(({ secret }: { secret: string }) => secret === made.adminSecret);

      expect(await secrets('delete', { ks: later, secretId: old.id })).toBeNull();

      expect(await info(session)).toMatchObject({
        code: 'INVALID_KS',
        args: { ERR_DESC: 'INVALID_STR' },
      });
      expect(await start(made.id, made.adminSecret)).toMatchObject({ code: 'START_SESSION_ERROR' });
      expect(await info(later)).toMatchObject({ partnerId: made.id });
      expect(await secrets('delete', { ks: later, secretId: added.id })).toMatchObject({
        code: 'SECRET_IS_NEEDED',
      });
      expect(await secrets('delete', { ks: later, secretId: old.id })).toMatchObject({
        code: 'SECRET_NOT_FOUND',
      });
    });

    test('rotate puts a new one in the place of all of its kind', async () => {
      const made = await register();
      const rotated = await secrets('rotate', { id: made.id, kind: 'user' });
      expect(await start(made.id, made.secret, 0)).toMatchObject({ code: 'START_SESSION_ERROR' });
      expect(await start(made.id, rotated.secret, 0)).toEqual(expect.any(String));
      expect(await start(made.id, made.adminSecret)).toEqual(expect.any(String));
      await secrets('rotate', { id: made.id });
      expect(await start(made.id, made.adminSecret)).toMatchObject({ code: 'START_SESSION_ERROR' });
    });

    test('those of the settings are changed there', async () => {
      expect(await secrets('rotate')).toMatchObject({ code: 'SECRET_IS_CONFIGURED' });
      const { objects } = await secrets('list');
      const configured = objects.find(
        ({ isConfigured }: { isConfigured: boolean }) => isConfigured,
      );
      expect(await secrets('delete', { secretId: configured.id })).toMatchObject({
        code: 'SECRET_IS_CONFIGURED',
      });
    });

    test('those of another account are not there', async () => {
      const foreign = await server.startForeignSession();
      for (const action of ['list', 'add', 'rotate'])
        expect(await secrets(action, { ks: foreign, id: 100 })).toMatchObject({
          code: 'UNKNOWN_PARTNER_ID',
        });
    });
  });
});
