import { FilterPager } from '../schema/filter.ts';
import { int, object, text } from '../schema/kinds.ts';
import {
  Permission,
  PermissionFilter,
  PermissionItem,
  PermissionItemFilter,
  PermissionItemListResponse,
  PermissionListResponse,
} from '../schema/user-role.ts';
import { type Actions, action, nullable, required } from './action.ts';

/** Permissions, which roles are made of. */
export const permissionActions = {
  get: action({
    summary: 'Answers a permission.',
    parameters: { permissionName: required(text) },
    result: object(Permission),
    session: 'required',
    permission: 'ADMIN_BASE',
    errors: ['INVALID_OBJECT_ID'],
    run: ({ permission }, call, values) => permission.get(call, values),
  }),
  list: action({
    summary: 'Finds the permissions that a role of the account may have.',
    parameters: {
      filter: nullable(object(PermissionFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(PermissionListResponse),
    session: 'required',
    permission: 'ADMIN_BASE',
    errors: [],
    run: ({ permission }, call, values) => permission.list(call, values),
  }),
  getCurrentPermissions: action({
    summary: 'Says what this session may do: the names of its permissions, separated by commas.',
    parameters: {},
    result: text,
    session: 'optional',
    permission: 'anyone',
    errors: [],
    run: ({ permission }, call) => permission.getCurrentPermissions(call),
  }),
} as const satisfies Actions;

/** The actions of the API, as what permissions are for. */
export const permissionItemActions = {
  get: action({
    summary: 'Answers an action of the API as an item of permissions.',
    parameters: { permissionItemId: required(int) },
    result: object(PermissionItem),
    session: 'required',
    permission: 'ADMIN_BASE',
    errors: ['INVALID_OBJECT_ID'],
    run: ({ permission }, _call, values) => permission.getItem(values),
  }),
  list: action({
    summary: 'Finds the actions of the API as items of permissions.',
    parameters: {
      filter: nullable(object(PermissionItemFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(PermissionItemListResponse),
    session: 'required',
    permission: 'ADMIN_BASE',
    errors: [],
    run: ({ permission }, _call, values) => permission.listItems(values),
  }),
} as const satisfies Actions;
