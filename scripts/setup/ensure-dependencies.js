// Runs on whatever Node the machine has (20 or later), before any dependency is there: plain JavaScript, no imports
// but Node's own.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ensureStamped } from './ensure-stamped.js';
import { inRoot, ROOT } from './paths.js';

const STAMP = inRoot('node_modules', '.rostrum-lock');

/** Installs the locked dependencies where they are missing or the lock file has changed since. */
export function ensureDependencies() {
  const wanted = createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');
  ensureStamped(STAMP, wanted, install);
}

function install() {
  console.log('Installing dependencies (once; less than a minute) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    throw new Error(
      `The dependencies could not be installed (npm ci: ${error?.message ?? `exit code ${status}`}). Check the network and run the command again.`,
    );
  }
}
