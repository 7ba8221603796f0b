import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNT, ApiForTests, type Parameters } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

const PASSWORD = 'Correct horse, battery 7';

describeOnBothDatabases('the audit log', (freshDatabase) => {
  let server: ApiForTests;
  let ks: string;

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    ks = await server.startAdminSession();
  });
  afterAll(() => server.close());

  // biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the tests are about
  async function list(filter: Parameters = {}, pager: Parameters = {}): Promise<any> {
    await server.api.flush();
    return server.call('audit_audittrail', 'list', { ks, filter, pager });
  }

  // biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the tests are about
  async function linesOf(filter: Parameters): Promise<any[]> {
    return (await list(filter)).objects;
  }

  describe('has one line for a change', () => {
    test('that makes something: who, when, what, from where', async () => {
      const { id } = await server.addWebcast({ name: 'All hands' });

      const [line, ...more] = await linesOf({ objectIdEqual: id });

      expect(more).toEqual([]);
      expect(line).toMatchObject({
        objectType: 'KalturaAuditTrail',
        createdAt: server.clock.now / 1000,
        status: 2,
        auditObjectType: 'entry',
        objectId: id,
        entryId: id,
        partnerId: ACCOUNT.partnerId,
        userId: 'the-admin',
        sessionType: 2,
        action: 'CREATED',
        context: 2,
        entryPoint: 'livestream::add',
        ipAddress: '127.0.0.1',
        description: 'All hands',
      });
      expect(line.data.changedItems).toContainEqual({
        objectType: 'KalturaAuditTrailChangeItem',
        descriptor: 'name',
        newValue: 'All hands',
      });
    });

    test('with what was before and what is now', async () => {
      const { id } = await server.addWebcast({ explicitLive: true });
      const liveStreamEntry = { name: 'Renamed', viewMode: 1 };
      await server.call('livestream', 'update', { ks, entryId: id, liveStreamEntry });

      const [line] = await linesOf({ objectIdEqual: id, entryPointEqual: 'livestream::update' });

      expect(line.action).toBe('CHANGED');
      expect(changesOf(line)).toEqual({
        name: ['Town hall', 'Renamed'],
        viewMode: ['0', '1'],
        // What is on air is recorded.
        recordingStatus: ['0', '2'],
      });
    });

    test('of a user, with names of what is no secret only', async () => {
      const user = { id: 'una', email: 'una@example.org', password: PASSWORD, loginEnabled: true };
      await server.call('user', 'add', { ks, user });
      await server.call('user', 'update', { ks, userId: 'una', user: { firstName: 'Una' } });

      const [updated, added] = await linesOf({ objectIdEqual: 'una' });

      expect(changesOf(added)).toMatchObject({
        email: [undefined, 'una@example.org'],
        password: [undefined, undefined],
      });
      expect(changesOf(updated)).toEqual({ firstName: [undefined, 'Una'] });
      expect(updated.description).toBe('Una');
    });

    test('of each entry, where one call deletes several', async () => {
      const entries = [
        await server.addWebcast({ tags: 'bulk' }),
        await server.addWebcast({ tags: 'bulk' }),
      ];
      for (const { id } of entries) await server.call('baseentry', 'recycle', { ks, entryId: id });
      const filter = { displayInSearchEqual: -2, tagsMultiLikeOr: 'bulk' };
      expect(await server.call('baseentry', 'bulkDelete', { ks, filter })).toBe(2);

      const deleted = await linesOf({ entryPointEqual: 'baseentry::bulkdelete' });

      expect(deleted.map(({ objectId }) => objectId).sort()).toEqual(
        entries.map(({ id }) => id).sort(),
      );
    });

    test('whose id only the answer tells', async () => {
      const category = await server.call('category', 'add', { ks, category: { name: 'Trails' } });

      const [line] = await linesOf({ entryPointEqual: 'category::add' });

      expect(line).toMatchObject({ objectId: String(category.id), description: 'Trails' });
    });

    test('of an application token, without the token', async () => {
      const { id, token } = await server.call('apptoken', 'add', {
        ks,
        appToken: { description: 'Intranet' },
      });
      await server.call('apptoken', 'update', { ks, id, appToken: { sessionDuration: 60 } });

      const lines = await linesOf({ objectIdEqual: id });

      expect(lines.map(({ action }) => action)).toEqual(['CHANGED', 'CREATED']);
      expect(changesOf(lines[0])).toEqual({ sessionDuration: ['86400', '60'] });
      expect(JSON.stringify(lines)).not.toContain(token);
    });
  });

  describe('has no line', () => {
    test('for what only reads, starts a session, or is wrong', async () => {
      const before = (await list()).totalCount;

      const session = await server.startSession({ userId: 'rita' });
      await server.call('livestream', 'list', { ks: session });
      await server.call('livestream', 'get', { ks: session, entryId: '0_nothere1' });
      await server.call('userrole', 'add', { ks, userRole: { name: '' } });
      await server.call('livestream', 'update', { ks, entryId: '0_nothere1', liveStreamEntry: {} });

      expect((await list()).totalCount).toBe(before);
    });
  });

  describe('tells of refusals', () => {
    test('of what a session may not do', async () => {
      const session = await server.startSession({ userId: 'rex' });
      await server.call('userrole', 'add', { ks: session, userRole: { name: 'Mine' } });
      await server.call('rostrum_partnersecret', 'list', { ks: session });

      const lines = await linesOf({ userIdEqual: 'rex' });

      expect(lines.map(({ entryPoint }) => entryPoint).sort()).toEqual([
        'rostrum_partnersecret::list',
        'userrole::add',
      ]);
      for (const line of lines) {
        expect(line.status).toBe(3);
        expect(line.errorDescription).toMatch(/^SERVICE_FORBIDDEN: /);
      }
    });

    test('of somebody else’s entry', async () => {
      const { id } = await server.addWebcast();
      const session = await server.startSession({ userId: 'stranger' });
      await server.call('livestream', 'update', {
        ks: session,
        entryId: id,
        liveStreamEntry: { name: 'Mine' },
      });

      const [line] = await linesOf({ userIdEqual: 'stranger' });

      expect(line).toMatchObject({ status: 3, objectId: id, entryPoint: 'livestream::update' });
      expect(line.errorDescription).toBe('INVALID_KS: The session may not do this');
    });

    test('of wrong secrets and passwords, and of who got in', async () => {
      const user = { id: 'sig', email: 'sig@example.org', password: PASSWORD, loginEnabled: true };
      await server.call('user', 'add', { ks, user });
      const signIn = (password: string) =>
        server.call('user', 'loginByLoginId', { loginId: 'sig@example.org', password });
      await signIn('a wrong password');
      await signIn(PASSWORD);
      await server.call('session', 'start', { secret: 'guessed', partnerId: ACCOUNT.partnerId });

      const [right, wrong] = await linesOf({ entryPointEqual: 'user::loginbyloginid' });
      const [guess] = await linesOf({ entryPointEqual: 'session::start' });

      expect(right).toMatchObject({ status: 2, userId: 'sig' });
      expect(wrong).toMatchObject({ status: 3, userId: 'sig' });
      expect(guess).toMatchObject({ status: 3, userId: '', auditObjectType: 'Session' });
    });

    test('once a minute, with the number of the others', async () => {
      const guess = () =>
        server.call('session', 'start', {
          secret: 'once more',
          partnerId: ACCOUNT.partnerId,
          userId: 'g',
        });
      server.clock.now += 60_000;
      for (let count = 0; count < 5; count++) await guess();
      server.clock.now += 60_000;
      await guess();

      const since = (server.clock.now - 60_000) / 1000;
      const lines = await linesOf({
        entryPointEqual: 'session::start',
        createdAtGreaterThanOrEqual: since,
        orderBy: '+createdAt',
      });

      expect(lines.map(({ errorDescription }) => / \((.*)\)$/.exec(errorDescription)?.[1])).toEqual(
        [undefined, '4 more within a minute', undefined],
      );
    });

    test('of nobody’s account in no log', async () => {
      const before = (await list()).totalCount;
      await server.call('session', 'start', { secret: 'guessed', partnerId: 4711 });
      expect((await list()).totalCount).toBe(before);
    });
  });

  test('tells who has looked at the secrets', async () => {
    await server.call('rostrum_partnersecret', 'list', { ks });
    const [line] = await linesOf({ entryPointEqual: 'rostrum_partnersecret::list' });
    expect(line).toMatchObject({ action: 'VIEWED', userId: 'the-admin', status: 2 });
  });

  test('is filtered, ordered and paged like other lists', async () => {
    const { id } = await server.addWebcast({ name: 'Paged' });
    for (const name of ['one', 'two', 'three']) {
      server.clock.now += 1000;
      await server.call('livestream', 'update', { ks, entryId: id, liveStreamEntry: { name } });
    }
    const filter = { entryIdEqual: id, actionEqual: 'CHANGED' };

    const first = await list({ ...filter, orderBy: '+createdAt' }, { pageSize: 2 });
    const second = await list({ ...filter, orderBy: '+createdAt' }, { pageSize: 2, pageIndex: 2 });

    expect(first.totalCount).toBe(3);
    // biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the tests are about
    const names = [...first.objects, ...second.objects].map((line: any) => line.description);
    expect(names).toEqual(['one', 'two', 'three']);
    expect((await list({ userIdIn: 'nobody,the-admin', objectIdIn: id })).totalCount).toBe(4);
  });

  test('gives a line by its id, to its own account only', async () => {
    const [line] = await linesOf({});
    expect(await server.call('audit_audittrail', 'get', { ks, id: line.id })).toEqual(line);
    const foreign = await server.startForeignSession();
    const answer = await server.call('audit_audittrail', 'get', { ks: foreign, id: line.id });
    expect(answer.code).toBe('INVALID_OBJECT_ID');
    expect((await server.call('audit_audittrail', 'list', { ks: foreign })).totalCount).toBe(0);
  });

  test('takes lines of applications, in the name of who adds them', async () => {
    const auditTrail = {
      auditObjectType: 'entry',
      objectId: '0_ab12cd34',
      action: 'CONTENT_VIEWED',
      description: 'Shown in the lobby',
      data: { objectType: 'KalturaAuditTrailTextInfo', info: 'Screen 4' },
    };
    const line = await server.call('audit_audittrail', 'add', { ks, auditTrail });
    expect(line).toMatchObject({
      ...auditTrail,
      userId: 'the-admin',
      entryPoint: 'audit_audittrail::add',
    });
    const forged = { ...auditTrail, userId: 'somebody-else' };
    const answer = await server.call('audit_audittrail', 'add', { ks, auditTrail: forged });
    expect(answer.code).toBe('PROPERTY_VALIDATION_NOT_UPDATABLE');
  });
});

// biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the tests are about
function changesOf(line: any): { readonly [name: string]: readonly (string | undefined)[] } {
  return Object.fromEntries(
    // biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the tests are about
    line.data.changedItems.map(({ descriptor, oldValue, newValue }: any) => [
      descriptor,
      [oldValue, newValue],
    ]),
  );
}
