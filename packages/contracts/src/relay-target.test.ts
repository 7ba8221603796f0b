import { describe, expect, test } from 'vitest';
import { parseRelayTarget } from './relay-target.ts';

describe('the address of a target', () => {
  test.each([
    [
      'rtmp://a.rtmp.youtube.com/live2/abcd-1234',
      {
        host: 'a.rtmp.youtube.com',
        port: 1935,
        isTls: false,
        app: 'live2',
        streamName: 'abcd-1234',
      },
    ],
    [
      'rtmps://live-api-s.facebook.com:443/rtmp/FB-12?s_bl=1&a=b',
      {
        host: 'live-api-s.facebook.com',
        port: 443,
        isTls: true,
        app: 'rtmp',
        streamName: 'FB-12?s_bl=1&a=b',
      },
    ],
    [
      'RTMP://localhost:1936/kLive?t=1a2b/0_ab12cd34_1',
      {
        port: 1936,
        app: 'kLive?t=1a2b',
        streamName: '0_ab12cd34_1',
        tcUrl: 'rtmp://localhost:1936/kLive?t=1a2b',
      },
    ],
    ['rtmp://[::1]:1935/live/inst/key', { host: '::1', app: 'live/inst', streamName: 'key' }],
    ['rtmps://live.example.com/app/key', { port: 443 }],
  ])('%s is taken apart', (url, expected) => {
    expect(parseRelayTarget(url)).toMatchObject(expected);
  });

  test.each([
    ['http://example.com/live/key', /rtmp:\/\/HOST/],
    ['rtmp://example.com', /rtmp:\/\/HOST/],
    ['rtmp://example.com/key', /names a stream/],
    ['rtmp://example.com/app/', /names a stream/],
    ['rtmp://example.com:0/app/key', /got 0/],
    ['rtmp://example.com:70000/app/key', /got 70000/],
    ['rtmp://user:pass@example.com/app/key', /rtmp:\/\/HOST/],
    [`rtmp://example.com/app/${'k'.repeat(3000)}`, /at most 2048/],
    ['', /rtmp:\/\/HOST/],
  ])('%s is refused', (url, problem) => {
    expect(() => parseRelayTarget(url)).toThrow(problem);
  });

  test('that is refused does not show the stream’s name', () => {
    expect(() => parseRelayTarget('rtmp://example.com:0/app/very-secret')).toThrow(
      /^(?!.*very-secret)/,
    );
  });
});
