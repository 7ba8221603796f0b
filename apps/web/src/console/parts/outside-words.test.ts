import type { OutsideAddress } from '@rostrum/sdk';
import { expect, test } from 'vitest';
import { outsideReading } from './outside-words.ts';

const LIVE: OutsideAddress = {
  url: 'https://cdn.example.com/index.m3u8',
  isLive: true,
  message: '',
  isReadableByPages: true,
  segmentMs: 6006,
};

test('an address that plays says how far behind its viewers are', () => {
  expect(outsideReading(LIVE, 'https:')).toEqual({
    ...{ tone: 'good', word: 'Live' },
    text: 'Viewers are about 18 s behind: its segments last 6 s.',
  });
});

test('one that does not says what the server has seen', () => {
  const away = { ...LIVE, isLive: false, message: 'There is nothing at the address (404).' };
  expect(outsideReading(away, 'https:')).toMatchObject({ word: 'Not live', text: away.message });
});

test('one that browsers would not play is no good news', () => {
  expect(outsideReading({ ...LIVE, isReadableByPages: false }, 'https:')).toMatchObject({
    ...{ tone: 'warn', text: expect.stringContaining('CORS') },
  });
  const insecure = { ...LIVE, url: 'http://cdn.example.com/index.m3u8' };
  expect(outsideReading(insecure, 'https:').tone).toBe('warn');
  expect(outsideReading(insecure, 'http:').tone).toBe('good');
});
