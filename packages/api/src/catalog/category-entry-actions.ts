import { CategoryEntry, CategoryEntryListResponse } from '../schema/category.ts';
import { CategoryEntryFilter } from '../schema/category-filters.ts';
import { FilterPager } from '../schema/filter.ts';
import { int, object, text } from '../schema/kinds.ts';
import { type Actions, action, nullable, required } from './action.ts';

const NAMES = { entryId: required(text), categoryId: required(int) } as const;

/** Entries in categories. */
export const categoryEntryActions = {
  add: action({
    summary:
      'Puts an entry into a category; where it is moderated, a moderator may have to approve.',
    parameters: { categoryEntry: required(object(CategoryEntry)) },
    example: { categoryEntry: { entryId: '0_ab12cd34', categoryId: 1234 } },
    result: object(CategoryEntry),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: [
      'INVALID_ENTRY_ID',
      'CATEGORY_NOT_FOUND',
      'CANNOT_ASSIGN_ENTRY_TO_CATEGORY',
      'CATEGORY_ENTRY_ALREADY_EXISTS',
      'MAX_CATEGORIES_FOR_ENTRY_REACHED',
    ],
    run: ({ categoryEntry }, call, values) => categoryEntry.add(call, values),
  }),
  delete: action({
    summary: 'Takes an entry out of a category.',
    parameters: NAMES,
    result: null,
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: [
      'INVALID_ENTRY_ID',
      'CATEGORY_NOT_FOUND',
      'ENTRY_IS_NOT_ASSIGNED_TO_CATEGORY',
      'CANNOT_REMOVE_ENTRY_FROM_CATEGORY',
    ],
    run: ({ categoryEntry }, call, values) => categoryEntry.delete(call, values),
  }),
  list: action({
    summary: 'Says which entries are in a category, or in which categories an entry is.',
    parameters: {
      filter: nullable(object(CategoryEntryFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(CategoryEntryListResponse),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: ['MUST_FILTER_ON_ENTRY_OR_CATEGORY'],
    run: ({ categoryEntry }, call, values) => categoryEntry.list(call, values),
  }),
  activate: action({
    summary: 'Approves an entry that waits in a moderated category.',
    parameters: NAMES,
    result: null,
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: [
      'INVALID_ENTRY_ID',
      'CATEGORY_NOT_FOUND',
      'ENTRY_IS_NOT_ASSIGNED_TO_CATEGORY',
      'CANNOT_ACTIVATE_CATEGORY_ENTRY',
      'CANNOT_ACTIVATE_CATEGORY_ENTRY_SINCE_IT_IS_NOT_PENDING',
    ],
    run: ({ categoryEntry }, call, values) => categoryEntry.activate(call, values),
  }),
  reject: action({
    summary: 'Rejects an entry that waits in a moderated category.',
    parameters: NAMES,
    result: null,
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: [
      'INVALID_ENTRY_ID',
      'CATEGORY_NOT_FOUND',
      'ENTRY_IS_NOT_ASSIGNED_TO_CATEGORY',
      'CANNOT_REJECT_CATEGORY_ENTRY',
      'CANNOT_REJECT_CATEGORY_ENTRY_SINCE_IT_IS_NOT_PENDING',
    ],
    run: ({ categoryEntry }, call, values) => categoryEntry.reject(call, values),
  }),
} as const satisfies Actions;
