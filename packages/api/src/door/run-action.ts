import type { Action, Parameters } from '../catalog/action.ts';
import { catalog } from '../catalog/catalog.ts';
import type { Services } from '../catalog/services.ts';
import { ApiError } from '../errors/api-error.ts';
import type { Session } from '../ks/session.ts';
import type { RequestOrigin, SessionVerifier } from '../ks/session-verifier.ts';
import type { Clock } from '../ports.ts';
import { type CoercedValue, coerce } from '../schema/coerce.ts';
import { type RawObject, scalarText } from '../schema/parameters.ts';
import { type Call, sessionOf } from '../session/call.ts';
import type { PermissionSet } from '../session/permissions.ts';
import { permissionsOf, type RoleDirectory } from '../session/roles.ts';

export type ActionRunner = {
  readonly services: Services;
  readonly verifier: SessionVerifier;
  readonly roles: RoleDirectory;
  readonly clock: Clock;
};

export type RequestFacts = { readonly requestHost: string; readonly origin: RequestOrigin };

/** Carries out one call: finds the action, verifies the session, reads the parameters, asks the service. */
export async function runAction(
  runner: ActionRunner,
  parameters: RawObject,
  facts: RequestFacts,
): Promise<unknown> {
  const { name, action } = findAction(parameters);
  const ks = scalarText(parameters.ks);
  const session = await verifiedSession(runner.verifier, action, ks, facts.origin);
  if (session !== undefined) refuseOtherAccount(session, parameters);
  const permissions = session === undefined ? NO_PERMISSIONS : permissionsOf(session, runner.roles);
  const call: Call = { actionName: name, session, permissions, ks, ...facts };
  if (action.session === 'required') sessionOf(call);
  refuseForbidden(action, call);
  const nowSeconds = Math.floor(runner.clock.nowMs() / 1000);
  const values = readParameters(action.parameters, parameters, nowSeconds);
  return action.run(runner.services, call, values as never);
}

const NO_PERMISSIONS: PermissionSet = new Set();

function refuseForbidden({ permission }: Action, { permissions, actionName }: Call): void {
  if (permission === 'anyone' || permission === 'secret' || permissions.has(permission)) return;
  throw new ApiError('SERVICE_FORBIDDEN', actionName);
}

type NamedAction = { readonly name: string; readonly action: Action };

/** Services and actions by lower-case name: clients spell them in several ways. */
const SERVICES: ReadonlyMap<string, ReadonlyMap<string, NamedAction>> = new Map(
  Object.entries(catalog).map(([service, actions]) => [
    service.toLowerCase(),
    new Map(
      Object.entries(actions).map(([name, action]) => [
        name.toLowerCase(),
        { name: `${service.toLowerCase()}->${name}`, action },
      ]),
    ),
  ]),
);

function findAction(parameters: RawObject): NamedAction {
  const service = scalarText(parameters.service) ?? '';
  const action = scalarText(parameters.action) ?? '';
  if (service === '') throw new ApiError('SERVICE_NOT_SPECIFIED');
  const actions = SERVICES.get(service.toLowerCase());
  if (actions === undefined) throw new ApiError('SERVICE_DOES_NOT_EXISTS', service);
  if (action === '') throw new ApiError('ACTION_NOT_SPECIFIED');
  const found = actions.get(action.toLowerCase());
  if (found === undefined) throw new ApiError('ACTION_DOES_NOT_EXISTS', action, service);
  return found;
}

function verifiedSession(
  verifier: SessionVerifier,
  action: Action,
  ks: string | undefined,
  origin: RequestOrigin,
): Session | Promise<Session> | undefined {
  if (action.session === 'ignored' || ks === undefined || ks === '') return undefined;
  return verifier.verify(ks, origin);
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

function readParameters(
  declared: Parameters,
  sent: RawObject,
  nowSeconds: number,
): { readonly [name: string]: CoercedValue } {
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
