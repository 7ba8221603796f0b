import { error } from './error-shape.ts';

/** Records about objects, and their schemas. What belongs to another account does not exist for this one. */
export const METADATA_ERRORS = {
  METADATA_PROFILE_NOT_FOUND: error(['ID'], (id) => `The account has no metadata profile "${id}"`),
  INVALID_METADATA_PROFILE_SCHEMA: error(
    ['ERR_MSG'],
    (problem) => `The schema can’t be used: ${problem}`,
  ),
  METADATA_UNABLE_TO_TRANSFORM: error(
    ['ERR_MSG'],
    (problem) => `Records that are there would not follow the new schema: ${problem}`,
  ),
  METADATA_PROFILE_FILE_NOT_FOUND: error(
    ['FILE_NAME'],
    (name) => `The file "${name}" has not come along with the call`,
  ),
  FILE_DOESNT_EXIST: error([], () => 'There is no such file'),
  METADATA_FILE_NOT_FOUND: error(
    ['FILE_NAME'],
    (name) => `There is no such file or version "${name}"`,
  ),
  INCOMPATIBLE_METADATA_PROFILE_OBJECT_TYPE: error(
    ['OBJ_TYPE', 'META_OBJ_TYPE'],
    (profile, asked) =>
      `The metadata profile is for objects of type "${profile}", not of type "${asked}"`,
  ),
  METADATA_NO_PERMISSION_ON_ENTRY: error(
    ['ID'],
    (id) => `The session may not change what is recorded about entry "${id}"`,
  ),
  METADATA_OBJECT_ID_NOT_FOUND: error(
    ['ID'],
    (id) => `There is no object "${id}" of the profile’s type`,
  ),
  METADATA_ALREADY_EXISTS: error(
    ['ID'],
    (id) => `The object has a record of this profile already, "${id}": update that one`,
  ),
  METADATA_NOT_FOUND: error(['ID'], (id) => `There is no record "${id}"`),
  INVALID_METADATA_DATA: error(
    ['ERR_MSG'],
    (problem) => `The record does not follow its profile’s schema: ${problem}`,
  ),
  INVALID_METADATA_VERSION: error(
    ['VERSION'],
    (version) => `The record has been changed meanwhile: it is of version ${version}`,
  ),
  MUST_FILTER_ON_OBJECT_ID: error(
    [],
    () => 'Records about entries are found by the entries’ ids: set objectIdEqual or objectIdIn',
  ),
} as const;
