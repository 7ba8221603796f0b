import { error } from './error-shape.ts';

/** What players tell. */
export const BEACON_ERRORS = {
  TOO_MANY_EVENTS: error(
    ['RETRY_AFTER_SECONDS'],
    (seconds) => `This session or address tells too much: go on in ${seconds} s`,
  ),
};
