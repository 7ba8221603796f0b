import type { AccessControlProfileFilterValue } from '../../schema/access-control-profile.ts';
import { type Database, type Statement, statement } from '../database.ts';
import { allOf, conditionsOf, type FilterColumns, orderOf } from '../list-filter.ts';
import type { Page } from './flavor-params-store.ts';
import type { AccessControlProfileTable } from './profile-tables.ts';

export type AccessControlProfileRecord = {
  readonly id: number;
  readonly partnerId: number;
  readonly name: string;
  readonly systemName: string;
  readonly description: string;
  readonly isDefault: boolean;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
};

const COLUMNS: FilterColumns = {
  id: { column: 'access_control_profile.id', kind: 'number' },
  systemName: { column: 'access_control_profile.system_name', kind: 'text' },
  createdAt: { column: 'access_control_profile.created_at_ms', kind: 'time-ms' },
  updatedAt: { column: 'access_control_profile.updated_at_ms', kind: 'time-ms' },
};

const ORDER_COLUMNS = {
  createdAt: 'access_control_profile.created_at_ms',
  updatedAt: 'access_control_profile.updated_at_ms',
} as const;

/** An account's access control profiles. */
export class AccessControlStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(partnerId: number, id: number): Promise<AccessControlProfileRecord | null> {
    const [row] = await this.#database.read(this.#own(partnerId).selectAll().where('id', '=', id));
    return row === undefined ? null : recordOf(row);
  }

  async all(partnerId: number): Promise<readonly AccessControlProfileRecord[]> {
    const rows = await this.#database.read(
      this.#own(partnerId).selectAll().orderBy('created_at_ms').orderBy('id'),
    );
    return rows.map(recordOf);
  }

  /** In the order in which they were made, unless the filter names another one. */
  async list(partnerId: number, filter: AccessControlProfileFilterValue, { limit, offset }: Page) {
    const matching = this.#own(partnerId).where(allOf(conditionsOf(filter, COLUMNS)));
    const [count] = await this.#database.read(
      matching.select(({ fn }) => fn.countAll<number>().as('total')),
    );
    const order = orderOf(filter.orderBy, ORDER_COLUMNS);
    const column = order?.column === ORDER_COLUMNS.updatedAt ? 'updated_at_ms' : 'created_at_ms';
    const rows = await this.#database.read(
      matching
        .selectAll()
        .orderBy(column, order?.direction ?? 'asc')
        .orderBy('id')
        .limit(limit)
        .offset(offset),
    );
    return { totalCount: Number(count?.total ?? 0), records: rows.map(recordOf) };
  }

  #own(partnerId: number) {
    return this.#database.builder
      .selectFrom('access_control_profile')
      .where('partner_id', '=', partnerId);
  }
}

export function insertAccessControlProfile(
  database: Database,
  record: AccessControlProfileRecord,
): Statement {
  return statement(
    database.builder.insertInto('access_control_profile').values({
      id: record.id,
      partner_id: record.partnerId,
      name: record.name,
      system_name: record.systemName,
      description: record.description,
      is_default: record.isDefault ? 1 : 0,
      created_at_ms: record.createdAtMs,
      updated_at_ms: record.updatedAtMs,
    }),
  );
}

function recordOf(row: AccessControlProfileTable): AccessControlProfileRecord {
  return {
    id: row.id,
    partnerId: row.partner_id,
    name: row.name,
    systemName: row.system_name,
    description: row.description,
    isDefault: row.is_default === 1,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
  };
}
