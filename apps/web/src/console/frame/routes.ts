import type { PermissionName } from '@rostrum/sdk';

export type SectionName = 'webcasts' | 'recordings' | 'people' | 'activity' | 'settings';

export type Route = {
  /** `:name` stands for one step of the path. */
  readonly path: string;
  readonly section: SectionName;
  /** Name of the page's element (a ConsolePageElement). */
  readonly element: string;
  /** Sessions without it are told so instead. */
  readonly permission?: PermissionName;
  /** Loads the file that defines the element. */
  load(): Promise<unknown>;
};

/** The pages of the console. A page registers itself with one line here, before those with a `:name` in the same place. */
export const ROUTES: readonly Route[] = [
  {
    path: '/console',
    section: 'webcasts',
    element: 'console-webcasts',
    load: () => import('../webcasts/console-webcasts.ts'),
  },
  {
    path: '/console/webcasts/new',
    section: 'webcasts',
    element: 'console-webcast-edit',
    permission: 'LIVE_STREAM_ADD',
    load: () => import('../webcasts/console-webcast-edit.ts'),
  },
  {
    path: '/console/webcasts/:id/edit',
    section: 'webcasts',
    element: 'console-webcast-edit',
    load: () => import('../webcasts/console-webcast-edit.ts'),
  },
  {
    path: '/console/webcasts/:id',
    section: 'webcasts',
    element: 'console-webcast',
    load: () => import('../webcast/console-webcast.ts'),
  },
  {
    path: '/console/people',
    section: 'people',
    element: 'console-people',
    permission: 'ADMIN_BASE',
    load: () => import('../people/console-people.ts'),
  },
  {
    path: '/console/people/roles',
    section: 'people',
    element: 'console-roles',
    permission: 'ADMIN_BASE',
    load: () => import('../people/console-roles.ts'),
  },
  {
    path: '/console/activity',
    section: 'activity',
    element: 'console-activity',
    permission: 'AUDIT_PLUGIN_PERMISSION',
    load: () => import('../activity/console-activity.ts'),
  },
  {
    path: '/console/settings',
    section: 'settings',
    element: 'console-settings',
    load: () => import('../settings/console-settings.ts'),
  },
  {
    path: '/console/settings/webhooks',
    section: 'settings',
    element: 'console-webhooks',
    permission: 'INTEGRATION_BASE',
    load: () => import('../webhooks/console-webhooks.ts'),
  },
  {
    path: '/console/settings/webhooks/:id',
    section: 'settings',
    element: 'console-webhook',
    permission: 'INTEGRATION_BASE',
    load: () => import('../webhooks/console-webhook.ts'),
  },
  {
    path: '/console/recordings',
    section: 'recordings',
    element: 'console-recordings',
    load: () => import('../recordings/console-recordings.ts'),
  },
  {
    path: '/console/recordings/:id',
    section: 'recordings',
    element: 'console-recording',
    load: () => import('../recordings/console-recording.ts'),
  },
];

export type Section = {
  readonly name: SectionName;
  readonly label: string;
  readonly path: string;
};

/** In the order of the sidebar. Only those that have a page, and that the session may open, are shown. */
const SECTIONS: readonly Section[] = [
  { name: 'webcasts', label: 'Webcasts', path: '/console' },
  { name: 'recordings', label: 'Recordings', path: '/console/recordings' },
  { name: 'people', label: 'People', path: '/console/people' },
  { name: 'activity', label: 'Activity', path: '/console/activity' },
  { name: 'settings', label: 'Settings', path: '/console/settings' },
];

export function sectionsFor(
  may: (permission: PermissionName) => boolean,
  routes: readonly Route[] = ROUTES,
): readonly Section[] {
  return SECTIONS.filter(({ path }) => {
    const route = routes.find((each) => each.path === path);
    return route !== undefined && (route.permission === undefined || may(route.permission));
  });
}

export type RouteMatch = {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
};

/** The page at a path; null where there is none. A slash at the end does no harm. */
export function matchRoute(path: string, routes: readonly Route[] = ROUTES): RouteMatch | null {
  const steps = stepsOf(path);
  for (const route of routes) {
    const params = matchSteps(stepsOf(route.path), steps);
    if (params !== null) return { route, params };
  }
  return null;
}

function matchSteps(
  pattern: readonly string[],
  steps: readonly string[],
): Record<string, string> | null {
  if (pattern.length !== steps.length) return null;
  const params: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    const step = steps[index] ?? '';
    if (wanted.startsWith(':')) params[wanted.slice(1)] = decode(step);
    else if (wanted !== step) return null;
  }
  return params;
}

function stepsOf(path: string): readonly string[] {
  return path.split('/').filter((step) => step !== '');
}

/** A path that is not well encoded is taken as it is: no object has such an id. */
function decode(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
