import { ADMINS, FOREIGN_ADMIN, SESSIONS } from '../callers-for-tests.ts';
import type { Rows } from './row.ts';

export const pushNotificationTemplateRows: Rows = {
  register: {
    allowed: SESSIONS,
    parameters: ({ webcastId }) => ({
      notificationTemplateSystemName: 'PUBLIC_QNA_NOTIFICATIONS',
      pushNotificationParams: { userParams: [{ key: 'entryId', value: { value: webcastId } }] },
    }),
  },
};

/** The templates are built in: the same for every account. */
export const eventNotificationTemplateRows: Rows = {
  ...pushNotificationTemplateRows,
  get: { allowed: [...ADMINS, FOREIGN_ADMIN], parameters: () => ({ id: 1101 }) },
  list: { allowed: [...ADMINS, FOREIGN_ADMIN], parameters: () => ({}) },
  listTemplates: { allowed: [...ADMINS, FOREIGN_ADMIN], parameters: () => ({}) },
};
