import { ACCOUNT_ERRORS } from './account-errors.ts';
import { ASSET_ERRORS } from './asset-errors.ts';
import { BEACON_ERRORS } from './beacon-errors.ts';
import { CATEGORY_ERRORS } from './category-errors.ts';
import { CONTENT_ERRORS } from './content-errors.ts';
import { CUE_POINT_ERRORS } from './cue-point-errors.ts';
import { ENTRY_ERRORS } from './entry-errors.ts';
import type { ErrorShape } from './error-shape.ts';
import { METADATA_ERRORS } from './metadata-errors.ts';
import { PICTURE_ERRORS } from './picture-errors.ts';
import { PROFILE_ERRORS } from './profile-errors.ts';
import { PROPERTY_ERRORS } from './property-errors.ts';
import { PUSH_ERRORS } from './push-errors.ts';
import { REQUEST_ERRORS } from './request-errors.ts';
import { RESPONSE_PROFILE_ERRORS } from './response-profile-errors.ts';
import { SCHEDULE_ERRORS } from './schedule-errors.ts';
import { SESSION_ERRORS } from './session-errors.ts';
import { THUMB_ERRORS } from './thumb-errors.ts';
import { UPLOAD_ERRORS } from './upload-errors.ts';
import { USER_ERRORS } from './user-errors.ts';
import { WEBHOOK_ERRORS } from './webhook-errors.ts';

/**
 * Every error that the API answers with: its code, the names of its arguments in order, and what it tells people.
 * Clients compare the code and read the arguments; the sentence is for whoever reads the log.
 */
const ERRORS = {
  ...REQUEST_ERRORS,
  ...PROPERTY_ERRORS,
  ...SESSION_ERRORS,
  ...ACCOUNT_ERRORS,
  ...USER_ERRORS,
  ...ENTRY_ERRORS,
  ...CONTENT_ERRORS,
  ...METADATA_ERRORS,
  ...BEACON_ERRORS,
  ...CUE_POINT_ERRORS,
  ...PUSH_ERRORS,
  ...PICTURE_ERRORS,
  ...THUMB_ERRORS,
  ...UPLOAD_ERRORS,
  ...CATEGORY_ERRORS,
  ...PROFILE_ERRORS,
  ...ASSET_ERRORS,
  ...RESPONSE_PROFILE_ERRORS,
  ...SCHEDULE_ERRORS,
  ...WEBHOOK_ERRORS,
} as const satisfies { readonly [code: string]: ErrorShape };

export type ErrorCode = keyof typeof ERRORS;

export const errorTable: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(ERRORS).map(([code, shape]) => [code, shape.argumentNames]),
);

/** What a code tells people, with the arguments' names in braces where their values would be. */
export function errorMeaning(code: ErrorCode): string {
  const shape: ErrorShape = ERRORS[code];
  return shape.sentence(...shape.argumentNames.map((name) => `{${name}}`));
}

/** A refusal that the caller is told. Answered with HTTP status 200, as clients expect. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  /** Values in the order of the table's argument names. */
  readonly values: readonly string[];

  constructor(code: ErrorCode, ...values: readonly (string | number)[]) {
    const shape = ERRORS[code];
    if (values.length !== shape.argumentNames.length) {
      throw new RangeError(
        `${code} takes ${shape.argumentNames.length} values (got ${values.length})`,
      );
    }
    const texts = values.map(String);
    super(shape.sentence(...texts));
    this.name = 'ApiError';
    this.code = code;
    this.values = texts;
  }

  /** Argument name to value. */
  get args(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      ERRORS[this.code].argumentNames.map((name, index) => [name, this.values[index] ?? '']),
    );
  }
}
