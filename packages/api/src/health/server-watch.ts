import { isOnAir } from '../live/broadcast-facts.ts';
import type { Channels, Clock, Log, Server } from '../ports.ts';
import type { Orphans } from '../recording/orphans.ts';
import type { EntriesStore } from '../store/entry/entries-store.ts';
import type { RecordingsStore } from '../store/recording/recordings-store.ts';
import type { StorageStore } from '../store/recording/storage-store.ts';
import type { WatchedShow } from './alert.ts';
import { AlertBook, type StandingAlert } from './alert-book.ts';
import { serverAlerts } from './server-alerts.ts';

export type ServerWatchOptions = {
  readonly entries: EntriesStore;
  readonly channels: Channels;
  readonly server: Server;
  readonly storage: StorageStore;
  readonly recordings: RecordingsStore;
  readonly orphans: Pick<Orphans, 'count'>;
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

/** Looks at the server at even intervals, so that alerts are known, and logged, when nobody asks. */
export class ServerWatch {
  readonly #options: ServerWatchOptions;
  readonly #book: AlertBook;
  readonly #timer: NodeJS.Timeout;

  constructor(options: ServerWatchOptions) {
    this.#options = options;
    this.#book = new AlertBook(options.clock, options.log);
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
    return { alerts: this.#book.update(serverAlerts(facts)), onAir: this.#onAir(shows) };
  }

  close(): void {
    clearInterval(this.#timer);
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
      const status = this.#options.channels.statusOf(entryId);
      if (status === undefined || !isOnAir(status.state)) continue;
      counts.set(partnerId, (counts.get(partnerId) ?? 0) + 1);
    }
    return counts;
  }
}
