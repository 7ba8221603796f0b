import { ApiError } from '../errors/api-error.ts';
import {
  emptyRawObject,
  isRawObject,
  type MutableRawObject,
  type Raw,
  type RawObject,
} from '../schema/parameters.ts';

/** Nesting that no honest request reaches. */
const MAX_DEPTH = 24;

/**
 * `filter:nameLike` and `filter[nameLike]` mean `{filter: {nameLike}}`, on every level, also beside an object of that
 * name. Lists may be written as objects whose keys number the items (`items:0:id`, `items:item0:id`), and `items[]` is
 * the next item.
 *
 * @throws ApiError MALFORMED_REQUEST where it is nested too deep
 */
export function expandNames(flat: RawObject): RawObject {
  return hasNestedName(flat, 0) ? expandObject(flat) : flat;
}

/** The same for names and values in their order, of which a form may have several of one name. */
export function expandPairs(pairs: Iterable<readonly [string, Raw]>): RawObject {
  const result = emptyRawObject();
  const counts: ItemCounts = new Map();
  for (const [name, value] of pairs) {
    if (isNested(name)) setNested(result, stepsOf(name), value, counts);
    else put(result, name, value);
  }
  return result;
}

/** `1:filter[nameLike]` -> `1`, `filter`, `nameLike`. */
export function stepsOf(name: string): string[] {
  const steps = name.replaceAll(']', '').split(/[:[]/);
  if (steps.length > MAX_DEPTH) throw tooDeep();
  return steps;
}

/** Puts what a later source says over what is there, level by level. The source stays as it is. */
export function mergeInto(target: MutableRawObject, source: RawObject): void {
  for (const name of Object.keys(source)) {
    target[name] = merged(target[name], source[name] ?? null);
  }
}

function merged(before: Raw | undefined, value: Raw): Raw {
  if (!isRawObject(value)) return value;
  const earlier = numbered(before);
  if (earlier === null) return value;
  const result = Object.assign(emptyRawObject(), earlier);
  mergeInto(result, value);
  return result;
}

/** Looks through everything, because names are nested on every level; most requests have none and stay as they are. */
function hasNestedName(value: Raw, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth > MAX_DEPTH) throw tooDeep();
  let isFound = false;
  if (Array.isArray(value)) {
    for (const item of value) isFound = hasNestedName(item, depth + 1) || isFound;
  } else if (isRawObject(value)) {
    for (const name of Object.keys(value)) {
      isFound = hasNestedName(value[name] ?? null, depth + 1) || isNested(name) || isFound;
    }
  }
  return isFound;
}

/** A copy in which every object may be changed. */
function expand(value: Raw): Raw {
  if (Array.isArray(value)) return value.map(expand);
  return isRawObject(value) ? expandObject(value) : value;
}

function expandObject(flat: RawObject): RawObject {
  return expandPairs(Object.keys(flat).map((name) => [name, expand(flat[name] ?? null)]));
}

function isNested(name: string): boolean {
  return name.includes(':') || name.includes('[');
}

/** How many items each list has been given as `[]`. */
type ItemCounts = Map<MutableRawObject, number>;

/**
 * In place, because everything here is a copy already: copying what is there for each name would make a request of many
 * names for one object cost its square.
 */
function put(target: MutableRawObject, name: string, value: Raw): void {
  const before = isRawObject(value) ? numbered(target[name]) : null;
  if (before === null || !isRawObject(value)) {
    target[name] = value;
    return;
  }
  target[name] = before;
  for (const inner of Object.keys(value)) put(before, inner, value[inner] ?? null);
}

function setNested(
  root: MutableRawObject,
  steps: readonly string[],
  value: Raw,
  counts: ItemCounts,
): void {
  let target = root;
  for (const step of steps.slice(0, -1)) {
    const key = keyOf(target, step, counts);
    const inner = numbered(target[key]) ?? emptyRawObject();
    target[key] = inner;
    target = inner;
  }
  put(target, keyOf(target, steps.at(-1) ?? '', counts), value);
}

function keyOf(target: MutableRawObject, step: string, counts: ItemCounts): string {
  if (step !== '') return step;
  const count = counts.get(target) ?? 0;
  counts.set(target, count + 1);
  return String(count);
}

/** An object as it is, a list as an object with numbers for names; null for everything else. */
function numbered(value: Raw | undefined): MutableRawObject | null {
  if (Array.isArray(value)) return Object.assign(emptyRawObject(), value);
  return isRawObject(value) ? (value as MutableRawObject) : null;
}

function tooDeep(): ApiError {
  return new ApiError('MALFORMED_REQUEST', 'the parameters are nested too deep');
}
