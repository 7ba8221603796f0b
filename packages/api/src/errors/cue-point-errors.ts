import { error } from './error-shape.ts';

/** Cue points that are not there, or not where they may be. What a session may not see does not exist for it. */
export const CUE_POINT_ERRORS = {
  INVALID_CUE_POINT_ID: error(['ID'], (id) => `There is no cue point "${id}"`),
  NO_PERMISSION_ON_ENTRY: error(
    ['ID'],
    (id) => `This session may not add such cue points to entry "${id}"`,
  ),
  NO_PERMISSION_TO_COPY_CUE_POINT_TO_ENTRY: error(
    ['ID', 'ENTRY_ID'],
    (id, entryId) => `This session may not copy cue point "${id}" to entry "${entryId}"`,
  ),
  PARENT_CUE_POINT_NOT_FOUND: error(['ID'], (id) => `There is no cue point "${id}" to answer`),
  PARENT_CUE_POINT_DO_NOT_BELONG_TO_THE_SAME_ENTRY: error(
    [],
    () => 'The cue point that it answers belongs to another entry',
  ),
  CUE_POINT_SYSTEM_NAME_EXISTS: error(
    ['NAME', 'ID'],
    (name) => `Another cue point of the entry has the system name "${name}"`,
  ),
  START_TIME_CANNOT_BE_LESS_THAN_0: error([], () => 'startTime must be 0 or more, in ms'),
  END_TIME_CANNOT_BE_LESS_THAN_START_TIME: error(
    [],
    () => 'endTime must not lie before startTime; both are in ms',
  ),
  START_TIME_IS_BIGGER_THAN_ENTRY_END_TIME: error(
    ['CUE_POINT_ID', 'END_TIME'],
    (_id, endTime) => `startTime lies behind the end of the entry, ${endTime} ms`,
  ),
  END_TIME_IS_BIGGER_THAN_ENTRY_END_TIME: error(
    ['CUE_POINT_ID', 'END_TIME'],
    (_id, endTime) => `endTime lies behind the end of the entry, ${endTime} ms`,
  ),
} as const;
