export type WorkSlotsOptions = {
  readonly maxRunning: number;
  /** Beyond, work is refused at once. */
  readonly maxWaiting: number;
};

/** Runs a bounded number of things at a time, the others in the order in which they came. */
export class WorkSlots {
  readonly #options: WorkSlotsOptions;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(options: WorkSlotsOptions) {
    this.#options = options;
  }

  /** What the work comes to; `busy` where too much waits already. */
  async run<T>(work: () => Promise<T>): Promise<T | 'busy'> {
    if (this.#running >= this.#options.maxRunning) {
      if (this.#waiting.length >= this.#options.maxWaiting) return 'busy';
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else {
      this.#running += 1;
    }
    try {
      return await work();
    } finally {
      // Whoever waits takes the place over, so that nobody comes in between.
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}
