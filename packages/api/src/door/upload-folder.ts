import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ApiError } from '../errors/api-error.ts';

/** Requests with files at the same time; each holds a connection and a descriptor. */
const MAX_BATCHES = 100;
/** Of all of them: what is only on its way must not fill the disk. */
const MAX_BYTES = 8 * 1024 ** 3;

/** Where files lie between their arrival and the end of the call that they came with. */
export class UploadFolder {
  readonly #path: string;
  readonly #maxBytes: number;
  #openBatches = 0;
  #bytes = 0;

  private constructor(path: string, maxBytes: number) {
    this.#path = path;
    this.#maxBytes = maxBytes;
  }

  /** Makes the folder, for this user only, and removes what an earlier run has left in it. */
  static async open(path: string, maxBytes = MAX_BYTES): Promise<UploadFolder> {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await chmod(path, 0o700);
    for (const name of await readdir(path)) {
      await rm(join(path, name), { recursive: true, force: true });
    }
    return new UploadFolder(path, maxBytes);
  }

  /** @throws ApiError UPLOAD_ERROR where too many are open */
  openBatch(): UploadBatch {
    if (this.#openBatches >= MAX_BATCHES) throw new ApiError('UPLOAD_ERROR');
    this.#openBatches++;
    return new UploadBatch(join(this.#path, randomUUID()), {
      admit: (sizeBytes) => {
        if (this.#bytes + sizeBytes > this.#maxBytes) throw new ApiError('UPLOAD_ERROR');
        this.#bytes += sizeBytes;
      },
      close: (sizeBytes) => {
        this.#openBatches--;
        this.#bytes -= sizeBytes;
      },
    });
  }
}

/** How a batch shares the folder with others. */
type Share = {
  /** @throws ApiError UPLOAD_ERROR where there is no room for so many bytes more */
  readonly admit: (sizeBytes: number) => void;
  readonly close: (sizeBytes: number) => void;
};

/** The files of one request. */
export class UploadBatch {
  readonly #path: string;
  readonly #share: Share;
  #bytes = 0;
  #made: Promise<unknown> | null = null;
  #count = 0;
  #isClosed = false;

  constructor(path: string, share: Share) {
    this.#path = path;
    this.#share = share;
  }

  /** A name that no file has yet. The client's own names never reach the disk. */
  async nextPath(): Promise<string> {
    const number = this.#count++;
    this.#made ??= mkdir(this.#path, { mode: 0o700 });
    await this.#made;
    return join(this.#path, String(number));
  }

  /** Before they are written. @throws ApiError UPLOAD_ERROR */
  admit(sizeBytes: number): void {
    this.#share.admit(sizeBytes);
    this.#bytes += sizeBytes;
  }

  /** Removes the files that nobody has moved away. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    try {
      if (this.#made === null) return;
      await this.#made.catch(() => undefined);
      await rm(this.#path, { recursive: true, force: true });
    } finally {
      this.#share.close(this.#bytes);
    }
  }
}
