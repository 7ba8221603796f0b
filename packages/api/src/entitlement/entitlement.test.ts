import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AUTO_APPROVED, NOTHING_COUNTED, READY_STATUS } from '../entries/entry-base.ts';
import { restrictionsFor } from '../entries/visible-entries.ts';
import { parsePrivileges } from '../ks/privileges.ts';
import type { Session } from '../ks/session.ts';
import type { Webcast } from '../live/webcast.ts';
import { LogForTests } from '../log-for-tests.ts';
import { PartnersStore } from '../store/account/partners-store.ts';
import { describeOnBothDatabases } from '../store/both-databases-for-tests.ts';
import { CategoriesStore } from '../store/category/categories-store.ts';
import { CategoryUsersStore } from '../store/category/category-users-store.ts';
import { PlacementsStore } from '../store/category/placements-store.ts';
import type { Database } from '../store/database.ts';
import { EntriesStore } from '../store/entry/entries-store.ts';
import { openDatabase } from '../store/open-database.ts';
import type { Category, PermissionLevel } from './category.ts';
import { placedBelow } from './category-tree.ts';
import { Entitlement } from './entitlement.ts';
import { permissionNamesOf } from './membership.ts';
import { type Placement, rightsTo } from './rights.ts';
import { viewerOf, withRedirectTargets } from './viewer.ts';

/** The rules in memory, the rules in SQL, and the rules as services ask them, held against each other in random worlds. */

const RUNS = 30;

const USERS = ['ann', 'bob', 'cy'] as const;
const CONTEXTS = ['web', 'Web', 'we'] as const;

type World = {
  readonly entries: readonly {
    readonly userId: string;
    readonly edit: readonly string[];
    readonly publish: readonly string[];
    readonly view: readonly string[];
    /** Which entry it redirects to. */
    readonly redirect: number | null;
  }[];
  readonly categories: readonly {
    readonly contexts: readonly string[];
    readonly privacy: 1 | 2 | 3;
    /** Which of those before it it is below; its members it inherits. */
    readonly parent: number | null;
    readonly members: readonly {
      readonly userId: string;
      readonly level: number;
      readonly status: 1 | 2 | 3;
    }[];
  }[];
  readonly placements: readonly {
    readonly entry: number;
    readonly category: number;
    readonly status: 1 | 2 | 4;
  }[];
  readonly viewers: readonly {
    readonly userId: string;
    readonly isAdmin: boolean;
    readonly privileges: readonly string[];
  }[];
  readonly isEnforced: boolean;
};

const someUsers = fc.subarray([...USERS]);
/** `#1` stands for the id of entry 1. Few at a time: together they say yes to everything. */
const privileges = fc.tuple(
  fc.constantFrom(
    '',
    '',
    'enableentitlement',
    'enableentitlement',
    'privacycontext:web',
    'privacycontext:Web',
    'privacycontext:none',
    'disableentitlement',
  ),
  fc.constantFrom(
    '',
    '',
    '',
    'sview:#0',
    'sview:#0/#1',
    'sview:*',
    'edit:#1',
    'list:*',
    'list:*',
    'limitentry:#0',
    'limitentry:#1/#2',
    'disableentitlementforentry:#2',
    'widget:1',
    'all:*',
  ),
);

const world: fc.Arbitrary<World> = fc.record({
  entries: fc.array(
    fc.record({
      userId: fc.constantFrom('', ...USERS),
      edit: someUsers,
      publish: someUsers,
      view: someUsers,
      redirect: fc.option(fc.nat(3), { nil: null }),
    }),
    { minLength: 4, maxLength: 4 },
  ),
  categories: fc.array(
    fc.record({
      contexts: fc.subarray([...CONTEXTS], { maxLength: 2 }),
      privacy: fc.constantFrom(1 as const, 2 as const, 3 as const),
      parent: fc.option(fc.nat(2), { nil: null }),
      members: fc.uniqueArray(
        fc.record({
          userId: fc.constantFrom(...USERS),
          level: fc.nat(4),
          status: fc.constantFrom(1 as const, 2 as const, 3 as const),
        }),
        { selector: ({ userId }) => userId, maxLength: 3 },
      ),
    }),
    { minLength: 3, maxLength: 3 },
  ),
  placements: fc.uniqueArray(
    fc.record({
      entry: fc.nat(3),
      category: fc.nat(2),
      status: fc.constantFrom(1 as const, 2 as const, 4 as const),
    }),
    { selector: ({ entry, category }) => `${entry} ${category}`, minLength: 4, maxLength: 8 },
  ),
  viewers: fc.array(
    fc.record({
      userId: fc.constantFrom('', ...USERS),
      isAdmin: fc.constantFrom(false, false, false, true),
      privileges,
    }),
    { minLength: 6, maxLength: 6 },
  ),
  isEnforced: fc.constantFrom(true, true, true, false),
});

describeOnBothDatabases('entitlement', (freshDatabase) => {
  let database: Database;
  let partnerId = 1000;

  beforeAll(async () => {
    database = await openDatabase(await freshDatabase(), 0, new LogForTests());
  });
  afterAll(() => database.close());

  test('lists show what the rules say of each entry, and services get the same answer', async () => {
    const seen = { yes: 0, no: 0 };
    await fc.assert(
      fc.asyncProperty(world, async (generated) => {
        partnerId += 1;
        const here = await build(database, generated, partnerId);
        for (const viewer of generated.viewers) {
          const session = sessionOf(viewer, partnerId);
          const expected = expectedFor(generated, session);
          seen.yes += expected.seen.length;
          seen.no += generated.entries.length - expected.seen.length;

          const entitlement = new Entitlement(
            { isEntitlementEnforced: () => generated.isEnforced },
            new PlacementsStore(database),
          );
          const asked = await entitlement.viewerFor(session);
          const listed = async (filter: { readonly idIn?: string }) => {
            const restrictions = restrictionsFor(asked, filter);
            const question = { partnerId, kinds: ['webcast'] as const, filter, restrictions };
            const { records } = await here.entries.list(question, { limit: 100, offset: 0 });
            return records.map(({ entry }) => entry.id).sort();
          };
          expect(await listed({ idIn: here.webcasts.map(({ id }) => id).join(',') })).toEqual(
            expected.seen,
          );
          expect(await listed({})).toEqual(expected.listed);

          const rights = await Promise.all(
            here.webcasts.map((webcast) => entitlement.rightsTo(session, webcast)),
          );
          expect(rights).toEqual(expected.rights);
        }
      }),
      { numRuns: RUNS },
    );
    // A generator that only makes open or only closed worlds would show nothing.
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(2 * RUNS);
  });
});

test('nothing is read where nobody is asked for entitlement, nor where categories change nothing', async () => {
  const closed = { read: () => expect.unreachable('the database was read') } as unknown as Database;
  const settings = { isEntitlementEnforced: (id: number) => id === 2 };
  const entitlement = new Entitlement(settings, new PlacementsStore(closed));
  const entry = { id: '0_a', partnerId: 1, properties: { userId: 'ann' } };
  const viewer = { userId: 'ann', isAdmin: false, privileges: ['sview:0_b'] };
  expect((await entitlement.rightsTo(undefined, entry)).mayWatch).toBe(true);
  expect((await entitlement.rightsTo(sessionOf(viewer, 1), entry)).mayEdit).toBe(true);
  expect((await entitlement.viewerFor(sessionOf(viewer, 1))).enforcement).toBe('off');
  const owned = { ...entry, partnerId: 2 };
  expect((await entitlement.rightsTo(sessionOf(viewer, 2), owned)).mayEdit).toBe(true);
});

function idOf(partnerId: number, entry: number): string {
  return `0_${String(partnerId).padStart(6, '0')}e${entry}`;
}

async function build(
  database: Database,
  { entries, categories, placements }: World,
  partnerId: number,
) {
  const secrets = { adminSecret: `a${partnerId}`, userSecret: `u${partnerId}` };
  await new PartnersStore(database).configure({ partnerId, ...secrets }, 0);
  const entriesStore = new EntriesStore(database);
  const categoriesStore = new CategoriesStore(database);
  const usersStore = new CategoryUsersStore(database);
  const placementsStore = new PlacementsStore(database);
  const webcasts = entries.map((_entry, index) => webcastOf(entries, index, partnerId));
  const members = categories.flatMap((category, index) =>
    category.members.map(({ userId, level, status }) => ({
      categoryId: partnerId * 10 + index,
      userId,
      partnerId,
      permissionLevel: level as PermissionLevel,
      permissionNames: permissionNamesOf(level as PermissionLevel),
      status,
      updateMethod: 0 as const,
      createdAtMs: 0,
      updatedAtMs: 0,
    })),
  );
  await Promise.all([
    ...webcasts.map((webcast) => entriesStore.insert(webcast)),
    database.write(
      categoriesOf(categories, partnerId).map((category) => categoriesStore.insertion(category)),
    ),
    usersStore.addMissing(members),
  ]);
  const outcomes = await Promise.all(
    placements.map(({ entry, category, status }) =>
      placementsStore.insert({
        entryId: idOf(partnerId, entry),
        categoryId: partnerId * 10 + category,
        partnerId,
        status,
        creatorUserId: '',
        createdAtMs: 0,
      }),
    ),
  );
  expect(outcomes).toEqual(placements.map(() => 'inserted'));
  return { entries: entriesStore, webcasts };
}

function webcastOf(entries: World['entries'], index: number, partnerId: number): Webcast {
  const entry = entries[index];
  if (entry === undefined) throw new RangeError(`There is no entry ${index}`);
  const id = idOf(partnerId, index);
  const { redirect } = entry;
  return {
    kind: 'webcast',
    id,
    partnerId,
    revision: 1,
    status: READY_STATUS,
    moderationStatus: AUTO_APPROVED,
    createdAtMs: 0,
    updatedAtMs: 0,
    rootEntryId: id,
    playbackEpoch: 1,
    displayBeforeBin: null,
    counts: NOTHING_COUNTED,
    streamToken: 'x',
    isExplicitLive: false,
    viewMode: 1,
    viewModeChangedAtMs: 0,
    recordingStatus: 2,
    properties: {
      userId: entry.userId,
      entitledUsersEdit: entry.edit.join(','),
      entitledUsersPublish: entry.publish.join(' , '),
      entitledUsersView: entry.view.join(','),
      ...(redirect === null ? {} : { redirectEntryId: idOf(partnerId, redirect) }),
    },
  };
}

function categoriesOf(categories: World['categories'], partnerId: number): readonly Category[] {
  const placed: Category[] = [];
  for (const [index, { contexts, privacy, parent }] of categories.entries()) {
    const above = parent === null || parent >= index ? null : (placed[parent] ?? null);
    const id = partnerId * 10 + index;
    placed.push(
      placedBelow(
        {
          id,
          partnerId,
          name: `Category ${index}`,
          place: {
            parentId: 0,
            depth: 0,
            fullName: '',
            fullIds: '',
            contexts: [],
            membersOf: id,
            owner: null,
            defaultPermissionLevel: 3,
          },
          ownContexts: contexts,
          privacy,
          inheritanceType: above === null ? 2 : 1,
          appearInList: 1,
          contributionPolicy: 1,
          isModerated: false,
          referenceId: null,
          partnerSortValue: null,
          createdAtMs: 0,
          updatedAtMs: 0,
          properties: {},
        },
        above,
      ),
    );
  }
  return placed;
}

function sessionOf(
  { userId, isAdmin, privileges }: World['viewers'][number],
  partnerId: number,
): Session {
  const text = privileges
    .join(',')
    .replace(/#(\d)/g, (_all, digit) => idOf(partnerId, Number(digit)));
  return {
    partnerId,
    userId,
    type: isAdmin ? 2 : 0,
    expiresAtSeconds: 0,
    privileges: parsePrivileges(text),
    hash: '',
    version: 2,
    ks: '',
    isAdmin,
    roleName: undefined,
    restrictingRoleName: undefined,
  };
}

/** What the rules say, computed from the generated world alone. */
function expectedFor(generated: World, session: Session) {
  const { entries, isEnforced } = generated;
  const { partnerId } = session;
  const plain = viewerOf(session, isEnforced);
  const targets = entries.flatMap(({ redirect }, index) =>
    redirect !== null && plain.watchable.includes(idOf(partnerId, index))
      ? [idOf(partnerId, redirect)]
      : [],
  );
  const viewer = withRedirectTargets(plain, targets);
  const rights = entries.map((_entry, index) =>
    rightsTo(
      viewer,
      webcastOf(entries, index, partnerId),
      placementsFor(generated, index, viewer.userId),
    ),
  );
  const idsWhere = (right: 'maySee' | 'mayList') =>
    entries
      .map((_entry, index) => idOf(partnerId, index))
      .filter((_id, index) => rights[index]?.[right]);
  return { rights, seen: idsWhere('maySee'), listed: idsWhere('mayList') };
}

function placementsFor(
  { categories, placements }: World,
  entry: number,
  userId: string | null,
): readonly Placement[] {
  const placed = categoriesOf(categories, 0);
  return placements
    .filter((each) => each.entry === entry && each.status !== 4)
    .flatMap(({ category: index, status }) => {
      const category = placed[index];
      if (category === undefined) return [];
      const people = categories[category.place.membersOf]?.members ?? [];
      const self = people.find((each) => each.userId === userId && each.status === 1);
      return [
        {
          isActive: status === 2,
          contexts: category.place.contexts,
          privacy: category.privacy,
          isMember: self !== undefined && self.level <= 3,
          isModerator: self !== undefined && self.level <= 1,
        },
      ];
    });
}
