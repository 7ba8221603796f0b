import type { FlavorParamsFilterValue, FlavorParamsValue } from '../../schema/flavor-params.ts';
import { type Database, type Statement, statement, tryWrite } from '../database.ts';
import { allOf, conditionsOf } from '../list-filter.ts';
import { FLAVOR_PARAMS_COLUMNS } from './profile-columns.ts';
import type { FlavorParamsTable } from './profile-tables.ts';

/** Account 0 has what every account sees. */
export const SHARED_PARTNER_ID = 0;

export type FlavorParamsRecord = {
  readonly id: number;
  readonly partnerId: number;
  readonly objectType: string;
  readonly createdAtMs: number;
  readonly revision: number;
  /** What was set, under the API's names; without nulls. */
  readonly properties: FlavorParamsValue;
};

export type Page = { readonly limit: number; readonly offset: number };

/** Flavors: an account's own, and those of every account. */
export class FlavorParamsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async insert(record: FlavorParamsRecord): Promise<void> {
    await this.#database.write([insertFlavorParams(this.#database, record)]);
  }

  /** The flavors with these ids that the account may use, in no order. */
  async findMany(
    partnerId: number,
    ids: readonly number[],
  ): Promise<readonly FlavorParamsRecord[]> {
    if (ids.length === 0) return [];
    const rows = await this.#database.read(this.#visible(partnerId).where('id', 'in', [...ids]));
    return rows.map(recordOf);
  }

  async find(partnerId: number, id: number): Promise<FlavorParamsRecord | null> {
    const [record] = await this.findMany(partnerId, [id]);
    return record ?? null;
  }

  /**
   * Those of every account first, each group in the order in which they were made.
   *
   * @param objectType null for all types
   */
  async list(
    partnerId: number,
    objectType: string | null,
    filter: FlavorParamsFilterValue,
    { limit, offset }: Page,
  ): Promise<{ readonly totalCount: number; readonly records: readonly FlavorParamsRecord[] }> {
    const { isSystemDefaultEqual } = filter;
    let matching = this.#visible(partnerId).where(
      allOf(conditionsOf(filter, FLAVOR_PARAMS_COLUMNS)),
    );
    if (objectType !== null) matching = matching.where('object_type', '=', objectType);
    if (typeof isSystemDefaultEqual === 'boolean') {
      matching = matching.where('partner_id', isSystemDefaultEqual ? '=' : '!=', SHARED_PARTNER_ID);
    }
    const [count] = await this.#database.read(
      matching.clearSelect().select(({ fn }) => fn.countAll<number>().as('total')),
    );
    const rows = await this.#database.read(
      matching
        .orderBy('partner_id')
        .orderBy('created_at_ms')
        .orderBy('id')
        .limit(limit)
        .offset(offset),
    );
    return { totalCount: Number(count?.total ?? 0), records: rows.map(recordOf) };
  }

  /** @returns false where the stored revision is no longer the one before this one */
  async replace(record: FlavorParamsRecord): Promise<boolean> {
    const { id, ...columns } = rowOf(record);
    const query = this.#database.builder
      .updateTable('flavor_params')
      .set(columns)
      .where('id', '=', id)
      .where('is_deleted', '=', 0)
      .where('revision', '=', record.revision - 1);
    return this.#changes([statement(query, { mustChange: true })]);
  }

  /** Takes it out of all profiles too. @returns false where the account has none with this id */
  async remove(partnerId: number, id: number): Promise<boolean> {
    const { builder } = this.#database;
    return this.#changes([
      statement(
        builder
          .updateTable('flavor_params')
          .set({ is_deleted: 1 })
          .where('id', '=', id)
          .where('partner_id', '=', partnerId)
          .where('is_deleted', '=', 0),
        { mustChange: true },
      ),
      statement(
        builder
          .deleteFrom('conversion_profile_flavor')
          .where('flavor_params_id', '=', id)
          .where('partner_id', '=', partnerId),
      ),
    ]);
  }

  async #changes(job: readonly Statement[]): Promise<boolean> {
    return tryWrite(this.#database, job);
  }

  #visible(partnerId: number) {
    return this.#database.builder
      .selectFrom('flavor_params')
      .selectAll()
      .where('partner_id', 'in', [SHARED_PARTNER_ID, partnerId])
      .where('is_deleted', '=', 0);
  }
}

export function insertFlavorParams(database: Database, record: FlavorParamsRecord): Statement {
  return statement(database.builder.insertInto('flavor_params').values(rowOf(record)));
}

/** Makes the stored row like this one, whatever it was. */
export function putFlavorParams(database: Database, record: FlavorParamsRecord): Statement {
  const { id, created_at_ms, ...columns } = rowOf(record);
  return statement(
    database.builder
      .insertInto('flavor_params')
      .values({ id, created_at_ms, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns)),
  );
}

function rowOf(record: FlavorParamsRecord): FlavorParamsTable {
  const { systemName, tags, format } = record.properties;
  return {
    id: record.id,
    partner_id: record.partnerId,
    object_type: record.objectType,
    system_name: systemName ?? '',
    tags: tags ?? '',
    format: format ?? '',
    is_deleted: 0,
    created_at_ms: record.createdAtMs,
    revision: record.revision,
    properties: JSON.stringify(record.properties),
  };
}

function recordOf(row: FlavorParamsTable): FlavorParamsRecord {
  return {
    id: row.id,
    partnerId: row.partner_id,
    objectType: row.object_type,
    createdAtMs: row.created_at_ms,
    revision: row.revision,
    properties: JSON.parse(row.properties) as FlavorParamsValue,
  };
}
