import { type SqlBool, sql } from 'kysely';
import type { CuePointSight } from '../../cue-points/sight.ts';
import { visibleEntries } from '../category/entitled-condition.ts';
import { ALWAYS, type Condition } from '../text-conditions.ts';
import { anyOf } from './cue-point-conditions.ts';

/**
 * Which cue points a session sees, over the tables `cue_point` and `entry`: says of all what `isListedFor` says of one, and
 * changes together with it.
 *
 * @param isByAuthor the list asks who has written them, which is for those who run the entry: of the others, only one's own
 */
export function seenCuePoints(sight: CuePointSight, isByAuthor: boolean): readonly Condition[] {
  const { partnerId, viewer, readsAll, listsAll, userId } = sight;
  const ofEntries = [
    sql<SqlBool>`cue_point.partner_id = ${partnerId}`,
    sql<SqlBool>`entry.partner_id = ${partnerId}`,
    sql<SqlBool>`entry.status <> '3'`,
    ...visibleEntries(viewer),
  ];
  if (readsAll) return ofEntries;
  const reasons: Condition[] = [isOfStaff(sight)];
  if (!isByAuthor) reasons.push(sql<SqlBool>`(cue_point.is_open = 1 and cue_point.status <> 4)`);
  if (listsAll) reasons.push(sql<SqlBool>`cue_point.thread_user_id is null`);
  if (userId !== null) {
    reasons.push(sql<SqlBool>`cue_point.user_id = ${userId}`);
    if (!isByAuthor) reasons.push(sql<SqlBool>`cue_point.thread_user_id = ${userId}`);
  }
  return [...ofEntries, anyOf(reasons)];
}

/** Entries of which a session reads everything. */
export function isOfStaff({ readsAll, userId, entryIds }: CuePointSight): Condition {
  if (readsAll) return ALWAYS;
  const reasons: Condition[] = [];
  if (entryIds.length > 0) reasons.push(sql<SqlBool>`entry.id in (${sql.join(entryIds)})`);
  if (userId !== null) {
    reasons.push(
      sql<SqlBool>`entry.user_id = ${userId}`,
      sql<SqlBool>`exists (
        select 1 from entitled_user where entitled_user.entry_id = entry.id
          and entitled_user.user_id = ${userId} and entitled_user.may = 'edit')`,
    );
  }
  return anyOf(reasons);
}
