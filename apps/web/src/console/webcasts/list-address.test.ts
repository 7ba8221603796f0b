import { expect, test } from 'vitest';
import { type ListView, listPath, orderOf, readListView } from './list-address.ts';

const plain: ListView = { search: '', show: 'all', order: null, page: 1 };

test('what the list shows stands in the address, and comes back from it', () => {
  const views: ListView[] = [
    plain,
    { search: 'all hands & more', show: 'upcoming', order: 'name', page: 3 },
    { ...plain, show: 'on-air' },
  ];
  for (const view of views) {
    const { search } = new URL(listPath(view), 'http://localhost');
    expect(readListView(search)).toEqual(view);
  }
  expect(listPath(plain)).toBe('/console');
});

test('what makes no sense in an address counts as not said', () => {
  for (const page of ['-1', '0', '1.5', 'x', '1e99']) {
    expect(readListView(`?page=${page}&show=nothing&order=up`)).toEqual(plain);
  }
});

test('upcoming webcasts come in the order in which they begin, unless another was chosen', () => {
  expect(orderOf(plain)).toBe('newest');
  expect(orderOf({ ...plain, show: 'upcoming' })).toBe('start');
  expect(orderOf({ ...plain, show: 'upcoming', order: 'name' })).toBe('name');
});
