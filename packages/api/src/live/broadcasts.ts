import type { ChannelSettings, ChannelStatus } from '@rostrum/contracts';
import { DELETED_STATUS } from '../entries/entry-base.ts';
import type { Channels, Clock, Log } from '../ports.ts';
import type { Recorder } from '../recording/recorder.ts';
import type { TakeRemovals } from '../recording/take-removals.ts';
import { isDatabaseError } from '../store/database.ts';
import type { EntriesStore } from '../store/entry/entries-store.ts';
import type { BroadcastsStore } from '../store/recording/broadcasts-store.ts';
import type { WebhookEvents } from '../webhooks/webhook-events.ts';
import { applyStatus, isOnAir } from './broadcast-facts.ts';
import { channelSettingsOf, hasEncoders, type WebcastRecord } from './webcast.ts';
import type { WebcastChanges } from './webcast-changes.ts';

export type BroadcastsOptions = {
  readonly entries: EntriesStore;
  readonly broadcasts: BroadcastsStore;
  readonly recorder: Recorder;
  readonly removals: TakeRemovals;
  readonly channels: Channels;
  readonly changes: WebcastChanges;
  readonly events: Pick<WebhookEvents, 'statusTold' | 'recordingReady' | 'wake'>;
  readonly clock: Clock;
  readonly log: Log;
};

/**
 * How often and how long apart a status is written again. A database that is away or has no room is tried for as long as
 * it takes: the end of a show is told only once, and it is what makes its recording.
 */
const MAX_ATTEMPTS = 6;
const RETRY_MS = 500;
const MAX_PAUSE_MS = 5000;

/** Shows of one webcast whose newest status waits for the database: only of the last ones is everything kept. */
const MAX_WAITING_SHOWS = 16;

/**
 * Keeps what the media process tells. Each status carries the whole truth, so that while one is being written only the
 * newest of those that come after it waits.
 */
export class Broadcasts {
  readonly #options: BroadcastsOptions;
  /** By webcast, the newest status of each show that is not yet written: each tells of the takes of its own show only. */
  readonly #waiting = new Map<string, readonly ChannelStatus[]>();
  readonly #writing = new Map<string, Promise<void>>();
  readonly #closing = new AbortController();

  constructor(options: BroadcastsOptions) {
    this.#options = options;
  }

  /** Returns at once; viewers are told at once, the database follows. */
  onStatus(status: ChannelStatus): void {
    const { webcastId } = status;
    this.#options.changes.emit(webcastId);
    const others = (this.#waiting.get(webcastId) ?? []).filter((each) => !isSameShow(each, status));
    this.#waiting.set(webcastId, [...others, status].slice(-MAX_WAITING_SHOWS));
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
      .filter(({ webcast }) => webcast.status !== DELETED_STATUS && hasEncoders(webcast))
      .map(({ webcast }) => channelSettingsOf(webcast));
  }

  /** Resolves once what was told of a webcast is written, or was tried in vain. */
  async settled(webcastId: string): Promise<void> {
    await this.#writing.get(webcastId);
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
      const [status, ...others] = this.#waiting.get(webcastId) ?? [];
      if (others.length === 0) this.#waiting.delete(webcastId);
      else this.#waiting.set(webcastId, others);
      if (status === undefined) {
        // In the same turn as the look at what waits, so that nothing can come in between.
        this.#writing.delete(webcastId);
        return;
      }
      await this.#writeWithRetries(status);
    }
  }

  async #writeWithRetries(status: ChannelStatus): Promise<void> {
    const { webcastId } = status;
    let isPassing = true;
    for (let attempt = 1; attempt <= MAX_ATTEMPTS || isPassing; attempt++) {
      let pauseMs = Math.min(MAX_PAUSE_MS, RETRY_MS * attempt);
      try {
        await this.#write(status);
        return;
      } catch (error) {
        // Somebody has changed an entry meanwhile: what it is now is known at once.
        if (isDatabaseError(error, 'conflict')) pauseMs = 0;
        isPassing = isDatabaseError(error, 'unavailable') || isDatabaseError(error, 'full');
        this.#options.log.warn(
          { webcastId, attempt, error: String(error) },
          'a live state could not be stored',
        );
      }
      // What came meanwhile says more than this one, and at the end there is no time to wait.
      const isOutdated = this.#waiting.get(webcastId)?.some((each) => isSameShow(each, status));
      if (isOutdated || (this.#closing.signal.aborted && pauseMs > 0)) return;
      await pause(pauseMs, this.#closing.signal);
    }
  }

  async #write(status: ChannelStatus): Promise<void> {
    const { entries, broadcasts, recorder, channels, changes, clock } = this.#options;
    const { removals, events, log } = this.#options;
    const record = await entries.findWebcastEvenDeleted(status.webcastId);
    if (record === null) return;
    const { webcast } = record;
    const facts = applyStatus(record.facts, status);
    const isOver = endsShow(record, status);
    const nowMs = clock.nowMs();
    const lastBroadcastMs = facts.lastBroadcastMs ?? status.sinceMs;
    const work = await recorder.workFor(webcast, status, lastBroadcastMs, nowMs);
    const recorded = work.statements;
    const told = [
      ...events.statusTold(webcast, record.facts, facts),
      ...work.ready.flatMap((recording) => events.recordingReady(recording, status)),
    ];
    await broadcasts.save(status.webcastId, facts, isOver, nowMs, [...recorded, ...told]);
    if (told.length > 0) events.wake();
    if (work.isRefused) {
      log.warn({ webcastId: webcast.id }, 'a show is not recorded: the account has no room left');
      removals.start();
    }
    for (const entryId of work.entryIds) changes.emit(entryId);
    if (!isOver && recorded.length === 0) return;
    const after = await entries.findWebcast(status.webcastId);
    if (after !== null && after.webcast.revision !== webcast.revision) {
      if (hasEncoders(after.webcast)) channels.applySettings(channelSettingsOf(after.webcast));
      changes.emit(status.webcastId);
    } else if (recorded.length > 0) {
      changes.emit(status.webcastId);
    }
  }
}

/** A show is known by the moment that it began. */
function isSameShow(one: ChannelStatus, other: ChannelStatus): boolean {
  return one.onAirSinceMs === other.onAirSinceMs;
}

/**
 * With explicitLive, the end of the show takes the webcast back to preview: somebody has to go live again. Whoever has
 * done so already is not undone by a status that tells of an end that is known.
 */
function endsShow({ webcast, facts }: WebcastRecord, status: ChannelStatus): boolean {
  if (!webcast.isExplicitLive || isOnAir(status.state)) return false;
  if (facts !== null && isOnAir(facts.status.state)) return true;
  const { onAirSinceMs } = status;
  return onAirSinceMs !== null && (facts?.lastOnAirEndMs ?? 0) < onAirSinceMs;
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
