import { expect, test } from 'vitest';
import { matchRoute, type Route, sectionsFor } from './routes.ts';

const route = (path: string, more: Partial<Route> = {}): Route => ({
  path,
  section: 'webcasts',
  element: 'x-page',
  load: async () => {},
  ...more,
});

const routes = [
  route('/console'),
  route('/console/webcasts/new'),
  route('/console/webcasts/:id'),
  route('/console/webcasts/:id/edit'),
  route('/console/people', { section: 'people', permission: 'ADMIN_BASE' }),
];

const pathAt = (path: string) => matchRoute(path, routes)?.route.path;

test('a path leads to its page, with what it names', () => {
  expect(pathAt('/console')).toBe('/console');
  expect(pathAt('/console/')).toBe('/console');
  expect(pathAt('/console/webcasts/new')).toBe('/console/webcasts/new');
  expect(matchRoute('/console/webcasts/0_ab12cd34', routes)?.params).toEqual({ id: '0_ab12cd34' });
  expect(matchRoute('/console/webcasts/a%20b/edit/', routes)?.params).toEqual({ id: 'a b' });
});

test('a path that no page has leads nowhere, also one that is not well encoded', () => {
  for (const path of ['/console/webcasts', '/console/nothing', '/console/webcasts/1/edit/more'])
    expect(pathAt(path)).toBeUndefined();
  expect(matchRoute('/console/webcasts/%E0%A4%A', routes)?.params).toEqual({ id: '%E0%A4%A' });
});

test('the sidebar shows the sections that have a page which the session may open', () => {
  const namesFor = (may: boolean) => sectionsFor(() => may, routes).map(({ name }) => name);
  expect(namesFor(true)).toEqual(['webcasts', 'people']);
  expect(namesFor(false)).toEqual(['webcasts']);
});
