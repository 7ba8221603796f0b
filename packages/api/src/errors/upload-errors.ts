import { error } from './error-shape.ts';

/** Files on their way here, and what they cannot become. */
export const UPLOAD_ERRORS = {
  UPLOAD_TOKEN_NOT_FOUND: error([], () => 'There is no such upload token of this session’s user'),
  UPLOAD_TOKEN_INVALID_STATUS_FOR_UPLOAD: error(
    [],
    () => 'The upload is over: its file is whole, used, deleted or timed out. Add another token',
  ),
  UPLOAD_TOKEN_CANNOT_RESUME: error(
    [],
    () => 'Nothing has arrived yet that could be resumed: send the first chunk with resume false',
  ),
  UPLOAD_TOKEN_CANNOT_MATCH_EXPECTED_SIZE: error(
    [],
    () =>
      'What has arrived is not the whole file: bytes are missing before its end, or its size is not fileSize. Send what is missing, then the last chunk again',
  ),
  UPLOAD_TOKEN_MISSING_FILE_SIZE: error(
    [],
    () => 'autoFinalize needs fileSize: the file is whole when so many bytes have arrived',
  ),
  UPLOAD_TOKEN_INVALID_STATUS_FOR_ADD_ENTRY: error(
    [],
    () => 'The upload token has no whole file: finish the upload; each file can be used once',
  ),
  UPLOADED_FILE_NOT_FOUND_BY_TOKEN: error(
    [],
    () => 'There is no upload token with this id that the session’s user may use',
  ),
  FILE_TYPE_NOT_SUPPORTED: error(
    ['TYPE', 'EXPECTED'],
    (found, expected) => `The file is ${found}; taken here: ${expected}`,
  ),
  /** Not one of Kaltura's: there, such a value is taken for another one. */
  UPLOAD_OUT_OF_RANGE: error(
    ['PROP_NAME', 'VALUE', 'EXPECTED'],
    (name, value, expected) => `"${name}" must be ${expected} (got ${value})`,
  ),
  /** Not one of Kaltura's. */
  UPLOAD_LIMIT_REACHED: error(
    ['WHAT', 'MAX_VALUE'],
    (what, most) =>
      `${what} may have at most ${most} waiting in unused uploads: use them, or delete some (uploadToken.delete)`,
  ),
} as const;
