import { sql } from 'kysely';
import type { WidgetFilterValue, WidgetValue } from '../../schema/widget.ts';
import { type Database, isDatabaseError, type Statement, statement } from '../database.ts';
import { allOf, conditionsOf, type FilterColumns, orderOf } from '../list-filter.ts';
import type { Page } from './flavor-params-store.ts';
import type { WidgetTable } from './profile-tables.ts';

export type WidgetRecord = {
  readonly id: string;
  readonly partnerId: number;
  /** Its own id where it began from none. */
  readonly rootWidgetId: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly revision: number;
  /** What was set, under the API's names; without nulls. */
  readonly properties: WidgetValue;
};

const COLUMNS: FilterColumns = {
  id: { column: 'widget.id', kind: 'text' },
  sourceWidgetId: { column: 'widget.source_widget_id', kind: 'text' },
  rootWidgetId: { column: 'widget.root_widget_id', kind: 'text' },
  partnerId: { column: 'widget.partner_id', kind: 'number' },
  entryId: { column: 'widget.entry_id', kind: 'text' },
  uiConfId: { column: 'widget.ui_conf_id', kind: 'number' },
  createdAt: { column: 'widget.created_at_ms', kind: 'time-ms' },
  updatedAt: { column: 'widget.updated_at_ms', kind: 'time-ms' },
  partnerData: {
    column: 'widget.partner_data_folded',
    kind: 'text',
    folded: 'widget.partner_data_folded',
  },
};

const ORDER_COLUMNS = { createdAt: 'widget.created_at_ms' };

/** Every account has this one from the beginning. */
export function standardWidgetId(partnerId: number): string {
  return `_${partnerId}`;
}

/** Widgets of all accounts. */
export class WidgetsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @returns false where the id is taken */
  insert(record: WidgetRecord): Promise<boolean> {
    return this.#changes(insertWidget(this.#database, record));
  }

  /** Of whichever account: whoever asks has to look at it. */
  async find(id: string): Promise<WidgetRecord | null> {
    // Ids come from anybody; what can't be one needs no query.
    if (!/^(_\d{1,10}|\d_[0-9a-z]{8})$/.test(id)) return null;
    const [row] = await this.#database.read(
      this.#database.builder.selectFrom('widget').selectAll().where('id', '=', id),
    );
    return row === undefined ? null : recordOf(row);
  }

  /** In the order in which they were made, unless the filter names another one. */
  async list(
    partnerId: number,
    filter: WidgetFilterValue,
    { limit, offset }: Page,
  ): Promise<{ readonly totalCount: number; readonly records: readonly WidgetRecord[] }> {
    const matching = this.#database.builder
      .selectFrom('widget')
      .where('partner_id', '=', partnerId)
      .where(allOf(conditionsOf(filter, COLUMNS)));
    const [count] = await this.#database.read(
      matching.select(({ fn }) => fn.countAll<number>().as('total')),
    );
    const order = orderOf(filter.orderBy, ORDER_COLUMNS);
    const rows = await this.#database.read(
      matching
        .selectAll()
        .orderBy(sql.ref(ORDER_COLUMNS.createdAt), order?.direction ?? 'asc')
        .orderBy('id')
        .limit(limit)
        .offset(offset),
    );
    return { totalCount: Number(count?.total ?? 0), records: rows.map(recordOf) };
  }

  /** @returns false where the stored revision is no longer the one before this one */
  replace(record: WidgetRecord): Promise<boolean> {
    const { id, ...columns } = rowOf(record);
    const query = this.#database.builder
      .updateTable('widget')
      .set(columns)
      .where('id', '=', id)
      .where('revision', '=', record.revision - 1);
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
}

export function insertWidget(database: Database, record: WidgetRecord): Statement {
  return statement(database.builder.insertInto('widget').values(rowOf(record)));
}

function rowOf(record: WidgetRecord): WidgetTable {
  const { sourceWidgetId, entryId, uiConfId, partnerData } = record.properties;
  return {
    id: record.id,
    partner_id: record.partnerId,
    source_widget_id: sourceWidgetId ?? '',
    root_widget_id: record.rootWidgetId,
    entry_id: entryId ?? '',
    ui_conf_id: uiConfId ?? null,
    partner_data_folded: (partnerData ?? '').toLowerCase(),
    created_at_ms: record.createdAtMs,
    updated_at_ms: record.updatedAtMs,
    revision: record.revision,
    properties: JSON.stringify(record.properties),
  };
}

function recordOf(row: WidgetTable): WidgetRecord {
  return {
    id: row.id,
    partnerId: row.partner_id,
    rootWidgetId: row.root_widget_id,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
    revision: row.revision,
    properties: JSON.parse(row.properties) as WidgetValue,
  };
}
