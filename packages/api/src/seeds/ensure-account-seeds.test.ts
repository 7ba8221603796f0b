import { afterEach, expect, test } from 'vitest';
import { NOW_MS } from '../api-for-tests.ts';
import { LogForTests } from '../log-for-tests.ts';
import { AccountProfilesDirectory } from '../profiles/account-profiles.ts';
import { PartnersStore } from '../store/account/partners-store.ts';
import { describeOnBothDatabases } from '../store/both-databases-for-tests.ts';
import type { Database } from '../store/database.ts';
import { openDatabase } from '../store/open-database.ts';
import { ConversionProfilesStore } from '../store/profile/conversion-profiles-store.ts';
import { ensureAccountSeeds, ensureAllSeeds } from './ensure-account-seeds.ts';

describeOnBothDatabases('what an account begins with', (freshDatabase) => {
  const opened: Database[] = [];
  const open = async () => {
    const database = await openDatabase(await freshDatabase(), NOW_MS, new LogForTests());
    opened.push(database);
    return database;
  };
  const addAccount = (database: Database, partnerId: number) =>
    new PartnersStore(database).configure({ partnerId, adminSecret: 'a', userSecret: 'u' }, NOW_MS);
  const profilesOf = async (database: Database, partnerId: number) => {
    const page = { limit: 500, offset: 0 };
    return (await new ConversionProfilesStore(database).list(partnerId, {}, page)).records;
  };

  afterEach(async () => {
    for (const database of opened.splice(0)) await database.close();
  });

  test('every account gets rows of its own, once, however often and by however many at a time', async () => {
    const database = await open();
    await addAccount(database, 100);
    await addAccount(database, 200);

    await Promise.all([ensureAllSeeds(database, NOW_MS), ensureAllSeeds(database, NOW_MS)]);
    const first = await profilesOf(database, 100);
    await ensureAllSeeds(database, NOW_MS);
    await ensureAccountSeeds(database, 100, NOW_MS);

    expect(first.map(({ properties }) => properties.systemName)).toEqual([
      'Default_Live',
      'Passthrough_Live',
      'KMS54_NEW_DOC_CONV_IMAGE_WIDE',
    ]);
    expect(await profilesOf(database, 100)).toEqual(first);
    const foreign = await profilesOf(database, 200);
    expect(foreign).toHaveLength(3);
    const ids = [...first, ...foreign].map(({ id }) => id);
    expect(new Set(ids).size).toBe(6);
  });

  test('what the account has deleted stays deleted', async () => {
    const database = await open();
    await addAccount(database, 100);
    await ensureAllSeeds(database, NOW_MS);
    const [ladder] = await profilesOf(database, 100);
    expect(ladder && (await new ConversionProfilesStore(database).remove(ladder))).toBe(true);

    await ensureAllSeeds(database, NOW_MS);

    expect(await profilesOf(database, 100)).toHaveLength(2);
  });

  test('an account that was made without its beginnings gets them when its profiles are first asked for', async () => {
    const database = await open();
    await ensureAllSeeds(database, NOW_MS);
    await addAccount(database, 300);

    const profiles = await new AccountProfilesDirectory(database, { nowMs: () => NOW_MS }).of(300);

    expect(profiles.live.default.flavorParamsIds).toBe('32,36,37');
    expect(profiles.live.default.bitrates[0]).toEqual({
      bitrate: 900,
      width: 640,
      height: 480,
      tags: 'source,ingest,web,mobile,ipad,ipadnew',
    });
    expect(await profilesOf(database, 300)).toHaveLength(3);
  });
});
