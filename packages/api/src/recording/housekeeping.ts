import type { Log } from '../ports.ts';

const INTERVAL_MS = 10 * 60_000;
/** After a start there is other work. */
const FIRST_MS = 60_000;

/** Does from time to time what nobody asks for. */
export class Housekeeping {
  readonly #work: () => Promise<unknown>;
  readonly #log: Log;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #working: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(work: () => Promise<unknown>, log: Log) {
    this.#work = work;
    this.#log = log;
    this.#wait(FIRST_MS);
  }

  /** Does it now, once what is being done is done. Never rejects. */
  async run(): Promise<void> {
    this.#working = this.#working.then(async () => {
      if (this.#isClosed) return;
      await this.#work().catch((error: unknown) =>
        this.#log.warn({ error: String(error) }, 'housekeeping failed, and is tried again'),
      );
    });
    await this.#working;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#working;
  }

  /** Not all servers at the same moment. */
  #wait(durationMs: number): void {
    const jitterMs = Math.random() * durationMs * 0.2;
    this.#timer = setTimeout(async () => {
      await this.run();
      if (!this.#isClosed) this.#wait(INTERVAL_MS);
    }, durationMs + jitterMs).unref();
  }
}
