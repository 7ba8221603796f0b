/** Reasons are few, but one may carry a value from the network. */
const MAX_REASONS = 16;

/** What could not be used. */
export type Drops = {
  readonly reasons: Readonly<Record<string, number>>;
  /** How many of them were frames that are missing now. The others were mended, or were none to begin with. */
  readonly frames: number;
};

/** Counts what could not be used, by reason, for a report now and then instead of a line for each frame. */
export class DropCounter {
  #counts = new Map<string, number>();
  #frames = 0;

  /** A frame is missing. */
  countFrame(reason: string): void {
    this.#frames++;
    this.count(reason);
  }

  /** Something was not as it should be, and no frame is missing for it. */
  count(reason: string): void {
    const known = this.#counts.get(reason);
    if (known !== undefined) this.#counts.set(reason, known + 1);
    else if (this.#counts.size < MAX_REASONS) this.#counts.set(reason, 1);
    else this.#counts.set('other', (this.#counts.get('other') ?? 0) + 1);
  }

  /** What was counted since the last call; null for nothing. */
  take(): Drops | null {
    if (this.#counts.size === 0) return null;
    const drops = { reasons: Object.fromEntries(this.#counts), frames: this.#frames };
    this.#counts = new Map();
    this.#frames = 0;
    return drops;
  }
}
