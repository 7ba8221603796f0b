import { error } from './error-shape.ts';

/** Templates of what is pushed to pages. */
export const PUSH_ERRORS = {
  EVENT_NOTIFICATION_TEMPLATE_NOT_FOUND: error(
    ['ID'],
    (id) => `There is no notification template ${id}`,
  ),
  EVENT_NOTIFICATION_TEMPLATE_SYSTEM_NAME_NOT_FOUND: error(
    ['NAME'],
    (name) => `There is no notification template "${name}"`,
  ),
} as const;
