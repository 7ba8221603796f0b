const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** How long is waited after each attempt that has failed: eight attempts in 31 hours. */
const DELAYS_MS = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
] as const;

export const MAX_TRIES = DELAYS_MS.length + 1;

/** Receivers that come back after an outage are not called by everything at the same moment. */
const JITTER_SHARE = 0.2;

/** What a receiver asks for is heeded up to this. */
const MAX_ASKED_MS = HOUR_MS;

/**
 * When the next attempt is made after one that has failed; null where it was the last.
 *
 * @param tries attempts of this round, with the one that has failed
 * @param askedMs what the receiver has asked for (Retry-After); null where it has not
 * @param random from 0 up to 1
 */
export function retryDelayMs(tries: number, askedMs: number | null, random: number): number | null {
  const delayMs = DELAYS_MS[tries - 1];
  if (delayMs === undefined) return null;
  const wanted = Math.max(delayMs, Math.min(askedMs ?? 0, MAX_ASKED_MS));
  return Math.round(wanted * (1 + JITTER_SHARE * random));
}

/** Retry-After in seconds (RFC 9110, section 10.2.3), ms; null for what is absent, a date or no number. */
export function askedDelayMs(retryAfter: string | undefined): number | null {
  return retryAfter !== undefined && /^\d{1,6}$/.test(retryAfter)
    ? Number(retryAfter) * SECOND_MS
    : null;
}
