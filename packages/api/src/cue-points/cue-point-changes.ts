import type { Log } from '../ports.ts';
import type { CuePoint } from './cue-point.ts';

/** What has become of a cue point, told after it is stored. */
export type CuePointChange =
  | { readonly kind: 'added'; readonly cuePoint: CuePoint }
  /** Itself, or what is recorded of it. */
  | { readonly kind: 'changed'; readonly cuePoint: CuePoint; readonly before: CuePoint }
  | { readonly kind: 'deleted'; readonly cuePoint: CuePoint };

/** Tells listeners of cue points. A listener that throws harms no other. */
export class CuePointChanges {
  readonly #listeners = new Set<(change: CuePointChange) => void>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  /** @returns ends the subscription */
  subscribe(listener: (change: CuePointChange) => void): () => void {
    // A function of its own, so that the same listener given twice is two subscriptions.
    const own = (change: CuePointChange) => listener(change);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  emit(change: CuePointChange): void {
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (error) {
        this.#log.error(
          { cuePointId: change.cuePoint.id, error: String(error) },
          'a listener of cue points failed',
        );
      }
    }
  }
}
