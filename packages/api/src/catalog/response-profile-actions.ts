import { FilterPager } from '../schema/filter.ts';
import { enumOf, int, object } from '../schema/kinds.ts';
import {
  ResponseProfile,
  ResponseProfileFilter,
  ResponseProfileListResponse,
  ResponseProfileStatus,
} from '../schema/response-profile.ts';
import { type Actions, action, nullable, required } from './action.ts';

const CHANGES = { session: 'required', permission: 'ACCOUNT_UPDATE_SETTINGS' } as const;
const READS = { session: 'required', permission: 'BASE_USER_SESSION_PERMISSION' } as const;

const id = required(int);

/** Response profiles: kept under a name, so that requests need not repeat which properties they want. */
export const responseProfileActions = {
  add: action({
    summary: 'Keeps which properties answers shall have, and what is answered along with them.',
    parameters: { addResponseProfile: required(object(ResponseProfile)) },
    result: object(ResponseProfile),
    ...CHANGES,
    errors: ['RESPONSE_PROFILE_DUPLICATE_SYSTEM_NAME', 'RESPONSE_PROFILE_MAX_NESTING_LEVEL'],
    run: ({ responseProfile }, call, values) => responseProfile.add(call, values),
  }),
  get: action({
    summary: 'Answers a response profile.',
    parameters: { id },
    result: object(ResponseProfile),
    ...READS,
    errors: ['RESPONSE_PROFILE_ID_NOT_FOUND'],
    run: ({ responseProfile }, call, values) => responseProfile.get(call, values),
  }),
  update: action({
    summary: 'Changes the properties that are sent.',
    parameters: { id, updateResponseProfile: required(object(ResponseProfile)) },
    result: object(ResponseProfile),
    ...CHANGES,
    errors: [
      'RESPONSE_PROFILE_ID_NOT_FOUND',
      'RESPONSE_PROFILE_DUPLICATE_SYSTEM_NAME',
      'RESPONSE_PROFILE_MAX_NESTING_LEVEL',
    ],
    run: ({ responseProfile }, call, values) => responseProfile.update(call, values),
  }),
  updateStatus: action({
    summary: 'Enables or disables a response profile: requests that name a disabled one fail.',
    parameters: {
      id,
      status: required(enumOf(ResponseProfileStatus), '3 deletes it, as delete does.'),
    },
    result: object(ResponseProfile),
    ...CHANGES,
    errors: ['RESPONSE_PROFILE_ID_NOT_FOUND'],
    run: ({ responseProfile }, call, values) => responseProfile.updateStatus(call, values),
  }),
  delete: action({
    summary: 'Deletes a response profile: requests that name it fail.',
    parameters: { id },
    result: null,
    ...CHANGES,
    errors: ['RESPONSE_PROFILE_ID_NOT_FOUND'],
    run: ({ responseProfile }, call, values) => responseProfile.delete(call, values),
  }),
  list: action({
    summary: 'Finds response profiles of the account.',
    parameters: {
      filter: nullable(object(ResponseProfileFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(ResponseProfileListResponse),
    ...READS,
    errors: [],
    run: ({ responseProfile }, call, values) => responseProfile.list(call, values),
  }),
  clone: action({
    summary: 'Keeps a copy, with the properties that are sent in place of the original’s.',
    parameters: {
      id,
      profile: required(
        object(ResponseProfile),
        'What the copy has of its own. Without a system name it has none.',
      ),
    },
    result: object(ResponseProfile),
    ...CHANGES,
    errors: [
      'RESPONSE_PROFILE_ID_NOT_FOUND',
      'RESPONSE_PROFILE_DUPLICATE_SYSTEM_NAME',
      'RESPONSE_PROFILE_MAX_NESTING_LEVEL',
    ],
    run: ({ responseProfile }, call, values) => responseProfile.clone(call, values),
  }),
} as const satisfies Actions;
