import { AppToken, AppTokenFilter, AppTokenListResponse } from '../schema/app-token.ts';
import { SessionType } from '../schema/enums.ts';
import { FilterPager } from '../schema/filter.ts';
import { enumOf, int, object, text } from '../schema/kinds.ts';
import { SessionInfo } from '../schema/result-types.ts';
import { type Actions, action, nullable, required } from './action.ts';

/** Application tokens: made by the account, used by applications that must not know its secrets. */
export const appTokenActions = {
  add: action({
    summary: 'Makes an application token; the server chooses its id and the token itself.',
    parameters: { appToken: required(object(AppToken)) },
    result: object(AppToken),
    session: 'required',
    permission: 'INTEGRATION_BASE',
    errors: [],
    run: ({ appToken }, call, values) => appToken.add(call, values),
  }),
  get: action({
    summary: 'Answers an application token.',
    parameters: { id: required(text) },
    result: object(AppToken),
    session: 'required',
    permission: 'INTEGRATION_BASE',
    errors: ['APP_TOKEN_ID_NOT_FOUND'],
    run: ({ appToken }, call, values) => appToken.get(call, values),
  }),
  update: action({
    summary: 'Changes what is sent; sessions that were started before keep what they have.',
    parameters: { id: required(text), appToken: required(object(AppToken)) },
    result: object(AppToken),
    session: 'required',
    permission: 'INTEGRATION_BASE',
    errors: ['APP_TOKEN_ID_NOT_FOUND'],
    run: ({ appToken }, call, values) => appToken.update(call, values),
  }),
  delete: action({
    summary: 'Deletes an application token, and ends all sessions that it has started.',
    parameters: { id: required(text) },
    result: null,
    session: 'required',
    permission: 'INTEGRATION_BASE',
    errors: ['APP_TOKEN_ID_NOT_FOUND'],
    run: ({ appToken }, call, values) => appToken.delete(call, values),
  }),
  list: action({
    summary: 'Finds application tokens of the account.',
    parameters: {
      filter: nullable(object(AppTokenFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(AppTokenListResponse),
    session: 'required',
    permission: 'INTEGRATION_BASE',
    errors: [],
    run: ({ appToken }, call, values) => appToken.list(call, values),
  }),
  startSession: action({
    summary:
      'Starts a session for whoever knows the token: any session of the account (a widget’s will do) proves where it comes from.',
    parameters: {
      id: required(text),
      tokenHash: required(
        text,
        'Hexadecimal hash, of the token’s hash type, of the session’s text followed by the token.',
      ),
      userId: nullable(text, 'The token’s own user wins.'),
      type: nullable(enumOf(SessionType), 'The token’s own type wins.'),
      expiry: nullable(int, 'Seconds from now; at most the token’s duration.'),
      sessionPrivileges: nullable(text, 'Privileges that give rights are left out.'),
    },
    result: object(SessionInfo),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    trail: 'refusals',
    errors: [
      'APP_TOKEN_ID_NOT_FOUND',
      'APP_TOKEN_NOT_ACTIVE',
      'INVALID_APP_TOKEN_HASH',
      'APP_TOKEN_EXPIRED',
      'INVALID_ACTIONS_LIMIT',
      'INVALID_SET_ROLE',
      'UNKNOWN_ROLE_ID',
      'TOO_MANY_ATTEMPTS',
    ],
    run: ({ appToken }, call, values) => appToken.startSession(call, values),
  }),
} as const satisfies Actions;
