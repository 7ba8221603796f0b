import { join } from 'node:path';
import { MediaAway } from '../../package/media-away.ts';
import { segmentFileName } from '../../package/segment.ts';
import { JOURNAL_FILE } from '../archive-file-names.ts';
import { encodeJournalLine } from '../journal-line.ts';
import { forEachJournalLine } from '../read-journal.ts';
import { UnreadableJournal } from '../read-take.ts';
import { fileToStore, toStore } from './file-to-store.ts';
import type { FolderTakeStore } from './folder-take-store.ts';
import { forEachOf } from './for-each-of.ts';
import type { DistantStore, FileToStore, StoredFile, TakeName } from './take-store.ts';
import type { UploadPace } from './upload-pace.ts';

/** Uploads at a time: enough to fill a line in spite of each request's way there and back, few enough to share it. */
const FILES_AT_A_TIME = 4;

export type TakeUpload = {
  readonly take: TakeName;
  readonly shelf: FolderTakeStore;
  readonly store: Pick<DistantStore, 'put' | 'list' | 'address'>;
  readonly pace: UploadPace;
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
  const { take, shelf, store, pace, isWanted } = upload;
  const folder = shelf.folderOf(take);
  const local = await shelf.list(take);
  const journal = await readJournalForStore(folder, take, local);
  const before = await store.list(take);
  const expected = new Map<string, StoredFile>();
  const send = async (fileName: string, file: FileToStore): Promise<void> => {
    const known = before.get(fileName);
    const isThere = known?.sizeBytes === file.sizeBytes && known.tag === file.md5;
    expected.set(fileName, isThere ? known : await store.put(take, fileName, file));
    await pace.follow(file.sizeBytes);
  };
  const media = [...local.keys()].filter((name) => name !== JOURNAL_FILE);
  await forEachOf(media, FILES_AT_A_TIME, async (name) => {
    if (isWanted()) await send(name, await fileToStore(join(folder, name)));
  });
  if (!isWanted()) return false;
  await send(JOURNAL_FILE, toStore(journal));
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
 * The journal, with a line for each segment that can't be played because its file is missing or too short: who reads the
 * take out of a store does not look at every file. Nothing is written here, where the disk may be full.
 */
async function readJournalForStore(
  folder: string,
  { webcastId, generation }: TakeName,
  files: ReadonlyMap<string, StoredFile>,
): Promise<Buffer> {
  const sizes = new Map<string, number>();
  const pieces: Buffer[] = [];
  let text = '';
  let hasBegun = false;
  const putAway = async () => {
    pieces.push(Buffer.from(text));
    text = '';
  };
  await forEachJournalLine(
    folder,
    (line, lineText) => {
      if (line.type === 'begin') {
        hasBegun = line.settings.webcastId === webcastId && line.generation === generation;
      }
      if (line.type === 'closed') sizes.set(line.segment.stem, line.segment.sizeBytes);
      if (line.type === 'dropped') sizes.delete(line.stem);
      text += `${lineText}\n`;
    },
    putAway,
  );
  if (!hasBegun) throw new UnreadableJournal(`${folder} has no journal of its generation`);
  for (const [stem, sizeBytes] of sizes) {
    const isWhole = (files.get(segmentFileName(stem))?.sizeBytes ?? -1) >= sizeBytes;
    if (!isWhole) text += `${encodeJournalLine({ type: 'dropped', stem })}\n`;
  }
  await putAway();
  return Buffer.concat(pieces);
}
