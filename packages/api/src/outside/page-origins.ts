import type { AddressMemory } from './address-memory.ts';

/** More hosts than any stream is spread over; a header has to stay short. */
const MAX_ORIGINS = 16;

/**
 * A name or a number, as Content-Security-Policy can say it: an address may hold characters that mean something else
 * there (`;`, `*`), and is then left out.
 */
const ORIGIN = /^https?:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/;

/** What the page of a webcast has to be allowed to load from, each once: where it may play, and what was seen there. */
export function pageOriginsOf(
  addresses: readonly string[],
  looks: readonly AddressMemory[],
): readonly string[] {
  const configured = addresses.flatMap((address) => URL.parse(address)?.origin ?? []);
  const origins = [...configured, ...looks.flatMap(({ look }) => look.origins)];
  return [...new Set(origins)].filter((origin) => ORIGIN.test(origin)).slice(0, MAX_ORIGINS);
}
