import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';

/** Conditions on texts, which both databases answer alike. */

export type Condition = Expression<SqlBool>;

/** Separated by commas; empty ones mean nothing. */
export function itemsOf(csv: string): string[] {
  const items = csv.split(',').map((item) => item.trim());
  return items.filter((item) => item !== '');
}

/**
 * Whether a part of the text is this one. Not `like`: of that, one database has its own idea of case, and a longest
 * pattern.
 */
export function contains(text: RawBuilder<string>, part: string): Condition {
  if (part === '') return ALWAYS;
  return sql<SqlBool>`replace(${text}, ${part}, '') <> ${text}`;
}

/** What free text asks for: one of the alternatives, of which all parts must occur. */
export function alternativesOf(freeText: string): readonly (readonly string[])[] {
  const text = freeText.trim();
  const [, phrase] = /^"([^"]+)"$/.exec(text) ?? [];
  if (phrase !== undefined) return [[phrase]];
  if (text.includes(',')) return itemsOf(text).map((item) => [item]);
  return [text.split(/\s+/).filter((word) => word !== '')];
}

export const ALWAYS: Condition = sql<SqlBool>`1 = 1`;
export const NEVER: Condition = sql<SqlBool>`1 = 0`;
