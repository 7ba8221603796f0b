import { setTimeout as wait } from 'node:timers/promises';

/**
 * An hour of 6 Mbit/s is uploaded in three minutes, and the process that sends it has most of its time, and of a gigabit
 * line, for viewers: reading, digesting and sending 1 MB takes some 10 ms.
 */
const BYTES_PER_SECOND = 16_000_000;

export type PaceClock = {
  /** Monotonic, ms. */
  nowMs(): number;
  /** Resolves after so many ms. */
  wait(durationMs: number): Promise<unknown>;
};

const CLOCK: PaceClock = { nowMs: () => performance.now(), wait };

/** Makes those who work on bytes together no faster than so many a second. */
export class UploadPace {
  readonly #clock: PaceClock;
  readonly #bytesPerSecond: number;
  #freeAtMs = 0;

  constructor(clock = CLOCK, bytesPerSecond = BYTES_PER_SECOND) {
    this.#clock = clock;
    this.#bytesPerSecond = bytesPerSecond;
  }

  /** Resolves when what was worked on has taken its time. */
  async follow(sizeBytes: number): Promise<void> {
    const nowMs = this.#clock.nowMs();
    const tookMs = (1000 * sizeBytes) / this.#bytesPerSecond;
    this.#freeAtMs = Math.max(nowMs, this.#freeAtMs) + tookMs;
    await this.#clock.wait(this.#freeAtMs - nowMs);
  }
}
