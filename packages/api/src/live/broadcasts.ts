import type { ChannelSettings, ChannelStatus } from '@rostrum/contracts';
import { DELETED_STATUS } from '../entries/entry-base.ts';
import type { Channels, Clock, Log } from '../ports.ts';
import type { BroadcastsStore } from '../store/broadcasts-store.ts';
import type { EntriesStore } from '../store/entries-store.ts';
import { applyStatus, isUnfinished } from './broadcast-facts.ts';
import { channelSettingsOf, type WebcastRecord } from './webcast.ts';
import type { WebcastChanges } from './webcast-changes.ts';

export type BroadcastsOptions = {
  readonly entries: EntriesStore;
  readonly broadcasts: BroadcastsStore;
  readonly channels: Channels;
  readonly changes: WebcastChanges;
  readonly clock: Clock;
  readonly log: Log;
};

/** How often and how long apart a status is written again when the database does not answer. */
const MAX_ATTEMPTS = 6;
const RETRY_MS = 500;

/**
 * Keeps what the media process tells. Each status carries the whole truth, so that while one is being written only the
 * newest of those that come after it waits.
 */
export class Broadcasts {
  readonly #options: BroadcastsOptions;
  /** The newest status that is not yet written, by webcast. */
  readonly #waiting = new Map<string, ChannelStatus>();
  readonly #writing = new Map<string, Promise<void>>();
  readonly #closing = new AbortController();

  constructor(options: BroadcastsOptions) {
    this.#options = options;
  }

  /** Returns at once; viewers are told at once, the database follows. */
  onStatus(status: ChannelStatus): void {
    const { webcastId } = status;
    this.#options.changes.emit(webcastId);
    this.#waiting.set(webcastId, status);
    if (this.#writing.has(webcastId) || this.#closing.signal.aborted) return;
    this.#writing.set(webcastId, this.#writeAll(webcastId));
  }

  /**
   * Settings of all webcasts whose show is going on as far as is known, for a media process that has come back. Of those
   * that were deleted meanwhile it is told too.
   */
  async unfinishedSettings(): Promise<readonly ChannelSettings[]> {
    const records = await this.#options.broadcasts.unfinished();
    for (const { webcast } of records) {
      if (webcast.status === DELETED_STATUS) this.#options.channels.remove(webcast.id);
    }
    return records
      .filter(({ webcast }) => webcast.status !== DELETED_STATUS)
      .map(({ webcast }) => channelSettingsOf(webcast));
  }

  /** Resolves once everything that was told is written, or was tried in vain. */
  async flush(): Promise<void> {
    while (this.#writing.size > 0) await Promise.all(this.#writing.values());
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.flush();
  }

  async #writeAll(webcastId: string): Promise<void> {
    for (;;) {
      const status = this.#waiting.get(webcastId);
      if (status === undefined) {
        // In the same turn as the look at what waits, so that nothing can come in between.
        this.#writing.delete(webcastId);
        return;
      }
      this.#waiting.delete(webcastId);
      await this.#writeWithRetries(status);
    }
  }

  async #writeWithRetries(status: ChannelStatus): Promise<void> {
    const { webcastId } = status;
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      try {
        await this.#write(status);
        return;
      } catch (error) {
        this.#options.log.warn(
          { webcastId, attempt, error: String(error) },
          'a live state could not be stored',
        );
      }
      // What came meanwhile says more than this one, and at the end there is no time to wait.
      if (this.#waiting.has(webcastId) || this.#closing.signal.aborted) return;
      await pause(RETRY_MS * attempt, this.#closing.signal);
    }
  }

  async #write(status: ChannelStatus): Promise<void> {
    const { entries, broadcasts, channels, changes, clock } = this.#options;
    const record = await entries.findWebcastEvenDeleted(status.webcastId);
    if (record === null) return;
    const facts = applyStatus(record.facts, status);
    const isOver = endsShow(record, status);
    await broadcasts.save(status.webcastId, facts, isOver, clock.nowMs());
    if (!isOver) return;
    const after = await entries.findWebcast(status.webcastId);
    if (after === null || after.webcast.revision === record.webcast.revision) return;
    channels.applySettings(channelSettingsOf(after.webcast));
    changes.emit(status.webcastId);
  }
}

/** With explicitLive, the end of the show takes the webcast back to preview: somebody has to go live again. */
function endsShow({ webcast }: WebcastRecord, status: ChannelStatus): boolean {
  return webcast.isExplicitLive && status.onAirSinceMs !== null && !isUnfinished(status.state);
}

function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, durationMs);
    signal.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
