import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNT, ApiForTests } from './api-for-tests.ts';
import { catalog, type Permission } from './catalog.ts';
import { describeOnBothDatabases } from './store/both-databases-for-tests.ts';

/** Every action of the catalogue, called by every kind of session on somebody's webcast. */

const OWNER = 'olga';
const CO_EDITOR = 'carl';

const CALLERS = {
  nobody: null,
  'an expired session': { userId: 'vera', expiry: -1 },
  'a session of another account': 'foreign',
  'a widget session': 'widget',
  'a viewer': { userId: 'vera' },
  'a viewer who may watch': { userId: 'vera', privileges: 'sview:*,list:*,view:*' },
  'an editor of another webcast': { userId: 'vera', privileges: 'edit:0_otherone' },
  'the owner': { userId: OWNER },
  'a co-editor': { userId: CO_EDITOR },
  'a session signed with edit': { userId: 'vera', privileges: 'edit:ID' },
  'a session signed with edit for all': { userId: 'vera', privileges: 'edit:*' },
  'a session signed with everything': { userId: 'vera', privileges: 'all:*' },
  'an admin': { userId: 'ada', type: 2 },
} as const;
type Caller = keyof typeof CALLERS;

const EDITORS: readonly Caller[] = [
  'the owner',
  'a co-editor',
  'a session signed with edit',
  'a session signed with edit for all',
  'a session signed with everything',
  'an admin',
];
const SESSIONS: readonly Caller[] = [
  'a widget session',
  'a viewer',
  'a viewer who may watch',
  'an editor of another webcast',
  ...EDITORS,
];

/** Who may, by the permission that the catalogue states. */
const ALLOWED: { readonly [P in Exclude<Permission, 'secret'>]: readonly Caller[] } = {
  anyone: ['nobody', ...SESSIONS],
  session: SESSIONS,
  admin: ['an admin'],
  editor: EDITORS,
};

/** What each action is called with. An action that is missing here fails the test below. */
const PARAMETERS: { readonly [name: string]: (id: string) => object } = {
  'session.startWidgetSession': () => ({ widgetId: `_${ACCOUNT.partnerId}` }),
  'session.get': () => ({}),
  'session.end': () => ({}),
  'liveStream.add': () => ({ liveStreamEntry: { mediaType: 201 }, sourceType: '32' }),
  'liveStream.get': (id) => ({ entryId: id }),
  'liveStream.update': (id) => ({ entryId: id, liveStreamEntry: { description: 'changed' } }),
  'liveStream.delete': (id) => ({ entryId: id }),
  'liveStream.list': () => ({}),
  'liveStream.isLive': (id) => ({ id }),
  'liveStream.getDetails': (id) => ({ id }),
  'liveStream.regenerateStreamToken': (id) => ({ entryId: id }),
  'system.ping': () => ({}),
  'system.getTime': () => ({}),
  'system.getVersion': () => ({}),
};

const REFUSALS = [
  'MISSING_KS',
  'INVALID_KS',
  'SERVICE_FORBIDDEN',
  'ENTRY_ID_NOT_FOUND',
  'INVALID_ENTRY_ID',
];

describeOnBothDatabases('permission', (freshDatabase) => {
  let server: ApiForTests;

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
  });
  afterAll(() => server.close());

  for (const [service, actions] of Object.entries(catalog)) {
    for (const [action, { permission, session }] of Object.entries(actions)) {
      // session.start is allowed by secret; its own tests are beside its service.
      if (permission === 'secret') continue;
      describe(`${service}.${action}`, () => {
        for (const caller of Object.keys(CALLERS) as Caller[]) {
          const isIgnored = session === 'ignored';
          const isAllowed = isIgnored || ALLOWED[permission].includes(caller);
          test(`${caller} is ${isAllowed ? 'allowed' : 'refused'}`, async () => {
            const { id } = await server.addWebcast({
              userId: OWNER,
              entitledUsersEdit: `x,${CO_EDITOR}`,
            });
            const ks = await sessionOf(server, caller, id);
            const parameters = PARAMETERS[`${service}.${action}`]?.(id);
            expect(parameters).toBeDefined();

            const answer = await server.call(service, action, { ...parameters, ...(ks && { ks }) });

            // Whoever is not of the account is told what is true for him: there is no such thing.
            if (isAllowed || answersItsOwnAccount(service, action, caller)) {
              expect(answer?.objectType).not.toBe('KalturaAPIException');
            } else {
              expect(REFUSALS).toContain(answer.code);
            }
          });
        }
      });
    }
  }
});

async function sessionOf(server: ApiForTests, caller: Caller, id: string): Promise<string | null> {
  const options = CALLERS[caller];
  if (options === null) return null;
  if (options === 'widget') {
    const widgetId = `_${ACCOUNT.partnerId}`;
    return (await server.call('session', 'startWidgetSession', { widgetId })).ks;
  }
  if (options === 'foreign') return server.startForeignSession();
  const privileges = 'privileges' in options ? options.privileges.replace('ID', id) : '';
  return server.startSession({ ...options, privileges });
}

/** What only shows or makes things of the caller's own account. */
function answersItsOwnAccount(service: string, action: string, caller: Caller): boolean {
  if (caller !== 'a session of another account') return false;
  return ['session.get', 'liveStream.add', 'liveStream.list'].includes(`${service}.${action}`);
}
