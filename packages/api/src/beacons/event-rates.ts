/** In a minute. A viewer who seeks all the time stays below, a loop does not. */
const MAX_OF_SESSION = 120;
/** In a minute: three thousand viewers in one hall, each with a VIEW every ten seconds and some more. */
const MAX_OF_ADDRESS = 30_000;
const WINDOW_MS = 60_000;
/** Sessions and addresses that are counted at a time, some megabytes. Nobody is shut out because others fill them up. */
const MAX_COUNTED = 100_000;

/**
 * Bounds how much one session, and one address, may tell. Counts begin anew each minute, so that nothing has to be
 * forgotten one by one.
 */
export class EventRates {
  readonly #sessions = new Map<string, number>();
  readonly #addresses = new Map<string, number>();
  #windowEndsAtMs = 0;

  /**
   * Counts one more.
   *
   * @returns 0 where it may be told; else how many seconds the teller should wait
   */
  secondsToWait(address: string, sessionId: string, nowMs: number): number {
    if (nowMs >= this.#windowEndsAtMs || nowMs < this.#windowEndsAtMs - WINDOW_MS) {
      this.#sessions.clear();
      this.#addresses.clear();
      this.#windowEndsAtMs = nowMs + WINDOW_MS;
    }
    const isAddressWithin = count(this.#addresses, address, MAX_OF_ADDRESS);
    // Named together: whoever knows somebody's session id can't silence it from elsewhere.
    const isWithin =
      isAddressWithin && count(this.#sessions, `${address} ${sessionId}`, MAX_OF_SESSION);
    return isWithin ? 0 : Math.max(1, Math.ceil((this.#windowEndsAtMs - nowMs) / 1000));
  }
}

function count(counts: Map<string, number>, key: string, max: number): boolean {
  const before = counts.get(key) ?? 0;
  if (before >= max) return false;
  if (before > 0 || counts.size < MAX_COUNTED) counts.set(key, before + 1);
  return true;
}
