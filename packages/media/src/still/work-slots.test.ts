import { expect, it } from 'vitest';
import { WorkSlots } from './work-slots.ts';

it('runs so many at a time, the others in their order, and refuses what is too much', async () => {
  const slots = new WorkSlots({ maxRunning: 2, maxWaiting: 2 });
  const order: number[] = [];
  let running = 0;
  let most = 0;
  const finish: (() => void)[] = [];
  const work = (number: number) => async () => {
    running += 1;
    most = Math.max(most, running);
    order.push(number);
    await new Promise<void>((resolve) => finish.push(resolve));
    running -= 1;
    return number;
  };
  const results = [1, 2, 3, 4, 5].map((number) => slots.run(work(number)));
  expect(await results[4]).toBe('busy');
  expect(order).toEqual([1, 2]);
  for (let number = 1; number <= 4; number++) {
    while (finish.length === 0) await Promise.resolve();
    finish.shift()?.();
    expect(await results[number - 1]).toBe(number);
  }
  expect([order, most]).toEqual([[1, 2, 3, 4], 2]);
});

it('goes on after work that failed', async () => {
  const slots = new WorkSlots({ maxRunning: 1, maxWaiting: 1 });
  const failed = slots.run(() => Promise.reject(new Error('no')));
  const next = slots.run(async () => 'next');
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('next');
  expect(await slots.run(async () => 'again')).toBe('again');
});
