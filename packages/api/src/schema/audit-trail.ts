import {
  AuditTrailAction,
  AuditTrailContext,
  AuditTrailObjectType,
  AuditTrailStatus,
} from './audit-enums.ts';
import { SessionType } from './enums.ts';
import {
  arrayOf,
  enumOf,
  int,
  object,
  objectType,
  property,
  readOnly,
  subtype,
  text,
  time,
  type ValueOf,
} from './kinds.ts';
import { RelatedFilter } from './user.ts';

/** Who did what. */

const MAX_TEXT_LENGTH = 300;
const MAX_ID_LENGTH = 255;
const name = property(text, { maxLength: MAX_ID_LENGTH });
const value = property(text, { maxLength: MAX_TEXT_LENGTH });

export const AuditTrailChangeItem = objectType(
  'KalturaAuditTrailChangeItem',
  {
    descriptor: property(text, {
      maxLength: MAX_ID_LENGTH,
      about: 'The property that was changed.',
    }),
    oldValue: value,
    newValue: value,
  },
  { about: 'Secrets have no values, and long texts are cut.' },
);

export const AuditTrailInfo = objectType('KalturaAuditTrailInfo', {}, { isAbstract: true });

export const AuditTrailChangeInfo = subtype(AuditTrailInfo, 'KalturaAuditTrailChangeInfo', {
  changedItems: property(arrayOf(AuditTrailChangeItem)),
});

export const AuditTrailTextInfo = subtype(AuditTrailInfo, 'KalturaAuditTrailTextInfo', {
  info: value,
});

export const AuditTrail = objectType('KalturaAuditTrail', {
  id: readOnly(int),
  createdAt: readOnly(time),
  parsedAt: readOnly(time, { about: 'The same as createdAt: lines are written at once.' }),
  status: readOnly(enumOf(AuditTrailStatus), { about: '2 done, 3 refused or failed.' }),
  auditObjectType: property(enumOf(AuditTrailObjectType)),
  objectId: name,
  entryId: property(text, {
    maxLength: MAX_ID_LENGTH,
    about: 'The entry that was changed, or that what was changed belongs to.',
  }),
  partnerId: readOnly(int),
  requestId: readOnly(text, { about: 'Stands in the server’s log and in the answer’s headers.' }),
  userId: readOnly(text, { about: 'Whose session it was; whose login where signing in failed.' }),
  sessionType: readOnly(enumOf(SessionType), {
    about: 'Kaltura has no such property. Absent where there was no session.',
  }),
  action: property(enumOf(AuditTrailAction)),
  data: property(object(AuditTrailInfo), { about: 'What has changed, property by property.' }),
  context: readOnly(enumOf(AuditTrailContext), {
    about: '2 a call of the API, 0 the server by itself.',
  }),
  entryPoint: readOnly(text, {
    about:
      '`service::action`; `rostrum::retention` and the like where the server did it by itself.',
  }),
  ipAddress: readOnly(text),
  userAgent: readOnly(text),
  clientTag: name,
  description: property(text, {
    maxLength: MAX_TEXT_LENGTH,
    about: 'What people called the object at the time.',
  }),
  errorDescription: readOnly(text, {
    about: 'Why it was refused: the error’s code, and its sentence.',
  }),
});

export const AuditTrailBaseFilter = subtype(
  RelatedFilter,
  'KalturaAuditTrailBaseFilter',
  {
    idEqual: property(int),
    createdAtGreaterThanOrEqual: property(time),
    createdAtLessThanOrEqual: property(time),
    parsedAtGreaterThanOrEqual: property(time),
    parsedAtLessThanOrEqual: property(time),
    statusEqual: property(enumOf(AuditTrailStatus)),
    statusIn: property(text),
    auditObjectTypeEqual: property(enumOf(AuditTrailObjectType)),
    auditObjectTypeIn: property(text),
    objectIdEqual: property(text),
    objectIdIn: property(text),
    entryIdEqual: property(text),
    entryIdIn: property(text),
    partnerIdEqual: property(int),
    partnerIdIn: property(text),
    requestIdEqual: property(text),
    requestIdIn: property(text),
    userIdEqual: property(text),
    userIdIn: property(text),
    actionEqual: property(enumOf(AuditTrailAction)),
    actionIn: property(text),
    contextEqual: property(enumOf(AuditTrailContext)),
    contextIn: property(text),
    entryPointEqual: property(text),
    entryPointIn: property(text),
    ipAddressEqual: property(text),
    ipAddressIn: property(text),
    clientTagEqual: property(text),
  },
  { isAbstract: true },
);

export const AuditTrailFilter = subtype(AuditTrailBaseFilter, 'KalturaAuditTrailFilter', {});

export const AuditTrailListResponse = objectType('KalturaAuditTrailListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(AuditTrail)),
});

const trailKind = object(AuditTrail);
const filterKind = object(AuditTrailFilter);

export type AuditTrailValue = ValueOf<typeof trailKind>;
export type AuditTrailFilterValue = ValueOf<typeof filterKind>;
