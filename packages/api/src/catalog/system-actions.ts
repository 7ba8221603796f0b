import { bool, int, text } from '../schema/kinds.ts';
import { type Actions, action } from './action.ts';

/** The server itself. */
export const systemActions = {
  ping: action({
    summary: 'Answers true.',
    parameters: {},
    result: bool,
    session: 'ignored',
    permission: 'anyone',
    cacheSeconds: 0,
    errors: [],
    run: ({ system }) => system.ping(),
  }),
  getTime: action({
    summary: 'Answers the server’s time, in Unix seconds.',
    parameters: {},
    result: int,
    session: 'ignored',
    permission: 'anyone',
    cacheSeconds: 0,
    errors: [],
    run: ({ system }) => system.getTime(),
  }),
  getVersion: action({
    summary: 'Answers the server’s version.',
    parameters: {},
    result: text,
    session: 'ignored',
    permission: 'anyone',
    errors: [],
    run: ({ system }) => system.getVersion(),
  }),
} as const satisfies Actions;
