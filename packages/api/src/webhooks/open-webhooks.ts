import type { Addresses, Clock, Log, Server } from '../ports.ts';
import { WebhookService } from '../services/webhook/webhook-service.ts';
import type { Database } from '../store/database.ts';
import { DeliveriesStore } from '../store/webhook/deliveries-store.ts';
import { DeliveryLog } from '../store/webhook/delivery-log.ts';
import { Outbox } from '../store/webhook/outbox.ts';
import { ToldAlertsStore } from '../store/webhook/told-alerts.ts';
import { WebhooksStore } from '../store/webhook/webhooks-store.ts';
import { AlertTeller } from './alert-teller.ts';
import { Dispatcher } from './dispatcher.ts';
import { type ReceiverNetwork, Receivers } from './receivers.ts';
import { WebhookEvents } from './webhook-events.ts';
import { WebhookTrials } from './webhook-trials.ts';

export type OpenWebhooksOptions = {
  /** For what calls do: takes their lines of the audit log along. */
  readonly database: Database;
  /** The same, for what goes on by itself: it may begin in the middle of a call, and is no part of it. */
  readonly stored: Database;
  readonly server: Pick<Server, 'version' | 'ports'>;
  readonly addresses: Pick<Addresses, 'publicUrl'>;
  /** The account that the installation is configured with. */
  readonly ownPartnerId: number;
  readonly networks: readonly ReceiverNetwork[] | null;
  readonly clock: Clock;
  readonly log: Log;
};

export type OpenWebhooks = {
  readonly webhook: WebhookService;
  readonly webhooks: WebhooksStore;
  /** For whoever stores what webhooks are told of. */
  readonly events: WebhookEvents;
  readonly teller: AlertTeller;
  /** Sends what is due now; resolves once it is sent. Never rejects. */
  settle(): Promise<void>;
  /** Removes what is older than the log is kept. */
  sweep(): Promise<void>;
  close(): Promise<void>;
};

/** How long the log says what became of deliveries. */
const KEPT_MS = 30 * 86_400_000;
/** Jobs of one sweep; the next one goes on. */
const MAX_JOBS_PER_SWEEP = 100;
const DEFAULT_HTTP_PORT = 8080;

/** Who is told of what happens: kept, told, and sent again until it arrives. */
export async function openWebhooks(options: OpenWebhooksOptions): Promise<OpenWebhooks> {
  const { database, stored, server, addresses, ownPartnerId, networks, clock, log } = options;
  const webhooks = new WebhooksStore(database);
  const sent = new DeliveriesStore(stored);
  const deliveries = new DeliveriesStore(database);
  // The embedded database has one server at a time: what an earlier one had begun, it will not end.
  if (database.dialect === 'sqlite') await sent.releaseAll();
  const receivers = new Receivers({ networks, ownPartnerId });
  const sending = { webhooks, receivers, version: server.version, clock };
  const dispatcher = new Dispatcher({ ...sending, deliveries: sent, log });
  const trials = new WebhookTrials({ ...sending, deliveries });
  const wake = () => dispatcher.wake();
  const events = new WebhookEvents({
    outbox: new Outbox(database),
    // No request says how the server is reached.
    publicUrl: () => addresses.publicUrl(`localhost:${server.ports().http ?? DEFAULT_HTTP_PORT}`),
    clock,
    wake,
  });
  const teller = new AlertTeller({
    told: new ToldAlertsStore(stored),
    ...{ webhooks, events, ownPartnerId, clock },
  });
  const webhook = new WebhookService({
    log: new DeliveryLog(database),
    ...{ webhooks, deliveries, receivers, trials, wake, clock },
  });
  return {
    webhook,
    webhooks,
    events,
    teller,
    settle: () => dispatcher.settle(),
    sweep: async () => {
      for (let job = 0; job < MAX_JOBS_PER_SWEEP; job++) {
        const { isMoreLeft } = await sent.removeBefore(clock.nowMs() - KEPT_MS);
        if (!isMoreLeft) return;
      }
    },
    close: async () => {
      trials.close();
      await dispatcher.close();
    },
  };
}
