import { BoundedCache } from '../bounded-cache.ts';
import { ApiError } from '../errors/api-error.ts';
import type { SessionVerifier } from '../ks/session-verifier.ts';
import type { Clock } from '../ports.ts';
import { networkOf } from '../session/attempts.ts';
import type { Call } from '../session/call.ts';
import { cleanText } from './clean-text.ts';
import type { EventQueue } from './event-queue.ts';
import type { EventRates } from './event-rates.ts';
import { IMPRESSION, type PlayerClaim } from './player-event.ts';

export type EventIntakeOptions = {
  readonly queue: EventQueue;
  readonly rates: EventRates;
  /** The account that an entry is of; null where there is no such entry. */
  readonly accountOf: (entryId: string) => Promise<number | null>;
  readonly verifier: Pick<SessionVerifier, 'inspectFrom'>;
  readonly clock: Clock;
};

/** Entries that are being watched. */
const MAX_REMEMBERED = 10_000;
/** A deleted entry is told of for this long. */
const REMEMBERED_MS = 30_000;
const MAX_USER_AGENT_LENGTH = 300;

type Remembered = { readonly account: Promise<number | null>; readonly untilMs: number };

/** Where everything that players tell comes in, whichever way they tell it. */
export class EventIntake {
  readonly #options: EventIntakeOptions;
  readonly #accounts = new BoundedCache<string, Remembered>(MAX_REMEMBERED);

  constructor(options: EventIntakeOptions) {
    this.#options = options;
  }

  /**
   * Takes what a player claims, if it is about an entry that exists, and not too much.
   *
   * @throws ApiError TOO_MANY_EVENTS, ENTRY_ID_NOT_FOUND
   */
  async take(call: Call, claim: PlayerClaim): Promise<void> {
    const { queue, rates, clock } = this.#options;
    const nowMs = clock.nowMs();
    const { entryId, sessionId, partnerId: claimedPartnerId, fields } = claim;
    const seconds = rates.secondsToWait(networkOf(call.origin.remoteAddress), sessionId, nowMs);
    if (seconds > 0) throw new ApiError('TOO_MANY_EVENTS', seconds);
    const partnerId = await this.#accountOf(entryId, nowMs);
    if (partnerId === null || (claimedPartnerId !== null && claimedPartnerId !== partnerId)) {
      throw new ApiError('ENTRY_ID_NOT_FOUND', entryId);
    }
    queue.add({
      ...{ entryId, partnerId, sessionId, atMs: nowMs },
      eventType: claim.eventType,
      eventIndex: claim.eventIndex,
      userId: this.#userOf(call, partnerId),
      playbackType: claim.playbackType,
      positionS: claim.positionS,
      // Once a session is enough.
      fields: claim.eventType === IMPRESSION ? withUserAgent(fields, call.userAgent) : fields,
    });
  }

  #accountOf(entryId: string, nowMs: number): Promise<number | null> {
    const remembered = this.#accounts.get(entryId);
    if (remembered !== undefined && nowMs < remembered.untilMs) return remembered.account;
    const account = this.#options.accountOf(entryId);
    this.#accounts.set(entryId, { account, untilMs: nowMs + REMEMBERED_MS });
    account.catch(() => this.#accounts.delete(entryId));
    return account;
  }

  /** A session that does not hold any more says nothing, and is no reason to lose what it came with. */
  #userOf({ ks, origin }: Call, partnerId: number): string {
    if (ks === undefined || ks === '') return '';
    try {
      const session = this.#options.verifier.inspectFrom(ks, origin);
      return session.partnerId === partnerId ? cleanText(session.userId, 255) : '';
    } catch (error) {
      if (error instanceof ApiError) return '';
      throw error;
    }
  }
}

function withUserAgent(fields: PlayerClaim['fields'], userAgent: string): PlayerClaim['fields'] {
  const text = cleanText(userAgent, MAX_USER_AGENT_LENGTH);
  return text === '' ? fields : { ...fields, userAgent: text };
}
