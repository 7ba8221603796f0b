// `npm test`: sets up what is missing, checks the house, runs every test, and closes with the counts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureDependencies } from './setup/ensure-dependencies.js';
import { ensurePages } from './setup/ensure-pages.js';
import { ensureTools, TOOLS } from './setup/ensure-tools.js';
import { findNode } from './setup/find-node.js';
import { inRoot, ROOT } from './setup/paths.js';
import { main, runCommand } from './setup/run-command.js';

main(async () => {
  ensureDependencies();
  const node = findNode();
  const missing = ensureTools(Object.values(TOOLS));
  if (missing.length > 0) {
    // What can't be tested has not passed.
    console.log(`0 passed, ${missing.length} failed`);
    return 1;
  }
  ensurePages(node);
  const filters = process.argv.slice(2);
  // Whoever names tests wants those.
  const hasCheckPassed =
    filters.length > 0
      ? null
      : spawnSync(node, ['scripts/check.ts'], { cwd: ROOT, stdio: 'inherit' }).status === 0;

  const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-test-'));
  const report = path.join(folder, 'report.json');
  const code = await runCommand(node, [
    inRoot('node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filters,
  ]);
  const { numPassedTests = 0, numFailedTests = 0, numFailedTestSuites = 0 } = readReport(report);
  rmSync(folder, { recursive: true, force: true });
  // A file that breaks before its first test counts too, and so does the check.
  const passed = numPassedTests + (hasCheckPassed === true ? 1 : 0);
  let failed =
    Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0) + (hasCheckPassed === false ? 1 : 0);
  if (code !== 0 && failed === 0) failed = 1;
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
});

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numFailedTests: 1 };
  }
}
