import { sql } from 'kysely';
import type { UiConfFilterValue, UiConfValue } from '../../schema/ui-conf.ts';
import { type Database, isDatabaseError, type Statement, statement } from '../database.ts';
import { allOf, conditionsOf, type FilterColumns, orderOf } from '../list-filter.ts';
import { type Page, SHARED_PARTNER_ID } from './flavor-params-store.ts';
import type { UiConfTable } from './profile-tables.ts';

export type UiConfRecord = {
  readonly id: number;
  readonly partnerId: number;
  readonly name: string;
  /** A value of KalturaUiConfObjType. */
  readonly objType: number;
  /** A value of KalturaUiConfCreationMode. */
  readonly creationMode: number;
  readonly isTemplate: boolean;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly revision: number;
  /** What was set, under the API's names; without nulls, name, objType and creationMode. */
  readonly properties: UiConfValue;
};

/** What getAvailableTypes needs of a configuration. */
export type UiConfKind = Pick<UiConfTable, 'obj_type' | 'swf_url_version' | 'address'>;

const COLUMNS: FilterColumns = {
  id: { column: 'ui_conf.id', kind: 'number' },
  name: { column: 'ui_conf.name', kind: 'text', folded: 'ui_conf.name_folded' },
  partnerId: { column: 'ui_conf.partner_id', kind: 'number' },
  objType: { column: 'ui_conf.obj_type', kind: 'number' },
  tags: { column: 'ui_conf.tags_folded', kind: 'text', folded: 'ui_conf.tags_folded' },
  createdAt: { column: 'ui_conf.created_at_ms', kind: 'time-ms' },
  updatedAt: { column: 'ui_conf.updated_at_ms', kind: 'time-ms' },
  creationMode: { column: 'ui_conf.creation_mode', kind: 'number' },
  version: { column: 'ui_conf.version', kind: 'text', folded: 'ui_conf.version' },
  partnerTags: {
    column: 'ui_conf.partner_tags_folded',
    kind: 'text',
    folded: 'ui_conf.partner_tags_folded',
  },
};

const ORDER_COLUMNS = {
  createdAt: 'ui_conf.created_at_ms',
  updatedAt: 'ui_conf.updated_at_ms',
  id: 'ui_conf.id',
  name: 'ui_conf.name_folded',
} as const;

/** Configurations of players and studios: an account's own, and the templates that every account sees. */
export class UiConfsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @returns false where the id is taken */
  insert(record: UiConfRecord): Promise<boolean> {
    return this.#changes(insertUiConf(this.#database, record));
  }

  /** One of the account's own, or a template. */
  async find(partnerId: number, id: number): Promise<UiConfRecord | null> {
    const [row] = await this.#database.read(
      this.#present()
        .selectAll()
        .where('partner_id', 'in', [SHARED_PARTNER_ID, partnerId])
        .where('id', '=', id),
    );
    return row === undefined ? null : recordOf(row);
  }

  /** The account's own, or the templates, in the order in which they were made unless the filter names another one. */
  async list(
    partnerId: number | 'templates',
    filter: UiConfFilterValue,
    { limit, offset }: Page,
  ): Promise<{ readonly totalCount: number; readonly records: readonly UiConfRecord[] }> {
    const whose =
      partnerId === 'templates'
        ? this.#present().where('partner_id', '=', SHARED_PARTNER_ID).where('is_template', '=', 1)
        : this.#present().where('partner_id', '=', partnerId);
    const matching = whose.where(allOf(conditionsOf(filter, COLUMNS)));
    const [count] = await this.#database.read(
      matching.select(({ fn }) => fn.countAll<number>().as('total')),
    );
    const order = orderOf(filter.orderBy, ORDER_COLUMNS);
    const rows = await this.#database.read(
      matching
        .selectAll()
        .orderBy(sql.ref(order?.column ?? ORDER_COLUMNS.createdAt), order?.direction ?? 'asc')
        .orderBy('id')
        .limit(limit)
        .offset(offset),
    );
    return { totalCount: Number(count?.total ?? 0), records: rows.map(recordOf) };
  }

  /** Of all that the account sees, the newest first. */
  async kinds(partnerId: number): Promise<readonly UiConfKind[]> {
    return this.#database.read(
      this.#present()
        .select(['obj_type', 'swf_url_version', 'address'])
        .where('partner_id', 'in', [SHARED_PARTNER_ID, partnerId])
        .orderBy('created_at_ms', 'desc')
        .orderBy('id'),
    );
  }

  /** @returns false where the stored revision is no longer the one before this one */
  replace(record: UiConfRecord): Promise<boolean> {
    const { id, ...columns } = rowOf(record);
    const query = this.#database.builder
      .updateTable('ui_conf')
      .set(columns)
      .where('id', '=', id)
      .where('is_deleted', '=', 0)
      .where('revision', '=', record.revision - 1);
    return this.#changes(statement(query, { mustChange: true }));
  }

  /** @returns false where the account has none with this id */
  remove(partnerId: number, id: number): Promise<boolean> {
    const query = this.#database.builder
      .updateTable('ui_conf')
      .set({ is_deleted: 1 })
      .where('id', '=', id)
      .where('partner_id', '=', partnerId)
      .where('is_deleted', '=', 0);
    return this.#changes(statement(query, { mustChange: true }));
  }

  async #changes(change: Statement): Promise<boolean> {
    try {
      await this.#database.write([change]);
      return true;
    } catch (error) {
      if (isDatabaseError(error, 'conflict') || isDatabaseError(error, 'duplicate')) return false;
      throw error;
    }
  }

  #present() {
    return this.#database.builder.selectFrom('ui_conf').where('is_deleted', '=', 0);
  }
}

export function insertUiConf(database: Database, record: UiConfRecord): Statement {
  return statement(database.builder.insertInto('ui_conf').values(rowOf(record)));
}

/** Makes the stored row like this one, whatever it was. */
export function putUiConf(database: Database, record: UiConfRecord): Statement {
  const { id, created_at_ms, ...columns } = rowOf(record);
  return statement(
    database.builder
      .insertInto('ui_conf')
      .values({ id, created_at_ms, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns)),
  );
}

function rowOf(record: UiConfRecord): UiConfTable {
  const { tags, partnerTags, swfUrlVersion, html5Url, swfUrl } = record.properties;
  return {
    id: record.id,
    partner_id: record.partnerId,
    name: record.name,
    name_folded: record.name.toLowerCase(),
    obj_type: record.objType,
    creation_mode: record.creationMode,
    tags_folded: (tags ?? '').toLowerCase(),
    partner_tags_folded: (partnerTags ?? '').toLowerCase(),
    swf_url_version: swfUrlVersion ?? '',
    address: html5Url || swfUrl || '',
    version: String(record.revision),
    is_template: record.isTemplate ? 1 : 0,
    is_deleted: 0,
    created_at_ms: record.createdAtMs,
    updated_at_ms: record.updatedAtMs,
    revision: record.revision,
    properties: JSON.stringify(record.properties),
  };
}

function recordOf(row: UiConfTable): UiConfRecord {
  return {
    id: row.id,
    partnerId: row.partner_id,
    name: row.name,
    objType: row.obj_type,
    creationMode: row.creation_mode,
    isTemplate: row.is_template === 1,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
    revision: row.revision,
    properties: JSON.parse(row.properties) as UiConfValue,
  };
}
