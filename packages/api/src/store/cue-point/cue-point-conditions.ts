import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { AD, EVENT, THUMB } from '../../cue-points/cue-point.ts';
import type { CuePointFilterValue } from '../../schema/cue-point-filter.ts';
import { foldText } from '../fold-text.ts';
import { conditionsOf, type FilterColumns } from '../list-filter.ts';
import {
  ALWAYS,
  alternativesOf,
  type Condition,
  contains,
  itemsOf,
  NEVER,
} from '../text-conditions.ts';

/** A filter of cue points as SQL. What a property means is in its ending: Equal, In, Like, GreaterThanOrEqual... */

const COLUMNS: FilterColumns = {
  id: { column: 'cue_point.id', kind: 'text' },
  cuePointType: { column: 'cue_point.type', kind: 'text' },
  status: { column: 'cue_point.status', kind: 'number' },
  entryId: { column: 'cue_point.entry_id', kind: 'text' },
  createdAt: { column: 'cue_point.created_at_ms', kind: 'time-ms' },
  updatedAt: { column: 'cue_point.updated_at_ms', kind: 'time-ms' },
  triggeredAt: { column: 'cue_point.triggered_at_s', kind: 'number' },
  startTime: { column: 'cue_point.start_time_ms', kind: 'number' },
  endTime: { column: 'cue_point.end_time_ms', kind: 'number' },
  duration: { column: 'cue_point.duration_ms', kind: 'number' },
  userId: { column: 'cue_point.user_id', kind: 'text' },
  partnerSortValue: { column: 'cue_point.partner_sort_value', kind: 'number' },
  forceStop: { column: 'cue_point.force_stop', kind: 'number' },
  isPublic: { column: 'cue_point.is_public', kind: 'number' },
  systemName: { column: 'cue_point.system_name', kind: 'text' },
  parentId: { column: 'cue_point.parent_id', kind: 'text' },
  subType: { column: 'cue_point.sub_type', kind: 'text' },
  protocolType: { column: 'cue_point.sub_type', kind: 'text' },
  eventType: { column: 'cue_point.sub_type', kind: 'text' },
  code: { column: 'cue_point.code', kind: 'text' },
};

/** One column holds what sort of its kind something is. */
const SUB_TYPES = [
  { stem: 'subType', kind: THUMB },
  { stem: 'protocolType', kind: AD },
  { stem: 'eventType', kind: EVENT },
] as const;

/** Compared with folded text. */
const FOLDED: { readonly [stem: string]: RawBuilder<string> } = {
  tags: sql.ref<string>('cue_point.tags_folded'),
  text: sql.ref<string>('cue_point.text_folded'),
  title: sql.ref<string>('cue_point.text_folded'),
  name: sql.ref<string>('cue_point.text_folded'),
  code: sql.ref<string>('cue_point.text_folded'),
  description: sql.ref<string>('cue_point.description_folded'),
};

const SEARCHED = sql<string>`(${sql.join(
  [FOLDED.text, FOLDED.description, FOLDED.tags],
  sql` || ' ' || `,
)})`;

const PART = /^([a-zA-Z]+?)(Like|MultiLikeOr|MultiLikeAnd)$/;

/** @param userId of the session, for what is asked of one's own; null for nobody by name */
export function cuePointConditions(
  filter: CuePointFilterValue,
  userId: string | null,
): readonly Condition[] {
  const { freeText, userIdCurrent, userIdEqualCurrent } = filter;
  return [
    ...conditionsOf(filter, COLUMNS),
    ...SUB_TYPES.flatMap(({ stem, kind }) =>
      Object.keys(filter).some((name) => name.startsWith(stem))
        ? [sql<SqlBool>`cue_point.type = ${kind}`]
        : [],
    ),
    ...Object.entries(filter).flatMap(([name, value]) => partCondition(name, value)),
    ...(freeText ? [freeTextCondition(freeText)] : []),
    ...[userIdCurrent, userIdEqualCurrent].flatMap((isOwn) => ownCondition(isOwn, userId)),
  ];
}

function partCondition(name: string, value: unknown): readonly Condition[] {
  const [, stem = '', ending = ''] = PART.exec(name) ?? [];
  const column = Object.hasOwn(FOLDED, stem) ? FOLDED[stem] : undefined;
  if (column === undefined || typeof value !== 'string') return [];
  if (ending === 'Like') return [contains(column, foldText(value))];
  const parts = itemsOf(value).map((item) => contains(column, foldText(item)));
  return [ending === 'MultiLikeOr' ? anyOf(parts) : allOf(parts)];
}

function freeTextCondition(freeText: string): Condition {
  return anyOf(
    alternativesOf(freeText).map((parts) =>
      allOf(parts.map((part) => contains(SEARCHED, foldText(part)))),
    ),
  );
}

function ownCondition(
  isOwn: boolean | null | undefined,
  userId: string | null,
): readonly Condition[] {
  if (isOwn === null || isOwn === undefined) return [];
  if (userId === null) return [isOwn ? NEVER : ALWAYS];
  return [
    isOwn
      ? sql<SqlBool>`cue_point.user_id = ${userId}`
      : sql<SqlBool>`cue_point.user_id <> ${userId}`,
  ];
}

export function anyOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? NEVER : sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}

export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? ALWAYS : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}
