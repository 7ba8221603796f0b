import { RostrumError } from '../rostrum-error.ts';
import { type CallOptions, type Client, createClient } from './client.ts';

/** Permissions that roles and sessions are made of, as far as clients ask for them by name. */
export type PermissionName =
  | 'BASE_USER_SESSION_PERMISSION'
  | 'WIDGET_SESSION_PERMISSION'
  | 'WEBCAST_PRODUCER_PERMISSION'
  | 'LIVE_STREAM_ADD'
  | 'LIVE_STREAM_UPDATE'
  | 'CONTENT_INGEST_BASE'
  | 'CONTENT_MANAGE_BASE'
  | 'CONTENT_MODERATE_BASE'
  | 'CONTENT_MANAGE_EDIT_CATEGORIES'
  | 'TRANSCODING_BASE'
  | 'TRANSCODING_ADD'
  | 'STUDIO_BASE'
  | 'STUDIO_UPDATE_UICONF'
  | 'ACCESS_CONTROL_BASE'
  | 'INTEGRATION_BASE'
  | 'ACCOUNT_UPDATE_SETTINGS'
  | 'ADMIN_BASE'
  | 'ADMIN_USER_ADD'
  | 'ADMIN_ROLE_ADD'
  | 'AUDIT_PLUGIN_PERMISSION'
  | 'ANALYTICS_BASE'
  | 'MANAGE_ACCOUNTS';

/** Who a session is of, and what it may do. */
export type SignedIn = {
  readonly partnerId: number;
  readonly accountName: string;
  /** Empty where the session names nobody. */
  readonly userId: string;
  readonly isAdmin: boolean;
  /** Unix time, ms. */
  readonly expiresAtMs: number;
  readonly permissions: ReadonlySet<string>;
};

/**
 * What the server says of a session: whose it is, until when, and what it may do.
 *
 * @throws RostrumError `INVALID_KS` where it does not hold (any more)
 */
export async function askSignedIn(
  serviceUrl: string,
  session: string,
  options: CallOptions = {},
): Promise<SignedIn> {
  // The session names its account; nobody else has to.
  const client = createClient({ serviceUrl, partnerId: 0, session });
  const [held, permissions] = await Promise.all([
    client.request('session', 'get', {}, options),
    client.request('permission', 'getCurrentPermissions', {}, options),
  ]);
  const { partnerId, userId, sessionType, expiry } = fieldsOf(held);
  const names = new Set(String(permissions ?? '').split(','));
  return {
    partnerId: Number(partnerId),
    accountName: await askAccountName(client, names, options),
    userId: String(userId ?? ''),
    isAdmin: Number(sessionType) > 0,
    expiresAtMs: Number(expiry) * 1000,
    permissions: names,
  };
}

/**
 * Signs in with a password.
 *
 * @returns the session's text
 * @throws RostrumError `USER_WRONG_PASSWORD` (also where signing in is blocked, or the user not in that account),
 * `TOO_MANY_ATTEMPTS`
 */
export async function signInWithPassword(
  serviceUrl: string,
  login: {
    readonly loginId: string;
    readonly password: string;
    /** The account of the last sign-in where it is absent. */
    readonly partnerId?: number;
  },
): Promise<string> {
  const client = createClient({ serviceUrl, partnerId: login.partnerId ?? 0 });
  const { partnerId, ...known } = login;
  const answer = await client.request('user', 'loginByLoginId', {
    ...known,
    partnerId: partnerId ?? null,
  });
  if (typeof answer !== 'string') throw new RostrumError('bad-answer', 'The answer is not a text');
  return answer;
}

/** Viewers' sessions may not read the account. */
async function askAccountName(
  client: Client,
  permissions: ReadonlySet<string>,
  options: CallOptions,
): Promise<string> {
  if (!permissions.has('BASE_USER_SESSION_PERMISSION')) return '';
  return String(fieldsOf(await client.request('partner', 'getInfo', {}, options)).name ?? '');
}

function fieldsOf(answer: unknown): Readonly<Record<string, unknown>> {
  if (typeof answer !== 'object' || answer === null)
    throw new RostrumError('bad-answer', 'The answer is not an object');
  return answer as Readonly<Record<string, unknown>>;
}
