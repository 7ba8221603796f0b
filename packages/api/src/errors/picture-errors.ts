import { error } from './error-shape.ts';

/** Pictures that cannot be had, or are none. */
export const PICTURE_ERRORS = {
  INVALID_FILE_TYPE: error(
    ['FILE_NAME'],
    (name) => `"${name}" is no picture that can be read: send JPEG, PNG, GIF or WebP`,
  ),
  THUMB_ASSET_DOWNLOAD_FAILED: error(
    ['URL_PATH'],
    (url) =>
      `No picture could be fetched from "${url}": it must be at a public http or https address, and at most 10 MB`,
  ),
  ENTRY_SOURCE_FILE_NOT_FOUND: error(
    ['ENTRY_ID'],
    (id) => `Of entry "${id}" there is no picture to take at this time`,
  ),
  PICTURES_NOT_AVAILABLE: error(['REASON'], (reason) => `Pictures cannot be made now: ${reason}`),
} as const;
