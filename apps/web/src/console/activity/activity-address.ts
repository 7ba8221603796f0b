import type { ActivityQuery } from '@rostrum/sdk';

export type Kind = 'all' | 'entries' | 'people' | 'account' | 'sessions';
export type Did = 'all' | 'created' | 'changed' | 'deleted' | 'viewed' | 'refused';

/** What the page shows; it stands in the address. */
export type ActivityView = {
  /** A user id; empty for everybody. */
  readonly who: string;
  /** Id of an object; empty for all. */
  readonly object: string;
  readonly kind: Kind;
  readonly did: Did;
  /** `2026-11-22`; empty for no limit. */
  readonly from: string;
  readonly to: string;
  readonly page: number;
};

export const KINDS: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: 'all', label: 'Everything' },
  { value: 'entries', label: 'Webcasts and recordings' },
  { value: 'people', label: 'People and roles' },
  { value: 'account', label: 'Account, secrets, tokens' },
  { value: 'sessions', label: 'Signing in' },
];

export const DEEDS: readonly { readonly value: Did; readonly label: string }[] = [
  { value: 'all', label: 'Done and refused' },
  { value: 'created', label: 'Created' },
  { value: 'changed', label: 'Changed' },
  { value: 'deleted', label: 'Deleted' },
  { value: 'viewed', label: 'Looked at' },
  { value: 'refused', label: 'Refused' },
];

const TYPES: Readonly<Record<Exclude<Kind, 'all'>, readonly string[]>> = {
  entries: ['entry', 'flavorAsset', 'thumbAsset', 'categoryEntry', 'Metadata'],
  people: ['kuser', 'UserRole', 'categoryKuser'],
  account: ['Partner', 'AppToken', 'accessControl', 'conversionProfile2', 'uiConf', 'widget'],
  sessions: ['Session', 'kuser'],
};

const VERBS: Readonly<Record<Exclude<Did, 'all' | 'refused'>, readonly string[]>> = {
  created: ['CREATED', 'COPIED', 'RELATION_ADDED'],
  changed: ['CHANGED'],
  deleted: ['DELETED', 'RELATION_REMOVED'],
  viewed: ['VIEWED', 'CONTENT_VIEWED'],
};

export function readActivityView(search: string): ActivityView {
  const query = new URLSearchParams(search);
  const page = Number(query.get('page'));
  const day = (name: string) => {
    const text = query.get(name) ?? '';
    return dayStartMs(text) === null ? '' : text;
  };
  return {
    who: query.get('who')?.trim() ?? '',
    object: query.get('object')?.trim() ?? '',
    kind: KINDS.find(({ value }) => value === query.get('kind'))?.value ?? 'all',
    did: DEEDS.find(({ value }) => value === query.get('did'))?.value ?? 'all',
    from: day('from'),
    to: day('to'),
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** The address of a view, without what goes without saying. */
export function activityPath(view: ActivityView): string {
  const { who, object, kind, did, from, to, page } = view;
  const query = new URLSearchParams({
    ...(who === '' ? {} : { who }),
    ...(object === '' ? {} : { object }),
    ...(kind === 'all' ? {} : { kind }),
    ...(did === 'all' ? {} : { did }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    ...(page === 1 ? {} : { page: String(page) }),
  });
  return query.size === 0 ? '/console/activity' : `/console/activity?${query}`;
}

export function isFiltered({ page: _page, ...view }: ActivityView): boolean {
  return (
    view.who + view.object + view.from + view.to !== '' || view.kind !== 'all' || view.did !== 'all'
  );
}

export function queryOf(view: ActivityView, pageSize: number): ActivityQuery {
  const { who, object, kind, did, from, to, page } = view;
  const fromMs = dayStartMs(from);
  const toMs = dayStartMs(to);
  return {
    page,
    pageSize,
    ...(who === '' ? {} : { userId: who }),
    ...(object === '' ? {} : { objectId: object }),
    ...(kind === 'all' ? {} : { objectTypes: TYPES[kind] }),
    ...(did === 'all' || did === 'refused' ? {} : { verbs: VERBS[did] }),
    ...(did === 'refused' ? { isDone: false } : {}),
    ...(fromMs === null ? {} : { fromMs }),
    // The whole day, by the viewer's clock; days are not all 24 hours long.
    ...(toMs === null ? {} : { toMs: nextDayMs(toMs) - 1000 }),
  };
}

function dayStartMs(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const ms = new Date(`${day}T00:00:00`).getTime();
  return Number.isNaN(ms) ? null : ms;
}

function nextDayMs(dayMs: number): number {
  const date = new Date(dayMs);
  date.setDate(date.getDate() + 1);
  return date.getTime();
}
