import type { Readable } from 'node:stream';

/**
 * Where the bytes of uploaded files are kept, under keys that the store chooses itself: names that somebody sends never
 * come here. What resolves has survived a cut of the power.
 */
export interface FileStore {
  /** Takes a file that lies on this machine's disk away from there. @returns its key */
  take(path: string): Promise<string>;
  /** Writes what is in a file on this machine's disk into another one, which may grow, and have gaps. */
  writeAt(key: string, position: number, path: string): Promise<void>;
  /** At most this many bytes; fewer at the end of the file. */
  read(key: string, position: number, length: number): Promise<Uint8Array>;
  /** Its first bytes: behind them may be what nobody has counted. */
  stream(key: string, sizeBytes: number): Promise<Readable>;
  /** Doing so twice does no harm. */
  remove(key: string): Promise<void>;
  /** Keys of files that nobody has written to since then. */
  keysUntouchedSince(timeMs: number): AsyncIterable<string>;
}

export class FileGone extends Error {}
