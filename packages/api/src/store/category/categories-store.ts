import { type RawBuilder, sql } from 'kysely';
import type { Category } from '../../entitlement/category.ts';
import type { Viewer } from '../../entitlement/viewer.ts';
import { Turns } from '../../entries/turns.ts';
import type { CategoryFilterValue } from '../../schema/category-filters.ts';
import { type Database, isDatabaseError, type Statement, statement } from '../database.ts';
import { foldText } from '../fold-text.ts';
import type { Condition } from '../text-conditions.ts';
import { COUNTS, categoryConditions, isBelowPath, visibleCategories } from './category-filter.ts';
import { categoryOf, rowOfCategory } from './category-rows.ts';
import type { CategoryTable } from './category-tables.ts';

export type CategoryCounts = { readonly [Name in keyof typeof COUNTS]: number };

export type CategoryRecord = { readonly category: Category; readonly counts: CategoryCounts };

export type CategoryPage = { readonly limit: number; readonly offset: number };

/** How often a change is made anew because another server's came first. */
const MAX_ATTEMPTS = 8;

/** Where ids are listed in a statement: databases limit the number of parameters. */
const MAX_IDS = 1000;

/** An account's categories. */
export class CategoriesStore {
  readonly #database: Database;
  readonly #turns = new Turns();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Null where the account has none with this id. */
  async find(partnerId: number, id: number): Promise<Category | null> {
    const [row] = await this.#database.read(this.#of(partnerId).where('id', '=', id));
    return row === undefined ? null : categoryOf(row);
  }

  /**
   * With its numbers; null where there is none, or the viewer may not know of it.
   *
   * @param viewer null for one who knows all
   */
  async findFor(
    partnerId: number,
    id: number,
    viewer: Viewer | null,
  ): Promise<CategoryRecord | null> {
    const found = this.#of(partnerId).where('id', '=', id);
    const [row] = await this.#database.read(
      (viewer === null ? found : found.where(visibleCategories(viewer))).select(COUNT_COLUMNS),
    );
    return row === undefined ? null : recordOf(row);
  }

  /** By whichever account. */
  async isTaken(id: number): Promise<boolean> {
    const [row] = await this.#database.read(
      this.#database.builder.selectFrom('category').select('id').where('id', '=', id),
    );
    return row !== undefined;
  }

  async findChild(partnerId: number, parentId: number, name: string): Promise<Category | null> {
    const [row] = await this.#database.read(
      this.#of(partnerId)
        .where('parent_id', '=', parentId)
        .where('name_folded', '=', foldText(name)),
    );
    return row === undefined ? null : categoryOf(row);
  }

  /** Those of the ids that the account has. */
  findAll(partnerId: number, ids: readonly number[]): Promise<readonly Category[]> {
    return this.#where(partnerId, sql`category.id in (${sql.join(ids.slice(0, MAX_IDS))})`);
  }

  /** All below the category, itself not. */
  findBelow({ partnerId, place }: Category): Promise<readonly Category[]> {
    return this.#where(partnerId, isBelowPath(place.fullIds));
  }

  async list(
    partnerId: number,
    filter: CategoryFilterValue,
    viewer: Viewer,
    { limit, offset }: CategoryPage,
  ): Promise<{ readonly totalCount: number; readonly records: readonly CategoryRecord[] }> {
    const matching = this.#of(partnerId).where((eb) =>
      eb.and([visibleCategories(viewer), ...categoryConditions(filter)]),
    );
    const [count] = await this.#database.read(
      matching.clearSelect().select(({ fn }) => fn.countAll<number>().as('total')),
    );
    const totalCount = Number(count?.total ?? 0);
    if (limit === 0 || totalCount <= offset) return { totalCount, records: [] };
    const order = orderOf(filter.orderBy);
    const rows = await this.#database.read(
      (order === undefined ? matching : matching.orderBy(order.by, order.direction))
        .select(COUNT_COLUMNS)
        .orderBy('full_name_folded')
        .orderBy('id')
        .limit(limit)
        .offset(offset),
    );
    return { totalCount, records: rows.map(recordOf) };
  }

  /**
   * Changes an account's tree. All changes of one account are made one after another: what `plan` reads is still so when
   * its statements are carried out; where another server was faster, it is asked anew.
   *
   * @returns null where other servers were faster again and again
   */
  change<Result>(
    partnerId: number,
    plan: () => Promise<{ readonly statements: readonly Statement[]; readonly result: Result }>,
  ): Promise<{ readonly result: Result } | null> {
    return this.#turns.take(String(partnerId), async () => {
      for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
        const turn = await this.#takeTurn(partnerId);
        const { statements, result } = await plan();
        try {
          await this.#database.write([turn, ...statements]);
          return { result };
        } catch (error) {
          if (!isDatabaseError(error, 'conflict')) throw error;
        }
      }
      return null;
    });
  }

  insertion(category: Category): Statement {
    return statement(this.#database.builder.insertInto('category').values(rowOfCategory(category)));
  }

  replacement(category: Category): Statement {
    const { id, ...columns } = rowOfCategory(category);
    return statement(
      this.#database.builder.updateTable('category').set(columns).where('id', '=', id),
      { mustChange: true },
    );
  }

  /** With their members and with what is in them. */
  removal(ids: readonly number[]): readonly Statement[] {
    const { builder } = this.#database;
    return chunksOf(ids).flatMap((chunk) => [
      statement(builder.deleteFrom('category_entry').where('category_id', 'in', chunk)),
      statement(builder.deleteFrom('category_user').where('category_id', 'in', chunk)),
      statement(builder.deleteFrom('category').where('id', 'in', chunk)),
    ]);
  }

  /** What is in these categories is in the other one too, with the status that it has. */
  handingOver(ids: readonly number[], targetId: number): readonly Statement[] {
    const { builder } = this.#database;
    return chunksOf(ids).map((chunk) =>
      statement(
        builder
          .insertInto('category_entry')
          .columns([
            'entry_id',
            'category_id',
            'partner_id',
            'status',
            'creator_user_id',
            'created_at_ms',
          ])
          .expression(
            builder
              .selectFrom('category_entry')
              .select(({ fn }) => [
                'entry_id',
                sql<number>`cast(${targetId} as bigint)`.as('category_id'),
                'partner_id',
                // Active where it is active in one of them.
                sql<number>`case when ${fn.max(sql<number>`case when status = 2 then 1 else 0 end`)} = 1 then 2 else ${fn.min('status')} end`.as(
                  'status',
                ),
                fn.min('creator_user_id').as('creator_user_id'),
                fn.min('created_at_ms').as('created_at_ms'),
              ])
              .where('category_id', 'in', chunk)
              .groupBy(['entry_id', 'partner_id']),
          )
          .onConflict((conflict) => conflict.columns(['entry_id', 'category_id']).doNothing()),
      ),
    );
  }

  async #takeTurn(partnerId: number): Promise<Statement> {
    const { builder } = this.#database;
    const [row] = await this.#database.read(
      builder.selectFrom('category_tree').select('revision').where('partner_id', '=', partnerId),
    );
    if (row === undefined) {
      await this.#database.write([
        statement(
          builder
            .insertInto('category_tree')
            .values({ partner_id: partnerId, revision: 0 })
            .onConflict((conflict) => conflict.column('partner_id').doNothing()),
        ),
      ]);
    }
    const revision = row?.revision ?? 0;
    return statement(
      builder
        .updateTable('category_tree')
        .set({ revision: revision + 1 })
        .where('partner_id', '=', partnerId)
        .where('revision', '=', revision),
      { mustChange: true },
    );
  }

  async #where(partnerId: number, condition: Condition): Promise<readonly Category[]> {
    const rows = await this.#database.read(
      this.#of(partnerId).where(condition).orderBy('depth').orderBy('id'),
    );
    return rows.map(categoryOf);
  }

  #of(partnerId: number) {
    return this.#database.builder
      .selectFrom('category')
      .selectAll('category')
      .where('partner_id', '=', partnerId);
  }
}

const COUNT_NAMES = Object.keys(COUNTS) as readonly (keyof typeof COUNTS)[];

const COUNT_COLUMNS = COUNT_NAMES.map((name) => COUNTS[name].as(name));

/** What clients order by. Missing values count as 0: databases disagree about where those come. */
const ORDERS: { readonly [name: string]: RawBuilder<unknown> } = {
  ...COUNTS,
  createdAt: sql.ref('category.created_at_ms'),
  updatedAt: sql.ref('category.updated_at_ms'),
  depth: sql.ref('category.depth'),
  name: sql.ref('category.name_folded'),
  fullName: sql.ref('category.full_name_folded'),
  partnerSortValue: sql`coalesce(category.partner_sort_value, 0)`,
};

function orderOf(orderBy: string | null | undefined) {
  const name = (orderBy ?? '').slice(1);
  const by = Object.hasOwn(ORDERS, name) ? ORDERS[name] : undefined;
  if (by === undefined) return undefined;
  return { by, direction: orderBy?.startsWith('-') ? 'desc' : 'asc' } as const;
}

type CountedRow = CategoryTable & { readonly [Name in keyof typeof COUNTS]: number };

function recordOf(row: CountedRow): CategoryRecord {
  const counts = Object.fromEntries(COUNT_NAMES.map((name) => [name, Number(row[name])]));
  return { category: categoryOf(row), counts: counts as CategoryCounts };
}

function chunksOf(ids: readonly number[]): readonly (readonly number[])[] {
  const chunks: (readonly number[])[] = [];
  for (let start = 0; start < ids.length; start += MAX_IDS) {
    chunks.push(ids.slice(start, start + MAX_IDS));
  }
  return chunks;
}
