import { ADMINS, EDITORS, FOREIGN_ADMIN } from '../callers-for-tests.ts';
import type { Rows } from './row.ts';

export const outsideStreamRows: Rows = {
  get: { allowed: EDITORS, parameters: ({ webcastId }) => ({ entryId: webcastId }) },
  // A machine that may not be asked, so that nobody is.
  check: {
    allowed: [...ADMINS, FOREIGN_ADMIN],
    parameters: () => ({ url: 'http://127.0.0.1:1/index.m3u8' }),
  },
};
