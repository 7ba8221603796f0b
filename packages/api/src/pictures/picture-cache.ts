/** A result and how it is kept. */
export type Cacheable<T> = {
  readonly value: T;
  readonly sizeBytes: number;
  /** ms; 0 is not kept at all. */
  readonly keepMs: number;
};

type Entry<T> = {
  readonly value: T;
  readonly sizeBytes: number;
  readonly untilMs: number;
};

/** What every entry costs beside its bytes. */
const OVERHEAD_BYTES = 1024;

/**
 * Keeps what was made, up to so many bytes; what was used least recently goes first. Whoever asks for what is being made
 * shares it.
 */
export class PictureCache<T> {
  readonly #maxBytes: number;
  readonly #entries = new Map<string, Entry<T>>();
  readonly #making = new Map<string, Promise<T>>();
  #sizeBytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  async get(key: string, make: () => Promise<Cacheable<T>>): Promise<T> {
    const known = this.peek(key);
    if (known !== undefined) return known;
    const running = this.#making.get(key);
    if (running !== undefined) return running;
    const making = make().then((made) => {
      this.keep(key, made);
      return made.value;
    });
    this.#making.set(key, making);
    try {
      return await making;
    } finally {
      this.#making.delete(key);
    }
  }

  /** What is kept, if anything is. */
  peek(key: string): T | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#forget(key, entry);
    if (entry.untilMs <= performance.now()) return undefined;
    // A Map iterates in the order of insertion: what is inserted again is the youngest.
    this.#entries.set(key, entry);
    this.#sizeBytes += entry.sizeBytes;
    return entry.value;
  }

  keep(key: string, { value, sizeBytes, keepMs }: Cacheable<T>): void {
    const costBytes = sizeBytes + OVERHEAD_BYTES;
    if (keepMs <= 0 || costBytes > this.#maxBytes) return;
    const before = this.#entries.get(key);
    if (before !== undefined) this.#forget(key, before);
    this.#entries.set(key, { value, sizeBytes: costBytes, untilMs: performance.now() + keepMs });
    this.#sizeBytes += costBytes;
    for (const [oldest, entry] of this.#entries) {
      if (this.#sizeBytes <= this.#maxBytes) return;
      this.#forget(oldest, entry);
    }
  }

  #forget(key: string, entry: Entry<T>): void {
    this.#entries.delete(key);
    this.#sizeBytes -= entry.sizeBytes;
  }
}
