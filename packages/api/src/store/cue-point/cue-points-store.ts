import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type CuePoint, type CuePointKind, RECORDED_AS } from '../../cue-points/cue-point.ts';
import type { CuePointSight } from '../../cue-points/sight.ts';
import type { CuePointFilterValue } from '../../schema/cue-point-filter.ts';
import {
  type Database,
  isDatabaseError,
  type Query,
  type Statement,
  statement,
  tryWrite,
} from '../database.ts';
import type { Page } from '../profile/flavor-params-store.ts';
import { ALWAYS } from '../text-conditions.ts';
import { allOf, cuePointConditions } from './cue-point-conditions.ts';
import { orderOf } from './cue-point-order.ts';
import { cuePointOf, rowOf } from './cue-point-rows.ts';
import { isOfStaff, seenCuePoints } from './cue-point-sight.ts';
import type { CuePointTable } from './cue-point-table.ts';

export type CuePointQuestion = {
  readonly sight: CuePointSight;
  readonly filter: CuePointFilterValue;
  /** Only those of one kind; null for all. */
  readonly kind: CuePointKind | null;
};

export type ChildCounts = { readonly all: number; readonly direct: number };

/** Cue points of all accounts. */
export class CuePointsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * @param also of the same job
   * @returns duplicate where the id or the system name is taken; orphan where what it answers is gone
   */
  async insert(
    cuePoint: CuePoint,
    also: readonly Statement[] = [],
  ): Promise<'inserted' | 'duplicate' | 'orphan'> {
    const query = this.#database.builder.insertInto('cue_point').values(rowOf(cuePoint));
    const { parentId } = cuePoint;
    try {
      await this.#database.write([
        ...(parentId === null ? [] : [this.#touched(parentId)]),
        statement(query),
        ...also,
      ]);
      return 'inserted';
    } catch (error) {
      if (isDatabaseError(error, 'duplicate')) return 'duplicate';
      if (isDatabaseError(error, 'conflict')) return 'orphan';
      throw error;
    }
  }

  async find(partnerId: number, id: string): Promise<CuePoint | null> {
    const [row] = await this.#database.read(
      this.#all().where('partner_id', '=', partnerId).where('id', '=', id),
    );
    return row === undefined ? null : cuePointOf(row);
  }

  async findByName(entryId: string, systemName: string): Promise<CuePoint | null> {
    const [row] = await this.#database.read(
      this.#all().where('entry_id', '=', entryId).where('system_name', '=', systemName),
    );
    return row === undefined ? null : cuePointOf(row);
  }

  async list(question: CuePointQuestion, { limit, offset }: Page) {
    const totalCount = await this.count(question);
    if (limit === 0 || totalCount <= offset) return { totalCount, cuePoints: [] };
    const rows = await this.#database.read(
      this.#matching(question)
        .selectAll('cue_point')
        .orderBy(orderOf(question.filter.orderBy))
        .limit(limit)
        .offset(offset),
    );
    return { totalCount, cuePoints: (rows as CuePointTable[]).map(cuePointOf) };
  }

  async count(question: CuePointQuestion): Promise<number> {
    const [count] = await this.#database.read(
      this.#matching(question).select(({ fn }) => fn.countAll<number>().as('total')),
    );
    return Number(count?.total ?? 0);
  }

  /** Those of some ids that the session sees. */
  async seen(
    sight: CuePointSight,
    kind: CuePointKind,
    ids: readonly string[],
  ): Promise<readonly string[]> {
    if (ids.length === 0) return [];
    const rows = await this.#database.read(
      this.#matching({ sight, filter: {}, kind })
        .where('cue_point.id', 'in', [...ids])
        .select('cue_point.id'),
    );
    return rows.map(({ id }) => id);
  }

  /** Of some entries, those of which the session reads everything. */
  async staffEntries(
    sight: CuePointSight,
    entryIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    if (sight.readsAll || entryIds.length === 0) return new Set(entryIds);
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('entry')
        .select('entry.id')
        .where('entry.id', 'in', [...entryIds])
        .where(isOfStaff(sight)),
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** How many answers the session sees to each. Those without any are left out. */
  async childCounts(
    sight: CuePointSight,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, ChildCounts>> {
    if (ids.length === 0) return new Map();
    const query = sql<{ root: string; direct: number; total: number }>`
      with recursive family(root, id, level) as (
        select parent_id, id, 1 from cue_point where parent_id in (${sql.join(ids)})
        union all
        select family.root, child.id, family.level + 1
        from family join cue_point as child on child.parent_id = family.id)
      select family.root as root, count(*) as total,
        sum(case when family.level = 1 then 1 else 0 end) as direct
      from family join cue_point on cue_point.id = family.id
        join entry on entry.id = cue_point.entry_id
      where ${allOf(seenCuePoints(sight, false))} group by family.root`;
    const rows = await this.#read(query);
    return new Map(
      rows.map(({ root, total, direct }) => [root, { all: Number(total), direct: Number(direct) }]),
    );
  }

  /** @returns false where the stored revision is no longer the one before this one, or the system name is taken */
  async replace(cuePoint: CuePoint, also: readonly Statement[] = []): Promise<boolean> {
    try {
      return await tryWrite(this.#database, [this.replacing(cuePoint), ...also]);
    } catch (error) {
      if (isDatabaseError(error, 'duplicate')) return false;
      throw error;
    }
  }

  /** Part of a job that fails with `conflict` where somebody else was first. */
  replacing(cuePoint: CuePoint): Statement {
    const { id, ...columns } = rowOf(cuePoint);
    const query = this.#database.builder
      .updateTable('cue_point')
      .set(columns)
      .where('id', '=', id)
      .where('revision', '=', cuePoint.revision - 1);
    return statement(query, { mustChange: true });
  }

  /** It and all that answers it, the first written first. */
  async family(id: string): Promise<readonly CuePoint[]> {
    const rows = await this.#read(
      sql<CuePointTable>`select * from cue_point where id in (${familyIds(id)}) order by int_id`,
    );
    return rows.map(cuePointOf);
  }

  /** With all that answers it, and what is recorded of them. @returns false where it is gone */
  removeFamily(id: string): Promise<boolean> {
    const { builder } = this.#database;
    return tryWrite(this.#database, [
      // Waits for who answers it at this moment.
      this.#touched(id),
      statement(
        builder
          .deleteFrom('metadata')
          .where('object_type', 'in', Object.keys(RECORDED_AS))
          .where(sql<SqlBool>`object_id in (${familyIds(id)})`),
      ),
      statement(builder.deleteFrom('cue_point').where(sql<SqlBool>`id in (${familyIds(id)})`)),
    ]);
  }

  /** As many as can be copied at once. */
  ofEntry(entryId: string, types: readonly string[], limit: number): Promise<readonly CuePoint[]> {
    if (types.length === 0) return Promise.resolve([]);
    return this.#database
      .read(
        this.#all()
          .where('entry_id', '=', entryId)
          .where('type', 'in', [...types])
          .orderBy('int_id')
          .limit(limit),
      )
      .then((rows) => rows.map(cuePointOf));
  }

  /** Part of a job. */
  inserting(cuePoint: CuePoint): Statement {
    return statement(this.#database.builder.insertInto('cue_point').values(rowOf(cuePoint)));
  }

  /** Holds it until the job is over; the job fails where it is gone. */
  #touched(id: string): Statement {
    const query = this.#database.builder
      .updateTable('cue_point')
      .set(({ ref }) => ({ revision: ref('revision') }))
      .where('id', '=', id);
    return statement(query, { mustChange: true });
  }

  #all() {
    return this.#database.builder.selectFrom('cue_point').selectAll();
  }

  #matching({ sight, filter, kind }: CuePointQuestion) {
    const isByAuthor = filter.userIdEqual !== undefined || filter.userIdIn !== undefined;
    const ofKind = kind === null ? ALWAYS : sql<SqlBool>`cue_point.type = ${kind}`;
    return this.#database.builder
      .selectFrom('cue_point')
      .innerJoin('entry', 'entry.id', 'cue_point.entry_id')
      .where(
        allOf([
          ...seenCuePoints(sight, isByAuthor),
          ...cuePointConditions(filter, sight.userId),
          ofKind,
        ]),
      );
  }

  #read<Row>(query: RawBuilder<Row>): Promise<readonly Row[]> {
    return this.#database.read(query.compile(this.#database.builder) as Query<Row>);
  }
}

function familyIds(id: string): RawBuilder<string> {
  return sql<string>`with recursive family(id) as (
    select id from cue_point where id = ${id}
    union all
    select child.id from family join cue_point as child on child.parent_id = family.id)
    select id from family`;
}
