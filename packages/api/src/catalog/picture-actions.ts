import type { EntryKind } from '../entries/entry.ts';
import { MAX_PICTURE_BYTES } from '../pictures/picture-format.ts';
import { BaseEntry } from '../schema/base-entry.ts';
import { file, int, type ObjectType, object, text } from '../schema/kinds.ts';
import { LiveStreamEntry } from '../schema/live-stream-entry.ts';
import { MediaEntry } from '../schema/media-entry.ts';
import { type Actions, action, nullable, required } from './action.ts';
import { OF_ENTRY } from './entry-action-parts.ts';

const fileData = required(file(MAX_PICTURE_BYTES), 'JPEG, PNG, GIF or WebP, at most 10 MB.');
const url = required(
  text,
  'Of a JPEG, PNG, GIF or WebP of at most 10 MB; http or https, at a public address.',
);
const timeOffset = required(int, 'Seconds from the beginning of the show.');
const flavorParamsId = nullable(int, 'Taken and not used: there is one rendition.');

const IS_EDITORS = {
  session: 'required',
  permission: 'BASE_USER_SESSION_PERMISSION',
  ownership: OF_ENTRY,
} as const;

const FILE_ERRORS = ['ENTRY_ID_NOT_FOUND', 'INVALID_FILE_TYPE', 'PICTURES_NOT_AVAILABLE'] as const;
const URL_ERRORS = [
  'ENTRY_ID_NOT_FOUND',
  'THUMB_ASSET_DOWNLOAD_FAILED',
  'PICTURES_NOT_AVAILABLE',
] as const;
const FRAME_ERRORS = [
  'ENTRY_ID_NOT_FOUND',
  'ENTRY_SOURCE_FILE_NOT_FOUND',
  'PICTURES_NOT_AVAILABLE',
] as const;

const ALL: readonly EntryKind[] = ['webcast', 'media', 'document'];
const WEBCASTS: readonly EntryKind[] = ['webcast'];

/** The picture of a live stream while it is not on air. */
export const liveStreamPictureActions = {
  updateOfflineThumbnailJpeg: fromFile(WEBCASTS, LiveStreamEntry),
  updateOfflineThumbnailFromUrl: fromUrl(WEBCASTS, LiveStreamEntry),
} as const satisfies Actions;

/** The picture of any entry. */
export const baseEntryPictureActions = {
  updateThumbnailJpeg: fromFile(ALL, BaseEntry),
  updateThumbnailFromUrl: fromUrl(ALL, BaseEntry),
  updateThumbnailFromSourceEntry: action({
    summary: 'Sets the entry’s picture to a frame of another entry’s show, or to its picture.',
    parameters: { entryId: required(text), sourceEntryId: required(text), timeOffset },
    result: object(BaseEntry),
    ...IS_EDITORS,
    errors: FRAME_ERRORS,
    run: ({ picture }, call, { entryId, sourceEntryId, timeOffset: second }) =>
      picture.setFromSource(call, ALL, entryId, sourceEntryId, second),
  }),
} as const satisfies Actions;

/** The picture of a media entry; a live stream is one too. */
export const mediaPictureActions = {
  updateThumbnail: action({
    summary: 'Sets the entry’s picture to a frame of its own show.',
    parameters: { entryId: required(text), timeOffset, flavorParamsId },
    result: object(MediaEntry),
    ...IS_EDITORS,
    errors: FRAME_ERRORS,
    run: ({ picture }, call, { entryId, timeOffset: second }) =>
      picture.setFromMoment(call, ALL, entryId, second),
  }),
  updateThumbnailFromSourceEntry: action({
    summary: 'Sets the entry’s picture to a frame of another entry’s show, or to its picture.',
    parameters: {
      entryId: required(text),
      sourceEntryId: required(text),
      timeOffset,
      flavorParamsId,
    },
    result: object(MediaEntry),
    ...IS_EDITORS,
    errors: FRAME_ERRORS,
    run: ({ picture }, call, { entryId, sourceEntryId, timeOffset: second }) =>
      picture.setFromSource(call, ALL, entryId, sourceEntryId, second),
  }),
  updateThumbnailJpeg: fromFile(ALL, MediaEntry),
  updateThumbnailFromUrl: fromUrl(ALL, BaseEntry),
} as const satisfies Actions;

function fromFile(kinds: readonly EntryKind[], type: ObjectType) {
  return action({
    summary:
      'Sets the entry’s picture; it is written anew as JPEG, full HD at most, and thumbnailUrl changes.',
    parameters: { entryId: required(text), fileData },
    result: object(type),
    ...IS_EDITORS,
    errors: FILE_ERRORS,
    run: ({ picture }, call, { entryId, fileData: sent }) =>
      picture.setFromFile(call, kinds, entryId, sent),
  });
}

function fromUrl(kinds: readonly EntryKind[], type: ObjectType) {
  return action({
    summary:
      'Fetches a picture and sets it; it is written anew as JPEG, full HD at most, and thumbnailUrl changes.',
    parameters: { entryId: required(text), url },
    result: object(type),
    ...IS_EDITORS,
    errors: URL_ERRORS,
    run: ({ picture }, call, { entryId, url: address }) =>
      picture.setFromUrl(call, kinds, entryId, address),
  });
}
