import { type RawBuilder, sql } from 'kysely';

/** Databases disagree about where missing values come: as 0 they have one place. */
const orZero = (column: string) => sql`coalesce(${sql.ref(column)}, 0)`;

const COLUMNS: { readonly [field: string]: RawBuilder<unknown> } = {
  intId: sql.ref('cue_point.int_id'),
  createdAt: sql.ref('cue_point.created_at_ms'),
  updatedAt: sql.ref('cue_point.updated_at_ms'),
  triggeredAt: orZero('cue_point.triggered_at_s'),
  startTime: sql.ref('cue_point.start_time_ms'),
  endTime: orZero('cue_point.end_time_ms'),
  duration: orZero('cue_point.duration_ms'),
  partnerSortValue: orZero('cue_point.partner_sort_value'),
};

/** No order has more fields than these. */
const MAX_FIELDS = 8;

/** `+field` and `-field`, several separated by commas; unknown ones mean nothing. Equal ones come as they were added. */
export function orderOf(orderBy: string | null | undefined): RawBuilder<unknown> {
  // Of a plus in an address, a space is left.
  const terms = (orderBy ?? '')
    .split(',')
    .slice(0, MAX_FIELDS)
    .flatMap((term) => {
      const [, sign = '', field = ''] = /^\s*([+-]?)(\w+)\s*$/.exec(term) ?? [];
      const column = Object.hasOwn(COLUMNS, field) ? COLUMNS[field] : undefined;
      if (column === undefined) return [];
      return [sign === '-' ? sql`${column} desc` : sql`${column} asc`];
    });
  return sql.join([...terms, sql`cue_point.int_id asc`, sql`cue_point.id asc`]);
}
