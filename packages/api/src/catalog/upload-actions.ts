import { BaseEntry } from '../schema/base-entry.ts';
import { EntryType } from '../schema/enums.ts';
import { enumOf, file, object, text } from '../schema/kinds.ts';
import { MediaEntry } from '../schema/media-entry.ts';
import { MAX_CHUNK_BYTES } from '../uploads/upload-limits.ts';
import { type Actions, action, optional, required } from './action.ts';
import { ADD_ERRORS, UPLOAD_USE_ERRORS } from './entry-action-parts.ts';

/** Entries that are made of files. */

const TOKEN = required(text, 'Of a whole file that nothing was made of.');

export const mediaUploadActions = {
  addFromUploadedFile: action({
    summary:
      'Adds a picture that was uploaded. Videos and sounds are refused: there is nothing that would play their files.',
    parameters: { mediaEntry: required(object(MediaEntry)), uploadTokenId: TOKEN },
    result: object(MediaEntry),
    session: 'required',
    permission: 'CONTENT_INGEST_BASE',
    errors: [
      ...ADD_ERRORS,
      'ENTRY_TYPE_NOT_SUPPORTED',
      'ENTRY_MEDIA_TYPE_NOT_SUPPORTED',
      ...UPLOAD_USE_ERRORS,
    ],
    example: {
      mediaEntry: { objectType: 'KalturaMediaEntry', name: 'Stage', mediaType: 2 },
      uploadTokenId: '0_5f1d…',
    },
    run: ({ media }, call, values) => media.addFromUploadedFile(call, values),
  }),
  upload: uploadWhole(),
} as const satisfies Actions;

export const baseEntryUploadActions = {
  addFromUploadedFile: action({
    summary:
      'Adds a picture or a document that was uploaded; without a type, the file says which of the two it is.',
    parameters: {
      entry: required(object(BaseEntry)),
      uploadTokenId: TOKEN,
      type: optional(enumOf(EntryType), '-1', 'Only where objectType is KalturaBaseEntry.'),
    },
    result: object(BaseEntry),
    session: 'required',
    permission: 'CONTENT_INGEST_UPLOAD',
    errors: [...ADD_ERRORS, 'ENTRY_TYPE_NOT_SUPPORTED', ...UPLOAD_USE_ERRORS],
    example: { entry: { name: 'Slides' }, uploadTokenId: '0_5f1d…' },
    run: ({ baseEntry }, call, values) => baseEntry.addFromUploadedFile(call, values),
  }),
  upload: uploadWhole(),
} as const satisfies Actions;

/** The older way, in one call. */
export function uploadWhole() {
  return action({
    summary: 'Takes a whole file, and answers the id of its upload token.',
    parameters: { fileData: required(file(MAX_CHUNK_BYTES), 'At most 1 GiB.') },
    result: text,
    session: 'required',
    permission: 'CONTENT_INGEST_UPLOAD',
    errors: ['FILE_SIZE_EXCEEDED', 'UPLOAD_LIMIT_REACHED', 'UPLOAD_ERROR'],
    trail: 'refusals',
    run: ({ uploadToken }, call, values) => uploadToken.uploadWhole(call, values),
  });
}
