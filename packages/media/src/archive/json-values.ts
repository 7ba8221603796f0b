/** An object as JSON gives it: its values are known when they have been read. */
export type Json = { readonly [key: string]: unknown };

/** A value is not what it should be. */
export class UnexpectedJson extends Error {}

export function readObject(value: unknown): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UnexpectedJson();
  }
  return value as Json;
}

export function readArray(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new UnexpectedJson();
  return value;
}

export function readText(value: unknown): string {
  if (typeof value !== 'string') throw new UnexpectedJson();
  return value;
}

export function readNumber(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new UnexpectedJson();
  return value;
}

export function readSize(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new UnexpectedJson();
  }
  return value;
}

export function readBoolean(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new UnexpectedJson();
  return value;
}

export function readOneOf<T extends string>(value: unknown, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new UnexpectedJson();
  return found;
}
