import type { MetadataFilterValue } from '../../schema/metadata.ts';
import {
  type Database,
  isDatabaseError,
  type Statement,
  statement,
  tryWrite,
} from '../database.ts';
import { allOf, conditionsOf, type FilterColumns, orderOf } from '../list-filter.ts';
import type { Page } from '../profile/flavor-params-store.ts';
import type { MetadataTable } from './metadata-tables.ts';

/** Values of KalturaMetadataStatus. */
export const VALID_METADATA = 1;
export const INVALID_METADATA = 2;

export type MetadataRecord = {
  readonly id: number;
  readonly partnerId: number;
  readonly profileId: number;
  /** Of the schema that it was checked against. */
  readonly profileVersion: number;
  /** A value of KalturaMetadataObjectType. */
  readonly objectType: string;
  readonly objectId: string;
  readonly version: number;
  readonly status: typeof VALID_METADATA | typeof INVALID_METADATA;
  readonly xml: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly revision: number;
};

const COLUMNS: FilterColumns = {
  partnerId: { column: 'metadata.partner_id', kind: 'number' },
  metadataProfileId: { column: 'metadata.profile_id', kind: 'number' },
  metadataProfileVersion: { column: 'metadata.profile_version', kind: 'number' },
  version: { column: 'metadata.version', kind: 'number' },
  createdAt: { column: 'metadata.created_at_ms', kind: 'time-ms' },
  updatedAt: { column: 'metadata.updated_at_ms', kind: 'time-ms' },
  status: { column: 'metadata.status', kind: 'number' },
};

const ORDER_COLUMNS = {
  createdAt: 'created_at_ms',
  updatedAt: 'updated_at_ms',
  version: 'version',
  metadataProfileVersion: 'profile_version',
} as const;

type OrderColumn = (typeof ORDER_COLUMNS)[keyof typeof ORDER_COLUMNS];

export type ObjectNames = Pick<MetadataRecord, 'partnerId' | 'objectType'> & {
  readonly objectIds: readonly string[];
};

/** Records about objects of all accounts. */
export class MetadataStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * @param also of the same job
   * @returns false where the id is taken, or the object has a record of this profile, or the job was not to be done
   */
  async insert(record: MetadataRecord, also: readonly Statement[] = []): Promise<boolean> {
    const query = this.#database.builder.insertInto('metadata').values(rowOf(record));
    try {
      await this.#database.write([statement(query), ...also]);
      return true;
    } catch (error) {
      if (isDatabaseError(error, 'duplicate') || isDatabaseError(error, 'conflict')) return false;
      throw error;
    }
  }

  async find(partnerId: number, id: number): Promise<MetadataRecord | null> {
    const [row] = await this.#database.read(
      this.#database.builder
        .selectFrom('metadata')
        .selectAll()
        .where('partner_id', '=', partnerId)
        .where('id', '=', id),
    );
    return row === undefined ? null : recordOf(row);
  }

  /** The one record of a profile about an object. */
  async findOf(
    partnerId: number,
    profileId: number,
    objectType: string,
    objectId: string,
  ): Promise<MetadataRecord | null> {
    const [row] = await this.#database.read(
      this.#database.builder
        .selectFrom('metadata')
        .selectAll()
        .where('partner_id', '=', partnerId)
        .where('object_type', '=', objectType)
        .where('object_id', '=', objectId)
        .where('profile_id', '=', profileId),
    );
    return row === undefined ? null : recordOf(row);
  }

  /** All that is recorded about an object: one record of each profile at most. */
  async about(
    partnerId: number,
    objectType: string,
    objectId: string,
  ): Promise<readonly MetadataRecord[]> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('metadata')
        .selectAll()
        .where('partner_id', '=', partnerId)
        .where('object_type', '=', objectType)
        .where('object_id', '=', objectId),
    );
    return rows.map(recordOf);
  }

  /** In the order in which they were made, unless the filter names another one. */
  async list(
    { partnerId, objectType, objectIds }: ObjectNames,
    filter: MetadataFilterValue,
    { limit, offset }: Page,
  ): Promise<{ readonly totalCount: number; readonly records: readonly MetadataRecord[] }> {
    if (objectIds.length === 0) return { totalCount: 0, records: [] };
    const matching = this.#database.builder
      .selectFrom('metadata')
      .where('partner_id', '=', partnerId)
      .where('object_type', '=', objectType)
      .where('object_id', 'in', [...objectIds])
      .where(allOf(conditionsOf(filter, COLUMNS)));
    const [count] = await this.#database.read(
      matching.select(({ fn }) => fn.countAll<number>().as('total')),
    );
    const order = orderOf(filter.orderBy, ORDER_COLUMNS);
    const rows = await this.#database.read(
      matching
        .selectAll()
        .orderBy((order?.column ?? 'created_at_ms') as OrderColumn, order?.direction ?? 'asc')
        .orderBy('id')
        .limit(limit)
        .offset(offset),
    );
    return { totalCount: Number(count?.total ?? 0), records: rows.map(recordOf) };
  }

  /** Records of a profile by growing id, of every account that has some. @param afterId those behind it */
  async ofProfile(
    profileId: number,
    afterId: number,
    limit: number,
  ): Promise<readonly MetadataRecord[]> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('metadata')
        .selectAll()
        .where('profile_id', '=', profileId)
        .where('id', '>', afterId)
        .orderBy('id')
        .limit(limit),
    );
    return rows.map(recordOf);
  }

  /** @returns false where the stored revision is no longer the one before this one */
  replace(record: MetadataRecord, also: readonly Statement[] = []): Promise<boolean> {
    const { id, ...columns } = rowOf(record);
    const query = this.#database.builder
      .updateTable('metadata')
      .set(columns)
      .where('id', '=', id)
      .where('revision', '=', record.revision - 1);
    return tryWrite(this.#database, [statement(query, { mustChange: true }), ...also]);
  }

  /** @returns false where the account has none with this id */
  remove(partnerId: number, id: number, also: readonly Statement[] = []): Promise<boolean> {
    const query = this.#database.builder
      .deleteFrom('metadata')
      .where('id', '=', id)
      .where('partner_id', '=', partnerId);
    return tryWrite(this.#database, [statement(query, { mustChange: true }), ...also]);
  }
}

function rowOf(record: MetadataRecord): MetadataTable {
  return {
    id: record.id,
    partner_id: record.partnerId,
    profile_id: record.profileId,
    profile_version: record.profileVersion,
    object_type: record.objectType,
    object_id: record.objectId,
    version: record.version,
    status: record.status,
    xml: record.xml,
    created_at_ms: record.createdAtMs,
    updated_at_ms: record.updatedAtMs,
    revision: record.revision,
  };
}

function recordOf(row: MetadataTable): MetadataRecord {
  return {
    id: row.id,
    partnerId: row.partner_id,
    profileId: row.profile_id,
    profileVersion: row.profile_version,
    objectType: row.object_type,
    objectId: row.object_id,
    version: row.version,
    status: row.status === INVALID_METADATA ? INVALID_METADATA : VALID_METADATA,
    xml: row.xml,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
    revision: row.revision,
  };
}
