import { enumType } from './kinds.ts';

/** Enumerations of categories, of what is in them, and of their members. */

export const PrivacyType = enumType('KalturaPrivacyType', {
  ALL: 1,
  AUTHENTICATED_USERS: 2,
  MEMBERS_ONLY: 3,
});

export const InheritanceType = enumType('KalturaInheritanceType', {
  INHERIT: 1,
  MANUAL: 2,
});

export const AppearInListType = enumType('KalturaAppearInListType', {
  PARTNER_ONLY: 1,
  CATEGORY_MEMBERS_ONLY: 3,
});

export const ContributionPolicyType = enumType('KalturaContributionPolicyType', {
  ALL: 1,
  MEMBERS_WITH_CONTRIBUTION_PERMISSION: 2,
});

export const UserJoinPolicyType = enumType('KalturaUserJoinPolicyType', {
  AUTO_JOIN: 1,
  REQUEST_TO_JOIN: 2,
  NOT_ALLOWED: 3,
});

export const CategoryStatus = enumType('KalturaCategoryStatus', {
  UPDATING: 1,
  ACTIVE: 2,
  DELETED: 3,
  PURGED: 4,
});

export const CategoryUserPermissionLevel = enumType('KalturaCategoryUserPermissionLevel', {
  MANAGER: 0,
  MODERATOR: 1,
  CONTRIBUTOR: 2,
  MEMBER: 3,
  NONE: 4,
});

export const CategoryUserStatus = enumType('KalturaCategoryUserStatus', {
  ACTIVE: 1,
  PENDING: 2,
  NOT_ACTIVE: 3,
  DELETED: 4,
});

export const UpdateMethodType = enumType('KalturaUpdateMethodType', {
  MANUAL: 0,
  AUTOMATIC: 1,
});

export const CategoryEntryStatus = enumType('KalturaCategoryEntryStatus', {
  PENDING: 1,
  ACTIVE: 2,
  DELETED: 3,
  REJECTED: 4,
});

export const CategoryOrderBy = enumType('KalturaCategoryOrderBy', {
  CREATED_AT_ASC: '+createdAt',
  CREATED_AT_DESC: '-createdAt',
  DEPTH_ASC: '+depth',
  DEPTH_DESC: '-depth',
  DIRECT_ENTRIES_COUNT_ASC: '+directEntriesCount',
  DIRECT_ENTRIES_COUNT_DESC: '-directEntriesCount',
  DIRECT_SUB_CATEGORIES_COUNT_ASC: '+directSubCategoriesCount',
  DIRECT_SUB_CATEGORIES_COUNT_DESC: '-directSubCategoriesCount',
  ENTRIES_COUNT_ASC: '+entriesCount',
  ENTRIES_COUNT_DESC: '-entriesCount',
  FULL_NAME_ASC: '+fullName',
  FULL_NAME_DESC: '-fullName',
  MEMBERS_COUNT_ASC: '+membersCount',
  MEMBERS_COUNT_DESC: '-membersCount',
  NAME_ASC: '+name',
  NAME_DESC: '-name',
  PARTNER_SORT_VALUE_ASC: '+partnerSortValue',
  PARTNER_SORT_VALUE_DESC: '-partnerSortValue',
  UPDATED_AT_ASC: '+updatedAt',
  UPDATED_AT_DESC: '-updatedAt',
});
