import { ApiError } from '../errors/api-error.ts';
import { BaseEntryFilter } from '../schema/base-entry-filter.ts';
import { type CoercedObject, type CoercedValue, coerce } from '../schema/coerce.ts';
import type { ObjectType } from '../schema/kinds.ts';
import { isOrExtends, objectTypes } from '../schema/object-types.ts';
import { pageOf } from '../services/page.ts';
import { ProfiledObject } from './profiled-object.ts';
import type { AnswerProfile, FieldSelection, Mapping, RelatedProfile } from './response-profile.ts';

/** Something that can be listed by a filter of some type. */
export interface RelatedLists {
  /** @throws ApiError where nothing is listed by such a filter, or this session may not list it */
  refuseUnlisted(filterType: ObjectType): void;
  /** The type of what `list` answers. */
  listTypeOf(filterType: ObjectType): string;
  list(filter: CoercedObject, pager: object): Promise<RelatedList>;
}

export type RelatedList = {
  readonly objectType: string;
  readonly totalCount: number;
  readonly objects: readonly object[];
};

/** How many lists one call may come to. */
const MAX_LISTS = 100;
const WHOLE_PAGE = 500;

/**
 * Before the action, which may change something: whether what a profile asks for can be answered.
 *
 * @throws ApiError
 */
export function refuseUnanswerable(lists: RelatedLists, { related }: AnswerProfile): void {
  for (const profile of related) {
    const type = filterTypeOf(profile);
    lists.refuseUnlisted(type);
    for (const { filterProperty } of profile.mappings) {
      if (!Object.hasOwn(type.properties, filterProperty)) {
        const label = 'KalturaResponseProfileMapping::filterProperty';
        throw new ApiError('PROPERTY_VALIDATION_WRONG_FORMAT', label, `a property of ${type.name}`);
      }
    }
    refuseUnanswerable(lists, profile);
  }
}

/**
 * An answer as a profile wants it. It applies to objects, to lists of them, and to the objects of a list response; what is
 * inside an object stays whole.
 */
export async function shapeAnswer(
  lists: RelatedLists,
  result: unknown,
  profile: AnswerProfile,
): Promise<unknown> {
  const run = new RelatedRun(lists);
  const related = await run.relatedTo(objectsOf(result), profile.related);
  return shaped(result, profile.selection, related);
}

/** List responses by the objects that they are related to. */
type Related = ReadonlyMap<object, { readonly [name: string]: object }>;

/** The lists of one call, which are counted. */
class RelatedRun {
  readonly #lists: RelatedLists;
  #count = 0;

  constructor(lists: RelatedLists) {
    this.#lists = lists;
  }

  async relatedTo(
    objects: readonly object[],
    profiles: readonly RelatedProfile[],
  ): Promise<Related> {
    const found = new Map<object, { [name: string]: object }>();
    if (objects.length === 0) return found;
    for (const profile of profiles) {
      const answers = await this.#listsFor(objects, profile);
      const below = await this.relatedTo(
        [...answers.values()].flatMap(({ objects: each }) => each),
        profile.related,
      );
      for (const [object, list] of answers) {
        const shown = { ...list, objects: shaped(list.objects, profile.selection, below) };
        found.set(object, { ...found.get(object), [profile.name]: shown });
      }
    }
    return found;
  }

  async #listsFor(objects: readonly object[], profile: RelatedProfile) {
    const [mapping, ...others] = profile.mappings;
    const asked = mapping && others.length === 0 ? severalAtOnce(profile, mapping) : null;
    if (mapping !== undefined && asked !== null) {
      const together = await this.#listedTogether(objects, profile, mapping, asked);
      if (together !== null) return together;
    }
    const answers = new Map<object, RelatedList>();
    for (const object of objects) answers.set(object, await this.#listedFor(object, profile));
    return answers;
  }

  /** All that belongs to any of the objects, fetched at once and dealt out. */
  async #listedTogether(
    objects: readonly object[],
    { filter, pager }: RelatedProfile,
    { parentProperty }: Mapping,
    { filterProperty, property }: SeveralAtOnce,
  ): Promise<ReadonlyMap<object, RelatedList> | null> {
    const textOf = (object: object) => String(propertyOf(object, parentProperty) ?? '');
    const values = [...new Set(objects.map(textOf))].filter((value) => value !== '');
    const byValue = new Map<string, object[]>();
    for (let start = 0; start < values.length; start += WHOLE_PAGE) {
      const some = values.slice(start, start + WHOLE_PAGE).join(',');
      for (let pageIndex = 1; ; pageIndex++) {
        const page = { pageSize: WHOLE_PAGE, pageIndex };
        const list = await this.#list({ ...filter, [filterProperty]: some }, page);
        for (const each of list.objects) {
          const value = propertyOf(each, property);
          // The session is not told what would be needed to deal it out.
          if (value === undefined) return null;
          const own = byValue.get(String(value));
          if (own === undefined) byValue.set(String(value), [each]);
          else own.push(each);
        }
        if (list.totalCount <= pageIndex * WHOLE_PAGE) break;
      }
    }
    const { objectType } = this.#emptyList(filter);
    const { limit, offset } = pageOf(pager ?? { pageSize: WHOLE_PAGE });
    return new Map(
      objects.map((object) => {
        const own = byValue.get(textOf(object)) ?? [];
        const shown = own.slice(offset, offset + limit);
        return [object, { objectType, totalCount: own.length, objects: shown }];
      }),
    );
  }

  async #listedFor(
    object: object,
    { filter, pager, mappings }: RelatedProfile,
  ): Promise<RelatedList> {
    const asked: { [name: string]: CoercedValue } = { ...filter };
    const { properties } = filterTypeOf({ filter });
    for (const { parentProperty, filterProperty, allowsNull } of mappings) {
      const value = propertyOf(object, parentProperty);
      const kind = properties[filterProperty]?.kind;
      if (value === null || value === undefined || kind === undefined) {
        if (!allowsNull) return this.#emptyList(filter);
        continue;
      }
      asked[filterProperty] = coerce(kind, String(value), filterProperty, 0);
    }
    return this.#list(asked, pager ?? { pageSize: WHOLE_PAGE });
  }

  #emptyList(filter: CoercedObject): RelatedList {
    const objectType = this.#lists.listTypeOf(filterTypeOf({ filter }));
    return { objectType, totalCount: 0, objects: [] };
  }

  #list(filter: CoercedObject, pager: object): Promise<RelatedList> {
    if (++this.#count > MAX_LISTS) {
      throw new ApiError(
        'REQUEST_TOO_LARGE',
        `${MAX_LISTS} lists of related objects: ask for smaller pages`,
      );
    }
    return this.#lists.list(filter, pager);
  }
}

type SeveralAtOnce = {
  /** The filter's property that takes several values. */
  readonly filterProperty: string;
  /** The property of what is found that tells to which of them it belongs. */
  readonly property: string;
};

/** Whether one list can ask for what belongs to several objects. */
function severalAtOnce(
  profile: RelatedProfile,
  { filterProperty, allowsNull }: Mapping,
): SeveralAtOnce | null {
  const type = filterTypeOf(profile);
  // What a list of entries leaves out depends on how they are asked for.
  if (allowsNull || isOrExtends(type, BaseEntryFilter)) return null;
  const [, property] = /^(\w+)Equal$/.exec(filterProperty) ?? [];
  const several = `${property}In`;
  if (property === undefined || !Object.hasOwn(type.properties, several)) return null;
  if (profile.filter[several] !== undefined) return null;
  return { filterProperty: several, property };
}

function filterTypeOf({ filter }: Pick<RelatedProfile, 'filter'>): ObjectType {
  const type = objectTypes.get(String(filter.objectType).toLowerCase());
  if (type === undefined) throw new TypeError(`There is no type ${String(filter.objectType)}`);
  return type;
}

function shaped(result: unknown, selection: FieldSelection | null, related: Related): unknown {
  if (Array.isArray(result)) return result.map((item) => shaped(item, selection, related));
  if (!isTyped(result)) return result;
  if (isList(result)) {
    return { ...result, objects: shaped(result.objects, selection, related) };
  }
  const relatedObjects = related.get(result);
  const added = relatedObjects === undefined ? {} : { relatedObjects };
  if (selection === null) return { ...result, ...added };
  const { isIncluding, fields } = selection;
  const kept = Object.entries(result).filter(([name]) => fields.has(name) === isIncluding);
  return new ProfiledObject(result.objectType, { ...Object.fromEntries(kept), ...added });
}

/** Whatever a profile applies to. */
function objectsOf(result: unknown): readonly object[] {
  if (Array.isArray(result)) return result.flatMap(objectsOf);
  if (!isTyped(result)) return [];
  return isList(result) ? objectsOf(result.objects) : [result];
}

function propertyOf(object: object, name: string): unknown {
  return Object.hasOwn(object, name) ? (object as { [name: string]: unknown })[name] : undefined;
}

function isList(result: object): result is object & { readonly objects: unknown } {
  return 'totalCount' in result && 'objects' in result;
}

function isTyped(value: unknown): value is object & { readonly objectType: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'objectType' in value &&
    typeof value.objectType === 'string'
  );
}
