import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isMissing } from './generation-writer.ts';

export type DiskSpace = {
  /** What this process may still write. */
  readonly freeBytes: number;
  readonly sizeBytes: number;
};

/**
 * The file system that a folder is on, or will be once it is made.
 *
 * @throws what the file system throws
 */
export async function readDiskSpace(directory: string): Promise<DiskSpace> {
  try {
    const { bsize, bavail, blocks } = await statfs(directory);
    return { freeBytes: bsize * bavail, sizeBytes: bsize * blocks };
  } catch (error) {
    const parent = dirname(directory);
    if (!isMissing(error) || parent === directory) throw error;
    return await readDiskSpace(parent);
  }
}
