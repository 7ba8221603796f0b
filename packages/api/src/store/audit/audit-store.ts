import type { Insertable } from 'kysely';
import type { AuditChange } from '../../audit/property-changes.ts';
import type { AuditObject, AuditRecord, AuditVerb } from '../../audit/trail.ts';
import type { AuditTrailFilterValue } from '../../schema/audit-trail.ts';
import { type Database, type Statement, statement, toSqlValue } from '../database.ts';
import { allOf, conditionsOf, type FilterColumns, orderOf } from '../list-filter.ts';
import type { AuditTrailTable } from './audit-table.ts';

/** A line of the log as it is read. */
export type StoredAudit = {
  readonly id: number;
  readonly partnerId: number;
  readonly createdAtMs: number;
  readonly isDone: boolean;
  readonly verb: AuditVerb;
  readonly entryPoint: string;
  readonly isBySystem: boolean;
  readonly objectType: string;
  readonly objectId: string;
  readonly objectName: string;
  readonly entryId: string;
  readonly userId: string;
  readonly sessionType: number | null;
  readonly changes: readonly AuditChange[];
  readonly error: string | null;
  readonly requestId: string;
  readonly ipAddress: string;
  readonly userAgent: string;
  readonly clientTag: string;
};

export type AuditQuestion = {
  readonly partnerId: number;
  readonly filter: AuditTrailFilterValue;
  readonly limit: number;
  readonly offset: number;
};

/** Rows that one job removes: a commit that others wait for stays short. */
const REMOVED_AT_ONCE = 500;

/** The log of who did what. Accounts see their own lines only. */
export class AuditStore {
  readonly #database: Database;
  /** Compiled once: it goes along with every change. */
  readonly #insert: string;

  constructor(database: Database) {
    this.#database = database;
    this.#insert = database.builder.insertInto('audit_trail').values(COLUMNS).compile().sql;
  }

  insertion(record: AuditRecord): Statement {
    const row = rowOf(record);
    return { sql: this.#insert, parameters: Object.values(row).map(toSqlValue), mustChange: false };
  }

  async insert(records: readonly AuditRecord[]): Promise<void> {
    await this.#database.write(records.map((record) => this.insertion(record)));
  }

  /** What a call knows only after its line was stored: what it has made, or that the rest of it failed. */
  async complete(record: AuditRecord, object: AuditObject, error: string | null): Promise<void> {
    const {
      object_id,
      object_name,
      entry_id,
      error: text,
      status,
    } = rowOf({
      ...record,
      object,
      error,
    });
    const query = this.#database.builder
      .updateTable('audit_trail')
      .set({ object_id, object_name, entry_id, error: text, status })
      .where('partner_id', '=', record.actor.partnerId)
      .where('created_at_ms', '=', record.createdAtMs)
      .where('request_id', '=', record.requestId)
      .where('object_id', '=', record.object.id);
    await this.#database.write([statement(query)]);
  }

  async find(partnerId: number, id: number): Promise<StoredAudit | null> {
    const [row] = await this.#database.read(
      this.#database.builder
        .selectFrom('audit_trail')
        .selectAll()
        .where('id', '=', id)
        .where('partner_id', '=', partnerId),
    );
    return row === undefined ? null : storedOf(row);
  }

  /** Newest first, unless the filter's order says otherwise. */
  async list(question: AuditQuestion): Promise<{
    readonly totalCount: number;
    readonly lines: readonly StoredAudit[];
  }> {
    const { partnerId, filter, limit, offset } = question;
    const matching = this.#database.builder
      .selectFrom('audit_trail')
      .where('audit_trail.partner_id', '=', partnerId)
      .where(allOf(conditionsOf(filter, FILTER_COLUMNS)));
    const [count] = await this.#database.read(
      matching.select(({ fn }) => fn.countAll<number>().as('total')),
    );
    const totalCount = Number(count?.total ?? 0);
    if (limit === 0 || totalCount <= offset) return { totalCount, lines: [] };
    const direction = orderOf(filter.orderBy, ORDER_COLUMNS)?.direction ?? 'desc';
    const rows = await this.#database.read(
      matching
        .selectAll()
        .orderBy('audit_trail.created_at_ms', direction)
        .orderBy('audit_trail.id', direction)
        .limit(limit)
        .offset(offset),
    );
    return { totalCount, lines: rows.map(storedOf) };
  }

  /** @returns how many of the oldest lines were removed; fewer than it takes at once where none are left */
  async removeBefore(createdAtMs: number): Promise<{ readonly isMoreLeft: boolean }> {
    const { builder } = this.#database;
    const oldest = builder
      .selectFrom('audit_trail')
      .select('id')
      .orderBy('id')
      .limit(REMOVED_AT_ONCE);
    const [removed = 0] = await this.#database.write([
      statement(
        builder
          .deleteFrom('audit_trail')
          .where('id', 'in', oldest)
          .where('created_at_ms', '<', createdAtMs),
      ),
    ]);
    return { isMoreLeft: removed === REMOVED_AT_ONCE };
  }
}

const DONE = 2;
const FAILED = 3;
const SCRIPT = 0;
const API_V3 = 2;

/** Texts come from clients. */
const MAX_ID_LENGTH = 255;
const MAX_TEXT_LENGTH = 300;

/** For the order of the columns; the values do not matter. */
const COLUMNS: Insertable<AuditTrailTable> = rowOf({
  createdAtMs: 0,
  actor: { partnerId: 0, userId: '', sessionType: 0 },
  verb: 'CHANGED',
  entryPoint: '',
  isBySystem: false,
  object: { type: '', id: '', name: '', entryId: '', changes: null },
  error: '',
  requestId: '',
  ipAddress: '',
  userAgent: '',
  clientTag: '',
});

function rowOf({ actor, object, ...record }: AuditRecord) {
  return {
    partner_id: actor.partnerId,
    created_at_ms: record.createdAtMs,
    status: record.error === null ? DONE : FAILED,
    action: record.verb,
    entry_point: record.entryPoint,
    context: record.isBySystem ? SCRIPT : API_V3,
    object_type: object.type,
    object_id: cut(object.id, MAX_ID_LENGTH),
    object_name: cut(object.name, MAX_TEXT_LENGTH),
    entry_id: cut(object.entryId, MAX_ID_LENGTH),
    user_id: cut(actor.userId, MAX_ID_LENGTH),
    session_type: actor.sessionType,
    changes: JSON.stringify(
      (object.changes ?? []).map(({ name, before, after }) => [name, before, after]),
    ),
    error: record.error === null ? null : cut(record.error, MAX_TEXT_LENGTH),
    request_id: record.requestId,
    ip_address: cut(record.ipAddress, MAX_ID_LENGTH),
    user_agent: cut(record.userAgent, MAX_TEXT_LENGTH),
    client_tag: cut(record.clientTag, MAX_ID_LENGTH),
  };
}

/** PostgreSQL takes no null character. */
function cut(text: string, maxLength: number): string {
  const clean = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return clean.length <= maxLength ? clean : `${clean.slice(0, maxLength - 1)}…`;
}

function storedOf(row: { [Name in keyof AuditTrailTable]: unknown }): StoredAudit {
  const changes = JSON.parse(String(row.changes)) as [string, string | null, string | null][];
  return {
    id: Number(row.id),
    partnerId: Number(row.partner_id),
    createdAtMs: Number(row.created_at_ms),
    isDone: row.status === DONE,
    verb: row.action as AuditVerb,
    entryPoint: String(row.entry_point),
    isBySystem: row.context === SCRIPT,
    objectType: String(row.object_type),
    objectId: String(row.object_id),
    objectName: String(row.object_name),
    entryId: String(row.entry_id),
    userId: String(row.user_id),
    sessionType: row.session_type as number | null,
    changes: changes.map(([name, before, after]) => ({ name, before, after })),
    error: row.error as string | null,
    requestId: String(row.request_id),
    ipAddress: String(row.ip_address),
    userAgent: String(row.user_agent),
    clientTag: String(row.client_tag),
  };
}

const text = (name: string) => ({ column: `audit_trail.${name}`, kind: 'text' }) as const;
const number = (name: string) => ({ column: `audit_trail.${name}`, kind: 'number' }) as const;
const createdAt = { column: 'audit_trail.created_at_ms', kind: 'time-ms' } as const;

/** A line is written at once: what Kaltura calls parsing has no time of its own. */
const FILTER_COLUMNS: FilterColumns = {
  id: number('id'),
  createdAt,
  parsedAt: createdAt,
  status: number('status'),
  auditObjectType: text('object_type'),
  objectId: text('object_id'),
  entryId: text('entry_id'),
  partnerId: number('partner_id'),
  requestId: text('request_id'),
  userId: text('user_id'),
  action: text('action'),
  context: number('context'),
  entryPoint: text('entry_point'),
  ipAddress: text('ip_address'),
  clientTag: text('client_tag'),
};

const ORDER_COLUMNS = { createdAt: 'created_at_ms', parsedAt: 'created_at_ms' };
