import { MediaListResponse } from '../schema/entry-results.ts';
import { FilterPager } from '../schema/filter.ts';
import { int, object, text } from '../schema/kinds.ts';
import { MediaEntry } from '../schema/media-entry.ts';
import { MediaEntryFilter } from '../schema/media-entry-filter.ts';
import { ModerationFlag, ModerationFlagListResponse } from '../schema/moderation.ts';
import { type Actions, action, nullable, optional, required } from './action.ts';
import { ADD_ERRORS, OF_ENTRY, UPDATE_ERRORS } from './entry-action-parts.ts';

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
  flag: action({
    summary: 'Complains about an entry; it stays in the lists until a moderator has decided.',
    parameters: { moderationFlag: required(object(ModerationFlag)) },
    result: null,
    session: 'optional',
    permission: 'anyone',
    errors: ['ENTRY_ID_NOT_FOUND', 'ENTRY_CANNOT_BE_FLAGGED'],
    example: {
      moderationFlag: {
        objectType: 'KalturaModerationFlag',
        flaggedEntryId: '0_ab12cd34',
        flagType: 4,
        comments: 'An advertisement',
      },
    },
    run: ({ media }, call, values) => media.flag(call, values),
  }),
  reject: action({
    summary: 'Takes an entry out of the lists.',
    parameters: { entryId: required(text) },
    result: null,
    session: 'required',
    permission: 'CONTENT_MODERATE_BASE',
    errors: ['ENTRY_ID_NOT_FOUND'],
    run: ({ media }, call, values) => media.reject(call, values),
  }),
  approve: action({
    summary: 'Lets everybody see an entry, and puts its complaints aside.',
    parameters: { entryId: required(text) },
    result: null,
    session: 'required',
    permission: 'CONTENT_MODERATE_BASE',
    errors: ['ENTRY_ID_NOT_FOUND'],
    run: ({ media }, call, values) => media.approve(call, values),
  }),
  listFlags: action({
    summary: 'Answers the complaints that wait for a decision, oldest first.',
    parameters: { entryId: required(text), pager: nullable(object(FilterPager)) },
    result: object(ModerationFlagListResponse),
    session: 'required',
    permission: 'CONTENT_MODERATE_BASE',
    errors: ['ENTRY_ID_NOT_FOUND'],
    run: ({ media }, call, values) => media.listFlags(call, values),
  }),
  anonymousRank: action({
    summary: 'Votes for an entry. Who votes is not kept.',
    parameters: { entryId: required(text), rank: required(int, 'From 1 to 5.') },
    result: null,
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['ENTRY_ID_NOT_FOUND', 'INVALID_RANK_VALUE'],
    run: ({ media }, call, values) => media.anonymousRank(call, values),
  }),
} as const satisfies Actions;
