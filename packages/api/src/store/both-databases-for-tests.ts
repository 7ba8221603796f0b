import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import type { DatabaseAddress } from './open-database.ts';
import { type PostgresForTests, startPostgres } from './postgres-for-tests.ts';

export type FreshDatabase = () => Promise<DatabaseAddress>;

/** One body of tests, run over both databases. */
export function describeOnBothDatabases(
  title: string,
  body: (freshDatabase: FreshDatabase) => void,
): void {
  describe(`${title}, on SQLite`, () => {
    let folder = '';
    let count = 0;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'rostrum-sqlite-'));
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));
    body(async () => ({ kind: 'sqlite', path: join(folder, `${++count}.db`) }));
  });

  describe(`${title}, on PostgreSQL`, () => {
    let postgres: PostgresForTests | undefined;
    beforeAll(async () => {
      postgres = await startPostgres();
    });
    afterAll(() => postgres?.stop());
    body(async () => ({ kind: 'postgres', url: (await postgres?.createDatabase()) ?? '' }));
  });
}
