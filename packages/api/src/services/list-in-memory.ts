import type { PagerValue } from '../schema/filter.ts';
import { pageOf } from './page.ts';

/** What a filter may ask of an item, by the stem of its properties: `nameLike` and `nameIn` ask for `name`. */
export type ListFields<Item> = {
  readonly [stem: string]: (item: Item) => string | number | null | undefined;
};

type FilterValue = { readonly orderBy?: string | null };

const PROPERTY =
  /^([a-zA-Z]+?)(Equal|In|NotIn|Like|MultiLikeOr|MultiLikeAnd|GreaterThan|GreaterThanOrEqual|LessThanOrEqual)$/;

/**
 * Lists of which an account has a handful, kept in memory: filtered, in the order that was asked for, page by page.
 * Properties of the filter that ask for no field are not looked at.
 */
export function listInMemory<Item>(
  items: readonly Item[],
  filter: FilterValue | null,
  pager: PagerValue | null,
  fields: ListFields<Item>,
): { readonly totalCount: number; readonly items: readonly Item[] } {
  const matching = items.filter((item) => matches(item, filter ?? {}, fields));
  const { limit, offset } = pageOf(pager);
  return {
    totalCount: matching.length,
    items: ordered(matching, filter?.orderBy ?? '', fields).slice(offset, offset + limit),
  };
}

export function matches<Item>(item: Item, filter: object, fields: ListFields<Item>): boolean {
  return Object.entries(filter).every(([name, wanted]) => {
    if (wanted === null || wanted === undefined || wanted === '') return true;
    const [, stem = '', ending = ''] = PROPERTY.exec(name) ?? [];
    const field = Object.hasOwn(fields, stem) ? fields[stem] : undefined;
    return field === undefined || fits(field(item) ?? '', ending, wanted);
  });
}

function fits(value: string | number, ending: string, wanted: unknown): boolean {
  const text = String(value);
  const items = itemsOf(String(wanted));
  switch (ending) {
    case 'Equal':
      return text === String(wanted);
    case 'In':
      return items.includes(text);
    case 'NotIn':
      return !items.includes(text);
    case 'Like':
      return contains(text, String(wanted));
    case 'MultiLikeOr':
      return items.some((item) => contains(text, item));
    case 'MultiLikeAnd':
      return items.every((item) => contains(text, item));
    case 'GreaterThan':
      return Number(value) > Number(wanted);
    case 'GreaterThanOrEqual':
      return Number(value) >= Number(wanted);
    default:
      return Number(value) <= Number(wanted);
  }
}

function ordered<Item>(
  items: readonly Item[],
  orderBy: string,
  fields: ListFields<Item>,
): readonly Item[] {
  const stem = orderBy.slice(1);
  const field = Object.hasOwn(fields, stem) ? fields[stem] : undefined;
  if (field === undefined) return items;
  const sign = orderBy.startsWith('-') ? -1 : 1;
  return items.toSorted((a, b) => sign * compare(field(a) ?? '', field(b) ?? ''));
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}

function contains(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}

function itemsOf(csv: string): readonly string[] {
  return csv
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
