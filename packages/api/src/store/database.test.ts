import { afterEach, expect, test } from 'vitest';
import { LogForTests } from '../log-for-tests.ts';
import { describeOnBothDatabases } from './both-databases-for-tests.ts';
import { type Database, isDatabaseError, type Statement, statement } from './database.ts';
import { type DatabaseAddress, openDatabase } from './open-database.ts';

describeOnBothDatabases('a database', (freshDatabase) => {
  const opened: Database[] = [];
  const open = async (address?: DatabaseAddress) => {
    const database = await openDatabase(
      address ?? (await freshDatabase()),
      1000,
      new LogForTests(),
    );
    opened.push(database);
    return database;
  };

  afterEach(async () => {
    for (const database of opened.splice(0)) await database.close();
  });

  test('has its tables after the first start, and keeps what is in them at the next', async () => {
    const address = await freshDatabase();
    const first = await open(address);
    await first.write([insertUse(first, 'a')]);
    await first.close();

    const second = await open(address);

    expect(await usesOf(second)).toEqual([{ session_hash: 'a', uses: 1 }]);
  });

  test('two processes that start at once both find the tables', async () => {
    const address = await freshDatabase();

    const databases = await Promise.all([open(address), open(address)]);

    for (const database of databases) expect(await usesOf(database)).toEqual([]);
  });

  test('refuses to work on tables of a newer version', async () => {
    const address = await freshDatabase();
    const database = await open(address);
    const query = database.builder
      .insertInto('schema_version')
      .values({ version: 999, name: 'later', applied_at_ms: 0 });
    await database.write([statement(query)]);
    await database.close();

    await expect(open(address)).rejects.toThrow('start the newer server');
  });

  test('answers a write with what it changed, and a read sees it at once', async () => {
    const database = await open();

    expect(await database.write([insertUse(database, 'a'), insertUse(database, 'b')])).toEqual([
      1, 1,
    ]);

    expect(await usesOf(database)).toHaveLength(2);
  });

  test('a job is all or nothing', async () => {
    const database = await open();
    await database.write([insertUse(database, 'a')]);

    const job = database.write([insertUse(database, 'b'), insertUse(database, 'a')]);

    await expect(job).rejects.toSatisfy((error) => isDatabaseError(error, 'duplicate'));
    expect(await usesOf(database)).toEqual([{ session_hash: 'a', uses: 1 }]);
  });

  test('a job that fails takes none of those along that were written at the same time', async () => {
    const database = await open();
    await database.write([insertUse(database, 'taken')]);

    const outcomes = await Promise.allSettled(
      Array.from({ length: 300 }, (_, index) =>
        database.write([insertUse(database, index % 3 === 0 ? 'taken' : `job-${index}`)]),
      ),
    );

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(200);
    expect(await usesOf(database)).toHaveLength(201);
  });

  test('a job whose condition no longer holds changes nothing', async () => {
    const database = await open();
    const conditional = statement(
      database.builder
        .updateTable('session_use')
        .set({ uses: 5 })
        .where('session_hash', '=', 'nobody'),
      { mustChange: true },
    );

    const job = database.write([insertUse(database, 'a'), conditional]);

    await expect(job).rejects.toSatisfy((error) => isDatabaseError(error, 'conflict'));
    expect(await usesOf(database)).toEqual([]);
  });

  test('a statement that is wrong is a failure of its caller only', async () => {
    const database = await open();
    const wrong: Statement = {
      sql: 'insert into nowhere values (1)',
      parameters: [],
      mustChange: false,
    };

    await expect(database.write([wrong])).rejects.toSatisfy((error) =>
      isDatabaseError(error, 'failed'),
    );

    await database.write([insertUse(database, 'a')]);
    expect(await usesOf(database)).toHaveLength(1);
  });

  test('finishes what it has accepted before it closes, and then accepts nothing', async () => {
    const address = await freshDatabase();
    const database = await open(address);
    const jobs = Array.from({ length: 50 }, (_, index) =>
      database.write([insertUse(database, `job-${index}`)]),
    );
    if (database.dialect === 'postgres') await Promise.all(jobs);

    await database.close();

    await Promise.all(jobs);
    expect(await usesOf(await open(address))).toHaveLength(50);
    await expect(database.write([insertUse(database, 'late')])).rejects.toSatisfy((error) =>
      isDatabaseError(error),
    );
  });

  test('numbers of milliseconds come back as the same numbers', async () => {
    const database = await open();
    const query = database.builder
      .insertInto('session_use')
      .values({ session_hash: 'a', uses: 1, expires_at_s: 8_640_000_000_000 });
    await database.write([statement(query)]);

    const rows = await database.read(
      database.builder.selectFrom('session_use').select('expires_at_s'),
    );

    expect(rows).toEqual([{ expires_at_s: 8_640_000_000_000 }]);
  });
});

function insertUse(database: Database, hash: string): Statement {
  return statement(
    database.builder
      .insertInto('session_use')
      .values({ session_hash: hash, uses: 1, expires_at_s: 1 }),
  );
}

async function usesOf(database: Database) {
  const rows = await database.read(
    database.builder
      .selectFrom('session_use')
      .select(['session_hash', 'uses'])
      .orderBy('session_hash'),
  );
  return rows.map((row) => ({ ...row }));
}
