import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  chmod,
  copyFile,
  type FileHandle,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileGone, type FileStore } from './file-store.ts';

const KEY = /^[0-9a-f]{32}$/;
const SHARD = /^[0-9a-f]{2}$/;
const COPY_BYTES = 1024 * 1024;

/** Files in a folder of this machine, or one that several machines share; for this user only. */
export class FileFolder implements FileStore {
  readonly #path: string;

  private constructor(path: string) {
    this.#path = path;
  }

  static async open(path: string): Promise<FileFolder> {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await chmod(path, 0o700);
    return new FileFolder(path);
  }

  async take(path: string): Promise<string> {
    const key = randomBytes(16).toString('hex');
    const shard = join(this.#path, key.slice(0, 2));
    if ((await mkdir(shard, { recursive: true, mode: 0o700 })) !== undefined) {
      await syncFolder(this.#path);
    }
    await syncFile(path);
    await move(path, this.#pathOf(key));
    await syncFolder(shard);
    return key;
  }

  async writeAt(key: string, position: number, path: string): Promise<void> {
    const target = await this.#open(key, 'r+');
    try {
      const source = await open(path, 'r');
      try {
        await copyInto(source, target, position);
      } finally {
        await source.close();
      }
      await target.datasync();
    } finally {
      await target.close();
    }
  }

  async read(key: string, position: number, length: number): Promise<Uint8Array> {
    const file = await this.#open(key, 'r');
    try {
      const buffer = Buffer.alloc(length);
      let filled = 0;
      while (filled < length) {
        const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return buffer.subarray(0, filled);
    } finally {
      await file.close();
    }
  }

  async stream(key: string, sizeBytes: number): Promise<Readable> {
    const file = await this.#open(key, 'r');
    return createReadStream('', { fd: file, autoClose: true, start: 0, end: sizeBytes - 1 });
  }

  async remove(key: string): Promise<void> {
    await rm(this.#pathOf(key), { force: true });
  }

  async *keysUntouchedSince(timeMs: number): AsyncIterable<string> {
    for (const shard of await readdir(this.#path)) {
      if (!SHARD.test(shard)) continue;
      for (const key of await readdir(join(this.#path, shard))) {
        if (!KEY.test(key)) continue;
        const facts = await stat(this.#pathOf(key)).catch(() => null);
        if (facts !== null && facts.mtimeMs < timeMs) yield key;
      }
    }
  }

  async #open(key: string, flags: 'r' | 'r+'): Promise<FileHandle> {
    try {
      return await open(this.#pathOf(key), flags);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') throw new FileGone(`The file ${key} is gone`);
      throw error;
    }
  }

  #pathOf(key: string): string {
    if (!KEY.test(key)) throw new TypeError(`A file key is 32 hexadecimal digits (got "${key}")`);
    return join(this.#path, key.slice(0, 2), key);
  }
}

async function copyInto(source: FileHandle, target: FileHandle, position: number): Promise<void> {
  const buffer = Buffer.alloc(COPY_BYTES);
  for (let copied = 0; ; ) {
    const { bytesRead } = await source.read(buffer, 0, buffer.length, copied);
    if (bytesRead === 0) return;
    // The disk may take less than it was given: when it is nearly full.
    for (let written = 0; written < bytesRead; ) {
      const at = position + copied + written;
      const { bytesWritten } = await target.write(buffer, written, bytesRead - written, at);
      written += bytesWritten;
    }
    copied += bytesRead;
  }
}

/** A copy where the two lie on different disks. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    await copyFile(from, to);
    await chmod(to, 0o600);
    await syncFile(to);
    await rm(from, { force: true });
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** So that the file's name survives too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
