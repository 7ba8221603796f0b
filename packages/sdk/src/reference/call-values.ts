import type { ReferenceAction, ReferenceEnum, ReferenceKind } from '@rostrum/contracts';

/** What the form holds for a parameter or property: undefined is not sent, null clears a property. */
export type CallValue = string | number | boolean | null | undefined | File | CallObject | CallList;
export type CallObject = { readonly [name: string]: CallValue };
export type CallList = readonly CallValue[];

export function isCallObject(value: unknown): value is CallObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof File)
  );
}

/** What the form starts with: the example, and nothing where the example has only a stand-in for a secret. */
export function firstValues(action: ReferenceAction): CallObject {
  return Object.fromEntries(
    Object.entries(action.example).map(([name, value]) => [
      name,
      isSecretName(name) ? undefined : (value as CallValue),
    ]),
  );
}

/** A value of a kind, for a property or list item that has just been added. */
export function emptyValue(kind: ReferenceKind, concreteType: string | undefined): CallValue {
  switch (kind.kind) {
    case 'object':
      return { objectType: concreteType ?? kind.type };
    case 'array':
      return [];
    case 'bool':
    case 'nullableBoolean':
      return true;
    case 'string':
    case 'multilingual':
      return '';
    default:
      return undefined;
  }
}

/** What somebody typed, as its kind is sent. What is no number is sent as it is: the server's answer is part of what is tried. */
export function typedValue({ kind }: ReferenceKind, text: string): CallValue {
  if (kind === 'string' || kind === 'multilingual') return text;
  if (text === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** What somebody chose from a menu: a value of the enumeration, or else `true`, `false` or `-1`. */
export function chosenValue(text: string, type: ReferenceEnum | undefined): CallValue {
  if (text === '') return undefined;
  if (type !== undefined) return type.values.find(({ value }) => String(value) === text)?.value;
  return text === '-1' ? -1 : text === 'true';
}

/** Parameters as they are sent: what is not set is left out, what is cleared travels as `name__null`. */
export function toRequest(values: CallObject): { readonly [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
      if (value === undefined || value instanceof File) return [];
      if (value === null) return [[`${name}__null`, '']];
      return [[name, toSent(value)]];
    }),
  );
}

/** The files among the parameters, by name. */
export function filesOf(values: CallObject): readonly [name: string, file: File][] {
  return Object.entries(values).filter(
    (entry): entry is [string, File] => entry[1] instanceof File,
  );
}

/** What a page must not show in plain text. */
export function isSecretName(name: string): boolean {
  return /secret|password|^ks$|^token$|tokenHash|^otp$/i.test(name);
}

function toSent(value: CallValue): unknown {
  if (Array.isArray(value)) return value.map(toSent);
  return isCallObject(value) ? toRequest(value) : value;
}
