import { shown } from '../shown.ts';
import { type PrivilegesInput, privilegePairs } from './privileges.ts';

export type NewSession = {
  readonly partnerId: number;
  /** The account's admin secret: it signs every session, also those of users. It never belongs in a page. */
  readonly secret: string;
  /** Whose session it is; default: nobody's. */
  readonly userId?: string;
  readonly privileges?: PrivilegesInput;
  /** How long it lasts, s. Default: a day. */
  readonly expirySeconds?: number;
  /** May do all that the account may. Default: a user's session. */
  readonly isAdmin?: boolean;
};

const DEFAULT_EXPIRY_SECONDS = 86_400;

/**
 * Signs a session (KS, version 2) here, without asking the server: what `session.start` would answer. Nothing is checked
 * against the account: a wrong secret shows at the first call, as `INVALID_KS`.
 *
 * In browsers it needs a secure page (https, or localhost); but there the secret would be everybody's.
 *
 * @returns the session's text
 * @throws TypeError, RangeError for what can't be signed
 */
export async function createSession(session: NewSession): Promise<string> {
  checkSession(session);
  const { partnerId, secret, privileges = '', userId = '' } = session;
  const expirySeconds = session.expirySeconds ?? DEFAULT_EXPIRY_SECONDS;
  const form = [
    ...privilegePairs(privileges).flatMap(([name, value]) => fieldOf(name, value)),
    `_e=${Math.floor(Date.now() / 1000 + expirySeconds)}`,
    `_t=${session.isAdmin === true ? ADMIN : USER}`,
    `_u=${formText(userId)}`,
  ].join('&');
  const body = joinBytes(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)), encode(form));
  const encrypted = await encrypt(joinBytes(await sha1(body), body), await sha1(encode(secret)));
  return base64Url(joinBytes(encode(`v2|${partnerId}|`), encrypted));
}

/**
 * A source of sessions for `createClient`, for servers that have the secret: each is signed here, and another one when
 * the server no longer takes the last.
 *
 * @throws TypeError, RangeError at once for what can't be signed
 */
export function signedSessions(session: NewSession): () => Promise<string> {
  checkSession(session);
  return () => createSession(session);
}

const USER = 0;
const ADMIN = 2;
const RANDOM_BYTES = 16;
const BLOCK_BYTES = 16;
const KEY_BYTES = 16;
/** Names of the form that are not privileges; a privilege called like one would be taken for it. */
const RESERVED: ReadonlySet<string> = new Set(['_e', '_t', '_u', '_m', '_d']);

function checkSession({ partnerId, secret, privileges = '', expirySeconds = 1 }: NewSession) {
  if (!Number.isSafeInteger(partnerId) || partnerId < 0) {
    throw new RangeError(`partnerId must be a whole number from 0 (got ${partnerId})`);
  }
  checkSecret(secret);
  if (!Number.isFinite(expirySeconds) || expirySeconds < 1) {
    throw new RangeError(`expirySeconds must be at least 1 (got ${expirySeconds})`);
  }
  for (const [name, value] of privilegePairs(privileges)) fieldOf(name, value);
}

/** What is no text may be a secret all the same: only its type is shown. */
function checkSecret(secret: unknown): void {
  if (typeof secret === 'string' && secret !== '') return;
  const isMissing = secret === undefined || secret === null || secret === '';
  const got = isMissing ? `${shown(secret)}: is the environment variable set?` : typeof secret;
  throw new TypeError(
    `secret must be the admin secret of the account, a text (got ${got}). A Rostrum server keeps it in data/secrets.json, as adminSecret.`,
  );
}

function fieldOf(name: string, value: string): string[] {
  if (RESERVED.has(name)) {
    throw new TypeError(`A session has no room for a privilege with this name (got "${name}")`);
  }
  return name === '*' ? ['all=*'] : [`${formText(name)}=${formText(value)}`];
}

/** AES-128-CBC with a zero vector. The plain text is filled up with zeros, and what WebCrypto adds itself is cut off. */
async function encrypt(plain: Uint8Array, digest: Uint8Array): Promise<Uint8Array> {
  const padded = new Uint8Array(Math.ceil(plain.length / BLOCK_BYTES) * BLOCK_BYTES);
  padded.set(plain);
  const raw = digest.slice(0, KEY_BYTES);
  const key = await crypto.subtle.importKey('raw', raw, 'AES-CBC', false, ['encrypt']);
  const algorithm = { name: 'AES-CBC', iv: new Uint8Array(BLOCK_BYTES) };
  const encrypted = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, padded));
  return encrypted.subarray(0, padded.length);
}

async function sha1(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-1', bytes));
}

function formText(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('%20', '+');
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function joinBytes(head: Uint8Array, tail: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(head.length + tail.length);
  whole.set(head);
  whole.set(tail, head.length);
  return whole;
}

function base64Url(bytes: Uint8Array): string {
  const latin = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(latin).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
