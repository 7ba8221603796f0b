import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Viewer } from '../../entitlement/viewer.ts';
import { valuesOf } from '../../ks/privileges.ts';
import type { ScheduleEventFilterValue } from '../../schema/schedule.ts';
import { anyOf, listedEntries } from '../category/entitled-condition.ts';
import { foldText } from '../fold-text.ts';
import { allOf, conditionsOf, type FilterColumns } from '../list-filter.ts';
import { ALWAYS, type Condition, contains, itemsOf, NEVER } from '../text-conditions.ts';

/** Which events a filter means, and which of them a viewer may see: conditions over `schedule_event`. */

const COLUMNS: FilterColumns = {
  id: { column: 'schedule_event.id', kind: 'number' },
  parentId: { column: 'schedule_event.parent_id', kind: 'number' },
  status: { column: 'schedule_event.status', kind: 'number' },
  startDate: { column: 'schedule_event.start_s', kind: 'number' },
  endDate: { column: 'schedule_event.end_s', kind: 'number' },
  referenceId: { column: 'schedule_event.reference_id', kind: 'text' },
  ownerId: { column: 'schedule_event.owner_id', kind: 'text' },
  priority: { column: 'schedule_event.priority', kind: 'number' },
  recurrenceType: { column: 'schedule_event.recurrence_type', kind: 'number' },
  createdAt: { column: 'schedule_event.created_at_ms', kind: 'time-ms' },
  updatedAt: { column: 'schedule_event.updated_at_ms', kind: 'time-ms' },
  templateEntryId: { column: 'schedule_event.template_entry_id', kind: 'text' },
  sourceEntryId: { column: 'schedule_event.source_entry_id', kind: 'text' },
};

/** More would be no question but a burden: each is a condition of its own. */
const MAX_ITEMS = 100;

export function eventConditions(filter: ScheduleEventFilterValue): readonly Condition[] {
  const { parentIdNotIn, ...rest } = filter;
  const conditions = [...conditionsOf(rest, COLUMNS)];
  if (parentIdNotIn) {
    // What is no occurrence has no parent, and so none of these.
    const [isNoneOf = ALWAYS] = conditionsOf({ parentIdNotIn }, COLUMNS);
    conditions.push(sql<SqlBool>`(schedule_event.parent_id is null or ${isNoneOf})`);
  }
  for (const [name, value] of Object.entries(rest)) {
    if (value === null || value === undefined || value === '') continue;
    const [, stem = '', ending = ''] = LIST_PROPERTY.exec(name) ?? [];
    const has = Object.hasOwn(LISTS, stem) ? LISTS[stem] : undefined;
    if (has !== undefined) conditions.push(listCondition(has, ending, String(value)));
  }
  if (typeof filter.resourceIdEqual === 'string' && filter.resourceIdEqual !== '') {
    conditions.push(hasResource(filter.resourceIdEqual));
  }
  return conditions;
}

/**
 * What `EventRights` says of one event, as SQL: events of entries that the viewer is shown, those that are not public only
 * to those who may change the entry; events of no entry to admins and to whom they belong.
 *
 * @param isNamed the filter names what it wants, so that it may be others' too
 */
export function visibleEvents(viewer: Viewer, isNamed: boolean): Condition {
  const { session, userId } = viewer;
  if (session === undefined) return NEVER;
  const isPublic = sql<SqlBool>`schedule_event.is_private = 0`;
  const ofEntries = sql<SqlBool>`exists (
    select 1 from entry
    where entry.id = schedule_event.template_entry_id and entry.partner_id = ${session.partnerId}
      and entry.status <> '3' and ${allOf(listedEntries(viewer, isNamed))}
      and ${anyOf([isPublic, editedEntry(viewer)])})`;
  const isOwn = userId === null ? NEVER : sql<SqlBool>`schedule_event.owner_id = ${userId}`;
  const ofNoEntry = sql<SqlBool>`(schedule_event.template_entry_id is null and ${session.isAdmin ? ALWAYS : isOwn})`;
  return anyOf([ofEntries, ofNoEntry]);
}

/** Of rows of `entry`: what `isEditor` says of one. */
function editedEntry({ session, userId }: Viewer): Condition {
  if (session === undefined) return NEVER;
  const signed = valuesOf(session.privileges, 'edit');
  if (session.isAdmin || signed.includes('*')) return ALWAYS;
  const isNamed = signed.length === 0 ? NEVER : sql<SqlBool>`entry.id in (${sql.join(signed)})`;
  if (userId === null) return isNamed;
  return anyOf([
    isNamed,
    sql<SqlBool>`entry.user_id = ${userId}`,
    sql<SqlBool>`exists (
      select 1 from entitled_user
      where entitled_user.entry_id = entry.id and entitled_user.user_id = ${userId}
        and entitled_user.may = 'edit')`,
  ]);
}

const LIST_PROPERTY = /^([a-zA-Z]+?)(Like|MultiLikeOr|MultiLikeAnd)$/;

/** Lists of ids and names: each item is a whole one, whichever case the filter's ending asks for. */
const LISTS: { readonly [stem: string]: (item: string) => Condition } = {
  tags: (item) => contains(sql.ref<string>('schedule_event.tags_folded'), foldText(item)),
  entryIds: (item) => contains(sql.ref<string>('schedule_event.entry_ids'), `,${item},`),
  categoryIds: (item) => contains(sql.ref<string>('schedule_event.category_ids'), `,${item},`),
  parentCategoryIds: (item) => sql<SqlBool>`exists (
    select 1 from category
    where category.partner_id = schedule_event.partner_id and ${isNot(item)}
      and replace(schedule_event.category_ids, ',' || category.id || ',', '') <> schedule_event.category_ids
      and ${contains(sql<string>`('>' || category.full_ids || '>')`, `>${item}>`)})`,
  resourceIds: hasResource,
  parentResourceIds: (item) =>
    withNumber(item, (id) => hasResourceThat(sql`schedule_resource.parent_id = ${id}`)),
  resourceSystemNames: (item) => hasResourceThat(sql`schedule_resource.system_name = ${item}`),
  templateEntryCategoriesIds: (item) =>
    withNumber(
      item,
      (id) => sql<SqlBool>`exists (
        select 1 from category_entry
        where category_entry.entry_id = schedule_event.template_entry_id
          and category_entry.category_id = ${id} and category_entry.status = 2)`,
    ),
};

function listCondition(has: (item: string) => Condition, ending: string, value: string): Condition {
  if (ending === 'Like') return has(value.trim());
  const items = itemsOf(value).slice(0, MAX_ITEMS).map(has);
  return ending === 'MultiLikeAnd' ? allOf(items) : anyOf(items);
}

function hasResource(item: string): Condition {
  return withNumber(
    item,
    (id) => sql<SqlBool>`exists (
      select 1 from schedule_event_resource where ${OF_EVENT}
        and schedule_event_resource.resource_id = ${id})`,
  );
}

function hasResourceThat(is: RawBuilder<unknown>): Condition {
  return sql<SqlBool>`exists (
    select 1 from schedule_event_resource
    join schedule_resource on schedule_resource.id = schedule_event_resource.resource_id
    where ${OF_EVENT} and schedule_resource.status <> 3 and ${is})`;
}

/** What an event that repeats needs, each of its occurrences needs. */
export const OF_EVENT = sql<SqlBool>`schedule_event_resource.event_id in (schedule_event.id, schedule_event.parent_id)`;

function isNot(item: string): Condition {
  return withNumber(item, (id) => sql<SqlBool>`category.id <> ${id}`);
}

function withNumber(item: string, condition: (id: RawBuilder<number>) => Condition): Condition {
  const id = Number(item);
  if (!Number.isSafeInteger(id)) return NEVER;
  return condition(sql<number>`cast(${id} as bigint)`);
}
