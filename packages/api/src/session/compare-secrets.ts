import { hash, timingSafeEqual } from 'node:crypto';

/** Takes the same time wherever the texts differ and however long they are. */
export function isSameSecret(sent: string, right: string): boolean {
  return timingSafeEqual(digest(sent), digest(right));
}

/** Takes the same time whichever of them it is. */
export function isOneOf(sent: string, secrets: readonly string[]): boolean {
  let isFound = false;
  for (const secret of secrets) isFound = isSameSecret(sent, secret) || isFound;
  return isFound;
}

function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}
