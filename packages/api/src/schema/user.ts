import { NullableBoolean } from './enums.ts';
import { Filter } from './filter.ts';
import {
  arrayOf,
  bool,
  enumOf,
  insertOnly,
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
import { Gender, UserMode, UserStatus, UserType } from './user-enums.ts';

/** The users of an account, and how they are found. */

/** As long as an entry's `userId` may be. */
export const MAX_USER_ID_LENGTH = 100;
const MAX_NAME_LENGTH = 200;
const MAX_TEXT_LENGTH = 8192;

const name = property(text, { maxLength: MAX_NAME_LENGTH });
const longText = property(text, { maxLength: MAX_TEXT_LENGTH });

export const BaseUser = objectType('KalturaBaseUser', {
  id: property(text, { maxLength: MAX_USER_ID_LENGTH }),
  partnerId: readOnly(int),
  screenName: name,
  fullName: name,
  email: name,
  country: name,
  state: name,
  city: name,
  zip: name,
  thumbnailUrl: longText,
  description: longText,
  tags: longText,
  adminTags: longText,
  status: property(enumOf(UserStatus)),
  createdAt: readOnly(time),
  updatedAt: readOnly(time),
  partnerData: longText,
  indexedPartnerDataInt: property(int),
  indexedPartnerDataString: name,
  storageSize: readOnly(int),
  language: property(text, { maxLength: 10, about: 'A language code: `en`, `de`, `pt_br`.' }),
  lastLoginTime: readOnly(int, { about: 'Unix seconds of the last sign-in with a password.' }),
  statusUpdatedAt: readOnly(int),
  deletedAt: readOnly(time),
  userMode: property(enumOf(UserMode)),
});

export const User = subtype(BaseUser, 'KalturaUser', {
  type: property(enumOf(UserType)),
  dateOfBirth: property(int),
  gender: property(enumOf(Gender)),
  isAdmin: property(bool, { about: 'Sessions that the password starts are admin sessions.' }),
  isGuest: insertOnly(bool),
  roleIds: property(text, {
    maxLength: MAX_NAME_LENGTH,
    about: 'The one role that limits what sessions started with the password may do.',
  }),
  roleNames: readOnly(text),
  isAccountOwner: insertOnly(bool, { about: 'Can be neither deleted nor blocked.' }),
  password: insertOnly(text, { isSecret: true, about: 'Never answered.' }),
  firstName: name,
  lastName: name,
  loginEnabled: insertOnly(bool, {
    about: 'May sign in with `email` and `password`.',
  }),
  registrationInfo: longText,
  attendanceInfo: longText,
  title: name,
  company: name,
  externalId: insertOnly(text, { maxLength: MAX_NAME_LENGTH }),
});

export const RelatedFilter = subtype(Filter, 'KalturaRelatedFilter', {}, { isAbstract: true });

export const BaseUserBaseFilter = subtype(
  RelatedFilter,
  'KalturaBaseUserBaseFilter',
  {
    partnerIdEqual: property(int),
    screenNameLike: property(text),
    screenNameStartsWith: property(text),
    emailLike: property(text),
    emailStartsWith: property(text),
    tagsMultiLikeOr: property(text),
    tagsMultiLikeAnd: property(text),
    statusEqual: property(enumOf(UserStatus)),
    statusIn: property(text),
    createdAtGreaterThanOrEqual: property(time),
    createdAtLessThanOrEqual: property(time),
    updatedAtGreaterThanOrEqual: property(time),
    updatedAtLessThanOrEqual: property(time),
  },
  { isAbstract: true },
);

export const BaseUserFilter = subtype(BaseUserBaseFilter, 'KalturaBaseUserFilter', {});

export const UserBaseFilter = subtype(
  BaseUserFilter,
  'KalturaUserBaseFilter',
  {
    idEqual: property(text),
    idIn: property(text),
    typeEqual: property(enumOf(UserType)),
    typeIn: property(text),
    isAdminEqual: property(enumOf(NullableBoolean)),
    firstNameStartsWith: property(text),
    lastNameStartsWith: property(text),
  },
  { isAbstract: true },
);

export const UserFilter = subtype(UserBaseFilter, 'KalturaUserFilter', {
  idOrScreenNameStartsWith: property(text),
  loginEnabledEqual: property(enumOf(NullableBoolean)),
  roleIdEqual: property(text),
  roleIdsEqual: property(text),
  roleIdsIn: property(text),
  firstNameOrLastNameStartsWith: property(text),
  permissionNamesMultiLikeOr: property(text),
  permissionNamesMultiLikeAnd: property(text),
});

export const UserListResponse = objectType('KalturaUserListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(User)),
});

export const UserLoginDataFilter = subtype(RelatedFilter, 'KalturaUserLoginDataFilter', {
  loginEmailEqual: property(text),
});

const userKind = object(User);
const userFilterKind = object(UserFilter);
const loginFilterKind = object(UserLoginDataFilter);

/** A user as a client sends it and as it is answered. */
export type UserValue = ValueOf<typeof userKind>;
export type UserFilterValue = ValueOf<typeof userFilterKind>;
export type UserLoginDataFilterValue = ValueOf<typeof loginFilterKind>;
