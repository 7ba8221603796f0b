import { expect, it } from 'vitest';
import { prose } from './prose.ts';

it('what stands between backquotes is code, a backquote alone is itself', () => {
  expect(prose('`a` and `b`').values[0]).toHaveLength(5);
  expect(prose('no code').values[0]).toEqual(['no code']);
  expect(prose('5` long').values[0]).toBe('5` long');
});
