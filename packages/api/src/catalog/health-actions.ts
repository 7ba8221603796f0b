import { ServerState, StreamHealth } from '../schema/health.ts';
import { object, text } from '../schema/kinds.ts';
import { type Actions, action, required } from './action.ts';
import { OF_ENTRY } from './entry-action-parts.ts';

/** How streams do. Kaltura has no such service. */
export const healthActions = {
  get: action({
    summary:
      'Answers how a live stream does at this moment: what its encoders send, and what becomes of it on the disk.',
    parameters: { entryId: required(text) },
    result: object(StreamHealth),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    ownership: OF_ENTRY,
    errors: ['ENTRY_ID_NOT_FOUND'],
    run: ({ health }, call, values) => health.get(call, values),
  }),
} as const satisfies Actions;

/** How the server does. Kaltura has no such service. */
export const serverActions = {
  getState: action({
    summary:
      'Answers how the server does, with what somebody should look at: for the installation’s own account all of it, for others what concerns them.',
    parameters: {},
    result: object(ServerState),
    session: 'required',
    permission: 'ADMIN_BASE',
    errors: [],
    run: ({ server }, call) => server.getState(call),
  }),
} as const satisfies Actions;
