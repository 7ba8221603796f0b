import type { ErrorCode } from '../errors/api-error.ts';
import type { Kind, ValueOf } from '../schema/kinds.ts';
import type { RawObject } from '../schema/parameters.ts';
import type { Call } from '../session/call.ts';
import type { PermissionName } from '../session/permissions.ts';
import type { Services } from './services.ts';

/** What an action asks of the `ks` that came along: ignored ones are not even looked at. */
export type SessionNeed = 'required' | 'optional' | 'ignored';

export type Permission =
  /** Everybody. */
  | 'anyone'
  /** Whoever knows a secret of the account, a password or a token: the action itself checks it. */
  | 'secret'
  /** Sessions that have it, by their type or their role. */
  | PermissionName;

/** Which object a session that lacks rights over the whole account must own, or be allowed by privilege. */
export type Ownership = {
  readonly of: 'entry';
  /** The parameter that names the object. */
  readonly parameter: string;
  /** `edit:ID` in the session allows it too. */
  readonly privilege: string;
  /** Those whom the object names as its editors may not do it. */
  readonly isForOwnerOnly?: true;
};

export type Parameter<K extends Kind = Kind> = {
  readonly kind: K;
  readonly isRequired: boolean;
  readonly default: ValueOf<K> | null;
  /** A sentence for the reference. */
  readonly about: string;
};

export type Parameters = { readonly [name: string]: Parameter };

export type Action = {
  /** A sentence for the reference: what it does. */
  readonly summary: string;
  readonly parameters: Parameters;
  /** Null where it answers nothing. */
  readonly result: Kind | typeof servedFile | null;
  readonly session: SessionNeed;
  readonly permission: Permission;
  readonly ownership?: Ownership;
  /**
   * What the audit log follows: what it writes, that somebody has looked, or only that somebody was refused. Where it is
   * left out, the action's name says it: what gets, lists or counts changes nothing.
   */
  readonly trail?: 'changes' | 'views' | 'refusals' | 'none';
  /** Answers JSON where the request names no format: those who call it know no other. */
  readonly isJsonByDefault?: true;
  /** How long pages without a session may keep what a signed GET has answered; 60 where it says nothing. */
  readonly cacheSeconds?: number;
  /** Those of its own; what any call may be refused with (session, permission, validation) is not repeated. */
  readonly errors: readonly ErrorCode[];
  /** Parameters that show it at work, for the reference; where it is left out, they are made up from the kinds. */
  readonly example?: { readonly [parameter: string]: unknown };
  /** @param sent everything that came with the request, unread: for what has more parameters than can be named */
  readonly run: (services: Services, call: Call, values: never, sent: RawObject) => unknown;
};

/** The result of an action that answers a FileAnswer: its errors are headers, not a body. */
export const servedFile = { kind: 'servedFile' } as const;

/** The actions of one service, by the names that clients send. */
export type Actions = { readonly [action: string]: Action };

type ArgumentsOf<P extends Parameters> = {
  readonly [Name in keyof P]: P[Name] extends { isRequired: true; kind: infer K extends Kind }
    ? ValueOf<K>
    : P[Name] extends { default: null; kind: infer K extends Kind }
      ? ValueOf<K> | null
      : ValueOf<P[Name]['kind']>;
};

export function action<const P extends Parameters>(
  shape: Omit<Action, 'parameters' | 'run'> & {
    readonly parameters: P;
    readonly run: (
      services: Services,
      call: Call,
      values: ArgumentsOf<P>,
      sent: RawObject,
    ) => unknown;
  },
): Action {
  return shape;
}

export function required<const K extends Kind>(kind: K, about = '') {
  return { kind, isRequired: true, default: null, about } as const;
}

export function optional<const K extends Kind>(kind: K, value: ValueOf<K>, about = '') {
  return { kind, isRequired: false, default: value, about } as const;
}

export function nullable<const K extends Kind>(kind: K, about = '') {
  return { kind, isRequired: false, default: null, about } as const;
}
