import type { NamedAction } from '../door/action-directory.ts';
import type { CoercedValue } from '../schema/coerce.ts';
import { type RawObject, scalarText } from '../schema/parameters.ts';
import type { Call } from '../session/call.ts';
import { actorOf } from './actor.ts';
import { type AuditChange, changesSent, shown } from './property-changes.ts';
import { type AuditActor, type AuditObject, Trail } from './trail.ts';

export type TrailedCall = {
  readonly found: NamedAction;
  readonly call: Call;
  /** As they came. */
  readonly parameters: RawObject;
  /** As they were read; empty where the call was refused before. */
  readonly values: { readonly [name: string]: CoercedValue };
  readonly nowMs: number;
};

/** The trail of a call, with what it says of itself. */
export function trailOf({ found, call, parameters, values, nowMs }: TrailedCall): Trail {
  const { traits } = found;
  return new Trail({
    createdAtMs: nowMs,
    requestId: call.callId,
    ipAddress: call.origin.remoteAddress,
    userAgent: call.userAgent,
    clientTag: scalarText(parameters.clientTag) ?? '',
    verb: traits.verb,
    entryPoint: traits.entryPoint,
    isBySystem: false,
    actor: call.session === undefined ? accountOf(found, values) : actorOf(call.session),
    object: objectOf(found, call, parameters, values),
  });
}

/** Whoever shows a secret names the account that it is of. */
function accountOf(
  { action }: NamedAction,
  { partnerId }: TrailedCall['values'],
): AuditActor | null {
  if (action.permission !== 'secret' || typeof partnerId !== 'number') return null;
  return { partnerId, userId: '', sessionType: null };
}

/** Ids that clients send are this long at most. */
const MAX_ID_LENGTH = 100;

function objectOf(
  { action, traits }: NamedAction,
  call: Call,
  parameters: RawObject,
  values: TrailedCall['values'],
): AuditObject {
  const idIn = (name: string | null): string => {
    const id = name === null ? undefined : scalarText(values[name] ?? parameters[name]);
    return id === undefined || id.length > MAX_ID_LENGTH ? '' : id;
  };
  const { objectType: type, idParameter, entryParameter, isOfOwnAccount } = traits;
  const sent = Object.values(values).find(isNamed);
  const ownAccount = isOfOwnAccount ? String(call.session?.partnerId ?? '') : '';
  const changes = Object.entries(action.parameters).flatMap(([name, { kind }]) => {
    const value = values[name];
    if (value === undefined || value === null || name === idParameter) return [];
    return changesIn(name, kind, value);
  });
  return {
    type,
    id: idIn(idParameter) || ownAccount,
    name: sent?.name ?? '',
    entryId: idIn(entryParameter),
    changes,
  };
}

type Named = { readonly name: string };

function isNamed(value: unknown): value is Named {
  return (
    typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
  );
}

/** Texts stay out unless they are an object's: a parameter may be a password, or somebody's session. */
function changesIn(
  name: string,
  kind: NamedAction['action']['parameters'][string]['kind'],
  value: CoercedValue,
): readonly AuditChange[] {
  if (kind.kind === 'object') {
    return typeof value === 'object' && value !== null ? changesSent(kind.type, value) : [];
  }
  if (!TOLD.has(kind.kind)) return [];
  return [{ name, before: null, after: shown({ kind }, value) }];
}

const TOLD: ReadonlySet<string> = new Set([
  'int',
  'float',
  'bool',
  'nullableBoolean',
  'time',
  'enum',
]);
