import type { Call } from './call.ts';
import type { ErrorCode } from './errors.ts';
import { PlaybackProtocol, SessionType, SourceType } from './schema/enums.ts';
import { bool, enumOf, int, type Kind, object, text, type ValueOf } from './schema/kinds.ts';
import { LiveStreamEntry } from './schema/live-stream-entry.ts';
import { FilterPager, LiveStreamEntryFilter } from './schema/live-stream-filter.ts';
import {
  LiveStreamDetails,
  LiveStreamListResponse,
  SessionInfo,
  StartWidgetSessionResponse,
} from './schema/result-types.ts';
import type { LiveStreamService } from './services/live-stream-service.ts';
import type { SessionService } from './services/session-service.ts';
import type { SystemService } from './services/system-service.ts';

/**
 * The list of all actions: parameters, result, who may call them, the errors they declare, and what carries them out.
 * The server's routes, its documentation and the clients' types come from here, and from nowhere else.
 */

export type Services = {
  readonly session: SessionService;
  readonly liveStream: LiveStreamService;
  readonly system: SystemService;
};

/** What an action asks of the `ks` that came along: ignored ones are not even looked at. */
export type SessionNeed = 'required' | 'optional' | 'ignored';

export type Permission =
  /** Everybody. */
  | 'anyone'
  /** Whoever knows a secret of the account. */
  | 'secret'
  /** Every session of the account. */
  | 'session'
  /** Admin sessions. */
  | 'admin'
  /** Admin sessions, the webcast's owner and co-editors, sessions signed with `edit` for it. */
  | 'editor';

export type Parameter<K extends Kind = Kind> = {
  readonly kind: K;
  readonly isRequired: boolean;
  readonly default: ValueOf<K> | null;
};

export type Parameters = { readonly [name: string]: Parameter };

type ArgumentsOf<P extends Parameters> = {
  readonly [Name in keyof P]: P[Name] extends { isRequired: true; kind: infer K extends Kind }
    ? ValueOf<K>
    : P[Name] extends { default: null; kind: infer K extends Kind }
      ? ValueOf<K> | null
      : ValueOf<P[Name]['kind']>;
};

export type Action = {
  readonly parameters: Parameters;
  readonly result: Kind | null;
  readonly session: SessionNeed;
  readonly permission: Permission;
  readonly errors: readonly ErrorCode[];
  readonly run: (services: Services, call: Call, values: never) => unknown;
};

export const catalog = {
  session: {
    start: action({
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
      errors: [
        'START_SESSION_ERROR',
        'INVALID_ACTIONS_LIMIT',
        'INVALID_SET_ROLE',
        'UNKNOWN_ROLE_ID',
      ],
      run: ({ session }, _call, values) => session.start(values),
    }),
    startWidgetSession: action({
      parameters: { widgetId: required(text), expiry: optional(int, 86_400) },
      result: object(StartWidgetSessionResponse),
      session: 'ignored',
      permission: 'anyone',
      errors: ['INVALID_WIDGET_ID'],
      run: ({ session }, _call, values) => session.startWidgetSession(values),
    }),
    get: action({
      parameters: { session: nullable(text) },
      result: object(SessionInfo),
      session: 'required',
      permission: 'session',
      errors: ['START_SESSION_ERROR'],
      run: ({ session }, call, values) => session.get(call, values),
    }),
    end: action({
      parameters: {},
      result: null,
      session: 'ignored',
      permission: 'anyone',
      errors: [],
      run: ({ session }, call) => session.end(call),
    }),
  },
  liveStream: {
    add: action({
      parameters: {
        liveStreamEntry: required(object(LiveStreamEntry)),
        sourceType: nullable(enumOf(SourceType)),
      },
      result: object(LiveStreamEntry),
      session: 'required',
      permission: 'admin',
      errors: [
        'PROPERTY_VALIDATION_CANNOT_BE_NULL',
        'ENTRY_SOURCE_TYPE_NOT_SUPPORTED',
        'CONVERSION_PROFILE_ID_NOT_FOUND',
        'DYNAMIC_SEGMENT_DURATION_DISABLED',
      ],
      run: ({ liveStream }, call, values) => liveStream.add(call, values),
    }),
    get: action({
      parameters: { entryId: required(text), version: optional(int, -1) },
      result: object(LiveStreamEntry),
      session: 'required',
      permission: 'session',
      errors: ['ENTRY_ID_NOT_FOUND'],
      run: ({ liveStream }, call, values) => liveStream.get(call, values),
    }),
    update: action({
      parameters: { entryId: required(text), liveStreamEntry: required(object(LiveStreamEntry)) },
      result: object(LiveStreamEntry),
      session: 'required',
      permission: 'editor',
      errors: [
        'ENTRY_ID_NOT_FOUND',
        'CANNOT_UPDATE_FIELDS_WHILE_ENTRY_BROADCASTING',
        'CONVERSION_PROFILE_ID_NOT_FOUND',
        'DYNAMIC_SEGMENT_DURATION_DISABLED',
        'ENTRY_CHANGED_MEANWHILE',
      ],
      run: ({ liveStream }, call, values) => liveStream.update(call, values),
    }),
    delete: action({
      parameters: { entryId: required(text) },
      result: null,
      session: 'required',
      permission: 'editor',
      errors: ['ENTRY_ID_NOT_FOUND', 'CANNOT_DELETE_LIVE_ENTRY_WHILE_STREAMING'],
      run: ({ liveStream }, call, values) => liveStream.delete(call, values),
    }),
    list: action({
      parameters: {
        filter: nullable(object(LiveStreamEntryFilter)),
        pager: nullable(object(FilterPager)),
      },
      result: object(LiveStreamListResponse),
      session: 'required',
      permission: 'session',
      errors: [],
      run: ({ liveStream }, call, values) => liveStream.list(call, values),
    }),
    isLive: action({
      parameters: { id: required(text), protocol: nullable(enumOf(PlaybackProtocol)) },
      result: bool,
      session: 'optional',
      permission: 'anyone',
      errors: ['INVALID_ENTRY_ID'],
      run: ({ liveStream }, call, values) => liveStream.isLive(call, values),
    }),
    getDetails: action({
      parameters: { id: required(text) },
      result: object(LiveStreamDetails),
      session: 'optional',
      permission: 'anyone',
      errors: ['INVALID_ENTRY_ID'],
      run: ({ liveStream }, call, values) => liveStream.getDetails(call, values),
    }),
    regenerateStreamToken: action({
      parameters: { entryId: required(text) },
      result: object(LiveStreamEntry),
      session: 'required',
      permission: 'editor',
      errors: ['ENTRY_ID_NOT_FOUND'],
      run: ({ liveStream }, call, values) => liveStream.regenerateStreamToken(call, values),
    }),
  },
  system: {
    ping: action({
      parameters: {},
      result: bool,
      session: 'ignored',
      permission: 'anyone',
      errors: [],
      run: ({ system }) => system.ping(),
    }),
    getTime: action({
      parameters: {},
      result: int,
      session: 'ignored',
      permission: 'anyone',
      errors: [],
      run: ({ system }) => system.getTime(),
    }),
    getVersion: action({
      parameters: {},
      result: text,
      session: 'ignored',
      permission: 'anyone',
      errors: [],
      run: ({ system }) => system.getVersion(),
    }),
  },
} as const satisfies { readonly [service: string]: { readonly [action: string]: Action } };

function action<const P extends Parameters>(
  shape: Omit<Action, 'parameters' | 'run'> & {
    readonly parameters: P;
    readonly run: (services: Services, call: Call, values: ArgumentsOf<P>) => unknown;
  },
): Action {
  return shape;
}

function required<const K extends Kind>(kind: K) {
  return { kind, isRequired: true, default: null } as const;
}

function optional<const K extends Kind>(kind: K, value: ValueOf<K>) {
  return { kind, isRequired: false, default: value } as const;
}

function nullable<const K extends Kind>(kind: K) {
  return { kind, isRequired: false, default: null } as const;
}
