/** A frame's fields before they are known to be what they should. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** 0 for what is no number. */
export function numberOf(value: unknown): number {
  return timeOf(value) ?? 0;
}

/** Null for what is no number: a time that is not known. */
export function timeOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
