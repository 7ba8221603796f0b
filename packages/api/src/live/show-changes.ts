import { type BroadcastFacts, isOnAir } from './broadcast-facts.ts';

/** Something that happens to a show. All times are wall clock, ms. */
export type ShowChange = {
  readonly kind: 'started' | 'interrupted' | 'resumed' | 'ended';
  /** The first moment on air, by which shows are told apart. */
  readonly showStartedMs: number;
  readonly atMs: number;
};

/**
 * What has happened to a webcast's shows between two statuses. What was missed is made up for: a show whose beginning
 * nobody has told has begun when its end is told.
 */
export function showChanges(
  before: BroadcastFacts | null,
  after: BroadcastFacts,
): readonly ShowChange[] {
  const { status } = after;
  const wasOnAir = before !== null && isOnAir(before.status.state);
  const knownShowMs = wasOnAir ? before.status.onAirSinceMs : null;
  const showMs = status.onAirSinceMs;
  const changes: ShowChange[] = [];
  const add = (kind: ShowChange['kind'], showStartedMs: number, atMs: number) =>
    changes.push({ kind, showStartedMs, atMs });

  if (knownShowMs !== null && knownShowMs !== showMs) {
    add('ended', knownShowMs, isOnAir(status.state) && showMs !== null ? showMs : status.sinceMs);
  }
  if (isOnAir(status.state)) {
    if (showMs === null) return changes;
    const isNew = knownShowMs !== showMs;
    const wasInterrupted = !isNew && before?.status.state === 'interrupted';
    if (isNew) add('started', showMs, showMs);
    if (status.state === 'interrupted' && !wasInterrupted)
      add('interrupted', showMs, status.sinceMs);
    if (status.state === 'on-air' && wasInterrupted) add('resumed', showMs, status.sinceMs);
    return changes;
  }
  if (showMs === null) return changes;
  if (knownShowMs === showMs) add('ended', showMs, status.sinceMs);
  else if ((before?.lastOnAirEndMs ?? 0) < showMs) {
    add('started', showMs, showMs);
    add('ended', showMs, status.sinceMs);
  }
  return changes;
}
