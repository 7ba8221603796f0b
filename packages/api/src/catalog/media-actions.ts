import { MediaListResponse } from '../schema/entry-results.ts';
import { FilterPager } from '../schema/filter.ts';
import { int, object, text } from '../schema/kinds.ts';
import { MediaEntry } from '../schema/media-entry.ts';
import { MediaEntryFilter } from '../schema/media-entry-filter.ts';
import { type Actions, action, nullable, optional, required } from './action.ts';
import { ADD_ERRORS, OF_ENTRY, UPDATE_ERRORS } from './entry-action-parts.ts';
import { moderationActions } from './moderation-actions.ts';

/** Videos, sounds and pictures. */
export const mediaActions = {
  add: action({
    summary: 'Adds a video, sound or picture that waits for its content.',
    parameters: { entry: required(object(MediaEntry)) },
    result: object(MediaEntry),
    session: 'required',
    permission: 'CONTENT_INGEST_BASE',
    errors: [...ADD_ERRORS, 'ENTRY_TYPE_NOT_SUPPORTED', 'ENTRY_MEDIA_TYPE_NOT_SUPPORTED'],
    example: { entry: { objectType: 'KalturaMediaEntry', name: 'Interview', mediaType: 1 } },
    run: ({ media }, call, values) => media.add(call, values),
  }),
  get: action({
    summary: 'Answers a video, sound or picture.',
    parameters: { entryId: required(text), version: optional(int, -1, 'There is one version.') },
    result: object(MediaEntry),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['ENTRY_ID_NOT_FOUND'],
    run: ({ media }, call, values) => media.get(call, values),
  }),
  update: action({
    summary: 'Changes the properties that are sent.',
    parameters: { entryId: required(text), mediaEntry: required(object(MediaEntry)) },
    result: object(MediaEntry),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    ownership: OF_ENTRY,
    errors: UPDATE_ERRORS,
    run: ({ media }, call, values) => media.update(call, values),
  }),
  delete: action({
    summary: 'Deletes a video, sound or picture.',
    parameters: { entryId: required(text) },
    result: null,
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    ownership: OF_ENTRY,
    errors: ['ENTRY_ID_NOT_FOUND'],
    run: ({ media }, call, values) => media.delete(call, values),
  }),
  list: action({
    summary: 'Finds videos, sounds, pictures and live streams; any filter of media may be sent.',
    parameters: {
      filter: nullable(object(MediaEntryFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(MediaListResponse),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['INVALID_FIELD_VALUE'],
    run: ({ media }, call, values) => media.list(call, values),
  }),
  count: action({
    summary: 'Says how many entries a list would find.',
    parameters: { filter: nullable(object(MediaEntryFilter)) },
    result: int,
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['INVALID_FIELD_VALUE'],
    run: ({ media }, call, values) => media.count(call, values),
  }),
  ...moderationActions(({ media }) => media),
} as const satisfies Actions;
