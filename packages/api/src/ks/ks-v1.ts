import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { type DecodedKs, type KsFields, parsePartnerId } from './ks.ts';
import { formatPrivileges, parsePrivileges } from './privileges.ts';

/**
 * Version 1: base64 of `SHA1HEX(secret + info)|info`, where info is
 * `partnerId;partnerId;expiry;type;random;userId;privileges;masterPartnerId;additionalData`. The PHP client signs it by
 * itself and stops after the privileges.
 */
export function encodeKsV1(fields: KsFields, secret: string): string {
  const parts = [
    fields.partnerId,
    fields.partnerId,
    fields.expiresAtSeconds,
    fields.type,
    randomInt(0xffff_ffff),
    fields.userId,
    formatPrivileges(fields.privileges),
  ];
  if (fields.masterPartnerId !== undefined || fields.additionalData !== undefined) {
    parts.push(fields.masterPartnerId ?? '', fields.additionalData ?? '');
  }
  const info = parts.join(';');
  return Buffer.from(`${sign(info, secret)}|${info}`).toString('base64');
}

/** The account that a session claims to be from; null where the bytes are no version 1. */
export function partnerIdOfKsV1(bytes: Buffer): number | null {
  if (bytes.length < SIGNATURE_LENGTH + 2 || bytes[SIGNATURE_LENGTH] !== BAR) return null;
  const end = bytes.indexOf(SEMICOLON, SIGNATURE_LENGTH + 1);
  if (end === -1) return null;
  return parsePartnerId(bytes.toString('latin1', SIGNATURE_LENGTH + 1, end));
}

/** The session's fields if it was signed with this secret; null otherwise. */
export function decodeKsV1(bytes: Buffer, secret: string): DecodedKs | null {
  const partnerId = partnerIdOfKsV1(bytes);
  if (partnerId === null) return null;
  const info = bytes.subarray(SIGNATURE_LENGTH + 1);
  const sent = bytes.subarray(0, SIGNATURE_LENGTH);
  if (!timingSafeEqual(Buffer.from(sign(info, secret)), sent)) return null;
  const [, , expiry, type = '0', , userId = '', privileges = '', master = '', ...data] = info
    .toString('utf8')
    .split(';');
  const expiresAtSeconds = Number(expiry);
  const typeNumber = Number(type);
  if (!Number.isSafeInteger(expiresAtSeconds) || !Number.isSafeInteger(typeNumber)) return null;
  const masterPartnerId = parsePartnerId(master);
  return {
    version: 1,
    hash: sent.toString('latin1'),
    partnerId,
    userId,
    type: typeNumber,
    expiresAtSeconds,
    privileges: parsePrivileges(privileges),
    ...(masterPartnerId === null ? {} : { masterPartnerId }),
    ...(data.length === 0 ? {} : { additionalData: data.join(';') }),
  };
}

const SIGNATURE_LENGTH = 40;
const BAR = 0x7c;
const SEMICOLON = 0x3b;

function sign(info: string | Buffer, secret: string): string {
  return createHash('sha1').update(secret).update(info).digest('hex');
}
