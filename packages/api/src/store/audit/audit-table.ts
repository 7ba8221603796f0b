import type { Generated } from 'kysely';

/** Who did what; conventions as in tables.ts. Rows are written once, and completed only by the call that wrote them. */
export type AuditTables = { audit_trail: AuditTrailTable };

export type AuditTrailTable = {
  /** Grows with time, so that the oldest are found without an index. */
  id: Generated<number>;
  partner_id: number;
  created_at_ms: number;
  /** 2 done, 3 refused or failed. */
  status: number;
  /** Value of KalturaAuditTrailAction. */
  action: string;
  entry_point: string;
  /** 0 the system by itself, 2 a call of the API. */
  context: number;
  object_type: string;
  object_id: string;
  object_name: string;
  entry_id: string;
  user_id: string;
  /** 0 user, 2 admin; null without a session. */
  session_type: number | null;
  /** JSON: `[name, before, after]` for each property. */
  changes: string;
  error: string | null;
  request_id: string;
  ip_address: string;
  user_agent: string;
  client_tag: string;
};
