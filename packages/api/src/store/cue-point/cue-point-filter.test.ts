import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  AD,
  ANNOTATION,
  CODE,
  type CuePoint,
  type CuePointKind,
  EVENT,
  SESSION,
  THUMB,
} from '../../cue-points/cue-point.ts';
import { isListedFor } from '../../cue-points/standing.ts';
import type { Viewer } from '../../entitlement/viewer.ts';
import { LogForTests } from '../../log-for-tests.ts';
import type { CuePointFilterValue } from '../../schema/cue-point-filter.ts';
import { describeOnBothDatabases } from '../both-databases-for-tests.ts';
import { type Database, statement } from '../database.ts';
import { openDatabase } from '../open-database.ts';
import { filterInMemory, sortInMemory } from './cue-points-in-memory-for-tests.ts';
import { CuePointsStore } from './cue-points-store.ts';

const NOW_MS = 1_700_000_000_000;
const PARTNER_ID = 7;
const USER = 'vera';
const ENTRIES = ['0_entry0001', '0_entry0002', '0_entry0003'];
const IDS = Array.from({ length: 60 }, (_, index) => `0_cue${String(index).padStart(5, '0')}`);

const words = fc.constantFrom('Alpha', 'beta', 'GAMMA 100%', 'a_x', "o'clock", 'Ελλάς', '\\', 'ß');
const text = fc.array(words, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));
const tags = fc.array(words, { minLength: 1, maxLength: 3 }).map((all) => all.join(', '));
const user = fc.constantFrom('', USER, 'Vera', 'victor');
const small = fc.integer({ min: 0, max: 5 });
const seconds = small.map((value) => NOW_MS / 1000 + value);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const kinds = fc.constantFrom<CuePointKind>(ANNOTATION, THUMB, CODE, AD, EVENT, SESSION);

const common = {
  startTime: small,
  tags: maybe(tags),
  triggeredAt: maybe(seconds),
  partnerSortValue: maybe(small),
  forceStop: maybe(fc.boolean()),
  partnerData: maybe(text),
};
const ended = { endTime: maybe(small.map((value) => value + 5)) };

/** What each kind has besides. */
const OWN: { readonly [Kind in CuePointKind]: { readonly [name: string]: fc.Arbitrary<unknown> } } =
  {
    [ANNOTATION]: { text: maybe(text), isPublic: maybe(fc.boolean()), ...ended },
    [THUMB]: {
      title: maybe(text),
      description: maybe(text),
      subType: maybe(fc.constantFrom(1, 2)),
    },
    [CODE]: { code: maybe(text), description: maybe(text), ...ended },
    [AD]: { title: maybe(text), protocolType: maybe(fc.constantFrom('1', '2')), ...ended },
    [EVENT]: { eventType: maybe(fc.constantFrom('1', '2')) },
    [SESSION]: { name: maybe(text), ...ended },
  };

const cuePoint = (id: string, index: number): fc.Arbitrary<CuePoint> =>
  kinds.chain((type) =>
    fc
      .record({
        entryId: fc.constantFrom(...ENTRIES),
        status: fc.constantFrom<CuePoint['status']>(1, 1, 3, 4),
        userId: user,
        isOpen: fc.boolean(),
        threadUserId: fc.option(user),
        parentId: fc.option(fc.constantFrom(...IDS.slice(0, Math.max(index, 1)))),
        createdAtMs: fc.integer({ min: 0, max: 5000 }).map((ms) => NOW_MS + ms),
        updatedAtMs: fc.integer({ min: 0, max: 5000 }).map((ms) => NOW_MS + ms),
        properties: fc.record({
          ...common,
          ...OWN[type],
          systemName: maybe(fc.constant(`name ${id}`)),
        }),
      })
      .map(({ properties, parentId, ...made }) => ({
        ...made,
        id,
        intId: index + 1,
        partnerId: PARTNER_ID,
        type,
        sessionHash: null,
        parentId: index === 0 ? null : parentId,
        depth: 0,
        copiedFrom: null,
        revision: 1,
        // As it is stored: what is undefined is not there.
        properties: JSON.parse(JSON.stringify(properties)) as CuePoint['properties'],
      })),
  );

const list = <T>(item: fc.Arbitrary<T>) =>
  fc.array(item, { minLength: 1, maxLength: 3 }).map((all) => all.join(','));
const parts = fc.constantFrom('alpha', 'ET', '100%', '_', 'a_x', "'", 'ΛΆΣ', 'σ', '\\', 'zzz');
const id = fc.constantFrom(...IDS);

/** A value that makes sense for each property, so that some match and others do not. */
const VALUES: { readonly [name: string]: fc.Arbitrary<unknown> } = {
  idEqual: id,
  idIn: list(id),
  cuePointTypeEqual: kinds,
  cuePointTypeIn: list(kinds),
  statusEqual: fc.constantFrom(1, 3, 4),
  statusIn: list(fc.constantFrom('1', '3', '4', 'x')),
  entryIdEqual: fc.constantFrom(...ENTRIES),
  entryIdIn: list(fc.constantFrom(...ENTRIES)),
  ...same(
    ['createdAt', 'updatedAt', 'triggeredAt'],
    ['GreaterThanOrEqual', 'LessThanOrEqual'],
    seconds,
  ),
  ...same(
    ['startTime', 'endTime', 'duration', 'partnerSortValue'],
    ['GreaterThanOrEqual', 'LessThanOrEqual'],
    fc.integer({ min: 0, max: 10 }),
  ),
  partnerSortValueEqual: small,
  partnerSortValueIn: list(fc.oneof(small, fc.constant(99_999_999_999))),
  ...same(['forceStop', 'isPublic'], ['Equal'], fc.boolean()),
  ...same(['tags', 'text', 'title', 'name', 'code', 'description'], ['Like'], parts),
  ...same(
    ['tags', 'text', 'title', 'name', 'code', 'description'],
    ['MultiLikeOr', 'MultiLikeAnd'],
    list(parts),
  ),
  userIdEqual: user,
  userIdIn: list(fc.constantFrom(USER, 'victor')),
  systemNameEqual: id.map((each) => `name ${each}`),
  systemNameIn: list(id.map((each) => `name ${each}`)),
  parentIdEqual: id,
  parentIdIn: list(id),
  codeEqual: text,
  codeIn: list(words),
  subTypeEqual: fc.constantFrom(1, 2),
  subTypeIn: list(fc.constantFrom(1, 2)),
  protocolTypeEqual: fc.constantFrom('1', '2'),
  protocolTypeIn: list(fc.constantFrom('1', '2')),
  eventTypeEqual: fc.constantFrom('1', '2'),
  eventTypeIn: list(fc.constantFrom('1', '2')),
  freeText: fc.oneof(parts, list(parts), fc.constantFrom('alpha beta', 'ET a_x')),
  ...same(['userId'], ['Current', 'EqualCurrent'], fc.boolean()),
};

const filters = fc
  .uniqueArray(fc.constantFrom(...Object.keys(VALUES)), { minLength: 0, maxLength: 3 })
  .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, valueFor(name)]))))
  .map((filter) => filter as CuePointFilterValue);

const FIELDS = [
  'intId',
  'createdAt',
  'updatedAt',
  'triggeredAt',
  'startTime',
  'endTime',
  'duration',
  'partnerSortValue',
];
const orders = fc
  .array(fc.tuple(fc.constantFrom('+', '-'), fc.constantFrom(...FIELDS)), { maxLength: 2 })
  .map((fields) => fields.map((field) => field.join('')).join(','));

const VIEWER: Viewer = {
  session: undefined,
  userId: USER,
  enforcement: 'off',
  contexts: [],
  limitedTo: null,
  named: [],
  watchable: [],
  listsAll: false,
};
const SIGHT = {
  ...{ partnerId: PARTNER_ID, viewer: VIEWER, userId: USER, entryIds: [] },
  listsAll: false,
};

describeOnBothDatabases('filters of cue points', (freshDatabase) => {
  let database: Database;
  let store: CuePointsStore;
  let cuePoints: readonly CuePoint[];

  beforeAll(async () => {
    database = await openDatabase(await freshDatabase(), NOW_MS, new LogForTests());
    store = new CuePointsStore(database);
    await addEntries(database);
    const made = fc.tuple(...IDS.map(cuePoint));
    cuePoints = fc.sample(made, { numRuns: 1, seed: 20_261_130 })[0] ?? [];
    for (const each of cuePoints) expect(await store.insert(each)).toBe('inserted');
  });
  afterAll(() => database.close());

  const listed = async (filter: CuePointFilterValue, readsAll: boolean) => {
    const question = { sight: { ...SIGHT, readsAll }, filter, kind: null };
    const { totalCount, cuePoints: found } = await store.list(question, { limit: 500, offset: 0 });
    expect(totalCount).toBe(found.length);
    return found.map((each) => each.id);
  };

  test.each(Object.keys(VALUES))('%s finds what plain code finds', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.record({ [name]: valueFor(name) }), async (filter) => {
        const expected = sortInMemory(filterInMemory(cuePoints, filter, USER), '');
        expect(await listed(filter, true)).toEqual(expected.map((each) => each.id));
      }),
      { numRuns: 8 },
    );
  });

  test('several properties in any order find what plain code finds', async () => {
    await fc.assert(
      fc.asyncProperty(filters, orders, async (filter, orderBy) => {
        const expected = sortInMemory(filterInMemory(cuePoints, filter, USER), orderBy);
        expect(await listed({ ...filter, orderBy }, true)).toEqual(expected.map((each) => each.id));
      }),
      { numRuns: 150 },
    );
  });

  test('a viewer finds of it what plain code lets viewers see', async () => {
    const standing = { userId: USER, readsAll: false, listsAll: false };
    const seen = cuePoints.filter((each) => isListedFor(each, standing));
    expect(seen.length).toBeGreaterThan(10);
    expect(seen.length).toBeLessThan(50);
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const asksAuthor = filter.userIdEqual !== undefined || filter.userIdIn !== undefined;
        const expected = filterInMemory(seen, filter, USER).filter(
          ({ userId }) => !asksAuthor || userId === USER,
        );
        expect(await listed(filter, false)).toEqual(expected.map((each) => each.id));
      }),
      { numRuns: 100 },
    );
  });

  test('cue points are read as they were written', async () => {
    for (const each of cuePoints) {
      expect(await store.find(PARTNER_ID, each.id)).toEqual(each);
      expect(await store.find(PARTNER_ID + 1, each.id)).toBeNull();
    }
  });
});

/** Just what cue points are joined with. */
async function addEntries(database: Database): Promise<void> {
  const blank = {
    ...{ partner_id: PARTNER_ID, type: '7', status: '2', name: '', name_folded: '' },
    ...{ tags_folded: '', admin_tags_folded: '', description_folded: '', properties: '{}' },
    ...{ user_id: 'olga', creator_id: 'olga', reference_id: null, parent_entry_id: null },
    ...{ media_type: 201, source_type: '32', display_in_search: 2, moderation_status: 6 },
    ...{ partner_sort_value: null, start_date_s: null, end_date_s: null, stream_token: '' },
    ...{ created_at_ms: 0, updated_at_ms: 0, explicit_live: 0, view_mode: 0, revision: 1 },
    ...{ view_mode_changed_at_ms: 0, recording_status: 0, playback_epoch: 1 },
    ...{ display_before_bin: null, recorded_entry_id: null, group_id: null },
    ...{ access_control_id: null, conversion_profile_id: null, duration_ms: null },
  };
  const rows = ENTRIES.map((entryId) => ({ ...blank, id: entryId, root_entry_id: entryId }));
  await database.write([statement(database.builder.insertInto('entry').values(rows))]);
}

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
