import { randomInt } from 'node:crypto';

/** What of an entry's properties is kept, and what an update makes of them. */

/** Dates of -1 mean no date. */
const DATES = new Set(['startDate', 'endDate']);

/** Kept in a table of their own. */
const CATEGORIES = new Set(['categories', 'categoriesIds']);

/** Without nulls, empty texts and dates of -1. */
export function storable<Value extends object>(value: Value, notStored: readonly string[]): Value {
  const kept = Object.entries(withoutNulls(value)).filter(([name, each]) => {
    if (each === '') return name === 'userId';
    if (DATES.has(name) && Number(each) < 0) return false;
    if (CATEGORIES.has(name)) return false;
    return !notStored.includes(name);
  });
  return Object.fromEntries(kept) as Value;
}

/** On all levels. */
function withoutNulls(value: unknown): object {
  const text = JSON.stringify(value, (_name, each: unknown) => (each === null ? undefined : each));
  return JSON.parse(text) as object;
}

const BASE_36 = '0123456789abcdefghijklmnopqrstuvwxyz';

export function randomEntryId(): string {
  let id = '0_';
  for (let index = 0; index < 8; index++) id += BASE_36.charAt(randomInt(BASE_36.length));
  return id;
}

/** The name of an entry that comes without one. */
export function nameFor(partnerId: number, nowMs: number): string {
  return `${partnerId}_${Math.floor(nowMs / 1000)}`;
}
