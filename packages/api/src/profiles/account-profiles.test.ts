import { afterEach, expect, test } from 'vitest';
import { ACCOUNT, NOW_MS } from '../api-for-tests.ts';
import { LogForTests } from '../log-for-tests.ts';
import { ensureAllSeeds } from '../seeds/ensure-account-seeds.ts';
import { PartnersStore } from '../store/account/partners-store.ts';
import { describeOnBothDatabases } from '../store/both-databases-for-tests.ts';
import type { Database } from '../store/database.ts';
import { openDatabase } from '../store/open-database.ts';
import { ConversionProfilesStore } from '../store/profile/conversion-profiles-store.ts';
import { WidgetsStore } from '../store/profile/widgets-store.ts';
import { AccountProfilesDirectory } from './account-profiles.ts';
import { WidgetDirectory } from './widget-directory.ts';

describeOnBothDatabases('profiles and widgets in memory', (freshDatabase) => {
  const opened: Database[] = [];
  const clock = { now: NOW_MS, nowMs: () => clock.now };
  let reads = 0;

  /** A database with an account, of which every read is counted. */
  const open = async (): Promise<Database> => {
    const database = await openDatabase(await freshDatabase(), NOW_MS, new LogForTests());
    opened.push(database);
    await new PartnersStore(database).configure(ACCOUNT, NOW_MS);
    await ensureAllSeeds(database, NOW_MS);
    reads = 0;
    return {
      dialect: database.dialect,
      builder: database.builder,
      read: (query) => {
        reads++;
        return database.read(query);
      },
      write: (job) => database.write(job),
      close: () => database.close(),
    };
  };

  afterEach(async () => {
    for (const database of opened.splice(0)) await database.close();
  });

  test('an account is read once for all that ask at the same time and shortly after', async () => {
    const database = await open();
    const directory = new AccountProfilesDirectory(database, clock);
    const [first] = await Promise.all(Array.from({ length: 100 }, () => directory.of(100)));
    const readsOfOne = reads;
    expect(readsOfOne).toBeLessThan(10);
    clock.now += 4999;
    expect(await directory.of(100)).toBe(first);
    expect(reads).toBe(readsOfOne);
  });

  test('what another process has changed is seen after five seconds', async () => {
    const database = await open();
    const directory = new AccountProfilesDirectory(database, clock);
    const before = await directory.of(100);
    const profiles = new ConversionProfilesStore(database);
    const ladder = (await profiles.list(100, {}, { limit: 1, offset: 0 })).records[0];
    if (ladder === undefined) throw new Error('The account has no profiles');
    expect(before.live.find(ladder.id)?.flavorParamsIds).toBe('32,33,34,35');
    const changed = { ...ladder, isDefault: true, revision: ladder.revision + 1 };
    expect(await profiles.replace(changed, [])).toBe(true);

    expect((await directory.of(100)).live.default.id).toBe(before.live.default.id);
    clock.now += 5000;

    expect((await directory.of(100)).live.default).toMatchObject({
      id: ladder.id,
      flavorParamsIds: '',
    });
  });

  test('a database that does not answer is asked again', async () => {
    const database = await open();
    let isBroken = true;
    const broken: Database = {
      ...database,
      read: (query) =>
        isBroken ? Promise.reject(new Error('The database is away')) : database.read(query),
    };
    const directory = new AccountProfilesDirectory(broken, clock);
    const widgets = new WidgetDirectory(new WidgetsStore(broken), clock);
    await expect(directory.of(100)).rejects.toThrow('away');
    await expect(widgets.find('_100')).rejects.toThrow('away');
    isBroken = false;
    expect((await directory.of(100)).media.defaultId).toBeUndefined();
    expect(await widgets.find('_100')).toMatchObject({ partnerId: 100 });
  });

  test('widgets are remembered too, also those that are not there', async () => {
    const database = await open();
    const widgets = new WidgetDirectory(new WidgetsStore(database), clock);
    for (let count = 0; count < 50; count++) {
      expect(await widgets.find('_100')).toMatchObject({ partnerId: 100 });
      expect(await widgets.find('0_notthere')).toBeNull();
      expect(await widgets.find('what it may be')).toBeNull();
    }
    expect(reads).toBe(2);
    widgets.forget('_100');
    await widgets.find('_100');
    clock.now += 5000;
    await widgets.find('_100');
    expect(reads).toBe(4);
  });
});
