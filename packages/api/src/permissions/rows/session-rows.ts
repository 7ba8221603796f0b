import { ACCOUNT } from '../../api-for-tests.ts';
import { ADMINS, EVERYBODY, FOREIGN_ADMIN, SESSIONS } from '../callers-for-tests.ts';
import type { Rows } from './row.ts';

export const sessionRows: Rows = {
  // The secret decides, not the session.
  start: {
    allowed: EVERYBODY,
    parameters: () => ({ secret: ACCOUNT.userSecret, partnerId: ACCOUNT.partnerId }),
  },
  impersonate: {
    allowed: EVERYBODY,
    parameters: () => ({
      secret: ACCOUNT.adminSecret,
      impersonatedPartnerId: ACCOUNT.partnerId,
      partnerId: ACCOUNT.partnerId,
    }),
  },
  impersonateByKs: {
    allowed: [...ADMINS, FOREIGN_ADMIN],
    parameters: ({ ks }) => ({ session: ks }),
  },
  startWidgetSession: {
    allowed: EVERYBODY,
    parameters: () => ({ widgetId: `_${ACCOUNT.partnerId}` }),
  },
  get: { allowed: [...SESSIONS, FOREIGN_ADMIN], parameters: () => ({}) },
  end: { allowed: EVERYBODY, parameters: () => ({}) },
};
