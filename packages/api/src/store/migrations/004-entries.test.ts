import { expect, test } from 'vitest';
import { LogForTests } from '../../log-for-tests.ts';
import { describeOnBothDatabases } from '../both-databases-for-tests.ts';
import { type Database, statement } from '../database.ts';
import { EntriesStore } from '../entry/entries-store.ts';
import type { DatabaseAddress } from '../open-database.ts';
import { PostgresDatabase } from '../postgres-database.ts';
import { SqliteDatabase } from '../sqlite-database.ts';
import { firstTables } from './001-first-tables.ts';
import { migrate } from './migrate.ts';

const NOW_MS = 1_700_000_000_000;

/** A live stream as the first version kept it. */
const OLD_ROW = {
  id: '0_oldentry',
  partner_id: 7,
  type: '7',
  status: '2',
  name: 'Town hall',
  name_folded: 'town hall',
  tags_folded: '',
  admin_tags_folded: '',
  user_id: 'olga',
  creator_id: 'olga',
  root_entry_id: '0_oldentry',
  media_type: 201,
  source_type: '32',
  display_in_search: 1,
  moderation_status: 6,
  created_at_ms: NOW_MS,
  updated_at_ms: NOW_MS,
  stream_token: 'token',
  explicit_live: 0,
  view_mode: 0,
  view_mode_changed_at_ms: NOW_MS,
  recording_status: 0,
  playback_epoch: 1,
  revision: 3,
  properties: JSON.stringify({
    name: 'Town hall',
    description: 'The NUMBERS',
    userId: 'olga',
    groupId: 12,
    conversionProfileId: 2,
    recordedEntryId: '0_recorded',
    entitledUsersEdit: 'carl, vera',
    mediaType: 201,
    sourceType: '32',
  }),
};

describeOnBothDatabases('a database of the first version', (freshDatabase) => {
  test('has its live streams found by what they say', async () => {
    const database = await openFirstVersion(await freshDatabase());
    try {
      await migrate(database, NOW_MS);
      const store = new EntriesStore(database);
      const count = (filter: object) =>
        store.count({ partnerId: 7, kinds: ['webcast', 'media'], filter, restrictions: [] });

      expect(await store.find(OLD_ROW.id)).toMatchObject({
        entry: {
          kind: 'webcast',
          revision: 3,
          counts: { flags: 0, votes: 0, plays: 0, pictureVersion: 0 },
          properties: { description: 'The NUMBERS' },
        },
      });
      for (const filter of [
        { descriptionLike: 'numbers' },
        { freeText: 'numbers hall' },
        { groupIdEqual: 12 },
        { conversionProfileIdEqual: 2 },
        { isRecordedEntryIdEmpty: false },
        { entitledUsersEditMatchAnd: 'vera,carl' },
      ]) {
        expect([filter, await count(filter)]).toEqual([filter, 1]);
      }
      expect(await count({ accessControlIdEqual: 1 })).toBe(0);
    } finally {
      await database.close();
    }
  });
});

async function openFirstVersion(address: DatabaseAddress): Promise<Database> {
  const database =
    address.kind === 'sqlite'
      ? await SqliteDatabase.open(address.path)
      : await PostgresDatabase.open(address.url, new LogForTests());
  const { builder } = database;
  const version = builder.schema
    .createTable('schema_version')
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('applied_at_ms', 'bigint', (column) => column.notNull());
  const first = { version: 1, name: 'first', applied_at_ms: NOW_MS };
  await database.write([
    statement(version),
    statement(builder.insertInto('schema_version').values(first)),
    ...firstTables(database).map((query) => statement(query)),
    // The columns that were added since are not there yet.
    statement(builder.insertInto('entry').values(OLD_ROW as never)),
  ]);
  return database;
}
