import { FilterPager } from '../schema/filter.ts';
import { enumOf, file, int, object, text } from '../schema/kinds.ts';
import {
  Metadata,
  MetadataFilter,
  MetadataListResponse,
  MetadataObjectType,
} from '../schema/metadata.ts';
import { type Actions, action, nullable, required, servedFile } from './action.ts';

/** As many bytes as the parser takes characters, in the longest of encodings. */
const MAX_XML_BYTES = 2_000_000;

const ID = required(int);
const PROFILE = required(int, 'The metadata profile whose schema the record follows.');
const OBJECT_TYPE = required(
  enumOf(MetadataObjectType),
  'What the record is about; 1 for an entry.',
);
const OBJECT_ID = required(text, 'The id of the entry, category, user or account.');
const XML_FILE = file(MAX_XML_BYTES);
const VERSION = nullable(int, 'The record’s version as it was read: another one is refused.');

const REFUSALS_OF_ADD = [
  'METADATA_PROFILE_NOT_FOUND',
  'INCOMPATIBLE_METADATA_PROFILE_OBJECT_TYPE',
  'METADATA_NO_PERMISSION_ON_ENTRY',
  'METADATA_OBJECT_ID_NOT_FOUND',
  'METADATA_ALREADY_EXISTS',
  'INVALID_METADATA_DATA',
] as const;

const REFUSALS_OF_CHANGE = [
  'METADATA_NOT_FOUND',
  'METADATA_NO_PERMISSION_ON_ENTRY',
  'METADATA_OBJECT_ID_NOT_FOUND',
] as const;

/** Records about objects. */
export const metadataActions = {
  add: action({
    summary: 'Records something about an object, as a metadata profile’s schema says.',
    parameters: {
      metadataProfileId: PROFILE,
      objectType: OBJECT_TYPE,
      objectId: OBJECT_ID,
      xmlData: required(text, 'The record: XML whose root is `metadata`.'),
    },
    result: object(Metadata),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: REFUSALS_OF_ADD,
    example: {
      metadataProfileId: 61_204_518,
      objectType: '1',
      objectId: '0_ab12cd34',
      xmlData: '<metadata><IsKwebcastEntry>1</IsKwebcastEntry></metadata>',
    },
    run: ({ metadata }, call, values) => metadata.add(call, values),
  }),
  addFromFile: action({
    summary: 'Records what a file of XML says about an object.',
    parameters: {
      metadataProfileId: PROFILE,
      objectType: OBJECT_TYPE,
      objectId: OBJECT_ID,
      xmlFile: required(XML_FILE, 'XML whose root is `metadata`.'),
    },
    result: object(Metadata),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: REFUSALS_OF_ADD,
    run: ({ metadata }, call, values) => metadata.addFromFile(call, values),
  }),
  get: action({
    summary: 'Answers a record.',
    parameters: { id: ID },
    result: object(Metadata),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['METADATA_NOT_FOUND'],
    run: ({ metadata }, call, values) => metadata.get(call, values),
  }),
  update: action({
    summary: 'Takes another content for a record; its version grows where the content differs.',
    parameters: {
      id: ID,
      xmlData: nullable(text, 'The whole record anew; left out, it is only checked again.'),
      version: VERSION,
    },
    result: object(Metadata),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: [...REFUSALS_OF_CHANGE, 'INVALID_METADATA_DATA', 'INVALID_METADATA_VERSION'],
    example: {
      id: 48_120_733,
      xmlData: '<metadata><IsKwebcastEntry>1</IsKwebcastEntry></metadata>',
      version: 1,
    },
    run: ({ metadata }, call, values) => metadata.update(call, values),
  }),
  updateFromFile: action({
    summary: 'Takes the content of a file of XML for a record.',
    parameters: { id: ID, xmlFile: nullable(XML_FILE, 'The whole record anew.') },
    result: object(Metadata),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: [...REFUSALS_OF_CHANGE, 'INVALID_METADATA_DATA'],
    run: ({ metadata }, call, values) => metadata.updateFromFile(call, values),
  }),
  list: action({
    summary: 'Finds records about objects; of entries, their ids must be named.',
    parameters: {
      filter: nullable(object(MetadataFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(MetadataListResponse),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['MUST_FILTER_ON_OBJECT_ID'],
    example: { filter: { objectIdEqual: '0_ab12cd34' } },
    run: ({ metadata }, call, values) => metadata.list(call, values),
  }),
  delete: action({
    summary: 'Deletes a record.',
    parameters: { id: ID },
    result: null,
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: REFUSALS_OF_CHANGE,
    run: ({ metadata }, call, values) => metadata.delete(call, values),
  }),
  invalidate: action({
    summary: 'Declares a record invalid, until it is updated.',
    parameters: { id: ID, version: VERSION },
    result: null,
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: [...REFUSALS_OF_CHANGE, 'INVALID_METADATA_VERSION'],
    run: ({ metadata }, call, values) => metadata.invalidate(call, values),
  }),
  serve: action({
    summary: 'Answers the XML of a record as a file.',
    parameters: { id: ID },
    result: servedFile,
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['METADATA_NOT_FOUND'],
    run: ({ metadata }, call, values) => metadata.serve(call, values),
  }),
} as const satisfies Actions;
