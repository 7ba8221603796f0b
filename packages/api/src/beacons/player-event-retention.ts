import type { Clock } from '../ports.ts';
import type { PlayerEventsStore } from '../store/beacon/player-events-store.ts';

/** How long what players tell is kept where the account says nothing. */
export const PLAYER_EVENT_DAYS = 30;

const DAY_MS = 24 * 3600_000;

/** Jobs of one sweep, each a thousand rows; the next one goes on. */
const MAX_JOBS = 1000;

export type PlayerEventRetentionOptions = {
  readonly store: Pick<PlayerEventsStore, 'retentions' | 'partnerIds' | 'removeBefore'>;
  readonly clock: Clock;
};

/** Removes what is older than its account keeps it, in small jobs between which others write. */
export class PlayerEventRetention {
  readonly #options: PlayerEventRetentionOptions;

  constructor(options: PlayerEventRetentionOptions) {
    this.#options = options;
  }

  async sweep(): Promise<void> {
    const { store, clock } = this.#options;
    const rules = await store.retentions();
    const days = new Map(rules.map((rule) => [rule.partnerId, rule.days]));
    let jobs = 0;
    for (const partnerId of await store.partnerIds()) {
      const beforeMs = clock.nowMs() - (days.get(partnerId) ?? PLAYER_EVENT_DAYS) * DAY_MS;
      let isMoreLeft = true;
      while (isMoreLeft && jobs < MAX_JOBS) {
        jobs++;
        ({ isMoreLeft } = await store.removeBefore(partnerId, beforeMs));
      }
    }
  }
}
