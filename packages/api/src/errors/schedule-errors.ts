import { error } from './error-shape.ts';

/** What is planned, and what it needs. */
export const SCHEDULE_ERRORS = {
  INVALID_SCHEDULE_END_BEFORE_START: error(
    ['START', 'END'],
    (start, end) => `endDate must not lie before startDate, ${start} (got ${end})`,
  ),
  MAX_SCHEDULE_DURATION_REACHED: error(['MAX'], (max) => `An event lasts at most ${max} seconds`),
  MAX_SCHEDULE_DURATION_MUST_MATCH_END_TIME: error(
    [],
    () => 'duration must be the time from startDate to endDate: send one of the two',
  ),
  SCHEDULE_EVENT_TYPE_CANT_BE_UPDATED: error(
    ['SOURCE_TYPE', 'TARGET_TYPE'],
    (source, target) => `An event of type ${source} can’t become one of type ${target}`,
  ),
  RECURRENCE_CANT_BE_DELETE: error(
    ['ID', 'PARENT_ID'],
    (id, parent) =>
      `"${id}" is one time of event "${parent}", which repeats: cancel it, or change that event`,
  ),
  SCHEDULE_EVENT_ID_NOT_FOUND: error(['ID'], (id) => `There is no event "${id}"`),
  SCHEDULE_RESOURCE_ID_NOT_FOUND: error(['ID'], (id) => `The account has no resource "${id}"`),
  RESOURCE_PARENT_ID_NOT_FOUND: error(
    ['PARENT_ID'],
    (id) => `The account has no resource "${id}" that could be the parent of another one`,
  ),
  SCHEDULE_EVENT_RESOURCE_ALREADY_EXISTS: error(
    ['EVENT_ID', 'RESOURCE_ID'],
    (event, resource) => `Event "${event}" has resource "${resource}" already`,
  ),
} as const;
