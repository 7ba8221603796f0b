import { type Fields, fieldsIn, listIn, momentIn, textIn } from './answers.ts';
import type { CallOptions, Client } from './client.ts';

export type AppTokenHash = 'SHA1' | 'SHA256' | 'SHA512' | 'MD5';

/** Lets an application start certain sessions. Its text is told by `addAppToken` only. */
export type AppToken = {
  readonly id: string;
  readonly description: string;
  readonly hashType: AppTokenHash;
  /** Null lets the application choose. */
  readonly isAdmin: boolean | null;
  /** Empty lets the application choose. */
  readonly userId: string;
  /** How long its sessions last at most. */
  readonly sessionSeconds: number;
  readonly privileges: string;
  /** Unix time, ms; null where it lasts until it is deleted. */
  readonly expiresAtMs: number | null;
  readonly createdAtMs: number | null;
};

export type NewAppToken = {
  readonly description: string;
  readonly hashType: AppTokenHash;
  readonly isAdmin: boolean;
  readonly userId: string;
  readonly sessionSeconds: number | null;
  readonly privileges: string;
  readonly expiresAtMs: number | null;
};

const ADMIN_SESSION = 2;
const USER_SESSION = 0;

export async function listAppTokens(
  client: Client,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
  options: CallOptions = {},
): Promise<{ readonly totalCount: number; readonly tokens: readonly AppToken[] }> {
  const filter = { objectType: 'KalturaAppTokenFilter', orderBy: '-createdAt' };
  const pager = { objectType: 'KalturaFilterPager', pageSize, pageIndex: page };
  const answer = await client.request('appToken', 'list', { filter, pager }, options);
  const { totalCount, objects } = listIn(answer);
  return { totalCount, tokens: objects.map(tokenIn) };
}

/** @returns with the token's text, which is not told again here */
export async function addAppToken(
  client: Client,
  token: NewAppToken,
): Promise<{ readonly token: AppToken; readonly text: string }> {
  const { isAdmin, userId, sessionSeconds, privileges, expiresAtMs, ...rest } = token;
  const appToken = {
    objectType: 'KalturaAppToken',
    ...rest,
    sessionType: isAdmin ? ADMIN_SESSION : USER_SESSION,
    sessionPrivileges: privileges,
    ...(userId === '' ? {} : { sessionUserId: userId }),
    ...(sessionSeconds === null ? {} : { sessionDuration: sessionSeconds }),
    ...(expiresAtMs === null ? {} : { expiry: Math.floor(expiresAtMs / 1000) }),
  };
  const fields = fieldsIn(await client.request('appToken', 'add', { appToken }));
  return { token: tokenIn(fields), text: textIn(fields.token) };
}

/** All sessions that it has started end. */
export async function deleteAppToken(client: Client, id: string): Promise<void> {
  await client.request('appToken', 'delete', { id });
}

function tokenIn(fields: Fields): AppToken {
  const { sessionType } = fields;
  return {
    id: textIn(fields.id),
    description: textIn(fields.description),
    hashType: textIn(fields.hashType) as AppTokenHash,
    isAdmin: sessionType === undefined ? null : Number(sessionType) === ADMIN_SESSION,
    userId: textIn(fields.sessionUserId),
    sessionSeconds: Number(fields.sessionDuration ?? 0),
    privileges: textIn(fields.sessionPrivileges),
    expiresAtMs: momentIn(fields.expiry),
    createdAtMs: momentIn(fields.createdAt),
  };
}
