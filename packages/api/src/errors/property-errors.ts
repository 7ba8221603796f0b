import { error } from './error-shape.ts';

/** What is wrong with a property. */
export const PROPERTY_ERRORS = {
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
  PROPERTY_VALIDATION_NO_USAGE_PERMISSION: error(
    ['PROP'],
    (name) => `This session may not ask for "${name}"`,
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
} as const;
