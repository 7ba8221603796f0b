import { BaseEntry } from '../schema/base-entry.ts';
import { BaseEntryFilter } from '../schema/base-entry-filter.ts';
import { BaseEntryCloneOptionComponent, BaseEntryListResponse } from '../schema/entry-results.ts';
import { EntryType } from '../schema/enums.ts';
import { FilterPager } from '../schema/filter.ts';
import { arrayOf, bool, enumOf, int, object, text } from '../schema/kinds.ts';
import { type Actions, action, nullable, optional, required } from './action.ts';
import { ADD_ERRORS, OF_ENTRY, UPDATE_ERRORS } from './entry-action-parts.ts';
import { moderationActions } from './moderation-actions.ts';

/** Entries of every kind: answers and lists hold live streams, videos and whatever else has an entry id. */
export const baseEntryActions = {
  add: action({
    summary:
      'Adds an entry: what it is follows from its objectType, else from the type. Media wait for their content.',
    parameters: {
      entry: required(object(BaseEntry)),
      type: optional(enumOf(EntryType), '-1', 'Only where objectType is KalturaBaseEntry.'),
    },
    result: object(BaseEntry),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: [...ADD_ERRORS, 'ENTRY_TYPE_NOT_SUPPORTED'],
    example: { entry: { objectType: 'KalturaMediaEntry', name: 'Interview', mediaType: 1 } },
    run: ({ baseEntry }, call, values) => baseEntry.add(call, values),
  }),
  get: action({
    summary: 'Answers an entry.',
    parameters: { entryId: required(text), version: optional(int, -1, 'There is one version.') },
    result: object(BaseEntry),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['ENTRY_ID_NOT_FOUND'],
    run: ({ baseEntry }, call, values) => baseEntry.get(call, values),
  }),
  getByIds: action({
    summary:
      'Answers several entries in the order of their ids; those that are not there are left out.',
    parameters: { entryIds: required(text, 'At most 500, separated by commas.') },
    result: arrayOf(BaseEntry),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['INVALID_FIELD_VALUE'],
    run: ({ baseEntry }, call, values) => baseEntry.getByIds(call, values),
  }),
  update: action({
    summary: 'Changes the properties that are sent.',
    parameters: { entryId: required(text), baseEntry: required(object(BaseEntry)) },
    result: object(BaseEntry),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    ownership: OF_ENTRY,
    errors: UPDATE_ERRORS,
    run: ({ baseEntry }, call, values) => baseEntry.update(call, values),
  }),
  delete: action({
    summary: 'Deletes an entry, unless it is on air; only for its owner, not for its editors.',
    parameters: { entryId: required(text) },
    result: null,
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    ownership: { ...OF_ENTRY, isForOwnerOnly: true },
    errors: ['ENTRY_ID_NOT_FOUND', 'CANNOT_DELETE_LIVE_ENTRY_WHILE_STREAMING'],
    run: ({ baseEntry }, call, values) => baseEntry.delete(call, values),
  }),
  list: action({
    summary: 'Finds entries of every kind; any filter of entries may be sent.',
    parameters: {
      filter: nullable(object(BaseEntryFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(BaseEntryListResponse),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['INVALID_FIELD_VALUE'],
    run: ({ baseEntry }, call, values) => baseEntry.list(call, values),
  }),
  listByReferenceId: action({
    summary: 'Finds the entries that another system knows by this id.',
    parameters: { refId: required(text), pager: nullable(object(FilterPager)) },
    result: object(BaseEntryListResponse),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['MISSING_MANDATORY_PARAMETER'],
    run: ({ baseEntry }, call, values) => baseEntry.listByReferenceId(call, values),
  }),
  count: action({
    summary: 'Says how many entries a list would find.',
    parameters: { filter: nullable(object(BaseEntryFilter)) },
    result: int,
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['INVALID_FIELD_VALUE'],
    run: ({ baseEntry }, call, values) => baseEntry.count(call, values),
  }),
  clone: action({
    summary:
      'Adds an entry with the settings of another; a live stream gets a stream token of its own. Content is not copied.',
    parameters: {
      entryId: required(text),
      cloneOptions: nullable(
        arrayOf(BaseEntryCloneOptionComponent),
        'USERS and ACCESS_CONTROL can be left out of the copy; then it is the caller’s own.',
      ),
    },
    result: object(BaseEntry),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    ownership: OF_ENTRY,
    errors: ['ENTRY_ID_NOT_FOUND'],
    run: ({ baseEntry }, call, values) => baseEntry.clone(call, values),
  }),
  recycle: action({
    summary: 'Puts an entry into the recycle bin: lists no longer show it. Not while it is on air.',
    parameters: { entryId: required(text) },
    result: object(BaseEntry),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    ownership: OF_ENTRY,
    errors: ['ENTRY_ID_NOT_FOUND', 'INVALID_ENTRY_STATUS_FOR_RECYCLE'],
    run: ({ baseEntry }, call, values) => baseEntry.recycle(call, values),
  }),
  restoreRecycled: action({
    summary: 'Takes an entry out of the recycle bin, as it was.',
    parameters: { entryId: required(text) },
    result: object(BaseEntry),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    ownership: OF_ENTRY,
    errors: ['ENTRY_ID_NOT_FOUND', 'INVALID_ENTRY_STATUS_FOR_RESTORE'],
    run: ({ baseEntry }, call, values) => baseEntry.restoreRecycled(call, values),
  }),
  bulkDelete: action({
    summary:
      'Deletes recycled entries, at most 500 at once, and answers how many. What is on air stays.',
    parameters: {
      filter: required(object(BaseEntryFilter), 'With displayInSearchEqual -2.'),
    },
    result: int,
    session: 'required',
    permission: 'CONTENT_MANAGE_BASE',
    errors: ['ENTRY_BULK_DELETE_ONLY_RECYCLED', 'INVALID_FIELD_VALUE'],
    run: ({ baseEntry }, call, values) => baseEntry.bulkDelete(call, values),
  }),
  index: action({
    summary: 'Writes what lists look for anew, and answers how often the entry has been written.',
    parameters: {
      id: required(text),
      shouldUpdate: optional(bool, true, 'Whether updatedAt becomes now.'),
    },
    result: int,
    session: 'required',
    permission: 'CONTENT_MANAGE_BASE',
    errors: ['ENTRY_ID_NOT_FOUND'],
    run: ({ baseEntry }, call, values) => baseEntry.index(call, values),
  }),
  ...moderationActions(({ baseEntry }) => baseEntry),
} as const satisfies Actions;
