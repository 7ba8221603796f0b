import type { ChannelStatus, Take } from '@rostrum/contracts';
import { isOnAir } from '../live/broadcast-facts.ts';

/** See TakeTable. */
export type TakeState = 'open' | 'closed' | 'removing' | 'removed';

export type KnownTake = Take & {
  /** Wall clock, ms: the first moment on air of the show that it is of. */
  readonly showStartedMs: number;
  readonly state: TakeState;
};

export type TakeChanges = {
  /** Not known before, oldest first. */
  readonly added: readonly KnownTake[];
  /** Known, and different from before. */
  readonly changed: readonly KnownTake[];
  /** What was open is closed: a show is over. */
  readonly hasEnded: boolean;
};

/**
 * What a status says about takes. It carries the whole truth about its show: the same one twice changes nothing. A show
 * that it does not tell of is over, with what was known of it last.
 *
 * @param known of the status's show, and every open one
 */
export function takeChanges(known: readonly KnownTake[], status: ChannelStatus): TakeChanges {
  const showStartedMs = status.onAirSinceMs ?? status.sinceMs;
  const state = isOnAir(status.state) ? 'open' : 'closed';
  const takes = status.takes.map(inWholeMs);
  const told = new Map(takes.map((take) => [take.generation, take]));
  const knownGenerations = new Set(known.map(({ generation }) => generation));
  const added = takes
    .filter(({ generation }) => !knownGenerations.has(generation))
    .map((take) => ({ ...take, showStartedMs, state }) satisfies KnownTake);
  const after = known.filter(isKept).map((before): KnownTake => {
    const take = told.get(before.generation);
    const isOfShow = before.showStartedMs === status.onAirSinceMs;
    return { ...before, ...take, state: isOfShow || take !== undefined ? state : 'closed' };
  });
  const beforeByGeneration = new Map(known.map((take) => [take.generation, take]));
  const changed = after.filter((take) => {
    const before = beforeByGeneration.get(take.generation);
    return (
      before?.durationMs !== take.durationMs ||
      before.sizeBytes !== take.sizeBytes ||
      before.hasVideo !== take.hasVideo ||
      before.state !== take.state
    );
  });
  const hasEnded = [...added, ...changed].some(
    (take) =>
      take.state === 'closed' && beforeByGeneration.get(take.generation)?.state !== 'closed',
  );
  return { added, changed, hasEnded };
}

/** As they are stored. */
function inWholeMs(take: Take): Take {
  const { startsAtMs, durationMs } = take;
  return { ...take, startsAtMs: Math.round(startsAtMs), durationMs: Math.round(durationMs) };
}

function isKept({ state }: KnownTake): boolean {
  return state === 'open' || state === 'closed';
}
