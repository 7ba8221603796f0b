import {
  AccessControlProfile,
  AccessControlProfileFilter,
  AccessControlProfileListResponse,
} from '../schema/access-control-profile.ts';
import { FilterPager } from '../schema/filter.ts';
import { int, object } from '../schema/kinds.ts';
import { type Actions, action, nullable, required } from './action.ts';

/** From where entries may be played: each account has one profile, which restricts nothing. */
export const accessControlProfileActions = {
  get: action({
    summary: 'Answers an access control profile.',
    parameters: { id: required(int) },
    result: object(AccessControlProfile),
    session: 'required',
    permission: 'ACCESS_CONTROL_BASE',
    errors: ['ACCESS_CONTROL_ID_NOT_FOUND'],
    run: ({ accessControlProfile }, call, values) => accessControlProfile.get(call, values),
  }),
  list: action({
    summary: 'Finds access control profiles.',
    parameters: {
      filter: nullable(object(AccessControlProfileFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(AccessControlProfileListResponse),
    session: 'required',
    permission: 'ACCESS_CONTROL_BASE',
    errors: [],
    run: ({ accessControlProfile }, call, values) => accessControlProfile.list(call, values),
  }),
} as const satisfies Actions;
