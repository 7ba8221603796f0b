import type { Services } from '../catalog/services.ts';
import type { EntryBook } from '../entries/entry-book.ts';
import type { SessionVerifier } from '../ks/session-verifier.ts';
import type { Clock, Log } from '../ports.ts';
import { BeaconService } from '../services/beacon/beacon-service.ts';
import { PlayerEventService } from '../services/beacon/player-event-service.ts';
import { BeaconsStore } from '../store/beacon/beacons-store.ts';
import { PlayerEventsStore } from '../store/beacon/player-events-store.ts';
import type { Database } from '../store/database.ts';
import type { EntriesStore } from '../store/entry/entries-store.ts';
import { EventIntake } from './event-intake.ts';
import { EventQueue } from './event-queue.ts';
import { EventRates } from './event-rates.ts';
import { PlayerEventRetention } from './player-event-retention.ts';

export type OpenBeacons = Pick<Services, 'playerEvents' | 'beacon'> & {
  /** Removes what is older than it is kept. */
  sweepBeacons(): Promise<void>;
  /** Resolves once what players have told is stored. */
  flushBeacons(): Promise<void>;
  closeBeacons(): Promise<void>;
};

/** What players tell about viewing, and what applications tell about objects. */
export function openBeacons({
  database,
  entries,
  book,
  verifier,
  clock,
  log,
}: {
  /** What is written here is no deed of anybody: it leaves no trail in the audit log. */
  readonly database: Database;
  readonly entries: Pick<EntriesStore, 'find'>;
  readonly book: EntryBook;
  readonly verifier: SessionVerifier;
  readonly clock: Clock;
  readonly log: Log;
}): OpenBeacons {
  const store = new PlayerEventsStore(database);
  const queue = new EventQueue({ store, log });
  const accountOf = async (entryId: string) => {
    const record = await entries.find(entryId);
    return record === null ? null : record.entry.partnerId;
  };
  const intake = new EventIntake({ queue, rates: new EventRates(), accountOf, verifier, clock });
  const retention = new PlayerEventRetention({ store, clock });
  return {
    playerEvents: new PlayerEventService(intake, clock),
    beacon: new BeaconService({ store: new BeaconsStore(database), book, clock }),
    sweepBeacons: () => retention.sweep(),
    flushBeacons: () => queue.flush(),
    closeBeacons: () => queue.close(),
  };
}
