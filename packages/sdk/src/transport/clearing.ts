import { isToken } from './result-token.ts';

type Params = Readonly<Record<string, unknown>>;

/**
 * Parameters as the server takes them: what is null inside an object is to be cleared, and that travels as `name__null`.
 * A parameter that is null itself is one that is not given.
 */
export function withClearing(params: Params): Params {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, cleared(value)]));
}

function cleared(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleared);
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) =>
      each === null ? [`${name}__null`, ''] : [name, cleared(each)],
    ),
  );
}

function isPlain(value: unknown): value is Params {
  if (typeof value !== 'object' || value === null || isToken(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
