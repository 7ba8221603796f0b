import { describe, expect, test } from 'vitest';
import { ApiError } from '../errors/api-error.ts';
import type { RawObject } from '../schema/parameters.ts';
import { isMultirequest, replaceTokens, splitMultirequest } from './multirequest.ts';

const call = (name: string) => ({ service: name, action: 'x' });
const names = (parameters: RawObject) =>
  splitMultirequest(parameters).map(({ service }) => service);

test.each(['multirequest', 'MultiRequest'])('%s is a request of several calls', (service) => {
  expect(isMultirequest({ service })).toBe(true);
  expect(isMultirequest({ service: 'livestream' })).toBe(false);
});

describe('the calls', () => {
  test.each([
    ['from 0', { 0: call('a'), 1: call('b') }, ['a', 'b']],
    ['from 1', { 1: call('a'), 2: call('b') }, ['a', 'b']],
    ['up to a gap', { 1: call('a'), 3: call('c') }, ['a']],
    ['up to one without an action', { 1: call('a'), 2: { service: 'b' }, 3: call('c') }, ['a']],
    ['from 2: none', { 2: call('a') }, []],
    ['that are no objects: none', { 1: 'a' }, []],
    ['beside other names', { 1: call('a'), format: 1, x1: call('b') }, ['a']],
  ] as const)('are numbered %s', (_what, parameters, expected) => {
    expect(names(parameters)).toEqual(expected);
  });

  test('inherit session, account and tag where they say none', () => {
    const shared = { clientTag: 't', ks: 'shared', partnerId: 7, format: 1, language: 'de' };
    const [own, inheriting] = splitMultirequest({
      ...shared,
      1: { ...call('a'), ks: 'own', partnerId: 0 },
      2: call('b'),
    });
    expect(own).toEqual({ ...call('a'), ks: 'own', partnerId: 0, clientTag: 't' });
    expect(inheriting).toEqual({ ...call('b'), ks: 'shared', partnerId: 7, clientTag: 't' });
  });
});

describe('a token', () => {
  const results = [
    {
      id: '0_a',
      count: 0,
      isOpen: false,
      none: null,
      nested: { list: [{ id: 'x' }, { id: 'y' }] },
      objects: [{ id: 'i' }, { id: 'j', userId: 'u' }],
    },
    'a session',
    new ApiError('ENTRY_ID_NOT_FOUND', '0_x'),
    null,
    [{ id: 'k' }],
  ];
  const replace = (value: unknown) =>
    JSON.parse(JSON.stringify(replaceTokens({ value } as RawObject, results))).value;

  test.each([
    ['{1:result:id}', '0_a'],
    ['{1:result:count}', 0],
    ['{1:result:isOpen}', false],
    ['{1:result:nested:list:1:id}', 'y'],
    ['{1:result:objects:0:id}', 'i'],
    ['{1:result:objects:_all:id}', 'i,j,'],
    ['{1:result:objects:_all:userId}', ',u,'],
    ['{1:result:nested:list}', [{ id: 'x' }, { id: 'y' }]],
    ['{2:result}', 'a session'],
    ['{5:result:0:id}', 'k'],
    ['{5:result:_all:id}', 'k,'],
  ])('%s is %j', (token, expected) => {
    expect(replace(token)).toEqual(expected);
  });

  test.each([
    '{1:result:nothing}',
    '{1:result:none}',
    '{1:result:none:id}',
    '{1:result:id:length}',
    '{1:result:objects:7:id}',
    '{1:result:objects:length:x}',
    '{1:result:_all:id}',
    '{1:result:constructor}',
    '{1:result:__proto__}',
    '{3:result}',
    '{3:result:code}',
    '{3:result:message}',
    '{4:result}',
    '{4:result:id}',
    '{9:result:id}',
    '{0:result:id}',
  ])('%s is empty: there is nothing', (token) => {
    expect(replace(token)).toBe('');
  });

  test.each([
    ' {1:result:id}',
    'x{1:result:id}',
    '{1:result:id}{1:result:id}',
    '{x:result}',
    '{1}',
  ])('"%s" is a text like others', (text) => {
    expect(replace(text)).toBe(text);
  });

  test('is replaced on every level, in names never', () => {
    expect(replace({ '{2:result}': [{ deep: '{2:result}' }] })).toEqual({
      '{2:result}': [{ deep: 'a session' }],
    });
  });
});
