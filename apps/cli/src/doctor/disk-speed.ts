import { randomBytes } from 'node:crypto';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import path from 'node:path';

export type DiskSpeed = {
  readonly bytesPerSecond: number;
  /** Until a small write is safe, ms. */
  readonly syncP50Ms: number;
  readonly syncP99Ms: number;
  /** Clock of the file system minus that of the machine, ms. */
  readonly aheadMs: number;
};

const BLOCK_BYTES = 1_048_576;
const SMALL_BYTES = 4096;

/**
 * Writes as the server does: long files, and small ones that have to be safe before somebody is answered.
 *
 * @param folder must be there; what is written is removed again
 */
export async function measureDisk(
  folder: string,
  { blocks = 32, syncs = 100 }: { readonly blocks?: number; readonly syncs?: number } = {},
): Promise<DiskSpeed> {
  const own = await mkdtemp(path.join(folder, '.rostrum-doctor-'));
  try {
    const long = path.join(own, 'long');
    const bytesPerSecond = await writeLong(long, blocks);
    const { mtimeMs } = await stat(long);
    const aheadMs = mtimeMs - Date.now();
    const times = (await writeSmall(path.join(own, 'small'), syncs)).toSorted((a, b) => a - b);
    const at = (share: number) =>
      times[Math.min(times.length - 1, Math.floor(times.length * share))];
    return { bytesPerSecond, syncP50Ms: at(0.5) ?? 0, syncP99Ms: at(0.99) ?? 0, aheadMs };
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

async function writeLong(file: string, blocks: number): Promise<number> {
  // Random: some file systems make zeros to nothing.
  const block = randomBytes(BLOCK_BYTES);
  const handle = await open(file, 'w', 0o600);
  try {
    const startMs = performance.now();
    for (let index = 0; index < blocks; index++) await handle.write(block);
    await handle.sync();
    return (blocks * BLOCK_BYTES * 1000) / (performance.now() - startMs);
  } finally {
    await handle.close();
  }
}

async function writeSmall(file: string, syncs: number): Promise<number[]> {
  const block = randomBytes(SMALL_BYTES);
  const handle = await open(file, 'w', 0o600);
  try {
    const times: number[] = [];
    for (let index = 0; index < syncs; index++) {
      const startMs = performance.now();
      await handle.write(block);
      await handle.datasync();
      times.push(performance.now() - startMs);
    }
    return times;
  } finally {
    await handle.close();
  }
}
