/** A stretch of the movie's media: part of a file, or bytes that are in no file. */
export type MediaPiece = {
  /** In the media. */
  readonly startBytes: number;
  readonly sizeBytes: number;
} & ({ readonly file: number; readonly fileOffsetBytes: number } | { readonly bytes: Uint8Array });

/** The media of a movie, put together of pieces of files that stay where they are. */
export class MediaPieces {
  readonly #starts: number[] = [];
  readonly #files: number[] = [];
  /** In the file; of the bytes where there is no file. */
  readonly #offsets: number[] = [];
  readonly #literals: Uint8Array[] = [];
  #sizeBytes = 0;

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** @returns where it begins in the media */
  addFile(file: number, fileOffsetBytes: number, sizeBytes: number): number {
    return this.#add(file, fileOffsetBytes, sizeBytes);
  }

  /** @returns where it begins in the media */
  addBytes(bytes: Uint8Array): number {
    return this.#add(IN_NO_FILE, this.#literals.push(bytes) - 1, bytes.byteLength);
  }

  /** The piece that holds a position; undefined behind the end. */
  at(positionBytes: number): MediaPiece | undefined {
    if (positionBytes < 0 || positionBytes >= this.#sizeBytes) return undefined;
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= positionBytes) low = middle;
      else high = middle;
    }
    const startBytes = this.#starts[low] ?? 0;
    const sizeBytes = (this.#starts[low + 1] ?? this.#sizeBytes) - startBytes;
    const file = this.#files[low] ?? IN_NO_FILE;
    const offset = this.#offsets[low] ?? 0;
    if (file !== IN_NO_FILE) return { startBytes, sizeBytes, file, fileOffsetBytes: offset };
    return { startBytes, sizeBytes, bytes: this.#literals[offset] ?? new Uint8Array(0) };
  }

  #add(file: number, offset: number, sizeBytes: number): number {
    const startBytes = this.#sizeBytes;
    if (sizeBytes === 0) return startBytes;
    this.#starts.push(startBytes);
    this.#files.push(file);
    this.#offsets.push(offset);
    this.#sizeBytes += sizeBytes;
    return startBytes;
  }
}

const IN_NO_FILE = -1;
