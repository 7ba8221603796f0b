import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FileToStore } from './take-store.ts';

export function toStore(bytes: Buffer): FileToStore {
  const digest = (name: string) => createHash(name).update(bytes).digest('hex');
  return { content: bytes, sizeBytes: bytes.length, md5: digest('md5'), sha256: digest('sha256') };
}

/**
 * Reads a file for its digests, in pieces small enough for the live edge not to wait for them.
 *
 * @throws what the file system throws
 */
export async function fileToStore(path: string): Promise<FileToStore> {
  const [md5, sha256] = [createHash('md5'), createHash('sha256')];
  let sizeBytes = 0;
  for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    md5.update(piece);
    sha256.update(piece);
    sizeBytes += piece.length;
  }
  return { content: path, sizeBytes, md5: md5.digest('hex'), sha256: sha256.digest('hex') };
}
