import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LogForTests } from '../log-for-tests.ts';
import { isDatabaseError } from './database.ts';
import { openDatabase } from './open-database.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-durability-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Writes rows from eight callers at once, and tells each one's name as soon as it is acknowledged. */
const WRITER = `
const { openDatabase } = await import(process.argv[2]);
const { statement } = await import(process.argv[3]);
const database = await openDatabase({ kind: 'sqlite', path: process.argv[4] }, 0, console);
for (let caller = 0; caller < 8; caller++) void write(caller);
async function write(caller) {
  for (let index = 0; ; index++) {
    const session_hash = process.pid + '-' + caller + '-' + index;
    const query = database.builder.insertInto('session_use').values({ session_hash, uses: 1, expires_at_s: 1 });
    await database.write([statement(query)]);
    console.log(session_hash);
  }
}`;

test('a process that is killed in mid-write has lost nothing that it acknowledged', async () => {
  const path = join(folder, 'killed.db');
  const script = join(folder, 'writer.mjs');
  await writeFile(script, WRITER);
  const acknowledged: string[] = [];
  for (let round = 0; round < 3; round++) {
    const modules = ['./open-database.ts', './database.ts'].map(
      (name) => new URL(name, import.meta.url).href,
    );
    const writer = spawn(process.execPath, [script, ...modules, path], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const exited = once(writer, 'exit');
    let count = 0;
    for await (const line of createInterface({ input: writer.stdout })) {
      acknowledged.push(line);
      if (++count === 100 + round * 37) writer.kill('SIGKILL');
    }
    await exited;
  }

  const database = await openDatabase({ kind: 'sqlite', path }, 0, new LogForTests());
  const rows = await database.read(
    database.builder.selectFrom('session_use').select('session_hash'),
  );
  await database.close();

  const stored = new Set(rows.map(({ session_hash }) => session_hash));
  expect(acknowledged.length).toBeGreaterThan(400);
  expect(acknowledged.filter((name) => !stored.has(name))).toEqual([]);
});

test('a file that cannot be opened is named as such', async () => {
  const opening = openDatabase(
    { kind: 'sqlite', path: join(folder, 'missing', 'x.db') },
    0,
    new LogForTests(),
  );
  await expect(opening).rejects.toSatisfy((error) => isDatabaseError(error, 'unavailable'));
});
