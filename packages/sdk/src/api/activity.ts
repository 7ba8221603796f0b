import { fieldsIn, listIn, momentIn, textIn } from './answers.ts';
import type { CallOptions, Client } from './client.ts';

/** One line of the audit log. */
export type Activity = {
  readonly id: number;
  /** Unix time, ms. */
  readonly atMs: number;
  readonly isDone: boolean;
  /** `livestream::update` */
  readonly deed: string;
  /** The server did it by itself. */
  readonly isBySystem: boolean;
  /** Value of KalturaAuditTrailObjectType. */
  readonly objectType: string;
  readonly objectId: string;
  /** What people called it at the time; empty where nobody knows. */
  readonly objectName: string;
  readonly entryId: string;
  /** Empty for sessions without a user, and for the server. */
  readonly userId: string;
  readonly isAdminSession: boolean;
  /** Value of KalturaAuditTrailAction. */
  readonly verb: string;
  readonly changes: readonly ActivityChange[];
  /** `CODE: sentence`; empty where it was done. */
  readonly error: string;
  readonly ipAddress: string;
  readonly userAgent: string;
  readonly clientTag: string;
  readonly requestId: string;
};

export type ActivityChange = {
  readonly name: string;
  /** Null where it was empty, is not known, or is a secret. */
  readonly before: string | null;
  readonly after: string | null;
};

export type ActivityQuery = {
  readonly userId?: string;
  /** Of anything: an entry, a user, a role. */
  readonly objectId?: string;
  readonly objectTypes?: readonly string[];
  /** Values of KalturaAuditTrailAction. */
  readonly verbs?: readonly string[];
  /** Lines that were refused or failed, or those that were done. */
  readonly isDone?: boolean;
  /** Unix time, ms. */
  readonly fromMs?: number;
  readonly toMs?: number;
  /** The first one is 1. */
  readonly page: number;
  /** At most 500. */
  readonly pageSize: number;
};

const DONE = 2;
const FAILED = 3;
const BY_SYSTEM = 0;
const ADMIN_SESSION = 2;

/** The audit log, newest first; for sessions with AUDIT_PLUGIN_PERMISSION. */
export async function listActivity(
  client: Client,
  query: ActivityQuery,
  options: CallOptions = {},
): Promise<{ readonly totalCount: number; readonly lines: readonly Activity[] }> {
  const { userId, objectId, objectTypes, verbs, isDone, fromMs, toMs, page, pageSize } = query;
  const filter = {
    objectType: 'KalturaAuditTrailFilter',
    orderBy: '-createdAt',
    ...(userId === undefined ? {} : { userIdEqual: userId }),
    ...(objectId === undefined ? {} : { objectIdEqual: objectId }),
    ...(objectTypes === undefined ? {} : { auditObjectTypeIn: objectTypes.join(',') }),
    ...(verbs === undefined ? {} : { actionIn: verbs.join(',') }),
    ...(isDone === undefined ? {} : { statusEqual: isDone ? DONE : FAILED }),
    ...(fromMs === undefined ? {} : { createdAtGreaterThanOrEqual: Math.floor(fromMs / 1000) }),
    ...(toMs === undefined ? {} : { createdAtLessThanOrEqual: Math.floor(toMs / 1000) }),
  };
  const pager = { objectType: 'KalturaFilterPager', pageSize, pageIndex: page };
  const answer = await client.request('audit_audittrail', 'list', { filter, pager }, options);
  const { totalCount, objects } = listIn(answer);
  return { totalCount, lines: objects.map(activityIn) };
}

function activityIn(fields: Readonly<Record<string, unknown>>): Activity {
  return {
    id: Number(fields.id),
    atMs: momentIn(fields.createdAt) ?? 0,
    isDone: Number(fields.status) !== FAILED,
    deed: textIn(fields.entryPoint),
    isBySystem: Number(fields.context) === BY_SYSTEM,
    objectType: textIn(fields.auditObjectType),
    objectId: textIn(fields.objectId),
    objectName: textIn(fields.description),
    entryId: textIn(fields.entryId),
    userId: textIn(fields.userId),
    isAdminSession: Number(fields.sessionType) === ADMIN_SESSION,
    verb: textIn(fields.action),
    changes: changesIn(fields.data),
    error: textIn(fields.errorDescription),
    ipAddress: textIn(fields.ipAddress),
    userAgent: textIn(fields.userAgent),
    clientTag: textIn(fields.clientTag),
    requestId: textIn(fields.requestId),
  };
}

function changesIn(data: unknown): readonly ActivityChange[] {
  if (data === undefined || data === null) return [];
  const { info, changedItems } = fieldsIn(data);
  if (typeof info === 'string') return [{ name: '', before: null, after: info }];
  if (!Array.isArray(changedItems)) return [];
  return changedItems.map(fieldsIn).map(({ descriptor, oldValue, newValue }) => ({
    name: textIn(descriptor),
    before: typeof oldValue === 'string' ? oldValue : null,
    after: typeof newValue === 'string' ? newValue : null,
  }));
}
