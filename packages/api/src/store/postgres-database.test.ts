import { afterAll, beforeAll, expect, test } from 'vitest';
import { LogForTests } from '../log-for-tests.ts';
import { isDatabaseError, statement } from './database.ts';
import { openDatabase } from './open-database.ts';
import { type PostgresForTests, startPostgres } from './postgres-for-tests.ts';

let postgres: PostgresForTests | undefined;

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

test('connections that the server ends are made again', async () => {
  const url = (await postgres?.createDatabase()) ?? '';
  const database = await openDatabase({ kind: 'postgres', url }, 0, new LogForTests());
  const insert = (hash: string) =>
    database.write([
      statement(
        database.builder
          .insertInto('session_use')
          .values({ session_hash: hash, uses: 1, expires_at_s: 1 }),
      ),
    ]);
  await insert('before');

  await postgres?.disconnectAll();

  // The pool may hand out a connection whose end has not reached this process; its caller is told, the next one is not.
  const attempt = await insert('after').catch((error: unknown) => error);
  if (!Array.isArray(attempt)) {
    expect(isDatabaseError(attempt, 'unavailable')).toBe(true);
    await insert('after');
  }
  const rows = await database.read(
    database.builder.selectFrom('session_use').select('session_hash'),
  );
  expect(rows).toHaveLength(2);
  await database.close();
});

test('a server that is not there is named as such', async () => {
  const opening = openDatabase(
    { kind: 'postgres', url: 'postgres://x@127.0.0.1:1/x' },
    0,
    new LogForTests(),
  );
  await expect(opening).rejects.toSatisfy((error) => isDatabaseError(error, 'unavailable'));
});
