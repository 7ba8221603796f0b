import { SessionType } from '../schema/enums.ts';
import { enumOf, int, object, text } from '../schema/kinds.ts';
import { SessionInfo, StartWidgetSessionResponse } from '../schema/result-types.ts';
import { type Actions, action, nullable, optional, required } from './action.ts';

const EXPIRY = 'Seconds from now; more than the account allows (a day) is shortened.';
const PRIVILEGES =
  'Separated by commas, each a name or a name and a value: `sview:0_ab12cd34,setrole:4`.';
const wished = {
  userId: optional(text, ''),
  type: optional(enumOf(SessionType), 0, 'An admin session needs an admin secret.'),
  expiry: optional(int, 86_400, EXPIRY),
  privileges: nullable(text, PRIVILEGES),
} as const;

/** What a session that was asked for may be refused with. */
const ISSUE_ERRORS = [
  'START_SESSION_ERROR',
  'INVALID_ACTIONS_LIMIT',
  'INVALID_SET_ROLE',
  'UNKNOWN_ROLE_ID',
] as const;

/** Sessions: started, shown, ended. */
export const sessionActions = {
  start: action({
    summary: 'Starts a session for whoever knows a secret of the account, and answers its text.',
    parameters: {
      secret: required(text, 'Any of the account’s secrets; a user secret starts user sessions.'),
      ...wished,
      partnerId: nullable(int, 'The account.'),
    },
    result: text,
    session: 'ignored',
    permission: 'secret',
    trail: 'refusals',
    cacheSeconds: 0,
    errors: [...ISSUE_ERRORS, 'TOO_MANY_ATTEMPTS'],
    example: { secret: 'ADMIN_SECRET', userId: 'olga', type: 2, partnerId: 100 },
    run: ({ session }, call, values) => session.start(call, values),
  }),
  impersonate: action({
    summary:
      'Starts a session of another account with an admin secret of the account that the installation is configured with.',
    parameters: {
      secret: required(text, 'An admin secret of the account that asks.'),
      impersonatedPartnerId: required(int, 'The account whose session it becomes.'),
      ...wished,
      partnerId: nullable(int, 'The account that asks; the impersonated one where it is absent.'),
    },
    result: text,
    session: 'ignored',
    permission: 'secret',
    trail: 'refusals',
    cacheSeconds: 0,
    errors: [...ISSUE_ERRORS, 'TOO_MANY_ATTEMPTS'],
    run: ({ session }, call, values) => session.impersonate(call, values),
  }),
  impersonateByKs: action({
    summary: 'Starts a further session for the user of a session of the same account.',
    parameters: {
      session: required(text, 'A session of the user, as text.'),
      type: nullable(enumOf(SessionType), 'That of the given session where it is absent.'),
      expiry: nullable(int, EXPIRY),
      privileges: nullable(text, 'Those of the given session where it is absent.'),
    },
    result: object(SessionInfo),
    session: 'required',
    permission: 'INTEGRATION_BASE',
    trail: 'refusals',
    errors: ISSUE_ERRORS,
    run: ({ session }, call, values) => session.impersonateByKs(call, values),
  }),
  startWidgetSession: action({
    summary: 'Starts a session that may do what any viewer may; it needs no secret.',
    parameters: {
      widgetId: required(text, 'Every account has the widget `_` followed by its id.'),
      expiry: optional(int, 86_400, EXPIRY),
    },
    result: object(StartWidgetSessionResponse),
    session: 'ignored',
    permission: 'anyone',
    trail: 'none',
    cacheSeconds: 0,
    errors: ['INVALID_WIDGET_ID', 'START_WIDGET_SESSION_ERROR'],
    run: ({ session }, _call, values) => session.startWidgetSession(values),
  }),
  get: action({
    summary: 'Says what a session holds: this one, or another of the same account.',
    parameters: { session: nullable(text, 'The other session, as text.') },
    result: object(SessionInfo),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['START_SESSION_ERROR'],
    run: ({ session }, call, values) => session.get(call, values),
  }),
  end: action({
    summary:
      'Ends a session before its time, with all of its group (privilege sessionid) that was started until now.',
    parameters: {},
    result: null,
    session: 'ignored',
    permission: 'anyone',
    cacheSeconds: 0,
    errors: [],
    run: ({ session }, call) => session.end(call),
  }),
} as const satisfies Actions;
