import {
  AppearInListType,
  CategoryEntryStatus,
  CategoryStatus,
  CategoryUserPermissionLevel,
  CategoryUserStatus,
  ContributionPolicyType,
  InheritanceType,
  PrivacyType,
  UpdateMethodType,
} from './category-enums.ts';
import { Filter } from './filter.ts';
import {
  bool,
  enumOf,
  int,
  nullableBoolean,
  object,
  property,
  subtype,
  text,
  time,
  type ValueOf,
} from './kinds.ts';

/** How categories, entries in them and their members are found. */

export const CategoryFilter = subtype(Filter, 'KalturaCategoryFilter', {
  idEqual: property(int),
  idIn: property(text),
  idNotIn: property(text),
  parentIdEqual: property(int),
  parentIdIn: property(text),
  depthEqual: property(int),
  fullNameEqual: property(text),
  fullNameStartsWith: property(text),
  fullNameIn: property(text),
  fullNameStartsWithIn: property(text),
  fullIdsEqual: property(text),
  fullIdsStartsWith: property(text),
  fullIdsMatchOr: property(text, {
    about: 'Full ids, comma-separated: these categories and those below.',
  }),
  createdAtGreaterThanOrEqual: property(time),
  createdAtLessThanOrEqual: property(time),
  updatedAtGreaterThanOrEqual: property(time),
  updatedAtLessThanOrEqual: property(time),
  tagsLike: property(text),
  tagsMultiLikeOr: property(text),
  tagsMultiLikeAnd: property(text),
  appearInListEqual: property(enumOf(AppearInListType)),
  privacyEqual: property(enumOf(PrivacyType)),
  privacyIn: property(text),
  inheritanceTypeEqual: property(enumOf(InheritanceType)),
  inheritanceTypeIn: property(text),
  referenceIdEqual: property(text),
  referenceIdEmpty: property(nullableBoolean),
  contributionPolicyEqual: property(enumOf(ContributionPolicyType)),
  membersCountGreaterThanOrEqual: property(int),
  membersCountLessThanOrEqual: property(int),
  pendingMembersCountGreaterThanOrEqual: property(int),
  pendingMembersCountLessThanOrEqual: property(int),
  privacyContextEqual: property(text),
  statusEqual: property(enumOf(CategoryStatus)),
  statusIn: property(text),
  inheritedParentIdEqual: property(int),
  inheritedParentIdIn: property(text),
  partnerSortValueGreaterThanOrEqual: property(int),
  partnerSortValueLessThanOrEqual: property(int),
  freeText: property(text, {
    about: 'A part of the full name, tags, description or reference id.',
  }),
  membersIn: property(text, { about: 'User ids: categories that one of them is a member of.' }),
  memberEqual: property(text),
  managerEqual: property(text),
  nameOrReferenceIdStartsWith: property(text),
  ancestorIdIn: property(text, { about: 'Ids: the categories below these.' }),
  idOrInheritedParentIdIn: property(text),
});

export const CategoryEntryFilter = subtype(Filter, 'KalturaCategoryEntryFilter', {
  categoryIdEqual: property(int),
  categoryIdIn: property(text),
  entryIdEqual: property(text),
  entryIdIn: property(text),
  createdAtGreaterThanOrEqual: property(time),
  createdAtLessThanOrEqual: property(time),
  categoryFullIdsStartsWith: property(text),
  statusEqual: property(enumOf(CategoryEntryStatus)),
  statusIn: property(text),
  creatorUserIdEqual: property(text),
  creatorUserIdIn: property(text),
});

export const CategoryUserFilter = subtype(Filter, 'KalturaCategoryUserFilter', {
  categoryIdEqual: property(int),
  categoryIdIn: property(text),
  userIdEqual: property(text),
  userIdIn: property(text),
  permissionLevelEqual: property(enumOf(CategoryUserPermissionLevel)),
  permissionLevelIn: property(text),
  statusEqual: property(enumOf(CategoryUserStatus)),
  statusIn: property(text),
  createdAtGreaterThanOrEqual: property(time),
  createdAtLessThanOrEqual: property(time),
  updatedAtGreaterThanOrEqual: property(time),
  updatedAtLessThanOrEqual: property(time),
  updateMethodEqual: property(enumOf(UpdateMethodType)),
  updateMethodIn: property(text),
  categoryFullIdsStartsWith: property(text),
  categoryFullIdsEqual: property(text),
  permissionNamesMatchAnd: property(text),
  permissionNamesMatchOr: property(text),
  permissionNamesNotContains: property(text),
  categoryDirectMembers: property(bool, {
    about: 'Only its own members, also where it has those of the category above.',
  }),
  freeText: property(text, { about: 'A part of the user id.' }),
});

const categoryFilterKind = object(CategoryFilter);
const categoryEntryFilterKind = object(CategoryEntryFilter);
const categoryUserFilterKind = object(CategoryUserFilter);

export type CategoryFilterValue = ValueOf<typeof categoryFilterKind>;
export type CategoryEntryFilterValue = ValueOf<typeof categoryEntryFilterKind>;
export type CategoryUserFilterValue = ValueOf<typeof categoryUserFilterKind>;
