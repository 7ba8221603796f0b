import type { MetadataProfileFilterValue, MetadataProfileValue } from '../../schema/metadata.ts';
import {
  type Database,
  isDatabaseError,
  type Statement,
  statement,
  tryWrite,
} from '../database.ts';
import { allOf, conditionsOf, type FilterColumns, orderOf } from '../list-filter.ts';
import { type Page, SHARED_PARTNER_ID } from '../profile/flavor-params-store.ts';
import type { MetadataProfileTable, MetadataSchemaTable } from './metadata-tables.ts';

export type MetadataProfileRecord = {
  readonly id: number;
  readonly partnerId: number;
  readonly name: string;
  /** Null where it has none. */
  readonly systemName: string | null;
  /** A value of KalturaMetadataObjectType. */
  readonly objectType: string;
  readonly createMode: number;
  /** Of the schema. */
  readonly version: number;
  readonly xsd: string;
  readonly views: string | null;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly revision: number;
  /** What a client has set and nothing above holds; without nulls. */
  readonly properties: MetadataProfileValue;
};

export type ProfileInsertion = 'done' | 'id-taken' | 'name-taken';

type Row = MetadataProfileTable & Pick<MetadataSchemaTable, 'xsd' | 'views'>;

const COLUMNS: FilterColumns = {
  id: { column: 'metadata_profile.id', kind: 'number' },
  partnerId: { column: 'metadata_profile.partner_id', kind: 'number' },
  metadataObjectType: { column: 'metadata_profile.object_type', kind: 'text' },
  version: { column: 'metadata_profile.version', kind: 'number' },
  name: { column: 'metadata_profile.name', kind: 'text' },
  systemName: { column: 'metadata_profile.system_name', kind: 'text' },
  createdAt: { column: 'metadata_profile.created_at_ms', kind: 'time-ms' },
  updatedAt: { column: 'metadata_profile.updated_at_ms', kind: 'time-ms' },
  createMode: { column: 'metadata_profile.create_mode', kind: 'number' },
};

const ORDER_COLUMNS = { createdAt: 'created_at_ms', updatedAt: 'updated_at_ms' } as const;

/** Schemas of records: an account's own, and those that every account has. */
export class MetadataProfilesStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async insert(record: MetadataProfileRecord): Promise<ProfileInsertion> {
    try {
      await this.#database.write(insertMetadataProfile(this.#database, record));
      return 'done';
    } catch (error) {
      if (!isDatabaseError(error, 'duplicate')) throw error;
      const isIdTaken = (await this.find(record.partnerId, record.id)) !== null;
      return isIdTaken || !(await this.#isNameTaken(record)) ? 'id-taken' : 'name-taken';
    }
  }

  /** One of the account's own, or one that every account has. */
  async find(partnerId: number, id: number): Promise<MetadataProfileRecord | null> {
    const [row] = await this.#database.read(
      this.#withSchema()
        .where('metadata_profile.partner_id', 'in', [SHARED_PARTNER_ID, partnerId])
        .where('metadata_profile.id', '=', id),
    );
    return row === undefined ? null : recordOf(row);
  }

  /** In the order in which they were made, unless the filter names another one. */
  async list(
    partnerIds: readonly number[],
    filter: MetadataProfileFilterValue,
    { limit, offset }: Page,
  ): Promise<{
    readonly totalCount: number;
    readonly records: readonly MetadataProfileRecord[];
  }> {
    const conditions = allOf(conditionsOf(filter, COLUMNS));
    const [count] = await this.#database.read(
      this.#database.builder
        .selectFrom('metadata_profile')
        .where('metadata_profile.partner_id', 'in', [...partnerIds])
        .where(conditions)
        .select(({ fn }) => fn.countAll<number>().as('total')),
    );
    const totalCount = Number(count?.total ?? 0);
    if (limit === 0 || totalCount <= offset) return { totalCount, records: [] };
    const order = orderOf(filter.orderBy, ORDER_COLUMNS);
    const column = order?.column === 'updated_at_ms' ? 'updated_at_ms' : 'created_at_ms';
    const rows = await this.#database.read(
      this.#withSchema()
        .where('metadata_profile.partner_id', 'in', [...partnerIds])
        .where(conditions)
        .orderBy(`metadata_profile.${column}`, order?.direction ?? 'asc')
        .orderBy('metadata_profile.id')
        .limit(limit)
        .offset(offset),
    );
    return { totalCount, records: rows.map(recordOf) };
  }

  /** The schema that a profile had in a version; null where it never had it. */
  async schemaOf(
    profileId: number,
    version: number,
  ): Promise<Pick<MetadataProfileRecord, 'xsd' | 'views'> | null> {
    const [row] = await this.#database.read(
      this.#database.builder
        .selectFrom('metadata_schema')
        .select(['xsd', 'views'])
        .where('profile_id', '=', profileId)
        .where('version', '=', version),
    );
    return row ?? null;
  }

  /** @returns `conflict` where the stored revision is no longer the one before this one */
  async replace(record: MetadataProfileRecord): Promise<'done' | 'conflict' | 'name-taken'> {
    const { id, ...columns } = rowOf(record);
    const { builder } = this.#database;
    const schema = schemaRowOf(record);
    const job = [
      statement(
        builder
          .updateTable('metadata_profile')
          .set(columns)
          .where('id', '=', id)
          .where('revision', '=', record.revision - 1),
        { mustChange: true },
      ),
      statement(
        builder
          .insertInto('metadata_schema')
          .values(schema)
          .onConflict((conflict) =>
            conflict.columns(['profile_id', 'version']).doUpdateSet({ views: schema.views }),
          ),
      ),
    ];
    try {
      return (await tryWrite(this.#database, job)) ? 'done' : 'conflict';
    } catch (error) {
      if (isDatabaseError(error, 'duplicate')) return 'name-taken';
      throw error;
    }
  }

  /** With its records. @returns false where the account has none with this id */
  remove(partnerId: number, id: number): Promise<boolean> {
    const { builder } = this.#database;
    return tryWrite(this.#database, [
      statement(
        builder
          .deleteFrom('metadata_profile')
          .where('id', '=', id)
          .where('partner_id', '=', partnerId),
        { mustChange: true },
      ),
      statement(builder.deleteFrom('metadata_schema').where('profile_id', '=', id)),
      statement(builder.deleteFrom('metadata').where('profile_id', '=', id)),
    ]);
  }

  async #isNameTaken({ partnerId, systemName }: MetadataProfileRecord): Promise<boolean> {
    if (systemName === null) return false;
    const [row] = await this.#database.read(
      this.#database.builder
        .selectFrom('metadata_profile')
        .select('id')
        .where('partner_id', '=', partnerId)
        .where('system_name', '=', systemName),
    );
    return row !== undefined;
  }

  #withSchema() {
    return this.#database.builder
      .selectFrom('metadata_profile')
      .innerJoin('metadata_schema', (join) =>
        join
          .onRef('metadata_schema.profile_id', '=', 'metadata_profile.id')
          .onRef('metadata_schema.version', '=', 'metadata_profile.version'),
      )
      .selectAll('metadata_profile')
      .select(['metadata_schema.xsd', 'metadata_schema.views']);
  }
}

export function insertMetadataProfile(
  { builder }: Database,
  record: MetadataProfileRecord,
): readonly Statement[] {
  return [
    statement(builder.insertInto('metadata_profile').values(rowOf(record))),
    statement(builder.insertInto('metadata_schema').values(schemaRowOf(record))),
  ];
}

/** Makes the stored rows like this one, whatever they were. */
export function putMetadataProfile(
  { builder }: Database,
  record: MetadataProfileRecord,
): readonly Statement[] {
  const { id, created_at_ms, ...columns } = rowOf(record);
  const { xsd, views, ...key } = schemaRowOf(record);
  return [
    statement(
      builder
        .insertInto('metadata_profile')
        .values({ id, created_at_ms, ...columns })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(columns)),
    ),
    statement(
      builder
        .insertInto('metadata_schema')
        .values({ ...key, xsd, views })
        .onConflict((conflict) =>
          conflict.columns(['profile_id', 'version']).doUpdateSet({ xsd, views }),
        ),
    ),
  ];
}

function rowOf(record: MetadataProfileRecord): MetadataProfileTable {
  return {
    id: record.id,
    partner_id: record.partnerId,
    name: record.name,
    system_name: record.systemName,
    object_type: record.objectType,
    create_mode: record.createMode,
    version: record.version,
    created_at_ms: record.createdAtMs,
    updated_at_ms: record.updatedAtMs,
    revision: record.revision,
    properties: JSON.stringify(record.properties),
  };
}

function schemaRowOf({ id, version, xsd, views }: MetadataProfileRecord): MetadataSchemaTable {
  return { profile_id: id, version, xsd, views };
}

function recordOf(row: Row): MetadataProfileRecord {
  return {
    id: row.id,
    partnerId: row.partner_id,
    name: row.name,
    systemName: row.system_name,
    objectType: row.object_type,
    createMode: row.create_mode,
    version: row.version,
    xsd: row.xsd,
    views: row.views,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
    revision: row.revision,
    properties: JSON.parse(row.properties) as MetadataProfileRecord['properties'],
  };
}
