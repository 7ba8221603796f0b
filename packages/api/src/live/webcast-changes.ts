import type { Log } from '../ports.ts';

/** Tells listeners of webcasts that changed. A listener that throws harms no other. */
export class WebcastChanges {
  readonly #listeners = new Set<(webcastId: string) => void>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  /** @returns ends the subscription */
  subscribe(listener: (webcastId: string) => void): () => void {
    // A function of its own, so that the same listener given twice is two subscriptions.
    const own = (webcastId: string) => listener(webcastId);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  emit(webcastId: string): void {
    for (const listener of this.#listeners) {
      try {
        listener(webcastId);
      } catch (error) {
        this.#log.error(
          { webcastId, error: String(error) },
          'a listener of webcast changes failed',
        );
      }
    }
  }
}
