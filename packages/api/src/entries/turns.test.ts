import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

test('work on the same thing is done one after the other, in the order it was asked for', async () => {
  const turns = new Turns();
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    log.push(`${name} ends`);
    return name;
  };

  const results = await Promise.all([turns.take('a', work('1')), turns.take('a', work('2'))]);

  expect(results).toEqual(['1', '2']);
  expect(log).toEqual(['1 begins', '1 ends', '2 begins', '2 ends']);
});

test('work on different things goes on at the same time', async () => {
  const turns = new Turns();
  const first = Promise.withResolvers<void>();
  const waiting = turns.take('a', () => first.promise);

  // Would never end if it waited for the other.
  await turns.take('b', async () => first.resolve());

  await waiting;
});

test('work that fails says so to whoever asked for it, and to nobody else', async () => {
  const turns = new Turns();
  const failed = turns.take('a', async () => Promise.reject(new Error('no')));
  const after = turns.take('a', async () => 'yes');

  await expect(failed).rejects.toThrow('no');
  expect(await after).toBe('yes');
});
