// `npm run check`: format and lint, types of every room, and the arrows between them.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { findArrowFaults } from './check/arrows.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const bin = (name: string) => path.join(ROOT, 'node_modules/.bin', name);

const PROJECTS = [
  'tsconfig.json',
  'packages/contracts/tsconfig.json',
  'packages/media/tsconfig.pure.json',
  'packages/sdk/tsconfig.json',
  'apps/cli/tsconfig.json',
  'apps/web/tsconfig.json',
  'apps/web/tsconfig.testing.json',
  'examples/portal/tsconfig.json',
  'tests/tsconfig.json',
];

const steps: { readonly name: string; readonly run: () => boolean }[] = [
  {
    name: 'format and lint',
    run: () => passes(bin('biome'), ['ci', '--colors=off', '--error-on-warnings', '.']),
  },
  ...PROJECTS.map((project) => ({
    name: `types of ${project}`,
    run: () => passes(bin('tsc'), ['--project', project]),
  })),
  { name: 'arrows between the rooms', run: arrowsHold },
];

let failed = 0;
for (const { name, run } of steps) {
  const isFine = run();
  if (!isFine) failed++;
  console.log(`${isFine ? '✓' : '✗'} ${name}`);
}
process.exitCode = failed === 0 ? 0 : 1;

function passes(command: string, args: readonly string[]): boolean {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) console.log(`${stdout}${stderr}`.trimEnd());
  return status === 0;
}

function arrowsHold(): boolean {
  const faults = findArrowFaults(ROOT);
  for (const fault of faults) console.log(fault);
  return faults.length === 0;
}
