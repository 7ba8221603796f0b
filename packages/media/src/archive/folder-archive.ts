import { readdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ChannelSettings, isGeneration, isWebcastId } from '@rostrum/contracts';
import type { MediaLog } from '../media-log.ts';
import type {
  GenerationArchive,
  RestoredGeneration,
  SegmentArchive,
} from '../package/segment-archive.ts';
import { type ArchiveLimits, FolderGeneration } from './folder-generation.ts';
import { isMissing } from './generation-writer.ts';
import { JournalFile } from './journal-file.ts';
import { type GenerationReading, readGeneration } from './restore-generation.ts';

export type FolderArchiveOptions = {
  /** Made when the first generation is. */
  readonly directory: string;
  readonly log: MediaLog;
  readonly limits?: Partial<ArchiveLimits>;
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

/**
 * Segments in a folder of this machine: `<directory>/<webcastId>/<generation>/` with a file for each init segment and
 * segment, and the journal that says what they are. Folders have the mode 0700, files 0600.
 */
export class FolderArchive implements SegmentArchive {
  readonly #directory: string;
  readonly #log: MediaLog;
  readonly #limits: ArchiveLimits;
  readonly #generations = new Map<string, FolderGeneration>();

  constructor({ directory, log, limits }: FolderArchiveOptions) {
    this.#directory = directory;
    this.#log = log;
    this.#limits = { ...LIMITS, ...limits };
  }

  create(
    settings: ChannelSettings,
    generation: string,
    kind: 'preview' | 'on-air',
    startedAtMs: number,
  ): GenerationArchive {
    const { webcastId } = settings;
    if (!isWebcastId(webcastId) || !isGeneration(generation)) {
      throw new RangeError(`not a webcast and its generation (got ${webcastId}, ${generation})`);
    }
    const archive = this.#register(webcastId, generation, 0, 0);
    const line = { type: 'begin', settings, generation, kind, startedAtMs } as const;
    archive.write([{ kind: 'line', line }]);
    return archive;
  }

  async restore(): Promise<
    readonly { readonly restored: RestoredGeneration; readonly archive: GenerationArchive }[]
  > {
    const found: { restored: RestoredGeneration; archive: GenerationArchive }[] = [];
    for (const webcastId of await this.#list(this.#directory, isWebcastId)) {
      const ended: FolderGeneration[] = [];
      const foundBefore = found.length;
      for (const generation of await this.#list(join(this.#directory, webcastId), isGeneration)) {
        if (this.#generations.has(keyOf(webcastId, generation))) continue;
        const reading = await this.#read(webcastId, generation);
        if (reading === null) continue;
        const { journalBytes, segmentCount, repairs, restored } = reading;
        const archive = this.#register(webcastId, generation, journalBytes, segmentCount);
        if (restored === null) {
          ended.push(archive);
          continue;
        }
        archive.write(repairs);
        await archive.flush();
        found.push({ restored, archive });
      }
      await this.#removeReplaced(ended, found.length > foundBefore);
    }
    return found;
  }

  async removeWebcast(webcastId: string): Promise<void> {
    const prefix = keyOf(webcastId, '');
    const archives = [...this.#generations].filter(([key]) => key.startsWith(prefix));
    await Promise.all(archives.map(([, archive]) => this.#remove(archive)));
  }

  find(webcastId: string, generation: string): GenerationArchive | undefined {
    return this.#generations.get(keyOf(webcastId, generation));
  }

  async close(): Promise<void> {
    const { promise: late, resolve } = Promise.withResolvers<'late'>();
    const timer = setTimeout(() => resolve('late'), CLOSE_TIMEOUT_MS);
    const closing = Promise.all([...this.#generations.values()].map((archive) => archive.close()));
    if ((await Promise.race([closing, late])) === 'late') {
      this.#log.error(
        { directory: this.#directory },
        'the disk did not take the last of the archive',
      );
    }
    clearTimeout(timer);
  }

  #register(
    webcastId: string,
    generation: string,
    journalBytes: number,
    segmentCount: number,
  ): FolderGeneration {
    const key = keyOf(webcastId, generation);
    const webcastFolder = join(this.#directory, webcastId);
    const folder = join(webcastFolder, generation);
    const supersededBytes = Math.max(0, journalBytes - segmentCount * CLOSED_LINE_BYTES);
    const journal = new JournalFile(folder, journalBytes, supersededBytes);
    const archive = new FolderGeneration(folder, journal, this.#limits, this.#log, () => {
      this.#generations.delete(key);
      // Fails while the webcast has other generations, which is right.
      rmdir(webcastFolder).catch(() => undefined);
    });
    this.#generations.set(key, archive);
    return archive;
  }

  /** A show that has ended stays until the next one begins; a process that was killed may have left more. */
  async #removeReplaced(ended: readonly FolderGeneration[], hasNewerShow: boolean): Promise<void> {
    const times = await Promise.all(ended.map((archive) => archive.changedAtMs()));
    const newestMs = Math.max(...times);
    const kept = hasNewerShow ? -1 : times.indexOf(newestMs);
    await Promise.all(
      ended.map((archive, index) => (index === kept ? null : this.#remove(archive))),
    );
  }

  async #remove(archive: FolderGeneration): Promise<void> {
    try {
      await archive.remove();
    } catch (error) {
      this.#log.warn({ error }, 'a generation could not be removed from the archive');
    }
  }

  async #read(webcastId: string, generation: string): Promise<GenerationReading | null> {
    const folder = join(this.#directory, webcastId, generation);
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
