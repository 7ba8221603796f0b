import type { WebhookEventData } from '@rostrum/contracts';
import type { StandingAlert } from '../health/alert-book.ts';
import { keyOf } from '../health/alert-book.ts';
import type { Clock } from '../ports.ts';
import type { Statement } from '../store/database.ts';
import type { ToldAlert, ToldAlertsStore } from '../store/webhook/told-alerts.ts';
import type { WebhooksStore } from '../store/webhook/webhooks-store.ts';
import { timeText } from './event-types.ts';
import type { WebhookEvents } from './webhook-events.ts';

export type AlertTellerOptions = {
  readonly told: ToldAlertsStore;
  readonly webhooks: WebhooksStore;
  readonly events: WebhookEvents;
  /** The account of the installation's operator. */
  readonly ownPartnerId: number;
  readonly clock: Clock;
};

type AlertData = Omit<WebhookEventData['health.alert'], 'partnerId' | 'state'>;

/** What is over by itself within seconds is nothing to wake somebody for. */
const TOLD_AFTER_MS = 10_000;
/** That an alert still stands is written so often. */
const SEEN_EVERY_MS = 5 * 60_000;
/** One that no server has seen for so long is over, and nobody was there to say it. */
const FORGOTTEN_AFTER_MS = 15 * 60_000;

/**
 * Tells accounts what needs their attention: once when it has stood for some seconds, and once when it is over. What was
 * told is stored in the same job as its events, so that a restart does not repeat it.
 */
export class AlertTeller {
  readonly #options: AlertTellerOptions;
  /** Keys of the alerts that stood at the last look of this process. */
  #stood: ReadonlySet<string> = new Set();

  constructor(options: AlertTellerOptions) {
    this.#options = options;
  }

  async tell(alerts: readonly StandingAlert[]): Promise<void> {
    const { told, clock } = this.#options;
    const nowMs = clock.nowMs();
    const stood = this.#stood;
    const standing = new Map(alerts.map((alert) => [keyOf(alert), alert]));
    this.#stood = new Set(standing.keys());
    const known = new Map((await told.list()).map((each) => [each.key, each]));
    for (const [key, alert] of standing) {
      const before = known.get(key);
      if (before !== undefined) {
        if (nowMs - before.seenAtMs >= SEEN_EVERY_MS) await told.see(key, nowMs);
      } else if (nowMs - alert.sinceMs >= TOLD_AFTER_MS) await this.#raise(key, alert, nowMs);
    }
    for (const [key, before] of known) {
      if (standing.has(key)) continue;
      const isForgotten = nowMs - before.seenAtMs >= FORGOTTEN_AFTER_MS;
      if (stood.has(key) || isForgotten) await this.#end(before, nowMs);
    }
  }

  async #raise(key: string, alert: StandingAlert, nowMs: number): Promise<void> {
    const { told, events } = this.#options;
    const data = dataOf(alert);
    const partnerIds = await this.#concerned(alert);
    const statements = this.#statements(partnerIds, data, 'raised', alert.sinceMs);
    const text = JSON.stringify({ partnerIds, data });
    if (await told.raise(key, { sinceMs: alert.sinceMs, nowMs, told: text }, statements))
      events.wake();
  }

  async #end({ key, told }: ToldAlert, nowMs: number): Promise<void> {
    const { partnerIds, data } = JSON.parse(told) as {
      readonly partnerIds: readonly number[];
      readonly data: AlertData;
    };
    const statements = this.#statements(partnerIds, data, 'over', nowMs);
    if (await this.#options.told.end(key, statements)) this.#options.events.wake();
  }

  #statements(
    partnerIds: readonly number[],
    data: AlertData,
    state: 'raised' | 'over',
    atMs: number,
  ): readonly Statement[] {
    return partnerIds.flatMap((partnerId) =>
      this.#options.events.alertChanged({ partnerId, state, ...data }, atMs),
    );
  }

  /** Whom it concerns, and always the operator. */
  async #concerned({ concerns }: StandingAlert): Promise<readonly number[]> {
    const { webhooks, ownPartnerId } = this.#options;
    if (concerns === null) return [ownPartnerId];
    const others = concerns === 'everybody' ? await webhooks.accounts() : [concerns];
    return [...new Set([ownPartnerId, ...others])];
  }
}

function dataOf({ code, severity, message, advice, entryId, sinceMs }: StandingAlert): AlertData {
  return {
    ...{ code, severity, message, advice },
    webcastId: entryId ?? null,
    since: timeText(sinceMs),
  };
}
