import { expect, it } from 'vitest';
import { Random } from '../fuzz/random.ts';
import { KillShow } from '../reliability/kill-show.ts';

// `npm run reliability` does the same a hundred times.
it('survives kill -9 of any process at any moment: no acknowledged change and no part is lost', async () => {
  const lines: string[] = [];
  const seed = Date.now() % 1_000_000;
  const report = await KillShow.run({
    times: 6,
    random: new Random(seed, 0),
    log: (line) => lines.push(line),
  });
  expect(report.problems, `seed ${seed}\n${lines.join('\n')}`).toEqual([]);
  expect(report.writes).toBeGreaterThan(0);
  expect(report.recording.frames).toBeGreaterThan(30);
}, 240_000);
