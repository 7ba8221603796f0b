import { isEditor, isEntitledUser, mayPublish, type OwnedEntry } from '../session/access.ts';
import type { Viewer } from './viewer.ts';

/** Values of KalturaPrivacyType. */
export const FOR_ALL = 1;
export const FOR_AUTHENTICATED = 2;
export const FOR_MEMBERS = 3;

/** An entry in a category, as one viewer meets it. */
export type Placement = {
  /** False while no moderator has approved it: such a placement shows the entry to moderators only. */
  readonly isActive: boolean;
  /** The category's and its ancestors'; a category without any says nothing about who may watch. */
  readonly contexts: readonly string[];
  readonly privacy: typeof FOR_ALL | typeof FOR_AUTHENTICATED | typeof FOR_MEMBERS;
  /** The viewer is an active member who may view. */
  readonly isMember: boolean;
  /** The viewer is an active member who may approve entries. */
  readonly isModerator: boolean;
};

export type Rights = {
  /** Knows that the entry is there: get, count, and list by id. */
  readonly maySee: boolean;
  /** A list that names no entries shows it. */
  readonly mayList: boolean;
  /** Plays it, comes into its room. */
  readonly mayWatch: boolean;
  /** Presents in it, puts it into categories. */
  readonly mayPublish: boolean;
  readonly mayEdit: boolean;
};

/**
 * The one answer to "may this session…?". The list's condition in SQL (store/entitled-condition.ts) says the same and
 * changes together with this. docs/decisions/2026-11-22-entitlement.md says it in words.
 */
export function rightsTo(
  viewer: Viewer,
  entry: OwnedEntry,
  placements: readonly Placement[],
): Rights {
  if (!mayReach(viewer, entry)) return NO_RIGHTS;
  const mayWatch = isOpenAnyway(viewer, entry) || isOpenByCategory(viewer, placements);
  const maySee = mayWatch || isListLifted(viewer);
  if (viewer.session === undefined) return { ...NO_RIGHTS, maySee, mayWatch };
  const { session } = viewer;
  const mayEdit = maySee && isEditor(session, entry);
  return {
    maySee,
    mayList: maySee && (viewer.listsAll || isEntitledUser(session, entry)),
    mayWatch,
    mayPublish: maySee && mayPublish(session, entry),
    mayEdit,
  };
}

/** Whether the rights depend on the entry's categories, so that they must be read. */
export function dependsOnPlacements(viewer: Viewer, entry: OwnedEntry): boolean {
  return mayReach(viewer, entry) && !isOpenAnyway(viewer, entry);
}

/** `list:*` lifts what the account asks of everybody, not what the session asks of itself. */
export function isListLifted({ enforcement, listsAll }: Viewer): boolean {
  return enforcement !== 'session' && listsAll;
}

const NO_RIGHTS: Rights = {
  maySee: false,
  mayList: false,
  mayWatch: false,
  mayPublish: false,
  mayEdit: false,
};

function mayReach({ session, limitedTo }: Viewer, entry: OwnedEntry): boolean {
  if (session !== undefined && session.partnerId !== entry.partnerId) return false;
  return limitedTo === null || limitedTo.includes(entry.id);
}

function isOpenAnyway({ session, enforcement, named }: Viewer, entry: OwnedEntry): boolean {
  if (enforcement === 'off') return true;
  if (named === 'all' || named.includes(entry.id)) return true;
  return session !== undefined && isEntitledUser(session, entry);
}

function isOpenByCategory(viewer: Viewer, placements: readonly Placement[]): boolean {
  const counted = placements.filter(({ contexts }) => contexts.length > 0);
  if (counted.length === 0) return viewer.contexts.length === 0;
  return counted.some((each) => isOfContext(viewer, each) && isOpenTo(viewer, each));
}

function isOfContext({ contexts }: Viewer, placement: Placement): boolean {
  return contexts.length === 0 || placement.contexts.some((each) => contexts.includes(each));
}

function isOpenTo({ userId }: Viewer, placement: Placement): boolean {
  const { isActive, privacy, isMember, isModerator } = placement;
  if (!isActive) return userId !== null && isModerator;
  if (privacy === FOR_ALL) return true;
  return userId !== null && (privacy === FOR_AUTHENTICATED || isMember);
}
