import { Filter } from './filter.ts';
import {
  arrayOf,
  bool,
  enumOf,
  enumType,
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

/** Records about entries, users and what else there is, and the schemas that they follow. */

export const MetadataObjectType = enumType('KalturaMetadataObjectType', {
  ENTRY: '1',
  CATEGORY: '2',
  USER: '3',
  PARTNER: '4',
  DYNAMIC_OBJECT: '5',
  USER_ENTRY: '6',
  AD_CUE_POINT: 'adCuePointMetadata.AdCuePoint',
  ANNOTATION: 'annotationMetadata.Annotation',
  CODE_CUE_POINT: 'codeCuePointMetadata.CodeCuePoint',
  ANSWER_CUE_POINT: 'quiz.AnswerCuePoint',
  QUESTION_CUE_POINT: 'quiz.QuestionCuePoint',
  THUMB_CUE_POINT: 'thumbCuePointMetadata.thumbCuePoint',
});

export const MetadataStatus = enumType('KalturaMetadataStatus', {
  VALID: 1,
  INVALID: 2,
  DELETED: 3,
});

export const MetadataProfileStatus = enumType('KalturaMetadataProfileStatus', {
  ACTIVE: 1,
  DEPRECATED: 2,
  TRANSFORMING: 3,
});

export const MetadataProfileCreateMode = enumType('KalturaMetadataProfileCreateMode', {
  API: 1,
  KMC: 2,
  APP: 3,
});

export const MetadataProfile = objectType(
  'KalturaMetadataProfile',
  {
    id: readOnly(int),
    partnerId: readOnly(int, { about: '0 for profiles that every account has.' }),
    metadataObjectType: insertOnly(enumOf(MetadataObjectType), {
      about: 'What the records are about; entries where it is left out.',
    }),
    version: readOnly(int, { about: 'Of the schema.' }),
    name: property(text, { minLength: 1, maxLength: 128 }),
    systemName: property(text, { maxLength: 128, about: 'Unique in the account.' }),
    description: property(text, { maxLength: 4096 }),
    createdAt: readOnly(time),
    updatedAt: readOnly(time),
    status: readOnly(enumOf(MetadataProfileStatus)),
    xsd: readOnly(text, { about: 'The XML schema that records must follow.' }),
    views: readOnly(text, { about: 'How an application shows the records, in its own words.' }),
    xslt: readOnly(text),
    createMode: property(enumOf(MetadataProfileCreateMode)),
    disableReIndexing: property(bool),
  },
  { about: 'A schema for records.' },
);

export const MetadataProfileFilter = subtype(Filter, 'KalturaMetadataProfileFilter', {
  idEqual: property(int),
  partnerIdEqual: property(int),
  metadataObjectTypeEqual: property(enumOf(MetadataObjectType)),
  metadataObjectTypeIn: property(text),
  versionEqual: property(int),
  nameEqual: property(text),
  systemNameEqual: property(text),
  systemNameIn: property(text),
  createdAtGreaterThanOrEqual: property(time),
  createdAtLessThanOrEqual: property(time),
  updatedAtGreaterThanOrEqual: property(time),
  updatedAtLessThanOrEqual: property(time),
  statusEqual: property(enumOf(MetadataProfileStatus)),
  statusIn: property(text),
  createModeEqual: property(enumOf(MetadataProfileCreateMode)),
  createModeNotEqual: property(enumOf(MetadataProfileCreateMode)),
  createModeIn: property(text),
  createModeNotIn: property(text),
});

export const MetadataProfileListResponse = objectType('KalturaMetadataProfileListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(MetadataProfile)),
});

export const MetadataProfileField = objectType(
  'KalturaMetadataProfileField',
  {
    id: readOnly(int, { about: 'Its place in the schema, from 1.' }),
    xPath: readOnly(text),
    key: readOnly(text),
    label: readOnly(text),
  },
  { about: 'A place for a value in a record.' },
);

export const MetadataProfileFieldListResponse = objectType(
  'KalturaMetadataProfileFieldListResponse',
  {
    totalCount: readOnly(int),
    objects: readOnly(arrayOf(MetadataProfileField)),
  },
);

export const Metadata = objectType(
  'KalturaMetadata',
  {
    id: readOnly(int),
    partnerId: readOnly(int),
    metadataProfileId: readOnly(int),
    metadataProfileVersion: readOnly(int, { about: 'Of the schema that it was checked against.' }),
    metadataObjectType: readOnly(enumOf(MetadataObjectType)),
    objectId: readOnly(text),
    version: readOnly(int, { about: 'Grows when its content changes.' }),
    createdAt: readOnly(time),
    updatedAt: readOnly(time),
    status: readOnly(enumOf(MetadataStatus)),
    xml: readOnly(text),
  },
  { about: 'A record about an object; each object has one of a profile.' },
);

export const MetadataFilter = subtype(Filter, 'KalturaMetadataFilter', {
  partnerIdEqual: property(int),
  metadataProfileIdEqual: property(int),
  metadataProfileIdIn: property(text),
  metadataProfileVersionEqual: property(int),
  metadataProfileVersionGreaterThanOrEqual: property(int),
  metadataProfileVersionLessThanOrEqual: property(int),
  metadataObjectTypeEqual: property(enumOf(MetadataObjectType), {
    about: 'Entries where it is left out.',
  }),
  objectIdEqual: property(text),
  objectIdIn: property(text, { about: 'Ids, separated by commas; at most 500.' }),
  versionEqual: property(int),
  versionGreaterThanOrEqual: property(int),
  versionLessThanOrEqual: property(int),
  createdAtGreaterThanOrEqual: property(time),
  createdAtLessThanOrEqual: property(time),
  updatedAtGreaterThanOrEqual: property(time),
  updatedAtLessThanOrEqual: property(time),
  statusEqual: property(enumOf(MetadataStatus)),
  statusIn: property(text),
});

export const MetadataListResponse = objectType('KalturaMetadataListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(Metadata)),
});

const profileKind = object(MetadataProfile);
export type MetadataProfileValue = ValueOf<typeof profileKind>;

const profileFilterKind = object(MetadataProfileFilter);
export type MetadataProfileFilterValue = ValueOf<typeof profileFilterKind>;

const filterKind = object(MetadataFilter);
export type MetadataFilterValue = ValueOf<typeof filterKind>;
