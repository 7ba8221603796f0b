import { FilterPager } from '../schema/filter.ts';
import { int, object } from '../schema/kinds.ts';
import {
  EntryServerNode,
  EntryServerNodeFilter,
  EntryServerNodeListResponse,
  ServerNode,
  ServerNodeFilter,
  ServerNodeListResponse,
} from '../schema/server-node.ts';
import { type Actions, action, nullable, required } from './action.ts';

const ID = required(int);

/** The encoders that are connected, as media servers would tell of them. */
export const entryServerNodeActions = {
  get: action({
    summary: 'Answers what an encoder sends, and whether viewers get it.',
    parameters: { id: ID },
    result: object(EntryServerNode),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: ['INVALID_OBJECT_ID'],
    run: ({ entryServerNode }, call, values) => entryServerNode.get(call, values),
  }),
  list: action({
    summary:
      'Finds the encoders that are connected to live streams whose addresses the session may know.',
    parameters: {
      filter: nullable(object(EntryServerNodeFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(EntryServerNodeListResponse),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: [],
    example: { filter: { entryIdEqual: '0_ab12cd34' } },
    run: ({ entryServerNode }, call, values) => entryServerNode.list(call, values),
  }),
  validateRegisteredEntryServerNode: action({
    summary: 'Answers nothing while the encoder is connected, and an error otherwise.',
    parameters: { id: ID },
    result: null,
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    trail: 'none',
    errors: ['INVALID_OBJECT_ID'],
    run: ({ entryServerNode }, call, values) => entryServerNode.validate(call, values),
  }),
} as const satisfies Actions;

/** The server that encoders connect to. */
export const serverNodeActions = {
  get: action({
    summary: 'Answers how this installation’s media process does.',
    parameters: { serverNodeId: ID },
    result: object(ServerNode),
    session: 'required',
    permission: 'ADMIN_BASE',
    errors: ['INVALID_OBJECT_ID'],
    example: { serverNodeId: 1 },
    run: ({ serverNode }, call, values) => serverNode.get(call, values),
  }),
  list: action({
    summary: 'Finds this installation’s media process.',
    parameters: {
      filter: nullable(object(ServerNodeFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(ServerNodeListResponse),
    session: 'required',
    permission: 'ADMIN_BASE',
    errors: [],
    run: ({ serverNode }, call, values) => serverNode.list(call, values),
  }),
} as const satisfies Actions;
