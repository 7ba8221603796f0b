import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { inRoot, ROOT } from './setup/paths.js';

it('what was not run has not passed: with a filter, the check is not counted', () => {
  const args = [inRoot('scripts/test.js'), 'no-file-has-this-name'];
  const { stdout, status } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  expect(stdout.trim().split('\n').at(-1)).toBe('0 passed, 1 failed');
  expect(status).toBe(1);
});
