import { error } from './error-shape.ts';

/** Users and how they sign in. */
export const USER_ERRORS = {
  INVALID_USER_ID: error([], () => 'There is no user with this id'),
  USER_NOT_FOUND: error([], () => 'There is no such user'),
  CANNOT_RETRIEVE_ANOTHER_USER_USING_NON_ADMIN_SESSION: error(
    ['USER_ID'],
    (id) => `This session may not see or change user "${id}"`,
  ),
  DUPLICATE_USER_BY_ID: error(['UID'], (id) => `There is a user "${id}" already`),
  DUPLICATE_USER_BY_LOGIN_ID: error(
    ['EMAIL'],
    (id) => `"${id}" signs in already: its password is needed to join another account with it`,
  ),
  USER_ROLE_NOT_FOUND: error([], () => 'The account has no such role'),
  ONLY_ONE_ROLE_PER_USER_ALLOWED: error([], () => 'A user has one role'),
  CANNOT_CHANGE_OWN_ROLE: error([], () => 'Nobody changes their own role'),
  CANNOT_DELETE_OR_BLOCK_ROOT_ADMIN_USER: error(
    [],
    () => 'The account’s owner can be neither deleted nor blocked',
  ),
  CANNOT_SET_ROOT_ADMIN_AS_NO_ADMIN: error([], () => 'The account’s owner stays an admin'),
  ACCOUNT_OWNER_NEEDS_PARTNER_ADMIN_ROLE: error(
    [],
    () => 'The account’s owner keeps the role PARTNER_ADMIN_ROLE, or none',
  ),
  DEMOTE_ONLY_ADMIN: error([], () => 'The user is not an admin'),
  LOGIN_DATA_NOT_FOUND: error([], () => 'Nobody signs in with this login id'),
  LOGIN_ID_ALREADY_USED: error([], () => 'Somebody else signs in with this login id'),
  CANNOT_UPDATE_LOGIN_DATA: error(
    [],
    () => 'This login belongs to other accounts too: only its own password changes it',
  ),
  CANNOT_DISABLE_LOGIN_FOR_ADMIN_USER: error([], () => 'The account’s owner keeps signing in'),
  USER_LOGIN_ALREADY_ENABLED: error([], () => 'The user signs in with a password already'),
  USER_LOGIN_ALREADY_DISABLED: error([], () => 'The user does not sign in with a password'),
  ADMIN_KUSER_NOT_FOUND: error([], () => 'Login id or password is wrong'),
  USER_WRONG_PASSWORD: error([], () => 'User, login id or password is wrong'),
  LOGIN_RETRIES_EXCEEDED: error(
    [],
    () => 'Too many wrong passwords: signing in is blocked for a while',
  ),
  LOGIN_BLOCKED: error([], () => 'Signing in is blocked after too many wrong passwords'),
  USER_IS_BLOCKED: error([], () => 'The user is blocked'),
  PASSWORD_STRUCTURE_INVALID: error(['RULES'], (rules) => `The password is too weak: ${rules}`),
  COMMON_PASSWORD: error([], () => 'Many people use this password: choose another one'),
  PASSWORD_ALREADY_USED: error([], () => 'This password was used before: choose another one'),
} as const;
