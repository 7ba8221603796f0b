import { ADMINS, EDITORS, EVERYBODY, FOREIGN_ADMIN } from '../callers-for-tests.ts';
import type { Rows } from './row.ts';

const SESSION_ID = '5f0c2c1e-7f0b-4d55-9a53-0c9f3d6f2a10';

/** Everybody who watches tells, whatever session comes along. */
export const analyticsRows: Rows = {
  trackEvent: {
    allowed: EVERYBODY,
    parameters: ({ webcastId }) => ({ eventType: 3, entryId: webcastId, sessionId: SESSION_ID }),
  },
};

export const statsRows: Rows = { collect: { allowed: EVERYBODY, parameters: eventAbout } };
export const liveStatsRows: Rows = { collect: { allowed: EVERYBODY, parameters: eventAbout } };

/** Who changes an entry tells about it; who runs a webcast reads it. */
export const beaconRows: Rows = {
  add: {
    allowed: EDITORS,
    parameters: ({ webcastId }) => ({
      beacon: { relatedObjectType: '4', objectId: webcastId, eventType: 'encoder' },
    }),
  },
  list: {
    allowed: ['a producer', ...ADMINS, FOREIGN_ADMIN],
    parameters: ({ webcastId }) => ({ filter: { objectIdIn: webcastId } }),
  },
};

function eventAbout({ webcastId }: { readonly webcastId: string }) {
  return { event: { eventType: 1, entryId: webcastId, sessionId: SESSION_ID } };
}
