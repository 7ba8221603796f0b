import { expect, test } from 'vitest';
import { readByteRange } from './byte-range.ts';

test.each([
  [null, 'whole'],
  ['', 'whole'],
  ['bytes=', 'whole'],
  ['bytes=-', 'whole'],
  ['bytes=a-b', 'whole'],
  ['bytes=5-4', 'whole'],
  ['bytes=0-0,2-2', 'whole'],
  ['bytes=0-0', { first: 0, last: 0 }],
  ['Bytes= 1-3 ', { first: 1, last: 3 }],
  ['bytes=9-', { first: 9, last: 9 }],
  ['bytes=3-999999999999999', { first: 3, last: 9 }],
  ['bytes=-3', { first: 7, last: 9 }],
  ['bytes=-30', { first: 0, last: 9 }],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=10-', 'unsatisfiable'],
  ['bytes=10-20', 'unsatisfiable'],
] as const)('of ten bytes, %j is %j', (field, expected) => {
  expect(readByteRange(field, 10)).toEqual(expected);
});

test('of nothing, no range can be had', () => {
  expect(readByteRange('bytes=0-', 0)).toBe('unsatisfiable');
  expect(readByteRange('bytes=-1', 0)).toBe('unsatisfiable');
});
