import { type ExpressionBuilder, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { BroadcastTable, EntryTable, Tables } from '../tables.ts';

/** Which column, or which expression over columns, a property of a filter or an order means. */

/** A query over entries and, where there is one, their broadcast. */
type Joined = {
  entry: EntryTable;
  broadcast: { [Column in keyof BroadcastTable]: BroadcastTable[Column] | null };
};
export type EntryQuery<Row> = SelectQueryBuilder<Tables & Joined, 'entry' | 'broadcast', Row>;
export type EntryBuilder = ExpressionBuilder<Tables & Joined, 'entry' | 'broadcast'>;

export const TEXTS = {
  id: column<string>('entry.id'),
  userId: column<string>('entry.user_id'),
  creatorId: column<string>('entry.creator_id'),
  status: column<string>('entry.status'),
  type: column<string>('entry.type'),
  referenceId: column<string>('entry.reference_id'),
  parentEntryId: column<string>('entry.parent_entry_id'),
  sourceType: column<string>('entry.source_type'),
} as const;

/** Any number a client sends fits into a bigint, but not into every column. */
const bigint = (name: string) => sql<number>`cast(${sql.ref(name)} as bigint)`;

export const NUMBERS = {
  partnerId: bigint('entry.partner_id'),
  mediaType: bigint('entry.media_type'),
  /** No value is both a type of media and one of documents. */
  documentType: bigint('entry.media_type'),
  moderationStatus: bigint('entry.moderation_status'),
  displayInSearch: bigint('entry.display_in_search'),
  groupId: column<number>('entry.group_id'),
  accessControlId: column<number>('entry.access_control_id'),
  conversionProfileId: column<number>('entry.conversion_profile_id'),
  startDate: column<number>('entry.start_date_s'),
  endDate: column<number>('entry.end_date_s'),
  partnerSortValue: column<number>('entry.partner_sort_value'),
  totalRank: column<number>('entry.total_rank'),
  /** The mean of the votes. */
  rank: sql<number>`case when entry.votes = 0 then 0 else cast(entry.total_rank as double precision) / entry.votes end`,
  /** Whole seconds. */
  duration: sql<number>`(coalesce(entry.duration_ms, 0) + 500) / 1000`,
} as const;

export const MOMENTS_MS = {
  createdAt: column<number>('entry.created_at_ms'),
  updatedAt: column<number>('entry.updated_at_ms'),
  lastPlayedAt: column<number>('entry.last_played_at_ms'),
} as const;

/** Compared with folded text. */
export const FOLDED = {
  name: column<string>('entry.name_folded'),
  description: column<string>('entry.description_folded'),
  tags: column<string>('entry.tags_folded'),
  adminTags: column<string>('entry.admin_tags_folded'),
} as const;

/** Whom an entry names to do what. */
export const NAMED_USERS = {
  entitledUsersEdit: 'edit',
  entitledUsersPublish: 'publish',
  entitledUsersView: 'view',
} as const;

/** Everything that free text is looked for in: what an entry answers as searchText. */
export const SEARCHED = sql<string>`(${sql.join(
  [TEXTS.id, FOLDED.name, FOLDED.description, FOLDED.tags, FOLDED.adminTags],
  sql` || ' ' || `,
)})`;

export function isKeyOf<Table extends object>(
  table: Table,
  key: string,
): key is keyof Table & string {
  return Object.hasOwn(table, key);
}

function column<Value>(name: string): RawBuilder<Value> {
  return sql<Value>`${sql.ref(name)}`;
}
