import type { ArchiveReader } from './archive-reader.ts';
import type { RestOfBody } from './media-reply.ts';
import type { MovieIndex } from './movie-index.ts';

/** What a client is given at once: all of a download that is in memory for it, beside what was read ahead. */
const PIECE_BYTES = 256 * 1024;

/** What is read of a file at once, one stretch of each track: small segments are read whole. */
const BLOCK_BYTES = 256 * 1024;

/** Read ahead for the two tracks, whose pieces alternate. */
const MOST_BLOCKS = 2;

type Block = { readonly file: number; readonly start: number; readonly bytes: Uint8Array };

/** Bytes of a movie from one position to another, made when they are asked for. */
export class MovieBody implements RestOfBody {
  readonly sizeBytes: number;
  readonly #index: MovieIndex;
  readonly #reader: ArchiveReader;
  readonly #endBytes: number;
  readonly #onClose: () => void;
  #blocks: readonly Block[] = [];
  #position: number;
  #isClosed = false;

  /** @param onClose called once, when no more will be read */
  constructor(
    index: MovieIndex,
    reader: ArchiveReader,
    extent: { readonly start: number; readonly end: number },
    onClose: () => void,
  ) {
    this.#index = index;
    this.#reader = reader;
    this.#position = extent.start;
    this.#endBytes = extent.end;
    this.#onClose = onClose;
    this.sizeBytes = extent.end - extent.start;
  }

  readonly next = async (): Promise<Uint8Array | null> => {
    const sizeBytes = Math.min(PIECE_BYTES, this.#endBytes - this.#position);
    if (sizeBytes <= 0 || this.#isClosed) return null;
    const piece = new Uint8Array(sizeBytes);
    let filled = 0;
    while (filled < sizeBytes) {
      const bytes = await this.#bytesAt(this.#position + filled);
      if (bytes === null) return null;
      const taken = bytes.subarray(0, sizeBytes - filled);
      piece.set(taken, filled);
      filled += taken.length;
    }
    this.#position += sizeBytes;
    return piece;
  };

  readonly close = (): void => {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#blocks = [];
    this.#onClose();
  };

  /** Some bytes from a position on; null where they can't be read. */
  async #bytesAt(position: number): Promise<Uint8Array | null> {
    const { head, pieces } = this.#index;
    if (position < head.sizeBytes) return findIn(head.pieces, position);
    const at = position - head.sizeBytes;
    const piece = pieces.at(at);
    if (piece === undefined) return null;
    const skipped = at - piece.startBytes;
    if ('bytes' in piece) return piece.bytes.subarray(skipped);
    const start = piece.fileOffsetBytes + skipped;
    const block = this.#known(piece.file, start) ?? (await this.#read(piece.file, start));
    if (block === null) return null;
    const end = piece.fileOffsetBytes + piece.sizeBytes;
    return block.bytes.subarray(start - block.start, end - block.start);
  }

  #known(file: number, start: number): Block | undefined {
    return this.#blocks.find(
      (block) =>
        block.file === file && start >= block.start && start < block.start + block.bytes.length,
    );
  }

  async #read(file: number, start: number): Promise<Block | null> {
    const found = this.#index.files[file];
    if (found === undefined) return null;
    const range = { start, end: Math.min(start + BLOCK_BYTES, found.sizeBytes) };
    const bytes = await this.#reader.read({ ...found, range });
    if (bytes === null || bytes === 'busy' || bytes.length !== range.end - range.start) return null;
    const block = { file, start, bytes };
    this.#blocks = [block, ...this.#blocks.filter((each) => each.file !== file)].slice(
      0,
      MOST_BLOCKS,
    );
    return block;
  }
}

function findIn(pieces: readonly Uint8Array[], position: number): Uint8Array | null {
  let start = 0;
  for (const piece of pieces) {
    if (position < start + piece.length) return piece.subarray(position - start);
    start += piece.length;
  }
  return null;
}
