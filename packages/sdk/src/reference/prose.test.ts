import { expect, it } from 'vitest';
import { breakable, prose } from './prose.ts';

it('names break between their words', () => {
  expect(breakable('baseEntry.get').values[0]).toHaveLength(3);
  expect(breakable('NO_ROOM').values[0]).toHaveLength(2);
  expect(breakable('ping').values[0]).toEqual(['ping']);
});

it('what stands between backquotes is code, a backquote alone is itself', () => {
  expect(prose('`a` and `b`').values[0]).toHaveLength(5);
  expect(prose('no code').values[0]).toEqual(['no code']);
  expect(prose('5` long').values[0]).toBe('5` long');
});
