import {
  EntryApplication,
  EntryDisplayInSearchType,
  EntryModerationStatus,
  EntryReplacementStatus,
  EntryStatus,
  EntryType,
  LicenseType,
} from './enums.ts';
import {
  arrayOf,
  bool,
  enumOf,
  float,
  insertOnly,
  int,
  multilingual,
  object,
  objectType,
  property,
  readOnly,
  text,
  time,
  type ValueOf,
} from './kinds.ts';

/** KalturaBaseEntry and what it is made of, property by property. */

export const MultiLingualString = objectType('KalturaMultiLingualString', {
  language: property(text),
  value: property(text),
});

export const OperationAttributes = objectType(
  'KalturaOperationAttributes',
  {},
  { isAbstract: true },
);

export const BaseEntry = objectType('KalturaBaseEntry', {
  id: readOnly(text),
  name: property(multilingual),
  multiLingual_name: property(arrayOf(MultiLingualString)),
  description: property(multilingual),
  multiLingual_description: property(arrayOf(MultiLingualString)),
  partnerId: readOnly(int),
  userId: property(text, { maxLength: 100 }),
  creatorId: insertOnly(text, { maxLength: 100 }),
  tags: property(multilingual),
  multiLingual_tags: property(arrayOf(MultiLingualString)),
  adminTags: property(text, { reservedFor: 'admin' }),
  categories: property(text),
  categoriesIds: property(text),
  status: readOnly(enumOf(EntryStatus)),
  moderationStatus: readOnly(enumOf(EntryModerationStatus)),
  moderationCount: readOnly(int),
  type: property(enumOf(EntryType)),
  createdAt: readOnly(time),
  updatedAt: readOnly(time),
  rank: readOnly(float),
  totalRank: readOnly(int),
  votes: readOnly(int),
  groupId: property(int),
  partnerData: property(text),
  downloadUrl: readOnly(text),
  searchText: readOnly(text),
  licenseType: property(enumOf(LicenseType)),
  version: readOnly(int),
  thumbnailUrl: readOnly(text),
  accessControlId: property(int),
  startDate: property(time),
  endDate: property(time),
  referenceId: property(text, { minLength: 2 }),
  replacingEntryId: readOnly(text),
  replacedEntryId: readOnly(text),
  replacementStatus: readOnly(enumOf(EntryReplacementStatus)),
  partnerSortValue: property(int),
  conversionProfileId: property(int),
  redirectEntryId: property(text),
  rootEntryId: readOnly(text),
  parentEntryId: property(text),
  operationAttributes: property(arrayOf(OperationAttributes)),
  entitledUsersEdit: property(text),
  entitledUsersPublish: property(text),
  entitledUsersView: property(text),
  capabilities: readOnly(text),
  templateEntryId: insertOnly(text),
  displayInSearch: property(enumOf(EntryDisplayInSearchType)),
  application: insertOnly(enumOf(EntryApplication)),
  applicationVersion: insertOnly(text),
  blockAutoTranscript: property(bool),
  defaultLanguage: readOnly(text),
  responseLanguage: readOnly(text),
});

const baseEntryKind = object(BaseEntry);

/** Any entry as a client sends it and as it is answered: what all kinds have. */
export type BaseEntryValue = ValueOf<typeof baseEntryKind>;
