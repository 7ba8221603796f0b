import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LogForTests } from '../log-for-tests.ts';
import type { UiConfFilterValue } from '../schema/ui-conf.ts';
import { describeOnBothDatabases } from './both-databases-for-tests.ts';
import type { Database } from './database.ts';
import { openDatabase } from './open-database.ts';
import { type UiConfRecord, UiConfsStore } from './profile/ui-confs-store.ts';

const PARTNER_ID = 100;

/** Few values, among them what patterns and lists could take for their own signs. */
const WORDS = ['', 'a', 'B', 'b%', '_a', 'a\\', "'", 'ä', 'Ä', 'a b'] as const;

const RECORDS: readonly UiConfRecord[] = Array.from({ length: 60 }, (_, index) => ({
  id: 1000 + index,
  // Some are another account's, which no filter finds.
  partnerId: index % 7 === 0 ? 200 : PARTNER_ID,
  name: `${wordAt(index)}${wordAt(index * 3 + 1)}`,
  objType: (index % 4) + 1,
  creationMode: (index % 3) + 2,
  isTemplate: false,
  createdAtMs: 1_700_000_000_000 + index * 700,
  updatedAtMs: 1_700_000_000_000 + (index % 9) * 1500,
  revision: (index % 12) + 1,
  properties: { tags: `${wordAt(index * 7)},${wordAt(index + 2)}`, partnerTags: wordAt(index) },
}));

const word = fc.constantFrom(...WORDS);
const words = fc.array(word, { maxLength: 3 }).map((items) => items.join(', '));
const number = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant(Number.MAX_SAFE_INTEGER));
const numbers = fc.array(fc.constantFrom('1', '3', 'x', '', '99', '99999999999'), { maxLength: 3 });
const time = fc.oneof(
  fc.integer({ min: 1_700_000_000 - 2, max: 1_700_000_000 + 45 }),
  fc.constantFrom(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
);
const whole = fc.record({
  idEqual: fc.integer({ min: 998, max: 1061 }),
  idIn: fc.array(fc.integer({ min: 998, max: 1061 })).map(String),
  nameLike: word,
  objTypeEqual: number,
  objTypeIn: numbers.map(String),
  tagsMultiLikeOr: words,
  tagsMultiLikeAnd: words,
  partnerTagsMultiLikeOr: words,
  createdAtGreaterThanOrEqual: time,
  createdAtLessThanOrEqual: time,
  updatedAtGreaterThanOrEqual: time,
  updatedAtLessThanOrEqual: time,
  creationModeIn: numbers.map(String),
  versionEqual: fc.constantFrom('1', '2', '12', 'x'),
  versionMultiLikeOr: fc.constantFrom('1', '2,3', '', 'x'),
});

/** With more conditions at once hardly anything is found. */
const filters = fc
  .tuple(whole, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }))
  .map(([values, picks]) => {
    const all = Object.entries(values);
    return Object.fromEntries(picks.flatMap((pick) => all.slice(pick % all.length).slice(0, 1)));
  });

describeOnBothDatabases('a filter of a list', (freshDatabase) => {
  let database: Database;
  let store: UiConfsStore;

  beforeAll(async () => {
    database = await openDatabase(await freshDatabase(), 0, new LogForTests());
    store = new UiConfsStore(database);
    for (const record of RECORDS) expect(await store.insert(record)).toBe(true);
  });
  afterAll(() => database.close());

  const idsFoundBy = async (filter: object, page = { limit: 500, offset: 0 }) => {
    const { totalCount, records } = await store.list(PARTNER_ID, filter as UiConfFilterValue, page);
    return { totalCount, ids: records.map(({ id }) => id) };
  };

  test('finds what a plain search in memory finds', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const expected = RECORDS.filter((record) => matches(record, filter)).map(({ id }) => id);
        found += expected.length;
        expect(await idsFoundBy(filter)).toEqual({ totalCount: expected.length, ids: expected });
      }),
      { numRuns: 300 },
    );
    // A generator whose filters find nothing would prove nothing.
    expect(found).toBeGreaterThan(300);
  });

  test('ignores what it does not know, and what has no value', async () => {
    const all = await idsFoundBy({});
    const strange = { nameLike: null, sqlEqual: 'x', 'name; drop': 1, nameBetween: 'a', tags: {} };
    expect(await idsFoundBy(strange)).toEqual(all);
    expect(await idsFoundBy({ constructorEqual: 'x', __proto__Equal: 'x' })).toEqual(all);
  });

  test('pages follow each other without a gap', async () => {
    const { ids, totalCount } = await idsFoundBy({});
    const pages: number[] = [];
    for (let offset = 0; offset < totalCount; offset += 7) {
      const page = await idsFoundBy({}, { limit: 7, offset });
      expect(page.totalCount).toBe(totalCount);
      pages.push(...page.ids);
    }
    expect(pages).toEqual(ids);
  });
});

type Filter = { readonly [name: string]: string | number | undefined };

function matches(record: UiConfRecord, filter: Filter): boolean {
  if (record.partnerId !== PARTNER_ID) return false;
  return Object.entries(filter).every(([name, value]) => {
    if (value === undefined) return true;
    const [, stem = '', ending = ''] =
      /^(.+?)(Equal|In|Like|MultiLikeOr|MultiLikeAnd|GreaterThanOrEqual|LessThanOrEqual)$/.exec(
        name,
      ) ?? [];
    return holds(fieldOf(record, stem), ending, value);
  });
}

function fieldOf(record: UiConfRecord, stem: string): string | number {
  switch (stem) {
    case 'tags':
      return record.properties.tags ?? '';
    case 'partnerTags':
      return record.properties.partnerTags ?? '';
    case 'createdAt':
      return Math.floor(record.createdAtMs / 1000) + (record.createdAtMs % 1000) / 1000;
    case 'updatedAt':
      return Math.floor(record.updatedAtMs / 1000) + (record.updatedAtMs % 1000) / 1000;
    case 'version':
      return String(record.revision);
    default:
      return record[stem as 'id' | 'name' | 'objType' | 'creationMode'];
  }
}

function holds(field: string | number, ending: string, value: string | number): boolean {
  const text = String(field).toLowerCase();
  const items = String(value)
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  const has = (item: string) => text.includes(item.toLowerCase());
  switch (ending) {
    case 'Equal':
      return field === value;
    case 'In':
      return items.some((item) => item === String(field));
    case 'Like':
      return has(String(value));
    case 'MultiLikeOr':
      return items.some(has);
    case 'MultiLikeAnd':
      return items.every(has);
    case 'GreaterThanOrEqual':
      return Number(field) >= Number(value);
    default:
      // A second includes all of its milliseconds.
      return Math.floor(Number(field)) <= Number(value);
  }
}

function wordAt(index: number): string {
  return WORDS[index % WORDS.length] ?? '';
}
