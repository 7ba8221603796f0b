/** Words in a page: 64 KB, so that long lists grow without being copied, and are handed out in pieces. */
const WORDS_IN_PAGE = 16_384;

/** A growing list of 32-bit big-endian words: what most tables of a movie are. */
export class WordList {
  readonly #pages: Uint8Array<ArrayBuffer>[] = [];
  #view: DataView = new DataView(new ArrayBuffer(0));
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get sizeBytes(): number {
    return 4 * this.#length;
  }

  push(value: number): void {
    const at = this.#length % WORDS_IN_PAGE;
    if (at === 0) {
      const page = new Uint8Array(4 * WORDS_IN_PAGE);
      this.#pages.push(page);
      this.#view = new DataView(page.buffer);
    }
    this.#view.setUint32(4 * at, value);
    this.#length += 1;
  }

  /** Changes every `step`-th word from the one at `first` on, page by page: one page takes some 50 µs. */
  *addToEach(value: number, first: number, step: number): Generator<void> {
    for (const [number, page] of this.#pages.entries()) {
      const view = new DataView(page.buffer);
      const end = Math.min(WORDS_IN_PAGE, this.#length - number * WORDS_IN_PAGE);
      const skipped = (number * WORDS_IN_PAGE - first) % step;
      const start = number === 0 ? first : (step - skipped) % step;
      for (let at = start; at < end; at += step) {
        view.setUint32(4 * at, view.getInt32(4 * at) + value);
      }
      yield;
    }
  }

  /** The bytes, in pieces that are never changed once the list is complete. */
  pages(): readonly Uint8Array[] {
    const last = this.#length % WORDS_IN_PAGE;
    if (last === 0) return this.#pages;
    return this.#pages.map((page, index) =>
      index === this.#pages.length - 1 ? page.subarray(0, 4 * last) : page,
    );
  }
}
