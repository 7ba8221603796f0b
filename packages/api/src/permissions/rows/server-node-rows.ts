import type { ConnectedEncoder } from '@rostrum/contracts';
import { ADMINS, EDITORS, FOREIGN_ADMIN, USERS } from '../callers-for-tests.ts';
import type { Rows, World } from './row.ts';

/** Whoever may know where encoders connect may know who has. */
export const entryServerNodeRows: Rows = {
  get: { allowed: EDITORS, parameters: async (world) => ({ id: await connect(world) }) },
  list: {
    allowed: [...USERS, FOREIGN_ADMIN],
    parameters: ({ webcastId }) => ({ filter: { entryIdEqual: webcastId } }),
  },
  validateRegisteredEntryServerNode: {
    allowed: EDITORS,
    parameters: async (world) => ({ id: await connect(world) }),
  },
};

export const serverNodeRows: Rows = {
  get: { allowed: [...ADMINS, FOREIGN_ADMIN], parameters: () => ({ serverNodeId: 1 }) },
  list: { allowed: [...ADMINS, FOREIGN_ADMIN], parameters: () => ({}) },
};

/** An encoder comes. @returns the id of its node */
async function connect({ server, webcastId }: World): Promise<number> {
  const encoder: ConnectedEncoder = {
    ...{ slot: 'primary', protocol: 'rtmp', remoteAddress: '192.0.2.1', software: 'OBS' },
    connectedAtMs: server.clock.now,
  };
  await server.tell({ webcastId, state: 'on-air', isPlayable: true, encoders: [encoder] });
  const ks = await server.startAdminSession();
  const filter = { entryIdEqual: webcastId };
  const { objects } = await server.call('entryServerNode', 'list', { ks, filter });
  return objects[0].id;
}
