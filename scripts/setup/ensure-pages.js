import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureStamped } from './ensure-stamped.js';
import { inRoot, ROOT } from './paths.js';

/** Everything that goes into the pages. */
const SOURCES = ['apps/web', 'packages/sdk', 'packages/contracts', 'package-lock.json'];
const STAMP = inRoot('apps/web/dist/.sources');

/**
 * Builds the pages where their sources have changed since the last build.
 * @param {string} node
 */
export function ensurePages(node) {
  ensureStamped(STAMP, hashSources(), () => build(node));
}

/** @param {string} node */
function build(node) {
  console.log('Building the pages …');
  const vite = inRoot('node_modules/vite/bin/vite.js');
  const { status } = spawnSync(node, [vite, 'build', 'apps/web', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`The pages could not be built (vite: exit code ${status}).`);
}

function hashSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of listFiles(inRoot(source))) {
      hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** @param {string} place @returns {string[]} */
function listFiles(place) {
  if (path.extname(place) !== '') return [place];
  return readdirSync(place, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && name !== 'dist' && !name.endsWith('.test.ts'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const child = path.join(place, entry.name);
      return entry.isDirectory() ? listFiles(child) : [child];
    });
}
