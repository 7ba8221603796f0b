import { Filter } from './filter.ts';
import {
  arrayOf,
  bool,
  enumOf,
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
import { UiConfCreationMode, UiConfObjType } from './profile-enums.ts';

/** KalturaUiConf: configurations of players and studios, kept by the account and read by pages. */

/** Characters; several times what the largest players need. A page of a list holds hundreds of them. */
export const MAX_CONFIG_LENGTH = 65_536;

const PUBLIC_URL = '`{{publicUrl}}` in it becomes the address of this installation in answers.';

export const UiConfV2Redirect = objectType(
  'KalturaUiConfV2Redirect',
  {
    v7id: property(int),
    isApproved: property(bool),
    translatePlugins: property(bool),
  },
  { about: 'Which player of the newer kind takes the place of an older one.' },
);

export const UiConf = objectType('KalturaUiConf', {
  id: readOnly(int),
  name: property(text, { maxLength: 128 }),
  description: property(text, { maxLength: 4096 }),
  partnerId: readOnly(int, { about: '0 for templates.' }),
  objType: property(enumOf(UiConfObjType), { about: '1 for players, 21 for webcasting studios.' }),
  objTypeAsString: readOnly(text),
  width: property(int),
  height: property(int),
  htmlParams: property(text, { maxLength: 4096 }),
  swfUrl: property(text, { maxLength: 1024 }),
  confFile: property(text, {
    maxLength: MAX_CONFIG_LENGTH,
    about: `Of older players. ${PUBLIC_URL}`,
  }),
  confFileFeatures: property(text, { maxLength: 16_384 }),
  config: property(text, { maxLength: MAX_CONFIG_LENGTH, about: `JSON. ${PUBLIC_URL}` }),
  confVars: property(text, {
    maxLength: 16_384,
    about: 'JSON: the player’s parts and their versions.',
  }),
  useCdn: property(bool),
  tags: property(text, { maxLength: 1024 }),
  swfUrlVersion: property(text, { maxLength: 64 }),
  createdAt: readOnly(time),
  updatedAt: readOnly(time),
  creationMode: property(enumOf(UiConfCreationMode)),
  html5Url: property(text, { maxLength: 1024 }),
  version: readOnly(text, { about: 'Grows with every change.' }),
  partnerTags: property(text, { maxLength: 1024 }),
  v2Redirect: property(object(UiConfV2Redirect)),
});

export const UiConfFilter = subtype(Filter, 'KalturaUiConfFilter', {
  idEqual: property(int),
  idIn: property(text),
  nameLike: property(text),
  partnerIdEqual: property(int),
  partnerIdIn: property(text),
  objTypeEqual: property(enumOf(UiConfObjType)),
  objTypeIn: property(text),
  tagsMultiLikeOr: property(text),
  tagsMultiLikeAnd: property(text),
  createdAtGreaterThanOrEqual: property(time),
  createdAtLessThanOrEqual: property(time),
  updatedAtGreaterThanOrEqual: property(time),
  updatedAtLessThanOrEqual: property(time),
  creationModeEqual: property(enumOf(UiConfCreationMode)),
  creationModeIn: property(text),
  versionEqual: property(text),
  versionMultiLikeOr: property(text),
  versionMultiLikeAnd: property(text),
  partnerTagsMultiLikeOr: property(text),
  partnerTagsMultiLikeAnd: property(text),
});

export const UiConfListResponse = objectType('KalturaUiConfListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(UiConf)),
});

export const StringHolder = objectType('KalturaString', { value: property(text) });

export const UiConfTypeInfo = objectType(
  'KalturaUiConfTypeInfo',
  {
    type: readOnly(enumOf(UiConfObjType)),
    versions: readOnly(arrayOf(StringHolder), { about: 'Of the configurations that say one.' }),
    directory: readOnly(text, { about: 'Of the page or script that the newest one is for.' }),
    filename: readOnly(text),
  },
  { about: 'A type of configuration that the account can see.' },
);

const uiConfKind = object(UiConf);
const filterKind = object(UiConfFilter);

export type UiConfValue = ValueOf<typeof uiConfKind>;
export type UiConfFilterValue = ValueOf<typeof filterKind>;
