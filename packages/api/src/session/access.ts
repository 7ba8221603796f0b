import { grants, hasPrivilege, isUnlimited, valuesOf } from '../ks/privileges.ts';
import type { Session } from '../ks/session.ts';
import type { Webcast } from '../live/webcast.ts';

/** Who may do what with a webcast. Sessions of another account have no rights at all. */

export function isOfAccount(session: Session | undefined, webcast: Webcast): session is Session {
  return session !== undefined && session.partnerId === webcast.partnerId;
}

export function isOwner(session: Session, webcast: Webcast): boolean {
  return isPerson(session) && session.userId === webcast.properties.userId;
}

/** May change the webcast and see its encoder's addresses: admins, the owner, co-editors, and sessions signed with `edit`. */
export function isEditor(session: Session | undefined, webcast: Webcast): boolean {
  if (!isOfAccount(session, webcast)) return false;
  return (
    session.isAdmin ||
    isOwner(session, webcast) ||
    isCoEditor(session, webcast) ||
    grants(session.privileges, 'edit', webcast.id)
  );
}

/**
 * May watch before the webcast is on air: admins, the owner and co-editors, and sessions signed with
 * `restrictexplicitliveview` for this webcast or without a value. `restrictexplicitliveview:*` takes it away.
 */
export function mayPreview(session: Session | undefined, webcast: Webcast): boolean {
  if (!isOfAccount(session, webcast)) return false;
  if (session.isAdmin) return true;
  const values = valuesOf(session.privileges, 'restrictexplicitliveview');
  if (values.includes('*')) return false;
  if (values.includes(webcast.id) || values.includes('')) return true;
  return isOwner(session, webcast) || isCoEditor(session, webcast);
}

/** May list what others own. */
export function mayListAll(session: Session): boolean {
  return (
    session.isAdmin ||
    isUnlimited(session.privileges) ||
    valuesOf(session.privileges, 'list').includes('*')
  );
}

export function isPresenter(session: Session, webcast: Webcast): boolean {
  return (
    isOfAccount(session, webcast) &&
    isPerson(session) &&
    isListed(session.userId, webcast.properties.entitledUsersPublish)
  );
}

/** Someone by name; the sessions that widgets start for everybody are nobody. */
export function isPerson(session: Session): boolean {
  return session.userId !== '' && !hasPrivilege(session.privileges, 'widget');
}

function isCoEditor(session: Session, webcast: Webcast): boolean {
  return isPerson(session) && isListed(session.userId, webcast.properties.entitledUsersEdit);
}

function isListed(userId: string, csv: string | null | undefined): boolean {
  return (csv ?? '').split(',').some((each) => each.trim() === userId);
}
