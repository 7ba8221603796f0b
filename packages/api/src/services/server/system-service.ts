import type { Clock } from '../../ports.ts';

/** The API that this server is compatible with, as clients compare it. */
export const API_VERSION = '23.3.0';

/** Whether the server is there, and what it is. Needs no session. */
export class SystemService {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  ping(): boolean {
    return true;
  }

  /** Unix seconds. */
  getTime(): number {
    return Math.floor(this.#clock.nowMs() / 1000);
  }

  getVersion(): string {
    return API_VERSION;
  }
}
