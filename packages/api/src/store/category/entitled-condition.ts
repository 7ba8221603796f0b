import { type SqlBool, sql } from 'kysely';
import { FOR_ALL, FOR_AUTHENTICATED, isListLifted } from '../../entitlement/rights.ts';
import type { Viewer } from '../../entitlement/viewer.ts';
import { type Condition, NEVER } from '../text-conditions.ts';

/**
 * Who may see which entries, as SQL over the table `entry`: says of every entry what `rightsTo` says of one, and changes
 * together with it.
 */

/** Entries that a list shows the viewer. @param isNamed the filter names what it wants, so that it may be others' too */
export function listedEntries(viewer: Viewer, isNamed: boolean): readonly Condition[] {
  return [...visibleEntries(viewer), ...(viewer.listsAll || isNamed ? [] : [ownEntries(viewer)])];
}

/** Empty where the viewer may see every entry of the account. */
export function visibleEntries(viewer: Viewer): readonly Condition[] {
  const { limitedTo, enforcement, named } = viewer;
  const limits = limitedTo === null ? [] : [hasId(limitedTo)];
  if (enforcement === 'off' || named === 'all' || isListLifted(viewer)) return limits;
  return [...limits, anyOf([hasId(named), ownEntries(viewer), ...openByCategory(viewer)])];
}

/** Whether a category has one of these contexts. `replace` is the one search that minds case in both databases. */
export function isOfContext(contexts: readonly string[]): Condition {
  if (contexts.length === 0) return sql<SqlBool>`category.privacy_contexts <> ''`;
  return anyOf(
    contexts.map(
      (context) =>
        sql<SqlBool>`replace(category.privacy_contexts, ${`,${context},`}, '') <> category.privacy_contexts`,
    ),
  );
}

export function anyOf(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return NEVER;
  return sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}

function ownEntries({ session, userId }: Viewer): Condition {
  if (session === undefined || userId === null) return NEVER;
  // One list of ids rather than two conditions: both databases then begin with the few entries of a user.
  return sql<SqlBool>`entry.id in (
    select owned.id from entry as owned
    where owned.partner_id = ${session.partnerId} and owned.user_id = ${userId}
    union all
    select entitled_user.entry_id from entitled_user
    where entitled_user.partner_id = ${session.partnerId} and entitled_user.user_id = ${userId})`;
}

function hasId(ids: readonly string[]): Condition {
  return ids.length === 0 ? NEVER : sql<SqlBool>`entry.id in (${sql.join(ids)})`;
}

function openByCategory({ contexts, userId }: Viewer): readonly Condition[] {
  const open = sql<SqlBool>`exists (
    select 1 from category_entry join category on category.id = category_entry.category_id
    where category_entry.entry_id = entry.id
      and ${isOfContext(contexts)} and ${userId === null ? OPEN_TO_ALL : openToUser(userId)})`;
  return contexts.length === 0 ? [open, IN_NO_CATEGORY] : [open];
}

const OPEN_TO_ALL = sql<SqlBool>`(category_entry.status = 2 and category.privacy = ${sql.lit(FOR_ALL)})`;

function openToUser(userId: string): Condition {
  const isMember = (permission: 'may_view' | 'may_moderate') => sql<SqlBool>`exists (
    select 1 from category_user
    where category_user.category_id = category.members_of and category_user.user_id = ${userId}
      and category_user.status = 1 and ${sql.ref(`category_user.${permission}`)} = 1)`;
  return sql<SqlBool>`(
    (category_entry.status = 2 and (
      category.privacy in (${sql.lit(FOR_ALL)}, ${sql.lit(FOR_AUTHENTICATED)}) or ${isMember('may_view')}))
    or (category_entry.status = 1 and ${isMember('may_moderate')}))`;
}

/** None that counts; one that waits for approval does. */
const IN_NO_CATEGORY = sql<SqlBool>`not exists (
  select 1 from category_entry join category on category.id = category_entry.category_id
  where category_entry.entry_id = entry.id and category_entry.status in (1, 2)
    and category.privacy_contexts <> '')`;
