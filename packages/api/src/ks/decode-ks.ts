import type { DecodedKs } from './ks.ts';
import { decodeKsV1, partnerIdOfKsV1 } from './ks-v1.ts';
import { decodeKsV2, isKsV2, partnerIdOfKsV2 } from './ks-v2.ts';

/** A session's text is a few hundred bytes; one with hundreds of privileges stays below this. */
const MAX_KS_LENGTH = 16_384;

/** Both alphabets. A space is a plus sign that was sent in a query without being escaped. */
const BASE64 = /^[A-Za-z0-9+/_ -]+={0,2}$/;

/** The secrets that sessions of an account may be signed with; empty for an unknown account. */
export type SecretsOf = (partnerId: number) => readonly string[];

/** What a session says, if one of its account's secrets signed it; null for everything else. Both versions are read. */
export function decodeKs(text: string, secretsOf: SecretsOf): DecodedKs | null {
  if (text.length > MAX_KS_LENGTH || !BASE64.test(text)) return null;
  const bytes = Buffer.from(text.replaceAll(' ', '+'), 'base64');
  const isV2 = isKsV2(bytes);
  const partnerId = isV2 ? partnerIdOfKsV2(bytes) : partnerIdOfKsV1(bytes);
  if (partnerId === null) return null;
  for (const secret of secretsOf(partnerId)) {
    const decoded = isV2 ? decodeKsV2(bytes, secret) : decodeKsV1(bytes, secret);
    if (decoded !== null) return decoded;
  }
  return null;
}
