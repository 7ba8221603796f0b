import { ApiError } from '../errors/api-error.ts';
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
 * @throws ApiError where the only call will be refused
 */
export function admitFile(
  runner: ActionRunner,
  parameters: RawObject,
  facts: RequestFacts,
  name: string,
): number | null {
  const [first = '', ...more] = stepsOf(name);
  if (!isMultirequest(parameters)) {
    return more.length === 0 ? maxBytesOf(runner, parameters, facts, first) : null;
  }
  const request = parameters[first];
  const [parameterName] = more;
  if (!isRawObject(request) || parameterName === undefined || more.length > 1) return null;
  try {
    return maxBytesOf(runner, withCommon(request, parameters), facts, parameterName);
  } catch (error) {
    // This call will answer the error in its turn; the others have their own.
    if (error instanceof ApiError) return null;
    throw error;
  }
}

function maxBytesOf(
  runner: ActionRunner,
  request: RawObject,
  facts: RequestFacts,
  parameterName: string,
): number | null {
  const found = runner.actions.find(request);
  const { parameters: declared } = found.action;
  const kind = Object.hasOwn(declared, parameterName) ? declared[parameterName]?.kind : undefined;
  if (kind?.kind !== 'file') return null;
  inspectCall(runner, found, request, facts);
  return kind.maxBytes;
}
