import type { EntryKind } from '../../entries/entry.ts';
import { ENTRY_TYPES } from '../../entries/entry.ts';
import type { LiveStreamFilterValue } from '../../schema/live-stream-filter.ts';
import type { Condition } from '../text-conditions.ts';
import type { EntryBuilder, EntryQuery } from './entry-columns.ts';
import { conditionsOf } from './entry-conditions.ts';

/** Which entries a list means. */
export type EntryQuestion = {
  readonly partnerId: number;
  readonly kinds: readonly EntryKind[];
  readonly filter: LiveStreamFilterValue;
  /** What the session may see besides: all must hold. */
  readonly restrictions: readonly EntryRestriction[];
};

export type EntryRestriction = (eb: EntryBuilder) => Condition;

export function applyFilter<Row>(query: EntryQuery<Row>, question: EntryQuestion): EntryQuery<Row> {
  const { partnerId, kinds, filter, restrictions } = question;
  return query.where((eb) =>
    eb.and([
      eb('entry.partner_id', '=', partnerId),
      eb(
        'entry.type',
        'in',
        kinds.map((kind) => ENTRY_TYPES[kind]),
      ),
      ...restrictions.map((restriction) => restriction(eb)),
      ...defaultConditions(eb, filter),
      ...conditionsOf(eb, filter),
    ]),
  );
}

/**
 * What a list leaves out unless it is asked for: what is not ready, what a moderator holds back, what is hidden or in the
 * recycle bin. Whoever names one entry gets it, unless it is deleted.
 */
function defaultConditions(eb: EntryBuilder, filter: LiveStreamFilterValue): Condition[] {
  const has = (...names: readonly string[]) => names.some((name) => name in filter);
  const conditions: Condition[] = [];
  const namesStatus = has('statusEqual', 'statusIn');
  if (!namesStatus) conditions.push(eb('entry.status', '!=', '3'));
  if (has('idEqual')) return conditions;
  if (!namesStatus && !has('statusNotEqual', 'statusNotIn')) {
    conditions.push(eb('entry.status', '=', '2'));
  }
  const asksForModeration = has(
    'moderationStatusEqual',
    'moderationStatusNotEqual',
    'moderationStatusIn',
    'moderationStatusNotIn',
  );
  if (!asksForModeration) conditions.push(eb('entry.moderation_status', 'not in', [1, 3]));
  if (has('parentEntryIdEqual', 'idIn', 'displayInSearchEqual', 'displayInSearchIn')) {
    return conditions;
  }
  // Recordings are found by their live stream, also where it hides them.
  const leftOut = has('rootEntryIdEqual') ? [-2] : [-2, -1];
  return [...conditions, eb('entry.display_in_search', 'not in', leftOut)];
}
