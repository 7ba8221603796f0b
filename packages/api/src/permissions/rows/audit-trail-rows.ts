import { ADMINS, FOREIGN_ADMIN } from '../callers-for-tests.ts';
import type { Rows, World } from './row.ts';

const LINE = { auditObjectType: 'entry', objectId: '0_ab12cd34', action: 'VIEWED' };

export const auditTrailRows: Rows = {
  add: { allowed: [...ADMINS, FOREIGN_ADMIN], parameters: () => ({ auditTrail: LINE }) },
  get: { allowed: ADMINS, parameters: async (world) => ({ id: await addLine(world) }) },
  list: { allowed: [...ADMINS, FOREIGN_ADMIN], parameters: () => ({}) },
};

/** A line of the webcast's account. */
async function addLine({ server }: World): Promise<number> {
  const ks = await server.startAdminSession();
  return (await server.call('audit_audittrail', 'add', { ks, auditTrail: LINE })).id;
}
