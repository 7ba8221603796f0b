import { actorOf } from '../../audit/actor.ts';
import type { AuditChange } from '../../audit/property-changes.ts';
import type { AuditRecord } from '../../audit/trail.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { Clock } from '../../ports.ts';
import {
  type AuditTrailFilterValue,
  AuditTrail as AuditTrailType,
  type AuditTrailValue,
} from '../../schema/audit-trail.ts';
import { checkProperties } from '../../schema/check-properties.ts';
import type { PagerValue } from '../../schema/filter.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { AuditStore, StoredAudit } from '../../store/audit/audit-store.ts';
import { pageOf } from '../page.ts';

/** The audit log, as the account's admins read it. */
export class AuditTrailService {
  readonly #store: AuditStore;
  readonly #clock: Clock;

  constructor(store: AuditStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Who adds a line stands in it: nobody writes in another's name, or as another action. */
  async add(call: Call, { auditTrail: sent }: { readonly auditTrail: AuditTrailValue }) {
    const session = sessionOf(call);
    checkProperties(AuditTrailType, sent, { purpose: 'add', isAdmin: true });
    const { auditObjectType, objectId, action } = sent;
    if (!auditObjectType) throw isMissing('auditObjectType');
    if (!action) throw isMissing('action');
    const record: AuditRecord = {
      createdAtMs: this.#clock.nowMs(),
      actor: actorOf(session),
      verb: action as AuditRecord['verb'],
      entryPoint: 'audit_audittrail::add',
      isBySystem: false,
      object: {
        type: auditObjectType,
        id: objectId ?? '',
        name: sent.description ?? '',
        entryId: sent.entryId ?? '',
        changes: changesIn(sent.data),
      },
      error: null,
      requestId: call.callId,
      ipAddress: call.origin.remoteAddress,
      userAgent: call.userAgent,
      clientTag: sent.clientTag ?? '',
    };
    await this.#store.insert([record]);
    const { lines } = await this.#store.list({
      partnerId: session.partnerId,
      filter: { requestIdEqual: record.requestId, entryPointEqual: record.entryPoint },
      ...pageOf({ pageSize: 1 }),
    });
    const [line] = lines;
    if (line === undefined) throw new ApiError('INTERNAL_DATABASE_ERROR');
    return toAuditTrail(line);
  }

  async get(call: Call, { id }: { readonly id: number }) {
    const line = await this.#store.find(sessionOf(call).partnerId, id);
    if (line === null) throw new ApiError('INVALID_OBJECT_ID', id);
    return toAuditTrail(line);
  }

  async list(
    call: Call,
    {
      filter,
      pager,
    }: { readonly filter: AuditTrailFilterValue | null; readonly pager: PagerValue | null },
  ) {
    const { partnerId } = sessionOf(call);
    const question = { partnerId, filter: filter ?? {}, ...pageOf(pager) };
    const { totalCount, lines } = await this.#store.list(question);
    return {
      objectType: 'KalturaAuditTrailListResponse',
      totalCount,
      objects: lines.map(toAuditTrail),
    };
  }
}

const DONE = 2;
const FAILED = 3;
const SCRIPT = 0;
const API_V3 = 2;
const MAX_CHANGES = 60;

function isMissing(name: string): ApiError {
  return new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', `KalturaAuditTrail::${name}`);
}

type SentData = {
  readonly info?: unknown;
  readonly changedItems?: unknown;
};

function changesIn(data: unknown): readonly AuditChange[] {
  if (typeof data !== 'object' || data === null) return [];
  const { info, changedItems } = data as SentData;
  if (typeof info === 'string') return [{ name: TEXT, before: null, after: info }];
  if (!Array.isArray(changedItems)) return [];
  return changedItems.slice(0, MAX_CHANGES).map((item) => ({
    name: String(item.descriptor ?? ''),
    before: item.oldValue ?? null,
    after: item.newValue ?? null,
  }));
}

/** The name of what was no property, but a text. */
const TEXT = '';

function toAuditTrail(line: StoredAudit): object {
  return {
    objectType: 'KalturaAuditTrail',
    id: line.id,
    createdAt: Math.floor(line.createdAtMs / 1000),
    parsedAt: Math.floor(line.createdAtMs / 1000),
    status: line.isDone ? DONE : FAILED,
    auditObjectType: line.objectType,
    objectId: line.objectId,
    entryId: line.entryId,
    partnerId: line.partnerId,
    requestId: line.requestId,
    userId: line.userId,
    sessionType: line.sessionType ?? undefined,
    action: line.verb,
    data: dataOf(line.changes),
    context: line.isBySystem ? SCRIPT : API_V3,
    entryPoint: line.entryPoint,
    ipAddress: line.ipAddress,
    userAgent: line.userAgent,
    clientTag: line.clientTag,
    description: line.objectName,
    errorDescription: line.error ?? undefined,
  };
}

function dataOf(changes: readonly AuditChange[]): object | undefined {
  const [first] = changes;
  if (first === undefined) return undefined;
  if (first.name === TEXT) return { objectType: 'KalturaAuditTrailTextInfo', info: first.after };
  return {
    objectType: 'KalturaAuditTrailChangeInfo',
    changedItems: changes.map(({ name, before, after }) => ({
      objectType: 'KalturaAuditTrailChangeItem',
      descriptor: name,
      oldValue: before ?? undefined,
      newValue: after ?? undefined,
    })),
  };
}
