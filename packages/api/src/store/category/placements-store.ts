import { type SqlBool, sql } from 'kysely';
import type { Placement } from '../../entitlement/rights.ts';
import type { Viewer } from '../../entitlement/viewer.ts';
import type { BaseEntryValue } from '../../schema/base-entry.ts';
import type { CategoryEntryFilterValue } from '../../schema/category-filters.ts';
import {
  type Database,
  isDatabaseError,
  type Statement,
  statement,
  tryWrite,
} from '../database.ts';
import { conditionsOf, type FilterColumns } from '../list-filter.ts';
import type { Condition } from '../text-conditions.ts';
import { isBelowPath, visibleCategories } from './category-filter.ts';
import { fromCommas } from './category-rows.ts';
import { anyOf, visibleEntries } from './entitled-condition.ts';
import {
  ACTIVE_PLACEMENT,
  copyPlacements,
  insertPlacement,
  PENDING_PLACEMENT,
  type PlacementRecord,
  type PlacementStatus,
  placementOf,
  putPlacement,
} from './placement-statements.ts';

/** A category without a context that an entry is in. */
export type PlainCategory = { readonly id: number; readonly fullName: string };

/** Which entries are in which categories. */
export class PlacementsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** What decides who may see an entry. @param userId null for nobody by name */
  async placementsFor(entryId: string, userId: string | null): Promise<readonly Placement[]> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('category_entry')
        .innerJoin('category', 'category.id', 'category_entry.category_id')
        .leftJoin('category_user', (join) =>
          join
            .onRef('category_user.category_id', '=', 'category.members_of')
            .on('category_user.user_id', '=', userId ?? '')
            .on('category_user.status', '=', 1),
        )
        .select(['category.privacy', 'category.privacy_contexts', 'category_entry.status'])
        .select(['category_user.may_view', 'category_user.may_moderate'])
        .where('category_entry.entry_id', '=', entryId)
        .where('category_entry.status', 'in', [PENDING_PLACEMENT, ACTIVE_PLACEMENT]),
    );
    return rows.map((row) => ({
      isActive: row.status === ACTIVE_PLACEMENT,
      contexts: fromCommas(row.privacy_contexts),
      privacy: row.privacy as Placement['privacy'],
      isMember: userId !== null && row.may_view === 1,
      isModerator: userId !== null && row.may_moderate === 1,
    }));
  }

  /** Whether an entry is in the same categories as another one, and in at least one. */
  async isPlacedLike(entryId: string, otherId: string): Promise<boolean> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('category_entry')
        .select(['entry_id', 'category_id'])
        .where('entry_id', 'in', [entryId, otherId])
        .where('status', '=', ACTIVE_PLACEMENT),
    );
    const categoriesOf = (id: string) =>
      rows
        .filter((row) => row.entry_id === id)
        .map((row) => row.category_id)
        .sort((a, b) => a - b)
        .join();
    return categoriesOf(entryId) !== '' && categoriesOf(entryId) === categoriesOf(otherId);
  }

  /** What these entries of the account redirect to. */
  async redirectTargetsOf(
    partnerId: number,
    entryIds: readonly string[],
  ): Promise<readonly string[]> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('entry')
        .select('properties')
        .where('partner_id', '=', partnerId)
        .where('id', 'in', entryIds)
        .where('status', '!=', '3'),
    );
    return rows
      .map((row) => (JSON.parse(row.properties) as BaseEntryValue).redirectEntryId ?? '')
      .filter((id) => id !== '');
  }

  /** The categories without a context that these entries are in, by entry: one query for a page. */
  async plainCategoriesOf(
    entryIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly PlainCategory[]>> {
    const byEntry = new Map<string, PlainCategory[]>();
    if (entryIds.length === 0) return byEntry;
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('category_entry')
        .innerJoin('category', 'category.id', 'category_entry.category_id')
        .select(['category_entry.entry_id', 'category.id', 'category.full_name'])
        .where('category_entry.entry_id', 'in', entryIds)
        .where('category_entry.status', '=', ACTIVE_PLACEMENT)
        .where('category.privacy_contexts', '=', '')
        .orderBy('category.full_name_folded')
        .orderBy('category.id'),
    );
    for (const { entry_id, id, full_name } of rows) {
      const own = byEntry.get(entry_id) ?? [];
      own.push({ id, fullName: full_name });
      byEntry.set(entry_id, own);
    }
    return byEntry;
  }

  async find(
    partnerId: number,
    entryId: string,
    categoryId: number,
  ): Promise<PlacementRecord | null> {
    const [row] = await this.#database.read(
      this.#database.builder
        .selectFrom('category_entry')
        .selectAll()
        .where('partner_id', '=', partnerId)
        .where('entry_id', '=', entryId)
        .where('category_id', '=', categoryId),
    );
    return row === undefined ? null : placementOf(row);
  }

  /** Placements of entries that the viewer may see, in categories that the viewer may know of. */
  async list(
    partnerId: number,
    filter: CategoryEntryFilterValue,
    viewer: Viewer,
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): Promise<{
    readonly totalCount: number;
    readonly records: readonly { readonly placement: PlacementRecord; readonly fullIds: string }[];
  }> {
    const matching = this.#database.builder
      .selectFrom('category_entry')
      .innerJoin('category', 'category.id', 'category_entry.category_id')
      .innerJoin('entry', 'entry.id', 'category_entry.entry_id')
      .where('category_entry.partner_id', '=', partnerId)
      .where('entry.status', '!=', '3')
      .where((eb) =>
        eb.and([
          visibleCategories(viewer),
          ...visibleEntries(viewer),
          ...placementConditions(filter),
        ]),
      );
    const [count] = await this.#database.read(
      matching.select(({ fn }) => fn.countAll<number>().as('total')),
    );
    const totalCount = Number(count?.total ?? 0);
    if (limit === 0 || totalCount <= offset) return { totalCount, records: [] };
    const rows = await this.#database.read(
      matching
        .selectAll('category_entry')
        .select('category.full_ids')
        .orderBy('category_entry.created_at_ms', filter.orderBy?.startsWith('-') ? 'desc' : 'asc')
        .orderBy('category_entry.entry_id')
        .orderBy('category_entry.category_id')
        .limit(limit)
        .offset(offset),
    );
    return {
      totalCount,
      records: rows.map((row) => ({ placement: placementOf(row), fullIds: row.full_ids })),
    };
  }

  async countOf(entryId: string): Promise<number> {
    const [row] = await this.#database.read(
      this.#database.builder
        .selectFrom('category_entry')
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .where('entry_id', '=', entryId),
    );
    return Number(row?.total ?? 0);
  }

  /** @returns `duplicate` where it is in the category already, `gone` where the category was deleted meanwhile */
  async insert(record: PlacementRecord): Promise<'inserted' | 'duplicate' | 'gone'> {
    try {
      await this.#database.write(insertPlacement(this.#database, record));
      return 'inserted';
    } catch (error) {
      if (isDatabaseError(error, 'duplicate')) return 'duplicate';
      if (isDatabaseError(error, 'conflict')) return 'gone';
      throw error;
    }
  }

  /** Where a category is deleted meanwhile, the entry is not in it. */
  insertions(records: readonly PlacementRecord[]): readonly Statement[] {
    return records.flatMap((record) => putPlacement(this.#database, record));
  }

  /** Placements that are there stay what they are. Categories that are gone are left out. */
  async replace(
    removedCategoryIds: readonly number[],
    records: readonly PlacementRecord[],
    entryId: string,
  ): Promise<void> {
    const { builder } = this.#database;
    const statements: Statement[] = records.flatMap((record) =>
      putPlacement(this.#database, record),
    );
    if (removedCategoryIds.length > 0) {
      const removal = builder
        .deleteFrom('category_entry')
        .where('entry_id', '=', entryId)
        .where('category_id', 'in', removedCategoryIds);
      statements.push(statement(removal));
    }
    if (statements.length > 0) await this.#database.write(statements);
  }

  /** Puts an entry into every category that another one is in, with the status that that one has. */
  copies(fromEntryId: string, toEntryId: string): readonly Statement[] {
    return copyPlacements(this.#database, fromEntryId, toEntryId);
  }

  /** @returns false where it is not there, or no longer has the status before */
  setStatus(
    { entryId, categoryId, status }: PlacementRecord,
    next: PlacementStatus,
  ): Promise<boolean> {
    return this.#changesOne(
      statement(
        this.#database.builder
          .updateTable('category_entry')
          .set({ status: next })
          .where('entry_id', '=', entryId)
          .where('category_id', '=', categoryId)
          .where('status', '=', status),
        { mustChange: true },
      ),
    );
  }

  /** @returns false where it is not there */
  remove({ entryId, categoryId }: PlacementRecord): Promise<boolean> {
    return this.#changesOne(
      statement(
        this.#database.builder
          .deleteFrom('category_entry')
          .where('entry_id', '=', entryId)
          .where('category_id', '=', categoryId),
        { mustChange: true },
      ),
    );
  }

  async #changesOne(change: Statement): Promise<boolean> {
    return tryWrite(this.#database, [change]);
  }
}

const COLUMNS: FilterColumns = {
  categoryId: { column: 'category_entry.category_id', kind: 'number' },
  entryId: { column: 'category_entry.entry_id', kind: 'text' },
  createdAt: { column: 'category_entry.created_at_ms', kind: 'time-ms' },
  status: { column: 'category_entry.status', kind: 'number' },
  creatorUserId: { column: 'category_entry.creator_user_id', kind: 'text' },
};

function placementConditions(filter: CategoryEntryFilterValue): readonly Condition[] {
  const { categoryFullIdsStartsWith: fullIds } = filter;
  if (!fullIds) return conditionsOf(filter, COLUMNS);
  const isWithin = anyOf([sql<SqlBool>`category.full_ids = ${fullIds}`, isBelowPath(fullIds)]);
  return [...conditionsOf(filter, COLUMNS), isWithin];
}
