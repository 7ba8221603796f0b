import * as accessControlProfiles from './access-control-profile.ts';
import * as categories from './category.ts';
import * as categoryFilters from './category-filters.ts';
import * as conversionProfiles from './conversion-profile.ts';
import * as flavorParams from './flavor-params.ts';
import type { ObjectType } from './kinds.ts';
import * as entries from './live-stream-entry.ts';
import * as filters from './live-stream-filter.ts';
import * as results from './result-types.ts';

/** All object types by their name in lower case, so that `objectType` finds them however it is spelt. */
export const objectTypes: ReadonlyMap<string, ObjectType> = new Map(
  [
    entries,
    filters,
    results,
    accessControlProfiles,
    conversionProfiles,
    flavorParams,
    categories,
    categoryFilters,
  ]
    .flatMap((module) => Object.values<ObjectType | number>(module))
    .filter((value) => typeof value === 'object')
    .map((type) => [type.name.toLowerCase(), type]),
);

/** The type that a client named, if it is the declared one or one of its subclasses; otherwise the declared one. */
export function resolveObjectType(declared: ObjectType, name: unknown): ObjectType {
  const named = typeof name === 'string' ? objectTypes.get(name.toLowerCase()) : undefined;
  return named !== undefined && isOrExtends(named, declared) ? named : declared;
}

function isOrExtends(type: ObjectType, ancestor: ObjectType): boolean {
  for (let step: ObjectType | null = type; step !== null; step = step.base) {
    if (step === ancestor) return true;
  }
  return false;
}
