import { expect, test } from 'vitest';
import { type AmfValue, amfObject, readAmf0, writeAmf0 } from './amf0.ts';

test('reads back what it writes', () => {
  const values: readonly AmfValue[] = [
    'connect',
    1,
    -0.5,
    true,
    null,
    undefined,
    amfObject({ app: 'kLive', list: ['a', 2], nested: amfObject({ deep: false }) }),
    'x'.repeat(65_535),
    'ünïcödé',
  ];
  expect(readAmf0(writeAmf0(...values))).toEqual({ values, problem: null });
});

test.each([
  ['an ECMA array whose count is wrong', '080000006300016101010000 09', amfObject({ a: true })],
  ['a typed object', '1000 0143 000161 05 000009', amfObject({ a: null })],
  ['a date', '0b 40f86a0000000000 0000', 100_000],
  ['a long string', '0c 00000002 6869', 'hi'],
  ['a strict array', '0a 00000002 0101 05', [true, null]],
  ['a reference, without following it', '07 0001', undefined],
])('reads %s', (_what, hex, value) => {
  const bytes = Buffer.from(hex.replaceAll(' ', ''), 'hex');
  expect(readAmf0(bytes)).toEqual({ values: [value], problem: null });
});

test('takes an object without its end marker', () => {
  const whole = writeAmf0(amfObject({ app: 'kLive' }));
  expect(readAmf0(whole.subarray(0, -3)).values).toEqual([amfObject({ app: 'kLive' })]);
});

test.each([
  ['a value that is cut', '00', 'in the middle'],
  ['a string that lies about its length', '02ffff61', 'in the middle'],
  ['an array of four thousand million', '0affffffff', 'array of 4294967295'],
  ['an unknown marker', '2a', 'marker 42'],
  ['a string of 16 MB', '0c01000000', 'string of 16777216'],
  ['a hundred nested objects', '03000161'.repeat(100), 'nested deeper'],
  ['ten thousand values', '05'.repeat(10_000), 'more than'],
])('stops at %s, and keeps what came before', (_what, hex, problem) => {
  const bytes = Buffer.concat([writeAmf0('connect'), Buffer.from(hex, 'hex')]);
  const read = readAmf0(bytes);
  expect(read.values[0]).toBe('connect');
  expect(read.problem).toContain(problem);
});

test('keeps a field named __proto__ a mere field', () => {
  const { values } = readAmf0(writeAmf0(new Map([['__proto__', amfObject({ polluted: true })]])));
  expect(values[0]).toBeInstanceOf(Map);
  expect({}).not.toHaveProperty('polluted');
});
