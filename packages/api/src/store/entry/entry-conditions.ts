import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { LiveStreamFilterValue } from '../../schema/live-stream-filter.ts';
import type { EntitledUserTable } from '../category/category-tables.ts';
import { CATEGORY_CONDITIONS } from '../category/entry-category-conditions.ts';
import { foldText } from '../fold-text.ts';
import {
  ALWAYS,
  alternativesOf,
  type Condition,
  contains,
  itemsOf,
  NEVER,
} from '../text-conditions.ts';
import {
  type EntryBuilder,
  FOLDED,
  isKeyOf,
  MOMENTS_MS,
  NAMED_USERS,
  NUMBERS,
  SEARCHED,
  TEXTS,
} from './entry-columns.ts';

type Scalar = string | number | boolean;

/** A filter's properties as SQL. What a property means is in its ending: Equal, In, Like, GreaterThanOrEqual... */
export function conditionsOf(eb: EntryBuilder, filter: LiveStreamFilterValue): Condition[] {
  const conditions: Condition[] = [];
  for (const [name, value] of Object.entries(filter)) {
    if (value === null || value === undefined || typeof value === 'object') continue;
    const condition = conditionOf(eb, name, value);
    if (condition !== null) conditions.push(condition);
  }
  return conditions;
}

const PROPERTY =
  /^([a-zA-Z]+?)(Equal|NotEqual|In|NotIn|Like|MultiLikeOr|MultiLikeAnd|MatchOr|MatchAnd|LessThan|GreaterThan|GreaterThanOrEqual|LessThanOrEqual|GreaterThanOrEqualOrNull|LessThanOrEqualOrNull)$/;

function conditionOf(eb: EntryBuilder, name: string, value: Scalar): Condition | null {
  const singular = Object.hasOwn(SINGULAR, name) ? SINGULAR[name] : undefined;
  if (singular !== undefined) return singular(eb, value);
  const ofCategories = Object.hasOwn(CATEGORY_CONDITIONS, name)
    ? CATEGORY_CONDITIONS[name]
    : undefined;
  if (ofCategories !== undefined) return ofCategories(String(value));
  const [, stem = '', ending = ''] = PROPERTY.exec(name) ?? [];
  if (isKeyOf(FOLDED, stem)) return likeCondition(eb, [FOLDED[stem]], ending, String(value));
  if (isKeyOf(JOINT, stem)) return likeCondition(eb, JOINT[stem], ending, String(value));
  if (isKeyOf(NAMED_USERS, stem)) {
    return namedCondition(eb, NAMED_USERS[stem], ending, String(value));
  }
  if (isKeyOf(TEXTS, stem)) return textCondition(TEXTS[stem], ending, String(value));
  if (isKeyOf(MOMENTS_MS, stem)) return msCondition(MOMENTS_MS[stem], ending, Number(value));
  if (isKeyOf(NUMBERS, stem)) return numberCondition(NUMBERS[stem], ending, value);
  if (isKeyOf(WITHOUT_VALUE, stem)) return NEVER;
  return null;
}

/** Properties that follow no pattern. */
const SINGULAR: {
  readonly [name: string]: (eb: EntryBuilder, value: Scalar) => Condition;
} = {
  nameEqual: (eb, value) => eb('entry.name', '=', String(value)),
  isLive: (eb, value) => liveCondition(eb, value === true),
  isRecordedEntryIdEmpty: (eb, value) =>
    eb('entry.recorded_entry_id', value === true ? 'is' : 'is not', null),
  isRoot: (_eb, value) =>
    value === true
      ? sql<SqlBool>`entry.root_entry_id = entry.id`
      : sql<SqlBool>`entry.root_entry_id <> entry.id`,
  rootEntryIdEqual: (_eb, value) => rootCondition([String(value)]),
  rootEntryIdIn: (_eb, value) => rootCondition(itemsOf(String(value))),
  freeText: (eb, value) =>
    eb.or(
      alternativesOf(String(value)).map((parts) =>
        eb.and(parts.map((part) => contains(SEARCHED, foldText(part)))),
      ),
    ),
  searchTextMatchOr: (eb, value) =>
    eb.or(itemsOf(String(value)).map((item) => contains(SEARCHED, foldText(item)))),
  searchTextMatchAnd: (eb, value) =>
    eb.and(itemsOf(String(value)).map((item) => contains(SEARCHED, foldText(item)))),
  durationTypeMatchOr: (eb, value) => eb.or(itemsOf(String(value)).map(durationTypeCondition)),
  replacementStatusEqual: (_eb, value) => (value === NOT_REPLACED ? ALWAYS : NEVER),
  replacementStatusIn: (_eb, value) =>
    itemsOf(String(value)).includes(NOT_REPLACED) ? ALWAYS : NEVER,
};

/** What came of one of these entries: not the entry itself, though it names itself as its root. */
function rootCondition(ids: readonly string[]): Condition {
  return sql<SqlBool>`(${isIn(ROOT, ids)} and ${ROOT} <> entry.id)`;
}

const ROOT = sql.ref<string>('entry.root_entry_id');

/** Value of KalturaEntryReplacementStatus: content is not replaced. */
const NOT_REPLACED = '0';

/** What no entry has, as content is not replaced and files do not say when they were taken. */
const WITHOUT_VALUE = { replacingEntryId: true, replacedEntryId: true, mediaDate: true } as const;

/** Several columns of which each may hold the text. */
const JOINT = {
  tagsName: [FOLDED.tags, FOLDED.name],
  tagsAdminTags: [FOLDED.tags, FOLDED.adminTags],
  tagsAdminTagsName: [FOLDED.tags, FOLDED.adminTags, FOLDED.name],
} as const;

function textCondition(
  column: RawBuilder<string>,
  ending: string,
  value: string,
): Condition | null {
  switch (ending) {
    case 'Equal':
      return sql<SqlBool>`${column} = ${value}`;
    case 'NotEqual':
      return sql<SqlBool>`${column} <> ${value}`;
    case 'In':
      return isIn(column, itemsOf(value));
    case 'NotIn':
      return isNotIn(column, itemsOf(value));
    default:
      return null;
  }
}

function numberCondition(
  column: RawBuilder<number>,
  ending: string,
  value: Scalar,
): Condition | null {
  const number = Number(value);
  switch (ending) {
    case 'Equal':
      return sql<SqlBool>`${column} = ${number}`;
    case 'NotEqual':
      return sql<SqlBool>`${column} <> ${number}`;
    case 'In':
      return isIn(column, integersOf(value));
    case 'NotIn':
      return isNotIn(column, integersOf(value));
    case 'LessThan':
      return sql<SqlBool>`${column} < ${number}`;
    case 'GreaterThan':
      return sql<SqlBool>`${column} > ${number}`;
    default:
      return boundCondition(column, ending, '>=', number, '<=', number);
  }
}

/** The client's seconds against stored milliseconds: a second includes all of its milliseconds. */
function msCondition(
  column: RawBuilder<number>,
  ending: string,
  seconds: number,
): Condition | null {
  return boundCondition(column, ending, '>=', seconds * 1000, '<', (seconds + 1) * 1000);
}

function boundCondition(
  column: RawBuilder<number>,
  ending: string,
  lowerOperator: '>=',
  lower: number,
  upperOperator: '<=' | '<',
  upper: number,
): Condition | null {
  const isAtLeast = sql<SqlBool>`${column} ${sql.raw(lowerOperator)} ${lower}`;
  const isAtMost = sql<SqlBool>`${column} ${sql.raw(upperOperator)} ${upper}`;
  switch (ending) {
    case 'GreaterThanOrEqual':
      return isAtLeast;
    case 'LessThanOrEqual':
      return isAtMost;
    case 'GreaterThanOrEqualOrNull':
      return sql<SqlBool>`(${isAtLeast} or ${column} is null)`;
    case 'LessThanOrEqualOrNull':
      return sql<SqlBool>`(${isAtMost} or ${column} is null)`;
    default:
      return null;
  }
}

function likeCondition(
  eb: EntryBuilder,
  columns: readonly RawBuilder<string>[],
  ending: string,
  value: string,
): Condition | null {
  const isInOneOf = (item: string) =>
    eb.or(columns.map((column) => contains(column, foldText(item))));
  switch (ending) {
    case 'Like':
      return isInOneOf(value);
    case 'MultiLikeOr':
      return eb.or(itemsOf(value).map(isInOneOf));
    case 'MultiLikeAnd':
      return eb.and(itemsOf(value).map(isInOneOf));
    default:
      return null;
  }
}

function namedCondition(
  eb: EntryBuilder,
  may: EntitledUserTable['may'],
  ending: string,
  value: string,
): Condition | null {
  const conditions = itemsOf(value).map((userId) => namesUser(eb, userId, may));
  if (ending === 'MatchOr') return eb.or(conditions);
  return ending === 'MatchAnd' ? eb.and(conditions) : null;
}

/** Whether the entry names this user. @param may to do what; left out for anything */
export function namesUser(
  eb: EntryBuilder,
  userId: string,
  may?: EntitledUserTable['may'],
): Condition {
  const named = eb
    .selectFrom('entitled_user')
    .select('entitled_user.user_id')
    .whereRef('entitled_user.entry_id', '=', 'entry.id')
    .where('entitled_user.user_id', '=', userId);
  return eb.exists(may === undefined ? named : named.where('entitled_user.may', '=', may));
}

function liveCondition(eb: EntryBuilder, isLive: boolean): Condition {
  const live = eb('broadcast.state', 'in', ['on-air', 'interrupted']);
  return isLive ? live : eb.or([eb.not(live), eb('broadcast.state', 'is', null)]);
}

const MINUTE_MS = 60_000;
/** Up to these, a video is short and medium. */
export const LONGEST_SHORT_MS = 4 * MINUTE_MS;
export const LONGEST_MEDIUM_MS = 20 * MINUTE_MS;

function durationTypeCondition(type: string): Condition {
  switch (type) {
    case 'notavailable':
      return sql<SqlBool>`entry.duration_ms is null`;
    case 'short':
      return sql<SqlBool>`entry.duration_ms <= ${LONGEST_SHORT_MS}`;
    case 'medium':
      return sql<SqlBool>`(entry.duration_ms > ${LONGEST_SHORT_MS} and entry.duration_ms <= ${LONGEST_MEDIUM_MS})`;
    case 'long':
      return sql<SqlBool>`entry.duration_ms > ${LONGEST_MEDIUM_MS}`;
    default:
      return NEVER;
  }
}

function integersOf(value: Scalar): readonly number[] {
  return itemsOf(String(value)).map(Number).filter(Number.isSafeInteger);
}

/** SQL has no empty list. */
function isIn(column: RawBuilder<unknown>, items: readonly (string | number)[]): Condition {
  return items.length === 0 ? NEVER : sql<SqlBool>`${column} in (${sql.join(items)})`;
}

function isNotIn(column: RawBuilder<unknown>, items: readonly (string | number)[]): Condition {
  return items.length === 0 ? ALWAYS : sql<SqlBool>`${column} not in (${sql.join(items)})`;
}
