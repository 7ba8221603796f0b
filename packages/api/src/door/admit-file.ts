import { isRawObject, type RawObject } from '../schema/parameters.ts';
import { stepsOf } from './expand-names.ts';
import { isMultirequest, withCommon } from './multirequest.ts';
import { type ActionRunner, inspectCall, type RequestFacts } from './run-action.ts';

/**
 * How many bytes a file may have that comes under this name: what the parameter of that name declares, in an action that
 * the session may call. Null where no action takes it. Asked before the file is read, so that nobody without a session
 * fills the disk.
 *
 * @param parameters what is known by then: the address, and the fields before the file
 * @throws ApiError where the call will be refused
 */
export function admitFile(
  runner: ActionRunner,
  parameters: RawObject,
  facts: RequestFacts,
  name: string,
): number | null {
  const steps = stepsOf(name);
  const request = isMultirequest(parameters) ? requestOf(parameters, steps.shift()) : parameters;
  const [parameterName = '', ...more] = steps;
  if (request === null || more.length > 0) return null;
  const found = runner.actions.find(request);
  const { parameters: declared } = found.action;
  const kind = Object.hasOwn(declared, parameterName) ? declared[parameterName]?.kind : undefined;
  if (kind?.kind !== 'file') return null;
  inspectCall(runner, found, request, facts);
  return kind.maxBytes;
}

function requestOf(parameters: RawObject, number: string | undefined): RawObject | null {
  const request = parameters[number ?? ''];
  return isRawObject(request) ? withCommon(request, parameters) : null;
}
