import { sql } from 'kysely';
import {
  ACTIVE,
  BLACKOUT_EVENT,
  DELETED,
  type EventStatus,
  type EventType,
  isPrivate,
  LIVE_STREAM_EVENT,
  OCCURRENCE,
  ONCE,
  type PlannedEvent,
  propertiesOf,
  REPEATS,
  type RecurrenceType,
} from '../../schedule/schedule-event.ts';
import type { ScheduleEventFilterValue, ScheduleEventValue } from '../../schema/schedule.ts';
import { type Database, type Statement, statement } from '../database.ts';
import type { EntryPage } from '../entry/entries-store.ts';
import { foldText } from '../fold-text.ts';
import { allOf, orderOf } from '../list-filter.ts';
import { type Condition, itemsOf } from '../text-conditions.ts';
import { eventConditions, OF_EVENT } from './event-conditions.ts';
import type { ScheduleEventTable } from './schedule-tables.ts';

/** Unix seconds. */
export type Span = { readonly startS: number; readonly endS: number };

export type EventQuestion = {
  readonly partnerId: number;
  readonly types: readonly EventType[];
  readonly filter: ScheduleEventFilterValue;
  /** What the session may see. */
  readonly visible: Condition;
};

export type ConflictQuestion = {
  readonly partnerId: number;
  readonly spans: readonly Span[];
  /** Null: blackouts are asked for. */
  readonly resourceIds: readonly number[] | null;
  /** The event itself, with its occurrences. */
  readonly ignoredId: number | null;
  readonly visible: Condition;
};

/** A webcast whose dates are those of an event that is over, though another one follows. */
export type Outdated = { readonly entryId: string; readonly startS: number };

const ORDER_COLUMNS = {
  createdAt: 'schedule_event.created_at_ms',
  updatedAt: 'schedule_event.updated_at_ms',
  startDate: 'schedule_event.start_s',
  endDate: 'schedule_event.end_s',
  summary: 'schedule_event.summary_folded',
  priority: 'schedule_event.priority',
} as const;

/** Databases limit the number of parameters of a statement. */
const ROWS_IN_A_STATEMENT = 40;

/** Spans in one question: each is a condition. */
const SPANS_IN_A_QUESTION = 100;

/** What is planned, of all accounts. */
export class EventsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Null where there is none, or it is deleted. */
  async find(partnerId: number, id: number): Promise<PlannedEvent | null> {
    const [row] = await this.#database.read(
      this.#events()
        .where('schedule_event.partner_id', '=', partnerId)
        .where('schedule_event.id', '=', id)
        .where('schedule_event.status', '!=', DELETED),
    );
    return row === undefined ? null : eventOf(row);
  }

  async list(
    { partnerId, types, filter, visible }: EventQuestion,
    { limit, offset }: EntryPage,
  ): Promise<{ readonly totalCount: number; readonly events: readonly PlannedEvent[] }> {
    const condition = allOf([...eventConditions(filter), visible]);
    const [count] = await this.#database.read(
      this.#database.builder
        .selectFrom('schedule_event')
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .where('schedule_event.partner_id', '=', partnerId)
        .where('schedule_event.type', 'in', [...types])
        .where(condition),
    );
    const totalCount = Number(count?.total ?? 0);
    if (limit === 0 || totalCount <= offset) return { totalCount, events: [] };
    const order = orderOf(filter.orderBy, ORDER_COLUMNS);
    // Databases disagree about where missing values come: as 0 they have one place.
    const column =
      order?.column === ORDER_COLUMNS.priority
        ? sql`coalesce(schedule_event.priority, 0)`
        : sql.ref(order?.column ?? ORDER_COLUMNS.startDate);
    const rows = await this.#database.read(
      this.#events()
        .where('schedule_event.partner_id', '=', partnerId)
        .where('schedule_event.type', 'in', [...types])
        .where(condition)
        .orderBy(column, order?.direction ?? 'asc')
        .orderBy('schedule_event.id')
        .limit(limit)
        .offset(offset),
    );
    return { totalCount, events: rows.map(eventOf) };
  }

  /** Of an event that repeats, by time. */
  async occurrencesOf(parentId: number): Promise<readonly PlannedEvent[]> {
    const rows = await this.#database.read(
      this.#events()
        .where('schedule_event.parent_id', '=', parentId)
        .where('schedule_event.status', '!=', DELETED)
        .orderBy('schedule_event.original_start_s'),
    );
    return rows.map(eventOf);
  }

  /** Shows of a webcast, by time: each time of those that repeat, also the cancelled ones. */
  async showsOf(entryId: string): Promise<readonly PlannedEvent[]> {
    const rows = await this.#database.read(
      this.#events()
        .where('schedule_event.template_entry_id', '=', entryId)
        .where('schedule_event.type', '=', LIVE_STREAM_EVENT)
        .where('schedule_event.status', '!=', DELETED)
        .where('schedule_event.recurrence_type', '!=', REPEATS)
        .orderBy('schedule_event.start_s')
        .orderBy('schedule_event.id'),
    );
    return rows.map(eventOf);
  }

  /** Active events that are on at one of these times: those that need one of the resources, or blackouts. */
  async conflicts(question: ConflictQuestion): Promise<readonly PlannedEvent[]> {
    const found = new Map<number, PlannedEvent>();
    for (let from = 0; from < question.spans.length; from += SPANS_IN_A_QUESTION) {
      const spans = question.spans.slice(from, from + SPANS_IN_A_QUESTION);
      for (const event of await this.#conflictsAt(question, spans)) found.set(event.id, event);
    }
    return [...found.values()].sort((a, b) => a.startS - b.startS || a.id - b.id);
  }

  async #conflictsAt(
    { partnerId, resourceIds, ignoredId, visible }: ConflictQuestion,
    spans: readonly Span[],
  ): Promise<readonly PlannedEvent[]> {
    if (resourceIds?.length === 0) return [];
    let query = this.#events()
      .where('schedule_event.partner_id', '=', partnerId)
      .where('schedule_event.status', '=', ACTIVE)
      .where('schedule_event.recurrence_type', 'in', [ONCE, OCCURRENCE])
      .where((eb) =>
        eb.or(
          spans.map(({ startS, endS }) =>
            eb.and([
              eb('schedule_event.start_s', '<', endS),
              eb('schedule_event.end_s', '>', startS),
            ]),
          ),
        ),
      )
      .where(visible);
    if (ignoredId !== null) {
      query = query
        .where('schedule_event.id', '!=', ignoredId)
        .where(sql<boolean>`coalesce(schedule_event.parent_id, 0) <> ${ignoredId}`);
    }
    query =
      resourceIds === null
        ? query.where('schedule_event.type', '=', BLACKOUT_EVENT)
        : query.where(
            sql<boolean>`exists (
              select 1 from schedule_event_resource
              where ${OF_EVENT} and schedule_event_resource.resource_id in (${sql.join(resourceIds)}))`,
          );
    return (await this.#database.read(query)).map(eventOf);
  }

  /** Webcasts that still say when their last show was, although the next one is planned. */
  async outdated(nowS: number, limit: number): Promise<readonly Outdated[]> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('schedule_event as past')
        .innerJoin('entry', 'entry.id', 'past.template_entry_id')
        .select(['entry.id as entryId', 'past.start_s as startS'])
        .distinct()
        .where('past.type', '=', LIVE_STREAM_EVENT)
        .where('past.recurrence_type', '!=', REPEATS)
        .where('past.end_s', '<=', nowS)
        .where('entry.status', '!=', '3')
        .whereRef('entry.start_date_s', '=', 'past.start_s')
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('schedule_event as next')
              .select('next.id')
              .whereRef('next.template_entry_id', '=', 'past.template_entry_id')
              .where('next.type', '=', LIVE_STREAM_EVENT)
              .where('next.recurrence_type', '!=', REPEATS)
              .where('next.status', '=', ACTIVE)
              .where('next.end_s', '>', nowS),
          ),
        )
        .orderBy('entry.id')
        .limit(limit),
    );
    return rows;
  }

  insertion(events: readonly PlannedEvent[]): readonly Statement[] {
    const statements: Statement[] = [];
    for (let from = 0; from < events.length; from += ROWS_IN_A_STATEMENT) {
      const rows = events.slice(from, from + ROWS_IN_A_STATEMENT).map(rowOf);
      statements.push(statement(this.#database.builder.insertInto('schedule_event').values(rows)));
    }
    return statements;
  }

  /** The job fails where the stored revision is no longer the one before this one. */
  replacement(event: PlannedEvent): Statement {
    const { id, ...columns } = rowOf(event);
    const query = this.#database.builder
      .updateTable('schedule_event')
      .set(columns)
      .where('id', '=', id)
      .where('revision', '=', event.revision - 1);
    return statement(query, { mustChange: true });
  }

  /** Whoever changes an occurrence says so to the event that repeats: that one makes its occurrences anew. */
  touch(parent: PlannedEvent): Statement {
    const query = this.#database.builder
      .updateTable('schedule_event')
      .set({ revision: parent.revision + 1 })
      .where('id', '=', parent.id)
      .where('revision', '=', parent.revision);
    return statement(query, { mustChange: true });
  }

  /** The occurrences of an event that repeats, in place of those that there are. */
  occurrences(parentId: number, events: readonly PlannedEvent[]): readonly Statement[] {
    const query = this.#database.builder
      .deleteFrom('schedule_event')
      .where('parent_id', '=', parentId);
    return [statement(query), ...this.insertion(events)];
  }

  #events() {
    return this.#database.builder
      .selectFrom('schedule_event')
      .leftJoin('schedule_event as parent', 'parent.id', 'schedule_event.parent_id')
      .selectAll('schedule_event')
      .select('parent.properties as parent_properties');
  }
}

type EventRow = ScheduleEventTable & { readonly parent_properties: string | null };

function rowOf(event: PlannedEvent): ScheduleEventTable {
  const properties = propertiesOf(event);
  return {
    id: event.id,
    partner_id: event.partnerId,
    type: event.type,
    parent_id: event.parentId,
    status: event.status,
    recurrence_type: event.recurrenceType,
    template_entry_id: properties.templateEntryId ?? null,
    start_s: event.startS,
    end_s: event.endS,
    original_start_s: event.originalStartS,
    is_private: isPrivate(event) ? 1 : 0,
    summary_folded: foldText(properties.summary),
    owner_id: properties.ownerId ?? '',
    priority: properties.priority ?? null,
    reference_id: properties.referenceId ?? null,
    tags_folded: foldText(properties.tags),
    entry_ids: betweenCommas(properties.entryIds),
    category_ids: betweenCommas(properties.categoryIds),
    source_entry_id: properties.sourceEntryId ?? null,
    created_at_ms: event.createdAtMs,
    updated_at_ms: event.updatedAtMs,
    revision: event.revision,
    properties: JSON.stringify(event.own),
  };
}

function betweenCommas(csv: string | null | undefined): string {
  const items = itemsOf(csv ?? '');
  return items.length === 0 ? '' : `,${items.join(',')},`;
}

function eventOf(row: EventRow): PlannedEvent {
  return {
    id: row.id,
    partnerId: row.partner_id,
    type: row.type as EventType,
    parentId: row.parent_id,
    status: row.status as EventStatus,
    recurrenceType: row.recurrence_type as RecurrenceType,
    startS: row.start_s,
    endS: row.end_s,
    originalStartS: row.original_start_s,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
    revision: row.revision,
    own: JSON.parse(row.properties) as ScheduleEventValue,
    inherited: JSON.parse(row.parent_properties ?? '{}') as ScheduleEventValue,
  };
}
