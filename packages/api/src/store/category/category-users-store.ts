import { type SqlBool, sql } from 'kysely';
import type { Category } from '../../entitlement/category.ts';
import type { CategoryMember } from '../../entitlement/membership.ts';
import type { CategoryUserFilterValue } from '../../schema/category-filters.ts';
import {
  type Database,
  isDatabaseError,
  type Statement,
  statement,
  tryWrite,
} from '../database.ts';
import { conditionsOf, type FilterColumns } from '../list-filter.ts';
import { type Condition, contains, itemsOf } from '../text-conditions.ts';
import { isBelowPath } from './category-filter.ts';
import { memberOf, rowOfMember, toCommas } from './category-rows.ts';
import { anyOf } from './entitled-condition.ts';

export type CategoryUserQuestion = {
  readonly partnerId: number;
  readonly filter: CategoryUserFilterValue;
  /** Only this user and the members of categories that this user manages; null for everybody. */
  readonly asSeenBy: string | null;
  readonly limit: number;
  readonly offset: number;
};

export type CategoryUserRecord = { readonly member: CategoryMember; readonly fullIds: string };

/** Who is a member of which category. */
export class CategoryUsersStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(categoryId: number, userId: string): Promise<CategoryMember | null> {
    const [row] = await this.#database.read(
      this.#database.builder
        .selectFrom('category_user')
        .selectAll()
        .where('category_id', '=', categoryId)
        .where('user_id', '=', userId),
    );
    return row === undefined ? null : memberOf(row);
  }

  /** At most that many. */
  async membersOf(categoryId: number, limit: number): Promise<readonly CategoryMember[]> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('category_user')
        .selectAll()
        .where('category_id', '=', categoryId)
        .orderBy('user_id')
        .limit(limit),
    );
    return rows.map(memberOf);
  }

  async list(question: CategoryUserQuestion): Promise<{
    readonly totalCount: number;
    readonly records: readonly CategoryUserRecord[];
  }> {
    const { filter, limit, offset } = question;
    const matching = this.#database.builder
      .selectFrom('category_user')
      .innerJoin('category', 'category.id', 'category_user.category_id')
      .where('category_user.partner_id', '=', question.partnerId)
      .where((eb) => eb.and([...conditionsFor(filter), ...visibilityOf(question)]));
    const [count] = await this.#database.read(
      matching.select(({ fn }) => fn.countAll<number>().as('total')),
    );
    const totalCount = Number(count?.total ?? 0);
    if (limit === 0 || totalCount <= offset) return { totalCount, records: [] };
    const column = filter.orderBy?.endsWith('updatedAt') ? 'updated_at_ms' : 'created_at_ms';
    const rows = await this.#database.read(
      matching
        .selectAll('category_user')
        .select('category.full_ids')
        .orderBy(`category_user.${column}`, filter.orderBy?.startsWith('-') ? 'desc' : 'asc')
        .orderBy('category_user.category_id')
        .orderBy('category_user.user_id')
        .limit(limit)
        .offset(offset),
    );
    return {
      totalCount,
      records: rows.map((row) => ({ member: memberOf(row), fullIds: row.full_ids })),
    };
  }

  /** @returns false where the user is a member already */
  async insert(member: CategoryMember): Promise<boolean> {
    try {
      await this.#database.write([
        statement(this.#database.builder.insertInto('category_user').values(rowOfMember(member))),
      ]);
      return true;
    } catch (error) {
      if (isDatabaseError(error, 'duplicate')) return false;
      throw error;
    }
  }

  /** @returns false where the user is no member */
  async replace(member: CategoryMember): Promise<boolean> {
    const { category_id, user_id, ...columns } = rowOfMember(member);
    return this.#changes(
      statement(
        this.#database.builder
          .updateTable('category_user')
          .set(columns)
          .where('category_id', '=', category_id)
          .where('user_id', '=', user_id),
        { mustChange: true },
      ),
    );
  }

  /** @returns false where the user is no member */
  async remove(categoryId: number, userId: string): Promise<boolean> {
    return this.#changes(
      statement(
        this.#database.builder
          .deleteFrom('category_user')
          .where('category_id', '=', categoryId)
          .where('user_id', '=', userId),
        { mustChange: true },
      ),
    );
  }

  /** Makes somebody a member, or changes what the member is. */
  putting(member: CategoryMember): Statement {
    const row = rowOfMember(member);
    const { category_id, user_id, created_at_ms, ...columns } = row;
    return statement(
      this.#database.builder
        .insertInto('category_user')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['category_id', 'user_id']).doUpdateSet(columns),
        ),
    );
  }

  /** Members that are there stay what they are. */
  async addMissing(members: readonly CategoryMember[]): Promise<void> {
    if (members.length === 0) return;
    await this.#database.write(
      members.map((member) =>
        statement(
          this.#database.builder
            .insertInto('category_user')
            .values(rowOfMember(member))
            .onConflict((conflict) => conflict.columns(['category_id', 'user_id']).doNothing()),
        ),
      ),
    );
  }

  /** The category has the members of another one now. */
  removalOfAll({ id }: Category): Statement {
    return statement(
      this.#database.builder.deleteFrom('category_user').where('category_id', '=', id),
    );
  }

  async #changes(change: Statement): Promise<boolean> {
    return tryWrite(this.#database, [change]);
  }
}

const COLUMNS: FilterColumns = {
  userId: { column: 'category_user.user_id', kind: 'text' },
  permissionLevel: { column: 'category_user.permission_level', kind: 'number' },
  status: { column: 'category_user.status', kind: 'number' },
  createdAt: { column: 'category_user.created_at_ms', kind: 'time-ms' },
  updatedAt: { column: 'category_user.updated_at_ms', kind: 'time-ms' },
  updateMethod: { column: 'category_user.update_method', kind: 'number' },
};

function conditionsFor(filter: CategoryUserFilterValue): readonly Condition[] {
  const conditions = [...conditionsOf(filter, COLUMNS)];
  const { categoryIdEqual, categoryIdIn, categoryFullIdsEqual, freeText } = filter;
  if (categoryIdEqual !== undefined && categoryIdEqual !== null) {
    conditions.push(isCategory([categoryIdEqual], filter));
  }
  if (categoryIdIn) {
    const ids = itemsOf(categoryIdIn).map(Number).filter(Number.isSafeInteger);
    conditions.push(isCategory(ids, filter));
  }
  if (categoryFullIdsEqual) {
    conditions.push(sql<SqlBool>`category.full_ids = ${categoryFullIdsEqual}`);
  }
  if (filter.categoryFullIdsStartsWith) {
    const fullIds = filter.categoryFullIdsStartsWith;
    conditions.push(anyOf([sql<SqlBool>`category.full_ids = ${fullIds}`, isBelowPath(fullIds)]));
  }
  if (freeText) conditions.push(contains(sql`category_user.user_id`, freeText));
  return [...conditions, ...permissionConditions(filter)];
}

/** Where a category has the members of another one, those are meant, unless the filter asks for its own. */
function isCategory(ids: readonly number[], filter: CategoryUserFilterValue): Condition {
  if (ids.length === 0) return sql<SqlBool>`1 = 0`;
  const list = sql.join(ids);
  if (filter.categoryDirectMembers) return sql<SqlBool>`category_user.category_id in (${list})`;
  return sql<SqlBool>`category_user.category_id in (
    select asked.members_of from category as asked
    where asked.partner_id = category_user.partner_id and asked.id in (${list}))`;
}

function permissionConditions({
  permissionNamesMatchAnd,
  permissionNamesMatchOr,
  permissionNamesNotContains,
}: CategoryUserFilterValue): readonly Condition[] {
  const has = (name: string) => contains(sql`category_user.permission_names`, toCommas([name]));
  return [
    ...(permissionNamesMatchAnd ? itemsOf(permissionNamesMatchAnd).map(has) : []),
    ...(permissionNamesMatchOr ? [anyOf(itemsOf(permissionNamesMatchOr).map(has))] : []),
    ...(permissionNamesNotContains
      ? itemsOf(permissionNamesNotContains).map((name) => sql<SqlBool>`not (${has(name)})`)
      : []),
  ];
}

function visibilityOf({ asSeenBy, partnerId }: CategoryUserQuestion): readonly Condition[] {
  if (asSeenBy === null) return [];
  return [
    anyOf([
      sql<SqlBool>`category_user.user_id = ${asSeenBy}`,
      sql<SqlBool>`category_user.category_id in (
        select managed.category_id from category_user as managed
        where managed.partner_id = ${partnerId} and managed.user_id = ${asSeenBy}
          and managed.status = 1
          and replace(managed.permission_names, ',CATEGORY_EDIT,', '') <> managed.permission_names)`,
    ]),
  ];
}
