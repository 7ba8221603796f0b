import type { ArchivedMedia } from '../package/segment-archive.ts';

export type ArchiveReaderLimits = {
  /** Files that are read at the same time. */
  readonly maximumReads: number;
  /** Reads that wait for their turn. */
  readonly maximumWaitingReads: number;
};

/** A stretch of an archived file; the end is not included. */
export type ArchiveRead = {
  readonly webcastId: string;
  readonly generation: string;
  readonly fileName: string;
  /** The whole file where it is undefined. */
  readonly range: { readonly start: number; readonly end: number } | undefined;
};

/**
 * Reads what has left memory. Those who ask for the same file at the same time, or while somebody still has it, share
 * its bytes; a slow disk gets a bounded number of reads.
 */
export class ArchiveReader {
  readonly #archive: Pick<ArchivedMedia, 'read'>;
  readonly #limits: ArchiveReaderLimits;
  readonly #underWay = new Map<string, Promise<Uint8Array | null>>();
  /** Held by the answers that are being sent, not by this map. */
  readonly #inUse = new Map<string, WeakRef<Uint8Array>>();
  readonly #waiting: (() => void)[] = [];
  readonly #collected = new FinalizationRegistry<string>((key) => {
    if (this.#inUse.get(key)?.deref() === undefined) this.#inUse.delete(key);
  });
  #reads = 0;

  constructor(archive: Pick<ArchivedMedia, 'read'>, limits: ArchiveReaderLimits) {
    this.#archive = archive;
    this.#limits = limits;
  }

  /** The bytes; null where there are none; `busy` where too many wait already. */
  async read(read: ArchiveRead): Promise<Uint8Array | null | 'busy'> {
    const { webcastId, generation, fileName, range } = read;
    const key = `${webcastId}/${generation}/${fileName}/${range?.start}-${range?.end}`;
    const known = this.#inUse.get(key)?.deref();
    if (known !== undefined) return known;
    let reading = this.#underWay.get(key);
    if (reading === undefined) {
      if (this.#waiting.length >= this.#limits.maximumWaitingReads) return 'busy';
      reading = this.#readAlone(read, key);
      this.#underWay.set(key, reading);
    }
    return await reading;
  }

  async #readAlone(read: ArchiveRead, key: string): Promise<Uint8Array | null> {
    if (this.#reads >= this.#limits.maximumReads) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#reads += 1;
    try {
      const { webcastId, generation, fileName, range } = read;
      const bytes = await this.#archive.read(webcastId, generation, fileName, range);
      if (bytes !== null) this.#remember(key, bytes);
      return bytes;
    } finally {
      this.#reads -= 1;
      this.#underWay.delete(key);
      this.#waiting.shift()?.();
    }
  }

  #remember(key: string, bytes: Uint8Array): void {
    this.#inUse.set(key, new WeakRef(bytes));
    this.#collected.register(bytes, key);
  }
}
