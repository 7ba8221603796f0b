import { hash, timingSafeEqual } from 'node:crypto';

/** Takes the same time wherever the texts differ and however long they are. */
export function isSameSecret(sent: string, right: string): boolean {
  return timingSafeEqual(digest(sent), digest(right));
}

/** Takes the same time whichever of them it is. */
export function isOneOf(sent: string, ...lists: readonly (readonly string[])[]): boolean {
  const sentDigest = digest(sent);
  let isFound = false;
  for (const secrets of lists) {
    for (const right of digestsOf(secrets)) isFound = timingSafeEqual(sentDigest, right) || isFound;
  }
  return isFound;
}

/** Of an account's secrets, which every start of a session is held against; they go with the list. */
const known = new WeakMap<readonly string[], readonly Buffer[]>();

function digestsOf(secrets: readonly string[]): readonly Buffer[] {
  let digests = known.get(secrets);
  if (digests === undefined) {
    digests = secrets.map(digest);
    known.set(secrets, digests);
  }
  return digests;
}

function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}
