import { AuditTrail, AuditTrailFilter, AuditTrailListResponse } from '../schema/audit-trail.ts';
import { FilterPager } from '../schema/filter.ts';
import { int, object } from '../schema/kinds.ts';
import { type Actions, action, nullable, required } from './action.ts';

/** The audit log: who did what in the account, and who was refused. */
export const auditTrailActions = {
  add: action({
    summary:
      'Adds a line about something that an application has done by itself; it says that it was added, and by whom.',
    parameters: { auditTrail: required(object(AuditTrail)) },
    result: object(AuditTrail),
    session: 'required',
    permission: 'AUDIT_PLUGIN_PERMISSION',
    trail: 'refusals',
    errors: ['PROPERTY_VALIDATION_CANNOT_BE_NULL'],
    run: ({ auditTrail }, call, values) => auditTrail.add(call, values),
    example: {
      auditTrail: {
        auditObjectType: 'entry',
        objectId: '0_ab12cd34',
        action: 'VIEWED',
        description: 'Exported to the intranet',
      },
    },
  }),
  get: action({
    summary: 'Answers one line of the audit log.',
    parameters: { id: required(int) },
    result: object(AuditTrail),
    session: 'required',
    permission: 'AUDIT_PLUGIN_PERMISSION',
    errors: ['INVALID_OBJECT_ID'],
    run: ({ auditTrail }, call, values) => auditTrail.get(call, values),
  }),
  list: action({
    summary: 'Finds lines of the audit log, newest first; they are kept for 400 days.',
    parameters: {
      filter: nullable(object(AuditTrailFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(AuditTrailListResponse),
    session: 'required',
    permission: 'AUDIT_PLUGIN_PERMISSION',
    errors: [],
    run: ({ auditTrail }, call, values) => auditTrail.list(call, values),
    example: { filter: { entryIdEqual: '0_ab12cd34' }, pager: { pageSize: 50 } },
  }),
} as const satisfies Actions;
