/**
 * Runs the benchmarks: `node benchmarks/main.ts [name...] [--json FILE]`. Every figure is a ratio against a peer or a
 * bound, measured in the same run. A goal that is missed is red and stays visible; only what could not be measured makes
 * the run fail.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Benchmark, Measure } from './benchmark.ts';

const { values, positionals } = parseArgs({
  args: argv.slice(2),
  options: { json: { type: 'string' } },
  allowPositionals: true,
});

type Outcome = {
  readonly benchmark: string;
  readonly measures: Measure[];
  readonly notes: string[];
  problem: string | null;
};

const found = await findBenchmarks();
const unknown = positionals.filter((name) => !found.some((benchmark) => benchmark.name === name));
if (unknown.length > 0) {
  const known = found.map((benchmark) => benchmark.name).join(', ');
  throw new RangeError(`no benchmark is called ${unknown.join(', ')}: there are ${known}`);
}
const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}`;
console.log(machine);
const outcomes: Outcome[] = [];
for (const benchmark of found) {
  if (positionals.length > 0 && !positionals.includes(benchmark.name)) continue;
  console.log(`\n${benchmark.name} …`);
  const outcome = await runOne(benchmark);
  outcomes.push(outcome);
  print(outcome);
}
if (values.json !== undefined) {
  const date = new Date().toISOString();
  writeFileSync(values.json, `${JSON.stringify({ date, machine, outcomes }, null, 2)}\n`);
}
process.exitCode = outcomes.some(({ problem }) => problem !== null) ? 1 : 0;

async function findBenchmarks(): Promise<readonly Benchmark[]> {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const files = readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^[^/\\]+[/\\]bench\.ts$/.test(path))
    .sort();
  const modules = await Promise.all(
    files.map(async (path) => (await import(`./${path}`)) as { readonly default: Benchmark }),
  );
  return modules.map((module) => module.default);
}

async function runOne(benchmark: Benchmark): Promise<Outcome> {
  const outcome: Outcome = { benchmark: benchmark.name, measures: [], notes: [], problem: null };
  try {
    await benchmark.run({
      add: (measure) => outcome.measures.push(measure),
      note: (text) => outcome.notes.push(text),
    });
  } catch (error) {
    outcome.problem = error instanceof Error ? error.message : String(error);
  }
  return outcome;
}

function print({ measures, notes, problem }: Outcome): void {
  const rows = [
    ['what', 'ours', 'peer or bound', 'ratio', 'goal', ''],
    ...measures.map(({ what, ours, peer, ratio, goal, isMet }) => [
      what,
      ours,
      peer,
      ratio.toFixed(2),
      goal,
      isMet ? 'met' : 'RED',
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of measures.length > 0 ? rows : []) {
    console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  }
  for (const note of notes) console.log(`  ${note}`);
  if (problem !== null) console.log(`  could not be measured: ${problem}`);
}
