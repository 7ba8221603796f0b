import type { Clock } from '../ports.ts';
import type { AbandonedFilesStore } from '../store/upload/abandoned-files-store.ts';
import type { UploadTokensStore } from '../store/upload/upload-tokens-store.ts';
import type { FileRemovals } from './file-removals.ts';
import type { FileStore } from './file-store.ts';
import type { UploadDesk } from './upload-desk.ts';

export type UploadSweepOptions = {
  readonly tokens: UploadTokensStore;
  readonly desk: UploadDesk;
  readonly files: FileStore;
  readonly abandoned: AbandonedFilesStore;
  readonly removals: FileRemovals;
  readonly clock: Clock;
};

const HOUR_MS = 3_600_000;
/** An upload that nobody has touched for so long is forgotten. */
const UPLOAD_MS = 24 * HOUR_MS;
/** How long clients are told what has become of their upload. */
const MEMORY_MS = 30 * 24 * HOUR_MS;
/** A file is written before the database knows it: only a crash leaves one that it never will. */
const STRAY_MS = 24 * HOUR_MS;
const AT_ONCE = 500;

/** Ends uploads that were forgotten, and removes files that a crash has left. */
export class UploadSweep {
  readonly #options: UploadSweepOptions;

  constructor(options: UploadSweepOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const { tokens, desk, removals, clock } = this.#options;
    const nowMs = clock.nowMs();
    for (const token of await tokens.untouchedSince(nowMs - UPLOAD_MS, AT_ONCE)) {
      await desk.timeOut(token);
    }
    await tokens.forgetOverSince(nowMs - MEMORY_MS);
    await this.#removeStrays(nowMs - STRAY_MS);
    removals.start();
  }

  async #removeStrays(beforeMs: number): Promise<void> {
    const { files, abandoned } = this.#options;
    for await (const key of files.keysUntouchedSince(beforeMs)) {
      if (!(await abandoned.isHeld(key))) await files.remove(key);
    }
  }
}
