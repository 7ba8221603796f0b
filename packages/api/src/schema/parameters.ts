import { UploadedFile } from './uploaded-file.ts';

/** A request's parameters as they arrived: nested, but not yet of their declared types. */
export type Raw = string | number | boolean | null | UploadedFile | RawObject | readonly Raw[];

/** Without a prototype, so that no name a client sends means anything but itself. */
export type RawObject = { readonly [name: string]: Raw };

export type MutableRawObject = { [name: string]: Raw };

export function emptyRawObject(): MutableRawObject {
  return Object.create(null) as MutableRawObject;
}

export function isRawObject(value: unknown): value is RawObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof UploadedFile)
  );
}

/** A scalar parameter as text; undefined where it is absent or not a scalar. */
export function scalarText(value: Raw | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return undefined;
}
