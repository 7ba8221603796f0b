import { expect, test } from 'vitest';
import { ACCOUNT } from '../../api-for-tests.ts';
import { NOTHING_COUNTED } from '../../entries/entry-base.ts';
import { LogForTests } from '../../log-for-tests.ts';
import { PartnersStore } from '../account/partners-store.ts';
import { describeOnBothDatabases } from '../both-databases-for-tests.ts';
import { statement } from '../database.ts';
import { EntriesStore } from '../entry/entries-store.ts';
import { openDatabase } from '../open-database.ts';
import { entitledUsersOfProperties } from './007-categories.ts';

describeOnBothDatabases('whom entries name', (freshDatabase) => {
  test('is found for entries that are older than its table as for those that are younger', async () => {
    const database = await openDatabase(await freshDatabase(), 0, new LogForTests());
    const { builder } = database;
    await new PartnersStore(database).configure(ACCOUNT, 0);
    const entries = new EntriesStore(database);
    const lists = [
      {
        entitledUsersEdit: 'ann, bob,, ann',
        entitledUsersPublish: 'c "d" \\ e',
        entitledUsersView: '',
      },
      { entitledUsersView: ' x@example.com ,line\nbreak' },
      {},
    ];
    for (const [index, properties] of lists.entries()) {
      await entries.insert({
        ...ENTRY,
        id: `0_${String(index).padStart(8, '0')}`,
        properties,
      });
    }
    const named = async () => {
      const rows = await database.read(
        builder.selectFrom('entitled_user').selectAll().orderBy('entry_id').orderBy('user_id'),
      );
      return rows.map(({ entry_id, user_id, may }) => `${entry_id} ${may} ${user_id}`).sort();
    };
    const written = await named();
    expect(written).toHaveLength(5);

    await database.write([
      statement(builder.deleteFrom('entitled_user')),
      statement(entitledUsersOfProperties(database)),
    ]);

    expect(await named()).toEqual(written);
    await database.close();
  });
});

const ENTRY = {
  kind: 'media',
  partnerId: 100,
  revision: 1,
  status: '2',
  moderationStatus: 6,
  createdAtMs: 0,
  updatedAtMs: 0,
  rootEntryId: '0_00000000',
  playbackEpoch: 1,
  displayBeforeBin: null,
  counts: NOTHING_COUNTED,
} as const;
