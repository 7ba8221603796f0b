import type { Log } from '../ports.ts';
import type { AbandonedFilesStore } from '../store/upload/abandoned-files-store.ts';
import type { FileStore } from './file-store.ts';

const AT_ONCE = 200;

/** Removes the files that nobody has any more, beside everything else. */
export class FileRemovals {
  readonly #abandoned: AbandonedFilesStore;
  readonly #files: FileStore;
  readonly #log: Log;
  #working: Promise<void> | null = null;
  #isAskedAgain = false;
  #isClosed = false;

  constructor(abandoned: AbandonedFilesStore, files: FileStore, log: Log) {
    this.#abandoned = abandoned;
    this.#files = files;
    this.#log = log;
  }

  /** Returns at once. What fails is tried again when this is called again. */
  start(): void {
    if (this.#isClosed) return;
    this.#isAskedAgain = true;
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
    });
  }

  /** Resolves once everything that was abandoned is removed, or could not be. */
  async flush(): Promise<void> {
    while (this.#working !== null) await this.#working;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.flush();
  }

  async #work(): Promise<void> {
    while (this.#isAskedAgain && !this.#isClosed) {
      this.#isAskedAgain = false;
      try {
        await this.#removeAll();
      } catch (error) {
        this.#log.warn({ error: String(error) }, 'a file could not be removed; it is tried again');
      }
    }
  }

  async #removeAll(): Promise<void> {
    for (;;) {
      const keys = await this.#abandoned.list(AT_ONCE);
      for (const key of keys) {
        if (this.#isClosed) return;
        if (!(await this.#abandoned.isHeld(key))) await this.#files.remove(key);
        await this.#abandoned.forget(key);
      }
      if (keys.length < AT_ONCE) return;
    }
  }
}
