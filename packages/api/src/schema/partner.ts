import { Filter } from './filter.ts';
import {
  arrayOf,
  bool,
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

/** Accounts, what they say about themselves, and their secrets. */

const PartnerStatus = enumType('KalturaPartnerStatus', {
  DELETED: 0,
  ACTIVE: 1,
  BLOCKED: 2,
  FULL_BLOCK: 3,
  READ_ONLY: 4,
});
const PartnerType = enumType('KalturaPartnerType', {
  KMC: 1,
  WIKI: 100,
  WORDPRESS: 101,
  DRUPAL: 102,
  DEKIWIKI: 103,
  MOODLE: 104,
  COMMUNITY_EDITION: 105,
  JOOMLA: 106,
  BLACKBOARD: 107,
  SAKAI: 108,
  ADMIN_CONSOLE: 109,
});
const CommercialUseType = enumType('KalturaCommercialUseType', {
  NON_COMMERCIAL_USE: 0,
  COMMERCIAL_USE: 1,
});

const MAX_NAME_LENGTH = 200;
const MAX_TEXT_LENGTH = 4000;
const name = property(text, { maxLength: MAX_NAME_LENGTH });
const longText = property(text, { maxLength: MAX_TEXT_LENGTH });

export const Partner = objectType('KalturaPartner', {
  id: readOnly(int),
  name: property(text, { minLength: 1, maxLength: MAX_NAME_LENGTH }),
  website: longText,
  notificationUrl: longText,
  appearInSearch: property(int),
  createdAt: readOnly(time),
  adminName: name,
  adminEmail: property(text, {
    maxLength: MAX_NAME_LENGTH,
    about: 'With `register`, who signs in as the account’s owner.',
  }),
  description: longText,
  commercialUse: property(enumOf(CommercialUseType)),
  landingPage: longText,
  userLandingPage: longText,
  contentCategories: longText,
  type: property(enumOf(PartnerType)),
  phone: name,
  describeYourself: longText,
  adultContent: property(bool),
  status: readOnly(enumOf(PartnerStatus)),
  secret: readOnly(text, {
    isSecret: true,
    about: 'A user secret; for who may read the account’s secrets.',
  }),
  adminSecret: readOnly(text, {
    isSecret: true,
    about: 'The admin secret in use; for who may read the account’s secrets.',
  }),
  cmsPassword: readOnly(text, {
    isSecret: true,
    about: 'Told once: the owner’s password that the server chose.',
  }),
  adminUserId: readOnly(text),
  firstName: name,
  lastName: name,
  country: name,
  state: name,
  defaultEntitlementEnforcement: property(bool, {
    about: 'Categories say who may watch, in all sessions that say nothing about it but admins’.',
  }),
  referenceId: name,
});

export const PartnerBaseFilter = subtype(
  Filter,
  'KalturaPartnerBaseFilter',
  {
    idEqual: property(int),
    idIn: property(text),
    idNotIn: property(text),
    idGreaterThan: property(int),
    nameLike: property(text),
    nameMultiLikeOr: property(text),
    nameMultiLikeAnd: property(text),
    nameEqual: property(text),
    statusEqual: property(enumOf(PartnerStatus)),
    statusIn: property(text),
    partnerNameDescriptionWebsiteAdminNameAdminEmailLike: property(text),
    createdAtGreaterThanOrEqual: property(time),
  },
  { isAbstract: true },
);

export const PartnerFilter = subtype(PartnerBaseFilter, 'KalturaPartnerFilter', {});

export const PartnerListResponse = objectType('KalturaPartnerListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(Partner)),
});

export const PartnerPublicInfo = objectType('KalturaPartnerPublicInfo', {
  analyticsUrl: readOnly(text),
  ottEnvironmentUrl: readOnly(text),
  analyticsPersistentSessionId: readOnly(bool),
});

export const SecretKind = enumType('RostrumSecretKind', { ADMIN: 'admin', USER: 'user' });

export const PartnerSecret = objectType(
  'RostrumPartnerSecret',
  {
    id: readOnly(text),
    partnerId: readOnly(int),
    kind: readOnly(enumOf(SecretKind), {
      about: 'Admin secrets start every session and sign them; user secrets start user sessions.',
    }),
    secret: readOnly(text, { isSecret: true }),
    isConfigured: readOnly(bool, { about: 'It comes from the installation’s settings.' }),
    createdAt: readOnly(time),
  },
  { about: 'One of an account’s secrets; it may have several at the same time.' },
);

export const PartnerSecretListResponse = objectType('RostrumPartnerSecretListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(PartnerSecret)),
});

const partnerKind = object(Partner);
const filterKind = object(PartnerFilter);

export type PartnerValue = ValueOf<typeof partnerKind>;
export type PartnerFilterValue = ValueOf<typeof filterKind>;
