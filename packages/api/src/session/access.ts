import { grants, hasPrivilege, isUnlimited, valuesOf } from '../ks/privileges.ts';
import type { Session } from '../ks/session.ts';

/** Who may do what with an entry. Sessions of another account have no rights at all. */

/** What rights depend on, of entries of every type. The lists are user ids, comma-separated. */
export type OwnedEntry = {
  /** Value of KalturaEntryModerationStatus, where a moderator can hold it back. */
  readonly moderationStatus?: number;
  readonly id: string;
  readonly partnerId: number;
  readonly properties: {
    readonly userId?: string | null;
    readonly entitledUsersEdit?: string | null;
    readonly entitledUsersPublish?: string | null;
    readonly entitledUsersView?: string | null;
  };
};

export function isOfAccount(session: Session | undefined, entry: OwnedEntry): session is Session {
  return session !== undefined && session.partnerId === entry.partnerId;
}

export function isOwner(session: Session, entry: OwnedEntry): boolean {
  return isPerson(session) && session.userId === entry.properties.userId;
}

/** May change the entry and see its encoder's addresses: admins, the owner, co-editors, and sessions signed with `edit`. */
export function isEditor(session: Session | undefined, entry: OwnedEntry): boolean {
  if (!isOfAccount(session, entry)) return false;
  return (
    session.isAdmin ||
    isOwner(session, entry) ||
    isCoEditor(session, entry) ||
    grants(session.privileges, 'edit', entry.id)
  );
}

/** May delete the entry: whoever may change it, but not those whom it names as its editors. */
export function isOwnerOrSigned(session: Session, entry: OwnedEntry): boolean {
  if (!isOfAccount(session, entry)) return false;
  return session.isAdmin || isOwner(session, entry) || grants(session.privileges, 'edit', entry.id);
}

/**
 * May watch before the webcast is on air: admins, the owner and co-editors, and sessions signed with
 * `restrictexplicitliveview` for this webcast or without a value. `restrictexplicitliveview:*` takes it away.
 */
export function mayPreview(session: Session | undefined, entry: OwnedEntry): boolean {
  if (!isOfAccount(session, entry)) return false;
  if (session.isAdmin) return true;
  const values = valuesOf(session.privileges, 'restrictexplicitliveview');
  if (values.includes('*')) return false;
  if (values.includes(entry.id) || values.includes('')) return true;
  return isOwner(session, entry) || isCoEditor(session, entry);
}

/** May list what others own. */
export function mayListAll(session: Session): boolean {
  return (
    session.isAdmin ||
    isUnlimited(session.privileges) ||
    valuesOf(session.privileges, 'list').includes('*')
  );
}

export function isPresenter(session: Session, entry: OwnedEntry): boolean {
  return (
    isOfAccount(session, entry) &&
    isPerson(session) &&
    isListed(session.userId, entry.properties.entitledUsersPublish)
  );
}

/** Values of KalturaEntryModerationStatus: what waits for a moderator, and what was rejected. */
const HELD_BACK: readonly (number | undefined)[] = [1, 3];

/** Only those who may change it watch it. */
export function isHeldBack({ moderationStatus }: OwnedEntry): boolean {
  return HELD_BACK.includes(moderationStatus);
}

/** May send the webcast's picture, and so knows where encoders connect: editors, and whom entitledUsersPublish names. */
export function mayPublish(session: Session | undefined, entry: OwnedEntry): session is Session {
  return session !== undefined && (isEditor(session, entry) || isPresenter(session, entry));
}

/** Owns the entry, or is named by it: to edit, publish or view. */
export function isEntitledUser(session: Session, entry: OwnedEntry): boolean {
  if (!isOfAccount(session, entry) || !isPerson(session)) return false;
  const { userId, entitledUsersEdit, entitledUsersPublish, entitledUsersView } = entry.properties;
  return (
    session.userId === userId ||
    [entitledUsersEdit, entitledUsersPublish, entitledUsersView].some((csv) =>
      isListed(session.userId, csv),
    )
  );
}

/** Someone by name; the sessions that widgets start for everybody are nobody. */
export function isPerson(session: Session): boolean {
  return session.userId !== '' && !hasPrivilege(session.privileges, 'widget');
}

/** User ids in a comma-separated list, each once. */
export function userIdsOf(csv: string | null | undefined): readonly string[] {
  const ids = (csv ?? '').split(',').map((each) => each.trim());
  return [...new Set(ids)].filter((each) => each !== '');
}

function isCoEditor(session: Session, entry: OwnedEntry): boolean {
  return isPerson(session) && isListed(session.userId, entry.properties.entitledUsersEdit);
}

function isListed(userId: string, csv: string | null | undefined): boolean {
  // Asked with every call: most lists are empty, and most do not name the user.
  return csv?.includes(userId) === true && userIdsOf(csv).includes(userId);
}
