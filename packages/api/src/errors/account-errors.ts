import { error } from './error-shape.ts';

/** Accounts, their secrets, roles and permissions. */
export const ACCOUNT_ERRORS = {
  UNKNOWN_PARTNER_ID: error(['PID'], (id) => `There is no account ${id}`),
  INVALID_PARTNER_ID: error(['PID'], (id) => `There is no account ${id}`),
  PARTNER_REGISTRATION_ERROR: error(['MESSAGE'], (reason) => `No account was made: ${reason}`),
  PARTNER_CHANGE_ACCOUNT_DISABLED: error(
    [],
    () =>
      'This session may not change to another account: privilege enablechangeaccount is missing',
  ),
  OBJECT_CHANGED_MEANWHILE: error(
    ['ID'],
    (id) => `"${id}" was changed by others again and again: send the change once more`,
  ),
  SECRET_NOT_FOUND: error(['ID'], (id) => `The account has no secret "${id}"`),
  SECRET_IS_NEEDED: error(
    ['ID'],
    (id) => `Secret "${id}" is the account’s last admin secret: add another one first`,
  ),
  SECRET_IS_CONFIGURED: error(
    ['ID'],
    (id) => `Secret "${id}" comes from the installation’s settings: change it there`,
  ),

  INVALID_OBJECT_ID: error(['ID'], (id) => `There is no object "${id}"`),
  PERMISSION_NOT_FOUND: error(['ERR_TEXT'], (name) => `There is no permission "${name}"`),
  ROLE_NAME_ALREADY_EXISTS: error([], () => 'The account has a role of this name, or system name'),
  ROLE_IS_BEING_USED: error([], () => 'Users have this role: give them another one first'),
  NOT_ALLOWED_TO_CHANGE_ROLE: error(
    [],
    () => 'The role allows what this session may not do itself, so that it cannot give it',
  ),
} as const;
