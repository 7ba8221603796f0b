import { flavorAssetIdOf } from '../../entries/flavor-asset-id.ts';
import { FOREIGN_ADMIN, SESSIONS } from '../callers-for-tests.ts';
import type { Row, Rows } from './row.ts';

const byEntry: Row['parameters'] = ({ webcastId }) => ({ entryId: webcastId });
/** A recording of the subject: its one rendition, which can be named without being asked for. */
const byId: Row['parameters'] = async ({ server, webcastId }) => ({
  id: flavorAssetIdOf(await server.addRecordingOf(webcastId), 0),
});

export const flavorAssetRows: Rows = {
  get: { allowed: SESSIONS, parameters: byId },
  getByEntryId: { allowed: SESSIONS, parameters: byEntry },
  getWebPlayableByEntryId: { allowed: SESSIONS, parameters: byEntry },
  getFlavorAssetsWithParams: { allowed: SESSIONS, parameters: byEntry },
  list: {
    allowed: [...SESSIONS, FOREIGN_ADMIN],
    parameters: ({ webcastId }) => ({ filter: { entryIdEqual: webcastId } }),
  },
  getUrl: { allowed: SESSIONS, parameters: byId },
  getDownloadUrl: { allowed: SESSIONS, parameters: byId },
};
