import {
  arrayOf,
  enumOf,
  enumType,
  int,
  object,
  objectType,
  property,
  readOnly,
  subtype,
  text,
  time,
  type ValueOf,
} from './kinds.ts';
import { RelatedFilter } from './user.ts';
import { PermissionStatus, PermissionType, UserRoleStatus } from './user-enums.ts';

/** Roles, the permissions that they are made of, and the actions that permissions are for. */

export const UserRole = objectType('KalturaUserRole', {
  id: readOnly(int),
  name: property(text, { minLength: 1, maxLength: 100 }),
  systemName: property(text, {
    maxLength: 100,
    about: 'What `setrole` may name besides the id; unique in the account.',
  }),
  description: property(text, { maxLength: 1000 }),
  status: property(enumOf(UserRoleStatus), { about: 'A role that is not active allows nothing.' }),
  partnerId: readOnly(int, { about: '0 for the roles that every account has.' }),
  permissionNames: property(text, {
    maxLength: 4000,
    about: 'Separated by commas; `permission.list` knows them all.',
  }),
  tags: property(text, { maxLength: 1000 }),
  createdAt: readOnly(time),
  updatedAt: readOnly(time),
});

export const UserRoleBaseFilter = subtype(
  RelatedFilter,
  'KalturaUserRoleBaseFilter',
  {
    idEqual: property(int),
    idIn: property(text),
    nameEqual: property(text),
    nameIn: property(text),
    systemNameEqual: property(text),
    systemNameIn: property(text),
    descriptionLike: property(text),
    statusEqual: property(enumOf(UserRoleStatus)),
    statusIn: property(text),
    partnerIdEqual: property(int),
    partnerIdIn: property(text),
    tagsMultiLikeOr: property(text),
    tagsMultiLikeAnd: property(text),
    createdAtGreaterThanOrEqual: property(time),
    createdAtLessThanOrEqual: property(time),
    updatedAtGreaterThanOrEqual: property(time),
    updatedAtLessThanOrEqual: property(time),
  },
  { isAbstract: true },
);

export const UserRoleFilter = subtype(UserRoleBaseFilter, 'KalturaUserRoleFilter', {});

export const UserRoleListResponse = objectType('KalturaUserRoleListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(UserRole)),
});

export const Permission = objectType('KalturaPermission', {
  id: readOnly(int),
  type: readOnly(enumOf(PermissionType)),
  name: readOnly(text),
  friendlyName: readOnly(text, { about: 'What it allows, in words.' }),
  description: readOnly(text),
  status: readOnly(enumOf(PermissionStatus)),
  partnerId: readOnly(int),
  dependsOnPermissionNames: readOnly(text, { about: 'What comes along with it.' }),
  permissionItemsIds: readOnly(text, { about: 'The actions that ask for it.' }),
});

export const PermissionBaseFilter = subtype(
  RelatedFilter,
  'KalturaPermissionBaseFilter',
  {
    idEqual: property(int),
    idIn: property(text),
    typeEqual: property(enumOf(PermissionType)),
    typeIn: property(text),
    nameEqual: property(text),
    nameIn: property(text),
    friendlyNameLike: property(text),
    descriptionLike: property(text),
    statusEqual: property(enumOf(PermissionStatus)),
    statusIn: property(text),
    partnerIdEqual: property(int),
    partnerIdIn: property(text),
    dependsOnPermissionNamesMultiLikeOr: property(text),
    dependsOnPermissionNamesMultiLikeAnd: property(text),
  },
  { isAbstract: true },
);

export const PermissionFilter = subtype(PermissionBaseFilter, 'KalturaPermissionFilter', {});

export const PermissionListResponse = objectType('KalturaPermissionListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(Permission)),
});

const PermissionItemType = enumType('KalturaPermissionItemType', {
  API_ACTION_ITEM: 'kApiActionPermissionItem',
  API_PARAMETER_ITEM: 'kApiParameterPermissionItem',
});

export const PermissionItem = objectType(
  'KalturaPermissionItem',
  {
    id: readOnly(int),
    type: readOnly(enumOf(PermissionItemType)),
    partnerId: readOnly(int),
  },
  { isAbstract: true },
);

export const ApiActionPermissionItem = subtype(PermissionItem, 'KalturaApiActionPermissionItem', {
  service: readOnly(text),
  action: readOnly(text),
});

export const PermissionItemBaseFilter = subtype(
  RelatedFilter,
  'KalturaPermissionItemBaseFilter',
  {
    idEqual: property(int),
    idIn: property(text),
    typeEqual: property(enumOf(PermissionItemType)),
    typeIn: property(text),
    partnerIdEqual: property(int),
    partnerIdIn: property(text),
  },
  { isAbstract: true },
);

export const PermissionItemFilter = subtype(
  PermissionItemBaseFilter,
  'KalturaPermissionItemFilter',
  {},
);

export const PermissionItemListResponse = objectType('KalturaPermissionItemListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(PermissionItem)),
});

const userRoleKind = object(UserRole);
const userRoleFilterKind = object(UserRoleFilter);
const permissionFilterKind = object(PermissionFilter);
const permissionItemFilterKind = object(PermissionItemFilter);

export type UserRoleValue = ValueOf<typeof userRoleKind>;
export type UserRoleFilterValue = ValueOf<typeof userRoleFilterKind>;
export type PermissionFilterValue = ValueOf<typeof permissionFilterKind>;
export type PermissionItemFilterValue = ValueOf<typeof permissionItemFilterKind>;
