import { type KeptTake, MAX_LISTED_TAKES } from '@rostrum/contracts';
import type { Channels, Clock, Log } from '../ports.ts';
import type { RecordingsStore } from '../store/recording/recordings-store.ts';
import type { TakeRemovals } from './take-removals.ts';

export type OrphansOptions = {
  readonly recordings: RecordingsStore;
  readonly channels: Channels;
  readonly removals: TakeRemovals;
  readonly clock: Clock;
  readonly log: Log;
};

/** The archive may be a long list on the other side of a network. */
const LOOK_AGAIN_MS = 6 * 3600_000;

/** What has come to the archive a moment ago may still be on its way to the database. */
const YOUNGEST_MS = 3600_000;

const MAX_LOGGED = 20;

/**
 * Takes in the archive that the database does not know: it was lost, or restored from a copy that is older. They are
 * told of and never removed, because a database that has lost everything knows none. Only what the database itself has
 * seen removed is removed again.
 */
export class Orphans {
  readonly #options: OrphansOptions;
  #lookedAtMs = Number.NEGATIVE_INFINITY;
  #count = 0;

  constructor(options: OrphansOptions) {
    this.#options = options;
  }

  /** How many there were at the last look. */
  get count(): number {
    return this.#count;
  }

  /** Looks at the whole archive, every few hours. @throws where the media process or the database does not answer */
  async look(): Promise<void> {
    const { clock, log } = this.#options;
    const nowMs = clock.nowMs();
    if (nowMs - this.#lookedAtMs < LOOK_AGAIN_MS) return;
    const orphans: string[] = [];
    let after: string | null = null;
    for (;;) {
      const takes: readonly KeptTake[] = await this.#options.channels.listTakes(after);
      orphans.push(...(await this.#unknownOf(takes, nowMs)).map(keyOf));
      const last = takes.at(-1);
      if (last === undefined || takes.length < MAX_LISTED_TAKES) break;
      after = keyOf(last);
    }
    if (orphans.length !== this.#count && orphans.length > 0) {
      const facts = { count: orphans.length, first: orphans.slice(0, MAX_LOGGED) };
      log.warn(facts, 'the archive has takes that the database does not know');
    }
    this.#count = orphans.length;
    this.#lookedAtMs = nowMs;
  }

  async #unknownOf(takes: readonly KeptTake[], nowMs: number): Promise<readonly KeptTake[]> {
    const { recordings, removals } = this.#options;
    const states = await recordings.statesOf(takes);
    const removed = takes.filter((take) => states.get(keyOf(take)) === 'removed');
    if (removed.length > 0) {
      await recordings.removeAgain(removed);
      removals.start();
    }
    return takes.filter(
      (take) => !states.has(keyOf(take)) && nowMs - take.keptSinceMs >= YOUNGEST_MS,
    );
  }
}

function keyOf({ webcastId, generation }: KeptTake): string {
  return `${webcastId}/${generation}`;
}
