import { RostrumError } from '../rostrum-error.ts';

/**
 * The value that an answer's text holds.
 *
 * @param action `liveStream.add`, for the error
 * @throws RostrumError the server's refusal, or `bad-answer`
 */
export function parseAnswer(text: string, status: number, action: string): unknown {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (cause) {
    const what = `${action} was not answered with JSON (HTTP ${status}, ${beginning(text)})`;
    throw new RostrumError('bad-answer', what, { action, cause });
  }
  const refusal = refusalIn(answer, action);
  if (refusal !== null) throw refusal;
  return answer;
}

/**
 * The server's refusal, where an answer is one; null otherwise. Refusals come with status 200, and some without their
 * type.
 */
export function refusalIn(answer: unknown, action: string): RostrumError | null {
  if (!isRecord(answer)) return null;
  const { objectType, code, message, args } = answer;
  const isUntyped = objectType === undefined && typeof code === 'string' && message !== undefined;
  if (objectType !== 'KalturaAPIException' && !isUntyped) return null;
  return new RostrumError(String(code), String(message), { args: argsIn(args), action });
}

/** By name, or a list of names and values; an empty list where there are none. */
function argsIn(args: unknown): Readonly<Record<string, string>> {
  const pairs = Array.isArray(args)
    ? args.filter(isRecord).map(({ name, value }) => [name, value] as const)
    : Object.entries(isRecord(args) ? args : {});
  return Object.fromEntries(pairs.map(([name, value]) => [String(name), String(value)]));
}

const SHOWN_CHARACTERS = 80;

function beginning(text: string): string {
  if (text === '') return 'an empty answer';
  const shown = text.slice(0, SHOWN_CHARACTERS).replace(/\s+/g, ' ');
  return `it begins with ${JSON.stringify(shown)}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
