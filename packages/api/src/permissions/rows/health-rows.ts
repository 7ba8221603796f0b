import { ADMINS, EDITORS, FOREIGN_ADMIN } from '../callers-for-tests.ts';
import type { Rows } from './row.ts';

export const healthRows: Rows = {
  get: { allowed: EDITORS, parameters: ({ webcastId }) => ({ entryId: webcastId }) },
};

export const serverRows: Rows = {
  getState: { allowed: [...ADMINS, FOREIGN_ADMIN], parameters: () => ({}) },
};
