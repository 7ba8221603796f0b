import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ApiError } from '../errors/api-error.ts';

/** Requests with files at the same time; each holds a connection and a descriptor. */
const MAX_BATCHES = 100;

/** Where files lie between their arrival and the end of the call that they came with. */
export class UploadFolder {
  readonly #path: string;
  #openBatches = 0;

  private constructor(path: string) {
    this.#path = path;
  }

  /** Makes the folder, for this user only, and removes what an earlier run has left in it. */
  static async open(path: string): Promise<UploadFolder> {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await chmod(path, 0o700);
    for (const name of await readdir(path)) {
      await rm(join(path, name), { recursive: true, force: true });
    }
    return new UploadFolder(path);
  }

  /** @throws ApiError UPLOAD_ERROR where too many are open */
  openBatch(): UploadBatch {
    if (this.#openBatches >= MAX_BATCHES) throw new ApiError('UPLOAD_ERROR');
    this.#openBatches++;
    return new UploadBatch(join(this.#path, randomUUID()), () => {
      this.#openBatches--;
    });
  }
}

/** The files of one request. */
export class UploadBatch {
  readonly #path: string;
  readonly #onClose: () => void;
  #made: Promise<unknown> | null = null;
  #count = 0;
  #isClosed = false;

  constructor(path: string, onClose: () => void) {
    this.#path = path;
    this.#onClose = onClose;
  }

  /** A name that no file has yet. The client's own names never reach the disk. */
  async nextPath(): Promise<string> {
    const number = this.#count++;
    this.#made ??= mkdir(this.#path, { mode: 0o700 });
    await this.#made;
    return join(this.#path, String(number));
  }

  /** Removes the files that nobody has moved away. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#onClose();
    if (this.#made === null) return;
    await this.#made.catch(() => undefined);
    await rm(this.#path, { recursive: true, force: true });
  }
}
