import { ApiError } from '../errors/api-error.ts';
import { objectTypes } from '../schema/object-types.ts';
import { errorObject } from './error-object.ts';

/**
 * PHP's own serialisation, as `unserialize` reads it: objects under the name of their type, lists and maps as arrays,
 * lengths in bytes. Properties without a value are left out; errors are arrays.
 */
export function toPhp(value: unknown): string {
  if (value === null || value === undefined) return 'N;';
  switch (typeof value) {
    case 'boolean':
      return value ? 'b:1;' : 'b:0;';
    case 'number':
      return Number.isSafeInteger(value) ? `i:${value};` : phpFloat(value);
    case 'object':
      if (value instanceof ApiError) return phpArray(errorObject(value));
      if (Array.isArray(value)) return phpList(value);
      return 'objectType' in value ? phpObject(value) : phpArray(value);
    default:
      return phpString(String(value));
  }
}

function phpString(value: string): string {
  const text = value.toWellFormed();
  return `s:${Buffer.byteLength(text)}:"${text}";`;
}

function phpFloat(value: number): string {
  if (Number.isNaN(value)) return 'd:NAN;';
  if (!Number.isFinite(value)) return value > 0 ? 'd:INF;' : 'd:-INF;';
  return `d:${value};`;
}

function phpList(values: readonly unknown[]): string {
  const items = values.map((item, index) => `i:${index};${toPhp(item)}`);
  return `a:${items.length}:{${items.join('')}}`;
}

/** A name that is a whole number is a number to PHP too: its arrays know no other. */
function phpArray(value: object): string {
  const items = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([name, item]) => {
      const key = /^(0|-?[1-9]\d{0,14})$/.test(name) ? `i:${name};` : phpString(name);
      return key + toPhp(item);
    });
  return `a:${items.length}:{${items.join('')}}`;
}

function phpObject(value: object & { readonly objectType?: unknown }): string {
  const name = String(value.objectType);
  const declared = objectTypes.get(name.toLowerCase())?.properties;
  const items = Object.entries(value)
    .filter(([, item]) => item !== undefined && item !== null)
    .map(([property, item]) => {
      const isFloat = declared?.[property]?.kind.kind === 'float' && typeof item === 'number';
      return phpString(property) + (isFloat ? phpFloat(item) : toPhp(item));
    });
  return `O:${Buffer.byteLength(name)}:"${name}":${items.length}:{${items.join('')}}`;
}
