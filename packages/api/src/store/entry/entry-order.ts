import { type RawBuilder, sql } from 'kysely';
import type { LiveStreamFilterValue } from '../../schema/live-stream-filter.ts';
import { foldText } from '../fold-text.ts';
import { alternativesOf, contains } from '../text-conditions.ts';
import { type EntryQuery, FOLDED, isKeyOf, MOMENTS_MS, NUMBERS } from './entry-columns.ts';

/** `+field` and `-field`, several separated by commas; unknown ones mean nothing. Equal entries come newest first. */
export function applyOrder<Row>(
  query: EntryQuery<Row>,
  filter: LiveStreamFilterValue,
): EntryQuery<Row> {
  let sorted = query;
  for (const { field, direction } of fieldsOf(filter.orderBy ?? '')) {
    sorted = sorted.orderBy(columnOf(field, filter), direction);
  }
  return sorted.orderBy('entry.created_at_ms', 'desc').orderBy('entry.id');
}

/** No order has more fields than these. */
const MAX_FIELDS = 8;

type OrderField = { readonly field: string; readonly direction: 'asc' | 'desc' };

function fieldsOf(orderBy: string): readonly OrderField[] {
  // Of a plus in an address, a space is left.
  const fields = orderBy.split(',').map((item) => /^\s*([+-]?)(\w+)\s*$/.exec(item));
  return fields
    .map((match) => ({
      field: match?.[2] ?? '',
      direction: match?.[1] === '-' ? ('desc' as const) : ('asc' as const),
    }))
    .filter(({ field }) => field === 'weight' || isKeyOf(ORDER_COLUMNS, field))
    .slice(0, MAX_FIELDS);
}

/** Databases disagree about where missing values come: as 0 they have one place. */
const orZero = (column: RawBuilder<number>) => sql<number>`coalesce(${column}, 0)`;

const ORDER_COLUMNS: { readonly [field: string]: RawBuilder<unknown> } = {
  name: FOLDED.name,
  createdAt: MOMENTS_MS.createdAt,
  recent: MOMENTS_MS.createdAt,
  updatedAt: MOMENTS_MS.updatedAt,
  lastPlayedAt: orZero(MOMENTS_MS.lastPlayedAt),
  startDate: orZero(NUMBERS.startDate),
  endDate: orZero(NUMBERS.endDate),
  partnerSortValue: orZero(NUMBERS.partnerSortValue),
  mediaType: NUMBERS.mediaType,
  rank: NUMBERS.rank,
  totalRank: NUMBERS.totalRank,
  duration: NUMBERS.duration,
  moderationCount: sql.ref<number>('entry.flag_count'),
  plays: sql.ref<number>('entry.plays'),
  views: sql.ref<number>('entry.views'),
  firstBroadcast: sql`coalesce(broadcast.first_broadcast_ms, 0)`,
  lastBroadcast: sql`coalesce(broadcast.last_broadcast_ms, 0)`,
};

/** How well an entry answers free text: one that says it in its name comes before others. */
function columnOf(field: string, { freeText }: LiveStreamFilterValue): RawBuilder<unknown> {
  if (field !== 'weight') return ORDER_COLUMNS[field] ?? NO_WEIGHT;
  const [part] = alternativesOf(freeText ?? '').flat();
  if (part === undefined) return NO_WEIGHT;
  return sql`case when ${contains(FOLDED.name, foldText(part))} then 1 else 0 end`;
}

/** A bare number would be the place of a column. */
const NO_WEIGHT = sql`0 + 0`;
