import { RostrumError } from '../rostrum-error.ts';

/** Answers of the server, read field by field. */

export type Fields = Readonly<Record<string, unknown>>;

export type ListAnswer = { readonly totalCount: number; readonly objects: readonly Fields[] };

/** @throws RostrumError `bad-answer` */
export function fieldsIn(answer: unknown): Fields {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer))
    throw new RostrumError('bad-answer', 'The answer is not an object');
  return answer as Fields;
}

/** @throws RostrumError `bad-answer` */
export function listIn(answer: unknown): ListAnswer {
  const { totalCount, objects } = fieldsIn(answer);
  if (!Array.isArray(objects)) throw new RostrumError('bad-answer', 'The answer is not a list');
  return { totalCount: Number(totalCount), objects: objects.map(fieldsIn) };
}

export function textIn(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Unix ms of a time in s; null where there is none. */
export function momentIn(value: unknown): number | null {
  const seconds = Number(value ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null;
}

/** @throws RostrumError `bad-answer` where it is no text */
export function wholeTextIn(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new RostrumError('bad-answer', 'The answer is not a text');
}

/** Servers say yes as a boolean, as a number and as text. */
export function flagIn(value: unknown): boolean {
  return value === true || value === 1 || value === '1' || value === 'true';
}

/** A number, also where it was sent as text; 0 where there is none. */
export function numberIn(value: unknown): number {
  const number = Number(value ?? 0);
  return Number.isFinite(number) ? number : 0;
}
