import { ACCOUNT } from '../../api-for-tests.ts';
import {
  ADMINS,
  FOREIGN_ADMIN,
  SESSIONS,
  SESSIONS_AND_NOBODY,
  USERS,
} from '../callers-for-tests.ts';
import type { Rows, World } from './row.ts';

/** Configurations are for pages to read, and for admins to change. */

const ADMINS_OF_ALL_ACCOUNTS = [...ADMINS, FOREIGN_ADMIN];
const USERS_OF_ALL_ACCOUNTS = [...USERS, FOREIGN_ADMIN];
const WIDGET_ID = `_${ACCOUNT.partnerId}`;

async function addUiConf({ server }: World): Promise<number> {
  const ks = await server.startAdminSession();
  return (await server.call('uiConf', 'add', { ks, uiConf: { name: 'Own', objType: 1 } })).id;
}

export const uiConfRows: Rows = {
  add: {
    allowed: ADMINS_OF_ALL_ACCOUNTS,
    parameters: () => ({ uiConf: { name: 'Another', objType: 1 } }),
  },
  get: { allowed: SESSIONS, parameters: async (world) => ({ id: await addUiConf(world) }) },
  update: {
    allowed: ADMINS,
    parameters: async (world) => ({ id: await addUiConf(world), uiConf: { tags: 'changed' } }),
  },
  delete: { allowed: ADMINS, parameters: async (world) => ({ id: await addUiConf(world) }) },
  clone: { allowed: ADMINS, parameters: async (world) => ({ id: await addUiConf(world) }) },
  list: { allowed: USERS_OF_ALL_ACCOUNTS, parameters: () => ({ pager: { pageSize: 5 } }) },
  listTemplates: { allowed: USERS_OF_ALL_ACCOUNTS, parameters: () => ({}) },
  getAvailableTypes: { allowed: USERS_OF_ALL_ACCOUNTS, parameters: () => ({}) },
};

export const widgetRows: Rows = {
  add: {
    allowed: ADMINS,
    parameters: async ({ webcastId }) => ({
      widget: { sourceWidgetId: WIDGET_ID, entryId: webcastId },
    }),
  },
  clone: { allowed: ADMINS, parameters: () => ({ widget: { sourceWidgetId: WIDGET_ID } }) },
  get: { allowed: SESSIONS_AND_NOBODY, parameters: () => ({ id: WIDGET_ID }) },
  update: {
    allowed: ADMINS,
    parameters: () => ({ id: WIDGET_ID, widget: { partnerData: 'changed' } }),
  },
  list: { allowed: USERS_OF_ALL_ACCOUNTS, parameters: () => ({ pager: { pageSize: 5 } }) },
};
