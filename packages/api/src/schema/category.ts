import {
  AppearInListType,
  CategoryEntryStatus,
  CategoryOrderBy,
  CategoryStatus,
  CategoryUserPermissionLevel,
  CategoryUserStatus,
  ContributionPolicyType,
  InheritanceType,
  PrivacyType,
  UpdateMethodType,
  UserJoinPolicyType,
} from './category-enums.ts';
import {
  arrayOf,
  enumOf,
  insertOnly,
  int,
  nullableBoolean,
  object,
  objectType,
  property,
  readOnly,
  text,
  time,
  type ValueOf,
} from './kinds.ts';

/** Categories, entries in them, and their members. */

const ADMIN = { reservedFor: 'permission' } as const;

export const Category = objectType('KalturaCategory', {
  id: readOnly(int),
  parentId: property(int, { minValue: 0, about: 'The category above; 0 at the top.' }),
  depth: readOnly(int, { about: 'How many categories are above; 0 at the top.' }),
  partnerId: readOnly(int),
  name: property(text, { maxLength: 60, about: 'Without the characters > < and comma.' }),
  fullName: readOnly(text, { about: 'The names from the top down, joined by >.' }),
  fullIds: readOnly(text, { about: 'The ids from the top down, joined by >.' }),
  entriesCount: readOnly(int, { about: 'Entries in it and in the categories below.' }),
  createdAt: readOnly(time),
  updatedAt: readOnly(time),
  description: property(text, { maxLength: 20_000 }),
  tags: property(text, { maxLength: 4000 }),
  appearInList: property(enumOf(AppearInListType), {
    about: 'Whether users who are asked for their entitlement find it when they are not members.',
  }),
  privacy: property(enumOf(PrivacyType), { ...ADMIN, about: 'Who may watch what is in it.' }),
  inheritanceType: property(enumOf(InheritanceType), {
    ...ADMIN,
    about: 'INHERIT: it has the members, the owner and the default level of the one above.',
  }),
  userJoinPolicy: readOnly(enumOf(UserJoinPolicyType)),
  defaultPermissionLevel: property(enumOf(CategoryUserPermissionLevel), {
    ...ADMIN,
    about: 'The level of members who are added without one.',
  }),
  owner: property(text, { ...ADMIN, maxLength: 100, about: 'A user id; the owner is a manager.' }),
  directEntriesCount: readOnly(int),
  referenceId: property(text, { maxLength: 512 }),
  contributionPolicy: property(enumOf(ContributionPolicyType), {
    ...ADMIN,
    about: 'Whose entries may be put into it.',
  }),
  membersCount: readOnly(int),
  pendingMembersCount: readOnly(int),
  privacyContext: property(text, {
    ...ADMIN,
    maxLength: 255,
    about:
      'Makes privacy count, for it and for the categories below. Several are separated by commas.',
  }),
  privacyContexts: readOnly(text, { about: 'Its own contexts and those from above.' }),
  status: readOnly(enumOf(CategoryStatus)),
  inheritedParentId: readOnly(int, { about: 'Whose members it has, where it inherits them.' }),
  partnerSortValue: property(int),
  partnerData: property(text, { maxLength: 20_000 }),
  defaultOrderBy: property(enumOf(CategoryOrderBy)),
  directSubCategoriesCount: readOnly(int),
  moderation: property(nullableBoolean, {
    about: 'Entries wait for a moderator, in sessions with the privilege enablecategorymoderation.',
  }),
  pendingEntriesCount: readOnly(int),
  adminTags: property(text, { maxLength: 4000, reservedFor: 'admin' }),
});

export const CategoryEntry = objectType('KalturaCategoryEntry', {
  categoryId: property(int),
  entryId: property(text),
  createdAt: readOnly(time),
  categoryFullIds: readOnly(text),
  status: readOnly(enumOf(CategoryEntryStatus)),
  creatorUserId: readOnly(text),
});

export const CategoryUser = objectType('KalturaCategoryUser', {
  categoryId: insertOnly(int),
  userId: insertOnly(text, { maxLength: 100 }),
  partnerId: readOnly(int),
  permissionLevel: property(enumOf(CategoryUserPermissionLevel)),
  status: readOnly(enumOf(CategoryUserStatus)),
  createdAt: readOnly(time),
  updatedAt: readOnly(time),
  updateMethod: property(enumOf(UpdateMethodType)),
  categoryFullIds: readOnly(text),
  permissionNames: property(text, {
    about:
      'Of CATEGORY_EDIT, CATEGORY_MODERATE, CATEGORY_CONTRIBUTE, CATEGORY_VIEW; comma-separated.',
  }),
});

export const CategoryListResponse = objectType('KalturaCategoryListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(Category)),
});

export const CategoryEntryListResponse = objectType('KalturaCategoryEntryListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(CategoryEntry)),
});

export const CategoryUserListResponse = objectType('KalturaCategoryUserListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(CategoryUser)),
});

const categoryKind = object(Category);
const categoryEntryKind = object(CategoryEntry);
const categoryUserKind = object(CategoryUser);

export type CategoryValue = ValueOf<typeof categoryKind>;
export type CategoryEntryValue = ValueOf<typeof categoryEntryKind>;
export type CategoryUserValue = ValueOf<typeof categoryUserKind>;
