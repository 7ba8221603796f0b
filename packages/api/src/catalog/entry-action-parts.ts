import type { ErrorCode } from '../errors/api-error.ts';
import type { Ownership } from './action.ts';

/** What the actions of all services of entries have in common. */

export const OF_ENTRY: Ownership = { of: 'entry', parameter: 'entryId', privilege: 'edit' };

/** What an entry can be refused with, whatever it is. */
export const ADD_ERRORS: readonly ErrorCode[] = [
  'PROPERTY_VALIDATION_CANNOT_BE_NULL',
  'ENTRY_SOURCE_TYPE_NOT_SUPPORTED',
  'CONVERSION_PROFILE_ID_NOT_FOUND',
  'ACCESS_CONTROL_ID_NOT_FOUND',
  'PARENT_ENTRY_ID_NOT_FOUND',
  'INVALID_ENTRY_SCHEDULE_DATES',
  'ENTRY_DISPLAY_IN_SEARCH_VALUE_NOT_ALLOWED',
  'DYNAMIC_SEGMENT_DURATION_DISABLED',
];

export const UPDATE_ERRORS: readonly ErrorCode[] = [
  'ENTRY_ID_NOT_FOUND',
  'CANNOT_UPDATE_FIELDS_WHILE_ENTRY_BROADCASTING',
  'CANNOT_UPDATE_FIELDS_RECORDED_ENTRY_STILL_NOT_READY',
  'CONVERSION_PROFILE_ID_NOT_FOUND',
  'ACCESS_CONTROL_ID_NOT_FOUND',
  'PARENT_ENTRY_ID_NOT_FOUND',
  'INVALID_ENTRY_SCHEDULE_DATES',
  'INVALID_ENTRY_TYPE',
  'ENTRY_DISPLAY_IN_SEARCH_VALUE_NOT_ALLOWED',
  'DYNAMIC_SEGMENT_DURATION_DISABLED',
  'ENTRY_CHANGED_MEANWHILE',
];

/** What an upload can be refused with that an entry is made of. */
export const UPLOAD_USE_ERRORS = [
  'UPLOADED_FILE_NOT_FOUND_BY_TOKEN',
  'UPLOAD_TOKEN_INVALID_STATUS_FOR_ADD_ENTRY',
  'FILE_TYPE_NOT_SUPPORTED',
  'FILE_SIZE_EXCEEDED',
  'INVALID_FILE_TYPE',
  'PICTURES_NOT_AVAILABLE',
] as const satisfies readonly ErrorCode[];
