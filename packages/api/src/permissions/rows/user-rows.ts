import { ACCOUNT } from '../../api-for-tests.ts';
import { ADMINS, EVERYBODY, FOREIGN_ADMIN } from '../callers-for-tests.ts';
import type { Rows, World } from './row.ts';

const PASSWORD = 'Correct horse, battery 7';

/** All are called with a user of the webcast's account, unless it says otherwise. */
export const userRows: Rows = {
  add: {
    allowed: [...ADMINS, FOREIGN_ADMIN],
    parameters: () => ({ user: { id: uniqueId() } }),
  },
  get: { allowed: [...ADMINS, 'a producer'], parameters: withUser },
  getByLoginId: {
    allowed: ADMINS,
    parameters: async (world) => ({ loginId: (await addUserWithLogin(world)).loginId }),
  },
  // Privileges `edituser:*` and `*` let a session change what people say about themselves.
  update: {
    allowed: [...ADMINS, 'a session signed with everything'],
    parameters: async (world) => ({ ...(await withUser(world)), user: { screenName: 'changed' } }),
  },
  delete: { allowed: ADMINS, parameters: withUser },
  list: { allowed: [...ADMINS, FOREIGN_ADMIN, 'a producer'], parameters: () => ({}) },
  notifyBan: { allowed: ADMINS, parameters: withUser },
  demoteAdmin: {
    allowed: ADMINS,
    parameters: async (world) => ({ userId: (await addUser(world, { isAdmin: true })).id }),
  },
  // The password decides, not the session.
  login: {
    allowed: EVERYBODY,
    parameters: async (world) => {
      const { userId } = await addUserWithLogin(world);
      return { partnerId: ACCOUNT.partnerId, userId, password: PASSWORD };
    },
  },
  loginByLoginId: {
    allowed: EVERYBODY,
    parameters: async (world) => {
      const { loginId } = await addUserWithLogin(world);
      return { loginId, password: PASSWORD };
    },
  },
  // Nobody in the table has signed in with a password; the session sent along here counts where the caller has none.
  loginByKs: {
    allowed: [],
    parameters: async (world) => ({
      requestedPartnerId: ACCOUNT.partnerId,
      ...(world.ks === null ? {} : { ks: await signIn(world) }),
    }),
  },
  enableLogin: {
    allowed: ADMINS,
    parameters: async (world) => {
      const { id } = await addUser(world, {});
      return { userId: id, loginId: `${id}@example.org`, password: PASSWORD };
    },
  },
  disableLogin: {
    allowed: ADMINS,
    parameters: async (world) => ({ userId: (await addUserWithLogin(world)).userId }),
  },
  updateLoginData: {
    allowed: EVERYBODY,
    parameters: async (world) => ({
      oldLoginId: (await addUserWithLogin(world)).loginId,
      password: PASSWORD,
      newFirstName: 'Grace',
    }),
  },
  loginDataResetPassword: {
    allowed: ADMINS,
    parameters: async (world) => ({
      loginDataId: (await addUserWithLogin(world)).loginId,
      newPassword: 'Quite another one 8',
    }),
  },
  checkLoginDataExists: {
    allowed: [...ADMINS, FOREIGN_ADMIN],
    parameters: () => ({ filter: { loginEmailEqual: 'nobody@example.org' } }),
  },
};

let count = 0;

function uniqueId(): string {
  return `user-${++count}`;
}

async function withUser(world: World): Promise<{ userId: string }> {
  return { userId: (await addUser(world, {})).id };
}

async function addUser({ server }: World, properties: object): Promise<{ id: string }> {
  const ks = await server.startAdminSession();
  return server.call('user', 'add', { ks, user: { id: uniqueId(), ...properties } });
}

async function addUserWithLogin(world: World): Promise<{ userId: string; loginId: string }> {
  const loginId = `${uniqueId()}@example.org`;
  const { id } = await addUser(world, { email: loginId, password: PASSWORD, loginEnabled: true });
  return { userId: id, loginId };
}

async function signIn(world: World): Promise<string> {
  const { loginId } = await addUserWithLogin(world);
  return world.server.call('user', 'loginByLoginId', { loginId, password: PASSWORD });
}
