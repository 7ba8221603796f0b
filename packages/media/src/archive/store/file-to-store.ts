import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { FileToStore } from './take-store.ts';

export function toStore(bytes: Buffer): FileToStore {
  const digest = (name: string) => createHash(name).update(bytes).digest('hex');
  return { content: bytes, sizeBytes: bytes.length, md5: digest('md5'), sha256: digest('sha256') };
}

/** A file that is no larger is read once: nearly every segment is. */
const SMALL_BYTES = 8 * 1024 * 1024;

/** The live edge does not wait for the digest of more. */
const PIECE_BYTES = 256 * 1024;

/** @throws what the file system throws */
export async function fileToStore(path: string): Promise<FileToStore> {
  const [md5, sha256] = [createHash('md5'), createHash('sha256')];
  const isSmall = (await stat(path)).size <= SMALL_BYTES;
  const bytes = isSmall ? await readFile(path) : null;
  let sizeBytes = 0;
  for await (const piece of bytes === null ? readPieces(path) : piecesOf(bytes)) {
    md5.update(piece);
    sha256.update(piece);
    sizeBytes += piece.length;
  }
  const digests = { md5: md5.digest('hex'), sha256: sha256.digest('hex') };
  return { content: bytes ?? path, sizeBytes, ...digests };
}

function readPieces(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: PIECE_BYTES });
}

async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    yield bytes.subarray(start, start + PIECE_BYTES);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
