import { parseArgs } from 'node:util';
import { Random } from '../fuzz/random.ts';
import { KillShow } from './kill-show.ts';

/**
 * Kills processes of a server in the middle of a show, again and again:
 *
 *     node tests/reliability/kill.ts --times 100 [--seed 7]
 *
 * Ends with 1 where something that was acknowledged is missing.
 */
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});

const report = await KillShow.run({
  times: Number(values.times),
  random: new Random(Number(values.seed), 0),
  log: (line) => console.log(line),
});
console.log(JSON.stringify({ seed: values.seed, ...report }, null, 2));
process.exitCode = report.problems.length === 0 ? 0 : 1;
