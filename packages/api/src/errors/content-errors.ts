import { error } from './error-shape.ts';

/** What entries play. */
export const CONTENT_ERRORS = {
  ENTRY_NOT_READY: error(
    ['ENTRY_NAME'],
    (id) => `Entry "${id}" is still being recorded: wait for the end of its show`,
  ),
  ENTRY_CANNOT_BE_TRIMMED: error([], () => 'The entry is no recording: there is nothing to cut'),
  ENTRY_ALREADY_WITH_CONTENT: error([], () => 'The entry has its content already'),
  RECORDED_ENTRY_LIVE_MISMATCH: error(
    ['LIVE_ENTRY_ID', 'RECORDED_ENTRY_ID'],
    (live, recorded) => `Entry "${recorded}" is no recording of live stream "${live}"`,
  ),
  RESOURCE_ENTRY_ID_MISSING: error([], () => 'The resource names no entry: set entryId'),
  RESOURCE_TYPE_NOT_SUPPORTED: error(
    ['RES_TYPE'],
    (type) =>
      `${type} is not taken here: pictures and documents take a KalturaUploadedFileTokenResource; recordings a KalturaOperationResource of the entry itself (updateContent), or one of a recording or a KalturaEntryResource (addContent); thumb assets a KalturaUploadedFileTokenResource or a KalturaUrlResource`,
  ),
  RESOURCES_COUNT_EXCEEDED_MAX_ALLOWED_COUNT: error(
    ['MAX_COUNT'],
    (most) => `A recording has at most ${most} parts`,
  ),
  LIVE_CLIPPING_UNSUPPORTED_OPERATION: error(
    ['OPERATION'],
    (operation) => `"${operation}" is not offered: recordings are cut, not made anew`,
  ),
  /** Not one of Kaltura's: there, a wrong range fails in a job later. */
  CLIP_OUT_OF_RANGE: error(
    ['PROP_NAME', 'VALUE', 'EXPECTED'],
    (name, value, expected) => `"${name}" must be ${expected} (got ${value})`,
  ),
  RECORDING_NOT_REACHABLE: error(
    [],
    () => 'The recording’s media cannot be reached now: try again in a moment',
  ),
} as const;
