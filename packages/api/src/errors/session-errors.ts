import { error } from './error-shape.ts';

/** Sessions that do not hold, or may not. */
export const SESSION_ERRORS = {
  MISSING_KS: error(
    [],
    () => 'This action needs a session: send it as parameter "ks", before any file',
  ),
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
  INVALID_SET_ROLE: error([], () => 'Privilege setrole (or restrictingrole) needs a role'),
  UNKNOWN_ROLE_ID: error(
    [],
    () => 'Privilege setrole (or restrictingrole) names a role that does not exist',
  ),
  TOO_MANY_ATTEMPTS: error(
    ['RETRY_AFTER_SECONDS'],
    (seconds) => `Too many wrong attempts: try again in ${seconds} s`,
  ),

  APP_TOKEN_ID_NOT_FOUND: error(['ID'], (id) => `There is no application token "${id}"`),
  APP_TOKEN_NOT_ACTIVE: error(['ID'], (id) => `Application token "${id}" is disabled`),
  APP_TOKEN_EXPIRED: error(['ID'], (id) => `Application token "${id}" has expired`),
  INVALID_APP_TOKEN_HASH: error(
    [],
    () =>
      'The hash does not fit: it is that of the session’s text followed by the token, in hexadecimal',
  ),
} as const;
