import { FilterPager } from '../schema/filter.ts';
import { int, object } from '../schema/kinds.ts';
import { UserRole, UserRoleFilter, UserRoleListResponse } from '../schema/user-role.ts';
import { type Actions, action, nullable, required } from './action.ts';

/** Roles: lists of permissions that sessions are given by name, or by who has signed in. */
export const userRoleActions = {
  add: action({
    summary: 'Makes a role; it may allow what the session itself may do.',
    parameters: { userRole: required(object(UserRole)) },
    result: object(UserRole),
    session: 'required',
    permission: 'ADMIN_ROLE_ADD',
    errors: [
      'PROPERTY_VALIDATION_CANNOT_BE_NULL',
      'PERMISSION_NOT_FOUND',
      'ROLE_NAME_ALREADY_EXISTS',
      'NOT_ALLOWED_TO_CHANGE_ROLE',
    ],
    run: ({ userRole }, call, values) => userRole.add(call, values),
    example: { userRole: { name: 'Moderators', permissionNames: 'CONTENT_MODERATE_BASE' } },
  }),
  get: action({
    summary: 'Answers a role of the account, or one that every account has.',
    parameters: { userRoleId: required(int) },
    result: object(UserRole),
    session: 'required',
    permission: 'ADMIN_BASE',
    errors: ['INVALID_OBJECT_ID'],
    run: ({ userRole }, call, values) => userRole.get(call, values),
  }),
  update: action({
    summary: 'Changes a role of the account; sessions that have it follow at once.',
    parameters: { userRoleId: required(int), userRole: required(object(UserRole)) },
    result: object(UserRole),
    session: 'required',
    permission: 'ADMIN_ROLE_ADD',
    errors: [
      'INVALID_OBJECT_ID',
      'PERMISSION_NOT_FOUND',
      'ROLE_NAME_ALREADY_EXISTS',
      'NOT_ALLOWED_TO_CHANGE_ROLE',
      'OBJECT_CHANGED_MEANWHILE',
    ],
    run: ({ userRole }, call, values) => userRole.update(call, values),
  }),
  delete: action({
    summary: 'Deletes a role that no user has; sessions that have it may do nothing any more.',
    parameters: { userRoleId: required(int) },
    result: object(UserRole),
    session: 'required',
    permission: 'ADMIN_ROLE_ADD',
    errors: ['INVALID_OBJECT_ID', 'ROLE_IS_BEING_USED'],
    run: ({ userRole }, call, values) => userRole.delete(call, values),
  }),
  list: action({
    summary: 'Finds roles of the account and those that every account has.',
    parameters: {
      filter: nullable(object(UserRoleFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(UserRoleListResponse),
    session: 'required',
    permission: 'ADMIN_BASE',
    errors: [],
    run: ({ userRole }, call, values) => userRole.list(call, values),
  }),
  clone: action({
    summary: 'Makes a role of the account that allows the same as another one.',
    parameters: { userRoleId: required(int) },
    result: object(UserRole),
    session: 'required',
    permission: 'ADMIN_ROLE_ADD',
    errors: ['INVALID_OBJECT_ID', 'NOT_ALLOWED_TO_CHANGE_ROLE'],
    run: ({ userRole }, call, values) => userRole.clone(call, values),
  }),
} as const satisfies Actions;
