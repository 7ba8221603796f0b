/** Reasons are few, but one may carry a value from the network. */
const MAX_REASONS = 16;

/** Counts what could not be used, by reason, for a report now and then instead of a line for each frame. */
export class DropCounter {
  #counts = new Map<string, number>();

  count(reason: string): void {
    const known = this.#counts.get(reason);
    if (known !== undefined) this.#counts.set(reason, known + 1);
    else if (this.#counts.size < MAX_REASONS) this.#counts.set(reason, 1);
    else this.#counts.set('other', (this.#counts.get('other') ?? 0) + 1);
  }

  /** What was counted since the last call; null for nothing. */
  take(): Readonly<Record<string, number>> | null {
    if (this.#counts.size === 0) return null;
    const counts = this.#counts;
    this.#counts = new Map();
    return Object.fromEntries(counts);
  }
}
