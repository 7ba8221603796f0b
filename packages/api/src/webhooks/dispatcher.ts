import type { Clock, Log } from '../ports.ts';
import type { Claim, DeliveriesStore, Outcome } from '../store/webhook/deliveries-store.ts';
import {
  ATTEMPT_LIMIT_MS,
  type AttemptOptions,
  type AttemptResult,
  attemptDelivery,
} from './attempt-delivery.ts';
import { retryDelayMs } from './retry-schedule.ts';

export type DispatcherOptions = AttemptOptions & {
  readonly deliveries: DeliveriesStore;
  readonly clock: Clock;
  readonly log: Log;
  /** From 0 up to 1; for the jitter. Default: random. */
  readonly random?: () => number;
};

/** Requests that are under way at the same time. */
const MAX_REQUESTS = 64;
/** Of one webhook: a slow one takes few of the places, and is not overrun itself. */
const MAX_REQUESTS_OF_WEBHOOK = 4;
/** One that fails is asked by one request at a time. */
const MAX_REQUESTS_OF_FAILING = 1;

/** An attempt, and the time that it takes to write what it came to. */
const LEASE_MS = ATTEMPT_LIMIT_MS + 15_000;

/** What other processes have written, and what is due again, is found by looking, ms. */
const LOOK_INTERVAL_MS = 1000;

/** A webhook that has failed for so long, and so often, is disabled. */
const MAX_FAILING_MS = 5 * 86_400_000;
const MIN_FAILURES = 10;

const GONE = 410;

/** Sends what is due: several at a time, each until it arrives or its tries are used up. */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #closing = new AbortController();
  readonly #timer: NodeJS.Timeout;
  /** Requests that are under way, by webhook. */
  readonly #sending = new Map<string, number>();
  readonly #underWay = new Set<Promise<void>>();
  /** Webhooks whose newest attempt has failed, as far as this process knows. */
  readonly #failing = new Set<string>();
  #looking: Promise<void> | null = null;
  #looksAgain = false;

  constructor(options: DispatcherOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.wake(), LOOK_INTERVAL_MS).unref();
  }

  /** Something may be due. Returns at once. */
  wake(): void {
    void this.#look();
  }

  /** Sends what is due now, and resolves once it is sent and what it came to is written. Never rejects. */
  async settle(): Promise<void> {
    do {
      await this.#look();
      await Promise.all(this.#underWay);
      // In this order: a look that begins meanwhile may have taken what is no longer due, and not sent it yet.
    } while (!this.#closing.signal.aborted && ((await this.#isDue()) || this.#isBusy()));
  }

  /** What is under way is broken off, and sent again after the next start. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#closing.abort();
    await this.#looking;
    await Promise.all(this.#underWay);
  }

  #isBusy(): boolean {
    return this.#looking !== null || this.#underWay.size > 0;
  }

  async #isDue(): Promise<boolean> {
    const { deliveries, clock } = this.#options;
    return (await deliveries.dueWebhooks(clock.nowMs()).catch(() => [])).length > 0;
  }

  /** One look at a time; what came meanwhile is looked at afterwards. */
  #look(): Promise<void> {
    if (this.#looking !== null) {
      this.#looksAgain = true;
      return this.#looking;
    }
    this.#looking = this.#lookUntilDone().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #lookUntilDone(): Promise<void> {
    do {
      this.#looksAgain = false;
      try {
        await this.#startAll();
      } catch (error) {
        this.#options.log.warn({ error: String(error) }, 'webhooks could not be looked for');
      }
    } while (this.#looksAgain);
  }

  async #startAll(): Promise<void> {
    const { deliveries, clock } = this.#options;
    if (this.#free() === 0 || this.#closing.signal.aborted) return;
    const due = await deliveries.dueWebhooks(clock.nowMs());
    for (const webhookId of this.#inFairOrder(due)) {
      const nowMs = clock.nowMs();
      const most = Math.min(this.#free(), this.#freeOf(webhookId));
      if (most <= 0 || this.#closing.signal.aborted) continue;
      const claims = await deliveries.claim(webhookId, most, nowMs, nowMs + LEASE_MS);
      for (const claim of claims) this.#start(claim);
    }
  }

  /** Those that have the fewest requests under way first; among equals nobody is always the last. */
  #inFairOrder(webhookIds: readonly string[]): readonly string[] {
    return webhookIds
      .map((id) => ({ id, place: (this.#sending.get(id) ?? 0) + Math.random() }))
      .sort((a, b) => a.place - b.place)
      .map(({ id }) => id);
  }

  #free(): number {
    return MAX_REQUESTS - this.#underWay.size;
  }

  #freeOf(webhookId: string): number {
    const most = this.#failing.has(webhookId) ? MAX_REQUESTS_OF_FAILING : MAX_REQUESTS_OF_WEBHOOK;
    return most - (this.#sending.get(webhookId) ?? 0);
  }

  #start(claim: Claim): void {
    const { webhookId } = claim;
    this.#sending.set(webhookId, (this.#sending.get(webhookId) ?? 0) + 1);
    const sent = this.#send(claim)
      .catch((error: unknown) =>
        this.#options.log.warn(
          { deliveryId: claim.deliveryId, error: String(error) },
          'what a webhook came to could not be written: it is sent again',
        ),
      )
      .then(() => {
        this.#underWay.delete(sent);
        const left = (this.#sending.get(webhookId) ?? 1) - 1;
        if (left === 0) this.#sending.delete(webhookId);
        else this.#sending.set(webhookId, left);
        this.wake();
      });
    this.#underWay.add(sent);
  }

  async #send(claim: Claim): Promise<void> {
    const { deliveries, log } = this.#options;
    const { signal } = this.#closing;
    let result: AttemptResult;
    try {
      result = await attemptDelivery(this.#options, claim, signal);
    } catch (error) {
      await deliveries.release(claim);
      if (signal.aborted) return;
      throw error;
    }
    const outcome = this.#outcomeOf(claim, result);
    if (result.attempt.error === null) this.#failing.delete(claim.webhookId);
    else this.#failing.add(claim.webhookId);
    await deliveries.finish(claim, result.attempt, outcome);
    if (outcome.kind !== 'failed') return;
    const { webhookId, partnerId, deliveryId } = claim;
    const facts = { webhookId, partnerId, deliveryId, error: result.attempt.error };
    if (outcome.disables === null) log.warn(facts, 'a webhook was given up');
    else log.error(facts, 'a webhook was disabled because its receiver fails');
  }

  #outcomeOf(claim: Claim, { attempt, askedMs }: AttemptResult): Outcome {
    if (attempt.error === null) return { kind: 'delivered' };
    const endMs = attempt.sentAtMs + attempt.durationMs;
    if (attempt.status === GONE) return { kind: 'failed', disables: 'gone' };
    const failingMs = endMs - (claim.failingSinceMs ?? endMs);
    if (failingMs >= MAX_FAILING_MS && claim.failures + 1 >= MIN_FAILURES)
      return { kind: 'failed', disables: 'failing' };
    const { random = Math.random } = this.#options;
    const delayMs = retryDelayMs(claim.tries + 1, askedMs, random());
    if (delayMs === null) return { kind: 'failed', disables: null };
    return { kind: 'retry', dueAtMs: endMs + delayMs };
  }
}
