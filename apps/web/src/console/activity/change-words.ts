import { momentText } from '../parts/times.ts';

/** Properties and their values in words. */

const PROPERTIES: Readonly<Record<string, string>> = {
  viewMode: 'On air',
  explicitLive: 'Nobody sees it before going live',
  recordStatus: 'Recording',
  recordingStatus: 'Recording now',
  dvrStatus: 'Going back in time',
  dvrWindow: 'How far back (minutes)',
  startDate: 'Begins',
  endDate: 'Ends',
  adminTags: 'Tags for administrators',
  userId: 'Owner',
  entitledUsersEdit: 'May edit',
  entitledUsersPublish: 'May present',
  entitledUsersView: 'May watch',
  conversionProfileId: 'Encoding',
  pushPublishEnabled: 'Sending on',
  recordingOptions: 'Recordings take over',
  roleIds: 'Role',
  isAdmin: 'Administrator',
  loginEnabled: 'May sign in',
  permissionNames: 'Permissions',
  hashType: 'Hash',
  sessionType: 'Kind of session',
  sessionDuration: 'Sessions last (s)',
  sessionPrivileges: 'Privileges',
  sessionUserId: 'Sessions of',
  expiry: 'Expires',
  quotaBytes: 'Quota (bytes)',
  retentionDays: 'Kept (days)',
  isKept: 'Kept for ever',
  displayInSearch: 'Shown in lists',
  adminName: 'Administrator',
  adminEmail: 'Administrator’s e-mail',
};

const TIMES = new Set(['startDate', 'endDate', 'expiry']);
const YES_NO = new Set([
  'viewMode',
  'explicitLive',
  'isAdmin',
  'loginEnabled',
  'dvrStatus',
  'isKept',
]);

const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  recordStatus: { 0: 'off', 1: 'one recording', 2: 'one for each show' },
  recordingStatus: { 0: 'stopped', 1: 'paused', 2: 'on', 3: 'off' },
  status: { 0: 'blocked', 1: 'active', 2: 'ready', 3: 'deleted' },
  sessionType: { 0: 'user', 2: 'admin' },
};

/** `entitledUsersView` as people say it; what has no words of its own is split where it has capitals. */
export function propertyWords(name: string): string {
  const known = PROPERTIES[name];
  if (known !== undefined) return known;
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Null for nothing, or for what the log does not tell. */
export function valueWords(name: string, value: string | null): string | null {
  if (value === null || value === '') return null;
  const known = VALUES[name]?.[value];
  if (known !== undefined) return known;
  if (YES_NO.has(name)) return value === '1' || value === 'true' ? 'yes' : 'no';
  const seconds = Number(value);
  if (TIMES.has(name) && seconds > 0) return momentText(seconds * 1000);
  if (value === 'true' || value === 'false') return value === 'true' ? 'yes' : 'no';
  return value;
}
