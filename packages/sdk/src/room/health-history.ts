import type { ChannelHealth } from '@rostrum/contracts';

/** How far back a history of health goes, ms. */
export const HEALTH_HISTORY_MS = 5 * 60_000;

/**
 * The history with what has come, oldest first. What comes replaces what was known of the same stretch: after a
 * reconnect the server tells it again, and its clock may have been set back.
 */
export function withHealth(
  known: readonly ChannelHealth[],
  samples: readonly ChannelHealth[],
): readonly ChannelHealth[] {
  const [first] = samples;
  const last = samples.at(-1);
  if (first === undefined || last === undefined) return known;
  const fromMs = last.atMs - HEALTH_HISTORY_MS;
  const before = known.filter(({ atMs }) => atMs < first.atMs);
  return [...before, ...samples].filter(({ atMs }) => atMs >= fromMs);
}
