import { KS_TYPE_ADMIN, KS_TYPE_USER } from '../ks/ks.ts';
import type { Session } from '../ks/session.ts';
import type { AuditActor } from './trail.ts';

/** Whoever acts with a session. */
export function actorOf({ partnerId, userId, isAdmin }: Session): AuditActor {
  return { partnerId, userId, sessionType: isAdmin ? KS_TYPE_ADMIN : KS_TYPE_USER };
}
