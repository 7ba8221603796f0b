import { type BackoffLimits, backoffMs } from '../backoff.ts';

export type EngineFailure = {
  /**
   * - `network`: something did not load
   * - `early`: the playlist has nothing to play yet
   * - `unreadable`: its server is there, and does not let this page read it
   * - `media`: the browser could not use what loaded
   * - `other`: the rest
   */
  readonly kind: 'network' | 'early' | 'unreadable' | 'media' | 'other';
  /** For the log, in the engine's own words. */
  readonly detail: string;
};

export type RecoveryStep =
  /** Wait, then load again from where it stopped. */
  | { readonly kind: 'reload'; readonly delayMs: number }
  /** Give the browser a fresh decoder at once. */
  | { readonly kind: 'recover-media' }
  /** Wait, then start over with a new engine. */
  | { readonly kind: 'rebuild'; readonly delayMs: number }
  | { readonly kind: 'give-up' };

/** The server's own restart takes about two seconds; beyond the longest wait a viewer would reload by hand. */
const RELOAD: BackoffLimits = { firstMs: 600, longestMs: 6_000 };
/** The first segment of a show is about to be written. */
const EARLY: BackoffLimits = { firstMs: 500, longestMs: 800 };
const REBUILD: BackoffLimits = { firstMs: 500, longestMs: 4_000 };

/** Failures further apart than this have nothing to do with each other. */
const MEMORY_MS = 30_000;

const MEDIA_RECOVERIES = 2;
const REBUILDS = 3;

/**
 * Decides what follows a fatal failure of the playback engine. What did not load is asked for again for as long as the
 * show goes on; what can't be decoded is tried a few times and then reported.
 */
export class Recovery {
  #lastFailureAtMs = Number.NEGATIVE_INFINITY;
  #reloads = 0;
  #mediaRecoveries = 0;
  #rebuilds = 0;

  /** @param isShowOn the stage says on air or interrupted: somebody is going to bring the picture back */
  decide(
    failure: EngineFailure,
    facts: { readonly nowMs: number; readonly isShowOn: boolean; readonly random: number },
  ): RecoveryStep {
    if (facts.nowMs - this.#lastFailureAtMs > MEMORY_MS) this.forget();
    this.#lastFailureAtMs = facts.nowMs;
    if (failure.kind === 'network' || failure.kind === 'early') {
      if (!facts.isShowOn) return { kind: 'give-up' };
      const limits = failure.kind === 'early' ? EARLY : RELOAD;
      const delayMs = backoffMs(this.#reloads, limits, facts.random);
      this.#reloads += 1;
      return { kind: 'reload', delayMs };
    }
    // Nothing that this page does changes that.
    if (failure.kind === 'unreadable') return { kind: 'give-up' };
    if (failure.kind === 'media' && this.#mediaRecoveries < MEDIA_RECOVERIES) {
      this.#mediaRecoveries += 1;
      return { kind: 'recover-media' };
    }
    if (this.#rebuilds < REBUILDS) {
      const delayMs = backoffMs(this.#rebuilds, REBUILD, facts.random);
      this.#rebuilds += 1;
      return { kind: 'rebuild', delayMs };
    }
    return { kind: 'give-up' };
  }

  /** The picture is moving again. */
  forget(): void {
    this.#reloads = 0;
    this.#mediaRecoveries = 0;
    this.#rebuilds = 0;
  }
}
