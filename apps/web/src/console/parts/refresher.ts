import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Has something looked up again and again while somebody looks: about every `everyMs`, spread so that many consoles do
 * not ask at once; not while the page is hidden, and at once when it is seen again or back online.
 */
export class Refresher implements ReactiveController {
  readonly #refresh: () => Promise<unknown>;
  readonly #everyMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lifetime = new AbortController();

  /** @param refresh never rejects: it draws its own failures */
  constructor(host: ReactiveControllerHost, everyMs: number, refresh: () => Promise<unknown>) {
    this.#everyMs = everyMs;
    this.#refresh = refresh;
    host.addController(this);
  }

  hostConnected(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    document.addEventListener('visibilitychange', () => this.#see(), { signal });
    addEventListener('online', () => this.now(), { signal });
    this.#plan();
  }

  hostDisconnected(): void {
    this.#lifetime.abort();
    clearTimeout(this.#timer);
  }

  /** Looks it up now; the next time is counted from here. */
  now(): void {
    clearTimeout(this.#timer);
    const { signal } = this.#lifetime;
    void this.#refresh().finally(() => {
      if (!signal.aborted) this.#plan();
    });
  }

  #see(): void {
    clearTimeout(this.#timer);
    if (!document.hidden) this.now();
  }

  #plan(): void {
    clearTimeout(this.#timer);
    if (document.hidden) return;
    const spreadMs = this.#everyMs * (0.85 + 0.3 * Math.random());
    this.#timer = setTimeout(() => this.now(), spreadMs);
  }
}
