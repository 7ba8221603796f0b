import { afterEach, expect, test, vi } from 'vitest';
import { ApiForTests } from '../api-for-tests.ts';
import { describeOnBothDatabases } from '../store/both-databases-for-tests.ts';

/** Two control processes on one database: here two APIs, each of which knows only what it reads. */
describeOnBothDatabases('what one process changes of accounts, another knows', (freshDatabase) => {
  const opened: ApiForTests[] = [];

  async function openTwo(): Promise<readonly [ApiForTests, ApiForTests]> {
    const address = await freshDatabase();
    const one = await ApiForTests.open(address);
    const two = await ApiForTests.open(address);
    opened.push(one, two);
    return [one, two];
  }

  afterEach(async () => {
    for (const server of opened.splice(0)) await server.close();
  });

  test('accounts, secrets, roles, ended sessions and blocked users', async () => {
    const [one, two] = await openTwo();
    const ks = await one.startAdminSession();
    const made = await one.call('partner', 'register', { ks, partner: { name: 'Acme' } });
    const role = await one.call('userrole', 'add', {
      ks,
      userRole: { name: 'clerks', permissionNames: 'ANALYTICS_BASE' },
    });
    const start = (secret: string) => () =>
      two.call('session', 'start', { secret, partnerId: made.id, type: 2 });
    await eventually(start(made.adminSecret), expect.any(String));

    const held = await one.startSession({ userId: 'vera', privileges: `setrole:${role.id}` });
    const permissions = () => two.call('permission', 'getCurrentPermissions', { ks: held });
    await eventually(permissions, 'ANALYTICS_BASE');
    await one.call('userrole', 'update', {
      ks,
      userRoleId: role.id,
      userRole: { permissionNames: 'ADMIN_BASE' },
    });
    await eventually(permissions, 'ADMIN_BASE');

    await one.call('user', 'add', { ks, user: { id: 'vera', status: 0 } });
    const refused = (ERR_DESC: string) =>
      expect.objectContaining({ args: expect.objectContaining({ ERR_DESC }) });
    await eventually(permissions, refused('INVALID_USER'));

    const group = await one.startSession({ userId: 'tom', privileges: 'sessionid:g' });
    const info = (session: string) => () => two.call('session', 'get', { ks: session });
    await eventually(info(group), expect.objectContaining({ userId: 'tom' }));
    await one.call('session', 'end', { ks: group });
    await eventually(info(group), refused('LOGOUT'));

    await one.call('rostrum_partnerSecret', 'rotate', { ks, id: made.id });
    await eventually(
      start(made.adminSecret),
      expect.objectContaining({ code: 'START_SESSION_ERROR' }),
    );
  });

  test('a process that starts later knows what was ended before', async () => {
    const address = await freshDatabase();
    const one = await ApiForTests.open(address);
    opened.push(one);
    const ks = await one.startSession({ userId: 'tom', privileges: 'sessionid:g' });
    const other = await one.startSession({ userId: 'tim', privileges: 'sessionid:g' });
    await one.call('session', 'end', { ks });
    const two = await ApiForTests.open(address);
    opened.push(two);
    for (const session of [ks, other])
      expect(await two.call('session', 'get', { ks: session })).toMatchObject({
        args: { ERR_DESC: 'LOGOUT' },
      });
  });
});

/** Asks until the answer is this, for as long as a busy machine may need. */
function eventually(ask: () => Promise<unknown>, answer: unknown): Promise<void> {
  return vi.waitFor(async () => expect(await ask()).toEqual(answer), {
    timeout: 20_000,
    interval: 100,
  });
}
