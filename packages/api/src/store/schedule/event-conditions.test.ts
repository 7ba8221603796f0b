import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LogForTests } from '../../log-for-tests.ts';
import {
  type EventStatus,
  type PlannedEvent,
  propertiesOf,
} from '../../schedule/schedule-event.ts';
import type { ScheduleEventFilterValue } from '../../schema/schedule.ts';
import { describeOnBothDatabases } from '../both-databases-for-tests.ts';
import type { Database } from '../database.ts';
import { openDatabase } from '../open-database.ts';
import { ALWAYS, itemsOf } from '../text-conditions.ts';
import { EventsStore } from './events-store.ts';

const NOW_MS = 1_700_000_000_000;
const PARTNER_ID = 7;
const COUNT = 60;

const small = fc.integer({ min: 0, max: 5 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const word = fc.constantFrom('Alpha', 'beta', 'GAMMA 100%', 'a_x', "o'clock", 'Ελλάς', '\\');
const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((all) => all.join(','));
const entryId = fc.constantFrom('0_aaaaaaaa', '0_bbbbbbbb', '0_aaaaaaab');
const entryIds = fc.array(entryId, { minLength: 1, maxLength: 3 }).map((all) => all.join(','));
const seconds = small.map((value) => NOW_MS / 1000 + value);
const ms = fc.integer({ min: 0, max: 5000 }).map((value) => NOW_MS + value);

const event = (id: number): fc.Arbitrary<PlannedEvent> =>
  fc
    .record({
      own: fc.record(
        {
          summary: word,
          ownerId: fc.constantFrom('olga', 'Olga', 'vera'),
          priority: maybe(small),
          referenceId: maybe(word),
          tags: maybe(words),
          templateEntryId: maybe(entryId),
          sourceEntryId: maybe(entryId),
          entryIds: maybe(entryIds),
          categoryIds: maybe(fc.constantFrom('1', '1,2', '12', '2,12')),
        },
        { requiredKeys: ['summary', 'ownerId'] },
      ),
      status: fc.constantFrom<EventStatus>(1, 2, 3),
      parentId: fc.constantFrom(null, 501, 502),
      startS: seconds,
      lengthS: small,
      createdAtMs: ms,
      updatedAtMs: ms,
    })
    .map(({ own, parentId, lengthS, ...rest }) => ({
      ...rest,
      own: JSON.parse(JSON.stringify(own)),
      ...{ id, partnerId: PARTNER_ID, type: 2, revision: 1, inherited: {} },
      parentId,
      recurrenceType: parentId === null ? 0 : 2,
      originalStartS: parentId === null ? null : id,
      endS: rest.startS + lengthS,
    }));

const csv = (values: fc.Arbitrary<number>) =>
  fc.array(values, { minLength: 1, maxLength: 3 }).map((all) => all.join(','));

const filters = fc.record(
  {
    idEqual: fc.integer({ min: 1, max: COUNT }),
    idIn: csv(fc.integer({ min: 1, max: COUNT })),
    idNotIn: csv(fc.integer({ min: 1, max: COUNT })),
    parentIdEqual: fc.constantFrom(501, 502),
    parentIdIn: csv(fc.constantFrom(501, 502)),
    parentIdNotIn: csv(fc.constantFrom(501, 502)),
    statusEqual: fc.constantFrom<EventStatus>(1, 2, 3),
    statusIn: csv(fc.constantFrom(1, 2, 3)),
    startDateGreaterThanOrEqual: seconds,
    startDateLessThanOrEqual: seconds,
    endDateGreaterThanOrEqual: seconds,
    endDateLessThanOrEqual: seconds,
    referenceIdEqual: word,
    referenceIdIn: words,
    ownerIdEqual: fc.constantFrom('olga', 'Olga'),
    ownerIdIn: fc.constantFrom('olga,vera', 'Olga'),
    priorityEqual: small,
    priorityIn: csv(small),
    priorityGreaterThanOrEqual: small,
    priorityLessThanOrEqual: small,
    recurrenceTypeEqual: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
    recurrenceTypeIn: csv(small),
    tagsLike: fc.constantFrom('ALPHA', '_', '%', '\\', 'ελλάσ', "'"),
    tagsMultiLikeOr: words,
    tagsMultiLikeAnd: words,
    createdAtGreaterThanOrEqual: seconds,
    createdAtLessThanOrEqual: seconds,
    updatedAtGreaterThanOrEqual: seconds,
    updatedAtLessThanOrEqual: seconds,
    templateEntryIdEqual: entryId,
    sourceEntryIdEqual: entryId,
    entryIdsLike: entryId,
    entryIdsMultiLikeOr: entryIds,
    entryIdsMultiLikeAnd: entryIds,
    categoryIdsLike: fc.constantFrom('1', '2'),
    categoryIdsMultiLikeOr: fc.constantFrom('1,2', '12'),
    categoryIdsMultiLikeAnd: fc.constantFrom('1,2', '2,12'),
    orderBy: fc.constantFrom(
      ...['startDate', 'endDate', 'createdAt', 'updatedAt', 'priority', 'summary'].flatMap(
        (field) => [`+${field}`, `-${field}`],
      ),
    ),
  },
  { requiredKeys: [] },
);

/** At most three properties: more find nothing. */
const question = filters.chain((filter) =>
  fc
    .shuffledSubarray(Object.keys(filter), { maxLength: 3 })
    .map(
      (names) =>
        Object.fromEntries(
          Object.entries(filter).filter(([name]) => names.includes(name)),
        ) as ScheduleEventFilterValue,
    ),
);

describeOnBothDatabases('lists of events', (freshDatabase) => {
  let database: Database;
  let store: EventsStore;

  beforeAll(async () => {
    database = await openDatabase(await freshDatabase(), NOW_MS, new LogForTests());
    store = new EventsStore(database);
  });
  afterAll(() => database.close());

  test('find what the same question to a list in memory finds, in the same order', async () => {
    const all = fc.sample(
      fc.tuple(...Array.from({ length: COUNT }, (_none, at) => event(at + 1))),
      {
        numRuns: 1,
        seed: 20_261_130,
      },
    )[0] as readonly PlannedEvent[];
    await database.write(store.insertion(all));
    await fc.assert(
      fc.asyncProperty(question, async (filter) => {
        const found = await store.list(
          { partnerId: PARTNER_ID, types: [2], filter, visible: ALWAYS },
          { limit: 500, offset: 0 },
        );
        const expected = inOrder(
          all.filter((each) => matches(each, filter)),
          filter.orderBy ?? '+startDate',
        );
        expect(found.events.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        expect(found.totalCount).toBe(expected.length);
      }),
      { numRuns: 150 },
    );
  });
});

type Filter = { readonly [name: string]: unknown };

function matches(each: PlannedEvent, filter: ScheduleEventFilterValue): boolean {
  return Object.entries(filter as Filter).every(([name, wanted]) => {
    if (name === 'orderBy') return true;
    const [, stem = '', ending = ''] =
      /^(\w+?)(Equal|NotIn|In|MultiLikeOr|MultiLikeAnd|Like|GreaterThanOrEqual|LessThanOrEqual)$/.exec(
        name,
      ) ?? [];
    const value = fieldOf(each, stem);
    const items = itemsOf(String(wanted));
    if (LISTS.has(stem)) {
      const has = (item: string) => itemsOf(String(value ?? '')).includes(item);
      if (ending === 'Like') return has(String(wanted));
      return ending === 'MultiLikeOr' ? items.some(has) : items.every(has);
    }
    if (stem === 'tags') {
      const has = (item: string) => folded(value).includes(folded(item));
      if (ending === 'Like') return has(String(wanted));
      return ending === 'MultiLikeOr' ? items.some(has) : items.every(has);
    }
    if (ending === 'NotIn') return value === null || !items.includes(String(value));
    if (value === null) return false;
    if (ending === 'Equal') return String(value) === String(wanted);
    if (ending === 'In') return items.includes(String(value));
    const difference = Number(value) - Number(wanted);
    return ending === 'GreaterThanOrEqual' ? difference >= 0 : difference <= 0;
  });
}

const LISTS = new Set(['entryIds', 'categoryIds']);

function fieldOf(each: PlannedEvent, stem: string): unknown {
  const seconds = { createdAt: each.createdAtMs, updatedAt: each.updatedAtMs };
  // A second includes all of its milliseconds; a time is behind the second in which it lies.
  if (stem in seconds) return Math.floor(seconds[stem as keyof typeof seconds] / 1000);
  const columns = {
    ...{ id: each.id, parentId: each.parentId, status: each.status },
    ...{ startDate: each.startS, endDate: each.endS, recurrenceType: each.recurrenceType },
  };
  if (stem in columns) return columns[stem as keyof typeof columns];
  return (propertiesOf(each) as Filter)[stem] ?? null;
}

function inOrder(events: readonly PlannedEvent[], orderBy: string): readonly PlannedEvent[] {
  const sign = orderBy.startsWith('-') ? -1 : 1;
  const keyOf = (each: PlannedEvent): number | string => {
    switch (orderBy.slice(1)) {
      case 'createdAt':
        return each.createdAtMs;
      case 'updatedAt':
        return each.updatedAtMs;
      case 'endDate':
        return each.endS;
      case 'priority':
        return each.own.priority ?? 0;
      case 'summary':
        return folded(each.own.summary);
      default:
        return each.startS;
    }
  };
  return events.toSorted((a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    return left === right ? a.id - b.id : left < right ? -sign : sign;
  });
}

function folded(text: unknown): string {
  return String(text ?? '')
    .toLowerCase()
    .replaceAll('ς', 'σ');
}
