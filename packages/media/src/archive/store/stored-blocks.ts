import { keyOfTake, type Stretch, type TakeName, type TakeStore } from './take-store.ts';

export type StoredBlocksLimits = {
  /** What is fetched at once. */
  readonly blockBytes: number;
  /** All that is kept. */
  readonly maximumBytes: number;
  /** Less than this is fetched as it is asked for and not kept: a picture, or the head of a fragment. */
  readonly smallestBytes: number;
};

const LIMITS: StoredBlocksLimits = {
  // Most of a segment of 2 s: one request costs as much time as 1 MB does.
  blockBytes: 1024 * 1024,
  maximumBytes: 64 * 1024 * 1024,
  smallestBytes: 64 * 1024,
};

/** A file is asked for as a whole where it is small: an init segment. */
const WHOLE = 'whole';

/**
 * What was read of a distant store lately, in blocks. Those who ask for the same at the same time share a request; who
 * reads on finds the next block on its way.
 */
export class StoredBlocks {
  readonly #store: Pick<TakeStore, 'read'>;
  readonly #limits: StoredBlocksLimits;
  /** The least recently used first. */
  readonly #known = new Map<string, Uint8Array>();
  readonly #underWay = new Map<string, Promise<Uint8Array | null>>();
  #sizeBytes = 0;

  constructor(store: Pick<TakeStore, 'read'>, limits: Partial<StoredBlocksLimits> = {}) {
    this.#store = store;
    this.#limits = { ...LIMITS, ...limits };
  }

  /** As `TakeStore.read`. */
  async read(take: TakeName, fileName: string, stretch?: Stretch): Promise<Uint8Array | null> {
    const name = `${keyOfTake(take)}/${fileName}`;
    if (stretch === undefined) {
      return await this.#get(`${name}/${WHOLE}`, () => this.#store.read(take, fileName));
    }
    const { blockBytes, smallestBytes } = this.#limits;
    const first = Math.floor(stretch.start / blockBytes);
    const last = Math.floor((stretch.end - 1) / blockBytes);
    const isSmall = stretch.end - stretch.start < smallestBytes;
    if (isSmall && !(first === last && this.#known.has(`${name}/${first}`))) {
      return await this.#share(`${name}/${stretch.start}-${stretch.end}`, () =>
        this.#store.read(take, fileName, stretch),
      );
    }
    const block = (index: number) =>
      this.#get(`${name}/${index}`, () =>
        this.#store.read(take, fileName, {
          start: index * blockBytes,
          end: (index + 1) * blockBytes,
        }),
      );
    const blocks: Uint8Array[] = [];
    for (let index = first; index <= last; index++) {
      const bytes = await block(index);
      if (bytes === null) return null;
      blocks.push(bytes);
      if (bytes.length < blockBytes) break;
    }
    const isReadOn = !isSmall && stretch.start > first * blockBytes;
    const goesOn = blocks.at(-1)?.length === blockBytes;
    // Whoever needs it will be told what is wrong.
    if (isReadOn && goesOn) block(last + 1).catch(() => undefined);
    const [only = new Uint8Array()] = blocks;
    const bytes = blocks.length === 1 ? only : Buffer.concat(blocks);
    const offset = first * blockBytes;
    return bytes.subarray(stretch.start - offset, stretch.end - offset);
  }

  /** The take is removed. */
  forget(take: TakeName): void {
    const prefix = `${keyOfTake(take)}/`;
    for (const key of this.#underWay.keys()) if (key.startsWith(prefix)) this.#underWay.delete(key);
    for (const [key, bytes] of this.#known) if (key.startsWith(prefix)) this.#drop(key, bytes);
  }

  async #get(key: string, fetch: () => Promise<Uint8Array | null>): Promise<Uint8Array | null> {
    const known = this.#known.get(key);
    if (known === undefined)
      return await this.#share(key, fetch, (bytes) => this.#keep(key, bytes));
    this.#known.delete(key);
    this.#known.set(key, known);
    return known;
  }

  #share(
    key: string,
    fetch: () => Promise<Uint8Array | null>,
    keep: (bytes: Uint8Array) => void = () => undefined,
  ): Promise<Uint8Array | null> {
    const underWay = this.#underWay.get(key);
    if (underWay !== undefined) return underWay;
    const begun = fetch()
      .then((bytes) => {
        // Otherwise it was forgotten meanwhile.
        if (bytes !== null && this.#underWay.get(key) === begun) keep(bytes);
        return bytes;
      })
      .finally(() => {
        if (this.#underWay.get(key) === begun) this.#underWay.delete(key);
      });
    this.#underWay.set(key, begun);
    return begun;
  }

  #keep(key: string, bytes: Uint8Array): void {
    if (bytes.length > this.#limits.blockBytes) return;
    this.#known.set(key, bytes);
    this.#sizeBytes += bytes.length;
    for (const [oldest, { length }] of this.#known) {
      if (this.#sizeBytes <= this.#limits.maximumBytes) return;
      this.#known.delete(oldest);
      this.#sizeBytes -= length;
    }
  }

  #drop(key: string, bytes: Uint8Array): void {
    this.#known.delete(key);
    this.#sizeBytes -= bytes.length;
  }
}
