import type { ChannelHealth } from '@rostrum/contracts';
import { beforeEach, describe, expect, it } from 'vitest';
import { HealthHistory } from './health-history.ts';

const [FIRST, SECOND] = ['0_ab12cd34', '0_zz12cd34'];

function sample(atMs: number, webcastId = FIRST): ChannelHealth {
  return { webcastId, atMs, encoders: [], archive: 'writing', lostParts: 0, relays: [] };
}

describe('the history of health', () => {
  let nowMs = 0;
  let history: HealthHistory;

  const tell = (seconds: number, webcastId = FIRST) => {
    for (let second = 0; second < seconds; second += 2) {
      history.record(sample(nowMs, webcastId));
      nowMs += 2000;
    }
  };

  beforeEach(() => {
    nowMs = 1000;
    history = new HealthHistory(() => nowMs);
  });

  it('keeps the last five minutes, oldest first', () => {
    tell(600);
    const times = history.recent(FIRST).map(({ atMs }) => atMs);
    expect(times).toHaveLength(150);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBe(nowMs - 2000);
  });

  it('forgets what is over, also of webcasts that nobody speaks of any more', () => {
    tell(4, SECOND);
    nowMs += 300_000;
    expect(history.recent(SECOND)).toEqual([]);
    tell(2);
    expect(history.newest().map(({ webcastId }) => webcastId)).toEqual([FIRST]);
  });

  it('is bounded also where samples come much too often', () => {
    for (let index = 0; index < 1000; index++) history.record(sample(index));
    expect(history.recent(FIRST).length).toBeLessThanOrEqual(300);
  });

  it('has nothing new to say of a channel that has fallen silent', () => {
    tell(2);
    expect(history.newestOf(FIRST)).toMatchObject({ webcastId: FIRST });
    nowMs += 10_000;
    expect(history.newestOf(FIRST)).toBeNull();
    expect(history.recent(FIRST)).toHaveLength(1);
  });

  it('does not mind a wall clock that jumps: what counts is when it was heard', () => {
    history.record(sample(5_000_000_000_000));
    history.record(sample(1));
    expect(history.recent(FIRST).map(({ atMs }) => atMs)).toEqual([5_000_000_000_000, 1]);
  });

  it('tells whoever listens, until they stop', () => {
    const heard: string[] = [];
    const stop = history.subscribe(({ webcastId }) => heard.push(webcastId));
    tell(2, SECOND);
    stop();
    tell(2);
    expect(heard).toEqual([SECOND]);
  });

  it('knows nothing of a webcast that was deleted', () => {
    tell(10);
    history.forget(FIRST);
    expect(history.recent(FIRST)).toEqual([]);
  });
});
