import { describe, expect, test } from 'vitest';
import { findAppProblem, readRtmpAddress } from './rtmp-address.ts';

const PRIMARY = { webcastId: '0_ab12cd34', streamToken: 'TOKEN', slot: 'primary' };
const BACKUP = { ...PRIMARY, slot: 'backup' };

describe('readRtmpAddress', () => {
  test.each([
    ['OBS: server with token, key', 'kLive?t=TOKEN', '0_ab12cd34_1', PRIMARY],
    ['FFmpeg: token behind the name', 'kLive', '0_ab12cd34_1?t=TOKEN', PRIMARY],
    ['a slash before the query', 'kLive/', '0_ab12cd34_1/?t=TOKEN', PRIMARY],
    ['a slash behind the query', 'kLive?t=TOKEN/', '0_ab12cd34_1', PRIMARY],
    ['the bare id', 'kLive?t=TOKEN', '0_ab12cd34', PRIMARY],
    ['another stream number', 'kLive?t=TOKEN', '0_ab12cd34_9', PRIMARY],
    ['all parameters', 'kLive?p=100&e=0_ab12cd34&i=0&t=TOKEN', '0_ab12cd34_1', PRIMARY],
    ['the backup, in the application', 'kLive?i=1&t=TOKEN', '0_ab12cd34_1', BACKUP],
    ['the backup, behind the name', 'kLive', '0_ab12cd34_1?t=TOKEN&i=1', BACKUP],
    ['the name over the application', 'kLive?t=OTHER&i=0', '0_ab12cd34_1?t=TOKEN&i=1', BACKUP],
    ['everything in the application', 'kLive/0_ab12cd34_1?t=TOKEN', '', PRIMARY],
    ['everything in the application, in order', 'kLive?t=TOKEN/0_ab12cd34_1', '', PRIMARY],
    ['the id in the application (FFmpeg)', 'kLive/0_ab12cd34_1', '?t=TOKEN', PRIMARY],
    ['a slash in the token', 'kLive', '0_ab12cd34_1?t=a/b', { ...PRIMARY, streamToken: 'a/b' }],
    ['an encoded token', 'kLive?t=a%26b', '0_ab12cd34_1', { ...PRIMARY, streamToken: 'a&b' }],
    ['a broken encoding', 'kLive?t=%zz', '0_ab12cd34_1', { ...PRIMARY, streamToken: '%zz' }],
    ['no token', 'kLive', '0_ab12cd34_1', { ...PRIMARY, streamToken: '' }],
  ])('reads %s', (_what, app, streamName, expected) => {
    expect(readRtmpAddress(app, '', streamName)).toEqual(expected);
  });

  test('looks into tcUrl for parameters that are nowhere else', () => {
    const tcUrl = 'rtmp://host:1935/kLive?t=TOKEN&i=1';
    expect(readRtmpAddress('kLive', tcUrl, '0_ab12cd34_1')).toEqual(BACKUP);
  });

  test.each([
    ['', 'The stream name is ""'],
    ['stream', 'The stream name is "stream"'],
    ['0_AB12CD34_1', "expected the webcast's id"],
    ['0_ab12cd34_10', '0_ab12cd34_1.'],
    ['0_ab12cd345', 'expected'],
    [`${'x'.repeat(5_000)}`, `${'x'.repeat(80)}...`],
    ['tab\u0007\n', 'tab??'],
  ])('refuses the stream name %s and shows it', (streamName, text) => {
    expect(readRtmpAddress('kLive?t=TOKEN', '', streamName)).toEqual({
      problem: expect.stringContaining(text),
    });
  });

  test('refuses a name that is not the one the address was made for', () => {
    expect(readRtmpAddress('kLive?e=0_ab12cd34&t=T', '', '0_zzzzzzzz_1')).toEqual({
      problem: expect.stringContaining('0_ab12cd34'),
    });
  });
});

describe('findAppProblem', () => {
  test.each(['kLive', 'kLive/', 'kLive?t=TOKEN', 'kLive/0_ab12cd34_1'])('accepts %s', (app) => {
    expect(findAppProblem(app)).toBeNull();
  });

  test.each(['', 'live', 'klive', 'kLiveX', '?t=TOKEN'])('refuses %s', (app) => {
    expect(findAppProblem(app)).toContain('/kLive');
  });
});
