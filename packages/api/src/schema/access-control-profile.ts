import { Filter } from './filter.ts';
import {
  arrayOf,
  int,
  nullableBoolean,
  object,
  objectType,
  property,
  readOnly,
  subtype,
  text,
  time,
  type ValueOf,
} from './kinds.ts';

/** KalturaAccessControlProfile: from where and how entries may be played. */

export const Rule = objectType(
  'KalturaRule',
  { description: readOnly(text) },
  { about: 'A rule of an access control profile. No profile has any yet.' },
);

export const AccessControlProfile = objectType('KalturaAccessControlProfile', {
  id: readOnly(int),
  partnerId: readOnly(int),
  name: readOnly(text),
  systemName: readOnly(text),
  description: readOnly(text),
  createdAt: readOnly(time),
  updatedAt: readOnly(time),
  isDefault: readOnly(nullableBoolean),
  rules: readOnly(arrayOf(Rule)),
});

export const AccessControlProfileFilter = subtype(Filter, 'KalturaAccessControlProfileFilter', {
  idEqual: property(int),
  idIn: property(text),
  systemNameEqual: property(text),
  systemNameIn: property(text),
  createdAtGreaterThanOrEqual: property(time),
  createdAtLessThanOrEqual: property(time),
  updatedAtGreaterThanOrEqual: property(time),
  updatedAtLessThanOrEqual: property(time),
});

export const AccessControlProfileListResponse = objectType(
  'KalturaAccessControlProfileListResponse',
  {
    totalCount: readOnly(int),
    objects: readOnly(arrayOf(AccessControlProfile)),
  },
);

const filterKind = object(AccessControlProfileFilter);

export type AccessControlProfileFilterValue = ValueOf<typeof filterKind>;
