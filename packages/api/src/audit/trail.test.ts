import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LogForTests } from '../log-for-tests.ts';
import { AuditStore } from '../store/audit/audit-store.ts';
import { type Database, isDatabaseError, statement } from '../store/database.ts';
import { openDatabase } from '../store/open-database.ts';
import { bySystem } from './system-trail.ts';
import { offTrail } from './trail.ts';
import { TrailedDatabase } from './trailed-database.ts';

/** A line of the log and the change that it tells of are one job. */

let folder: string;
let database: Database;
let store: AuditStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-trail-'));
  const address = { kind: 'sqlite', path: join(folder, 'rostrum.db') } as const;
  const stored = await openDatabase(address, 0, new LogForTests());
  store = new AuditStore(stored);
  database = new TrailedDatabase(stored);
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const DEED = {
  partnerId: 100,
  rule: 'retention',
  verb: 'DELETED',
  entry: { id: '0_ab12cd34', name: 'Town hall' },
  nowMs: 5,
} as const;

const lines = async () =>
  (await store.list({ partnerId: 100, filter: {}, limit: 9, offset: 0 })).lines;

/** Some write: its only use is to be one. */
const write = (mustChange = false) =>
  database.write([
    statement(
      database.builder
        .updateTable('account_change')
        .set({ version: 7 })
        .where('subject', '=', mustChange ? ('nothing' as 'accounts') : 'accounts'),
      { mustChange },
    ),
  ]);

test('what the server does by itself has a line, whose rule it names', async () => {
  await bySystem(DEED, () => write());
  expect(await lines()).toMatchObject([
    {
      entryPoint: 'rostrum::retention',
      isBySystem: true,
      verb: 'DELETED',
      objectId: '0_ab12cd34',
      objectName: 'Town hall',
      userId: '',
    },
  ]);
});

test('the caller is told of its own statements only', async () => {
  expect(await bySystem(DEED, () => write())).toHaveLength(1);
});

test('a job that fails leaves no line, and one that follows it has it', async () => {
  await bySystem(DEED, async () => {
    const error = await write(true).catch((failure: unknown) => failure);
    expect(isDatabaseError(error, 'conflict')).toBe(true);
    expect(await lines()).toHaveLength(0);
    await write();
  });
  expect(await lines()).toHaveLength(1);
});

test('several jobs of one deed have one line', async () => {
  await bySystem(DEED, async () => {
    await write();
    await write();
  });
  expect(await lines()).toHaveLength(1);
});

test('what is not what the deed is about has none', async () => {
  await bySystem(DEED, () => offTrail(() => write()));
  await write();
  expect(await lines()).toHaveLength(0);
});
