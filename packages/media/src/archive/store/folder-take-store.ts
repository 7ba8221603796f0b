import { opendir, readdir, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isGeneration, isWebcastId } from '@rostrum/contracts';
import { isMediaFileName, JOURNAL_FILE } from '../archive-file-names.ts';
import { isMissing } from '../generation-writer.ts';
import { readRange } from '../read-range.ts';
import { removeFolder } from '../retire-generation.ts';
import {
  keyOfTake,
  type StoredFile,
  type Stretch,
  type TakeName,
  type TakeStore,
} from './take-store.ts';

/**
 * Takes in a folder of this machine: `<directory>/<webcastId>/<generation>/<file>`. What the disk refuses is thrown as
 * the file system throws it.
 */
export class FolderTakeStore implements TakeStore {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /**
   * Where the take's files are: who has a whole folder of them may move it there.
   *
   * @throws RangeError where these are no names
   */
  folderOf({ webcastId, generation }: TakeName): string {
    if (!isWebcastId(webcastId) || !isGeneration(generation)) {
      throw new RangeError(`not a webcast and its generation (got ${webcastId}, ${generation})`);
    }
    return join(this.#directory, webcastId, generation);
  }

  async sinceMs(take: TakeName): Promise<number | null> {
    // The moment at which the folder was moved here.
    const folder = await orNull(() => stat(this.folderOf(take)));
    return folder === null ? null : Math.round(folder.ctimeMs);
  }

  async has(take: TakeName): Promise<boolean> {
    return (await orNull(() => stat(join(this.folderOf(take), JOURNAL_FILE)))) !== null;
  }

  async read(take: TakeName, fileName: string, stretch?: Stretch): Promise<Uint8Array | null> {
    return await orNull(() => readRange(join(this.folderOf(take), fileName), stretch));
  }

  async list(take: TakeName): Promise<ReadonlyMap<string, StoredFile>> {
    const folder = this.folderOf(take);
    const found = new Map<string, StoredFile>();
    const directory = await orNull(() => opendir(folder, { bufferSize: 256 }));
    if (directory === null) return found;
    for await (const { name } of directory) {
      if (!isMediaFileName(name) && name !== JOURNAL_FILE) continue;
      const file = await orNull(() => stat(join(folder, name)));
      if (file !== null) found.set(name, { sizeBytes: file.size, tag: null });
    }
    return found;
  }

  async *takes(after: string | null): AsyncGenerator<TakeName> {
    for (const webcastId of await namesIn(this.#directory, isWebcastId)) {
      if (after !== null && webcastId < after.slice(0, webcastId.length)) continue;
      for (const generation of await namesIn(join(this.#directory, webcastId), isGeneration)) {
        const take = { webcastId, generation };
        if (after === null || keyOfTake(take) > after) yield take;
      }
    }
  }

  async remove(take: TakeName): Promise<void> {
    const folder = this.folderOf(take);
    await removeFolder(folder);
    // Fails while there are other takes of the webcast, which is right.
    await rmdir(dirname(folder)).catch(() => undefined);
  }
}

/** In their order; none where there is no such folder. */
async function namesIn(folder: string, isWanted: (name: string) => boolean) {
  return ((await orNull(() => readdir(folder))) ?? []).filter(isWanted).sort();
}

async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
