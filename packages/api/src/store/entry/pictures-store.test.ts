import { afterEach, expect, test } from 'vitest';
import { ApiForTests } from '../../api-for-tests.ts';
import { LogForTests } from '../../log-for-tests.ts';
import { describeOnBothDatabases } from '../both-databases-for-tests.ts';
import type { Database } from '../database.ts';
import { openDatabase } from '../open-database.ts';
import { PicturesStore } from './pictures-store.ts';

describeOnBothDatabases('stored pictures', (freshDatabase) => {
  const opened: Database[] = [];
  const servers: ApiForTests[] = [];

  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
    for (const database of opened.splice(0)) await database.close();
  });

  const open = async () => {
    const address = await freshDatabase();
    const server = await ApiForTests.open(address);
    servers.push(server);
    const database = await openDatabase(address, server.clock.now, new LogForTests());
    opened.push(database);
    return { server, pictures: new PicturesStore(database) };
  };
  const show = { generation: 'show00000001', startedAtMs: 1000 };
  const picture = (byte: number) => ({ format: 'jpeg' as const, bytes: Buffer.alloc(3, byte) });

  test('are of one account, one of each kind, the newest', async () => {
    const { server, pictures } = await open();
    const { id, partnerId } = await server.addWebcast();
    const owner = { id, partnerId };
    expect(await pictures.factsOf(owner)).toEqual({ set: null, show: null });

    expect(await pictures.set(owner, picture(1), 5)).toBe(true);
    expect(await pictures.set(owner, picture(2), 6)).toBe(true);
    await pictures.saveOfShow(owner, show, picture(3), 7);

    expect(await pictures.factsOf(owner)).toEqual({
      set: { kind: 'set', format: 'jpeg', show: null, createdAtMs: 6 },
      show: { kind: 'show', format: 'jpeg', show, createdAtMs: 7 },
    });
    const read = await pictures.read(owner, 'set');
    expect([...(read?.bytes ?? [])]).toEqual([2, 2, 2]);
    const foreign = { id, partnerId: 200 };
    expect(await pictures.factsOf(foreign)).toEqual({ set: null, show: null });
    expect(await pictures.read(foreign, 'show')).toBeNull();
    expect(await pictures.set(foreign, picture(9), 8)).toBe(false);
  });

  test('go with their entry, and do not come back', async () => {
    const { server, pictures } = await open();
    const { id, partnerId } = await server.addWebcast();
    const owner = { id, partnerId };
    await pictures.set(owner, picture(1), 5);
    await pictures.saveOfShow(owner, show, picture(3), 7);
    const ks = await server.startAdminSession();

    await server.call('livestream', 'delete', { ks, entryId: id });

    expect(await pictures.factsOf(owner)).toEqual({ set: null, show: null });
    expect(await pictures.set(owner, picture(1), 9)).toBe(false);
    expect(await pictures.read(owner, 'set')).toBeNull();
  });
});
