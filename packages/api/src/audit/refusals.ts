import type { AuditRecord } from './trail.ts';

/** Repeats of the same within this time become one line that counts them. */
const WINDOW_MS = 60_000;
/** Different ones within that time: of one account, and of all. Whoever guesses must not fill the disk. */
const MAX_PER_ACCOUNT = 100;
const MAX_LINES = 1000;

type Counted = { readonly record: AuditRecord; repeats: number };

/**
 * Refusals, and looks at secrets, on their way into the log: the first of a kind at once, the others as a number at the end
 * of a minute.
 */
export class Refusals {
  readonly #write: (record: AuditRecord) => void;
  #windowEndMs = 0;
  #lines = new Map<string, Counted>();
  #linesOf = new Map<number, number>();
  /** Lines of accounts that had too many of them. */
  #left = new Map<number, Counted>();

  constructor(write: (record: AuditRecord) => void) {
    this.#write = write;
  }

  add(record: AuditRecord, nowMs: number): void {
    if (nowMs >= this.#windowEndMs) this.endWindow(nowMs);
    const { partnerId, userId } = record.actor;
    const key = JSON.stringify([
      ...[partnerId, userId, record.entryPoint, record.object.id],
      ...[record.error, record.ipAddress],
    ]);
    const known = this.#lines.get(key);
    if (known !== undefined) {
      known.repeats++;
      return;
    }
    const count = this.#linesOf.get(partnerId) ?? 0;
    if (count >= MAX_PER_ACCOUNT || this.#lines.size >= MAX_LINES) {
      this.#leave(record);
      return;
    }
    this.#linesOf.set(partnerId, count + 1);
    this.#lines.set(key, { record, repeats: 0 });
    this.#write(record);
  }

  /** Writes what was only counted. */
  endWindow(nowMs: number): void {
    const counted = [...this.#lines.values(), ...this.#left.values()];
    this.#windowEndMs = nowMs + WINDOW_MS;
    this.#lines = new Map();
    this.#linesOf = new Map();
    this.#left = new Map();
    for (const { record, repeats } of counted) {
      if (repeats > 0) this.#write(repeated(record, repeats, nowMs));
    }
  }

  /** One line tells of all of them. */
  #leave(record: AuditRecord): void {
    const { partnerId } = record.actor;
    const left = this.#left.get(partnerId);
    if (left !== undefined) left.repeats++;
    else if (this.#left.size < MAX_LINES) this.#left.set(partnerId, { record, repeats: 1 });
  }
}

function repeated(record: AuditRecord, repeats: number, nowMs: number): AuditRecord {
  const times = `${repeats} more within a minute`;
  return {
    ...record,
    createdAtMs: nowMs,
    error: record.error === null ? null : `${record.error} (${times})`,
  };
}
