import { access, readdir, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isGeneration, isWebcastId, type KeptTake } from '@rostrum/contracts';
import type { MediaLog } from '../media-log.ts';
import { isMediaFileName } from './archive-file-names.ts';
import { isMissing } from './generation-writer.ts';
import { readRange } from './read-range.ts';
import { removeFolder } from './retire-generation.ts';

/** Takes whose generations the live side needs no longer: `<directory>/<webcastId>/<generation>/`. */
export class KeptTakes {
  readonly #directory: string;
  readonly #log: MediaLog;

  constructor(directory: string, log: MediaLog) {
    this.#directory = directory;
    this.#log = log;
  }

  /** @throws RangeError where these are no names */
  folderOf(webcastId: string, generation: string): string {
    if (!isWebcastId(webcastId) || !isGeneration(generation)) {
      throw new RangeError(`not a webcast and its generation (got ${webcastId}, ${generation})`);
    }
    return join(this.#directory, webcastId, generation);
  }

  /** Bytes of a file, as `GenerationArchive.read`. */
  async read(
    webcastId: string,
    generation: string,
    fileName: string,
    range?: { readonly start: number; readonly end: number },
  ): Promise<Uint8Array | null> {
    if (!isMediaFileName(fileName)) return null;
    const path = join(this.folderOf(webcastId, generation), fileName);
    try {
      return await readRange(path, range);
    } catch (error) {
      if (!isMissing(error)) this.#log.warn({ error, path }, 'a recorded file cannot be read');
      return null;
    }
  }

  async has(webcastId: string, generation: string): Promise<boolean> {
    try {
      await access(this.folderOf(webcastId, generation));
      return true;
    } catch {
      return false;
    }
  }

  /**
   * The takes by webcast and generation.
   *
   * @param after only those behind this one: `WEBCAST/GENERATION`; null for all
   * @throws what the file system throws
   */
  async list(after: string | null, limit: number): Promise<readonly KeptTake[]> {
    const takes: KeptTake[] = [];
    for (const webcastId of await namesIn(this.#directory, isWebcastId)) {
      if (after !== null && webcastId < after.slice(0, webcastId.length)) continue;
      const folder = join(this.#directory, webcastId);
      for (const generation of await namesIn(folder, isGeneration)) {
        if (after !== null && `${webcastId}/${generation}` <= after) continue;
        if (takes.length === limit) return takes;
        // The moment at which the folder was moved here; null where it went meanwhile.
        const keptSinceMs = await changedAtMs(join(folder, generation));
        if (keptSinceMs !== null) takes.push({ webcastId, generation, keptSinceMs });
      }
    }
    return takes;
  }

  /** @throws what the file system throws */
  async remove(webcastId: string, generation: string): Promise<void> {
    const folder = this.folderOf(webcastId, generation);
    await removeFolder(folder);
    // Fails while there are other takes of the webcast, which is right.
    await rmdir(dirname(folder)).catch(() => undefined);
  }
}

/** In their order; none where there is no such folder. */
async function namesIn(folder: string, isWanted: (name: string) => boolean) {
  try {
    return (await readdir(folder)).filter(isWanted).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function changedAtMs(folder: string): Promise<number | null> {
  try {
    return Math.round((await stat(folder)).ctimeMs);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
