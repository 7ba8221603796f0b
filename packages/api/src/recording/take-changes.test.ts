import type { ChannelStatus, Take } from '@rostrum/contracts';
import { describe, expect, test } from 'vitest';
import { type KnownTake, takeChanges } from './take-changes.ts';

const TAKE: Take = {
  ...{ generation: 'a', startsAtMs: 1_000, durationMs: 500, sizeBytes: 1_000, hasVideo: true },
};
const OPEN: KnownTake = { ...TAKE, showStartedMs: 1_000, state: 'open' };
const NONE = { added: [], changed: [], hasEnded: false };

const told = (changes: Partial<ChannelStatus>): ChannelStatus => ({
  webcastId: '0_webcast01',
  state: 'on-air',
  sinceMs: 1_000,
  onAirSinceMs: 1_000,
  generation: 'a',
  isPlayable: true,
  hasVideo: true,
  encoders: [],
  waitsUntilMs: null,
  takes: [TAKE],
  ...changes,
});

describe('what a status changes about takes', () => {
  test('the same twice changes nothing', () => {
    expect(takeChanges([], told({}))).toEqual({ ...NONE, added: [OPEN] });
    expect(takeChanges([OPEN], told({}))).toEqual(NONE);
  });

  test('waiting for the encoder is the same show', () => {
    expect(takeChanges([OPEN], told({ state: 'interrupted' }))).toEqual(NONE);
  });

  test.each(['ended', 'idle', 'preview'] as const)('%s closes what was open', (state) => {
    const longer = { ...TAKE, durationMs: 900 };
    const closed = { ...OPEN, durationMs: 900, state: 'closed' };
    const status = told({ state, takes: [longer] });
    expect(takeChanges([OPEN], status)).toEqual({ added: [], changed: [closed], hasEnded: true });
  });

  test('another show closes what an unheard end has left open', () => {
    const next: Take = { ...TAKE, generation: 'b', startsAtMs: 9_000 };
    const changes = takeChanges([OPEN], told({ onAirSinceMs: 9_000, takes: [next] }));
    expect(changes).toEqual({
      added: [{ ...next, showStartedMs: 9_000, state: 'open' }],
      changed: [{ ...OPEN, state: 'closed' }],
      hasEnded: true,
    });
  });

  test('a take that the status has no room for is still of its show', () => {
    const other: Take = { ...TAKE, generation: 'b' };
    expect(takeChanges([OPEN], told({ takes: [other] })).changed).toEqual([]);
  });

  test.each(['removing', 'removed'] as const)('what is %s stays so', (state) => {
    expect(takeChanges([{ ...OPEN, state }], told({ state: 'ended' }))).toEqual(NONE);
  });

  test('a show that turns out to go on is open again', () => {
    const closed: KnownTake = { ...OPEN, state: 'closed' };
    expect(takeChanges([closed], told({}))).toEqual({ ...NONE, changed: [OPEN] });
  });
});
