import type { KeptTake } from '@rostrum/contracts';
import type { MediaLog } from '../media-log.ts';
import { MediaAway } from '../package/media-away.ts';
import type { RecordedTake } from '../package/recorded-take.ts';
import { isMediaFileName, JOURNAL_FILE } from './archive-file-names.ts';
import { isMissing } from './generation-writer.ts';
import { readTake, readTakeOf } from './read-take.ts';
import { FolderTakeStore } from './store/folder-take-store.ts';
import { forEachOf } from './store/for-each-of.ts';
import { StoredBlocks } from './store/stored-blocks.ts';
import {
  compareTakes,
  type DistantStore,
  keyOfTake,
  type Stretch,
  type TakeName,
  type TakeStore,
} from './store/take-store.ts';
import { TakeUploads, type TakeUploadsOptions, type WaitingTakes } from './store/take-uploads.ts';

export type KeptTakesOptions = {
  readonly directory: string;
  readonly log: MediaLog;
  /** Where takes are kept in the end; the directory itself where it is absent. */
  readonly store?: DistantStore;
  readonly pausesMs?: TakeUploadsOptions['pausesMs'];
};

/** A distant store, and what it needs here. */
type Distant = {
  readonly store: DistantStore;
  readonly blocks: StoredBlocks;
  readonly uploads: TakeUploads;
};

/**
 * Takes whose generations the live side needs no longer. They come to a shelf on the local disk, from where they are
 * moved into the distant store if there is one; they play from wherever they are.
 */
export class KeptTakes {
  readonly #shelf: FolderTakeStore;
  readonly #log: MediaLog;
  readonly #distant: Distant | null;

  constructor({ directory, log, store, pausesMs }: KeptTakesOptions) {
    const shelf = new FolderTakeStore(directory);
    this.#shelf = shelf;
    this.#log = log;
    if (store === undefined) {
      this.#distant = null;
    } else {
      const uploads = new TakeUploads({ shelf, store, log, ...(pausesMs && { pausesMs }) });
      this.#distant = { store, blocks: new StoredBlocks(store), uploads };
    }
  }

  /** Those that are not in the distant store yet; null where there is no such store. */
  get waiting(): WaitingTakes | null {
    return this.#distant?.uploads.waiting ?? null;
  }

  /** @throws RangeError where these are no names */
  folderOf(webcastId: string, generation: string): string {
    return this.#shelf.folderOf({ webcastId, generation });
  }

  /** Takes have come, or may be there from before. */
  lookForNew(): void {
    this.#distant?.uploads.wake();
  }

  /** The distant store can be used again. */
  retryNow(): void {
    this.#distant?.uploads.retryNow();
  }

  /**
   * Bytes of a file, as `GenerationArchive.read`.
   *
   * @throws MediaAway
   */
  async read(take: TakeName, fileName: string, stretch?: Stretch): Promise<Uint8Array | null> {
    if (!isMediaFileName(fileName)) return null;
    const bytes = await this.#readHere(take, fileName, stretch);
    if (bytes !== null || this.#distant === null || (await this.#isHere(take))) return bytes;
    return await this.#distant.blocks.read(take, fileName, stretch);
  }

  /**
   * What can be played of a take; null where there is none.
   *
   * @throws MediaAway
   */
  async find(take: TakeName): Promise<RecordedTake | null> {
    if (this.#distant === null) return await this.#findHere(take);
    if (await this.#isHere(take)) {
      const found = await this.#findHere(take);
      // What is being moved goes file by file, after its journal.
      if (await this.#isHere(take)) return found;
    }
    return await this.#findInStore(take, this.#distant.store);
  }

  /** True also where that can't be told now. */
  async mayHave(take: TakeName): Promise<boolean> {
    if (await this.#isHere(take)) return true;
    if (this.#distant === null) return false;
    try {
      return (await this.#distant.store.read(take, JOURNAL_FILE, FIRST_LINE)) !== null;
    } catch (error) {
      if (error instanceof MediaAway) return true;
      throw error;
    }
  }

  /**
   * Takes of which there is anything, here or in the distant store, by webcast and generation.
   *
   * @param after only those behind this one: `WEBCAST/GENERATION`; null for all
   * @throws MediaAway; what the file system throws
   */
  async list(after: string | null, limit: number): Promise<readonly KeptTake[]> {
    const stores: readonly TakeStore[] =
      this.#distant === null ? [this.#shelf] : [this.#shelf, this.#distant.store];
    const names = await firstOf(
      stores.map((store) => store.takes(after)),
      limit,
    );
    const takes: KeptTake[] = [];
    await forEachOf(names, LOOKS_AT_A_TIME, async (name) => {
      const sinceMs = await Promise.all(stores.map((store) => store.sinceMs(name)));
      const [keptSinceMs] = sinceMs.filter((ms) => ms !== null);
      // Otherwise it went meanwhile.
      if (keptSinceMs !== undefined) takes.push({ ...name, keptSinceMs });
    });
    return takes.sort(compareTakes);
  }

  /** @throws MediaAway; what the file system throws */
  async remove(take: TakeName): Promise<void> {
    const distant = this.#distant;
    if (distant === null) return await this.#shelf.remove(take);
    await distant.uploads.without(take, async () => {
      await this.#shelf.remove(take);
      await distant.store.remove(take);
      distant.blocks.forget(take);
    });
  }

  async close(): Promise<void> {
    this.#distant?.store.close();
    await this.#distant?.uploads.close();
  }

  async #isHere(take: TakeName): Promise<boolean> {
    try {
      return await this.#shelf.has(take);
    } catch {
      return false;
    }
  }

  async #readHere(
    take: TakeName,
    fileName: string,
    stretch: Stretch | undefined,
  ): Promise<Uint8Array | null> {
    try {
      return await this.#shelf.read(take, fileName, stretch);
    } catch (error) {
      this.#log.warn({ error, ...take, fileName }, 'a recorded file cannot be read');
      return null;
    }
  }

  async #findHere(take: TakeName): Promise<RecordedTake | null> {
    const folder = this.#shelf.folderOf(take);
    try {
      return await readTake(folder, take.webcastId, take.generation);
    } catch (error) {
      if (!isMissing(error)) this.#log.warn({ error, folder }, 'a recording cannot be read');
      return null;
    }
  }

  async #findInStore(take: TakeName, store: DistantStore): Promise<RecordedTake | null> {
    const { webcastId, generation } = take;
    const first = await store.read(take, JOURNAL_FILE, pieceFrom(0));
    if (first === null) return null;
    try {
      return await readTakeOf(journalPieces(take, store, first), webcastId, generation);
    } catch (error) {
      if (error instanceof MediaAway) throw error;
      this.#log.warn({ error, ...take }, 'a recording in the media store cannot be read');
      return null;
    }
  }
}

/** Of a store on the other side of a network. */
const LOOKS_AT_A_TIME = 16;

/** The first names of several lists, each of which has them in their order; a name that is in several comes once. */
async function firstOf(
  lists: readonly AsyncIterable<TakeName>[],
  limit: number,
): Promise<readonly TakeName[]> {
  const found = new Map<string, TakeName>();
  for (const list of lists) {
    let count = 0;
    for await (const take of list) {
      found.set(keyOfTake(take), take);
      if (++count === limit) break;
    }
  }
  return [...found.values()].sort(compareTakes).slice(0, limit);
}

/** The beginning of one, at least. */
const FIRST_LINE: Stretch = { start: 0, end: 256 };

/** An hour of both tracks is a journal of 1 MB. */
const JOURNAL_PIECE_BYTES = 1024 * 1024;

function pieceFrom(start: number): Stretch {
  return { start, end: start + JOURNAL_PIECE_BYTES };
}

async function* journalPieces(
  take: TakeName,
  store: DistantStore,
  first: Uint8Array,
): AsyncGenerator<Uint8Array> {
  let position = 0;
  let piece: Uint8Array | null = first;
  while (piece !== null) {
    yield piece;
    position += piece.length;
    if (piece.length < JOURNAL_PIECE_BYTES) return;
    piece = await store.read(take, JOURNAL_FILE, pieceFrom(position));
  }
}
