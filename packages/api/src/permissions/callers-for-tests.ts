import { ACCOUNT, type ApiForTests } from '../api-for-tests.ts';

/** Everybody who may call, and the names that the table of permissions uses for groups of them. */

export const OWNER = 'olga';
export const CO_EDITOR = 'carl';

const CALLERS = {
  nobody: null,
  'an expired session': { userId: 'vera', expiry: -1 },
  'an admin of another account': 'foreign',
  'a widget session': 'widget',
  'a viewer': { userId: 'vera' },
  'a viewer who may watch': { userId: 'vera', privileges: 'sview:*,list:*,view:*' },
  'an editor of another webcast': { userId: 'vera', privileges: 'edit:0_otherone' },
  'a producer': { userId: 'vera', privileges: 'setrole:WEBCAST_PRODUCER_DEVICE_ROLE' },
  'the owner': { userId: OWNER },
  'a co-editor': { userId: CO_EDITOR },
  'a session signed with edit': { userId: 'vera', privileges: 'edit:ID' },
  'a session signed with edit for all': { userId: 'vera', privileges: 'edit:*' },
  'a session signed with everything': { userId: 'vera', privileges: 'all:*' },
  'an admin with the role of a viewer': {
    userId: 'ada',
    type: 2,
    privileges: 'setrole:BASE_USER_SESSION_ROLE',
  },
  'an admin': { userId: 'ada', type: 2 },
} as const;

export type Caller = keyof typeof CALLERS;

export const ALL_CALLERS = Object.keys(CALLERS) as readonly Caller[];

/** Sessions of the account that an admin secret made admin sessions, whose role takes nothing away. */
export const ADMINS: readonly Caller[] = ['an admin'];

/** Who may change a webcast that belongs to OWNER. */
export const EDITORS: readonly Caller[] = [
  'the owner',
  'a co-editor',
  'a session signed with edit',
  'a session signed with edit for all',
  'a session signed with everything',
  'an admin with the role of a viewer',
  ...ADMINS,
];

/** Sessions that somebody has signed for a person or a purpose. */
export const USERS: readonly Caller[] = [
  'a viewer',
  'a viewer who may watch',
  'an editor of another webcast',
  'a producer',
  ...EDITORS,
];

/** Every session of the account that holds. */
export const SESSIONS: readonly Caller[] = ['a widget session', ...USERS];

/** Where there is no session to be looked at, or it may be missing. */
export const SESSIONS_AND_NOBODY: readonly Caller[] = ['nobody', ...SESSIONS];

export const EVERYBODY: readonly Caller[] = ALL_CALLERS;

/** What only shows or makes things of the caller's own account. */
export const FOREIGN_ADMIN: Caller = 'an admin of another account';

/** The caller's session, signed for this webcast where its privileges name one; null without one. */
export async function sessionOfCaller(
  server: ApiForTests,
  caller: Caller,
  webcastId: string,
): Promise<string | null> {
  const options = CALLERS[caller];
  if (options === null) return null;
  if (options === 'widget') {
    const widgetId = `_${ACCOUNT.partnerId}`;
    return (await server.call('session', 'startWidgetSession', { widgetId })).ks;
  }
  if (options === 'foreign') return server.startForeignSession();
  const privileges = 'privileges' in options ? options.privileges.replace('ID', webcastId) : '';
  return server.startSession({ ...options, privileges });
}
