import { isOnAir } from '../live/broadcast-facts.ts';
import type { Channels, Clock, Log, Server } from '../ports.ts';
import type { Orphans } from '../recording/orphans.ts';
import type { EntriesStore } from '../store/entry/entries-store.ts';
import type { RecordingsStore } from '../store/recording/recordings-store.ts';
import type { StorageStore } from '../store/recording/storage-store.ts';
import type { WebhooksStore } from '../store/webhook/webhooks-store.ts';
import type { AlertTeller } from '../webhooks/alert-teller.ts';
import type { WatchedShow } from './alert.ts';
import { AlertBook, type StandingAlert } from './alert-book.ts';
import { encoderAlerts } from './encoder-alerts.ts';
import { serverAlerts } from './server-alerts.ts';
import { webhookAlerts } from './webhook-alerts.ts';

export type ServerWatchOptions = {
  readonly entries: EntriesStore;
  readonly channels: Channels;
  readonly server: Server;
  readonly storage: StorageStore;
  readonly recordings: RecordingsStore;
  readonly orphans: Pick<Orphans, 'count'>;
  readonly webhooks: Pick<WebhooksStore, 'troubled'>;
  readonly teller: AlertTeller;
  readonly clock: Clock;
  readonly log: Log;
};

export type ServerLook = {
  readonly alerts: readonly StandingAlert[];
  /** Webcasts that are on air, by account. */
  readonly onAir: ReadonlyMap<number, number>;
};

/** As often as the disk's room is told. */
const LOOK_INTERVAL_MS = 10_000;

/** A receiver that is renewed is away for some minutes; that is nobody's trouble. */
const LONGEST_FAILING_MS = 3_600_000;

/** Looks at the server at even intervals, so that alerts are known, and logged, when nobody asks. */
export class ServerWatch {
  readonly #options: ServerWatchOptions;
  readonly #book: AlertBook;
  /** What the pages of webcasts show by themselves: here it is for who looks at none of them. */
  readonly #encoders: AlertBook;
  readonly #timer: NodeJS.Timeout;

  constructor(options: ServerWatchOptions) {
    this.#options = options;
    this.#book = new AlertBook(options.clock, options.log);
    this.#encoders = new AlertBook(options.clock, options.log);
    this.#timer = setInterval(() => {
      this.look().catch((error: unknown) =>
        options.log.warn({ error }, 'how the server does could not be looked at'),
      );
    }, LOOK_INTERVAL_MS).unref();
  }

  async look(): Promise<ServerLook> {
    const { server } = this.#options;
    const { storage, orphans } = this.#options;
    const accounts = await storage.quotas();
    const shows = await this.#shows(new Set(accounts.map(({ partnerId }) => partnerId)));
    const unknownTakes = orphans.count;
    const media = server.processes().find(({ name }) => name === 'media');
    const facts = {
      store: server.storeHealth(),
      isMediaReady: media?.isReady ?? false,
      shows,
      accounts,
      unknownTakes,
    };
    const alerts = this.#book.update([...serverAlerts(facts), ...(await this.#webhookAlerts())]);
    const onAirShows = shows.filter(({ entryId }) => this.#isOnAir(entryId));
    const ofEncoders = this.#encoders.update(onAirShows.flatMap(encoderAlerts));
    await this.#tell([...alerts, ...ofEncoders]);
    return { alerts, onAir: this.#onAir(shows) };
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #webhookAlerts() {
    const { webhooks, clock } = this.#options;
    const nowMs = clock.nowMs();
    const troubled = await webhooks.troubled(nowMs - LONGEST_FAILING_MS);
    return troubled.flatMap((webhook) => webhookAlerts(webhook, nowMs));
  }

  /** Whoever looks is answered, told or not. */
  async #tell(alerts: readonly StandingAlert[]): Promise<void> {
    const { teller, log } = this.#options;
    await teller
      .tell(alerts)
      .catch((error: unknown) => log.warn({ error: String(error) }, 'alerts could not be told'));
  }

  /** @param limited accounts that have a quota */
  async #shows(limited: ReadonlySet<number>): Promise<readonly WatchedShow[]> {
    const { entries, server } = this.#options;
    const found = await Promise.all(
      server.healths().map(async (health) => {
        const webcast = (await entries.findWebcast(health.webcastId))?.webcast;
        if (webcast === undefined) return [];
        const { id: entryId, partnerId, properties } = webcast;
        const isRefused = limited.has(partnerId) && (await this.#isRefused(entryId));
        return [{ entryId, partnerId, name: properties.name ?? entryId, health, isRefused }];
      }),
    );
    return found.flat();
  }

  async #isRefused(webcastId: string): Promise<boolean> {
    const { channels, recordings } = this.#options;
    const status = channels.statusOf(webcastId);
    if (status === undefined || !isOnAir(status.state) || status.onAirSinceMs === null)
      return false;
    return recordings.isRefused(webcastId, status.onAirSinceMs);
  }

  #onAir(shows: readonly WatchedShow[]): ReadonlyMap<number, number> {
    const counts = new Map<number, number>();
    for (const { entryId, partnerId } of shows) {
      if (!this.#isOnAir(entryId)) continue;
      counts.set(partnerId, (counts.get(partnerId) ?? 0) + 1);
    }
    return counts;
  }

  #isOnAir(entryId: string): boolean {
    const status = this.#options.channels.statusOf(entryId);
    return status !== undefined && isOnAir(status.state);
  }
}
