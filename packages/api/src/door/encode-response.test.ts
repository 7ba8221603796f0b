import { unserialize } from 'php-serialize';
import { describe, expect, test } from 'vitest';
import { ApiError } from '../errors/api-error.ts';
import { encoderByAccept, encoderFor } from './encode-response.ts';

const encode = (answer: unknown, parameters: Record<string, string> = {}) =>
  encoderFor(parameters, true)(answer, 0.0125);

const SESSION_INFO = {
  objectType: 'KalturaSessionInfo',
  sessionType: 0,
  partnerId: 100,
  userId: '<Zoë & "co">',
  expiry: undefined,
  privileges: null,
};

describe('JSON', () => {
  const json = (answer: unknown) => encode(answer, { format: '1' }).body;

  test('leaves out what has no value', () => {
    expect(json(SESSION_INFO)).toBe(
      '{"objectType":"KalturaSessionInfo","sessionType":0,"partnerId":100,"userId":"<Zoë & \\"co\\">"}',
    );
    expect(json({ objects: [{ id: null, name: ':null' }] })).toBe('{"objects":[{"name":":null"}]}');
  });

  test.each([
    [null, 'null'],
    [undefined, 'null'],
    [false, 'false'],
    [0, '0'],
    ['', '""'],
    [[], '[]'],
    [[null, undefined, 1], '[null,null,1]'],
    [{ a: 1 }, '{"a":1}'],
  ])('%j is %s', (answer, expected) => {
    expect(json(answer)).toBe(expected);
  });

  test('errors look like objects; without arguments, args is a list', () => {
    const errors = [1, new ApiError('MISSING_KS'), new ApiError('ENTRY_ID_NOT_FOUND', '0_x')];
    expect(JSON.parse(json(errors))).toEqual([
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
});

describe('XML', () => {
  const result = (answer: unknown, ignoreNull = '') =>
    /<result>(.*)<\/result>/.exec(encode(answer, { ignoreNull }).body)?.[1];

  test('names every declared property, with an empty element where there is no value', () => {
    expect(result(SESSION_INFO)).toBe(
      '<objectType>KalturaSessionInfo</objectType><sessionType>0</sessionType><partnerId>100</partnerId>' +
        '<userId>&lt;Zoë &amp; &quot;co&quot;&gt;</userId><expiry></expiry><privileges></privileges><ks></ks>',
    );
  });

  test.each(['1', 'true'])('leaves them out where ignoreNull is %s', (ignoreNull) => {
    expect(result(SESSION_INFO, ignoreNull)).toBe(
      '<objectType>KalturaSessionInfo</objectType><sessionType>0</sessionType><partnerId>100</partnerId>' +
        '<userId>&lt;Zoë &amp; &quot;co&quot;&gt;</userId>',
    );
  });

  test.each([
    [null, ''],
    [true, '1'],
    [false, '0'],
    [1.5, '1.5'],
    ['a\u0001b\ud800', 'ab\ufffd'],
    [[true, 'a', null], '<item>1</item><item>a</item><item></item>'],
    [{ a: 1 }, '<item><itemKey>a</itemKey>1</item>'],
    [
      { objectType: 'KalturaLiveStreamListResponse', totalCount: 0, objects: [] },
      '<objectType>KalturaLiveStreamListResponse</objectType><totalCount>0</totalCount><objects></objects>',
    ],
  ])('%j is %s', (answer, expected) => {
    expect(result(answer)).toBe(expected);
  });

  test('an error among the answers of a multirequest', () => {
    expect(result([new ApiError('ENTRY_ID_NOT_FOUND', '<x>')])).toMatch(
      /^<item><error><code>ENTRY_ID_NOT_FOUND<\/code><message>[^<]+<\/message><objectType>KalturaAPIException<\/objectType><args><item><objectType>KalturaApiExceptionArg<\/objectType><name>ENTRY_ID<\/name><value>&lt;x&gt;<\/value><\/item><\/args><\/error><\/item>$/,
    );
  });

  test('the execution time is told in seconds', () => {
    expect(encode(true).body).toContain('<executionTime>0.012500</executionTime>');
  });
});

describe('PHP', () => {
  const php = (answer: unknown) => encode(answer, { format: '3' }).body;

  test.each([
    [null, 'N;'],
    [undefined, 'N;'],
    [true, 'b:1;'],
    [false, 'b:0;'],
    [-7, 'i:-7;'],
    [1.5, 'd:1.5;'],
    [2 ** 60, 'd:1152921504606847000;'],
    ['', 's:0:"";'],
    ['a"b', 's:3:"a"b";'],
    // Lengths are bytes.
    ['Zoë 🎥', 's:9:"Zoë 🎥";'],
    [[], 'a:0:{}'],
    [['a', null], 'a:2:{i:0;s:1:"a";i:1;N;}'],
    [{ a: 1, 7: 'x' }, 'a:2:{i:7;s:1:"x";s:1:"a";i:1;}'],
    [
      { objectType: 'KalturaX', none: null, nested: { objectType: 'KalturaY' } },
      'O:8:"KalturaX":2:{s:10:"objectType";s:8:"KalturaX";s:6:"nested";O:8:"KalturaY":1:{s:10:"objectType";s:8:"KalturaY";}}',
    ],
  ])('%j is %s', (answer, expected) => {
    expect(php(answer)).toBe(expected);
  });

  test('what is declared a float stays one', () => {
    expect(
      php({ objectType: 'KalturaLiveStreamEntry', currentBroadcastStartTime: 0, rank: 2 }),
    ).toContain('s:25:"currentBroadcastStartTime";d:0;s:4:"rank";d:2;');
  });

  test('errors are arrays', () => {
    expect(unserialize(php(new ApiError('ENTRY_ID_NOT_FOUND', '0_x')))).toEqual({
      code: 'ENTRY_ID_NOT_FOUND',
      message: expect.any(String),
      objectType: 'KalturaAPIException',
      args: { ENTRY_ID: '0_x' },
    });
    expect(php([new ApiError('MISSING_KS')])).toMatch(
      /^a:1:\{i:0;a:4:\{s:4:"code";s:10:"MISSING_KS";.*s:4:"args";a:0:\{\}\}\}$/,
    );
  });
});

describe('JSONP', () => {
  test('wraps the JSON in the call', () => {
    expect(encode(true, { format: '9', callback: 'kCallback_1.x' })).toEqual({
      contentType: 'application/javascript',
      body: 'kCallback_1.x(true);',
    });
  });

  test.each([
    [{}, true, 'MANDATORY_PARAMETER_MISSING'],
    [{ callback: '' }, true, 'MANDATORY_PARAMETER_MISSING'],
    // No script element posts.
    [{ callback: 'f' }, false, 'MANDATORY_PARAMETER_MISSING'],
    [{ callback: 'alert(1)//' }, true, 'INVALID_FIELD_VALUE'],
  ])('%j (from a GET: %s) is refused with %s', (parameters, isGet, code) => {
    expect(() => encoderFor({ format: '9', ...parameters }, isGet)).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

test.each(['4', '7', '8', '0', 'json'])('format %s is not offered', (format) => {
  expect(() => encode(true, { format })).toThrow(
    expect.objectContaining({ code: 'UNKNOWN_RESPONSE_FORMAT', args: { FORMAT: format } }),
  );
});

test.each([
  ['text/plain', 'text/plain'],
  ['Text/XML', 'text/xml'],
  ['text/html', 'application/json'],
  ['image/svg+xml', 'application/json'],
  ['application/javascript', 'application/json'],
  ['', 'application/json'],
])('a request that asks for content type "%s" gets %s', (asked, expected) => {
  expect(encode(true, { format: '1', 'content-type': asked }).contentType).toBe(expected);
});

test('where nothing else is known, the header Accept decides', () => {
  expect(encoderByAccept('text/xml')(true, 0).contentType).toBe('text/xml');
  expect(encoderByAccept('*/*')(true, 0).contentType).toBe('application/json');
  expect(encoderByAccept(undefined)(true, 0).contentType).toBe('application/json');
});
