import {
  ADMINS,
  EDITORS,
  FOREIGN_ADMIN,
  SESSIONS,
  SESSIONS_AND_NOBODY,
} from '../callers-for-tests.ts';
import { contentRows } from './content-rows.ts';
import { withOwnShow, withPictureAddress, withPictureFile } from './pictures-for-rows.ts';
import type { Row, Rows } from './row.ts';
import { mediaUploadRows } from './upload-rows.ts';

const byId: Row['parameters'] = ({ webcastId }) => ({ entryId: webcastId });

export const mediaRows: Rows = {
  add: { allowed: [...ADMINS, FOREIGN_ADMIN], parameters: () => ({ entry: { mediaType: 1 } }) },
  get: { allowed: SESSIONS, parameters: byId, subject: 'video' },
  update: {
    allowed: EDITORS,
    subject: 'video',
    parameters: ({ webcastId }) => ({
      entryId: webcastId,
      mediaEntry: { description: 'changed' },
    }),
  },
  delete: { allowed: EDITORS, parameters: byId, subject: 'video' },
  list: { allowed: [...SESSIONS, FOREIGN_ADMIN], parameters: () => ({}) },
  count: { allowed: [...SESSIONS, FOREIGN_ADMIN], parameters: () => ({}) },
  flag: {
    allowed: SESSIONS_AND_NOBODY,
    subject: 'video',
    parameters: ({ webcastId }) => ({ moderationFlag: { flaggedEntryId: webcastId } }),
  },
  reject: { allowed: ADMINS, parameters: byId, subject: 'video' },
  approve: { allowed: ADMINS, parameters: byId, subject: 'video' },
  listFlags: { allowed: ADMINS, parameters: byId, subject: 'video' },
  anonymousRank: {
    allowed: SESSIONS,
    subject: 'video',
    parameters: ({ webcastId }) => ({ entryId: webcastId, rank: 5 }),
  },
  ...contentRows,
  ...mediaUploadRows,
  updateThumbnail: { allowed: EDITORS, parameters: withOwnShow },
  updateThumbnailFromSourceEntry: { allowed: EDITORS, parameters: withOwnShow },
  updateThumbnailJpeg: { allowed: EDITORS, parameters: withPictureFile },
  updateThumbnailFromUrl: { allowed: EDITORS, parameters: withPictureAddress },
};
