/**
 * Every error that the API answers with: its code, the names of its arguments in order, and what it tells people.
 * Clients compare the code and read the arguments; the sentence is for whoever reads the log.
 */
const ERRORS = {
  // The request itself
  SERVICE_NOT_SPECIFIED: error([], () => 'The request names no service'),
  SERVICE_DOES_NOT_EXISTS: error(['SRV_NAME'], (name) => `There is no service "${name}"`),
  ACTION_NOT_SPECIFIED: error([], () => 'The request names no action'),
  ACTION_DOES_NOT_EXISTS: error(
    ['ACTION_NAME', 'SERVICE_NAME'],
    (action, service) => `Service "${service}" has no action "${action}"`,
  ),
  UNKNOWN_RESPONSE_FORMAT: error(
    ['FORMAT'],
    (format) => `Response format "${format}" is not offered: use 1 (JSON), 2 (XML) or 9 (JSONP)`,
  ),
  MALFORMED_REQUEST: error(['REASON'], (reason) => `The request cannot be read: ${reason}`),
  REQUEST_TOO_LARGE: error(['MAX'], (max) => `The request is larger than ${max}`),
  MISSING_MANDATORY_PARAMETER: error(['PARAM_NAME'], (name) => `Parameter "${name}" is required`),
  MANDATORY_PARAMETER_MISSING: error(['PARAM_NAME'], (name) => `Parameter "${name}" is required`),
  INVALID_FIELD_VALUE: error(['FIELD_NAME'], (name) => `The value of "${name}" is not allowed`),
  INVALID_PARAMETER_CHAR: error(
    ['XML_FIELD'],
    (name) => `The text of "${name}" contains a control character`,
  ),
  INVALID_ENUM_VALUE: error(
    ['ENUM_VAL', 'PARAM_NAME', 'ENUM_TYPE'],
    (value, name, type) => `"${value}" given for "${name}" is not one of ${type}`,
  ),
  OBJECT_TYPE_ABSTRACT: error(
    ['OBJ_TYPE'],
    (type) => `${type} is abstract: name one of its subclasses as objectType`,
  ),
  // Properties
  PROPERTY_VALIDATION_WRONG_FORMAT: error(
    ['PROP_NAME', 'FORMAT'],
    (name, format) => `"${name}" must be ${format}`,
  ),
  PROPERTY_VALIDATION_CANNOT_BE_NULL: error(['PROP_NAME'], (name) => `"${name}" must have a value`),
  PROPERTY_VALIDATION_NOT_UPDATABLE: error(
    ['PROP_NAME'],
    (name) => `"${name}" cannot be set by this call`,
  ),
  PROPERTY_VALIDATION_ADMIN_PROPERTY: error(
    ['PROP_NAME'],
    (name) => `Only an admin session may set "${name}"`,
  ),
  PROPERTY_VALIDATION_NO_INSERT_PERMISSION: error(
    ['PROP'],
    (name) => `This session may not set "${name}"`,
  ),
  PROPERTY_VALIDATION_NO_UPDATE_PERMISSION: error(
    ['PROP'],
    (name) => `This session may not change "${name}"`,
  ),
  PROPERTY_VALIDATION_MIN_LENGTH: error(
    ['PROP_NAME', 'MIN_LEN'],
    (name, min) => `"${name}" must have at least ${min} characters`,
  ),
  PROPERTY_VALIDATION_MAX_LENGTH: error(
    ['PROP_NAME', 'MAX_LEN'],
    (name, max) => `"${name}" must have at most ${max} characters`,
  ),
  PROPERTY_VALIDATION_MIN_VALUE: error(
    ['PROP_NAME', 'MIN_VAL'],
    (name, min) => `"${name}" must be at least ${min}`,
  ),
  PROPERTY_VALIDATION_MAX_VALUE: error(
    ['PROP_NAME', 'MAX_VAL'],
    (name, max) => `"${name}" must be at most ${max}`,
  ),
  // Sessions
  MISSING_KS: error([], () => 'This action needs a session: send it as parameter "ks"'),
  // Log parsers of customers know this sentence's shape, so it stays.
  INVALID_KS: error(
    ['KSID', 'ERR_CODE', 'ERR_DESC'],
    (ks, code, reason) => `Invalid KS "${ks}", Error "${code},${reason}"`,
  ),
  SERVICE_FORBIDDEN: error(['SERVICE'], (name) => `This session may not call ${name}`),
  PARTNER_ACCESS_FORBIDDEN: error(
    ['ACCESSING_PID', 'ACCESSED_PID'],
    (from, to) => `A session of account ${from} may not work on account ${to}`,
  ),
  START_SESSION_ERROR: error(
    ['PID'],
    (partnerId) => `Error while starting session for partner [${partnerId}]`,
  ),
  START_WIDGET_SESSION_ERROR: error(
    ['WIDGET_ID'],
    (id) => `No session can be started for widget "${id}"`,
  ),
  INVALID_WIDGET_ID: error(['WIDGET_ID'], (id) => `There is no widget "${id}"`),
  INVALID_ACTIONS_LIMIT: error([], () => 'Privilege actionslimit needs a positive number'),
  INVALID_SET_ROLE: error([], () => 'Privilege setrole needs a role'),
  UNKNOWN_ROLE_ID: error([], () => 'Privilege setrole names a role that does not exist'),
  // Entries
  ENTRY_ID_NOT_FOUND: error(['ENTRY_ID'], (id) => `There is no entry "${id}"`),
  INVALID_ENTRY_ID: error(['ID'], (id) => `There is no live entry "${id}"`),
  ENTRY_SOURCE_TYPE_NOT_SUPPORTED: error(
    ['SOURCE_TYPE'],
    (type) => `Source type "${type}" is not supported: use 32 (LIVE_STREAM)`,
  ),
  CONVERSION_PROFILE_ID_NOT_FOUND: error(
    ['ID'],
    (id) => `There is no live conversion profile "${id}"`,
  ),
  DYNAMIC_SEGMENT_DURATION_DISABLED: error(
    [],
    () => 'Segments follow the key frames of the encoder: segmentDuration cannot be changed',
  ),
  CANNOT_UPDATE_FIELDS_WHILE_ENTRY_BROADCASTING: error(
    ['FIELD'],
    (field) => `"${field}" cannot be changed while the webcast is live`,
  ),
  CANNOT_DELETE_LIVE_ENTRY_WHILE_STREAMING: error(
    ['LIVE_ENTRY_ID'],
    (id) => `Webcast "${id}" is on air: end it before deleting it`,
  ),
  ENTRY_CHANGED_MEANWHILE: error(
    ['ENTRY_ID'],
    (id) => `Entry "${id}" was changed by others again and again: send the change once more`,
  ),
  // The server
  INTERNAL_SERVERL_ERROR: error([], () => 'The server failed: its log says why'),
  INTERNAL_DATABASE_ERROR: error([], () => 'The database did not answer: try again'),
} as const;

export type ErrorCode = keyof typeof ERRORS;

export const errorTable: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(ERRORS).map(([code, shape]) => [code, shape.argumentNames]),
);

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

type ErrorShape = {
  readonly argumentNames: readonly string[];
  readonly sentence: (...values: readonly string[]) => string;
};

function error<const Names extends readonly string[]>(
  argumentNames: Names,
  sentence: (...values: { [Index in keyof Names]: string }) => string,
): ErrorShape {
  return { argumentNames, sentence: sentence as ErrorShape['sentence'] };
}
