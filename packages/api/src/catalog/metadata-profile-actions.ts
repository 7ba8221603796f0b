import { FilterPager } from '../schema/filter.ts';
import { file, int, object, text } from '../schema/kinds.ts';
import {
  MetadataProfile,
  MetadataProfileFieldListResponse,
  MetadataProfileFilter,
  MetadataProfileListResponse,
} from '../schema/metadata.ts';
import { type Actions, action, nullable, required, servedFile } from './action.ts';

/** As many bytes as the parser takes characters, in the longest of encodings. */
const MAX_FILE_BYTES = 2_000_000;

const ID = required(int);
const PROFILE = required(object(MetadataProfile));
const XSD_FILE = required(file(MAX_FILE_BYTES), 'An XML schema whose one element is `metadata`.');
const VIEWS_ABOUT = 'How an application shows the records; the server keeps it as it is.';

const REFUSALS_OF_ADD = [
  'PROPERTY_VALIDATION_CANNOT_BE_NULL',
  'INVALID_METADATA_PROFILE_SCHEMA',
  'SYSTEM_NAME_ALREADY_EXISTS',
  'MAX_NUMBER_OF_OBJECTS_REACHED',
] as const;

const REFUSALS_OF_CHANGE = [
  'METADATA_PROFILE_NOT_FOUND',
  'INVALID_METADATA_PROFILE_SCHEMA',
  'METADATA_UNABLE_TO_TRANSFORM',
  'OBJECT_CHANGED_MEANWHILE',
] as const;

/** Schemas of records. */
export const metadataProfileActions = {
  add: action({
    summary: 'Keeps a schema that records can follow.',
    parameters: {
      metadataProfile: PROFILE,
      xsdData: required(text, 'An XML schema whose one element is `metadata`.'),
      viewsData: nullable(text, VIEWS_ABOUT),
    },
    result: object(MetadataProfile),
    session: 'required',
    permission: 'CUSTOM_DATA_PROFILE_UPDATE',
    errors: REFUSALS_OF_ADD,
    run: ({ metadataProfile }, call, values) => metadataProfile.add(call, values),
  }),
  addFromFile: action({
    summary: 'Keeps a schema that comes as a file.',
    parameters: {
      metadataProfile: PROFILE,
      xsdFile: XSD_FILE,
      viewsFile: nullable(file(MAX_FILE_BYTES), VIEWS_ABOUT),
    },
    result: object(MetadataProfile),
    session: 'required',
    permission: 'CUSTOM_DATA_PROFILE_UPDATE',
    errors: REFUSALS_OF_ADD,
    run: ({ metadataProfile }, call, values) => metadataProfile.addFromFile(call, values),
  }),
  get: action({
    summary: 'Answers a schema: the account’s own, or one that every account has.',
    parameters: { id: ID },
    result: object(MetadataProfile),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['METADATA_PROFILE_NOT_FOUND'],
    run: ({ metadataProfile }, call, values) => metadataProfile.get(call, values),
  }),
  update: action({
    summary: 'Changes what is sent. A new schema must fit all records that are there.',
    parameters: {
      id: ID,
      metadataProfile: PROFILE,
      xsdData: nullable(text, 'Another schema, which becomes the next version.'),
      viewsData: nullable(text, VIEWS_ABOUT),
    },
    result: object(MetadataProfile),
    session: 'required',
    permission: 'CUSTOM_DATA_PROFILE_UPDATE',
    errors: [...REFUSALS_OF_CHANGE, 'SYSTEM_NAME_ALREADY_EXISTS'],
    run: ({ metadataProfile }, call, values) => metadataProfile.update(call, values),
  }),
  list: action({
    summary:
      'Finds schemas of the account’s own; by id or system name also those that every account has.',
    parameters: {
      filter: nullable(object(MetadataProfileFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(MetadataProfileListResponse),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: [],
    example: { filter: { systemNameEqual: 'KMS_KWEBCAST2' } },
    run: ({ metadataProfile }, call, values) => metadataProfile.list(call, values),
  }),
  listFields: action({
    summary: 'Answers the places for values in records of a schema.',
    parameters: { metadataProfileId: required(int) },
    result: object(MetadataProfileFieldListResponse),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['METADATA_PROFILE_NOT_FOUND'],
    run: ({ metadataProfile }, call, values) => metadataProfile.listFields(call, values),
  }),
  delete: action({
    summary: 'Deletes a schema of the account’s own, with all of its records.',
    parameters: { id: ID },
    result: null,
    session: 'required',
    permission: 'CUSTOM_DATA_PROFILE_UPDATE',
    errors: ['METADATA_PROFILE_NOT_FOUND'],
    run: ({ metadataProfile }, call, values) => metadataProfile.delete(call, values),
  }),
  revert: action({
    summary: 'Goes on with a schema of before, as a new version.',
    parameters: { id: ID, toVersion: required(int) },
    result: object(MetadataProfile),
    session: 'required',
    permission: 'CUSTOM_DATA_PROFILE_UPDATE',
    errors: [...REFUSALS_OF_CHANGE, 'METADATA_FILE_NOT_FOUND'],
    run: ({ metadataProfile }, call, values) => metadataProfile.revert(call, values),
  }),
  updateDefinitionFromFile: action({
    summary: 'Takes a schema that comes as a file. It must fit all records that are there.',
    parameters: { id: ID, xsdFile: XSD_FILE },
    result: object(MetadataProfile),
    session: 'required',
    permission: 'CUSTOM_DATA_PROFILE_UPDATE',
    errors: REFUSALS_OF_CHANGE,
    run: ({ metadataProfile }, call, values) =>
      metadataProfile.updateDefinitionFromFile(call, values),
  }),
  updateViewsFromFile: action({
    summary: 'Takes views that come as a file.',
    parameters: { id: ID, viewsFile: required(file(MAX_FILE_BYTES), VIEWS_ABOUT) },
    result: object(MetadataProfile),
    session: 'required',
    permission: 'CUSTOM_DATA_PROFILE_UPDATE',
    errors: REFUSALS_OF_CHANGE,
    run: ({ metadataProfile }, call, values) => metadataProfile.updateViewsFromFile(call, values),
  }),
  serve: action({
    summary: 'Answers a schema as a file.',
    parameters: { id: ID },
    result: servedFile,
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['METADATA_PROFILE_NOT_FOUND'],
    run: ({ metadataProfile }, call, values) => metadataProfile.serve(call, values),
  }),
  serveView: action({
    summary: 'Answers a schema’s views as a file.',
    parameters: { id: ID },
    result: servedFile,
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['METADATA_PROFILE_NOT_FOUND', 'FILE_DOESNT_EXIST'],
    run: ({ metadataProfile }, call, values) => metadataProfile.serveView(call, values),
  }),
} as const satisfies Actions;
