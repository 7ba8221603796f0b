import { constants, write } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { JOURNAL_FILE, NEXT_JOURNAL_FILE } from './archive-file-names.ts';
import { encodeJournalLine, type JournalLine } from './journal-line.ts';
import { journalLinesOf } from './journal-state.ts';
import { readJournal } from './read-journal.ts';

/** Below this a journal is not worth shortening: it is read in a few milliseconds. */
const WORTH_SHORTENING_BYTES = 4 * 1024 * 1024;

const WRITE_BYTES = 256 * 1024;

/** The append-only file that says what a generation's other files are. Used by one writer at a time. */
export class JournalFile {
  readonly #folder: string;
  #handle: FileHandle | null = null;
  #lengthBytes: number;
  #supersededBytes: number;
  #pending = '';
  /** What a failed write may have left behind the last whole line. */
  #hasTornEnd: boolean;

  /**
   * @param lengthBytes size of the whole lines that the file has already
   * @param supersededBytes how much of them later lines have made useless
   */
  constructor(folder: string, lengthBytes: number, supersededBytes: number) {
    this.#folder = folder;
    this.#lengthBytes = lengthBytes;
    this.#supersededBytes = supersededBytes;
    this.#hasTornEnd = lengthBytes > 0;
  }

  /** Takes a line for the next write; gives its size in bytes. */
  add(line: JournalLine): number {
    const text = encodeJournalLine(line);
    this.#pending += text;
    return Buffer.byteLength(text);
  }

  /** Notes that lines of this many bytes have been made useless by a later one. */
  supersede(sizeBytes: number): void {
    this.#supersededBytes += sizeBytes;
  }

  get hasPending(): boolean {
    return this.#pending !== '';
  }

  /** Writes what was added. After a failure the same lines are written the next time, over what was left of them. */
  async write(): Promise<void> {
    if (this.#pending === '') return;
    const bytes = Buffer.from(this.#pending);
    // Not for appending: after a failed write the position has to be the end of the last whole line.
    this.#handle ??= await openForWriting(join(this.#folder, JOURNAL_FILE));
    if (this.#hasTornEnd) await this.#handle.truncate(this.#lengthBytes);
    this.#hasTornEnd = true;
    await writeAll(this.#handle, bytes, this.#lengthBytes);
    this.#hasTornEnd = false;
    this.#lengthBytes += bytes.length;
    this.#pending = '';
    if (this.#isWorthShortening()) await this.#shorten();
  }

  async close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = null;
    await handle?.close();
  }

  #isWorthShortening(): boolean {
    return this.#supersededBytes > Math.max(WORTH_SHORTENING_BYTES, this.#lengthBytes / 2);
  }

  /** Writes the lines that still matter into a new file, which then takes the journal's place in one step. */
  async #shorten(): Promise<void> {
    const { state } = await readJournal(this.#folder);
    this.#supersededBytes = 0;
    if (state === null) return;
    const nextPath = join(this.#folder, NEXT_JOURNAL_FILE);
    const next = await openForWriting(nextPath);
    try {
      await next.truncate(0);
      let lengthBytes = 0;
      let text = '';
      for (const line of journalLinesOf(state)) {
        text += line;
        if (text.length < WRITE_BYTES) continue;
        lengthBytes += await writeAll(next, Buffer.from(text), lengthBytes);
        text = '';
      }
      lengthBytes += await writeAll(next, Buffer.from(text), lengthBytes);
      await next.datasync();
      await rename(nextPath, join(this.#folder, JOURNAL_FILE));
      await this.close();
      this.#handle = next;
      this.#lengthBytes = lengthBytes;
    } catch (error) {
      await next.close();
      throw error;
    }
  }
}

/**
 * Writes every byte at a position; gives their number. Nobody closes the file meanwhile: its descriptor is used directly,
 * which costs half of what the handle's own `write` does, and parts are what the archive mostly writes.
 */
export function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const writeFrom = (written: number): void => {
    const left = bytes.length - written;
    write(file.fd, bytes, written, left, position + written, (error, writtenNow) => {
      if (error !== null) reject(error);
      else if (writtenNow < left) writeFrom(written + writtenNow);
      else resolve(bytes.length);
    });
  };
  writeFrom(0);
  return promise;
}

/** Opens a file of the archive, made where it is missing, readable by the server's user alone. */
export async function openForWriting(path: string): Promise<FileHandle> {
  return await open(path, constants.O_CREAT | constants.O_RDWR, 0o600);
}
