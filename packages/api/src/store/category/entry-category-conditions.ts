import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { foldText } from '../fold-text.ts';
import { ALWAYS, type Condition, itemsOf, NEVER } from '../text-conditions.ts';
import { isBelow } from './category-filter.ts';
import { anyOf } from './entitled-condition.ts';

/** What filters of entries ask about categories. Only placements that are active count. */
export const CATEGORY_CONDITIONS: { readonly [property: string]: (value: string) => Condition } = {
  categoriesIdsMatchOr: (value) => isInOneOf(itemsOf(value).map(withId)),
  categoriesIdsMatchAnd: (value) => isInAllOf(itemsOf(value).map(withId)),
  categoriesIdsNotContains: (value) => not(isInOneOf(itemsOf(value).map(withId))),
  categoriesIdsEmpty: (value) => (value === 'true' ? not(isIn(ALWAYS)) : isIn(ALWAYS)),
  categoriesMatchOr: (value) => isInOneOf(itemsOf(value).map(withName)),
  categoriesMatchAnd: (value) => isInAllOf(itemsOf(value).map(withName)),
  categoriesNotContains: (value) => not(isInOneOf(itemsOf(value).map(withName))),
  categoriesFullNameIn: (value) => isInOneOf(itemsOf(value).map(withName)),
  categoryAncestorIdIn: (value) => isInOneOf(itemsOf(value).map(withAncestor)),
};

function isInOneOf(categories: readonly Condition[]): Condition {
  return categories.length === 0 ? NEVER : isIn(anyOf(categories));
}

function isInAllOf(categories: readonly Condition[]): Condition {
  if (categories.length === 0) return NEVER;
  return sql<SqlBool>`(${sql.join(categories.map(isIn), sql` and `)})`;
}

function isIn(category: Condition): Condition {
  return sql<SqlBool>`exists (
    select 1 from category_entry join category on category.id = category_entry.category_id
    where category_entry.entry_id = entry.id and category_entry.status = 2 and ${category})`;
}

function not(condition: Condition): Condition {
  return sql<SqlBool>`not (${condition})`;
}

/** What is no id is in no category. */
function withId(text: string): Condition {
  const id = Number(text);
  return Number.isSafeInteger(id) ? sql<SqlBool>`category.id = ${id}` : NEVER;
}

function withName(fullName: string): Condition {
  const name: RawBuilder<string> = sql`category.full_name_folded`;
  return sql<SqlBool>`${name} = ${foldText(fullName)}`;
}

/** The category itself, or one below it. */
function withAncestor(text: string): Condition {
  const id = Number(text);
  if (!Number.isSafeInteger(id)) return NEVER;
  return sql<SqlBool>`(category.id = ${id} or ${isBelow(id)})`;
}
