import { type SqlBool, sql } from 'kysely';
import type {
  ScheduleEventResourceFilterValue,
  ScheduleResourceFilterValue,
  ScheduleResourceValue,
} from '../../schema/schedule-resource.ts';
import { type Database, isDatabaseError, statement, tryWrite } from '../database.ts';
import type { EntryPage } from '../entry/entries-store.ts';
import { foldText } from '../fold-text.ts';
import { allOf, conditionsOf, type FilterColumns, orderOf } from '../list-filter.ts';
import type { Condition } from '../text-conditions.ts';
import type { ScheduleEventResourceTable, ScheduleResourceTable } from './schedule-tables.ts';

export type ResourceType = 'camera' | 'live-entry' | 'location';

export type ResourceRecord = {
  readonly id: number;
  readonly partnerId: number;
  readonly type: ResourceType;
  /** 2 active, 3 deleted. */
  readonly status: 2 | 3;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly revision: number;
  readonly properties: ScheduleResourceValue;
};

/** That an event needs a resource. */
export type ResourceUse = {
  readonly eventId: number;
  readonly resourceId: number;
  readonly partnerId: number;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
};

const COLUMNS: FilterColumns = {
  id: { column: 'schedule_resource.id', kind: 'number' },
  parentId: { column: 'schedule_resource.parent_id', kind: 'number' },
  name: { column: 'schedule_resource.name', kind: 'text' },
  systemName: { column: 'schedule_resource.system_name', kind: 'text' },
  status: { column: 'schedule_resource.status', kind: 'number' },
  tags: {
    column: 'schedule_resource.tags_folded',
    kind: 'text',
    folded: 'schedule_resource.tags_folded',
  },
  createdAt: { column: 'schedule_resource.created_at_ms', kind: 'time-ms' },
  updatedAt: { column: 'schedule_resource.updated_at_ms', kind: 'time-ms' },
};

const USE_COLUMNS: FilterColumns = {
  eventId: { column: 'schedule_event_resource.event_id', kind: 'number' },
  resourceId: { column: 'schedule_event_resource.resource_id', kind: 'number' },
  createdAt: { column: 'schedule_event_resource.created_at_ms', kind: 'time-ms' },
  updatedAt: { column: 'schedule_event_resource.updated_at_ms', kind: 'time-ms' },
};

/** What events need, of all accounts, and which event needs what. */
export class ResourcesStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Null where there is none, or it is deleted. */
  async find(partnerId: number, id: number): Promise<ResourceRecord | null> {
    const [row] = await this.#database.read(
      this.#database.builder
        .selectFrom('schedule_resource')
        .selectAll()
        .where('partner_id', '=', partnerId)
        .where('id', '=', id)
        .where('status', '=', 2),
    );
    return row === undefined ? null : recordOf(row);
  }

  /** @returns false where the id is taken */
  async insert(record: ResourceRecord): Promise<boolean> {
    const query = this.#database.builder.insertInto('schedule_resource').values(rowOf(record));
    return this.#tryInsert(query);
  }

  /** @returns false where the stored revision is no longer the one before this one */
  replace(record: ResourceRecord): Promise<boolean> {
    const { id, ...columns } = rowOf(record);
    const query = this.#database.builder
      .updateTable('schedule_resource')
      .set(columns)
      .where('id', '=', id)
      .where('revision', '=', record.revision - 1);
    return tryWrite(this.#database, [statement(query, { mustChange: true })]);
  }

  async list(
    partnerId: number,
    types: readonly ResourceType[],
    filter: ScheduleResourceFilterValue,
    { limit, offset }: EntryPage,
  ): Promise<{ readonly totalCount: number; readonly records: readonly ResourceRecord[] }> {
    const matching = this.#database.builder
      .selectFrom('schedule_resource')
      .where('schedule_resource.partner_id', '=', partnerId)
      .where('schedule_resource.type', 'in', [...types])
      .where(allOf(conditionsOf(filter, COLUMNS)));
    const [count] = await this.#database.read(
      matching.select(({ fn }) => fn.countAll<number>().as('total')),
    );
    const order = orderOf(filter.orderBy, {
      createdAt: 'schedule_resource.created_at_ms',
      updatedAt: 'schedule_resource.updated_at_ms',
    });
    const rows = await this.#database.read(
      matching
        .selectAll()
        .orderBy(
          sql.ref(order?.column ?? 'schedule_resource.created_at_ms'),
          order?.direction ?? 'asc',
        )
        .orderBy('schedule_resource.id')
        .limit(limit)
        .offset(offset),
    );
    return { totalCount: Number(count?.total ?? 0), records: rows.map(recordOf) };
  }

  async findUse(
    partnerId: number,
    eventId: number,
    resourceId: number,
  ): Promise<ResourceUse | null> {
    const [row] = await this.#database.read(
      this.#database.builder
        .selectFrom('schedule_event_resource')
        .selectAll()
        .where('partner_id', '=', partnerId)
        .where('event_id', '=', eventId)
        .where('resource_id', '=', resourceId),
    );
    return row === undefined ? null : useOf(row);
  }

  /** @returns false where the event has it already */
  async insertUse(use: ResourceUse): Promise<boolean> {
    const query = this.#database.builder.insertInto('schedule_event_resource').values({
      event_id: use.eventId,
      resource_id: use.resourceId,
      partner_id: use.partnerId,
      created_at_ms: use.createdAtMs,
      updated_at_ms: use.updatedAtMs,
    });
    return this.#tryInsert(query);
  }

  /** @returns false where it is gone */
  touchUse({ eventId, resourceId, updatedAtMs }: ResourceUse): Promise<boolean> {
    const query = this.#database.builder
      .updateTable('schedule_event_resource')
      .set({ updated_at_ms: updatedAtMs })
      .where('event_id', '=', eventId)
      .where('resource_id', '=', resourceId);
    return tryWrite(this.#database, [statement(query, { mustChange: true })]);
  }

  /** @returns false where it is gone already */
  removeUse({ eventId, resourceId }: ResourceUse): Promise<boolean> {
    const query = this.#database.builder
      .deleteFrom('schedule_event_resource')
      .where('event_id', '=', eventId)
      .where('resource_id', '=', resourceId);
    return tryWrite(this.#database, [statement(query, { mustChange: true })]);
  }

  /** @param visible which events the session may see: over `schedule_event` */
  async listUses(
    partnerId: number,
    filter: ScheduleEventResourceFilterValue,
    visible: Condition,
    { limit, offset }: EntryPage,
  ): Promise<{ readonly totalCount: number; readonly uses: readonly ResourceUse[] }> {
    const { eventIdOrItsParentIdEqual: eventId } = filter;
    const conditions = [...conditionsOf(filter, USE_COLUMNS), visible];
    if (eventId !== undefined && eventId !== null) {
      conditions.push(sql<SqlBool>`schedule_event_resource.event_id in (
        cast(${eventId} as bigint),
        (select occurrence.parent_id from schedule_event as occurrence
          where occurrence.id = cast(${eventId} as bigint)
            and occurrence.partner_id = cast(${partnerId} as bigint)))`);
    }
    const matching = this.#database.builder
      .selectFrom('schedule_event_resource')
      .innerJoin('schedule_event', 'schedule_event.id', 'schedule_event_resource.event_id')
      .where('schedule_event_resource.partner_id', '=', partnerId)
      .where('schedule_event.status', '!=', 3)
      .where(allOf(conditions));
    const [count] = await this.#database.read(
      matching.select(({ fn }) => fn.countAll<number>().as('total')),
    );
    const order = orderOf(filter.orderBy, {
      createdAt: 'schedule_event_resource.created_at_ms',
      updatedAt: 'schedule_event_resource.updated_at_ms',
    });
    const rows = await this.#database.read(
      matching
        .selectAll('schedule_event_resource')
        .orderBy(
          sql.ref(order?.column ?? 'schedule_event_resource.created_at_ms'),
          order?.direction ?? 'asc',
        )
        .orderBy('schedule_event_resource.event_id')
        .orderBy('schedule_event_resource.resource_id')
        .limit(limit)
        .offset(offset),
    );
    return { totalCount: Number(count?.total ?? 0), uses: rows.map(useOf) };
  }

  async #tryInsert(query: Parameters<typeof statement>[0]): Promise<boolean> {
    try {
      await this.#database.write([statement(query)]);
      return true;
    } catch (error) {
      if (isDatabaseError(error, 'duplicate')) return false;
      throw error;
    }
  }
}

function rowOf(record: ResourceRecord): ScheduleResourceTable {
  const { properties } = record;
  return {
    id: record.id,
    partner_id: record.partnerId,
    type: record.type,
    parent_id: properties.parentId ?? null,
    name: properties.name ?? '',
    system_name: properties.systemName ?? null,
    status: record.status,
    tags_folded: foldText(properties.tags),
    created_at_ms: record.createdAtMs,
    updated_at_ms: record.updatedAtMs,
    revision: record.revision,
    properties: JSON.stringify(properties),
  };
}

function recordOf(row: ScheduleResourceTable): ResourceRecord {
  return {
    id: row.id,
    partnerId: row.partner_id,
    type: row.type as ResourceType,
    status: row.status === 3 ? 3 : 2,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
    revision: row.revision,
    properties: JSON.parse(row.properties) as ScheduleResourceValue,
  };
}

function useOf(row: ScheduleEventResourceTable): ResourceUse {
  return {
    eventId: row.event_id,
    resourceId: row.resource_id,
    partnerId: row.partner_id,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
  };
}
