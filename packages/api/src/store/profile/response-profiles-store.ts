import type { ResponseProfileFilterValue } from '../../schema/response-profile.ts';
import { type Database, isDatabaseError, statement } from '../database.ts';
import { allOf, conditionsOf, type FilterColumns, orderOf } from '../list-filter.ts';
import type { ResponseProfileTable } from '../tables.ts';

export const PROFILE_DISABLED = 1;
export const PROFILE_ENABLED = 2;

export type ResponseProfileRecord = {
  readonly id: number;
  readonly partnerId: number;
  readonly name: string;
  /** Unique in the account; null where it has none. */
  readonly systemName: string | null;
  /** 1 only the fields, 2 all but the fields. */
  readonly type: 1 | 2;
  /** Names separated by commas. */
  readonly fields: string;
  /** Of a profile that is related to another one; null where it has none, as with those below. */
  readonly filter: object | null;
  readonly pager: object | null;
  readonly mappings: readonly object[] | null;
  readonly relatedProfiles: readonly object[] | null;
  readonly status: typeof PROFILE_DISABLED | typeof PROFILE_ENABLED;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly revision: number;
};

export type ResponseProfileChange = Partial<
  Pick<
    ResponseProfileRecord,
    | 'name'
    | 'systemName'
    | 'type'
    | 'fields'
    | 'filter'
    | 'pager'
    | 'mappings'
    | 'relatedProfiles'
    | 'status'
  >
>;

const COLUMNS: FilterColumns = {
  id: { column: 'response_profile.id', kind: 'number' },
  systemName: { column: 'response_profile.system_name', kind: 'text' },
  status: { column: 'response_profile.status', kind: 'number' },
  createdAt: { column: 'response_profile.created_at_ms', kind: 'time-ms' },
  updatedAt: { column: 'response_profile.updated_at_ms', kind: 'time-ms' },
};

const ORDER_COLUMNS = { createdAt: 'created_at_ms', updatedAt: 'updated_at_ms' } as const;

/** An account's response profiles. */
export class ResponseProfilesStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @returns false where the id or the system name is taken */
  async insert(record: ResponseProfileRecord): Promise<boolean> {
    const query = this.#database.builder.insertInto('response_profile').values(rowOf(record));
    try {
      await this.#database.write([statement(query)]);
      return true;
    } catch (error) {
      if (isDatabaseError(error, 'duplicate')) return false;
      throw error;
    }
  }

  async find(partnerId: number, id: number): Promise<ResponseProfileRecord | null> {
    const [row] = await this.#database.read(this.#own(partnerId).where('id', '=', id));
    return row === undefined ? null : recordOf(row);
  }

  async findByName(partnerId: number, systemName: string): Promise<ResponseProfileRecord | null> {
    const query = this.#own(partnerId).where('system_name', '=', systemName);
    const [row] = await this.#database.read(query);
    return row === undefined ? null : recordOf(row);
  }

  /** In the order in which they were made, unless the filter names another one. */
  async list(
    partnerId: number,
    filter: ResponseProfileFilterValue,
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ) {
    const matching = this.#own(partnerId).where(allOf(conditionsOf(filter, COLUMNS)));
    const [count] = await this.#database.read(
      matching.clearSelect().select(({ fn }) => fn.countAll<number>().as('total')),
    );
    const totalCount = Number(count?.total ?? 0);
    if (limit === 0 || totalCount <= offset) return { totalCount, records: [] };
    const order = orderOf(filter.orderBy, ORDER_COLUMNS);
    const rows = await this.#database.read(
      matching
        .orderBy(
          order?.column === 'updated_at_ms' ? 'updated_at_ms' : 'created_at_ms',
          order?.direction ?? 'asc',
        )
        .orderBy('id')
        .limit(limit)
        .offset(offset),
    );
    return { totalCount, records: rows.map(recordOf) };
  }

  /** Sets what is given and leaves the rest, so that changes of several writers meet in no column they did not send. */
  async change(
    partnerId: number,
    id: number,
    change: ResponseProfileChange,
    nowMs: number,
  ): Promise<'changed' | 'missing' | 'name taken'> {
    const { systemName, filter, pager, mappings, relatedProfiles, ...same } = change;
    const query = this.#database.builder
      .updateTable('response_profile')
      .set({
        ...same,
        ...(systemName !== undefined && { system_name: systemName }),
        ...(filter !== undefined && { filter: jsonOf(filter) }),
        ...(pager !== undefined && { pager: jsonOf(pager) }),
        ...(mappings !== undefined && { mappings: jsonOf(mappings) }),
        ...(relatedProfiles !== undefined && { related_profiles: jsonOf(relatedProfiles) }),
      })
      .set(({ eb }) => ({ updated_at_ms: nowMs, revision: eb('revision', '+', 1) }))
      .where('id', '=', id)
      .where('partner_id', '=', partnerId);
    try {
      const [count] = await this.#database.write([statement(query)]);
      return count === 1 ? 'changed' : 'missing';
    } catch (error) {
      if (isDatabaseError(error, 'duplicate')) return 'name taken';
      throw error;
    }
  }

  /** @returns false where the account has none with this id */
  async remove(partnerId: number, id: number): Promise<boolean> {
    const query = this.#database.builder
      .deleteFrom('response_profile')
      .where('id', '=', id)
      .where('partner_id', '=', partnerId);
    const [count] = await this.#database.write([statement(query)]);
    return count === 1;
  }

  #own(partnerId: number) {
    return this.#database.builder
      .selectFrom('response_profile')
      .selectAll()
      .where('partner_id', '=', partnerId);
  }
}

function rowOf(record: ResponseProfileRecord): ResponseProfileTable {
  return {
    id: record.id,
    partner_id: record.partnerId,
    name: record.name,
    system_name: record.systemName,
    type: record.type,
    fields: record.fields,
    filter: jsonOf(record.filter),
    pager: jsonOf(record.pager),
    mappings: jsonOf(record.mappings),
    related_profiles: jsonOf(record.relatedProfiles),
    status: record.status,
    created_at_ms: record.createdAtMs,
    updated_at_ms: record.updatedAtMs,
    revision: record.revision,
  };
}

function recordOf(row: ResponseProfileTable): ResponseProfileRecord {
  return {
    id: row.id,
    partnerId: row.partner_id,
    name: row.name,
    systemName: row.system_name,
    type: row.type === 2 ? 2 : 1,
    fields: row.fields,
    filter: parsed(row.filter),
    pager: parsed(row.pager),
    mappings: parsed(row.mappings),
    relatedProfiles: parsed(row.related_profiles),
    status: row.status === PROFILE_DISABLED ? PROFILE_DISABLED : PROFILE_ENABLED,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
    revision: row.revision,
  };
}

function jsonOf(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

function parsed<Value extends object>(json: string | null): Value | null {
  return json === null ? null : (JSON.parse(json) as Value);
}
