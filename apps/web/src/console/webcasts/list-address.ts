import type { WebcastQuery } from '@rostrum/sdk';

export type Show = NonNullable<WebcastQuery['show']>;
export type Order = NonNullable<WebcastQuery['order']>;

/** What the list shows; it stands in the address, so that a refresh, a link and "back" show the same. */
export type ListView = {
  readonly search: string;
  readonly show: Show;
  /** Null for the one that fits what is shown. */
  readonly order: Order | null;
  readonly page: number;
};

export const SHOWN: readonly { readonly value: Show; readonly label: string }[] = [
  { value: 'all', label: 'All webcasts' },
  { value: 'on-air', label: 'On air' },
  { value: 'upcoming', label: 'Upcoming' },
  { value: 'recorded', label: 'With a recording' },
];

export const ORDERS: readonly { readonly value: Order; readonly label: string }[] = [
  { value: 'newest', label: 'Newest first' },
  { value: 'changed', label: 'Last changed first' },
  { value: 'start', label: 'Soonest start first' },
  { value: 'start-last', label: 'Latest start first' },
  { value: 'name', label: 'By name' },
];

export function readListView(search: string): ListView {
  const query = new URLSearchParams(search);
  const page = Number(query.get('page'));
  return {
    search: query.get('q')?.trim() ?? '',
    show: SHOWN.find(({ value }) => value === query.get('show'))?.value ?? 'all',
    order: ORDERS.find(({ value }) => value === query.get('order'))?.value ?? null,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** What comes soon stands first where only that is shown. */
export function orderOf({ order, show }: ListView): Order {
  return order ?? (show === 'upcoming' ? 'start' : 'newest');
}

/** The address of a view, without what goes without saying. */
export function listPath({ search, show, order, page }: ListView): string {
  const query = new URLSearchParams({
    ...(search === '' ? {} : { q: search }),
    ...(show === 'all' ? {} : { show }),
    ...(order === null ? {} : { order }),
    ...(page === 1 ? {} : { page: String(page) }),
  });
  return query.size === 0 ? '/console' : `/console?${query}`;
}

export function isFiltered({ search, show }: ListView): boolean {
  return search !== '' || show !== 'all';
}
