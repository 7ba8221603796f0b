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

export const BaseEntry = objectType(
  'KalturaBaseEntry',
  {
    id: readOnly(text, { about: 'Chosen by the server: `0_` and eight letters or digits.' }),
    name: property(multilingual, { about: 'The title that people read.' }),
    multiLingual_name: property(arrayOf(MultiLingualString), { about: 'The title by language.' }),
    description: property(multilingual, { about: 'What it is about, for people.' }),
    multiLingual_description: property(arrayOf(MultiLingualString), {
      about: 'The description by language.',
    }),
    partnerId: readOnly(int, { about: 'The account that it belongs to.' }),
    userId: property(text, {
      maxLength: 100,
      about: 'Who owns it; the session’s user where it is not sent.',
    }),
    creatorId: insertOnly(text, {
      maxLength: 100,
      about: 'Who made it; the session’s user where it is not sent.',
    }),
    tags: property(multilingual, { about: 'Words to find it by, separated by commas.' }),
    multiLingual_tags: property(arrayOf(MultiLingualString), { about: 'The tags by language.' }),
    adminTags: property(text, {
      reservedFor: 'admin',
      about: 'Words for the account’s own use, separated by commas.',
    }),
    categories: property(text, { about: 'Full names of its categories, separated by commas.' }),
    categoriesIds: property(text, { about: 'Ids of its categories, separated by commas.' }),
    status: readOnly(enumOf(EntryStatus), {
      about: 'Whether it can be used; a live stream is ready (2) from the start.',
    }),
    moderationStatus: readOnly(enumOf(EntryModerationStatus), {
      about: 'What moderators have decided.',
    }),
    moderationCount: readOnly(int, { about: 'How many flags wait for a moderator.' }),
    type: property(enumOf(EntryType), { about: 'Which kind of entry it is; 7 for a live stream.' }),
    createdAt: readOnly(time, { about: 'When it was made.' }),
    updatedAt: readOnly(time, { about: 'When it was last changed.' }),
    rank: readOnly(float),
    totalRank: readOnly(int),
    votes: readOnly(int),
    groupId: property(int),
    partnerData: property(text, { about: 'A text of your own, which the server does not read.' }),
    downloadUrl: readOnly(text),
    searchText: readOnly(text),
    licenseType: property(enumOf(LicenseType), {
      about: 'Under which licence its content is; the server does not act on it.',
    }),
    version: readOnly(int),
    thumbnailUrl: readOnly(text, { about: 'The address of a picture of it.' }),
    accessControlId: property(int, {
      about: 'Its access control profile; the account’s default where it is not sent.',
    }),
    startDate: property(time, { about: 'When it is planned to begin; -1 clears it.' }),
    endDate: property(time, { about: 'When it is planned to end; -1 clears it.' }),
    referenceId: property(text, { minLength: 2, about: 'An id of your own to find it by.' }),
    replacingEntryId: readOnly(text),
    replacedEntryId: readOnly(text),
    replacementStatus: readOnly(enumOf(EntryReplacementStatus)),
    partnerSortValue: property(int, { about: 'A number of your own to order by.' }),
    conversionProfileId: property(int, {
      about:
        'The profile that says which renditions there are; the account’s default where it is not sent.',
    }),
    redirectEntryId: property(text, {
      about: 'The entry that players are sent to in its place, such as its recording.',
    }),
    rootEntryId: readOnly(text, {
      about: 'The entry that it was made from; its own id where there is none.',
    }),
    parentEntryId: property(text, { about: 'The entry that it belongs to.' }),
    operationAttributes: property(arrayOf(OperationAttributes)),
    entitledUsersEdit: property(text, { about: 'Users who may change it, separated by commas.' }),
    entitledUsersPublish: property(text, {
      about: 'Users who may present in it, separated by commas.',
    }),
    entitledUsersView: property(text, {
      about: 'Users who may watch it whatever its categories say, separated by commas.',
    }),
    capabilities: readOnly(text),
    templateEntryId: insertOnly(text, { about: 'The entry whose properties it begins with.' }),
    displayInSearch: property(enumOf(EntryDisplayInSearchType), {
      about: 'Whether lists show it: -1 hides it.',
    }),
    application: insertOnly(enumOf(EntryApplication)),
    applicationVersion: insertOnly(text),
    blockAutoTranscript: property(bool),
    defaultLanguage: readOnly(text),
    responseLanguage: readOnly(text),
  },
  {
    about:
      'What is common to everything that has a page of its own: live streams, videos, pictures.',
  },
);

const baseEntryKind = object(BaseEntry);

/** Any entry as a client sends it and as it is answered: what all kinds have. */
export type BaseEntryValue = ValueOf<typeof baseEntryKind>;
