import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type DecodedKs, type KsFields, parsePartnerId } from './ks.ts';
import type { Privilege } from './privileges.ts';
import { ZeroVectorCbc } from './zero-vector-cbc.ts';

/**
 * Version 2: base64url of `v2|PARTNER|` and AES-128-CBC, under the first 16 bytes of SHA1(secret) with a zero vector, of
 * SHA1(body) and body, padded with zeros. The body is 16 random bytes and a form-encoded list of the privileges and
 * `_e` expiry, `_t` type, `_u` user, `_m` master account, `_d` additional data.
 */
export function encodeKsV2(fields: KsFields, secret: string): string {
  const body = Buffer.concat([someRandomBytes(), Buffer.from(formOf(fields))]);
  const plain = Buffer.alloc(Math.ceil((HASH_LENGTH + body.length) / BLOCK_LENGTH) * BLOCK_LENGTH);
  sha1(body).copy(plain);
  body.copy(plain, HASH_LENGTH);
  const head = Buffer.from(`${PREFIX}${fields.partnerId}|`);
  return Buffer.concat([head, cipherOf(secret).encrypt(plain)]).toString('base64url');
}

export function isKsV2(bytes: Buffer): boolean {
  return bytes.length > PREFIX.length && bytes.toString('latin1', 0, PREFIX.length) === PREFIX;
}

/** The account that a session claims to be from; null where the bytes are no version 2. */
export function partnerIdOfKsV2(bytes: Buffer): number | null {
  if (!isKsV2(bytes)) return null;
  const end = bytes.indexOf(BAR, PREFIX.length);
  return end === -1 ? null : parsePartnerId(bytes.toString('latin1', PREFIX.length, end));
}

/** The session's fields if it was encrypted under this secret; null otherwise. */
export function decodeKsV2(bytes: Buffer, secret: string): DecodedKs | null {
  const partnerId = partnerIdOfKsV2(bytes);
  if (partnerId === null) return null;
  const encrypted = bytes.subarray(bytes.indexOf(BAR, PREFIX.length) + 1);
  if (encrypted.length === 0 || encrypted.length % BLOCK_LENGTH !== 0) return null;
  const plain = withoutTrailingZeros(cipherOf(secret).decrypt(encrypted));
  if (plain.length <= HASH_LENGTH + RANDOM_LENGTH) return null;
  const inner = plain.subarray(0, HASH_LENGTH);
  const body = plain.subarray(HASH_LENGTH);
  if (!timingSafeEqual(sha1(body), inner)) return null;
  const fields = fieldsOf(body.toString('latin1', RANDOM_LENGTH), partnerId);
  return fields === null ? null : { ...fields, version: 2, hash: inner.toString('hex') };
}

const PREFIX = 'v2|';
const BAR = 0x7c;
const BLOCK_LENGTH = 16;
const HASH_LENGTH = 20;
const RANDOM_LENGTH = 16;
/** Names of the form that are not privileges; a privilege called like one would be taken for it. */
const RESERVED = new Set(['_e', '_t', '_u', '_m', '_d']);

/** An installation has a handful of secrets; the bound only guards against a mistake. */
const MAX_CIPHERS = 1000;
const ciphers = new Map<string, ZeroVectorCbc>();

function cipherOf(secret: string): ZeroVectorCbc {
  let cipher = ciphers.get(secret);
  if (cipher === undefined) {
    if (ciphers.size >= MAX_CIPHERS) ciphers.clear();
    cipher = new ZeroVectorCbc(sha1(secret).subarray(0, BLOCK_LENGTH));
    ciphers.set(secret, cipher);
  }
  return cipher;
}

function sha1(bytes: string | Buffer): Buffer {
  return hash('sha1', bytes, 'buffer');
}

/** Asking the system for each session's 16 bytes costs more than the rest of them. */
const POOL_LENGTH = 4096;
let pool = Buffer.alloc(0);

function someRandomBytes(): Buffer {
  if (pool.length < RANDOM_LENGTH) pool = randomBytes(POOL_LENGTH);
  const taken = pool.subarray(0, RANDOM_LENGTH);
  pool = pool.subarray(RANDOM_LENGTH);
  return taken;
}

function formOf(fields: KsFields): string {
  const pairs: string[] = [];
  for (const { name, value } of fields.privileges) {
    if (RESERVED.has(name)) continue;
    pairs.push(name === '*' ? 'all=*' : `${formText(name)}=${formText(value)}`);
  }
  pairs.push(`_e=${fields.expiresAtSeconds}`, `_t=${fields.type}`, `_u=${formText(fields.userId)}`);
  if (fields.masterPartnerId !== undefined) pairs.push(`_m=${fields.masterPartnerId}`);
  if (fields.additionalData !== undefined) pairs.push(`_d=${formText(fields.additionalData)}`);
  return pairs.join('&');
}

function formText(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('%20', '+');
}

function fieldsOf(form: string, partnerId: number): KsFields | null {
  const privileges = new Map<string, Privilege>();
  const own = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(form)) {
    if (RESERVED.has(name)) own.set(name, value);
    else if (name.trim() !== '') {
      privileges.set(name.trim(), { name: name.trim(), value: value.trim() });
    }
  }
  const expiresAtSeconds = Number(own.get('_e') ?? Number.NaN);
  const type = Number(own.get('_t') ?? Number.NaN);
  if (!Number.isSafeInteger(expiresAtSeconds) || !Number.isSafeInteger(type)) return null;
  const masterPartnerId = parsePartnerId(own.get('_m') ?? '');
  const additionalData = own.get('_d');
  return {
    partnerId,
    userId: own.get('_u') ?? '',
    type,
    expiresAtSeconds,
    privileges: [...privileges.values()],
    ...(masterPartnerId === null ? {} : { masterPartnerId }),
    ...(additionalData === undefined ? {} : { additionalData }),
  };
}

function withoutTrailingZeros(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.subarray(0, end);
}
