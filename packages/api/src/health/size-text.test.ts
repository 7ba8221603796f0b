import { expect, it } from 'vitest';
import { sizeText, timeText } from './size-text.ts';

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [340_400_000, '340 MB'],
  [1_240_000_000, '1.2 GB'],
  [40_000_000_000, '40 GB'],
  [4_000_000_000_000, '4.0 TB'],
])('%d bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});

it.each([
  [0, 'less than a minute'],
  [61, '1 minute'],
  [7199, '119 minutes'],
  [7200, '2 hours'],
  [400_000, '4 days'],
])('%d seconds are %s', (seconds, text) => {
  expect(timeText(seconds)).toBe(text);
});
