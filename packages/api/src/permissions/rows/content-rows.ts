import { ADMINS, CO_EDITOR, EDITORS, FOREIGN_ADMIN, OWNER } from '../callers-for-tests.ts';
import { addRecording } from '../subject-for-tests.ts';
import type { Row, Rows, World } from './row.ts';

/** Actions on what entries play. */

const partsOf = (entryId: string) => ({
  objectType: 'KalturaOperationResource',
  resource: { objectType: 'KalturaEntryResource', entryId },
  operationAttributes: [{ objectType: 'KalturaClipAttributes', offset: 1000, duration: 5000 }],
});

export const contentRows: Rows = {
  addContent: {
    // The session has to be allowed to change the other recording too.
    allowed: EDITORS.filter((caller) => caller !== 'a session signed with edit'),
    subject: 'video',
    parameters: async ({ server, webcastId }: World) => ({
      entryId: webcastId,
      resource: partsOf(
        await addRecording(server, { userId: OWNER, entitledUsersEdit: CO_EDITOR }),
      ),
    }),
  },
  updateContent: {
    allowed: EDITORS,
    subject: 'recording',
    parameters: ({ webcastId }) => ({ entryId: webcastId, resource: partsOf(webcastId) }),
  },
};

const byId: Row['parameters'] = ({ webcastId }) => ({ entryId: webcastId });

export const recordingRows: Rows = {
  get: { allowed: EDITORS, subject: 'recording', parameters: byId },
  untrim: { allowed: EDITORS, subject: 'recording', parameters: byId },
  keep: {
    allowed: EDITORS,
    subject: 'recording',
    parameters: ({ webcastId }) => ({ entryId: webcastId, isKept: true }),
  },
};

const ALL_ADMINS = [...ADMINS, FOREIGN_ADMIN];

export const storageRows: Rows = {
  get: { allowed: ALL_ADMINS, parameters: () => ({}) },
  update: { allowed: ALL_ADMINS, parameters: () => ({ storage: { retentionDays: 365 } }) },
};
