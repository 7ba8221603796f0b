import { expect, test } from 'vitest';
import { acceptsCoding, HttpRequestParser } from './http-request.ts';

test('what matters of a browser’s request is read, whatever the case of its fields', () => {
  const head =
    'GET /v/a/b/c/video.m3u8?_HLS_msn=3 HTTP/1.1\r\nHOST: live.example\r\nuser-agent: Mozilla/5.0\r\n' +
    'Accept-Encoding: gzip, deflate, br\r\nRange:bytes=0-1\r\nReferer: https://päge.example/\r\n';
  expect(new HttpRequestParser().parse(head)).toEqual({
    method: 'GET',
    target: '/v/a/b/c/video.m3u8?_HLS_msn=3',
    range: 'bytes=0-1',
    conditionalRange: null,
    acceptsGzip: true,
    isKeepAlive: true,
  });
});

test('the fields of a connection’s earlier request are not taken for those of another', () => {
  const parser = new HttpRequestParser();
  const line = 'GET / HTTP/1.1\r\n';
  const first = parser.parse(`${line}Host: x\r\nRange: bytes=0-1\r\n`);
  const second = parser.parse(`${line}Host: x\r\nRange: bytes=0-2\r\n`);
  const third = parser.parse(`${line}Host: x\r\nRange: bytes=0-2\r\n`);
  expect([first, second, third].map((request) => 'range' in request && request.range)).toEqual([
    'bytes=0-1',
    'bytes=0-2',
    'bytes=0-2',
  ]);
  expect(parser.parse(line)).toMatchObject({ status: 400 });
});

test.each([
  ['gzip', true],
  ['br, GZIP', true],
  ['*', true],
  ['*;q=0', false],
  ['gzip;q=0', false],
  ['gzip; q=0.000', false],
  ['gzip;q=0.001', true],
  ['*, gzip;q=0', false],
  ['identity', false],
  ['', false],
])('Accept-Encoding: %s takes gzip: %s', (field, expected) => {
  expect(acceptsCoding(field, 'gzip')).toBe(expected);
});
