import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** The package whose words go into the others instead of being published itself. */
const FOLDED = { name: '@rostrum/contracts', room: 'packages/contracts' } as const;

/**
 * Compiles a package to ECMAScript modules with types and source maps, a file for each source, so that bundlers leave out
 * what is not used. What it takes from the contracts is compiled beside it.
 */
export function compilePackage(root: string, folder: string, dist: string): void {
  // In the package's own folder, so that what it depends on is found from there.
  const cache = path.join(folder, '.cache');
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(path.join(cache, 'build-'));
  try {
    const config = path.join(work, 'tsconfig.json');
    writeFileSync(config, JSON.stringify(configOf(root, folder, path.join(work, 'out'))));
    run(path.join(root, 'node_modules/.bin/tsc'), ['--project', config], root);
    const out = path.join(work, 'out');
    renameSync(path.join(out, path.relative(root, folder), 'src'), path.join(dist, 'src'));
    const contracts = path.join(out, FOLDED.room, 'src');
    renameSync(contracts, path.join(dist, 'contracts'));
    for (const name of filesIn(dist)) rewrite(path.join(dist, name), dist);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function configOf(root: string, folder: string, outDir: string): object {
  return {
    extends: path.join(folder, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      rootDir: root,
      outDir,
      declaration: true,
      sourceMap: true,
      inlineSources: true,
      rewriteRelativeImportExtensions: true,
      paths: { [FOLDED.name]: [path.join(root, FOLDED.room, 'src/index.ts')] },
    },
    include: [path.join(folder, 'src'), path.join(root, FOLDED.room, 'src')],
    exclude: ['**/*.test.ts', '**/*-for-tests.ts'].map((each) => path.join(root, each)),
  };
}

/** Specifiers as Node and bundlers resolve them in the published package. */
function rewrite(file: string, dist: string): void {
  if (!/\.(js|d\.ts)$/.test(file)) return;
  const toContracts = path.relative(path.dirname(file), path.join(dist, 'contracts/index.js'));
  const relative = toContracts.startsWith('.') ? toContracts : `./${toContracts}`;
  const text = readFileSync(file, 'utf8');
  const rewritten = text
    .replaceAll(`'${FOLDED.name}'`, `'${relative}'`)
    // Declarations keep the names of the sources.
    .replace(/((?:from|import)\s*\(?\s*['"]\.{1,2}\/[^'"]*)\.ts(['"])/g, '$1.js$2');
  if (rewritten !== text) writeFileSync(file, rewritten);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} has failed\n${stdout}${stderr}`);
}
