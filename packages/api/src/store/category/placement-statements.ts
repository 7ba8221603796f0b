import { sql } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { CategoryEntryTable } from './category-tables.ts';

/** Entries in categories as rows, and the statements that write them. */

/** Values of KalturaCategoryEntryStatus. */
export const PENDING_PLACEMENT = 1;
export const ACTIVE_PLACEMENT = 2;
export const REJECTED_PLACEMENT = 4;

export type PlacementStatus =
  | typeof PENDING_PLACEMENT
  | typeof ACTIVE_PLACEMENT
  | typeof REJECTED_PLACEMENT;

/** An entry in a category. */
export type PlacementRecord = {
  readonly entryId: string;
  readonly categoryId: number;
  readonly partnerId: number;
  readonly status: PlacementStatus;
  readonly creatorUserId: string;
  readonly createdAtMs: number;
};

/** Puts an entry into every category that another one is in, with the status that that one has. */
export function copyPlacements(
  { builder }: Database,
  fromEntryId: string,
  toEntryId: string,
): readonly Statement[] {
  const id = sql<string>`cast(${toEntryId} as text)`;
  return [
    statement(
      builder
        .insertInto('category_entry')
        .columns(COLUMN_NAMES)
        .expression(
          builder
            .selectFrom('category_entry')
            .select([
              id.as('entry_id'),
              'category_id',
              'partner_id',
              'status',
              'creator_user_id',
              'created_at_ms',
            ])
            .where('entry_id', '=', fromEntryId),
        ),
    ),
    statement(
      builder
        .updateTable('entry')
        .set({ was_categorised: 1 })
        .where('id', '=', toEntryId)
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('category_entry').select('category_id').where('entry_id', '=', toEntryId),
          ),
        ),
    ),
  ];
}

/** Fails with `conflict` where there is no such category, with `duplicate` where the entry is in it. */
export function insertPlacement(database: Database, record: PlacementRecord): readonly Statement[] {
  return [
    statement(placementInto(database, record), { mustChange: true }),
    markCategorised(database, record),
  ];
}

/** Does nothing where the entry is in the category. */
export function putPlacement(database: Database, record: PlacementRecord): readonly Statement[] {
  const query = placementInto(database, record).onConflict((conflict) =>
    conflict.columns(['entry_id', 'category_id']).doNothing(),
  );
  return [statement(query), markCategorised(database, record)];
}

/** Inserts nothing where there is no such category. */
function placementInto({ builder }: Database, record: PlacementRecord) {
  const row = rowOf(record);
  return builder
    .insertInto('category_entry')
    .columns(COLUMN_NAMES)
    .expression(
      builder
        .selectFrom('category')
        .select([
          sql<string>`cast(${row.entry_id} as text)`.as('entry_id'),
          'category.id',
          'category.partner_id',
          sql<number>`cast(${row.status} as bigint)`.as('status'),
          sql<string>`cast(${row.creator_user_id} as text)`.as('creator_user_id'),
          sql<number>`cast(${row.created_at_ms} as bigint)`.as('created_at_ms'),
        ])
        .where('category.id', '=', row.category_id)
        .where('category.partner_id', '=', row.partner_id),
    );
}

function markCategorised({ builder }: Database, { entryId }: PlacementRecord): Statement {
  return statement(
    builder.updateTable('entry').set({ was_categorised: 1 }).where('id', '=', entryId),
  );
}

const COLUMN_NAMES = [
  'entry_id',
  'category_id',
  'partner_id',
  'status',
  'creator_user_id',
  'created_at_ms',
] as const;

export function placementOf(row: CategoryEntryTable): PlacementRecord {
  return {
    entryId: row.entry_id,
    categoryId: row.category_id,
    partnerId: row.partner_id,
    status: row.status as PlacementStatus,
    creatorUserId: row.creator_user_id,
    createdAtMs: row.created_at_ms,
  };
}

function rowOf(record: PlacementRecord): CategoryEntryTable {
  return {
    entry_id: record.entryId,
    category_id: record.categoryId,
    partner_id: record.partnerId,
    status: record.status,
    creator_user_id: record.creatorUserId,
    created_at_ms: record.createdAtMs,
  };
}
