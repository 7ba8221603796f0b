import { error } from './error-shape.ts';

/** What is wrong with the request, or with the server that should answer it. */
export const REQUEST_ERRORS = {
  SERVICE_NOT_SPECIFIED: error([], () => 'The request names no service'),
  SERVICE_DOES_NOT_EXISTS: error(['SRV_NAME'], (name) => `There is no service "${name}"`),
  ACTION_NOT_SPECIFIED: error([], () => 'The request names no action'),
  ACTION_DOES_NOT_EXISTS: error(
    ['ACTION_NAME', 'SERVICE_NAME'],
    (action, service) => `Service "${service}" has no action "${action}"`,
  ),
  UNKNOWN_RESPONSE_FORMAT: error(
    ['FORMAT'],
    (format) =>
      `Response format "${format}" is not offered: use 1 (JSON), 2 (XML), 3 (PHP) or 9 (JSONP)`,
  ),
  MALFORMED_REQUEST: error(['REASON'], (reason) => `The request cannot be read: ${reason}`),
  REQUEST_TOO_LARGE: error(['MAX'], (max) => `The request is larger than ${max}`),
  FILE_SIZE_EXCEEDED: error(
    ['FILE_SIZE'],
    (maxBytes) => `A file may have at most ${maxBytes} bytes here`,
  ),
  UPLOAD_ERROR: error([], () => 'Too many files arrive at the same time: try again'),
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

  INTERNAL_SERVERL_ERROR: error([], () => 'The server failed: its log says why'),
  DISK_FULL: error(
    [],
    () => 'The server’s disk is full: nothing can be saved until somebody has made room on it',
  ),
  INTERNAL_DATABASE_ERROR: error([], () => 'The database did not answer: try again'),
} as const;
