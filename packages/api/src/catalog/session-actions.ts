import { SessionType } from '../schema/enums.ts';
import { enumOf, int, object, text } from '../schema/kinds.ts';
import { SessionInfo, StartWidgetSessionResponse } from '../schema/result-types.ts';
import { type Actions, action, nullable, optional, required } from './action.ts';

/** Sessions: started, shown, ended. */
export const sessionActions = {
  start: action({
    summary: 'Starts a session for whoever knows a secret of the account, and answers its text.',
    parameters: {
      secret: required(text),
      userId: optional(text, ''),
      type: optional(enumOf(SessionType), 0),
      partnerId: nullable(int),
      expiry: optional(int, 86_400),
      privileges: nullable(text),
    },
    result: text,
    session: 'ignored',
    permission: 'secret',
    cacheSeconds: 0,
    errors: ['START_SESSION_ERROR', 'INVALID_ACTIONS_LIMIT', 'INVALID_SET_ROLE', 'UNKNOWN_ROLE_ID'],
    run: ({ session }, _call, values) => session.start(values),
  }),
  startWidgetSession: action({
    summary: 'Starts a session that may do what any viewer may; it needs no secret.',
    parameters: { widgetId: required(text), expiry: optional(int, 86_400) },
    result: object(StartWidgetSessionResponse),
    session: 'ignored',
    permission: 'anyone',
    cacheSeconds: 0,
    errors: ['INVALID_WIDGET_ID'],
    run: ({ session }, _call, values) => session.startWidgetSession(values),
  }),
  get: action({
    summary: 'Says what a session holds: this one, or another of the same account.',
    parameters: { session: nullable(text) },
    result: object(SessionInfo),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['START_SESSION_ERROR'],
    run: ({ session }, call, values) => session.get(call, values),
  }),
  end: action({
    summary: 'Ends a session before its time, with all of its group (privilege sessionid).',
    parameters: {},
    result: null,
    session: 'ignored',
    permission: 'anyone',
    cacheSeconds: 0,
    errors: [],
    run: ({ session }, call) => session.end(call),
  }),
} as const satisfies Actions;
