import type { Auditor } from '../audit/auditor.ts';
import { trailOf } from '../audit/call-trail.ts';
import type { Action, Parameters } from '../catalog/action.ts';
import type { Services } from '../catalog/services.ts';
import { ApiError } from '../errors/api-error.ts';
import type { Session } from '../ks/session.ts';
import type { RequestOrigin, SessionVerifier } from '../ks/session-verifier.ts';
import type { Clock } from '../ports.ts';
import { type CoercedValue, coerce } from '../schema/coerce.ts';
import type { ObjectType } from '../schema/kinds.ts';
import { objectTypes } from '../schema/object-types.ts';
import { type RawObject, scalarText } from '../schema/parameters.ts';
import { type Call, sessionOf } from '../session/call.ts';
import type { PermissionSet } from '../session/permissions.ts';
import { permissionsOf, type RoleDirectory } from '../session/roles.ts';
import type { ActionDirectory, NamedAction } from './action-directory.ts';
import {
  type RelatedList,
  type RelatedLists,
  refuseUnanswerable,
  shapeAnswer,
} from './related-objects.ts';
import { type ResponseProfileDirectory, readAnswerProfile } from './response-profile.ts';

export type ActionRunner = {
  readonly actions: ActionDirectory;
  readonly services: Services;
  readonly verifier: SessionVerifier;
  readonly roles: RoleDirectory;
  readonly responseProfiles: ResponseProfileDirectory;
  readonly auditor: Auditor;
  readonly clock: Clock;
};

export type RequestFacts = {
  /** Stands in the logs. */
  readonly callId: string;
  readonly requestHost: string;
  readonly userAgent: string;
  readonly origin: RequestOrigin;
};

/** Carries out one call: finds the action, verifies the session, reads the parameters, asks the service. */
export async function runAction(
  runner: ActionRunner,
  parameters: RawObject,
  facts: RequestFacts,
): Promise<unknown> {
  const found = runner.actions.find(parameters);
  const ks = scalarText(parameters.ks);
  const verified = hasSession(found, ks) ? runner.verifier.verify(ks, facts.origin) : undefined;
  const session = verified instanceof Promise ? await verified : verified;
  const call = admittedCall(runner, found, session, parameters, facts);
  const nowSeconds = Math.floor(runner.clock.nowMs() / 1000);
  const values = readParameters(found.action.parameters, parameters, nowSeconds);
  if (parameters.responseProfile === undefined) {
    return carryOut(runner, found, call, parameters, values);
  }
  // Before the action, which may change something.
  const profile = await readAnswerProfile(
    parameters.responseProfile,
    session,
    runner.responseProfiles,
  );
  const lists = relatedLists(runner, call, nowSeconds);
  if (profile !== null) refuseUnanswerable(lists, profile);
  const result = await carryOut(runner, found, call, parameters, values);
  return profile === null ? result : shapeAnswer(lists, result, profile);
}

/** What the session of a call may list besides what it has asked for. */
function relatedLists(
  { actions, services }: ActionRunner,
  call: Call,
  nowSeconds: number,
): RelatedLists {
  const find = (filterType: ObjectType) => {
    const list = actions.findList(filterType);
    if (list === undefined) {
      const label = 'KalturaDetachedResponseProfile::filter';
      throw new ApiError('PROPERTY_VALIDATION_WRONG_FORMAT', label, 'a filter of what is listed');
    }
    return list;
  };
  return {
    refuseUnlisted: (filterType) => {
      const { name, action } = find(filterType);
      if (action.session === 'required') sessionOf(call);
      refuseForbidden(action, { ...call, actionName: name });
    },
    listTypeOf: (filterType) => {
      const { result } = find(filterType).action;
      return result?.kind === 'object' ? result.type.name : '';
    },
    list: async (filter, pager) => {
      const { name, action } = find(typeNamed(filter.objectType));
      const values = { ...readParameters(action.parameters, {}, nowSeconds), filter, pager };
      const own = { ...call, actionName: name };
      const list = await action.run(services, own, values as never, {});
      return list as RelatedList;
    },
  };
}

function typeNamed(name: CoercedValue | undefined): ObjectType {
  const type = objectTypes.get(String(name).toLowerCase());
  if (type === undefined) throw new TypeError(`There is no type ${String(name)}`);
  return type;
}

/** What the audit log follows leaves a trail. */
function carryOut(
  { services, auditor, clock }: ActionRunner,
  found: NamedAction,
  call: Call,
  parameters: RawObject,
  values: Values,
): unknown {
  const run = () => found.action.run(services, call, values as never, parameters);
  const { follows } = found.traits;
  if (follows === null) return run();
  const trail = trailOf({ found, call, parameters, values, nowMs: clock.nowMs() });
  if (follows === 'changes') return auditor.follow(trail, run);
  if (follows === 'views') return auditor.watch(trail, run);
  return auditor.guard(trail, run);
}

/** Like permittedCall; a refusal comes into the audit log. */
function admittedCall(
  runner: ActionRunner,
  found: NamedAction,
  session: Session | undefined,
  parameters: RawObject,
  facts: RequestFacts,
): Call {
  try {
    return permittedCall(runner, found, session, parameters, facts);
  } catch (error) {
    if (session !== undefined && found.traits.follows !== null) {
      const call = {
        actionName: found.name,
        session,
        permissions: NO_PERMISSIONS,
        ks: '',
        ...facts,
      };
      const nowMs = runner.clock.nowMs();
      runner.auditor.refuse(trailOf({ found, call, parameters, values: {}, nowMs }), error);
    }
    throw error;
  }
}

/**
 * Whether a call would be carried out, as far as its session says.
 *
 * @throws ApiError as the call would
 */
export function inspectCall(
  runner: ActionRunner,
  found: NamedAction,
  parameters: RawObject,
  facts: RequestFacts,
): void {
  const ks = scalarText(parameters.ks);
  const session = hasSession(found, ks) ? runner.verifier.inspectFrom(ks, facts.origin) : undefined;
  permittedCall(runner, found, session, parameters, facts);
}

function hasSession({ action }: NamedAction, ks: string | undefined): ks is string {
  return action.session !== 'ignored' && ks !== undefined && ks !== '';
}

function permittedCall(
  runner: ActionRunner,
  { name, action }: NamedAction,
  session: Session | undefined,
  parameters: RawObject,
  facts: RequestFacts,
): Call {
  if (session !== undefined) refuseOtherAccount(session, parameters);
  const permissions = session === undefined ? NO_PERMISSIONS : permissionsOf(session, runner.roles);
  const ks = scalarText(parameters.ks);
  const call: Call = { actionName: name, session, permissions, ks, ...facts };
  if (action.session === 'required') sessionOf(call);
  refuseForbidden(action, call);
  return call;
}

const NO_PERMISSIONS: PermissionSet = new Set();

type Values = { readonly [name: string]: CoercedValue };

function refuseForbidden({ permission }: Action, { permissions, actionName }: Call): void {
  if (permission === 'anyone' || permission === 'secret' || permissions.has(permission)) return;
  throw new ApiError('SERVICE_FORBIDDEN', actionName);
}

/** A request may name the account that it means; 0 means the session's own. */
function refuseOtherAccount(session: Session, parameters: RawObject): void {
  const named = scalarText(parameters.partnerId) ?? scalarText(parameters.p);
  if (named === undefined || named === '') return;
  const partnerId = Number.parseInt(named, 10);
  // -1 is how some clients say "none".
  if (!(partnerId > 0) || partnerId === session.partnerId) return;
  throw new ApiError('PARTNER_ACCESS_FORBIDDEN', session.partnerId, partnerId);
}

function readParameters(declared: Parameters, sent: RawObject, nowSeconds: number): Values {
  const values: { [name: string]: CoercedValue } = {};
  for (const [name, parameter] of Object.entries(declared)) {
    const raw = sent[name];
    const isAbsent = raw === undefined || raw === null;
    if (isAbsent && parameter.isRequired) throw new ApiError('MISSING_MANDATORY_PARAMETER', name);
    values[name] = isAbsent
      ? (parameter.default as CoercedValue)
      : coerce(parameter.kind, raw, name, nowSeconds);
  }
  return values;
}
