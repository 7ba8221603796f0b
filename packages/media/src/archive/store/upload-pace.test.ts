import { expect, test } from 'vitest';
import { UploadPace } from './upload-pace.ts';

test('workers together are no faster than they may be, and do not catch up on idle time', async () => {
  let nowMs = 0;
  const waits: number[] = [];
  const clock = {
    nowMs: () => nowMs,
    wait: async (durationMs: number) => waits.push(durationMs),
  };
  const pace = new UploadPace(clock, 1_000_000);
  await Promise.all([pace.follow(500_000), pace.follow(500_000)]);
  expect(waits).toEqual([500, 1000]);
  nowMs = 600;
  await pace.follow(100_000);
  expect(waits.at(-1)).toBe(500);
  nowMs = 60_000;
  await pace.follow(100_000);
  expect(waits.at(-1)).toBe(100);
});
