import type { Clock, Log } from '../ports.ts';
import type { AuditStore } from '../store/audit/audit-store.ts';
import { isRefusal, refusalText } from './refusal-text.ts';
import { Refusals } from './refusals.ts';
import { type AuditObject, type AuditRecord, offTrail, onTrail, type Trail } from './trail.ts';

export type AuditorOptions = {
  readonly store: Pick<AuditStore, 'insert' | 'complete' | 'removeBefore'>;
  /** Whether there is such an account: nothing is written about others. */
  readonly hasAccount: (partnerId: number) => boolean;
  readonly clock: Clock;
  readonly log: Log;
};

/** How long lines are kept: a year, and what it takes to look back at it. */
const KEPT_MS = 400 * 86_400_000;
const SWEEP_INTERVAL_MS = 3_600_000;
/** Jobs of one sweep; the next one goes on. */
const MAX_JOBS_PER_SWEEP = 200;
const WINDOW_INTERVAL_MS = 60_000;

/** Writes the log of who did what. */
export class Auditor {
  readonly #options: AuditorOptions;
  readonly #refusals = new Refusals((record) => this.#later(() => this.#insert(record)));
  readonly #timers: readonly NodeJS.Timeout[];
  /** What is not waited for, one after the other: lines come in the order in which things happened. */
  #pending: Promise<void> = Promise.resolve();

  constructor(options: AuditorOptions) {
    this.#options = options;
    const { clock } = options;
    this.#timers = [
      setInterval(() => this.#refusals.endWindow(clock.nowMs()), WINDOW_INTERVAL_MS).unref(),
      setInterval(() => this.#later(() => this.sweep()), SWEEP_INTERVAL_MS).unref(),
    ];
  }

  /** Carries out an action that may change something. */
  async follow<Result>(trail: Trail, run: () => Promise<Result> | Result): Promise<Result> {
    try {
      const result = await onTrail(trail, run);
      await this.#complete(trail, result);
      return result;
    } catch (error) {
      await this.#onFailure(trail, error);
      throw error;
    } finally {
      trail.close();
    }
  }

  /** Carries out an action of which only refusals are of interest. */
  async guard<Result>(trail: Trail, run: () => Promise<Result> | Result): Promise<Result> {
    try {
      return await onTrail(trail, run);
    } catch (error) {
      this.refuse(trail, error);
      throw error;
    } finally {
      trail.close();
    }
  }

  /** Carries out an action that shows secrets: that somebody has looked is written, too. */
  async watch<Result>(trail: Trail, run: () => Promise<Result> | Result): Promise<Result> {
    const result = await this.guard(trail, run);
    this.#add(trail.recordOf(null));
    return result;
  }

  /** A call was refused before it was carried out, or by the action itself. What is a mere mistake is not written. */
  refuse(trail: Trail, error: unknown): void {
    if (isRefusal(error)) this.#add(trail.recordOf(refusalText(error)));
  }

  /** Removes what is older than it is kept, some hundred lines at a time. */
  async sweep(): Promise<void> {
    const { store, clock } = this.#options;
    for (let job = 0; job < MAX_JOBS_PER_SWEEP; job++) {
      const { isMoreLeft } = await store.removeBefore(clock.nowMs() - KEPT_MS);
      if (!isMoreLeft) return;
    }
  }

  /** Resolves once everything that was told is stored. */
  flush(): Promise<void> {
    return this.#pending;
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    this.#refusals.endWindow(this.#options.clock.nowMs());
    await this.flush();
  }

  /** Most lines are whole already; what an action has only answered comes to its line now. */
  async #complete(trail: Trail, result: unknown): Promise<void> {
    const { written } = trail;
    if (written === null || written.object.id !== '') return;
    const object = withResult(written.object, result);
    if (object.id !== '') await this.#amend(written, object, null);
  }

  async #onFailure(trail: Trail, error: unknown): Promise<void> {
    const { written } = trail;
    if (written === null) this.refuse(trail, error);
    else await this.#amend(written, written.object, refusalText(error));
  }

  async #amend(record: AuditRecord, object: AuditObject, error: string | null): Promise<void> {
    try {
      await offTrail(() => this.#options.store.complete(record, object, error));
    } catch (failure) {
      this.#complain(failure);
    }
  }

  #add(record: AuditRecord | null): void {
    const { hasAccount, clock } = this.#options;
    if (record === null || !hasAccount(record.actor.partnerId)) return;
    this.#refusals.add(record, clock.nowMs());
  }

  async #insert(record: AuditRecord): Promise<void> {
    await offTrail(() => this.#options.store.insert([record]));
  }

  #later(work: () => Promise<void>): void {
    this.#pending = this.#pending.then(work).catch((error: unknown) => this.#complain(error));
  }

  #complain(error: unknown): void {
    this.#options.log.error({ error: String(error) }, 'the audit log could not be written');
  }
}

/** What an action has answered says what it has made. */
function withResult(object: AuditObject, result: unknown): AuditObject {
  if (typeof result !== 'object' || result === null) return object;
  const { id, name } = result as { readonly id?: unknown; readonly name?: unknown };
  if (typeof id !== 'string' && typeof id !== 'number') return object;
  const entryId = object.type === 'entry' ? String(id) : object.entryId;
  const called = object.name === '' && typeof name === 'string' ? name : object.name;
  return { ...object, id: String(id), entryId, name: called };
}
