import { expect, test } from 'vitest';
import { ApiError } from '../errors/api-error.ts';
import { encoderFor } from './encode-response.ts';

const SESSION_INFO = {
  objectType: 'KalturaSessionInfo',
  sessionType: 0,
  partnerId: 100,
  userId: '<Zoë & "co">',
  expiry: undefined,
};

test('JSON leaves out what has no value, and errors look like objects', () => {
  const encode = (answer: unknown) => encoderFor({ format: '1' })(answer, 0).body;
  expect(encode(SESSION_INFO)).toBe(
    '{"objectType":"KalturaSessionInfo","sessionType":0,"partnerId":100,"userId":"<Zoë & \\"co\\">"}',
  );
  expect(encode(null)).toBe('null');
  expect(encode(undefined)).toBe('null');
  expect(
    JSON.parse(encode([1, new ApiError('MISSING_KS'), new ApiError('ENTRY_ID_NOT_FOUND', '0_x')])),
  ).toEqual([
    1,
    {
      code: 'MISSING_KS',
      message: expect.any(String),
      objectType: 'KalturaAPIException',
      args: [],
    },
    {
      code: 'ENTRY_ID_NOT_FOUND',
      message: expect.any(String),
      objectType: 'KalturaAPIException',
      args: { ENTRY_ID: '0_x' },
    },
  ]);
});

test('XML names every declared property, with an empty element where there is no value', () => {
  const result = (answer: unknown, ignoreNull = '') =>
    /<result>(.*)<\/result>/.exec(encoderFor({ ignoreNull })(answer, 0.0125).body)?.[1];
  expect(result(SESSION_INFO)).toBe(
    '<objectType>KalturaSessionInfo</objectType><sessionType>0</sessionType><partnerId>100</partnerId>' +
      '<userId>&lt;Zoë &amp; &quot;co&quot;&gt;</userId><expiry></expiry><ks></ks><privileges></privileges>',
  );
  expect(result(SESSION_INFO, '1')).not.toContain('<ks>');
  expect(result([true, false, 'a\u0001b', 1.5, null])).toBe(
    '<item>1</item><item>0</item><item>ab</item><item>1.5</item><item></item>',
  );
  expect(result({ a: 1 })).toBe('<item><itemKey>a</itemKey>1</item>');
  expect(result(null)).toBe('');
});

test('the execution time is told in seconds', () => {
  expect(encoderFor({})(true, 0.0125).body).toContain('<executionTime>0.012500</executionTime>');
});
