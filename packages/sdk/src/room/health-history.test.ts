import type { ChannelHealth } from '@rostrum/contracts';
import { describe, expect, it } from 'vitest';
import { HEALTH_HISTORY_MS, withHealth } from './health-history.ts';

const at = (atMs: number): ChannelHealth => ({
  webcastId: '0_ab12cd34',
  atMs,
  encoders: [],
  archive: 'off',
  lostParts: 0,
  relays: [],
});

const timesOf = (samples: readonly ChannelHealth[]) => samples.map(({ atMs }) => atMs);

describe('withHealth', () => {
  it('appends what has come', () => {
    expect(timesOf(withHealth([at(1), at(3)], [at(5)]))).toEqual([1, 3, 5]);
  });

  it('keeps what it knows when nothing has come', () => {
    expect(timesOf(withHealth([at(1)], []))).toEqual([1]);
  });

  it('has each moment once when the server tells its history again', () => {
    expect(timesOf(withHealth([at(1), at(3), at(5)], [at(3), at(5), at(7)]))).toEqual([1, 3, 5, 7]);
  });

  it('forgets what is older than five minutes', () => {
    const nowMs = HEALTH_HISTORY_MS + 10;
    expect(timesOf(withHealth([at(9), at(10)], [at(nowMs)]))).toEqual([10, nowMs]);
  });

  it('follows a clock that was set back', () => {
    expect(timesOf(withHealth([at(100), at(200)], [at(50)]))).toEqual([50]);
  });
});
