import { EDITORS, FOREIGN_ADMIN, SESSIONS, SESSIONS_AND_NOBODY } from '../callers-for-tests.ts';
import { withOwnShow, withPictureAddress, withPictureFile } from './pictures-for-rows.ts';
import type { Rows, World } from './row.ts';
import { USERS_OF_TOKENS, uploaded } from './upload-rows.ts';

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(100)]);

/** Whoever sees an entry sees its pictures; whoever changes it changes them. */
export const thumbAssetRows: Rows = {
  add: {
    allowed: EDITORS,
    parameters: ({ webcastId }) => ({ entryId: webcastId, thumbAsset: { tags: 'a' } }),
  },
  setContent: {
    allowed: USERS_OF_TOKENS,
    parameters: async (world) => ({
      id: await addAsset(world),
      contentResource: {
        objectType: 'KalturaUploadedFileTokenResource',
        token: await uploaded(world, PNG),
      },
    }),
  },
  addFromImage: { allowed: EDITORS, parameters: withPictureFile },
  addFromUrl: { allowed: EDITORS, parameters: withPictureAddress },
  update: {
    allowed: EDITORS,
    parameters: async (world) => ({ id: await addAsset(world), thumbAsset: { tags: 'b' } }),
  },
  get: {
    allowed: SESSIONS,
    parameters: async (world) => ({ thumbAssetId: await addAsset(world) }),
  },
  getByEntryId: { allowed: SESSIONS, parameters: ({ webcastId }) => ({ entryId: webcastId }) },
  list: {
    allowed: [...SESSIONS, FOREIGN_ADMIN],
    parameters: ({ webcastId }) => ({ filter: { entryIdEqual: webcastId } }),
  },
  setAsDefault: {
    allowed: EDITORS,
    parameters: async (world) => ({ thumbAssetId: await addAsset(world) }),
  },
  delete: {
    allowed: EDITORS,
    parameters: async (world) => ({ thumbAssetId: await addAsset(world) }),
  },
  generate: {
    allowed: EDITORS,
    parameters: async (world) => ({ ...(await withOwnShow(world)), thumbParams: { width: 320 } }),
  },
  regenerate: {
    allowed: EDITORS,
    parameters: async (world) => {
      const ks = await world.server.startAdminSession();
      const parameters = { ks, ...(await withOwnShow(world)), thumbParams: { width: 320 } };
      return {
        thumbAssetId: (await world.server.call('thumbAsset', 'generate', parameters)).id,
      };
    },
  },
  serve: {
    allowed: SESSIONS_AND_NOBODY,
    parameters: async (world) => ({ thumbAssetId: await addAsset(world) }),
  },
  serveByEntryId: {
    allowed: SESSIONS_AND_NOBODY,
    parameters: ({ webcastId }) => ({ entryId: webcastId }),
  },
  getUrl: { allowed: SESSIONS, parameters: async (world) => ({ id: await addAsset(world) }) },
};

async function addAsset(world: World): Promise<string> {
  const ks = await world.server.startAdminSession();
  const sent = { ks, ...withPictureFile(world) };
  return (await world.server.call('thumbAsset', 'addFromImage', sent)).id;
}
