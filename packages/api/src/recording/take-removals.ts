import type { Webcast } from '../live/webcast.ts';
import type { WebcastChanges } from '../live/webcast-changes.ts';
import type { Channels, Log } from '../ports.ts';
import type { EntriesStore } from '../store/entry/entries-store.ts';
import type { RecordingsStore } from '../store/recording/recordings-store.ts';
import type { TakeName } from './content.ts';

export type TakeRemovalsOptions = {
  readonly entries: EntriesStore;
  readonly recordings: RecordingsStore;
  readonly channels: Channels;
  readonly changes: WebcastChanges;
  readonly log: Log;
};

/** How many takes are asked to be removed at the same time, and how long after a failure again. */
const MAX_AT_ONCE = 50;
const RETRY_MS = 10_000;

/** Has the media process remove what no recording plays any more, until it has confirmed it. */
export class TakeRemovals {
  readonly #options: TakeRemovalsOptions;
  /** Webcasts whose recordings were deleted. */
  readonly #pointing = new Set<string>();
  #working: Promise<void> | null = null;
  #isAskedAgain = false;
  #isClosed = false;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: TakeRemovalsOptions) {
    this.#options = options;
  }

  /**
   * There may be something to remove. Returns at once; never throws.
   *
   * @param rootEntryId of a recording that was deleted: its webcast sends nobody there
   */
  start(rootEntryId?: string): void {
    if (this.#isClosed) return;
    if (rootEntryId !== undefined) this.#pointing.add(rootEntryId);
    this.#isAskedAgain = true;
    this.#working ??= this.#workOff().finally(() => {
      this.#working = null;
    });
  }

  /** Resolves once everything that there was to remove is removed, or was tried. */
  async flush(): Promise<void> {
    while (this.#working !== null) await this.#working;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#retryTimer);
    await this.flush();
  }

  async #workOff(): Promise<void> {
    while (this.#isAskedAgain && !this.#isClosed) {
      this.#isAskedAgain = false;
      try {
        await this.#removeAll();
      } catch (error) {
        this.#options.log.warn({ error: String(error) }, 'a recording could not be removed yet');
        clearTimeout(this.#retryTimer);
        this.#retryTimer = setTimeout(() => this.start(), RETRY_MS);
        this.#retryTimer.unref();
      }
    }
  }

  async #removeAll(): Promise<void> {
    const { recordings } = this.#options;
    for (;;) {
      const takes = await recordings.removing(MAX_AT_ONCE);
      for (const webcastId of new Set([...this.#pointing, ...takes.map(webcastOf)])) {
        await this.#forgetDeleted(webcastId);
        this.#pointing.delete(webcastId);
      }
      const results = await Promise.allSettled(takes.map((take) => this.#remove(take)));
      const failed = results.find((result) => result.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
      if (takes.length < MAX_AT_ONCE || this.#isClosed) return;
    }
  }

  async #remove(take: TakeName): Promise<void> {
    await this.#options.channels.removeTake(take.webcastId, take.generation);
    await this.#options.recordings.markRemoved(take);
  }

  /** A webcast sends nobody to a recording that is deleted. */
  async #forgetDeleted(webcastId: string): Promise<void> {
    const { entries, changes } = this.#options;
    const webcast = (await entries.findWebcast(webcastId))?.webcast;
    if (webcast === undefined) return;
    const { recordedEntryId, redirectEntryId, ...properties } = webcast.properties;
    const isThere = async (id: string | null | undefined) =>
      id !== null && id !== undefined && (await entries.find(id)) !== null;
    const after: Webcast = {
      ...webcast,
      revision: webcast.revision + 1,
      properties: {
        ...properties,
        ...((await isThere(recordedEntryId)) ? { recordedEntryId } : {}),
        ...((await isThere(redirectEntryId)) ? { redirectEntryId } : {}),
      },
    };
    const isSame =
      after.properties.recordedEntryId === recordedEntryId &&
      after.properties.redirectEntryId === redirectEntryId;
    // Where somebody else was first, the next attempt does it.
    if (!isSame && !(await entries.replace(after))) this.#isAskedAgain = true;
    changes.emit(webcastId);
  }
}

function webcastOf({ webcastId }: TakeName): string {
  return webcastId;
}
