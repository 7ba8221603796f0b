import { error } from './error-shape.ts';

/** Webhooks. Kaltura has none of these codes. */
export const WEBHOOK_ERRORS = {
  WEBHOOK_NOT_FOUND: error(['ID'], (id) => `There is no webhook "${id}"`),
  WEBHOOK_DELIVERY_NOT_FOUND: error(['ID'], (id) => `There is no delivery "${id}"`),
  WEBHOOK_URL_NOT_ALLOWED: error(
    ['URL', 'REASON'],
    (url, reason) => `"${url}" cannot be the address of a webhook: ${reason}`,
  ),
  WEBHOOK_EVENT_TYPE_UNKNOWN: error(
    ['EVENT_TYPE', 'EXPECTED'],
    (type, expected) => `"${type}" is no type of event: there are ${expected}`,
  ),
  WEBHOOK_LIMIT_REACHED: error(
    ['MAX_COUNT'],
    (most) => `An account has at most ${most} webhooks: delete one first`,
  ),
  WEBHOOK_IS_DISABLED: error(
    ['ID'],
    (id) => `Webhook "${id}" is disabled: enable it before something is sent again`,
  ),
  WEBHOOK_DELIVERY_UNDER_WAY: error(
    ['ID'],
    (id) => `Delivery "${id}" is being sent at this moment: look at what it comes to`,
  ),
  WEBHOOK_IS_BEING_TRIED: error(
    ['ID'],
    (id) => `Webhook "${id}" is being tried at this moment: wait for its answer`,
  ),
} as const;
