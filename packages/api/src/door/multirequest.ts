import { ApiError } from '../errors/api-error.ts';
import {
  emptyRawObject,
  isRawObject,
  type MutableRawObject,
  type Raw,
  type RawObject,
} from '../schema/parameters.ts';

/** Several calls in one request; later ones may use what earlier ones answered. */

export function isMultirequest(parameters: RawObject): boolean {
  return (
    typeof parameters.service === 'string' && parameters.service.toLowerCase() === 'multirequest'
  );
}

/** More than any client sends at once. */
const MAX_REQUESTS = 200;

/** What each call inherits where it does not say it itself. */
const COMMON = ['clientTag', 'ks', 'partnerId', 'p'] as const;

/**
 * The calls in their order. They are numbered from 0 or from 1; the first number without a service and an action ends
 * the list.
 *
 * @throws ApiError REQUEST_TOO_LARGE
 */
export function splitMultirequest(parameters: RawObject): readonly RawObject[] {
  const numbers = Object.keys(parameters)
    .filter((key) => /^\d{1,6}$/.test(key))
    .map(Number);
  const requests: RawObject[] = [];
  for (let number = Math.min(1, ...numbers); ; number++) {
    const request = parameters[String(number)];
    if (!isRawObject(request) || !request.service || !request.action) return requests;
    if (requests.length === MAX_REQUESTS) {
      throw new ApiError('REQUEST_TOO_LARGE', `${MAX_REQUESTS} calls in one multirequest`);
    }
    requests.push(withCommon(request, parameters));
  }
}

/**
 * Puts results in the place of tokens: `{1:result}`, `{1:result:objects:0:id}`. The first call is 1, whatever number it
 * was sent under. Only a value that is nothing but the token counts; what is not there becomes an empty text.
 */
export function replaceTokens(request: RawObject, results: readonly unknown[]): RawObject {
  return replaced(request, { results, found: new Map() }, 0) as RawObject;
}

/** A token that comes again and again is looked up once: one of `_all` walks through a whole list. */
type Lookup = { readonly results: readonly unknown[]; readonly found: Map<string, Raw> };

const TOKEN = /^\{(\d{1,6}):result((?::[^:{}]+)*)\}$/;

/** Results go in as they are, so that the depth of a request bounds this. */
const MAX_DEPTH = 32;

function replaced(value: Raw, lookup: Lookup, depth: number): Raw {
  if (depth > MAX_DEPTH) return value;
  if (typeof value === 'string') return value.startsWith('{') ? lookUp(value, lookup) : value;
  if (Array.isArray(value)) return value.map((item) => replaced(item, lookup, depth + 1));
  if (!isRawObject(value)) return value;
  const copy = emptyRawObject();
  for (const name of Object.keys(value))
    copy[name] = replaced(value[name] ?? null, lookup, depth + 1);
  return copy;
}

function lookUp(text: string, { results, found }: Lookup): Raw {
  const known = found.get(text);
  if (known !== undefined) return known;
  const match = TOKEN.exec(text);
  if (match === null) return text;
  const [, number = '', path = ''] = match;
  const value = pick(results[Number(number) - 1], path.split(':').slice(1));
  found.set(text, value);
  return value;
}

function pick(result: unknown, steps: readonly string[]): Raw {
  const [step, ...rest] = steps;
  if (step === undefined) return isRaw(result) ? result : '';
  if (step === '_all' && Array.isArray(result)) {
    // The comma at the end is part of what clients expect.
    return result.map((item) => `${String(pick(item, rest))},`).join('');
  }
  const isObject = typeof result === 'object' && result !== null && !(result instanceof Error);
  if (!isObject || !Object.hasOwn(result, step)) return '';
  return pick((result as { readonly [name: string]: unknown })[step], rest);
}

function isRaw(value: unknown): value is Raw {
  return value !== undefined && value !== null && !(value instanceof Error);
}

/** With what it inherits from the whole. */
export function withCommon(request: RawObject, parameters: RawObject): RawObject {
  const result: MutableRawObject = Object.assign(emptyRawObject(), request);
  for (const name of COMMON) {
    const value = parameters[name];
    if (result[name] === undefined && value !== undefined) result[name] = value;
  }
  return result;
}
