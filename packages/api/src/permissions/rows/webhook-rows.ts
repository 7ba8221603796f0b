import { ACCOUNT, NOW_MS } from '../../api-for-tests.ts';
import { ADMINS, FOREIGN_ADMIN } from '../callers-for-tests.ts';
import type { Rows, World } from './row.ts';

const ALL_ADMINS = [...ADMINS, FOREIGN_ADMIN];
/** Nothing is sent to it: it is disabled, or closed (port 1). */
const URL = 'http://127.0.0.1:1/hooks';

export const webhookRows: Rows = {
  add: {
    allowed: ALL_ADMINS,
    parameters: async (world) => {
      // So that however many callers there are, the account never has too many.
      await removeAll(world);
      return { webhook: { url: 'https://example.com/hooks', isEnabled: false } };
    },
  },
  get: { allowed: ADMINS, parameters: withWebhook },
  list: { allowed: ALL_ADMINS, parameters: () => ({}) },
  update: {
    allowed: ADMINS,
    parameters: async (world) => ({ ...(await withWebhook(world)), webhook: { name: 'Other' } }),
  },
  delete: { allowed: ADMINS, parameters: withWebhook },
  listSecrets: { allowed: ADMINS, parameters: withWebhook },
  rotateSecret: { allowed: ADMINS, parameters: withWebhook },
  test: { allowed: ADMINS, parameters: withWebhook },
  listEventTypes: { allowed: ALL_ADMINS, parameters: () => ({}) },
  listDeliveries: { allowed: ALL_ADMINS, parameters: () => ({}) },
  getDelivery: { allowed: ADMINS, parameters: withDelivery },
  replay: { allowed: ADMINS, parameters: withDelivery },
  replayFailed: {
    allowed: ADMINS,
    parameters: async (world) => ({ ...(await withWebhook(world)), since: NOW_MS / 1000 }),
  },
};

async function withWebhook(world: World): Promise<{ id: string }> {
  const { server } = world;
  await removeAll(world);
  const ks = await server.startAdminSession();
  return { id: (await server.call('rostrum_webhook', 'add', { ks, webhook: { url: URL } })).id };
}

async function withDelivery(world: World): Promise<{ id: string }> {
  const ks = await world.server.startAdminSession();
  const { id } = await withWebhook(world);
  return { id: (await world.server.call('rostrum_webhook', 'test', { ks, id })).id };
}

async function removeAll({ server }: World): Promise<void> {
  for (const ks of [await server.startAdminSession(), await server.startForeignSession()]) {
    const { objects } = await server.call('rostrum_webhook', 'list', { ks });
    for (const { id, partnerId } of objects) {
      if (ACCOUNT.partnerId !== partnerId && objects.length < 10) continue;
      await server.call('rostrum_webhook', 'delete', { ks, id });
    }
  }
}
