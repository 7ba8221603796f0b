import { Filter, FilterPager } from './filter.ts';
import {
  arrayOf,
  bool,
  enumOf,
  enumType,
  int,
  type ObjectType,
  object,
  objectType,
  type Properties,
  property,
  readOnly,
  subtype,
  text,
  time,
  type ValueOf,
} from './kinds.ts';

/** KalturaResponseProfile: which properties of its objects an answer has. */

export const ResponseProfileType = enumType('KalturaResponseProfileType', {
  INCLUDE_FIELDS: 1,
  EXCLUDE_FIELDS: 2,
});

export const ResponseProfileStatus = enumType('KalturaResponseProfileStatus', {
  DISABLED: 1,
  ENABLED: 2,
  DELETED: 3,
});

export const BaseResponseProfile = objectType(
  'KalturaBaseResponseProfile',
  {},
  { isAbstract: true },
);

export const ResponseProfileMapping = objectType(
  'KalturaResponseProfileMapping',
  {
    parentProperty: property(text, { maxLength: 255, about: 'Of the answered object: `id`.' }),
    filterProperty: property(text, {
      maxLength: 255,
      about: 'Of the filter, which gets its value: `objectIdEqual`.',
    }),
    allowNull: property(bool, {
      about: 'Whether an object without that value still has related objects.',
    }),
  },
  { about: 'How objects are found that are related to an answered one.' },
);

/** @param relatedProfiles a level below */
function detachedProfile<Own extends Properties>(relatedProfiles: ObjectType<Own>) {
  return subtype(
    BaseResponseProfile,
    'KalturaDetachedResponseProfile',
    {
      name: property(text, { maxLength: 255 }),
      type: property(enumOf(ResponseProfileType), {
        about:
          'Whether the fields are the only ones, or the ones left out; 1 where it says nothing.',
      }),
      fields: property(text, {
        maxLength: 10_000,
        about: 'Names of properties, separated by commas. Objects inside an object come whole.',
      }),
      filter: property(object(Filter), {
        about: 'Of a related profile: which objects. Its type says what is listed.',
      }),
      pager: property(object(FilterPager), { about: 'Of a related profile.' }),
      relatedProfiles: property(arrayOf(relatedProfiles), {
        about:
          'Each adds a list under its name to `relatedObjects` of every answered object; two levels at most.',
      }),
      mappings: property(arrayOf(ResponseProfileMapping), {
        about: 'Of a related profile: what the filter takes from the object above.',
      }),
    },
    { about: 'Which properties answered objects have, and what is answered along with them.' },
  );
}

/** What lies deeper than is answered. */
const TooDeepProfile = objectType('KalturaDetachedResponseProfile', { name: property(text) });
const SecondLevelProfile = detachedProfile(TooDeepProfile);
const FirstLevelProfile = detachedProfile(SecondLevelProfile);

export const DetachedResponseProfile = detachedProfile(FirstLevelProfile);

export const ResponseProfile = subtype(DetachedResponseProfile, 'KalturaResponseProfile', {
  id: readOnly(int),
  systemName: property(text, { minLength: 2, maxLength: 255, about: 'Unique in the account.' }),
  partnerId: readOnly(int),
  createdAt: readOnly(time),
  updatedAt: readOnly(time),
  status: readOnly(enumOf(ResponseProfileStatus)),
  version: readOnly(int),
});

export const ResponseProfileHolder = subtype(BaseResponseProfile, 'KalturaResponseProfileHolder', {
  id: property(int),
  systemName: property(text),
});

export const ResponseProfileBaseFilter = subtype(
  Filter,
  'KalturaResponseProfileBaseFilter',
  {
    idEqual: property(int),
    idIn: property(text),
    systemNameEqual: property(text),
    systemNameIn: property(text),
    createdAtGreaterThanOrEqual: property(time),
    createdAtLessThanOrEqual: property(time),
    updatedAtGreaterThanOrEqual: property(time),
    updatedAtLessThanOrEqual: property(time),
    statusEqual: property(enumOf(ResponseProfileStatus)),
    statusIn: property(text),
  },
  { isAbstract: true },
);

export const ResponseProfileFilter = subtype(
  ResponseProfileBaseFilter,
  'KalturaResponseProfileFilter',
  {},
);

export const ResponseProfileListResponse = objectType('KalturaResponseProfileListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(ResponseProfile)),
});

const detachedKind = object(DetachedResponseProfile);
const profileKind = object(ResponseProfile);
const holderKind = object(ResponseProfileHolder);
const filterKind = object(ResponseProfileFilter);

export type DetachedResponseProfileValue = ValueOf<typeof detachedKind>;
export type ResponseProfileValue = ValueOf<typeof profileKind>;
export type ResponseProfileHolderValue = ValueOf<typeof holderKind>;
export type ResponseProfileFilterValue = ValueOf<typeof filterKind>;
