import type { RecordingQuery } from '@rostrum/sdk';

export type Show = NonNullable<RecordingQuery['show']>;
export type Order = NonNullable<RecordingQuery['order']>;

/** What the list shows; it stands in the address, so that a refresh, a link and "back" show the same. */
export type ListView = {
  readonly search: string;
  readonly show: Show;
  readonly order: Order;
  readonly page: number;
};

export const SHOWN: readonly { readonly value: Show; readonly label: string }[] = [
  { value: 'all', label: 'All recordings' },
  { value: 'ready', label: 'Ready' },
  { value: 'recording', label: 'Being recorded' },
  { value: 'bin', label: 'In the bin' },
];

export const ORDERS: readonly { readonly value: Order; readonly label: string }[] = [
  { value: 'newest', label: 'Newest first' },
  { value: 'oldest', label: 'Oldest first' },
  { value: 'longest', label: 'Longest first' },
  { value: 'name', label: 'By name' },
];

const LIST_PATH = '/console/recordings';

export function readListView(search: string): ListView {
  const query = new URLSearchParams(search);
  const page = Number(query.get('page'));
  return {
    search: query.get('q')?.trim() ?? '',
    show: SHOWN.find(({ value }) => value === query.get('show'))?.value ?? 'all',
    order: ORDERS.find(({ value }) => value === query.get('order'))?.value ?? 'newest',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** The address of a view, without what goes without saying. */
export function listPath({ search, show, order, page }: ListView): string {
  const query = new URLSearchParams({
    ...(search === '' ? {} : { q: search }),
    ...(show === 'all' ? {} : { show }),
    ...(order === 'newest' ? {} : { order }),
    ...(page === 1 ? {} : { page: String(page) }),
  });
  return query.size === 0 ? LIST_PATH : `${LIST_PATH}?${query}`;
}

export function isFiltered({ search, show }: ListView): boolean {
  return search !== '' || show !== 'all';
}
