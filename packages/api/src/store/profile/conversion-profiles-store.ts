import type {
  ConversionProfileFilterValue,
  ConversionProfileValue,
} from '../../schema/conversion-profile.ts';
import { type Database, isDatabaseError, type Statement, statement } from '../database.ts';
import { allOf, conditionsOf, orderOf } from '../list-filter.ts';
import type { Page } from './flavor-params-store.ts';
import { CONVERSION_PROFILE_COLUMNS } from './profile-columns.ts';
import {
  insertProfileFlavor,
  type ProfileFlavor,
  putProfileFlavors,
} from './profile-flavors-store.ts';
import type { ConversionProfileTable } from './profile-tables.ts';

export type ConversionProfileType = '1' | '2';
export type ConversionProfileStatus = '1' | '2' | '3';
export const LIVE_PROFILE = '2';
export const MEDIA_PROFILE = '1';
export const ENABLED = '2';
export const DELETED = '3';

export type ConversionProfileRecord = {
  readonly id: number;
  readonly partnerId: number;
  readonly type: ConversionProfileType;
  readonly status: ConversionProfileStatus;
  readonly isDefault: boolean;
  readonly createdAtMs: number;
  readonly revision: number;
  /** What was set, under the API's names; without nulls, type, status, isDefault and flavorParamsIds. */
  readonly properties: ConversionProfileValue;
};

const ORDER_COLUMNS = { createdAt: 'conversion_profile.created_at_ms' };

/** An account's conversion profiles. Which flavors they have, ProfileFlavorsStore knows. */
export class ConversionProfilesStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * A new default takes the place of the one before.
   *
   * @returns false where the id or the system name is taken, or another default came at the same moment
   */
  async insert(
    record: ConversionProfileRecord,
    flavors: readonly ProfileFlavor[],
  ): Promise<boolean> {
    return this.#changes([
      ...(record.isDefault ? [this.#withoutDefault(record)] : []),
      insertConversionProfile(this.#database, record),
      ...flavors.map((flavor) => insertProfileFlavor(this.#database, flavor)),
    ]);
  }

  /** Null where the account has none with this id, or has deleted it. */
  async find(partnerId: number, id: number): Promise<ConversionProfileRecord | null> {
    const [row] = await this.#database.read(this.#present(partnerId).where('id', '=', id));
    return row === undefined ? null : recordOf(row);
  }

  async findDefault(
    partnerId: number,
    type: ConversionProfileType,
  ): Promise<ConversionProfileRecord | null> {
    const [row] = await this.#database.read(
      this.#present(partnerId).where('type', '=', type).where('is_default', '=', 1),
    );
    return row === undefined ? null : recordOf(row);
  }

  async hasSystemName(partnerId: number, systemName: string, exceptId: number): Promise<boolean> {
    const [row] = await this.#database.read(
      this.#present(partnerId).where('system_name', '=', systemName).where('id', '!=', exceptId),
    );
    return row !== undefined;
  }

  /** In the order in which they were made, unless the filter names another one. */
  async list(partnerId: number, filter: ConversionProfileFilterValue, { limit, offset }: Page) {
    const matching = this.#present(partnerId).where(
      allOf(conditionsOf(filter, CONVERSION_PROFILE_COLUMNS)),
    );
    const [count] = await this.#database.read(
      matching.clearSelect().select(({ fn }) => fn.countAll<number>().as('total')),
    );
    const direction = orderOf(filter.orderBy, ORDER_COLUMNS)?.direction ?? 'asc';
    const rows = await this.#database.read(
      matching.orderBy('created_at_ms', direction).orderBy('id').limit(limit).offset(offset),
    );
    return { totalCount: Number(count?.total ?? 0), records: rows.map(recordOf) };
  }

  /**
   * @param flavors null leaves them as they are
   * @returns false where the stored revision is no longer the one before this one, the system name is taken, or another
   * default came at the same moment
   */
  async replace(
    record: ConversionProfileRecord,
    flavors: readonly ProfileFlavor[] | null,
  ): Promise<boolean> {
    const { id, ...columns } = rowOf(record);
    const change = this.#database.builder
      .updateTable('conversion_profile')
      .set(columns)
      .where('id', '=', id)
      .where('status', '!=', DELETED)
      .where('revision', '=', record.revision - 1);
    return this.#changes([
      ...(record.isDefault ? [this.#withoutDefault(record)] : []),
      statement(change, { mustChange: true }),
      ...(flavors === null ? [] : putProfileFlavors(this.#database, id, flavors)),
    ]);
  }

  /** @returns false where it is gone, or is the default */
  async remove({ id, partnerId }: ConversionProfileRecord): Promise<boolean> {
    const change = this.#database.builder
      .updateTable('conversion_profile')
      .set({ status: DELETED })
      .where('id', '=', id)
      .where('partner_id', '=', partnerId)
      .where('status', '!=', DELETED)
      .where('is_default', '=', 0);
    return this.#changes([statement(change, { mustChange: true })]);
  }

  #withoutDefault({ partnerId, type, id }: ConversionProfileRecord): Statement {
    return statement(
      this.#database.builder
        .updateTable('conversion_profile')
        .set(({ eb }) => ({ is_default: 0, revision: eb('revision', '+', 1) }))
        .where('partner_id', '=', partnerId)
        .where('type', '=', type)
        .where('is_default', '=', 1)
        .where('id', '!=', id),
    );
  }

  async #changes(job: readonly Statement[]): Promise<boolean> {
    try {
      await this.#database.write(job);
      return true;
    } catch (error) {
      if (isDatabaseError(error, 'conflict') || isDatabaseError(error, 'duplicate')) return false;
      throw error;
    }
  }

  #present(partnerId: number) {
    return this.#database.builder
      .selectFrom('conversion_profile')
      .selectAll()
      .where('partner_id', '=', partnerId)
      .where('status', '!=', DELETED);
  }
}

export function insertConversionProfile(
  database: Database,
  record: ConversionProfileRecord,
): Statement {
  return statement(database.builder.insertInto('conversion_profile').values(rowOf(record)));
}

function rowOf(record: ConversionProfileRecord): ConversionProfileTable {
  const { name, systemName, tags, defaultEntryId } = record.properties;
  return {
    id: record.id,
    partner_id: record.partnerId,
    type: record.type,
    status: record.status,
    name: name ?? '',
    system_name: systemName || null,
    tags_folded: (tags ?? '').toLowerCase(),
    default_entry_id: defaultEntryId ?? '',
    is_default: record.isDefault ? 1 : 0,
    created_at_ms: record.createdAtMs,
    revision: record.revision,
    properties: JSON.stringify(record.properties),
  };
}

function recordOf(row: ConversionProfileTable): ConversionProfileRecord {
  return {
    id: row.id,
    partnerId: row.partner_id,
    type: row.type as ConversionProfileType,
    status: row.status as ConversionProfileStatus,
    isDefault: row.is_default === 1,
    createdAtMs: row.created_at_ms,
    revision: row.revision,
    properties: JSON.parse(row.properties) as ConversionProfileValue,
  };
}
