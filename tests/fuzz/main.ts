import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findTargets } from './find-targets.ts';
import { remakeInput } from './run-target.ts';
import type { FuzzTarget } from './target.ts';
import { watchTarget } from './watch-target.ts';

/**
 * Throws bytes at everything that reads bytes from the network:
 *
 *     node tests/fuzz/main.ts [target...] --inputs 1000000 [--seed 7]
 *     node tests/fuzz/main.ts amf0 --seed 7 --only 4711      one input again, in this thread
 *     node tests/fuzz/main.ts amf0 --replay failure.hex      one saved input again
 *
 * Ends with 1 where a target crashed, hung, took a second for one input, or kept memory.
 */
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    inputs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    replay: { type: 'string' },
  },
});

/** More than this after a million inputs is a leak; less is the collector's and the allocator's rounding. */
const MAX_GROWTH_BYTES = 8 * 1024 * 1024;
const MAX_SHOWN_HEX = 2_000;

const seed = readNumber('seed', options.seed);
const inputs = readNumber('inputs', options.inputs);
const targets = await findTargets();
const chosen = positionals.length > 0 ? positionals.map(findTarget) : [...targets.values()];

if (options.only !== undefined || options.replay !== undefined) {
  for (const target of chosen) await repeat(target);
} else {
  let isGood = true;
  for (const target of chosen) isGood = (await fuzz(target)) && isGood;
  if (!isGood) process.exitCode = 1;
}

async function fuzz(target: FuzzTarget): Promise<boolean> {
  const { name } = target;
  const watched = await watchTarget({ targetName: name, inputs, seed }, (index) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${name}: ${index} of ${inputs} `);
  });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  if (watched.kind !== 'done') {
    console.log(`${name.padEnd(16)} ${watched.kind} at input ${watched.index}: ${watched.message}`);
    await report(name, watched.index, remakeInput(target, seed, watched.index));
    return false;
  }
  const { seconds, failureCount, failures, slowestMs, growthBytes } = watched.result;
  const isGrowing = growthBytes > MAX_GROWTH_BYTES;
  console.log(
    [
      name.padEnd(16),
      `${inputs} inputs`,
      `${seconds.toFixed(1)} s`,
      `${failureCount} crashes`,
      `slowest ${slowestMs.toFixed(1)} ms`,
      `growth ${(growthBytes / 1024).toFixed(0)} KiB${isGrowing ? ' (too much)' : ''}`,
    ].join('  '),
  );
  for (const { index, kind, message, input } of failures) {
    console.log(`${kind} at input ${index} of seed ${seed}: ${message}`);
    await report(name, index, input);
  }
  return failureCount === 0 && !isGrowing;
}

async function report(name: string, index: number, input: Uint8Array): Promise<void> {
  const hex = Buffer.from(input).toString('hex');
  const folder = await mkdtemp(join(tmpdir(), 'fuzz-'));
  const file = join(folder, `${name}-${seed}-${index}.hex`);
  await writeFile(file, hex);
  console.log(`  ${hex.length > MAX_SHOWN_HEX ? `${hex.slice(0, MAX_SHOWN_HEX)}...` : hex}`);
  console.log(`  again: node tests/fuzz/main.ts ${name} --replay ${file}`);
}

async function repeat(target: FuzzTarget): Promise<void> {
  const input =
    options.replay === undefined
      ? remakeInput(target, seed, readNumber('only', options.only ?? ''))
      : Buffer.from(await readFile(options.replay, 'utf8'), 'hex');
  await target.run(new Uint8Array(input));
  console.log(`${target.name}: ${input.length} bytes, no crash`);
}

function findTarget(name: string): FuzzTarget {
  const target = targets.get(name);
  if (target !== undefined) return target;
  throw new RangeError(`no target "${name}"; there are ${[...targets.keys()].join(', ')}`);
}

function readNumber(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new RangeError(`--${name} must be a whole number (got "${text}")`);
}
