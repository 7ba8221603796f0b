import type { ChannelStatus } from '@rostrum/contracts';
import { describe, expect, test } from 'vitest';
import { nextStatus, type StatusQuestion } from './outside-status.ts';

const START_MS = 1_000_000;
const WAIT_MS = 60_000;

/** What each look shows, and how long after the last. */
type Step = Partial<StatusQuestion> & { readonly afterMs?: number };

function live(steps: readonly Step[], first: ChannelStatus | null = null) {
  let nowMs = START_MS;
  let status = first;
  let lastLiveMs: number | null = null;
  const states: string[] = [];
  for (const { afterMs = 3000, ...step } of steps) {
    nowMs += afterMs;
    status = nextStatus({
      webcastId: '0_ab12cd34',
      before: status,
      verdict: 'live',
      isOnAirAllowed: true,
      nowMs,
      lastLiveMs,
      waitMs: WAIT_MS,
      ...step,
    });
    if ((step.verdict ?? 'live') === 'live') lastLiveMs = nowMs;
    states.push(status.state);
  }
  return { states, status: status as ChannelStatus };
}

describe('the life of a stream from elsewhere', () => {
  test('is on air while it is there, and stays the same while nothing changes', () => {
    const { states, status } = live([{ verdict: 'away' }, {}, {}]);
    expect(states).toEqual(['idle', 'on-air', 'on-air']);
    expect(status).toMatchObject({
      onAirSinceMs: START_MS + 6000,
      sinceMs: START_MS + 6000,
      isPlayable: true,
      generation: null,
    });
  });

  test('waits for what is away, goes on with it, and ends when it does not come back', () => {
    const { states, status } = live([
      {},
      { verdict: 'away' },
      {},
      { verdict: 'away' },
      { verdict: 'away' },
      { verdict: 'away', afterMs: WAIT_MS },
      { verdict: 'away' },
    ]);
    expect(states).toEqual([
      'on-air',
      'interrupted',
      'on-air',
      'interrupted',
      'interrupted',
      'ended',
      'ended',
    ]);
    expect(status).toMatchObject({ onAirSinceMs: START_MS + 3000, isPlayable: false });
  });

  test('ends at once where its server says so, and the next one is another show', () => {
    const { states, status } = live([{}, { verdict: 'over' }, { verdict: 'over' }, {}]);
    expect(states).toEqual(['on-air', 'ended', 'ended', 'on-air']);
    expect(status.onAirSinceMs).toBe(START_MS + 12_000);
  });

  test('is a preview until somebody goes live, and ends where somebody goes back', () => {
    const isOnAirAllowed = false;
    const { states, status } = live([{ isOnAirAllowed }, {}, { isOnAirAllowed }]);
    expect(states).toEqual(['preview', 'on-air', 'preview']);
    // As the media process tells it: of the show that was.
    expect(status).toMatchObject({ onAirSinceMs: START_MS + 6000, sinceMs: START_MS + 9000 });
    expect(live([{ isOnAirAllowed }, { isOnAirAllowed, verdict: 'away' }]).states).toEqual([
      'preview',
      'idle',
    ]);
  });

  test('that nobody has looked at for long is over, not waited for', () => {
    const { status } = live([{}]);
    expect(live([{ verdict: 'away', lastLiveMs: null }], status).states).toEqual(['ended']);
    expect(
      live([{ verdict: 'away', afterMs: WAIT_MS + 1, lastLiveMs: START_MS }], status).states,
    ).toEqual(['ended']);
  });
});
