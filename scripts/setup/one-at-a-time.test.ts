import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inRoot } from './paths.js';

const MODULE = JSON.stringify(inRoot('scripts/setup/one-at-a-time.js'));

describe('commands that set up at the same time', () => {
  let folder = '';
  let lock = '';
  let journal = '';

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'rostrum-setup-'));
    lock = path.join(folder, 'new', 'setup.lock');
    journal = path.join(folder, 'journal');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Sets up: writes a line when it begins and when it ends. @returns its exit code */
  async function run(work: string): Promise<number> {
    const program = `
      import { appendFileSync } from 'node:fs';
      import { oneAtATime } from ${MODULE};
      const write = (line) => appendFileSync(${JSON.stringify(journal)}, line + '\\n');
      oneAtATime(() => { ${work} }, ${JSON.stringify(lock)});
    `;
    const args = ['--input-type=module', '--eval', program];
    const [code] = await once(spawn(process.execPath, args, { stdio: 'ignore' }), 'exit');
    return code;
  }
  const slow =
    "write('begins'); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150); write('ends');";
  const written = () => readFileSync(journal, 'utf8').trim().split('\n');

  it('work one after the other, and leave nothing behind', async () => {
    expect(await Promise.all([run(slow), run(slow), run(slow)])).toEqual([0, 0, 0]);
    expect(written()).toEqual(['begins', 'ends', 'begins', 'ends', 'begins', 'ends']);
    expect(existsSync(lock)).toBe(false);
  });

  it('do not wait for one that has failed, or was killed in the middle', async () => {
    expect(await run("throw new Error('no network')")).toBe(1);
    expect(await run("process.kill(process.pid, 'SIGKILL')")).toBe(null);
    expect(existsSync(lock)).toBe(true);
    expect(await run(slow)).toBe(0);
    expect(written()).toEqual(['begins', 'ends']);
  });

  it('do not wait for a lock that somebody with the same number seems to hold since long ago', async () => {
    await run("process.kill(process.pid, 'SIGKILL')");
    writeFileSync(lock, String(process.pid));
    utimesSync(lock, 0, 0);
    expect(await run(slow)).toBe(0);
  });
});
