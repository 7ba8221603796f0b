/** Waits that can be called off; passed in, so that tests need not wait. */
export interface Timers {
  /** Runs something after a delay; returns the function that calls it off. */
  after(delayMs: number, run: () => void): () => void;
}

/** setTimeout takes 31 bits; more would fire at once. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

export const systemTimers: Timers = {
  after(delayMs, run) {
    const timer = setTimeout(run, Math.min(delayMs, LONGEST_DELAY_MS));
    // What waits here must not keep a process alive that has nothing else to do.
    timer.unref();
    return () => clearTimeout(timer);
  },
};
