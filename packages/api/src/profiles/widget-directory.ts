import { BoundedCache } from '../bounded-cache.ts';
import type { Clock } from '../ports.ts';
import type { WidgetRecord, WidgetsStore } from '../store/profile/widgets-store.ts';

/** Widgets that pages show at one time; an entry is about a kilobyte. */
const MAX_WIDGETS = 5000;

/** How long another process's change may go unseen, ms. This process sees its own at once. */
const MAX_AGE_MS = 5000;

type Kept = { readonly readAtMs: number; readonly widget: Promise<WidgetRecord | null> };

/** Widgets in memory, because every viewer of a page starts a session of one. */
export class WidgetDirectory {
  readonly #store: WidgetsStore;
  readonly #clock: Clock;
  readonly #kept = new BoundedCache<string, Kept>(MAX_WIDGETS);

  constructor(store: WidgetsStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Null where there is none. */
  find(id: string): Promise<WidgetRecord | null> {
    const nowMs = this.#clock.nowMs();
    const kept = this.#kept.get(id);
    if (kept !== undefined && Math.abs(nowMs - kept.readAtMs) < MAX_AGE_MS) return kept.widget;
    const widget = this.#store.find(id);
    this.#kept.set(id, { readAtMs: nowMs, widget });
    // What could not be read is asked for anew by the next call.
    widget.catch(() => this.forget(id));
    return widget;
  }

  /** The widget was made or changed: what is remembered holds no longer. */
  forget(id: string): void {
    this.#kept.delete(id);
  }
}
