import type { Action } from '../catalog/action.ts';
import type { AuditVerb } from './trail.ts';

/** What the audit log says of an action, as far as its name and its place in the catalogue tell. */
export type ActionTraits = {
  /** Null: it is not followed. */
  readonly follows: 'changes' | 'views' | 'refusals' | null;
  readonly verb: AuditVerb;
  /** `livestream::update` */
  readonly entryPoint: string;
  readonly objectType: string;
  /** The parameter that names the object; null where the answer names it. */
  readonly idParameter: string | null;
  /** Where no parameter names it, it is the session's account. */
  readonly isOfOwnAccount: boolean;
  /** The parameter that names an entry. */
  readonly entryParameter: string | null;
};

export function traitsOf(service: string, name: string, action: Action): ActionTraits {
  const serviceId = service.toLowerCase();
  const names = Object.keys(action.parameters);
  const isRelation = RELATIONS.has(serviceId);
  const isOfEntry = ENTRY_SERVICES.has(serviceId) || names.includes('entryId');
  return {
    follows: followsOf(name, action),
    verb: verbOf(name, isRelation),
    entryPoint: `${serviceId}::${name.toLowerCase()}`,
    objectType: OBJECT_TYPES[serviceId] ?? (isOfEntry ? 'entry' : 'Partner'),
    idParameter: idParameters(serviceId).find((each) => names.includes(each)) ?? null,
    isOfOwnAccount:
      name !== 'register' && !isOfEntry && (OBJECT_TYPES[serviceId] ?? 'Partner') === 'Partner',
    entryParameter: names.includes('entryId')
      ? 'entryId'
      : ENTRY_SERVICES.has(serviceId) && names.includes('id')
        ? 'id'
        : null,
  };
}

/** Whether it changes something shows when it writes; looking at what cannot write costs time for nothing. */
function followsOf(name: string, { trail, permission }: Action): ActionTraits['follows'] {
  if (trail !== undefined) return trail === 'none' ? null : trail;
  if (!READING.test(name)) return 'changes';
  // Who may not read the account's secrets, users and settings, and tries to.
  return READ_BY_ADMINS.has(permission) ? 'refusals' : null;
}

const READING = /^(get|list|count|is|has|check|serve|ping|validate)(?![a-z])/;

const READ_BY_ADMINS: ReadonlySet<string> = new Set([
  'INTEGRATION_BASE',
  'ADMIN_BASE',
  'ACCOUNT_UPDATE_SETTINGS',
  'AUDIT_PLUGIN_PERMISSION',
  'MANAGE_ACCOUNTS',
]);

function verbOf(name: string, isRelation: boolean): AuditVerb {
  if (/^(add|register|create)(?![a-z])/.test(name))
    return isRelation ? 'RELATION_ADDED' : 'CREATED';
  if (/^(clone|copy)(?![a-z])/.test(name)) return 'COPIED';
  if (/^(delete|remove|bulkDelete)$/.test(name)) return isRelation ? 'RELATION_REMOVED' : 'DELETED';
  if (READING.test(name)) return 'VIEWED';
  return 'CHANGED';
}

const ENTRY_SERVICES: ReadonlySet<string> = new Set([
  'livestream',
  'baseentry',
  'media',
  'document_documents',
]);
const RELATIONS: ReadonlySet<string> = new Set([
  'categoryentry',
  'categoryuser',
  'rostrum_partnersecret',
  'schedule_scheduleeventresource',
]);

/** Values of KalturaAuditTrailObjectType by service. */
const OBJECT_TYPES: { readonly [service: string]: string } = {
  livestream: 'entry',
  baseentry: 'entry',
  media: 'entry',
  document_documents: 'entry',
  uploadtoken: 'UploadToken',
  thumbasset: 'thumbAsset',
  user: 'kuser',
  userrole: 'UserRole',
  permission: 'Permission',
  partner: 'Partner',
  rostrum_partnersecret: 'Partner',
  session: 'Session',
  apptoken: 'AppToken',
  conversionprofile: 'conversionProfile2',
  conversionprofileassetparams: 'flavorParamsConversionProfile',
  flavorparams: 'flavorParams',
  flavorasset: 'flavorAsset',
  accesscontrolprofile: 'accessControl',
  uiconf: 'uiConf',
  widget: 'widget',
  responseprofile: 'ResponseProfile',
  category: 'category',
  categoryentry: 'categoryEntry',
  categoryuser: 'categoryKuser',
  schedule_scheduleevent: 'ScheduleEvent',
  schedule_scheduleresource: 'ScheduleResource',
  schedule_scheduleeventresource: 'ScheduleEvent',
  cuepoint_cuepoint: 'CuePoint',
  annotation_annotation: 'CuePoint',
};

/** The parameters that may name what an action is about, the best first. */
function idParameters(service: string): readonly string[] {
  if (service.startsWith('category') && RELATIONS.has(service)) return ['categoryId'];
  if (service === 'conversionprofileassetparams') return ['conversionProfileId'];
  if (service.startsWith('schedule_')) return ['scheduleEventId', 'scheduleResourceId'];
  if (service === 'uploadtoken') return ['uploadTokenId'];
  if (service === 'thumbasset') return ['thumbAssetId', 'id'];
  // What is logged about it is the account; the service says which one it was.
  if (service === 'rostrum_webhook') return [];
  return ['entryId', 'userId', 'userRoleId', 'id'];
}
