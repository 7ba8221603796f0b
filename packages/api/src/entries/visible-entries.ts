import type { Session } from '../ks/session.ts';
import type { LiveStreamFilterValue } from '../schema/live-stream-filter.ts';
import { isPerson, mayListAll } from '../session/access.ts';
import { namesUser } from '../store/entry-conditions.ts';
import type { EntryRestriction } from '../store/entry-filter.ts';
import { NEVER } from '../store/text-conditions.ts';

/**
 * What a list may show to a session, as conditions that all must hold: everything to those who may list all or name what
 * they want; others see what is their own or names them. This is the one place that says so.
 */
export function restrictionsFor(
  session: Session,
  filter: LiveStreamFilterValue,
): readonly EntryRestriction[] {
  if (mayListAll(session) || namesEntries(filter)) return [];
  // Who has no name owns nothing, and above all not what was made without one.
  if (!isPerson(session)) return [() => NEVER];
  return [ownOrEntitled(session.userId)];
}

function ownOrEntitled(userId: string): EntryRestriction {
  return (eb) => eb.or([eb('entry.user_id', '=', userId), namesUser(eb, userId)]);
}

/** Whoever names what it wants may list what others own. */
function namesEntries(filter: LiveStreamFilterValue): boolean {
  const { idEqual, idIn, referenceIdEqual, referenceIdIn, parentEntryIdEqual } = filter;
  return [idEqual, idIn, referenceIdEqual, referenceIdIn, parentEntryIdEqual].some(
    (value) => typeof value === 'string' && value !== '',
  );
}
