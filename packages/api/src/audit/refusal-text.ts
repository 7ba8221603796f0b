import { ApiError, type ErrorCode } from '../errors/api-error.ts';

/** Errors that say "you may not", in contrast to "this cannot be right". */
const REFUSALS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'ADMIN_KUSER_NOT_FOUND',
  'CANNOT_ACTIVATE_CATEGORY_ENTRY',
  'CANNOT_ASSIGN_ENTRY_TO_CATEGORY',
  'CANNOT_CHANGE_OWN_ROLE',
  'CANNOT_DELETE_OR_BLOCK_ROOT_ADMIN_USER',
  'CANNOT_DISABLE_LOGIN_FOR_ADMIN_USER',
  'CANNOT_REJECT_CATEGORY_ENTRY',
  'CANNOT_REMOVE_ENTRY_FROM_CATEGORY',
  'CANNOT_RETRIEVE_ANOTHER_USER_USING_NON_ADMIN_SESSION',
  'CANNOT_SET_ROOT_ADMIN_AS_NO_ADMIN',
  'CANNOT_UPDATE_CATEGORY_USER',
  'CATEGORY_USER_JOIN_NOT_ALLOWED',
  'INVALID_APP_TOKEN_HASH',
  'INVALID_KS',
  'LOGIN_BLOCKED',
  'LOGIN_RETRIES_EXCEEDED',
  'NOT_ALLOWED_TO_CHANGE_ROLE',
  'NOT_ENTITLED_TO_UPDATE_CATEGORY',
  'PARTNER_ACCESS_FORBIDDEN',
  'PARTNER_CHANGE_ACCOUNT_DISABLED',
  'PROPERTY_VALIDATION_ADMIN_PROPERTY',
  'PROPERTY_VALIDATION_NO_INSERT_PERMISSION',
  'PROPERTY_VALIDATION_NO_UPDATE_PERMISSION',
  'SERVICE_FORBIDDEN',
  'START_SESSION_ERROR',
  'TOO_MANY_ATTEMPTS',
  'USER_IS_BLOCKED',
  'USER_WRONG_PASSWORD',
]);

export function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && REFUSALS.has(error.code);
}

/** `CODE: sentence`. Errors whose values a client has chosen are told by their code alone: they may hold anything. */
export function refusalText(error: unknown): string {
  if (!(error instanceof ApiError)) return 'INTERNAL_SERVERL_ERROR: The server failed';
  // Its sentence has the session's text in it.
  if (error.code === 'INVALID_KS') return 'INVALID_KS: The session may not do this';
  return isRefusal(error) ? `${error.code}: ${error.message}` : error.code;
}
