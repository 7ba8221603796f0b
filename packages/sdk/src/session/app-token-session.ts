import { fieldsIn, numberIn, textIn, wholeTextIn } from '../api/answers.ts';
import type { AppTokenHash } from '../api/app-tokens.ts';
import type { CallOptions, Client } from '../api/client.ts';
import { type PrivilegesInput, privilegesText } from './privileges.ts';

export type AppTokenSession = {
  readonly id: string;
  /** The application token's text, as `addAppToken` has told it. */
  readonly token: string;
  /** As the token was made. Default: SHA1, the server's own default. MD5 is not offered: no browser has it. */
  readonly hashType?: Exclude<AppTokenHash, 'MD5'>;
  /** The token's own counts where it names one. */
  readonly userId?: string;
  /** The token's own kind counts where it has one. */
  readonly isAdmin?: boolean;
  /** s; at most what the token allows. */
  readonly expirySeconds?: number;
  /** Only what restricts the session, and what the token leaves to its user. */
  readonly privileges?: PrivilegesInput;
};

/** A session that was started, and what it is. */
export type StartedSession = {
  readonly session: string;
  readonly partnerId: number;
  readonly userId: string;
  readonly isAdmin: boolean;
  /** Unix time, ms. */
  readonly expiresAtMs: number;
  readonly privileges: string;
};

/**
 * Starts a session with an application token: for programs that must not know the account's secret. Takes two calls: the
 * token proves itself for an anonymous session, and that becomes the one that is wanted. The client's own session is
 * neither used nor changed.
 *
 * @throws RostrumError `APP_TOKEN_ID_NOT_FOUND`, `APP_TOKEN_NOT_ACTIVE`, `INVALID_APP_TOKEN_HASH`, `APP_TOKEN_EXPIRED`
 */
export async function startAppTokenSession(
  client: Client,
  { id, token, hashType = 'SHA1', userId, isAdmin, expirySeconds, privileges }: AppTokenSession,
  options: CallOptions = {},
): Promise<StartedSession> {
  const algorithm = ALGORITHMS[hashType];
  if (algorithm === undefined) {
    throw new RangeError(`hashType must be SHA1, SHA256 or SHA512 (got "${hashType}")`);
  }
  const { session: ks } = await client.session.startWidgetSession({}, options);
  const answer = fieldsIn(
    await client.request(
      'appToken',
      'startSession',
      {
        ks,
        id,
        tokenHash: await hexHash(algorithm, ks + token),
        ...(userId === undefined ? {} : { userId }),
        ...(isAdmin === undefined ? {} : { type: isAdmin ? ADMIN : USER }),
        ...(expirySeconds === undefined ? {} : { expiry: expirySeconds }),
        ...(privileges === undefined ? {} : { sessionPrivileges: privilegesText(privileges) }),
      },
      options,
    ),
  );
  return {
    session: wholeTextIn(answer.ks),
    partnerId: numberIn(answer.partnerId),
    userId: textIn(answer.userId),
    isAdmin: numberIn(answer.sessionType) > USER,
    expiresAtMs: numberIn(answer.expiry) * 1000,
    privileges: textIn(answer.privileges),
  };
}

const USER = 0;
const ADMIN = 2;
const ALGORITHMS: Readonly<Record<string, string>> = {
  SHA1: 'SHA-1',
  SHA256: 'SHA-256',
  SHA512: 'SHA-512',
};

async function hexHash(algorithm: string, text: string): Promise<string> {
  const digest = await crypto.subtle.digest(algorithm, new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
