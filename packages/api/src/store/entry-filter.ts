import {
  type Expression,
  type ExpressionBuilder,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from 'kysely';
import type { LiveStreamFilterValue } from '../schema/live-stream-filter.ts';
import type { BroadcastTable, EntryTable, Tables } from './tables.ts';

/** A filter's properties as SQL. What a property means is in its ending: Equal, In, Like, GreaterThanOrEqual... */

export type EntryListQuestion = {
  readonly partnerId: number;
  readonly filter: LiveStreamFilterValue;
  /** Only what this user owns; null for no such limit. */
  readonly ownedBy: string | null;
  readonly limit: number;
  readonly offset: number;
};

/** A query over entries and, where there is one, their broadcast. */
type Joined = {
  entry: EntryTable;
  broadcast: { [Column in keyof BroadcastTable]: BroadcastTable[Column] | null };
};
export type EntryQuery<Row> = SelectQueryBuilder<Tables & Joined, 'entry' | 'broadcast', Row>;
type Builder = ExpressionBuilder<Tables & Joined, 'entry' | 'broadcast'>;
type Condition = Expression<SqlBool>;

export function applyFilter<Row>(
  query: EntryQuery<Row>,
  question: EntryListQuestion,
): EntryQuery<Row> {
  return query.where((eb) =>
    eb.and([
      eb('entry.partner_id', '=', question.partnerId),
      eb('entry.type', '=', '7'),
      ...(question.ownedBy === null ? [] : [eb('entry.user_id', '=', question.ownedBy)]),
      ...defaultConditions(eb, question.filter),
      ...conditionsOf(eb, question.filter),
    ]),
  );
}

/** `+field` and `-field`; anything else, and equal values, newest first. */
export function applyOrder<Row>(query: EntryQuery<Row>, orderBy: string): EntryQuery<Row> {
  const column = ORDER_COLUMNS[orderBy.slice(1)];
  const direction = orderBy.startsWith('+') ? 'asc' : 'desc';
  // Databases disagree about where missing values come: as 0 they have one place.
  const sorted =
    column === undefined ? query : query.orderBy(sql`coalesce(${sql.ref(column)}, 0)`, direction);
  const named =
    orderBy.slice(1) === 'name' ? query.orderBy('entry.name_folded', direction) : sorted;
  const isByCreation = orderBy.slice(1) === 'createdAt';
  return (isByCreation ? named : named.orderBy('entry.created_at_ms', 'desc')).orderBy('entry.id');
}

const ORDER_COLUMNS: Readonly<Record<string, string>> = {
  createdAt: 'entry.created_at_ms',
  updatedAt: 'entry.updated_at_ms',
  startDate: 'entry.start_date_s',
  endDate: 'entry.end_date_s',
  partnerSortValue: 'entry.partner_sort_value',
  mediaType: 'entry.media_type',
  firstBroadcast: 'broadcast.first_broadcast_ms',
  lastBroadcast: 'broadcast.last_broadcast_ms',
  recent: 'entry.created_at_ms',
};

/** What a list leaves out unless it is asked for: what is not ready, was rejected or is hidden; deleted ones always. */
function defaultConditions(eb: Builder, filter: LiveStreamFilterValue): Condition[] {
  const asksForStatus = ['statusEqual', 'statusNotEqual', 'statusIn', 'statusNotIn'].some(
    (name) => name in filter,
  );
  const conditions: Condition[] = [];
  if (filter.idEqual !== undefined) {
    return asksForStatus ? [] : [eb('entry.status', '!=', '3')];
  }
  if (!asksForStatus) conditions.push(eb('entry.status', '=', '2'));
  conditions.push(eb('entry.moderation_status', 'not in', [1, 3]));
  const namesHidden = ['parentEntryIdEqual', 'idIn', 'rootEntryIdEqual'].some(
    (name) => name in filter,
  );
  if (!namesHidden) conditions.push(eb('entry.display_in_search', 'not in', [-2, -1]));
  return conditions;
}

/** Which column a property's stem means. */
const TEXT_COLUMNS = {
  id: 'entry.id',
  userId: 'entry.user_id',
  creatorId: 'entry.creator_id',
  status: 'entry.status',
  type: 'entry.type',
  referenceId: 'entry.reference_id',
  rootEntryId: 'entry.root_entry_id',
  parentEntryId: 'entry.parent_entry_id',
  sourceType: 'entry.source_type',
} as const;
const NUMBER_COLUMNS = {
  partnerId: 'entry.partner_id',
  mediaType: 'entry.media_type',
  startDate: 'entry.start_date_s',
  endDate: 'entry.end_date_s',
  partnerSortValue: 'entry.partner_sort_value',
} as const;
const FOLDED_COLUMNS = {
  name: 'entry.name_folded',
  tags: 'entry.tags_folded',
  adminTags: 'entry.admin_tags_folded',
} as const;
const MS_COLUMNS = { createdAt: 'entry.created_at_ms', updatedAt: 'entry.updated_at_ms' } as const;

const PROPERTY =
  /^([a-zA-Z]+?)(Equal|NotEqual|In|NotIn|Like|MultiLikeOr|MultiLikeAnd|GreaterThanOrEqual|LessThanOrEqual|GreaterThanOrEqualOrNull|LessThanOrEqualOrNull)$/;

function conditionsOf(eb: Builder, filter: LiveStreamFilterValue): Condition[] {
  const conditions: Condition[] = [];
  for (const [name, value] of Object.entries(filter)) {
    if (value === null || value === undefined || typeof value === 'object') continue;
    if (name === 'isLive') {
      conditions.push(liveCondition(eb, value === true));
      continue;
    }
    const [, stem = '', ending = ''] = PROPERTY.exec(name) ?? [];
    const condition = conditionOf(eb, stem, ending, value);
    if (condition !== null) conditions.push(condition);
  }
  return conditions;
}

function conditionOf(
  eb: Builder,
  stem: string,
  ending: string,
  value: string | number | boolean,
): Condition | null {
  if (stem === 'name' && ending === 'Equal') return eb('entry.name', '=', String(value));
  if (isKeyOf(FOLDED_COLUMNS, stem))
    return likeCondition(eb, FOLDED_COLUMNS[stem], ending, String(value));
  if (isKeyOf(TEXT_COLUMNS, stem))
    return textCondition(eb, TEXT_COLUMNS[stem], ending, String(value));
  if (isKeyOf(MS_COLUMNS, stem)) return msCondition(eb, MS_COLUMNS[stem], ending, Number(value));
  if (isKeyOf(NUMBER_COLUMNS, stem))
    return numberCondition(eb, NUMBER_COLUMNS[stem], ending, value);
  return null;
}

function isKeyOf<Table extends object>(table: Table, key: string): key is keyof Table & string {
  return Object.hasOwn(table, key);
}

type TextColumn = (typeof TEXT_COLUMNS)[keyof typeof TEXT_COLUMNS];
type NumberColumn = (typeof NUMBER_COLUMNS)[keyof typeof NUMBER_COLUMNS];
type FoldedColumn = (typeof FOLDED_COLUMNS)[keyof typeof FOLDED_COLUMNS];
type MsColumn = (typeof MS_COLUMNS)[keyof typeof MS_COLUMNS];

function textCondition(
  eb: Builder,
  column: TextColumn,
  ending: string,
  value: string,
): Condition | null {
  switch (ending) {
    case 'Equal':
      return eb(column, '=', value);
    case 'NotEqual':
      return eb(column, '!=', value);
    case 'In':
      return isIn(eb, column, itemsOf(value));
    case 'NotIn':
      return eb.not(isIn(eb, column, itemsOf(value)));
    default:
      return null;
  }
}

function numberCondition(
  eb: Builder,
  column: NumberColumn,
  ending: string,
  value: string | number | boolean,
): Condition | null {
  const number = Number(value);
  switch (ending) {
    case 'Equal':
      return eb(column, '=', number);
    case 'In':
      return isIn(eb, column, itemsOf(String(value)).map(Number).filter(Number.isSafeInteger));
    case 'GreaterThanOrEqual':
      return eb(column, '>=', number);
    case 'LessThanOrEqual':
      return eb(column, '<=', number);
    case 'GreaterThanOrEqualOrNull':
      return eb.or([eb(column, '>=', number), eb(column, 'is', null)]);
    case 'LessThanOrEqualOrNull':
      return eb.or([eb(column, '<=', number), eb(column, 'is', null)]);
    default:
      return null;
  }
}

/** The client's seconds against stored milliseconds: a second includes all of its milliseconds. */
function msCondition(
  eb: Builder,
  column: MsColumn,
  ending: string,
  seconds: number,
): Condition | null {
  switch (ending) {
    case 'GreaterThanOrEqual':
      return eb(column, '>=', seconds * 1000);
    case 'LessThanOrEqual':
      return eb(column, '<', (seconds + 1) * 1000);
    default:
      return null;
  }
}

function likeCondition(
  eb: Builder,
  column: FoldedColumn,
  ending: string,
  value: string,
): Condition | null {
  switch (ending) {
    case 'Like':
      return contains(column, value);
    case 'MultiLikeOr':
      return eb.or(itemsOf(value).map((item) => contains(column, item)));
    case 'MultiLikeAnd':
      return eb.and(itemsOf(value).map((item) => contains(column, item)));
    default:
      return null;
  }
}

function contains(column: FoldedColumn, value: string): Condition {
  const pattern = `%${value.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return sql<SqlBool>`${sql.ref(column)} like ${pattern} escape '\\'`;
}

function liveCondition(eb: Builder, isLive: boolean): Condition {
  const live = eb('broadcast.state', 'in', ['on-air', 'interrupted']);
  return isLive ? live : eb.or([eb.not(live), eb('broadcast.state', 'is', null)]);
}

/** More than a page can show is a mistake, and databases limit the number of parameters. */
const MAX_ITEMS = 1000;

/** SQL has no empty list. */
function isIn(
  eb: Builder,
  column: TextColumn | NumberColumn,
  items: readonly (string | number)[],
): Condition {
  return items.length === 0 ? sql<SqlBool>`1 = 0` : eb(column, 'in', items);
}

function itemsOf(csv: string): string[] {
  const items = csv.split(',').map((item) => item.trim());
  return items.filter((item) => item !== '').slice(0, MAX_ITEMS);
}
