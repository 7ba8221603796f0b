import { bySystem } from '../audit/system-trail.ts';
import { deletedEntry } from '../entries/deleted-entry.ts';
import type { EntryBook } from '../entries/entry-book.ts';
import type { Clock, Log } from '../ports.ts';
import type { EntriesStore } from '../store/entry/entries-store.ts';
import type { StorageStore } from '../store/recording/storage-store.ts';

export type RetentionOptions = {
  readonly entries: EntriesStore;
  readonly book: EntryBook;
  readonly storage: StorageStore;
  readonly clock: Clock;
  readonly log: Log;
};

export const DAY_MS = 24 * 3600_000;

/** So many at once: the next sweep goes on. */
const MAX_AT_ONCE = 100;

/**
 * Deletes the recordings that are older than their account keeps them. Two servers may do so at the same time: a deletion
 * names the revision that it was decided for.
 */
export class Retention {
  readonly #options: RetentionOptions;

  constructor(options: RetentionOptions) {
    this.#options = options;
  }

  /** @returns how many it has deleted */
  async sweep(): Promise<number> {
    const { storage, clock } = this.#options;
    let deleted = 0;
    for (const { partnerId, days } of await storage.retentions()) {
      const beforeMs = clock.nowMs() - days * DAY_MS;
      for (const id of await storage.expired(partnerId, beforeMs, MAX_AT_ONCE)) {
        if (await this.#delete(id, beforeMs)) deleted += 1;
      }
    }
    return deleted;
  }

  async #delete(id: string, beforeMs: number): Promise<boolean> {
    const { entries, book, storage, clock, log } = this.#options;
    const record = await entries.find(id);
    if (record === null) return false;
    // Asked again after the revision is known: whoever keeps the entry, or adds a show to it, changes that.
    const { endedAtMs, isKept } = await storage.ageOf(id);
    if (isKept || endedAtMs === null || endedAtMs >= beforeMs) return false;
    const nowMs = clock.nowMs();
    const after = deletedEntry(record.entry, nowMs);
    const { partnerId } = after;
    const entry = { id, name: after.properties.name ?? '' };
    const deed = { partnerId, rule: 'retention', verb: 'DELETED', entry, nowMs } as const;
    if (!(await bySystem(deed, () => entries.replace(after)))) return false;
    log.info({ entryId: id, partnerId }, 'a recording was deleted: it was too old');
    book.announce(after);
    return true;
  }
}
