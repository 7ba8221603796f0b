import { type Expression, type SqlBool, sql } from 'kysely';

/**
 * Filters of the simple lists as SQL. A property of a filter is a stem and an ending (`nameLike`, `idIn`): the table says
 * which column the stem means, the ending what is asked of it.
 */
export type FilterColumn = {
  /** With its table's name: `ui_conf.name`. */
  readonly column: string;
  readonly kind: 'text' | 'number' | 'time-ms';
  /** The column in lower case, for the endings that look for a part of the text. */
  readonly folded?: string;
};

export type FilterColumns = { readonly [stem: string]: FilterColumn };

type Condition = Expression<SqlBool>;

const PROPERTY =
  /^([a-zA-Z0-9]+?)(Equal|NotEqual|In|NotIn|Like|MultiLikeOr|MultiLikeAnd|GreaterThanOrEqual|LessThanOrEqual)$/;

/** What is unknown, null or an object is not looked at. */
export function conditionsOf(filter: object, columns: FilterColumns): readonly Condition[] {
  const conditions: Condition[] = [];
  for (const [name, value] of Object.entries(filter)) {
    if (value === null || value === undefined || typeof value === 'object') continue;
    const [, stem = '', ending = ''] = PROPERTY.exec(name) ?? [];
    const column = Object.hasOwn(columns, stem) ? columns[stem] : undefined;
    const condition = column === undefined ? null : conditionOf(column, ending, value);
    if (condition !== null) conditions.push(condition);
  }
  return conditions;
}

/** All of them; true where there are none. */
export function allOf(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return sql<SqlBool>`1 = 1`;
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

/**
 * The column and the direction that `+field` or `-field` asks for; of several, separated by commas, the first that is
 * known.
 *
 * @returns undefined where none of them is one of the columns
 */
export function orderOf(
  orderBy: string | null | undefined,
  columns: { readonly [field: string]: string },
): { readonly column: string; readonly direction: 'asc' | 'desc' } | undefined {
  for (const term of (orderBy ?? '').split(',')) {
    const [, sign, field = ''] = /^([+-]?)(\w+)$/.exec(term.trim()) ?? [];
    const column = Object.hasOwn(columns, field) ? columns[field] : undefined;
    if (column !== undefined) return { column, direction: sign === '-' ? 'desc' : 'asc' };
  }
  return undefined;
}

function conditionOf(
  column: FilterColumn,
  ending: string,
  value: string | number | boolean,
): Condition | null {
  const reference = sql.ref(column.column);
  switch (ending) {
    case 'Equal':
      return sql<SqlBool>`${reference} = ${valueFor(column, value)}`;
    case 'NotEqual':
      return sql<SqlBool>`${reference} <> ${valueFor(column, value)}`;
    case 'In':
      return isIn(column, itemsOf(String(value)));
    case 'NotIn':
      return sql<SqlBool>`not (${isIn(column, itemsOf(String(value)))})`;
    case 'GreaterThanOrEqual':
      return sql<SqlBool>`${reference} >= ${valueFor(column, value)}`;
    case 'LessThanOrEqual':
      return column.kind === 'time-ms'
        ? // A second includes all of its milliseconds.
          sql<SqlBool>`${reference} < ${numberOf((Number(value) + 1) * 1000)}`
        : sql<SqlBool>`${reference} <= ${valueFor(column, value)}`;
    default:
      return partCondition(column, ending, String(value));
  }
}

function partCondition({ folded }: FilterColumn, ending: string, value: string): Condition | null {
  if (folded === undefined) return null;
  if (ending === 'Like') return contains(folded, value);
  const items = itemsOf(value).map((item) => contains(folded, item));
  if (ending === 'MultiLikeAnd') return allOf(items);
  if (items.length === 0) return sql<SqlBool>`1 = 0`;
  return sql<SqlBool>`(${sql.join(items, sql` or `)})`;
}

function valueFor({ kind }: FilterColumn, value: string | number | boolean): Expression<unknown> {
  if (kind === 'text') return sql`${String(value)}`;
  return numberOf(kind === 'time-ms' ? Number(value) * 1000 : Number(value));
}

/** PostgreSQL takes a bare number for what its column holds, and refuses one that is too large for that. */
function numberOf(value: number): Expression<number> {
  return sql<number>`cast(${value} as bigint)`;
}

function contains(folded: string, value: string): Condition {
  const pattern = `%${value.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return sql<SqlBool>`${sql.ref(folded)} like ${pattern} escape '\\'`;
}

/** SQL has no empty list. */
function isIn({ column, kind }: FilterColumn, items: readonly string[]): Condition {
  const values =
    kind === 'text'
      ? items.map((item) => sql`${item}`)
      : items.map(Number).filter(Number.isSafeInteger).map(numberOf);
  if (values.length === 0) return sql<SqlBool>`1 = 0`;
  return sql<SqlBool>`${sql.ref(column)} in (${sql.join(values)})`;
}

/** More than a page can show is a mistake, and databases limit the number of parameters. */
const MAX_ITEMS = 1000;

function itemsOf(csv: string): readonly string[] {
  const items = csv.split(',').map((item) => item.trim());
  return items.filter((item) => item !== '').slice(0, MAX_ITEMS);
}
