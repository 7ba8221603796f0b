import type { FileBytes } from './file-bytes.ts';

/** The list of what is in a ZIP archive (APPNOTE.TXT 6.3.9, 4.3.12 and 4.3.16). Nothing is unpacked. */

export type ZipEntry = {
  readonly name: string;
  /** Of its local header, from the beginning of the file. */
  readonly position: number;
  /** As it lies in the file, compressed or not. */
  readonly sizeBytes: number;
};

export const ZIP_START = 'PK\x03\x04';

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
/** A presentation has a few hundred entries. */
const MAX_DIRECTORY_BYTES = 4 * 1024 * 1024;
const MAX_ENTRIES = 20_000;

/** In their order; nothing where the archive is broken, or larger than any presentation. */
export async function readZipEntries(file: FileBytes): Promise<readonly ZipEntry[]> {
  const tailLength = Math.min(file.sizeBytes, END_BYTES + MAX_COMMENT_BYTES);
  const tail = Buffer.from(await file.read(file.sizeBytes - tailLength, tailLength));
  const end = endRecordIn(tail);
  if (end === -1) return [];
  const directoryBytes = tail.readUInt32LE(end + 12);
  const position = tail.readUInt32LE(end + 16);
  if (directoryBytes > MAX_DIRECTORY_BYTES || position + directoryBytes > file.sizeBytes) return [];
  return entriesIn(Buffer.from(await file.read(position, directoryBytes)));
}

/** The last one: what comes before it may be a comment that looks like one. */
function endRecordIn(tail: Buffer): number {
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  return -1;
}

function entriesIn(directory: Buffer): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= directory.length && entries.length < MAX_ENTRIES; ) {
    if (directory.readUInt32LE(at) !== ENTRY_SIGNATURE) break;
    const nameBytes = directory.readUInt16LE(at + 28);
    const moreBytes = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    entries.push({
      name: directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes),
      position: directory.readUInt32LE(at + 42),
      sizeBytes: directory.readUInt32LE(at + 20),
    });
    at += ENTRY_BYTES + nameBytes + moreBytes;
  }
  return entries;
}
