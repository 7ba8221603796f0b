import type { Permission } from '@rostrum/sdk';

export type PermissionGroup = {
  readonly heading: string;
  readonly permissions: readonly Permission[];
};

/** Which belong together, in the order in which people think of them. */
const GROUPS: readonly { readonly heading: string; readonly names: readonly string[] }[] = [
  {
    heading: 'Webcasts',
    names: [
      'WIDGET_SESSION_PERMISSION',
      'BASE_USER_SESSION_PERMISSION',
      'WEBCAST_PRODUCER_PERMISSION',
      'LIVE_STREAM_ADD',
      'LIVE_STREAM_UPDATE',
    ],
  },
  {
    heading: 'Recordings and other content',
    names: [
      'CONTENT_INGEST_BASE',
      'CONTENT_MANAGE_BASE',
      'CONTENT_MODERATE_BASE',
      'CONTENT_MANAGE_EDIT_CATEGORIES',
      'CUSTOM_DATA_PROFILE_UPDATE',
    ],
  },
  {
    heading: 'Encoding and players',
    names: [
      'TRANSCODING_BASE',
      'TRANSCODING_ADD',
      'STUDIO_BASE',
      'STUDIO_UPDATE_UICONF',
      'ACCESS_CONTROL_BASE',
    ],
  },
  {
    heading: 'People and account',
    names: [
      'ADMIN_BASE',
      'ADMIN_USER_ADD',
      'ADMIN_ROLE_ADD',
      'ACCOUNT_UPDATE_SETTINGS',
      'INTEGRATION_BASE',
      'AUDIT_PLUGIN_PERMISSION',
      'ANALYTICS_BASE',
    ],
  },
];

/** All that the server knows, in groups; those of no group come last. Empty groups are left out. */
export function groupPermissions(permissions: readonly Permission[]): readonly PermissionGroup[] {
  const byName = new Map(permissions.map((permission) => [permission.name, permission]));
  const grouped = GROUPS.map(({ heading, names }) => ({
    heading,
    permissions: names.flatMap((name) => byName.get(name) ?? []),
  }));
  const known = new Set(GROUPS.flatMap(({ names }) => names));
  const others = permissions.filter(({ name }) => !known.has(name));
  return [...grouped, { heading: 'Others', permissions: others }].filter(
    (group) => group.permissions.length > 0,
  );
}
