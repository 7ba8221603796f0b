import { afterEach, expect, test } from 'vitest';
import type { AuditRecord } from '../../audit/trail.ts';
import { LogForTests } from '../../log-for-tests.ts';
import { describeOnBothDatabases } from '../both-databases-for-tests.ts';
import type { Database } from '../database.ts';
import { openDatabase } from '../open-database.ts';
import { AuditStore } from './audit-store.ts';

const DAY_MS = 86_400_000;

function record(createdAtMs: number, id: string): AuditRecord {
  return {
    createdAtMs,
    actor: { partnerId: 100, userId: 'una', sessionType: 2 },
    verb: 'CHANGED',
    entryPoint: 'livestream::update',
    isBySystem: false,
    object: { type: 'entry', id, name: 'Null \0 and all', entryId: id, changes: null },
    error: null,
    requestId: `r-${id}`,
    ipAddress: '192.0.2.1',
    userAgent: 'x'.repeat(5000),
    clientTag: '',
  };
}

describeOnBothDatabases('stored lines of the audit log', (freshDatabase) => {
  let database: Database;
  afterEach(() => database.close());

  async function open(): Promise<AuditStore> {
    database = await openDatabase(await freshDatabase(), 0, new LogForTests());
    return new AuditStore(database);
  }

  test('go when they are old, some hundred at a time, and the others stay', async () => {
    const store = await open();
    const old = Array.from({ length: 700 }, (_, index) => record(index, `old-${index}`));
    await store.insert([...old, record(500 * DAY_MS, 'new')]);

    const first = await store.removeBefore(400 * DAY_MS);
    const second = await store.removeBefore(400 * DAY_MS);
    const third = await store.removeBefore(400 * DAY_MS);

    expect([first, second, third].map(({ isMoreLeft }) => isMoreLeft)).toEqual([
      true,
      false,
      false,
    ]);
    const { totalCount, lines } = await store.list({
      partnerId: 100,
      filter: {},
      limit: 9,
      offset: 0,
    });
    expect(totalCount).toBe(1);
    expect(lines[0]?.objectId).toBe('new');
  });

  test('are cut where clients send long texts, and without what PostgreSQL does not take', async () => {
    const store = await open();
    await store.insert([record(1, 'a')]);
    const { lines } = await store.list({ partnerId: 100, filter: {}, limit: 1, offset: 0 });
    expect(lines[0]?.objectName).toBe('Null  and all');
    expect(lines[0]?.userAgent).toHaveLength(300);
  });

  test('are completed by the call that has written them, and only that one', async () => {
    const store = await open();
    const own = { ...record(1, ''), requestId: 'mine' };
    await store.insert([own, { ...record(1, ''), requestId: 'other' }]);
    await store.complete(own, { ...own.object, id: '42', name: 'Made' }, null);
    const { lines } = await store.list({ partnerId: 100, filter: {}, limit: 9, offset: 0 });
    expect(lines.map(({ requestId, objectId }) => [requestId, objectId])).toEqual(
      expect.arrayContaining([
        ['mine', '42'],
        ['other', ''],
      ]),
    );
  });
});
