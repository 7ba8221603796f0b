import { createHash } from 'node:crypto';
import { grants, isUnlimited, valuesOf } from '../ks/privileges.ts';
import type { Session } from '../ks/session.ts';
import { isEditor, isPerson, isPresenter, mayListAll, type OwnedEntry } from '../session/access.ts';
import { type Call, sessionOf } from '../session/call.ts';
import { type CuePoint, PENDING } from './cue-point.ts';

/** What a session may do with the cue points of one entry. */
export type Standing = {
  /** Null for nobody by name. */
  readonly userId: string | null;
  readonly sessionHash: string;
  /** Reads everything, private questions too. */
  readonly readsAll: boolean;
  /** Reads all but private questions: `list:*` is signed for many who only watch. */
  readonly listsAll: boolean;
  /** Adds slides, commands to the page, and what everybody may read. */
  readonly runs: boolean;
  /** Changes and deletes what others have written. */
  readonly manages: boolean;
};

export function standingOn(call: Call, entry: OwnedEntry): Standing {
  const session = sessionOf(call);
  const isOfStaff = isEditor(session, entry) || isModerator(call, session, entry.id);
  return {
    userId: isPerson(session) ? session.userId : null,
    sessionHash: sessionHashOf(session),
    readsAll: isOfStaff || listedEntryOf(session) === entry.id,
    listsAll: mayListAll(session),
    runs: isOfStaff || isPresenter(session, entry),
    manages: isOfStaff,
  };
}

/** Those who run a show without editing it: the studio's role, in a session signed for this entry or for all. */
function isModerator(call: Call, session: Session, entryId: string): boolean {
  return isProducer(call) && (listedEntryOf(session) === entryId || mayListAll(session));
}

function isProducer({ permissions }: Call): boolean {
  return permissions.has('WEBCAST_PRODUCER_PERMISSION');
}

/** `list:ENTRY` opens the cue points of one entry, the first that it names. */
export function listedEntryOf({ privileges }: Session): string | undefined {
  return valuesOf(privileges, 'list')[0];
}

/** Whether a session reads everything of every entry that it sees. */
export function readsAllEntries(call: Call): boolean {
  const session = sessionOf(call);
  return (
    session.isAdmin ||
    isUnlimited(session.privileges) ||
    grants(session.privileges, 'edit', '*') ||
    (isProducer(call) && mayListAll(session))
  );
}

/** Knows a session again without keeping it. */
export function sessionHashOf({ ks }: Session): string {
  return createHash('sha256').update(ks).digest('base64url');
}

/** What lists show; the condition in SQL (store/cue-point/cue-point-sight.ts) says the same and changes together with this. */
export function isListedFor(
  cuePoint: CuePoint,
  { readsAll, listsAll, userId }: Pick<Standing, 'readsAll' | 'listsAll' | 'userId'>,
): boolean {
  if (readsAll || (listsAll && cuePoint.threadUserId === null)) return true;
  if (userId !== null && isOfUser(cuePoint, userId)) return true;
  return cuePoint.isOpen && cuePoint.status !== PENDING;
}

/** Who has no name finds what they wrote by its id, in the session that they wrote it in; lists never show it. */
export function isReadableBy(cuePoint: CuePoint, standing: Standing): boolean {
  return isListedFor(cuePoint, standing) || isOwn(cuePoint, standing);
}

export function isChangeableBy(cuePoint: CuePoint, call: Call, standing: Standing): boolean {
  return (
    standing.manages ||
    isOwn(cuePoint, standing) ||
    valuesOf(sessionOf(call).privileges, 'editcuepoint').includes(cuePoint.id)
  );
}

export function isOwn({ userId, sessionHash }: CuePoint, standing: Standing): boolean {
  if (standing.userId !== null) return userId === standing.userId;
  return sessionHash !== null && sessionHash === standing.sessionHash;
}

function isOfUser({ userId, threadUserId }: CuePoint, of: string): boolean {
  return userId === of || threadUserId === of;
}
