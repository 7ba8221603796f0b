import { error } from './error-shape.ts';

/** Entries that are not there, or not in the state that the call needs. */
export const ENTRY_ERRORS = {
  ENTRY_ID_NOT_FOUND: error(['ENTRY_ID'], (id) => `There is no entry "${id}"`),
  INVALID_ENTRY_ID: error(['ID'], (id) => `There is no live entry "${id}"`),
  ENTRY_SOURCE_TYPE_NOT_SUPPORTED: error(
    ['SOURCE_TYPE'],
    (type) =>
      `Source type "${type}" is not supported: use 32 (LIVE_STREAM) or 30 (MANUAL_LIVE_STREAM)`,
  ),
  PARENT_ENTRY_ID_NOT_FOUND: error(
    ['ID'],
    (id) => `There is no entry "${id}" that could be the parent of another`,
  ),
  INVALID_ENTRY_SCHEDULE_DATES: error([], () => 'endDate must not lie before startDate'),
  INVALID_ENTRY_TYPE: error(
    ['ENTRY_NAME', 'WRONG_ENTRY_TYPE', 'RIGHT_ENTRY_TYPE'],
    (id, wrong, right) => `Entry "${id}" is a ${right}, not a ${wrong}`,
  ),
  ENTRY_TYPE_NOT_SUPPORTED: error(
    ['ENTRY_TYPE'],
    (type) => `Entries of type "${type}" cannot be added by this action`,
  ),
  ENTRY_MEDIA_TYPE_NOT_SUPPORTED: error(
    ['MEDIA_TYPE'],
    (type) => `Media type "${type}" is not supported: use 1 (video), 2 (image) or 5 (audio)`,
  ),
  ENTRY_DISPLAY_IN_SEARCH_VALUE_NOT_ALLOWED: error(
    ['DISPLAY_IN_SEARCH_NEW_VALUE'],
    (value) =>
      `displayInSearch cannot be set to "${value}": the recycle bin has actions of its own (recycle, restoreRecycled)`,
  ),
  INVALID_ENTRY_STATUS_FOR_RECYCLE: error(
    [],
    () => 'The entry is on air, or in the recycle bin already',
  ),
  INVALID_ENTRY_STATUS_FOR_RESTORE: error([], () => 'The entry is not in the recycle bin'),
  ENTRY_BULK_DELETE_ONLY_RECYCLED: error(
    [],
    () => 'Only recycled entries are deleted by filter: set displayInSearchEqual to -2',
  ),
  ENTRY_CANNOT_BE_FLAGGED: error(
    [],
    () => 'The entry waits for a moderator, was rejected, or has as many complaints as are kept',
  ),
  INVALID_RANK_VALUE: error([], () => 'rank must be a whole number from 1 to 5'),
  CANNOT_REGENERATE_STREAM_TOKEN_FOR_EXTERNAL_LIVE_STREAMS: error(
    ['TYPE'],
    (type) => `A stream of source type "${type}" comes from elsewhere and has no token here`,
  ),
  LIVE_STREAM_STATUS_CANNOT_BE_DETERMINED: error(
    ['PROT'],
    (protocol) => `Nobody here knows whether the stream can be watched as "${protocol}"`,
  ),
  LIVE_STREAM_INVALID_TOKEN: error(
    ['ENTRY_ID'],
    (id) => `The token is not that of live stream "${id}"`,
  ),
  LIVE_STREAM_ALREADY_BROADCASTING: error(
    ['ENTRY_ID', 'MEDIA_SERVER'],
    (id, server) => `Live stream "${id}" is broadcast already, from ${server}`,
  ),
  DYNAMIC_SEGMENT_DURATION_DISABLED: error(
    [],
    () => 'Segments follow the key frames of the encoder: segmentDuration cannot be changed',
  ),
  CANNOT_UPDATE_FIELDS_WHILE_ENTRY_BROADCASTING: error(
    ['FIELD'],
    (field) => `"${field}" cannot be changed while the webcast is live`,
  ),
  CANNOT_UPDATE_FIELDS_RECORDED_ENTRY_STILL_NOT_READY: error(
    ['FIELD'],
    (field) => `"${field}" cannot be changed while the webcast’s recording is not ready`,
  ),
  CANNOT_DELETE_LIVE_ENTRY_WHILE_STREAMING: error(
    ['LIVE_ENTRY_ID'],
    (id) => `Webcast "${id}" is on air: end it before deleting it`,
  ),
  ENTRY_CHANGED_MEANWHILE: error(
    ['ENTRY_ID'],
    (id) => `Entry "${id}" was changed by others again and again: send the change once more`,
  ),
} as const;
