import { type ChannelHealth, HEALTH_INTERVAL_MS } from '@rostrum/contracts';

/** How far back a producer's page looks. */
const KEPT_MS = 300_000;

/** A media process that is started again may tell a sample sooner than the interval; never more than twice as many. */
const MOST_SAMPLES = (2 * KEPT_MS) / HEALTH_INTERVAL_MS;

/** Nothing told for so long: no encoder is there and no show is on, or the media process is away. */
const STALE_AFTER_MS = 3 * HEALTH_INTERVAL_MS;

type Sample = { readonly health: ChannelHealth; readonly heardMs: number };

/** How channels did in the last five minutes. In memory only: what came before a restart of control is not missed. */
export class HealthHistory {
  /** Samples oldest first, by webcast; webcasts by when they were spoken of last. */
  readonly #samples = new Map<string, readonly Sample[]>();
  readonly #listeners = new Set<(health: ChannelHealth) => void>();
  readonly #monotonicMs: () => number;

  constructor(monotonicMs: () => number = () => performance.now()) {
    this.#monotonicMs = monotonicMs;
  }

  record(health: ChannelHealth): void {
    const { webcastId } = health;
    const heardMs = this.#monotonicMs();
    const known = this.#samples.get(webcastId)?.filter((sample) => isKept(sample, heardMs)) ?? [];
    this.#samples.delete(webcastId);
    this.#samples.set(webcastId, [...known, { health, heardMs }].slice(-MOST_SAMPLES));
    this.#forgetOld(heardMs);
    for (const listener of this.#listeners) listener(health);
  }

  /** Oldest first. */
  recent(webcastId: string): readonly ChannelHealth[] {
    const nowMs = this.#monotonicMs();
    const samples = this.#samples.get(webcastId) ?? [];
    return samples.filter((sample) => isKept(sample, nowMs)).map(({ health }) => health);
  }

  /** Of every webcast that is being told of. */
  newest(): readonly ChannelHealth[] {
    return [...this.#samples.keys()].flatMap((webcastId) => this.newestOf(webcastId) ?? []);
  }

  /** Null where nothing has been told for some seconds. */
  newestOf(webcastId: string): ChannelHealth | null {
    const newest = this.#samples.get(webcastId)?.at(-1);
    if (newest === undefined || this.#monotonicMs() - newest.heardMs > STALE_AFTER_MS) return null;
    return newest.health;
  }

  /** Returns the function that stops it. */
  subscribe(listener: (health: ChannelHealth) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  forget(webcastId: string): void {
    this.#samples.delete(webcastId);
  }

  #forgetOld(nowMs: number): void {
    for (const [webcastId, samples] of this.#samples) {
      const newest = samples.at(-1);
      if (newest !== undefined && isKept(newest, nowMs)) return;
      this.#samples.delete(webcastId);
    }
  }
}

function isKept({ heardMs }: Sample, nowMs: number): boolean {
  return nowMs - heardMs <= KEPT_MS;
}
