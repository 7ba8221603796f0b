import type { FileBytes } from './file-bytes.ts';

/** What is in a compound file, the container of Office before 2007 ([MS-CFB]). Nothing of the streams is read. */

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const NAME_BYTES = 64;
/** [MS-CFB] 2.1: larger numbers are signs, such as the end of a chain. */
const MAX_SECTOR = 0xfffffffa;
const NO_SECTOR = 0xffffffff;
const DIFAT_IN_HEADER = 109;
/** Directories of presentations have a dozen entries. */
const MAX_DIRECTORY_SECTORS = 64;
/** Each stands for eight megabytes at least. */
const MAX_LIST_SECTORS = 200;

/** Names of the streams and storages; none where the file is broken. */
export async function readCompoundNames(file: FileBytes): Promise<ReadonlySet<string>> {
  const header = Buffer.from(await file.read(0, HEADER_BYTES));
  const names = new Set<string>();
  if (header.length < HEADER_BYTES) return names;
  const shift = header.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return names;
  const sectorBytes = 2 ** shift;
  const sectorAt = (number: number) => (number + 1) * sectorBytes;
  let sector = header.readUInt32LE(48);
  for (let count = 0; count < MAX_DIRECTORY_SECTORS && sector <= MAX_SECTOR; count++) {
    const bytes = Buffer.from(await file.read(sectorAt(sector), sectorBytes));
    for (const name of namesIn(bytes)) names.add(name);
    sector = await nextOf(file, header, sector, sectorBytes);
  }
  return names;
}

/** [MS-CFB] 2.3: each sector's place in the allocation table says which one follows. */
async function nextOf(
  file: FileBytes,
  header: Buffer,
  sector: number,
  sectorBytes: number,
): Promise<number> {
  const perSector = sectorBytes / 4;
  const table = await tableOf(file, header, Math.floor(sector / perSector), sectorBytes);
  if (table > MAX_SECTOR) return NO_SECTOR;
  return numberAt(file, (table + 1) * sectorBytes + (sector % perSector) * 4);
}

/** [MS-CFB] 2.5: the header lists the first sectors of the allocation table, a chain of sectors the rest. */
async function tableOf(
  file: FileBytes,
  header: Buffer,
  index: number,
  sectorBytes: number,
): Promise<number> {
  if (index < DIFAT_IN_HEADER) return header.readUInt32LE(76 + index * 4);
  const perList = sectorBytes / 4 - 1;
  let rest = index - DIFAT_IN_HEADER;
  let list = header.readUInt32LE(68);
  for (let count = 0; count < MAX_LIST_SECTORS && list <= MAX_SECTOR; count++) {
    const at = (list + 1) * sectorBytes;
    if (rest < perList) return numberAt(file, at + rest * 4);
    rest -= perList;
    list = await numberAt(file, at + perList * 4);
  }
  return NO_SECTOR;
}

async function numberAt(file: FileBytes, position: number): Promise<number> {
  const bytes = Buffer.from(await file.read(position, 4));
  return bytes.length < 4 ? NO_SECTOR : bytes.readUInt32LE(0);
}

function* namesIn(sector: Buffer): Iterable<string> {
  for (let at = 0; at + ENTRY_BYTES <= sector.length; at += ENTRY_BYTES) {
    // With the two bytes that end it.
    const nameBytes = sector.readUInt16LE(at + NAME_BYTES);
    if (nameBytes < 4 || nameBytes > NAME_BYTES || nameBytes % 2 !== 0) continue;
    yield sector.toString('utf16le', at, at + nameBytes - 2);
  }
}
