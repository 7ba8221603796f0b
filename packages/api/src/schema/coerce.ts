import { ApiError } from '../errors/api-error.ts';
import { MultiLingualString } from './base-entry.ts';
import type { EnumType, Kind, ObjectType } from './kinds.ts';
import { resolveObjectType } from './object-types.ts';
import { isRawObject, type Raw, type RawObject } from './parameters.ts';
import { UploadedFile } from './uploaded-file.ts';

export type CoercedValue =
  | string
  | number
  | boolean
  | null
  | UploadedFile
  | CoercedObject
  | readonly CoercedValue[];
export type CoercedObject = { readonly [name: string]: CoercedValue };

/**
 * Turns what arrived into the declared kind: clients in dynamic languages send every leaf as text. Null where the value
 * means "no value".
 *
 * @param name what the error calls it: a parameter's name or `Type::property`
 * @throws ApiError where the value can't be read as that kind
 */
export function coerce(kind: Kind, raw: Raw, name: string, nowSeconds: number): CoercedValue {
  if (raw === null) return null;
  switch (kind.kind) {
    case 'string':
      return toText(raw, name);
    case 'multilingual':
      return toSingleText(raw, name);
    case 'int':
      return toInteger(scalar(raw, name, 'a number'));
    case 'float':
      return toFloat(scalar(raw, name, 'a number'));
    case 'bool':
      return toBoolean(scalar(raw, name, 'true or false'));
    case 'nullableBoolean':
      return toNullableBoolean(scalar(raw, name, 'true or false'));
    case 'time':
      return toTime(toInteger(scalar(raw, name, 'a time in seconds')), nowSeconds);
    case 'enum':
      return toEnum(kind.type, scalar(raw, name, `one of ${kind.type.name}`), name);
    case 'object':
      return toObject(kind.type, raw, name, nowSeconds);
    case 'array':
      return toArray(kind.items, raw, name, nowSeconds);
    case 'file':
      return toFile(kind.maxBytes, raw, name);
  }
}

function toFile(maxBytes: number, raw: Raw, name: string): UploadedFile {
  if (!(raw instanceof UploadedFile)) {
    throw new ApiError('PROPERTY_VALIDATION_WRONG_FORMAT', name, 'a file in a multipart form');
  }
  if (raw.sizeBytes > maxBytes) throw new ApiError('FILE_SIZE_EXCEEDED', maxBytes);
  return raw;
}

type Scalar = string | number | boolean;

function scalar(raw: Raw, name: string, format: string): Scalar {
  if (typeof raw === 'object') throw new ApiError('PROPERTY_VALIDATION_WRONG_FORMAT', name, format);
  return raw;
}

function toText(raw: Raw, name: string): string {
  const value = scalar(raw, name, 'a text');
  const text = typeof value === 'boolean' ? (value ? '1' : '') : String(value);
  if (ILLEGAL_CHARACTER.test(text)) throw new ApiError('INVALID_PARAMETER_CHAR', name);
  return text;
}

/** What XML 1.0 can't carry, and so no client that speaks XML could ever read back. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ILLEGAL_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** A list of texts by language is kept as its default one, else its first. */
function toSingleText(raw: Raw, name: string): string {
  const items = listOf(raw);
  if (items === null) return toText(raw, name);
  const texts = items.filter(isRawObject);
  const chosen = texts.find((item) => item.language === 'default') ?? texts[0];
  return toText(chosen?.value ?? '', name);
}

function toInteger(value: Scalar): number {
  return Math.trunc(toFloat(value));
}

/** As PHP casts: the number that a text begins with, else 0. The word "Infinity" is none. */
function toFloat(value: Scalar): number {
  const number = typeof value === 'string' ? Number.parseFloat(value) : Number(value);
  if (Number.isNaN(number) || (typeof value === 'string' && INFINITY.test(value))) return 0;
  return Math.min(Math.max(number, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);
}

const INFINITY = /^\s*[+-]?inf/i;

function toBoolean(value: Scalar): boolean {
  if (typeof value !== 'string') return Boolean(value);
  return value !== '' && value !== '0' && value.toLowerCase() !== 'false';
}

function toNullableBoolean(value: Scalar): boolean | null {
  return value === -1 || value === '-1' ? null : toBoolean(value);
}

/** Ten years: no date that anybody means lies that close to 1970, so that such a number is an offset from now. */
const MAX_RELATIVE_SECONDS = 315_360_000;

/** 0 stays 0 (the beginning of time) and -1 stays -1 (no date). */
function toTime(seconds: number, nowSeconds: number): number {
  const isRelative = Math.abs(seconds) <= MAX_RELATIVE_SECONDS && seconds !== 0 && seconds !== -1;
  return isRelative ? nowSeconds + seconds : seconds;
}

function toEnum(type: EnumType, value: Scalar, name: string): number | string {
  const isInteger = typeof type.values[0] === 'number';
  const read = isInteger ? integerOfEnum(value) : String(value);
  if (!type.values.includes(read)) {
    throw new ApiError('INVALID_ENUM_VALUE', String(value), name, type.name);
  }
  return read;
}

function integerOfEnum(value: Scalar): number {
  if (typeof value === 'string' && /^(true|false)$/i.test(value)) {
    return value.toLowerCase() === 'true' ? 1 : 0;
  }
  return toInteger(value);
}

function toObject(declared: ObjectType, raw: Raw, name: string, nowSeconds: number): CoercedObject {
  if (!isRawObject(raw)) throw new ApiError('PROPERTY_VALIDATION_WRONG_FORMAT', name, 'an object');
  const type = resolveObjectType(declared, raw.objectType);
  if (type.isAbstract) throw new ApiError('OBJECT_TYPE_ABSTRACT', type.name);
  const result: { [name: string]: CoercedValue } = { objectType: type.name };
  const cleared: string[] = [];
  for (const sent of Object.keys(raw)) {
    const isCleared = sent.endsWith(NULL_SUFFIX);
    const propertyName = isCleared ? sent.slice(0, -NULL_SUFFIX.length) : sent;
    if (!Object.hasOwn(type.properties, propertyName)) continue;
    const kind = type.properties[propertyName]?.kind;
    const value = raw[sent];
    if (kind === undefined || value === undefined || value === null) continue;
    if (!isCleared) {
      const label = `${type.name}::${propertyName}`;
      result[propertyName] = coerce(kind, value, label, nowSeconds);
      if (kind.kind === 'multilingual' && typeof value === 'object') {
        result[`multiLingual_${propertyName}`] = toArray(
          MultiLingualString,
          value,
          label,
          nowSeconds,
        );
      }
    } else if (kind.kind !== 'array') {
      cleared.push(propertyName);
    }
  }
  // Whatever value came along with it.
  for (const propertyName of cleared) result[propertyName] = null;
  return result;
}

/** `description__null`, with any value, clears the description. */
const NULL_SUFFIX = '__null';

function toArray(
  items: ObjectType,
  raw: Raw,
  name: string,
  nowSeconds: number,
): readonly CoercedObject[] {
  const list = listOf(raw);
  if (list === null) throw new ApiError('PROPERTY_VALIDATION_WRONG_FORMAT', name, 'a list');
  return list.map((item, index) => toObject(items, item, `${name}:${index}`, nowSeconds));
}

/** A list, or an object whose keys number its items (`0`, `item1`); the key `-` stands for an empty one. */
function listOf(raw: Raw): readonly Raw[] | null {
  if (Array.isArray(raw)) return raw as readonly Raw[];
  if (!isRawObject(raw)) return null;
  return Object.keys(raw)
    .filter((key) => key !== '-')
    .map(toListKey)
    .sort((a, b) => (a.name === b.name ? a.number - b.number : a.name < b.name ? -1 : 1))
    .map(({ key }) => (raw as RawObject)[key] ?? null);
}

/** `item9` comes before `item10`. Taken apart once: a list may have as many keys as fit into a request. */
function toListKey(key: string) {
  let start = key.length;
  while (start > 0 && isDigit(key.charCodeAt(start - 1))) start--;
  return { key, name: key.slice(0, start), number: Number(key.slice(start)) };
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
