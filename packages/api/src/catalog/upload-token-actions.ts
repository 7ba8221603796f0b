import { FilterPager } from '../schema/filter.ts';
import { bool, file, float, object, text } from '../schema/kinds.ts';
import { UploadToken, UploadTokenFilter, UploadTokenListResponse } from '../schema/upload-token.ts';
import { MAX_CHUNK_BYTES } from '../uploads/upload-limits.ts';
import { type Actions, action, nullable, optional, required } from './action.ts';

const UPLOADER = { session: 'required', permission: 'CONTENT_INGEST_UPLOAD' } as const;

/** Files on their way here: in one piece, or in chunks of which several may come at once. */
export const uploadTokenActions = {
  add: action({
    ...UPLOADER,
    summary: 'Begins an upload. Its chunks go to `upload`, and then its id makes an entry of it.',
    parameters: { uploadToken: nullable(object(UploadToken)) },
    result: object(UploadToken),
    errors: [
      'UPLOAD_TOKEN_MISSING_FILE_SIZE',
      'FILE_SIZE_EXCEEDED',
      'UPLOAD_OUT_OF_RANGE',
      'UPLOAD_LIMIT_REACHED',
    ],
    example: { uploadToken: { fileName: 'slides.pdf', fileSize: 1_048_576 } },
    run: ({ uploadToken }, call, values) => uploadToken.add(call, values),
  }),
  get: action({
    ...UPLOADER,
    summary: 'Says how far an upload of the session’s user is, also once it is over.',
    parameters: { uploadTokenId: required(text) },
    result: object(UploadToken),
    errors: ['UPLOAD_TOKEN_NOT_FOUND'],
    run: ({ uploadToken }, call, values) => uploadToken.get(call, values),
  }),
  upload: action({
    ...UPLOADER,
    summary:
      'Takes a file, or a chunk of one. What is answered survives a crash of the server; a chunk may be sent again.',
    parameters: {
      uploadTokenId: required(text),
      fileData: required(file(MAX_CHUNK_BYTES), 'At most 1 GiB; larger files come in chunks.'),
      resume: optional(bool, false, 'False for the first chunk; what came before it is dropped.'),
      finalChunk: optional(
        bool,
        true,
        'The file is whole with this one. It may be empty; where bytes before it are missing, it is sent again after them.',
      ),
      resumeAt: optional(
        float,
        -1,
        'Where the chunk begins, in bytes; -1 for where what has come without a gap ends.',
      ),
    },
    result: object(UploadToken),
    errors: [
      'UPLOAD_TOKEN_NOT_FOUND',
      'UPLOAD_TOKEN_INVALID_STATUS_FOR_UPLOAD',
      'UPLOAD_TOKEN_CANNOT_RESUME',
      'UPLOAD_TOKEN_CANNOT_MATCH_EXPECTED_SIZE',
      'FILE_SIZE_EXCEEDED',
      'UPLOAD_OUT_OF_RANGE',
      'UPLOAD_LIMIT_REACHED',
      'UPLOAD_ERROR',
      'OBJECT_CHANGED_MEANWHILE',
    ],
    // A line for each chunk would say nothing.
    trail: 'refusals',
    run: ({ uploadToken }, call, values) => uploadToken.upload(call, values),
  }),
  delete: action({
    ...UPLOADER,
    summary: 'Throws an upload away. What was made of it stays.',
    parameters: { uploadTokenId: required(text) },
    result: null,
    errors: ['UPLOAD_TOKEN_NOT_FOUND', 'OBJECT_CHANGED_MEANWHILE'],
    run: ({ uploadToken }, call, values) => uploadToken.delete(call, values),
  }),
  list: action({
    ...UPLOADER,
    summary: 'Finds uploads of the session’s user; for admins, those of the account.',
    parameters: {
      filter: nullable(object(UploadTokenFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(UploadTokenListResponse),
    errors: [],
    run: ({ uploadToken }, call, values) => uploadToken.list(call, values),
  }),
} as const satisfies Actions;
