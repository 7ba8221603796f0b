import { CategoryUser, CategoryUserListResponse } from '../schema/category.ts';
import { CategoryUserFilter } from '../schema/category-filters.ts';
import { FilterPager } from '../schema/filter.ts';
import { bool, int, object, text } from '../schema/kinds.ts';
import { type Actions, action, nullable, optional, required } from './action.ts';

const NAMES = { categoryId: required(int), userId: required(text) } as const;

/** Members of categories. */
export const categoryUserActions = {
  add: action({
    summary: 'Makes a user a member of a category.',
    parameters: { categoryUser: required(object(CategoryUser)) },
    example: { categoryUser: { categoryId: 1234, userId: 'olga' } },
    result: object(CategoryUser),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: [
      'CATEGORY_NOT_FOUND',
      'CATEGORY_INHERIT_MEMBERS',
      'CATEGORY_USER_JOIN_NOT_ALLOWED',
      'CATEGORY_USER_ALREADY_EXISTS',
    ],
    run: ({ categoryUser }, call, values) => categoryUser.add(call, values),
  }),
  get: action({
    summary: 'Answers a member of a category, or of the one that it inherits its members from.',
    parameters: NAMES,
    result: object(CategoryUser),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: ['CATEGORY_NOT_FOUND', 'INVALID_CATEGORY_USER_ID'],
    run: ({ categoryUser }, call, values) => categoryUser.get(call, values),
  }),
  update: action({
    summary: 'Changes what a member may do.',
    parameters: {
      ...NAMES,
      categoryUser: required(object(CategoryUser)),
      override: optional(bool, false, 'A program may change what a person has set.'),
    },
    result: object(CategoryUser),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: [
      'CATEGORY_NOT_FOUND',
      'INVALID_CATEGORY_USER_ID',
      'CATEGORY_INHERIT_MEMBERS',
      'CANNOT_UPDATE_CATEGORY_USER',
      'CANNOT_UPDATE_CATEGORY_USER_OWNER',
      'CANNOT_OVERRIDE_MANUAL_CHANGES',
    ],
    run: ({ categoryUser }, call, values) => categoryUser.update(call, values),
  }),
  delete: action({
    summary: 'Ends a membership; users may end their own.',
    parameters: NAMES,
    result: null,
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: [
      'CATEGORY_NOT_FOUND',
      'INVALID_CATEGORY_USER_ID',
      'CATEGORY_INHERIT_MEMBERS',
      'CANNOT_UPDATE_CATEGORY_USER',
      'CANNOT_UPDATE_CATEGORY_USER_OWNER',
    ],
    run: ({ categoryUser }, call, values) => categoryUser.delete(call, values),
  }),
  activate: action({
    summary: 'Lets a member in again.',
    parameters: NAMES,
    result: object(CategoryUser),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: [
      'CATEGORY_NOT_FOUND',
      'INVALID_CATEGORY_USER_ID',
      'CATEGORY_INHERIT_MEMBERS',
      'CANNOT_UPDATE_CATEGORY_USER',
    ],
    run: ({ categoryUser }, call, values) => categoryUser.activate(call, values),
  }),
  deactivate: action({
    summary: 'Keeps a membership without its rights; users may do so with their own.',
    parameters: NAMES,
    result: object(CategoryUser),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: [
      'CATEGORY_NOT_FOUND',
      'INVALID_CATEGORY_USER_ID',
      'CATEGORY_INHERIT_MEMBERS',
      'CANNOT_UPDATE_CATEGORY_USER',
      'CANNOT_UPDATE_CATEGORY_USER_OWNER',
    ],
    run: ({ categoryUser }, call, values) => categoryUser.deactivate(call, values),
  }),
  list: action({
    summary: 'Finds members of categories, or the categories of users.',
    parameters: {
      filter: nullable(object(CategoryUserFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(CategoryUserListResponse),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: ['MUST_FILTER_USERS_OR_CATEGORY'],
    run: ({ categoryUser }, call, values) => categoryUser.list(call, values),
  }),
  copyFromCategory: action({
    summary: 'Gives a category the members of the one above it; those that it has stay.',
    parameters: { categoryId: required(int) },
    result: null,
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: [
      'CATEGORY_NOT_FOUND',
      'CATEGORY_INHERIT_MEMBERS',
      'CATEGORY_DOES_NOT_HAVE_PARENT_CATEGORY',
      'CATEGORY_MAX_USER_REACHED',
      'CANNOT_UPDATE_CATEGORY_USER',
    ],
    run: ({ categoryUser }, call, values) => categoryUser.copyFromCategory(call, values),
  }),
} as const satisfies Actions;
