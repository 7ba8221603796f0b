import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { JOURNAL_FILE } from './archive-file-names.ts';
import { decodeJournalLine, type JournalLine } from './journal-line.ts';
import { applyJournalLine, beginJournalState, type JournalState } from './journal-state.ts';

/** What a journal file holds. */
export type JournalReading = {
  /** Null where the first line is missing or unreadable: nothing can be made of such a journal. */
  readonly state: JournalState | null;
  /** Size of the whole lines; what follows is a line that was being written when the process ended. */
  readonly lengthBytes: number;
  /** Lines in the middle that could not be read or did not follow. */
  readonly badLines: number;
};

const PIECE_BYTES = 256 * 1024;

/** The tail that is searched for the end before a whole journal is read. */
const TAIL_BYTES = 64 * 1024;

/** A longer line is no line of ours. */
const MAXIMUM_LINE_BYTES = 1024 * 1024;

const LINE_FEED = 0x0a;

/**
 * Reads the journal of a generation's folder in pieces, so that 24 hours of it neither fill the memory nor stop the
 * event loop.
 *
 * @throws what the file system throws
 */
export async function readJournal(folder: string): Promise<JournalReading> {
  const file = await open(join(folder, JOURNAL_FILE), 'r');
  try {
    let state: JournalState | null = null;
    let badLines = 0;
    const lengthBytes = await forEachText(piecesOf(file), (text) => {
      const line = decodeJournalLine(text);
      if (state === null) {
        state = line === null ? null : beginJournalState(line);
        return state !== null;
      }
      if (line === null || !applyJournalLine(state, line)) badLines += 1;
      return true;
    });
    return { state, lengthBytes, badLines };
  } finally {
    await file.close();
  }
}

/**
 * Goes through the lines of a journal without keeping them. A line that can't be read is passed over.
 *
 * @param onLine gets the line with its text, which has no line feed
 * @param afterSome called after every few hundred lines, and waited for
 * @throws what the file system throws
 */
export async function forEachJournalLine(
  folder: string,
  onLine: (line: JournalLine, text: string) => void,
  afterSome?: () => Promise<void>,
): Promise<void> {
  const file = await open(join(folder, JOURNAL_FILE), 'r');
  try {
    await forEachLineIn(piecesOf(file), onLine, afterSome);
  } finally {
    await file.close();
  }
}

/** As `forEachJournalLine`, for a journal that comes in pieces. */
export async function forEachLineIn(
  pieces: AsyncIterable<Uint8Array>,
  onLine: (line: JournalLine, text: string) => void,
  afterSome?: () => Promise<void>,
): Promise<void> {
  const onText = (text: string) => {
    const line = decodeJournalLine(text);
    if (line !== null) onLine(line, text);
    return true;
  };
  await forEachText(pieces, onText, afterSome);
}

/**
 * Looks into the last lines of a journal for the generation's end, to spare reading all of it. Gives the size of the
 * whole lines; null where the end is not among them, which is no proof of the contrary.
 */
export async function findJournalEnd(folder: string): Promise<number | null> {
  const file = await open(join(folder, JOURNAL_FILE), 'r');
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(Math.min(size, TAIL_BYTES));
    const start = size - buffer.length;
    const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
    const tail = buffer.subarray(0, bytesRead);
    const wholeBytes = tail.lastIndexOf(LINE_FEED) + 1;
    const lines = tail.toString('utf8', 0, wholeBytes).split('\n');
    const hasEnded = lines.some((text) => decodeJournalLine(text)?.type === 'ended');
    return hasEnded ? start + wholeBytes : null;
  } finally {
    await file.close();
  }
}

/** Calls for each whole line until `onLine` says false. Gives the size of the whole lines. */
async function forEachText(
  pieces: AsyncIterable<Uint8Array>,
  onLine: (text: string) => boolean,
  afterSome?: () => Promise<void>,
): Promise<number> {
  let rest: Buffer = Buffer.alloc(0);
  let lengthBytes = 0;
  for await (const piece of pieces) {
    const bytes = Buffer.concat([rest, piece]);
    let start = 0;
    for (;;) {
      const end = bytes.indexOf(LINE_FEED, start);
      if (end < 0) break;
      if (!onLine(bytes.toString('utf8', start, end))) return lengthBytes;
      lengthBytes += end + 1 - start;
      start = end + 1;
    }
    rest = bytes.subarray(start);
    await afterSome?.();
    if (rest.length > MAXIMUM_LINE_BYTES) return lengthBytes;
  }
  return lengthBytes;
}

/** Every piece is in the same memory. */
async function* piecesOf(file: FileHandle): AsyncGenerator<Uint8Array> {
  const piece = Buffer.alloc(PIECE_BYTES);
  let position = 0;
  for (;;) {
    const { bytesRead } = await file.read(piece, 0, piece.length, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield piece.subarray(0, bytesRead);
  }
}
