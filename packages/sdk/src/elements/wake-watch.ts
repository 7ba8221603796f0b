/** A page that was out of sight for longer may have slept: connections that look open may be dead, ms. */
const LONG_AWAY_MS = 30_000;

/** Browsers let timers of hidden pages run once a minute; after a longer gap the device has slept, ms. */
const SLEPT_MS = 120_000;
const TICK_MS = 15_000;

export type WakeListener = {
  /** The page is in sight again after a moment, or the device is back online. */
  readonly onReturn: () => void;
  /** The page or its device has slept, or was away for long: what it knows may be old without a sign of it. */
  readonly onWake: () => void;
};

/** Tells when a page comes back from wherever it was, until the signal ends it. */
export function watchForWake(listener: WakeListener, signal: AbortSignal): void {
  let hiddenSinceMs: number | null = null;
  let tickedAtMs = Date.now();
  const timer = setInterval(() => {
    const sleptMs = Date.now() - tickedAtMs;
    tickedAtMs = Date.now();
    if (sleptMs > SLEPT_MS) listener.onWake();
  }, TICK_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden') {
        hiddenSinceMs = Date.now();
        return;
      }
      const awayMs = hiddenSinceMs === null ? 0 : Date.now() - hiddenSinceMs;
      hiddenSinceMs = null;
      if (awayMs > LONG_AWAY_MS) listener.onWake();
      else listener.onReturn();
    },
    { signal },
  );
  // What a browser says of a page that it had put to sleep, or kept while another one was shown.
  document.addEventListener('resume', () => listener.onWake(), { signal });
  addEventListener('pageshow', ({ persisted }) => persisted && listener.onWake(), { signal });
  addEventListener('online', () => listener.onWake(), { signal });
}
