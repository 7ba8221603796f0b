import { error } from './error-shape.ts';

/** Response profiles that are not there, or whose name is taken. */
export const RESPONSE_PROFILE_ERRORS = {
  RESPONSE_PROFILE_ID_NOT_FOUND: error(['ID'], (id) => `There is no response profile ${id}`),
  RESPONSE_PROFILE_NAME_NOT_FOUND: error(
    ['SYSTEM_NAME'],
    (name) => `There is no response profile "${name}"`,
  ),
  RESPONSE_PROFILE_MAX_NESTING_LEVEL: error(
    [],
    () => 'Related profiles may have related profiles, and those may have none',
  ),
  RESPONSE_PROFILE_DUPLICATE_SYSTEM_NAME: error(
    ['SYSTEM_NAME'],
    (name) => `Another response profile has the system name "${name}"`,
  ),
} as const;
