import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MediaAway } from '../../package/media-away.ts';
import { segmentFileName } from '../../package/segment.ts';
import { JOURNAL_FILE } from '../archive-file-names.ts';
import { encodeJournalLine } from '../journal-line.ts';
import { forEachJournalLine } from '../read-journal.ts';
import { UnreadableJournal } from '../read-take.ts';
import type { FolderTakeStore } from './folder-take-store.ts';
import { forEachOf } from './for-each-of.ts';
import type { DistantStore, FileToStore, StoredFile, TakeName } from './take-store.ts';

/** Uploads at a time: enough to fill a line in spite of each request's way there and back, few enough to share it. */
const FILES_AT_A_TIME = 4;

export type TakeUpload = {
  readonly take: TakeName;
  readonly shelf: FolderTakeStore;
  readonly store: Pick<DistantStore, 'put' | 'list' | 'address'>;
  /** Asked before each file. */
  readonly isWanted: () => boolean;
};

/**
 * Puts a take's files into a store, the journal last, and looks whether all of it is there. What is there already, from
 * a try that was interrupted, is not sent again.
 *
 * @returns false where it was not wanted any more before it was whole
 * @throws MediaAway; UnreadableJournal; what the file system throws
 */
export async function uploadTake(upload: TakeUpload): Promise<boolean> {
  const { take, shelf, store, isWanted } = upload;
  await noteDamaged(shelf, take);
  const local = await shelf.list(take);
  const before = await store.list(take);
  const expected = new Map<string, StoredFile>();
  const send = async (fileName: string): Promise<void> => {
    const file = await readDigests(join(shelf.folderOf(take), fileName));
    const known = before.get(fileName);
    const isThere = known?.sizeBytes === file.sizeBytes && known.tag === file.md5;
    expected.set(fileName, isThere ? known : await store.put(take, fileName, file));
  };
  const media = [...local.keys()].filter((name) => name !== JOURNAL_FILE);
  await forEachOf(media, FILES_AT_A_TIME, async (name) => {
    if (isWanted()) await send(name);
  });
  if (!isWanted()) return false;
  await send(JOURNAL_FILE);
  const after = await store.list(take);
  for (const [fileName, file] of expected) {
    const found = after.get(fileName);
    const isOther = file.tag !== null && found?.tag !== file.tag;
    if (found?.sizeBytes !== file.sizeBytes || isOther) {
      throw new MediaAway(
        `The media store ${store.address} has not kept ${fileName} as it was sent.`,
      );
    }
  }
  return isWanted();
}

/**
 * Says in the journal which segments can't be played, because their files are missing or too short: who reads the take
 * out of a store does not look at every file.
 */
async function noteDamaged(shelf: FolderTakeStore, take: TakeName): Promise<void> {
  const folder = shelf.folderOf(take);
  const files = await shelf.list(take);
  const sizes = new Map<string, number>();
  let hasBegun = false;
  await forEachJournalLine(folder, (line) => {
    if (line.type === 'begin') hasBegun = line.generation === take.generation;
    if (line.type === 'closed') sizes.set(line.segment.stem, line.segment.sizeBytes);
    if (line.type === 'dropped') sizes.delete(line.stem);
  });
  if (!hasBegun) throw new UnreadableJournal(`${folder} has no journal of its generation`);
  let text = '';
  for (const [stem, sizeBytes] of sizes) {
    const isWhole = (files.get(segmentFileName(stem))?.sizeBytes ?? -1) >= sizeBytes;
    if (!isWhole) text += `${encodeJournalLine({ type: 'dropped', stem })}\n`;
  }
  if (text !== '') await appendFile(join(folder, JOURNAL_FILE), text);
}

/** Reads a file in pieces small enough for the live edge not to wait for a digest. */
async function readDigests(path: string): Promise<FileToStore> {
  const [md5, sha256] = [createHash('md5'), createHash('sha256')];
  let sizeBytes = 0;
  for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    md5.update(piece);
    sha256.update(piece);
    sizeBytes += piece.length;
  }
  return { path, sizeBytes, md5: md5.digest('hex'), sha256: sha256.digest('hex') };
}
