import { describe, expect, test } from 'vitest';
import { UploadedFile } from '../schema/uploaded-file.ts';
import { decodeRequest } from './decode-request.ts';
import { MultipartBody } from './read-multipart.ts';

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

function decode(url: string, body?: string, contentType = JSON_TYPE): unknown {
  const decoded = decodeRequest({
    url,
    contentType,
    body: body === undefined ? null : Buffer.from(body),
  });
  return JSON.parse(JSON.stringify(decoded));
}

describe('every way to say which action', () => {
  test.each([
    '/api_v3/service/x/action/y',
    '//api_v3/service/x/action/y',
    '/api_v3/index.php/service/x/action/y',
    '/api_v3/INDEX.PHP/service/x/action/y',
    '/api_v3/index.php?service=x&action=y',
    '/api_v3/?service=x&action=y',
    '/api_v3?service=x&action=y',
    '/api_v3/service/x?action=y',
    '/api_v3/service/x/action/y/',
    '/api_v3//service//x///action/y//',
    '///API_V3//index.php//service/x/action/y',
  ])('%s', (url) => {
    expect(decode(url)).toEqual({ service: 'x', action: 'y' });
  });

  test('the action may be missing', () => {
    expect(decode('/api_v3/service/multirequest')).toEqual({ service: 'multirequest' });
  });
});

describe('the same parameters, however they are written', () => {
  const FILTER = { objectType: 'K', nameLike: 'a b' };

  test.each([
    ['JSON', '{"filter":{"objectType":"K","nameLike":"a b"}}', JSON_TYPE],
    [
      'JSON with a charset',
      '{"filter":{"objectType":"K","nameLike":"a b"}}',
      'Application/JSON; charset=utf-8',
    ],
    [
      'JSON that a page sends as text, so that the browser asks nothing in advance',
      '{"filter":{"objectType":"K","nameLike":"a b"}}',
      'text/plain;charset=UTF-8',
    ],
    [
      'JSON after a byte order mark',
      '\ufeff{"filter":{"objectType":"K","nameLike":"a b"}}',
      JSON_TYPE,
    ],
    ['JSON with colons', '{"filter:objectType":"K","filter:nameLike":"a b"}', JSON_TYPE],
    ['JSON with both', '{"filter:nameLike":"a b","filter":{"objectType":"K"}}', JSON_TYPE],
    ['JSON with brackets', '{"filter":{"objectType":"K"},"filter[nameLike]":"a b"}', JSON_TYPE],
    ['a form with colons', 'filter:objectType=K&filter:nameLike=a+b', FORM_TYPE],
    ['a form with escaped colons', 'filter%3AobjectType=K&filter%3AnameLike=a%20b', FORM_TYPE],
    ['a form with brackets', 'filter[objectType]=K&filter[nameLike]=a%20b', FORM_TYPE],
    ['a form of another type', 'filter:objectType=K&filter[nameLike]=a+b', 'text/plain'],
  ])('%s', (_what, body, contentType) => {
    expect(decode('/api_v3/', body, contentType)).toEqual({ filter: FILTER });
  });

  test.each([
    ['the query', '/api_v3/?filter:objectType=K&filter%5BnameLike%5D=a+b'],
    ['the path', '/api_v3/filter:objectType/K/filter:nameLike/a%20b'],
    ['both', '/api_v3/filter:objectType/K?filter:nameLike=a+b'],
  ])('%s', (_what, url) => {
    expect(decode(url)).toEqual({ filter: FILTER });
  });

  test('names are nested on every level of JSON', () => {
    const body = '{"1":{"service":"x","filter:pager":{"a:b":1}},"items":[{"c:d":2}]}';
    expect(decode('/api_v3/', body)).toEqual({
      1: { service: 'x', filter: { pager: { a: { b: 1 } } } },
      items: [{ c: { d: 2 } }],
    });
  });

  test.each([
    ['numbers', 'items:0:id=1&items:1:id=2'],
    ['brackets', 'items[0][id]=1&items[1][id]=2'],
    ['brackets without numbers', 'items[][id]=1&items[][id]=2'],
  ])('lists with %s', (_what, form) => {
    expect(decode('/api_v3/', form, FORM_TYPE)).toEqual({
      items: { 0: { id: '1' }, 1: { id: '2' } },
    });
  });

  test('lists whose items are named', () => {
    const form = 'items:item0:id=1&items[item1][id]=2';
    expect(decode('/api_v3/', form, FORM_TYPE)).toEqual({
      items: { item0: { id: '1' }, item1: { id: '2' } },
    });
  });

  test('a list of JSON and an item of it by its number', () => {
    expect(
      decode('/api_v3/?items:1:id=z', '{"items":[{"id":"a","b":1},{"id":"c","d":1}]}'),
    ).toEqual({
      items: { 0: { id: 'a', b: 1 }, 1: { id: 'z', d: 1 } },
    });
  });

  test('a multirequest in a form', () => {
    const form = '1:service=a&1:filter:nameLike=b&2:service=c&2:filter[nameLike]=d';
    expect(decode('/api_v3/', form, FORM_TYPE)).toEqual({
      1: { service: 'a', filter: { nameLike: 'b' } },
      2: { service: 'c', filter: { nameLike: 'd' } },
    });
  });

  test('the signs for "no value" and "empty" stay what they are', () => {
    expect(decode('/api_v3/', 'a:description__null=&a:items:-=', FORM_TYPE)).toEqual({
      a: { description__null: '', items: { '-': '' } },
    });
  });
});

describe('what comes later wins, level by level', () => {
  test('body, query, path', () => {
    const body = '{"a":"body","b":"body","c":"body","filter":{"x":"body","y":"body"}}';
    expect(decode('/api_v3/service/s/a/path?a=query&b=query&filter:y=query', body)).toEqual({
      service: 's',
      a: 'path',
      b: 'query',
      c: 'body',
      filter: { x: 'body', y: 'query' },
    });
  });

  test('field json, files, query', () => {
    const uploaded = new UploadedFile({
      path: '/p',
      fileName: 'f',
      contentType: 't',
      sizeBytes: 1,
    });
    const decoded = decodeRequest({
      url: '/api_v3/?a:z=query',
      contentType: 'multipart/form-data; boundary=b',
      body: new MultipartBody(
        { json: '{"a":{"x":"json","y":"json","z":"json"}}', other: 'is no part of the body' },
        { 'a:y': uploaded },
      ),
    });
    expect(decoded).toEqual({ a: { x: 'json', y: uploaded, z: 'query' } });
  });

  test('the first of a name in the path counts', () => {
    expect(decode('/api_v3/index.php/service/x/action/y/service/z')).toEqual({
      service: 'x',
      action: 'y',
    });
  });

  test('the last of a name in a form counts', () => {
    expect(decode('/api_v3/?a=1&a=2')).toEqual({ a: '2' });
  });
});

test('segments of the path are unescaped, also where the escape is wrong', () => {
  expect(decode('/api_v3/service/a%20b/action/%zz/c/d%2Fe')).toEqual({
    service: 'a b',
    action: '%zz',
    c: 'd/e',
  });
});

test('names that JavaScript knows are names like others', () => {
  for (const body of ['{"__proto__":{"polluted":3}}', '{"__proto__":{"polluted":3},"x:y":1}']) {
    const decoded = decodeRequest({
      url: '/api_v3/?__proto__:polluted=1&constructor:prototype:polluted=2',
      contentType: JSON_TYPE,
      body: Buffer.from(body),
    });
    expect(Object.keys(decoded)).toEqual(expect.arrayContaining(['__proto__', 'constructor']));
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(decoded.polluted).toBeUndefined();
  }
});

test.each([
  ['under one name', (index: number) => `a:b:k${index}=v`],
  ['as one list', () => 'a[b][]=v'],
])('a form with thousands of parameters %s is read in a moment', (_what, parameter) => {
  const form = Array.from({ length: 15_000 }, (_, index) => parameter(index)).join('&');
  const decoded = decode('/api_v3/', form, FORM_TYPE) as { a: { b: object } };
  expect(Object.keys(decoded.a.b)).toHaveLength(15_000);
});

test('a thousand names for one large object cost no more than they weigh', () => {
  const entries = Array.from({ length: 50_000 }, (_, index) => `"k${index}":1`);
  const names = Array.from({ length: 900 }, (_, index) => {
    const [before, after] = [']'.repeat(index % 30), ']'.repeat(index / 30)];
    return `"a${before}:b${after}":{"x":${index}}`;
  });
  const body = `{"a":{"b":{${entries.join()}}},${names.join()}}`;
  const decoded = decode('/api_v3/', body) as { a: { b: { x: number } } };
  expect(Object.keys(decoded.a.b)).toHaveLength(50_001);
  expect(decoded.a.b.x).toBe(899);
});

test.each([
  ['more parameters than any client sends', 'x=1&'.repeat(20_001), FORM_TYPE],
  ['broken JSON', '{', JSON_TYPE],
  ['JSON that is no object', '"text"', JSON_TYPE],
  ['JSON nested without end', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, JSON_TYPE],
  ['a name nested without end', `${'a:'.repeat(100)}=1`, FORM_TYPE],
  ['a name nested without end in JSON', `{"${'a['.repeat(100)}":1}`, JSON_TYPE],
])('%s is refused', (_what, body, contentType) => {
  expect(() => decode('/api_v3/', body, contentType)).toThrow('cannot be read');
});
