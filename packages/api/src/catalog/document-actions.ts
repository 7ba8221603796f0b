import {
  DocumentEntry,
  DocumentEntryFilter,
  DocumentListResponse,
} from '../schema/document-entry.ts';
import { FilterPager } from '../schema/filter.ts';
import { bool, int, object, text } from '../schema/kinds.ts';
import { Resource } from '../schema/resource.ts';
import { type Actions, action, nullable, optional, required, servedFile } from './action.ts';
import { ADD_ERRORS, OF_ENTRY, UPDATE_ERRORS, UPLOAD_USE_ERRORS } from './entry-action-parts.ts';
import { uploadWhole } from './upload-actions.ts';

const RESOURCE = required(object(Resource), 'A KalturaUploadedFileTokenResource.');

const CONTENT_ERRORS = [
  'ENTRY_ID_NOT_FOUND',
  'RESOURCE_TYPE_NOT_SUPPORTED',
  'RESOURCE_ENTRY_ID_MISSING',
  'ENTRY_CHANGED_MEANWHILE',
  ...UPLOAD_USE_ERRORS,
] as const;

/** Presentations and other documents, kept as they came. */
export const documentActions = {
  addFromUploadedFile: action({
    summary:
      'Adds a document that was uploaded: PDF, PowerPoint, OpenDocument presentation, Flash or a picture.',
    parameters: {
      documentEntry: required(object(DocumentEntry)),
      uploadTokenId: required(text, 'Of a whole file that nothing was made of.'),
    },
    result: object(DocumentEntry),
    session: 'required',
    permission: 'CONTENT_INGEST_UPLOAD',
    errors: [...ADD_ERRORS, ...UPLOAD_USE_ERRORS],
    example: {
      documentEntry: { objectType: 'KalturaDocumentEntry', name: 'Slides', documentType: 13 },
      uploadTokenId: '0_5f1d…',
    },
    run: ({ document }, call, values) => document.addFromUploadedFile(call, values),
  }),
  get: action({
    summary: 'Answers a document.',
    parameters: { entryId: required(text), version: optional(int, -1, 'There is one version.') },
    result: object(DocumentEntry),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['ENTRY_ID_NOT_FOUND'],
    run: ({ document }, call, values) => document.get(call, values),
  }),
  update: action({
    summary: 'Changes the properties that are sent.',
    parameters: { entryId: required(text), documentEntry: required(object(DocumentEntry)) },
    result: object(DocumentEntry),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    ownership: OF_ENTRY,
    errors: UPDATE_ERRORS,
    run: ({ document }, call, values) => document.update(call, values),
  }),
  delete: action({
    summary: 'Deletes a document with its file.',
    parameters: { entryId: required(text) },
    result: null,
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    ownership: OF_ENTRY,
    errors: ['ENTRY_ID_NOT_FOUND'],
    run: ({ document }, call, values) => document.delete(call, values),
  }),
  list: action({
    summary: 'Finds documents.',
    parameters: {
      filter: nullable(object(DocumentEntryFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(DocumentListResponse),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['INVALID_FIELD_VALUE'],
    run: ({ document }, call, values) => document.list(call, values),
  }),
  upload: uploadWhole(),
  serve: action({
    summary: 'Answers the file. A picture is shown by browsers, anything else is saved.',
    parameters: {
      entryId: required(text),
      flavorAssetId: nullable(text, 'There are no renditions of documents: it is to be left out.'),
      forceProxy: optional(bool, false, 'There is one way to the file: it is not looked at.'),
    },
    result: servedFile,
    session: 'optional',
    permission: 'anyone',
    errors: ['ENTRY_ID_NOT_FOUND', 'FLAVOR_ASSET_ID_NOT_FOUND', 'FLAVOR_ASSET_IS_NOT_READY'],
    run: ({ document }, call, values) => document.serve(call, values),
  }),
  addContent: action({
    summary: 'Gives a document without a file one that was uploaded.',
    parameters: { entryId: required(text), resource: RESOURCE },
    result: object(DocumentEntry),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    ownership: OF_ENTRY,
    errors: [...CONTENT_ERRORS, 'ENTRY_ALREADY_WITH_CONTENT'],
    run: ({ content }, call, values) => content.addContent(call, values, ['document']),
  }),
  updateContent: action({
    summary: 'Replaces the file of a document by one that was uploaded.',
    parameters: {
      entryId: required(text),
      resource: RESOURCE,
      conversionProfileId: nullable(int, 'Taken and not used: documents are kept as they came.'),
    },
    result: object(DocumentEntry),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    ownership: OF_ENTRY,
    errors: CONTENT_ERRORS,
    run: ({ content }, call, values) => content.updateContent(call, values, ['document']),
  }),
} as const satisfies Actions;
