import {
  ADMINS,
  type Caller,
  EDITORS,
  FOREIGN_ADMIN,
  SESSIONS,
  SESSIONS_AND_NOBODY,
} from '../callers-for-tests.ts';
import { contentRows } from './content-rows.ts';
import { withOwnShow, withPictureAddress, withPictureFile } from './pictures-for-rows.ts';
import type { Rows } from './row.ts';
import { baseEntryUploadRows } from './upload-rows.ts';

/** Whoever may change the webcast but is not only named as its editor. */
const DELETERS: readonly Caller[] = EDITORS.filter((caller) => caller !== 'a co-editor');

/** Cloning also adds: a session that may change the entry may not always do that. */
const CLONERS: readonly Caller[] = ADMINS;

export const baseEntryRows: Rows = {
  ...contentRows,
  ...baseEntryUploadRows,
  add: {
    allowed: [...ADMINS, FOREIGN_ADMIN],
    parameters: () => ({ entry: { objectType: 'KalturaMediaEntry', mediaType: 1 } }),
  },
  get: { allowed: SESSIONS, parameters: ({ webcastId }) => ({ entryId: webcastId }) },
  // Whoever is not of the account gets an empty list.
  getByIds: {
    allowed: [...SESSIONS, FOREIGN_ADMIN],
    parameters: ({ webcastId }) => ({ entryIds: webcastId }),
  },
  update: {
    allowed: EDITORS,
    parameters: ({ webcastId }) => ({ entryId: webcastId, baseEntry: { description: 'changed' } }),
  },
  delete: { allowed: DELETERS, parameters: ({ webcastId }) => ({ entryId: webcastId }) },
  list: { allowed: [...SESSIONS, FOREIGN_ADMIN], parameters: () => ({}) },
  listByReferenceId: {
    allowed: [...SESSIONS, FOREIGN_ADMIN],
    parameters: () => ({ refId: 'theirs' }),
  },
  count: { allowed: [...SESSIONS, FOREIGN_ADMIN], parameters: () => ({}) },
  clone: { allowed: CLONERS, parameters: ({ webcastId }) => ({ entryId: webcastId }) },
  recycle: { allowed: EDITORS, parameters: ({ webcastId }) => ({ entryId: webcastId }) },
  restoreRecycled: {
    allowed: EDITORS,
    parameters: async ({ server, webcastId }) => {
      const ks = await server.startAdminSession();
      await server.call('baseEntry', 'recycle', { ks, entryId: webcastId });
      return { entryId: webcastId };
    },
  },
  bulkDelete: {
    allowed: [...ADMINS, FOREIGN_ADMIN],
    parameters: ({ webcastId }) => ({ filter: { displayInSearchEqual: -2, idEqual: webcastId } }),
  },
  index: { allowed: ADMINS, parameters: ({ webcastId }) => ({ id: webcastId }) },
  flag: {
    allowed: SESSIONS_AND_NOBODY,
    parameters: ({ webcastId }) => ({ moderationFlag: { flaggedEntryId: webcastId } }),
  },
  reject: { allowed: ADMINS, parameters: ({ webcastId }) => ({ entryId: webcastId }) },
  approve: { allowed: ADMINS, parameters: ({ webcastId }) => ({ entryId: webcastId }) },
  listFlags: { allowed: ADMINS, parameters: ({ webcastId }) => ({ entryId: webcastId }) },
  anonymousRank: {
    allowed: SESSIONS,
    parameters: ({ webcastId }) => ({ entryId: webcastId, rank: 5 }),
  },
  getPlaybackContext: {
    allowed: SESSIONS,
    parameters: ({ webcastId }) => ({ entryId: webcastId, contextDataParams: {} }),
  },
  getContextData: {
    allowed: SESSIONS,
    parameters: ({ webcastId }) => ({ entryId: webcastId, contextDataParams: {} }),
  },
  updateThumbnailJpeg: { allowed: EDITORS, parameters: withPictureFile },
  updateThumbnailFromUrl: { allowed: EDITORS, parameters: withPictureAddress },
  updateThumbnailFromSourceEntry: { allowed: EDITORS, parameters: withOwnShow },
};
