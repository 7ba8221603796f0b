import { ApiError } from '../errors/api-error.ts';
import { errorObject } from './error-object.ts';

/** A bare value, without an envelope; properties without a value are left out, errors look like objects. */
export function toJson(answer: unknown): string {
  const shown = Array.isArray(answer) ? answer.map(errorsAsObjects) : errorsAsObjects(answer);
  const json = JSON.stringify(shown) ?? 'null';
  // Asking for every property costs several times the encoding, and hardly any answer has a null to leave out.
  return json.includes(':null') ? (JSON.stringify(shown, withoutNull) ?? 'null') : json;
}

function withoutNull(_name: string, value: unknown): unknown {
  return value === null ? undefined : value;
}

function errorsAsObjects(answer: unknown): unknown {
  return answer instanceof ApiError ? errorObject(answer) : (answer ?? null);
}
