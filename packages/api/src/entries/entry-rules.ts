import { ApiError } from '../errors/api-error.ts';
import { hasPrivilege } from '../ks/privileges.ts';
import type { Session } from '../ks/session.ts';
import type { BaseEntryValue } from '../schema/base-entry.ts';
import { checkProperties } from '../schema/check-properties.ts';
import type { ObjectType } from '../schema/kinds.ts';
import { isOwner } from '../session/access.ts';
import { type EntryBase, RECYCLED_IN_SEARCH } from './entry-base.ts';

/** What a session may set of an entry. */

/** @throws ApiError PROPERTY_VALIDATION_… for the first property that it may not */
export function refuseForAdd(type: ObjectType, sent: BaseEntryValue, session: Session): void {
  checkProperties(type, sent, {
    purpose: 'add',
    isAdmin: session.isAdmin,
    // Some clients choose the id before they know that the server does.
    tolerated: ['id', ...toleratedFor(session)],
  });
  for (const name of ['userId', 'creatorId'] as const) {
    const isOther = sent[name] !== undefined && sent[name] !== session.userId;
    if (isOther && !session.isAdmin) {
      throw new ApiError('PROPERTY_VALIDATION_ADMIN_PROPERTY', `${type.name}::${name}`);
    }
  }
  refuseRecycling(sent, null);
}

/** Who owns an entry is for admins to change; who may edit it, also for its owner. */
export function refuseForUpdate(
  type: ObjectType,
  sent: BaseEntryValue,
  session: Session,
  entry: EntryBase,
): void {
  checkProperties(type, sent, {
    purpose: 'update',
    isAdmin: session.isAdmin,
    tolerated: toleratedFor(session),
  });
  refuseRecycling(sent, entry);
  if (session.isAdmin) return;
  if (sent.userId !== undefined && sent.userId !== entry.properties.userId) {
    throw new ApiError('PROPERTY_VALIDATION_ADMIN_PROPERTY', `${type.name}::userId`);
  }
  const entitlement = ENTITLEMENT.find((name) => sent[name] !== undefined);
  if (entitlement !== undefined && !isOwner(session, entry)) {
    throw new ApiError('PROPERTY_VALIDATION_NO_UPDATE_PERMISSION', `${type.name}::${entitlement}`);
  }
}

/** An entry can't end before it begins, whichever of the two came last. */
export function refuseSchedule({ startDate, endDate }: BaseEntryValue): void {
  if (startDate && endDate && startDate > endDate) {
    throw new ApiError('INVALID_ENTRY_SCHEDULE_DATES');
  }
}

const ENTITLEMENT = ['entitledUsersEdit', 'entitledUsersPublish', 'entitledUsersView'] as const;

function toleratedFor({ privileges }: Session): readonly string[] {
  return hasPrivilege(privileges, 'editadmintags') ? ['adminTags'] : [];
}

/** The recycle bin has actions of its own, which remember what was before. */
function refuseRecycling({ displayInSearch }: BaseEntryValue, entry: EntryBase | null): void {
  if (displayInSearch === undefined) return;
  const before = entry?.properties.displayInSearch;
  const isInBin = before === RECYCLED_IN_SEARCH;
  if ((displayInSearch === RECYCLED_IN_SEARCH || isInBin) && displayInSearch !== before) {
    throw new ApiError('ENTRY_DISPLAY_IN_SEARCH_VALUE_NOT_ALLOWED', displayInSearch ?? '');
  }
}
