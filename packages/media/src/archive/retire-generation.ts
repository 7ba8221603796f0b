import { mkdir, opendir, rename, rm, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isMediaFileName, JOURNAL_FILE, NEXT_JOURNAL_FILE } from './archive-file-names.ts';
import { isMissing } from './generation-writer.ts';
import { openForWriting, writeAll } from './journal-file.ts';
import type { JournalLine } from './journal-line.ts';
import { forEachJournalLine } from './read-journal.ts';
import { readTake } from './read-take.ts';

export type Retirement = {
  /** Where the generation's files are, and where those of its take are to be. */
  readonly folder: string;
  readonly keptFolder: string;
  readonly webcastId: string;
  readonly generation: string;
};

/**
 * Leaves of a generation's folder what is recorded, and moves that to where the takes are; where nothing is recorded the
 * folder goes. Each step can be repeated: after a crash the next start does all of them again.
 *
 * @throws what the file system throws, and UnreadableJournal: the folder then stays as it is
 */
export async function retireGeneration(retirement: Retirement): Promise<void> {
  const { folder, keptFolder, webcastId, generation } = retirement;
  const take = await readTakeIfAny(folder, webcastId, generation);
  if (take === null) {
    await removeFolder(folder);
    return;
  }
  const stems = await shortenJournal(folder);
  // Not all names at once: a day has 86,400.
  for await (const { name } of await opendir(folder, { bufferSize: 256 })) {
    const isSegment = isMediaFileName(name) && name.endsWith('.m4s');
    if (isSegment && !stems.has(name.slice(0, -'.m4s'.length))) await unlink(join(folder, name));
  }
  await mkdir(dirname(keptFolder), { recursive: true, mode: 0o700 });
  await rename(folder, keptFolder);
}

/** Removes a folder in such an order that what a crash leaves of it is no take any more. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(join(folder, JOURNAL_FILE), { force: true });
  await rm(folder, { recursive: true, force: true });
}

async function readTakeIfAny(folder: string, webcastId: string, generation: string) {
  try {
    return await readTake(folder, webcastId, generation);
  } catch (error) {
    // A disk that never worked has no folder, or one without a journal.
    if (isMissing(error)) return null;
    throw error;
  }
}

/**
 * Replaces the journal, in one step, by its lines about what is recorded: it is read whenever the take is played again.
 * Gives the stems of the recorded segments, also of those that can't be played: what is recorded is not thrown away for
 * a file that seems too short.
 */
async function shortenJournal(folder: string): Promise<ReadonlySet<string>> {
  const stems = new Set<string>();
  const isKept = (line: JournalLine) => {
    switch (line.type) {
      case 'closed':
        if (line.segment.isRecorded) stems.add(line.segment.stem);
        return line.segment.isRecorded;
      case 'dropped':
        return stems.delete(line.stem);
      default:
        return line.type === 'begin' || line.type === 'init' || line.type === 'ended';
    }
  };
  const nextPath = join(folder, NEXT_JOURNAL_FILE);
  const next = await openForWriting(nextPath);
  let lengthBytes = 0;
  let text = '';
  const write = async () => {
    lengthBytes += await writeAll(next, Buffer.from(text), lengthBytes);
    text = '';
  };
  try {
    await next.truncate(0);
    const onLine = (line: JournalLine, lineText: string) => {
      if (isKept(line)) text += `${lineText}\n`;
    };
    await forEachJournalLine(folder, onLine, write);
    await write();
    await next.datasync();
  } finally {
    await next.close();
  }
  await rename(nextPath, join(folder, JOURNAL_FILE));
  return stems;
}
