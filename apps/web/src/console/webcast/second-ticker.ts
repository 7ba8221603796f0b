import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Draws its host anew with every second, while it is shown and somebody can see it. */
export class SecondTicker implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setInterval> | undefined;
  #lifetime = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    document.addEventListener('visibilitychange', () => this.#start(), { signal });
    this.#start();
  }

  hostDisconnected(): void {
    this.#lifetime.abort();
    clearInterval(this.#timer);
  }

  #start(): void {
    clearInterval(this.#timer);
    if (document.hidden) return;
    this.#host.requestUpdate();
    this.#timer = setInterval(() => this.#host.requestUpdate(), 1_000);
  }
}
