import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Entry } from '../../entries/entry.ts';
import { NOTHING_COUNTED } from '../../entries/entry-base.ts';
import { LogForTests } from '../../log-for-tests.ts';
import type { LiveStreamEntryValue } from '../../schema/live-stream-entry.ts';
import type { LiveStreamFilterValue } from '../../schema/live-stream-filter.ts';
import { describeOnBothDatabases } from '../both-databases-for-tests.ts';
import type { Database } from '../database.ts';
import { openDatabase } from '../open-database.ts';
import { filterInMemory, sortInMemory } from './entries-in-memory-for-tests.ts';
import { EntriesStore } from './entries-store.ts';

const NOW_MS = 1_700_000_000_000;
const PARTNER_ID = 7;
const IDS = Array.from({ length: 60 }, (_, index) => `0_entry${String(index).padStart(3, '0')}`);

const words = fc.constantFrom('Alpha', 'beta', 'GAMMA 100%', 'a_x', "o'clock", 'Ελλάς', '\\', 'ß');
const text = fc.array(words, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));
const tags = fc.array(words, { minLength: 1, maxLength: 3 }).map((all) => all.join(','));
const user = fc.constantFrom('olga', 'carl', 'Carl', 'vera');
const users = fc.array(user, { minLength: 1, maxLength: 3 }).map((all) => all.join(','));
const small = fc.integer({ min: 0, max: 5 });
const seconds = small.map((value) => NOW_MS / 1000 + value);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const properties = fc.record({
  name: text,
  description: maybe(text),
  tags: maybe(tags),
  adminTags: maybe(tags),
  userId: user,
  creatorId: user,
  entitledUsersEdit: maybe(users),
  entitledUsersView: maybe(users),
  referenceId: maybe(words),
  parentEntryId: maybe(fc.constantFrom(...IDS.slice(0, 3))),
  groupId: maybe(small),
  accessControlId: maybe(small),
  conversionProfileId: maybe(small),
  displayInSearch: maybe(fc.constantFrom(-2, -1, 0, 1, 2) as fc.Arbitrary<-2 | -1 | 0 | 1 | 2>),
  partnerSortValue: maybe(small),
  msDuration: maybe(fc.constantFrom(0, 499, 1500, 240_000, 240_001, 1_200_001)),
  startDate: maybe(seconds),
  endDate: maybe(seconds),
});

const entry = (id: string): fc.Arbitrary<Entry> =>
  fc
    .record({
      properties,
      isWebcast: fc.boolean(),
      status: fc.constantFrom('2', '2', '2', '3', '7') as fc.Arbitrary<Entry['status']>,
      moderationStatus: fc.constantFrom(6, 6, 6, 1, 2, 3, 5) as fc.Arbitrary<
        Entry['moderationStatus']
      >,
      rootEntryId: fc.constantFrom(id, id, ...IDS.slice(0, 2)),
      createdAtMs: fc.integer({ min: 0, max: 5000 }).map((ms) => NOW_MS + ms),
      updatedAtMs: fc.integer({ min: 0, max: 5000 }).map((ms) => NOW_MS + ms),
    })
    .map(({ isWebcast, ...made }) => {
      // As it is stored: what is undefined is not there.
      const kept = JSON.parse(JSON.stringify(made.properties)) as LiveStreamEntryValue;
      const base = {
        id,
        partnerId: PARTNER_ID,
        revision: 1,
        playbackEpoch: 1,
        displayBeforeBin: null,
        counts: NOTHING_COUNTED,
        ...made,
      };
      return isWebcast
        ? {
            ...base,
            kind: 'webcast',
            streamToken: 'token',
            isExplicitLive: false,
            viewMode: 0,
            viewModeChangedAtMs: 0,
            recordingStatus: 0,
            properties: { ...kept, mediaType: 201, sourceType: '32' },
          }
        : { ...base, kind: 'media', properties: { ...kept, mediaType: 1, sourceType: '1' } };
    });

const someIds = fc.uniqueArray(fc.constantFrom(...IDS), { minLength: 1, maxLength: 20 });
const list = <T>(item: fc.Arbitrary<T>) =>
  fc.array(item, { minLength: 1, maxLength: 3 }).map((all) => all.join(','));
const parts = fc.constantFrom(
  'alpha',
  'ET',
  '100%',
  '_',
  'a_x',
  "'",
  'ΛΆΣ',
  'σ',
  '\\',
  'zzz',
  '0_ENTRY01',
);

/** A value that makes sense for each property, so that some entries match and others do not. */
const VALUES: { readonly [name: string]: fc.Arbitrary<unknown> } = {
  idEqual: fc.constantFrom(...IDS),
  idIn: someIds.map((ids) => ids.join(', ')),
  idNotIn: someIds.map((ids) => ids.join(',')),
  ...same(['name', 'tags', 'adminTags', 'description'], ['Like'], parts),
  ...same(
    ['name', 'tags', 'adminTags', 'tagsName', 'tagsAdminTags', 'tagsAdminTagsName'],
    ['MultiLikeOr', 'MultiLikeAnd'],
    list(parts),
  ),
  nameEqual: text,
  ...same(['userId', 'creatorId'], ['Equal'], user),
  ...same(['userId'], ['In', 'NotIn'], list(user)),
  ...same(['status'], ['Equal', 'NotEqual'], fc.constantFrom('2', '3', '7')),
  ...same(['status'], ['In', 'NotIn'], list(fc.constantFrom('2', '3', '7', 'x'))),
  ...same(['moderationStatus'], ['Equal', 'NotEqual'], fc.constantFrom(1, 2, 3, 5, 6)),
  ...same(['moderationStatus'], ['In', 'NotIn'], list(fc.constantFrom(1, 3, 6, 99_999_999_999))),
  ...same(['type'], ['Equal'], fc.constantFrom('1', '7', '10')),
  ...same(['type'], ['In'], list(fc.constantFrom('1', '7', '10'))),
  ...same(['createdAt', 'updatedAt'], ['GreaterThanOrEqual', 'LessThanOrEqual'], seconds),
  ...same(
    ['startDate', 'endDate'],
    ['GreaterThanOrEqual', 'LessThanOrEqual', 'GreaterThanOrEqualOrNull', 'LessThanOrEqualOrNull'],
    seconds,
  ),
  ...same(['totalRank', 'partnerSortValue'], ['GreaterThanOrEqual', 'LessThanOrEqual'], small),
  ...same(['groupId', 'accessControlId', 'conversionProfileId'], ['Equal'], small),
  accessControlIdIn: list(small),
  searchTextMatchAnd: list(parts),
  searchTextMatchOr: list(parts),
  freeText: fc.oneof(
    list(parts),
    fc.array(parts, { minLength: 1, maxLength: 3 }).map((all) => all.join(' ')),
    parts.map((part) => `"${part}"`),
  ),
  referenceIdEqual: words,
  referenceIdIn: list(words.filter((word) => !word.includes(','))),
  rootEntryIdEqual: fc.constantFrom(...IDS.slice(0, 3)),
  rootEntryIdIn: list(fc.constantFrom(...IDS.slice(0, 3))),
  parentEntryIdEqual: fc.constantFrom(...IDS.slice(0, 3)),
  isRoot: fc.boolean(),
  ...same(
    ['entitledUsersEdit', 'entitledUsersPublish', 'entitledUsersView'],
    ['MatchAnd', 'MatchOr'],
    list(user),
  ),
  displayInSearchEqual: fc.constantFrom(-2, -1, 0, 1, 2),
  displayInSearchIn: list(fc.constantFrom(-2, -1, 1)),
  ...same(
    ['duration'],
    ['LessThan', 'GreaterThan', 'LessThanOrEqual', 'GreaterThanOrEqual'],
    fc.constantFrom(0, 1, 2, 240),
  ),
  durationTypeMatchOr: list(fc.constantFrom('short', 'medium', 'long', 'notavailable', 'x')),
  ...same(['mediaType'], ['Equal'], fc.constantFrom(1, 2, 201)),
  mediaTypeIn: list(fc.constantFrom(1, 201, -99_999_999_999)),
  ...same(['sourceType'], ['Equal', 'NotEqual'], fc.constantFrom('1', '32')),
  ...same(['sourceType'], ['In', 'NotIn'], list(fc.constantFrom('1', '32', '36'))),
};

const filters: fc.Arbitrary<LiveStreamFilterValue> = fc
  .uniqueArray(fc.constantFrom(...Object.keys(VALUES)), { minLength: 0, maxLength: 3 })
  .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, valueFor(name)]))))
  .map((filter) => filter as LiveStreamFilterValue);

const orders = fc
  .array(
    fc.tuple(
      fc.constantFrom('+', '-'),
      fc.constantFrom(
        'name',
        'createdAt',
        'updatedAt',
        'startDate',
        'partnerSortValue',
        'duration',
        'plays',
      ),
    ),
    { maxLength: 2 },
  )
  .map((fields) => fields.map((field) => field.join('')).join(','));

describeOnBothDatabases('filters of entries', (freshDatabase) => {
  let database: Database;
  let store: EntriesStore;
  let entries: readonly Entry[];

  beforeAll(async () => {
    database = await openDatabase(await freshDatabase(), NOW_MS, new LogForTests());
    store = new EntriesStore(database);
    entries = fc.sample(fc.tuple(...IDS.map(entry)), { numRuns: 1, seed: 20_261_122 })[0] ?? [];
    await Promise.all(entries.map((each) => store.insert(each)));
  });
  afterAll(() => database.close());

  const listIds = async (filter: LiveStreamFilterValue) => {
    const { totalCount, records } = await store.list(
      { partnerId: PARTNER_ID, kinds: ['webcast', 'media'], filter, restrictions: [] },
      { limit: 500, offset: 0 },
    );
    expect(totalCount).toBe(records.length);
    return records.map((record) => record.entry.id);
  };

  test.each(Object.keys(VALUES))('%s finds what plain code finds', async (name) => {
    const filter = fc.record({ [name]: valueFor(name) });
    await fc.assert(
      fc.asyncProperty(filter as fc.Arbitrary<LiveStreamFilterValue>, async (asked) => {
        const expected = sortInMemory(filterInMemory(entries, asked), '');
        expect(await listIds(asked)).toEqual(expected.map(({ id }) => id));
      }),
      { numRuns: 8 },
    );
  });

  test('several properties in any order find what plain code finds', async () => {
    await fc.assert(
      fc.asyncProperty(filters, orders, async (filter, orderBy) => {
        const expected = sortInMemory(filterInMemory(entries, filter), orderBy);
        expect(await listIds({ ...filter, orderBy })).toEqual(expected.map(({ id }) => id));
      }),
      { numRuns: 150 },
    );
  });

  test('entries are read as they were written', async () => {
    for (const each of entries.filter(({ status }) => status !== '3')) {
      expect((await store.find(each.id))?.entry).toEqual(each);
    }
  });

  test('another account finds nothing', async () => {
    expect(
      await store.count({
        partnerId: PARTNER_ID + 1,
        kinds: ['webcast', 'media'],
        filter: { statusIn: '2,3,7' },
        restrictions: [],
      }),
    ).toBe(0);
  });
});

function valueFor(name: string): fc.Arbitrary<unknown> {
  return VALUES[name] ?? fc.constant('');
}

function same(
  stems: readonly string[],
  endings: readonly string[],
  value: fc.Arbitrary<unknown>,
): { readonly [name: string]: fc.Arbitrary<unknown> } {
  return Object.fromEntries(
    stems.flatMap((stem) => endings.map((ending) => [`${stem}${ending}`, value])),
  );
}
