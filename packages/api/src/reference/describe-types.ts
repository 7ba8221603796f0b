import type { ReferenceEnum, ReferenceProperty, ReferenceType } from '@rostrum/contracts';
import type { Action, Actions } from '../catalog/action.ts';
import type { EnumType, Kind, ObjectType, Property } from '../schema/kinds.ts';
import { describeKind } from './describe-kind.ts';
import { filterSentence } from './filter-sentence.ts';

/** Every object type once, a base before what extends it, else by name. */
export function describeTypes(types: Iterable<ObjectType>): ReferenceType[] {
  const byName = [...types].sort((a, b) => compareNames(a.name, b.name));
  const ordered = new Set<ObjectType>();
  for (const type of byName) for (const step of lineOf(type)) ordered.add(step);
  return [...ordered].map(describeType);
}

/** Every enumeration that a parameter, a result or a property speaks of, by name. */
export function describeEnums(
  types: Iterable<ObjectType>,
  services: Iterable<Actions>,
): ReferenceEnum[] {
  const found = new Map<string, EnumType>();
  for (const kind of kindsOf(types, services)) {
    if (kind.kind === 'enum') found.set(kind.type.name, kind.type);
  }
  return [...found.values()].sort((a, b) => compareNames(a.name, b.name)).map(describeEnum);
}

/** A type after all those that it extends. */
function lineOf(type: ObjectType): ObjectType[] {
  return type.base === null ? [type] : [...lineOf(type.base), type];
}

function describeType(type: ObjectType): ReferenceType {
  const { name, base, isAbstract, about } = type;
  const properties = Object.entries(type.properties)
    // A type may say an inherited property anew, with other rules: that is its own then.
    .filter(([property, own]) => base?.properties[property] !== own)
    .map(([property, own]) => describeProperty(property, own, isFilter(type)));
  return { name, base: base?.name ?? null, isAbstract, about, properties };
}

function describeProperty(
  name: string,
  { kind, about = '', ...rules }: Property,
  isOfFilter: boolean,
): ReferenceProperty {
  const sentence = about === '' && isOfFilter ? filterSentence(name) : about;
  return { name, kind: describeKind(kind), about: sentence, ...rules };
}

function isFilter(type: ObjectType): boolean {
  return lineOf(type)[0]?.name === 'KalturaFilter';
}

function describeEnum({ name, values, valueNames }: EnumType): ReferenceEnum {
  return {
    name,
    values: values.map((value, index) => ({ name: valueNames[index] ?? String(value), value })),
  };
}

function* kindsOf(types: Iterable<ObjectType>, services: Iterable<Actions>): Iterable<Kind> {
  for (const type of types) for (const { kind } of Object.values(type.properties)) yield kind;
  for (const actions of services) {
    for (const action of Object.values(actions)) yield* kindsOfAction(action);
  }
}

function* kindsOfAction({ parameters, result }: Action): Iterable<Kind> {
  for (const { kind } of Object.values(parameters)) yield kind;
  if (result !== null && result.kind !== 'servedFile') yield result;
}

function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
