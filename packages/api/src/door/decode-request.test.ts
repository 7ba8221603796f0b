import { expect, test } from 'vitest';
import { decodeRequest } from './decode-request.ts';

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

test('what comes later wins, level by level: body, query, path', () => {
  const body = '{"a":"body","b":"body","c":"body","filter":{"x":"body","y":"body"}}';
  expect(decode('/api_v3/service/s/a/path?a=query&b=query&filter:y=query', body)).toEqual({
    service: 's',
    a: 'path',
    b: 'query',
    c: 'body',
    filter: { x: 'body', y: 'query' },
  });
});

test('the first occurrence of a name in the path counts', () => {
  expect(decode('/api_v3/index.php/service/x/action/y/service/z')).toEqual({
    service: 'x',
    action: 'y',
  });
});

test('segments of the path are unescaped, also where the escape is wrong', () => {
  expect(decode('/api_v3/service/a%20b/action/%zz')).toEqual({ service: 'a b', action: '%zz' });
});

test.each([
  ['colons', 'filter:objectType=K&filter:nameLike=a+b&items:0:id=1&items:item1:id=2'],
  ['brackets', 'filter[objectType]=K&filter[nameLike]=a%20b&items[0][id]=1&items[item1][id]=2'],
])('names with %s are nested', (_what, form) => {
  const nested = {
    filter: { objectType: 'K', nameLike: 'a b' },
    items: { 0: { id: '1' }, item1: { id: '2' } },
  };
  expect(decode('/api_v3/', form, FORM_TYPE)).toEqual(nested);
  expect(decode(`/api_v3/?${form}`)).toEqual(nested);
});

test('nested names and nested objects may be mixed', () => {
  expect(decode('/api_v3/', '{"filter":{"a":1},"filter:b":2,"1:service":"x"}')).toEqual({
    filter: { a: 1, b: 2 },
    1: { service: 'x' },
  });
});

test('names that JavaScript knows are names like others', () => {
  const decoded = decodeRequest({
    url: '/api_v3/?__proto__:polluted=1&constructor:prototype:polluted=2',
    contentType: JSON_TYPE,
    body: Buffer.from('{"__proto__":{"polluted":3}}'),
  });
  expect(Object.keys(decoded).toSorted()).toEqual(['__proto__', 'constructor']);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('a form with thousands of parameters under one name is read in a moment', () => {
  const form = Array.from({ length: 15_000 }, (_, index) => `a:b:k${index}=v`).join('&');
  const decoded = decode('/api_v3/', form, FORM_TYPE) as { a: { b: object } };
  expect(Object.keys(decoded.a.b)).toHaveLength(15_000);
});

test.each([
  ['more parameters than any client sends', 'x=1&'.repeat(20_001), FORM_TYPE],
  ['broken JSON', '{', JSON_TYPE],
  ['JSON that is no object', '"text"', JSON_TYPE],
])('%s is refused', (_what, body, contentType) => {
  expect(() => decode('/api_v3/', body, contentType)).toThrow('cannot be read');
});
