import { readdir, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type ChannelSettings,
  isGeneration,
  isWebcastId,
  type KeptTake,
  MAX_LISTED_TAKES,
  type Take,
} from '@rostrum/contracts';
import type { MediaLog } from '../media-log.ts';
import { MediaAway } from '../package/media-away.ts';
import type { RecordedTake } from '../package/recorded-take.ts';
import type {
  ArchivedMedia,
  EndedShow,
  GenerationArchive,
  RestoredArchive,
  SegmentArchive,
  ShowSoFar,
} from '../package/segment-archive.ts';
import { RECORDINGS_FOLDER } from './archive-file-names.ts';
import { type ArchiveLimits, FolderGeneration } from './folder-generation.ts';
import { isMissing } from './generation-writer.ts';
import { JournalFile } from './journal-file.ts';
import { KeptTakes } from './kept-takes.ts';
import { readEndedShow } from './read-ended-show.ts';
import { readTake } from './read-take.ts';
import { type GenerationReading, readGeneration } from './restore-generation.ts';
import type { DistantStore } from './store/take-store.ts';
import type { TakeUploadsOptions, WaitingTakes } from './store/take-uploads.ts';
import { TakeIndexCache } from './take-index-cache.ts';

export type FolderArchiveOptions = {
  /** Made when the first generation is. */
  readonly directory: string;
  readonly log: MediaLog;
  readonly limits?: Partial<ArchiveLimits>;
  /** Where takes are kept in the end; in the directory where it is absent. */
  readonly store?: DistantStore;
  /** Pauses after the store has failed, ms. */
  readonly uploadPausesMs?: TakeUploadsOptions['pausesMs'];
};

const LIMITS: ArchiveLimits = {
  // A minute and a half of a 6 Mbit/s stream: longer than any disk stalls that comes back.
  maximumQueuedBytes: 64 * 1024 * 1024,
  retryDelayMs: 2000,
};

/** How long `close` waits for a disk that does not answer. */
const CLOSE_TIMEOUT_MS = 5000;

/** What a closed segment takes in a journal, roughly; only used to see whether a journal is worth shortening. */
const CLOSED_LINE_BYTES = 400;

/** What is known of a generation that is on disk already. */
type Known = { readonly hasEnded: boolean; readonly isTakeRemoved: boolean };

const NEW: Known = { hasEnded: false, isTakeRemoved: false };

/**
 * Segments in a folder of this machine: `<directory>/<webcastId>/<generation>/` with a file for each init segment and
 * segment, and the journal that says what they are; the same, with what is recorded, below `recordings/` once the live
 * side needs the generation no longer. Folders have the mode 0700, files 0600.
 */
export class FolderArchive implements SegmentArchive, ArchivedMedia {
  readonly #directory: string;
  readonly #log: MediaLog;
  readonly #limits: ArchiveLimits;
  readonly #generations = new Map<string, FolderGeneration>();
  readonly #kept: KeptTakes;
  readonly #takes = new TakeIndexCache();
  #isClosed = false;

  constructor({ directory, log, limits, store, uploadPausesMs }: FolderArchiveOptions) {
    this.#directory = directory;
    this.#log = log;
    this.#limits = { ...LIMITS, ...limits };
    this.#kept = new KeptTakes({
      ...{ directory: join(directory, RECORDINGS_FOLDER), log },
      ...(store && { store }),
      ...(uploadPausesMs && { pausesMs: uploadPausesMs }),
    });
  }

  create(
    settings: ChannelSettings,
    generation: string,
    kind: 'preview' | 'on-air',
    startedAtMs: number,
    show: ShowSoFar = { onAirSinceMs: startedAtMs, takes: [] },
  ): GenerationArchive {
    const { webcastId } = settings;
    requireNames(webcastId, generation);
    const journal = new JournalFile(this.#folderOf(webcastId, generation), 0, 0);
    const archive = this.#register(webcastId, generation, journal, NEW);
    const line = { type: 'begin', settings, generation, kind, startedAtMs, show } as const;
    archive.write([{ kind: 'line', line }]);
    return archive;
  }

  async restore(): Promise<RestoredArchive> {
    const generations: RestoredArchive['generations'][number][] = [];
    const endedShows: EndedShow[] = [];
    const allEnded: string[] = [];
    for (const webcastId of await this.#list(this.#directory, isWebcastId)) {
      const ended: string[] = [];
      for (const generation of await this.#list(join(this.#directory, webcastId), isGeneration)) {
        if (this.find(webcastId, generation) !== undefined) continue;
        const reading = await this.#read(webcastId, generation);
        if (reading === null) continue;
        const { repairs, restored } = reading;
        const archive = this.#registerRead(webcastId, generation, reading);
        if (restored === null) {
          ended.push(generation);
          continue;
        }
        archive.write(repairs);
        await archive.flush();
        const show = await this.#withoutRemoved(webcastId, restored.show);
        generations.push({ restored: { ...restored, show }, archive });
      }
      const show = await this.#readNewestShow(webcastId, ended);
      if (show !== null) endedShows.push(show);
      allEnded.push(...ended.map((generation) => keyOf(webcastId, generation)));
    }
    // Nobody waits for that, and it may be a lot.
    void this.#retireAll(allEnded);
    return { generations, endedShows };
  }

  async retireWebcast(webcastId: string): Promise<void> {
    const prefix = keyOf(webcastId, '');
    await this.#retireAll([...this.#generations.keys()].filter((key) => key.startsWith(prefix)));
  }

  async removeTake(webcastId: string, generation: string): Promise<boolean> {
    if (!isWebcastId(webcastId) || !isGeneration(generation)) return true;
    const key = keyOf(webcastId, generation);
    try {
      const archive = this.#generations.get(key);
      if (archive?.isLeaving === true) await archive.whenLeft();
      const isHere = archive !== undefined && this.#generations.get(key) === archive;
      if (isHere) return await archive.removeTake();
      await this.#kept.remove({ webcastId, generation });
      return true;
    } catch (error) {
      // That the store is away has been told.
      const level = error instanceof MediaAway ? 'debug' : 'error';
      this.#log[level]({ error, key }, 'a recording that was deleted could not be removed');
      return false;
    } finally {
      this.#takes.forget(key);
    }
  }

  find(webcastId: string, generation: string): FolderGeneration | undefined {
    return this.#generations.get(keyOf(webcastId, generation));
  }

  async read(
    webcastId: string,
    generation: string,
    fileName: string,
    range?: { readonly start: number; readonly end: number },
  ): Promise<Uint8Array | null> {
    const archive = this.find(webcastId, generation);
    const bytes = await archive?.read(fileName, range);
    if (bytes) return bytes;
    // The live side never waits for more than this disk; but what was retired a moment ago has moved.
    const isStillHere = archive !== undefined && this.find(webcastId, generation) === archive;
    if (isStillHere && !archive.isLeaving) return null;
    return await this.#kept.read({ webcastId, generation }, fileName, range);
  }

  async findTake(webcastId: string, generation: string): Promise<RecordedTake | null> {
    if (!isWebcastId(webcastId) || !isGeneration(generation)) return null;
    return await this.#takes.get(keyOf(webcastId, generation), async () => {
      for (;;) {
        const archive = this.find(webcastId, generation);
        if (archive === undefined) {
          return { take: await this.#kept.find({ webcastId, generation }), isFinal: true };
        }
        if (!archive.hasEnded || archive.isTakeRemoved) return { take: null, isFinal: false };
        // What is being retired moves in a moment, and what has just ended is still on its way to the disk.
        await archive.whenLeft();
        await archive.flush();
        const take = await this.#readTake(archive.folder, webcastId, generation);
        const hasMoved = archive.isLeaving || this.find(webcastId, generation) !== archive;
        if (!hasMoved) return { take, isFinal: archive.isWritten };
      }
    });
  }

  /**
   * Takes whose generations the live side needs no longer, by webcast and generation, MAX_LISTED_TAKES at once.
   *
   * @param after only those behind this one: `WEBCAST/GENERATION`
   * @throws what the file system throws
   */
  listTakes(after: string | null): Promise<readonly KeptTake[]> {
    return this.#kept.list(after, MAX_LISTED_TAKES);
  }

  /** Takes that are not in the distant store yet; null where there is no such store. */
  get waitingTakes(): WaitingTakes | null {
    return this.#kept.waiting;
  }

  /** The distant store can be used again. */
  retryUploads(): void {
    this.#kept.retryNow();
  }

  async close(): Promise<void> {
    const { promise: late, resolve } = Promise.withResolvers<'late'>();
    const timer = setTimeout(() => resolve('late'), CLOSE_TIMEOUT_MS);
    this.#isClosed = true;
    const closing = Promise.all(
      [...this.#generations.values()].map(async (archive) => {
        await archive.close();
        await archive.whenLeft();
      }),
    ).then(() => this.#kept.close());
    if ((await Promise.race([closing, late])) === 'late') {
      this.#log.error(
        { directory: this.#directory },
        'the disk did not take the last of the archive',
      );
    }
    clearTimeout(timer);
  }

  /** One after the other: each is thousands of files at worst. */
  async #retireAll(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      if (this.#isClosed) return;
      try {
        await this.#generations.get(key)?.retire();
      } catch (error) {
        this.#log.warn({ error, key }, 'media that nobody needs could not be removed');
      }
    }
    this.#kept.lookForNew();
  }

  async #readTake(
    folder: string,
    webcastId: string,
    generation: string,
  ): Promise<RecordedTake | null> {
    try {
      return await readTake(folder, webcastId, generation);
    } catch (error) {
      if (!isMissing(error)) this.#log.warn({ error, folder }, 'a recording cannot be read');
      return null;
    }
  }

  #folderOf(webcastId: string, generation: string): string {
    return join(this.#directory, webcastId, generation);
  }

  #registerRead(
    webcastId: string,
    generation: string,
    { journalBytes, segmentCount, restored }: GenerationReading,
  ): FolderGeneration {
    const supersededBytes = Math.max(0, journalBytes - segmentCount * CLOSED_LINE_BYTES);
    const folder = this.#folderOf(webcastId, generation);
    const journal = new JournalFile(folder, journalBytes, supersededBytes);
    const isTakeRemoved = restored?.isTakeRemoved ?? false;
    return this.#register(webcastId, generation, journal, {
      hasEnded: restored === null,
      isTakeRemoved,
    });
  }

  #register(
    webcastId: string,
    generation: string,
    journal: JournalFile,
    known: Known,
  ): FolderGeneration {
    const key = keyOf(webcastId, generation);
    const folder = this.#folderOf(webcastId, generation);
    const archive = new FolderGeneration({
      ...{ webcastId, generation, folder, journal },
      ...known,
      keptFolder: this.#kept.folderOf(webcastId, generation),
      limits: this.#limits,
      log: this.#log,
      onGone: async () => {
        // Fails while the webcast has other generations, which is right.
        await rmdir(dirname(folder)).catch(() => undefined);
        this.#generations.delete(key);
        this.#kept.lookForNew();
      },
    });
    this.#generations.set(key, archive);
    return archive;
  }

  /** Of the shows that had ended, the one that ended last: there is one, but where a process died more than once. */
  async #readNewestShow(webcastId: string, ended: readonly string[]): Promise<EndedShow | null> {
    const found = await Promise.all(
      ended.map(async (generation) => {
        const endedAtMs = (await this.find(webcastId, generation)?.changedAtMs()) ?? 0;
        return { generation, endedAtMs };
      }),
    );
    for (const { generation, endedAtMs } of found.sort((a, b) => b.endedAtMs - a.endedAtMs)) {
      const folder = this.#folderOf(webcastId, generation);
      try {
        const ended = await readEndedShow(folder, webcastId, generation, endedAtMs);
        if (ended === null) continue;
        return { ...ended, show: await this.#withoutRemoved(webcastId, ended.show) };
      } catch (error) {
        this.#log.warn({ error, folder }, 'a show that has ended could not be read');
      }
    }
    return null;
  }

  /** The takes before were written down when a generation began: they may have been removed since. */
  async #withoutRemoved(webcastId: string, show: ShowSoFar): Promise<ShowSoFar> {
    const takes: Take[] = [];
    for (const take of show.takes) {
      if (!isGeneration(take.generation)) continue;
      const isHere = this.find(webcastId, take.generation) !== undefined;
      if (isHere || (await this.#kept.mayHave({ webcastId, generation: take.generation }))) {
        takes.push(take);
      }
    }
    return { ...show, takes };
  }

  async #read(webcastId: string, generation: string): Promise<GenerationReading | null> {
    const folder = this.#folderOf(webcastId, generation);
    try {
      const reading = await readGeneration(folder, webcastId, generation, this.#log);
      if (reading === null)
        this.#log.warn({ folder }, 'a generation without a usable journal was passed over');
      return reading;
    } catch (error) {
      this.#log.warn({ error, folder }, 'a generation could not be restored and was passed over');
      return null;
    }
  }

  async #list(folder: string, isWanted: (name: string) => boolean): Promise<readonly string[]> {
    try {
      return (await readdir(folder)).filter(isWanted);
    } catch (error) {
      if (!isMissing(error))
        this.#log.warn({ error, folder }, 'a folder of the archive cannot be read');
      return [];
    }
  }
}

function keyOf(webcastId: string, generation: string): string {
  return `${webcastId}/${generation}`;
}

function requireNames(webcastId: string, generation: string): void {
  if (!isWebcastId(webcastId) || !isGeneration(generation)) {
    throw new RangeError(`not a webcast and its generation (got ${webcastId}, ${generation})`);
  }
}
