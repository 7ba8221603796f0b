import {
  type Expression,
  type ExpressionBuilder,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from 'kysely';
import type { UserFilterValue } from '../../schema/user.ts';
import type { Tables } from '../tables.ts';

/** Which users of an account are asked for. */
export type UserListQuestion = {
  readonly partnerId: number;
  readonly filter: UserFilterValue;
  /** Only users with one of these roles; null for all. */
  readonly roleIds: readonly number[] | null;
  readonly limit: number;
  readonly offset: number;
};

type UserQuery<Row> = SelectQueryBuilder<Tables, 'account_user', Row>;
type Builder = ExpressionBuilder<Tables, 'account_user'>;
type Condition = Expression<SqlBool>;

export function applyUserFilter<Row>(
  query: UserQuery<Row>,
  question: UserListQuestion,
): UserQuery<Row> {
  const { filter, roleIds } = question;
  return query.where((eb) =>
    eb.and([
      eb('partner_id', '=', question.partnerId),
      ...(roleIds === null ? [] : [isIn(eb, 'role_id', roleIds)]),
      ...statusConditions(eb, filter),
      ...numberConditions(eb, filter),
      ...timeConditions(eb, filter),
      ...textConditions(eb, filter),
    ]),
  );
}

/** `+field` and `-field`; anything else, and equal values, newest first. */
export function applyUserOrder<Row>(query: UserQuery<Row>, orderBy: string): UserQuery<Row> {
  const column = ORDER_COLUMNS.get(orderBy.slice(1));
  const direction = orderBy.startsWith('+') ? 'asc' : 'desc';
  const sorted = column === undefined ? query : query.orderBy(column, direction);
  return (column === 'created_at_ms' ? sorted : sorted.orderBy('created_at_ms', 'desc')).orderBy(
    'id',
  );
}

const ORDER_COLUMNS: ReadonlyMap<string, 'created_at_ms' | 'updated_at_ms' | 'id'> = new Map([
  ['createdAt', 'created_at_ms'],
  ['updatedAt', 'updated_at_ms'],
  ['id', 'id'],
]);

const DELETED = 2;

/** Deleted users are only found by whoever asks for them. */
function statusConditions(eb: Builder, { statusEqual, statusIn }: UserFilterValue): Condition[] {
  const conditions: Condition[] = [];
  if (isGiven(statusEqual)) conditions.push(eb('status', '=', statusEqual));
  if (isGiven(statusIn)) conditions.push(isIn(eb, 'status', numbersOf(statusIn)));
  return conditions.length > 0 ? conditions : [eb('status', '!=', DELETED)];
}

function numberConditions(eb: Builder, filter: UserFilterValue): Condition[] {
  const conditions: Condition[] = [];
  const { partnerIdEqual, typeEqual, typeIn, isAdminEqual, loginEnabledEqual } = filter;
  if (isGiven(partnerIdEqual)) conditions.push(eb('partner_id', '=', partnerIdEqual));
  if (isGiven(typeEqual)) conditions.push(eb('type', '=', typeEqual));
  if (isGiven(typeIn)) conditions.push(isIn(eb, 'type', numbersOf(typeIn)));
  if (isAdminEqual === 0 || isAdminEqual === 1) conditions.push(eb('is_admin', '=', isAdminEqual));
  if (loginEnabledEqual === 1) conditions.push(eb('login_id_folded', 'is not', null));
  if (loginEnabledEqual === 0) conditions.push(eb('login_id_folded', 'is', null));
  for (const ids of [filter.roleIdEqual, filter.roleIdsEqual, filter.roleIdsIn]) {
    if (isGiven(ids)) conditions.push(isIn(eb, 'role_id', numbersOf(ids)));
  }
  return conditions;
}

/** The client's seconds against stored milliseconds: a second includes all of its milliseconds. */
function timeConditions(eb: Builder, filter: UserFilterValue): Condition[] {
  const conditions: Condition[] = [];
  const { createdAtGreaterThanOrEqual, createdAtLessThanOrEqual } = filter;
  const { updatedAtGreaterThanOrEqual, updatedAtLessThanOrEqual } = filter;
  if (isGiven(createdAtGreaterThanOrEqual))
    conditions.push(eb('created_at_ms', '>=', createdAtGreaterThanOrEqual * 1000));
  if (isGiven(createdAtLessThanOrEqual))
    conditions.push(eb('created_at_ms', '<', (createdAtLessThanOrEqual + 1) * 1000));
  if (isGiven(updatedAtGreaterThanOrEqual))
    conditions.push(eb('updated_at_ms', '>=', updatedAtGreaterThanOrEqual * 1000));
  if (isGiven(updatedAtLessThanOrEqual))
    conditions.push(eb('updated_at_ms', '<', (updatedAtLessThanOrEqual + 1) * 1000));
  return conditions;
}

function textConditions(eb: Builder, filter: UserFilterValue): Condition[] {
  const conditions: Condition[] = [];
  if (isGiven(filter.idEqual)) conditions.push(eb('id', '=', filter.idEqual));
  if (isGiven(filter.idIn)) conditions.push(isIn(eb, 'id', itemsOf(filter.idIn)));
  if (isGiven(filter.screenNameLike))
    conditions.push(contains('screen_name_folded', filter.screenNameLike));
  if (isGiven(filter.screenNameStartsWith))
    conditions.push(startsWith('screen_name_folded', filter.screenNameStartsWith));
  if (isGiven(filter.emailLike)) conditions.push(contains('email_folded', filter.emailLike));
  if (isGiven(filter.emailStartsWith))
    conditions.push(startsWith('email_folded', filter.emailStartsWith));
  if (isGiven(filter.firstNameStartsWith))
    conditions.push(startsWith('first_name_folded', filter.firstNameStartsWith));
  if (isGiven(filter.lastNameStartsWith))
    conditions.push(startsWith('last_name_folded', filter.lastNameStartsWith));
  const { firstNameOrLastNameStartsWith: anyName, idOrScreenNameStartsWith: shown } = filter;
  if (isGiven(anyName)) {
    conditions.push(
      eb.or([startsWith('first_name_folded', anyName), startsWith('last_name_folded', anyName)]),
    );
  }
  if (isGiven(shown)) {
    conditions.push(
      eb.or([startsWith('id_folded', shown), startsWith('screen_name_folded', shown)]),
    );
  }
  const { tagsMultiLikeOr, tagsMultiLikeAnd } = filter;
  if (isGiven(tagsMultiLikeOr))
    conditions.push(eb.or(itemsOf(tagsMultiLikeOr).map((tag) => contains('tags_folded', tag))));
  if (isGiven(tagsMultiLikeAnd))
    conditions.push(eb.and(itemsOf(tagsMultiLikeAnd).map((tag) => contains('tags_folded', tag))));
  return conditions;
}

/** What is sent empty asks for nothing. */
function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined && value !== '';
}

function contains(column: string, value: string): Condition {
  return like(column, `%${escaped(value)}%`);
}

function startsWith(column: string, value: string): Condition {
  return like(column, `${escaped(value)}%`);
}

function like(column: string, pattern: string): Condition {
  return sql<SqlBool>`${sql.ref(column)} like ${pattern} escape '\\'`;
}

function escaped(value: string): string {
  return value.toLowerCase().replace(/[\\%_]/g, '\\$&');
}

/** More than a page can show is a mistake, and databases limit the number of parameters. */
const MAX_ITEMS = 1000;

function itemsOf(csv: string): string[] {
  const items = csv.split(',').map((item) => item.trim());
  return items.filter((item) => item !== '').slice(0, MAX_ITEMS);
}

function numbersOf(csv: string): number[] {
  return itemsOf(csv).map(Number).filter(Number.isSafeInteger);
}

/** SQL has no empty list. */
function isIn(
  eb: Builder,
  column: 'id' | 'status' | 'type' | 'role_id',
  items: readonly (string | number)[],
): Condition {
  return items.length === 0 ? sql<SqlBool>`1 = 0` : eb(column, 'in', [...items] as never);
}
