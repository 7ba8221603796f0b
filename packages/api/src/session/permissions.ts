/**
 * What sessions may be allowed, by the names that Kaltura's roles use. An action names the one permission that it needs;
 * a role is a list of them. Which object a session may touch is asked apart from this (see access.ts).
 */
export const PERMISSIONS = {
  /** Any session that an account's secret has signed: looking at what is published, acting on what is one's own. */
  BASE_USER_SESSION_PERMISSION: 'Read what is published, and work on what is one’s own',
  /** What a page may do for viewers who have not signed in. */
  WIDGET_SESSION_PERMISSION: 'Watch: read single entries and how to play them',
  /** Running a show: cue points, their times, conversion profiles, beacons, commands to the audience, the users' names. */
  WEBCAST_PRODUCER_PERMISSION: 'Run a webcast from the studio',
  LIVE_STREAM_ADD: 'Set up live streams',
  LIVE_STREAM_UPDATE: 'Change live streams',
  CONTENT_INGEST_BASE: 'Add entries and their content',
  CONTENT_INGEST_UPLOAD: 'Upload files, and make documents of them',
  CONTENT_MANAGE_BASE: 'Change the entries of the whole account',
  CONTENT_MODERATE_BASE: 'Approve and reject entries',
  CONTENT_MANAGE_EDIT_CATEGORIES: 'Set up categories and say who belongs to them',
  TRANSCODING_BASE: 'Read conversion profiles and flavors',
  TRANSCODING_ADD: 'Change conversion profiles and flavors',
  STUDIO_BASE: 'Read player and studio configurations',
  STUDIO_UPDATE_UICONF: 'Change player and studio configurations',
  CUSTOM_DATA_PROFILE_UPDATE: 'Change metadata profiles',
  ACCESS_CONTROL_BASE: 'Read access control profiles',
  INTEGRATION_BASE: 'Read the account’s secrets, make application tokens',
  ACCOUNT_UPDATE_SETTINGS: 'Change the account',
  ADMIN_BASE: 'Read users, roles and permissions',
  ADMIN_USER_ADD: 'Add, change and remove users',
  ADMIN_ROLE_ADD: 'Add, change and remove roles',
  AUDIT_PLUGIN_PERMISSION: 'Read the log of who did what',
  ANALYTICS_BASE: 'Read analytics',
  /** Only sessions of the account that the installation is configured with have it. */
  MANAGE_ACCOUNTS: 'Make accounts, and start sessions of other accounts of this installation',
} as const;

export type PermissionName = keyof typeof PERMISSIONS;

export type PermissionSet = ReadonlySet<PermissionName>;

export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as readonly PermissionName[];

/** What comes along with a permission: who may work on what is one's own may watch, and see the players. */
const IMPLIED: { readonly [Name in PermissionName]?: readonly PermissionName[] } = {
  BASE_USER_SESSION_PERMISSION: ['WIDGET_SESSION_PERMISSION', 'STUDIO_BASE'],
  // Slides are uploaded from the studio.
  WEBCAST_PRODUCER_PERMISSION: ['CONTENT_INGEST_UPLOAD'],
  CONTENT_INGEST_BASE: ['CONTENT_INGEST_UPLOAD'],
};

/** The permissions that a role's names mean: they themselves, and what comes along with them. */
export function permissionSetOf(names: readonly PermissionName[]): PermissionSet {
  return new Set(names.flatMap((name) => [name, ...(IMPLIED[name] ?? [])]));
}

export function impliedBy(name: PermissionName): readonly PermissionName[] {
  return IMPLIED[name] ?? [];
}

export function isPermissionName(name: string): name is PermissionName {
  return Object.hasOwn(PERMISSIONS, name);
}
