import type { BroadcastState, ChannelStatus } from '@rostrum/contracts';
import { describe, expect, test } from 'vitest';
import { applyStatus, type BroadcastFacts } from './broadcast-facts.ts';
import { showChanges } from './show-changes.ts';

/** What is told of statuses that come one after the other. */
function toldOf(...statuses: readonly (readonly [BroadcastState, number | null, number])[]) {
  let before: BroadcastFacts | null = null;
  return statuses.map(([state, onAirSinceMs, sinceMs]) => {
    const after = applyStatus(before, statusOf(state, onAirSinceMs, sinceMs));
    const changes = showChanges(before, after);
    before = after;
    return changes.map(({ kind, showStartedMs, atMs }) => `${kind} ${showStartedMs} at ${atMs}`);
  });
}

function statusOf(
  state: BroadcastState,
  onAirSinceMs: number | null,
  sinceMs: number,
): ChannelStatus {
  return {
    ...{ webcastId: '0_ab12cd34', state, sinceMs, onAirSinceMs, generation: null },
    ...{ isPlayable: false, hasVideo: true, encoders: [], waitsUntilMs: null, takes: [] },
  };
}

describe('what happens to shows', () => {
  test('is told once, however often a status comes', () => {
    expect(
      toldOf(
        ['preview', null, 1],
        ['on-air', 5, 5],
        ['on-air', 5, 5],
        ['interrupted', 5, 8],
        ['interrupted', 5, 8],
        ['on-air', 5, 9],
        ['ended', 5, 20],
        ['ended', 5, 20],
        ['idle', null, 30],
        ['preview', null, 40],
      ),
    ).toEqual([
      [],
      ['started 5 at 5'],
      [],
      ['interrupted 5 at 8'],
      [],
      ['resumed 5 at 9'],
      ['ended 5 at 20'],
      [],
      [],
      [],
    ]);
  });

  test('a further show of a webcast is another one', () => {
    expect(
      toldOf(['on-air', 5, 5], ['ended', 5, 9], ['on-air', 50, 50], ['ended', 50, 60]),
    ).toEqual([['started 5 at 5'], ['ended 5 at 9'], ['started 50 at 50'], ['ended 50 at 60']]);
  });

  test('what was missed is made up for', () => {
    expect(toldOf(['ended', 5, 9])).toEqual([['started 5 at 5', 'ended 5 at 9']]);
    expect(toldOf(['interrupted', 5, 9])).toEqual([['started 5 at 5', 'interrupted 5 at 9']]);
    expect(toldOf(['on-air', 5, 5], ['on-air', 50, 50])).toEqual([
      ['started 5 at 5'],
      ['ended 5 at 50', 'started 50 at 50'],
    ]);
    expect(toldOf(['on-air', 5, 5], ['idle', null, 30])).toEqual([
      ['started 5 at 5'],
      ['ended 5 at 30'],
    ]);
    expect(toldOf(['on-air', 5, 5], ['ended', 50, 60])).toEqual([
      ['started 5 at 5'],
      ['ended 5 at 60', 'started 50 at 50', 'ended 50 at 60'],
    ]);
  });
});
