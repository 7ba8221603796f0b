import { error } from './error-shape.ts';

/** Entries that are not there, or not in the state that the call needs. */
export const ENTRY_ERRORS = {
  ENTRY_ID_NOT_FOUND: error(['ENTRY_ID'], (id) => `There is no entry "${id}"`),
  INVALID_ENTRY_ID: error(['ID'], (id) => `There is no live entry "${id}"`),
  ENTRY_SOURCE_TYPE_NOT_SUPPORTED: error(
    ['SOURCE_TYPE'],
    (type) => `Source type "${type}" is not supported: use 32 (LIVE_STREAM)`,
  ),
  DYNAMIC_SEGMENT_DURATION_DISABLED: error(
    [],
    () => 'Segments follow the key frames of the encoder: segmentDuration cannot be changed',
  ),
  CANNOT_UPDATE_FIELDS_WHILE_ENTRY_BROADCASTING: error(
    ['FIELD'],
    (field) => `"${field}" cannot be changed while the webcast is live`,
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
