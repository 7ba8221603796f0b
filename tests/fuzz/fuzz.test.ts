import { describe, expect, test } from 'vitest';
import { findTargets } from './find-targets.ts';
import { makeInput } from './mutate.ts';
import { Random } from './random.ts';
import { runTarget } from './run-target.ts';

/** Enough to notice a parser that has lost its bounds; the long runs are `npm run fuzz`. */
const INPUTS = 3_000;

describe('every target survives bad bytes', async () => {
  test.each([...(await findTargets()).values()])('$name', async (target) => {
    const { failures } = await runTarget(target, { inputs: INPUTS, seed: 1 });
    expect(failures).toEqual([]);
  });
});

test('the same seed makes the same inputs, another one others', () => {
  const seeds = [Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), new Uint8Array(100)];
  const inputs = (seed: number) =>
    Array.from({ length: 200 }, (_, index) => makeInput(seeds, new Random(seed, index)));
  expect(inputs(7)).toEqual(inputs(7));
  expect(inputs(7)).not.toEqual(inputs(8));
  expect(new Set(inputs(7).map(String)).size).toBeGreaterThan(180);
});

test('a target that throws, in either way, is a crash with its input', async () => {
  const seeds = () => [Uint8Array.of(1)];
  const run = { inputs: 3, seed: 1 };
  const thrown = await runTarget(
    {
      name: 'throws',
      seeds,
      run() {
        throw new Error('sync');
      },
    },
    run,
  );
  expect(thrown).toMatchObject({
    failureCount: 3,
    failures: [{ index: 0, kind: 'crash' }, {}, {}],
  });
  const rejected = await runTarget(
    { name: 'rejects', seeds, run: () => Promise.reject(new Error('async')) },
    run,
  );
  expect(rejected.failureCount).toBe(3);
});

test('an input that takes too long is a failure', async () => {
  const { failures } = await runTarget(
    {
      name: 'slow',
      seeds: () => [Uint8Array.of(1)],
      run() {
        const until = performance.now() + 60;
        while (performance.now() < until);
      },
    },
    { inputs: 1, seed: 1, slowInputMs: 50 },
  );
  expect(failures).toMatchObject([{ kind: 'slow', index: 0 }]);
});
