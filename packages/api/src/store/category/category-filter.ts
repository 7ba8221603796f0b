import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { isListLifted } from '../../entitlement/rights.ts';
import type { Viewer } from '../../entitlement/viewer.ts';
import type { CategoryFilterValue } from '../../schema/category-filters.ts';
import { foldText } from '../fold-text.ts';
import { conditionsOf, type FilterColumns } from '../list-filter.ts';
import { ALWAYS, type Condition, contains, itemsOf, NEVER } from '../text-conditions.ts';
import { anyOf, isOfContext } from './entitled-condition.ts';

/** Which categories a filter means, and which of them a viewer may know of. */

const COLUMNS: FilterColumns = {
  id: { column: 'category.id', kind: 'number' },
  parentId: { column: 'category.parent_id', kind: 'number' },
  depth: { column: 'category.depth', kind: 'number' },
  createdAt: { column: 'category.created_at_ms', kind: 'time-ms' },
  updatedAt: { column: 'category.updated_at_ms', kind: 'time-ms' },
  tags: { column: 'category.tags_folded', kind: 'text', folded: 'category.tags_folded' },
  appearInList: { column: 'category.appear_in_list', kind: 'number' },
  privacy: { column: 'category.privacy', kind: 'number' },
  inheritanceType: { column: 'category.inheritance_type', kind: 'number' },
  referenceId: { column: 'category.reference_id', kind: 'text' },
  contributionPolicy: { column: 'category.contribution_policy', kind: 'number' },
  partnerSortValue: { column: 'category.partner_sort_value', kind: 'number' },
};

export function categoryConditions(filter: CategoryFilterValue): readonly Condition[] {
  const conditions = [...conditionsOf(filter, COLUMNS)];
  for (const [name, value] of Object.entries(filter)) {
    const singular = Object.hasOwn(SINGULAR, name) ? SINGULAR[name] : undefined;
    if (singular !== undefined && value !== null && value !== undefined) {
      conditions.push(singular(String(value)));
    }
  }
  return conditions;
}

/** Whoever is asked for entitlement finds categories of their context, those for members only as a member. */
export function visibleCategories(viewer: Viewer): Condition {
  const { enforcement, contexts, userId } = viewer;
  if (enforcement === 'off' || isListLifted(viewer)) return ALWAYS;
  const listed = sql<SqlBool>`category.appear_in_list = 1`;
  const isListed = userId === null ? listed : anyOf([listed, hasPerson(userId)]);
  if (contexts.length === 0) return isListed;
  return sql<SqlBool>`(${isOfContext(contexts)} and ${isListed})`;
}

/** Users of whatever level who are active in the category. */
export function hasPerson(userId: string): Condition {
  return sql<SqlBool>`exists (
    select 1 from category_user
    where category_user.category_id = category.members_of and category_user.user_id = ${userId}
      and category_user.status = 1)`;
}

/** The numbers of a category, counted. A category's members are those of `members_of`. */
export const COUNTS = {
  membersCount: membersWithStatus(1),
  pendingMembersCount: membersWithStatus(2),
  directEntriesCount: entriesWithStatus(2),
  pendingEntriesCount: entriesWithStatus(1),
  entriesCount: sql<number>`(
    select count(distinct category_entry.entry_id)
    from category as below
    join category_entry on category_entry.category_id = below.id and category_entry.status = 2
    join entry on entry.id = category_entry.entry_id and entry.status <> '3'
    where below.partner_id = category.partner_id and (below.id = category.id
      or (below.full_ids > category.full_ids || '>' and below.full_ids < category.full_ids || '?')))`,
  directSubCategoriesCount: sql<number>`(
    select count(*) from category as below
    where below.partner_id = category.partner_id and below.parent_id = category.id)`,
} as const;

/** Below the category, not itself. `?` is the character after `>`. */
export function isBelowPath(fullIds: string): Condition {
  return sql<SqlBool>`(category.full_ids > ${`${fullIds}>`} and category.full_ids < ${`${fullIds}?`})`;
}

const INHERITED_PARENT = sql<number>`case when category.members_of <> category.id then category.members_of end`;

const SINGULAR: { readonly [name: string]: (value: string) => Condition } = {
  idNotIn: (value) => sql<SqlBool>`not ${isOneOf(sql`category.id`, value)}`,
  fullNameEqual: (value) => sql<SqlBool>`category.full_name_folded = ${foldText(value)}`,
  fullNameIn: (value) => isOneName(value),
  fullNameStartsWith: (value) => begins(sql`category.full_name_folded`, foldText(value)),
  fullNameStartsWithIn: (value) =>
    anyOf(itemsOf(value).map((item) => begins(sql`category.full_name_folded`, foldText(item)))),
  fullIdsEqual: (value) => sql<SqlBool>`category.full_ids = ${value}`,
  fullIdsStartsWith: (value) => begins(sql`category.full_ids`, value),
  fullIdsMatchOr: (value) =>
    anyOf(
      itemsOf(value).map(
        (item) => sql<SqlBool>`(category.full_ids = ${item} or ${isBelowPath(item)})`,
      ),
    ),
  referenceIdEmpty: (value) =>
    value === 'true'
      ? sql<SqlBool>`category.reference_id is null`
      : sql<SqlBool>`category.reference_id is not null`,
  membersCountGreaterThanOrEqual: (value) => atLeast(COUNTS.membersCount, value),
  membersCountLessThanOrEqual: (value) => atMost(COUNTS.membersCount, value),
  pendingMembersCountGreaterThanOrEqual: (value) => atLeast(COUNTS.pendingMembersCount, value),
  pendingMembersCountLessThanOrEqual: (value) => atMost(COUNTS.pendingMembersCount, value),
  privacyContextEqual: (value) =>
    value === '*' ? sql<SqlBool>`category.privacy_contexts <> ''` : isOfContext([value]),
  statusEqual: (value) => (value === ACTIVE ? ALWAYS : NEVER),
  statusIn: (value) => (itemsOf(value).includes(ACTIVE) ? ALWAYS : NEVER),
  inheritedParentIdEqual: (value) => isOneOf(INHERITED_PARENT, value),
  inheritedParentIdIn: (value) => isOneOf(INHERITED_PARENT, value),
  idOrInheritedParentIdIn: (value) =>
    anyOf([isOneOf(sql`category.id`, value), isOneOf(INHERITED_PARENT, value)]),
  ancestorIdIn: (value) => anyOf(numbersOf(value).map(isBelow)),
  freeText: (value) => contains(sql`category.text_folded`, foldText(value)),
  membersIn: (value) => anyOf(itemsOf(value).map(hasPerson)),
  memberEqual: hasPerson,
  managerEqual: (value) => sql<SqlBool>`exists (
    select 1 from category_user
    where category_user.category_id = category.members_of and category_user.user_id = ${value}
      and category_user.status = 1 and category_user.permission_level = 0)`,
  nameOrReferenceIdStartsWith: (value) =>
    anyOf([
      begins(sql`category.name_folded`, foldText(value)),
      begins(sql`coalesce(category.reference_id, '')`, value),
    ]),
};

/** Below the category with this id. */
export function isBelow(id: number): Condition {
  return sql<SqlBool>`(category.id <> ${id} and ${contains(PATH, `>${id}>`)})`;
}

const PATH = sql<string>`('>' || category.full_ids || '>')`;

/** Of categories that are there; deleted ones are not. */
const ACTIVE = '2';

function isOneName(csv: string): Condition {
  const names = itemsOf(csv).map(foldText);
  return names.length === 0
    ? NEVER
    : sql<SqlBool>`category.full_name_folded in (${sql.join(names)})`;
}

function isOneOf(column: RawBuilder<unknown>, csv: string): Condition {
  const numbers = numbersOf(csv);
  return numbers.length === 0 ? NEVER : sql<SqlBool>`${column} in (${sql.join(numbers)})`;
}

function numbersOf(csv: string): readonly number[] {
  return itemsOf(csv).map(Number).filter(Number.isSafeInteger);
}

/** Both databases count a text's characters as JavaScript counts its code points. */
function begins(column: RawBuilder<string>, prefix: string): Condition {
  return sql<SqlBool>`substr(${column}, 1, ${[...prefix].length}) = ${prefix}`;
}

function atLeast(count: RawBuilder<number>, value: string): Condition {
  return sql<SqlBool>`${count} >= ${Number(value)}`;
}

function atMost(count: RawBuilder<number>, value: string): Condition {
  return sql<SqlBool>`${count} <= ${Number(value)}`;
}

function membersWithStatus(status: number): RawBuilder<number> {
  return sql<number>`(
    select count(*) from category_user
    where category_user.category_id = category.members_of and category_user.status = ${sql.lit(status)})`;
}

function entriesWithStatus(status: number): RawBuilder<number> {
  return sql<number>`(
    select count(*) from category_entry
    join entry on entry.id = category_entry.entry_id and entry.status <> '3'
    where category_entry.category_id = category.id and category_entry.status = ${sql.lit(status)})`;
}
