import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../errors.ts';
import type { Picture } from './plan.ts';
import type { WebcastFile } from './webcast-file.ts';

/** What the server takes. */
const MOST_BYTES = 10_000_000;
const HASH_LETTERS = 16;

/**
 * The pictures that a file names, by the names that it gives them.
 *
 * @param folder that their names begin in: the file's own
 * @throws UsageError where one is not there, or too large
 */
export async function readPictures(
  { webcasts }: WebcastFile,
  fileName: string,
  folder: string,
): Promise<ReadonlyMap<string, Picture>> {
  const pictures = new Map<string, Picture>();
  for (const { thumbnail, line } of webcasts) {
    if (thumbnail === undefined || pictures.has(thumbnail)) continue;
    const file = path.resolve(folder, thumbnail);
    const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(
        `${fileName}:${line}: the picture ${file} can't be read (${error.code}).`,
      );
    });
    if (bytes.length > MOST_BYTES) {
      throw new UsageError(
        `${fileName}:${line}: the picture ${file} has ${bytes.length} bytes; at most ${MOST_BYTES} are taken.`,
      );
    }
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LETTERS);
    pictures.set(thumbnail, { path: thumbnail, bytes, hash });
  }
  return pictures;
}
