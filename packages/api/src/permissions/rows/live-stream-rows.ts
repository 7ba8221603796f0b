import {
  ADMINS,
  EDITORS,
  FOREIGN_ADMIN,
  SESSIONS,
  SESSIONS_AND_NOBODY,
} from '../callers-for-tests.ts';
import { withPictureAddress, withPictureFile } from './pictures-for-rows.ts';
import type { Rows } from './row.ts';

export const liveStreamRows: Rows = {
  archive: {
    // The session has to be allowed to change both of them.
    allowed: EDITORS.filter((caller) => caller !== 'a session signed with edit'),
    subject: 'recording',
    parameters: async ({ server, webcastId }) => {
      const ks = await server.startAdminSession();
      const recording = await server.call('media', 'get', { ks, entryId: webcastId });
      return { liveEntryId: recording.rootEntryId, vodEntryId: webcastId };
    },
  },
  add: {
    allowed: [...ADMINS, FOREIGN_ADMIN],
    parameters: () => ({ liveStreamEntry: { mediaType: 201 }, sourceType: '32' }),
  },
  get: { allowed: SESSIONS, parameters: ({ webcastId }) => ({ entryId: webcastId }) },
  update: {
    allowed: EDITORS,
    parameters: ({ webcastId }) => ({
      entryId: webcastId,
      liveStreamEntry: { description: 'changed' },
    }),
  },
  delete: { allowed: EDITORS, parameters: ({ webcastId }) => ({ entryId: webcastId }) },
  list: { allowed: [...SESSIONS, FOREIGN_ADMIN], parameters: () => ({}) },
  isLive: { allowed: SESSIONS_AND_NOBODY, parameters: ({ webcastId }) => ({ id: webcastId }) },
  getLiveStreamStats: {
    allowed: SESSIONS_AND_NOBODY,
    parameters: ({ webcastId }) => ({ entryId: webcastId }),
  },
  getDetails: { allowed: SESSIONS_AND_NOBODY, parameters: ({ webcastId }) => ({ id: webcastId }) },
  authenticate: {
    allowed: ['a producer', ...ADMINS],
    parameters: async ({ server, webcastId }) => {
      const ks = await server.startAdminSession();
      const { streamPassword } = await server.call('livestream', 'get', { ks, entryId: webcastId });
      return { entryId: webcastId, token: streamPassword };
    },
  },
  addLiveStreamPushPublishConfiguration: {
    allowed: EDITORS,
    parameters: ({ webcastId }) => ({
      entryId: webcastId,
      protocol: 'applehttp',
      url: 'https://cdn.example.com/index.m3u8',
    }),
  },
  removeLiveStreamPushPublishConfiguration: {
    allowed: EDITORS,
    parameters: ({ webcastId }) => ({ entryId: webcastId, protocol: 'applehttp' }),
  },
  regenerateStreamToken: {
    allowed: EDITORS,
    parameters: ({ webcastId }) => ({ entryId: webcastId }),
  },
  updateOfflineThumbnailJpeg: { allowed: EDITORS, parameters: withPictureFile },
  updateOfflineThumbnailFromUrl: { allowed: EDITORS, parameters: withPictureAddress },
};
