import { randomInt } from 'node:crypto';

/**
 * Eight or nine digits: within what clients keep as a 32-bit number, above every id that this server itself gives to
 * what all accounts share, and not to be guessed by counting.
 */
export function randomNumberId(): number {
  return randomInt(10_000_000, 1_000_000_000);
}

const BASE_36 = '0123456789abcdefghijklmnopqrstuvwxyz';

/** `0_ab12cd34`, the shape that clients know. */
export function randomTextId(): string {
  let id = '0_';
  for (let index = 0; index < 8; index++) id += BASE_36.charAt(randomInt(BASE_36.length));
  return id;
}
