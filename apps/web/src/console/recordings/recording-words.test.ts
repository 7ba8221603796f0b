import { expect, test } from 'vitest';
import { placeText, readPlace, sizeText, spokenPlace } from './recording-words.ts';

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1.0 kB'],
  [1_440_000, '1.4 MB'],
  [99_600_000, '100 MB'],
  [999_600_000, '1.0 GB'],
  [2_700_000_000_000_000, '2700 TB'],
])('%d bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});

test.each([
  [0, '0:00.0', '0 seconds'],
  [65_430, '1:05.4', '1 minute 5.4 seconds'],
  [3_725_000, '1:02:05.0', '1 hour 2 minutes 5 seconds'],
  [59_990, '1:00.0', '1 minute 0 seconds'],
])('%d ms are written and said', (ms, written, said) => {
  expect(placeText(ms)).toBe(written);
  expect(spokenPlace(ms)).toBe(said);
});

test.each([
  ['65', 65_000],
  ['1:05', 65_000],
  [' 1:02:05.4 ', 3_725_400],
  ['0:05,25', 5250],
  ['', null],
  ['1:75', null],
  ['99:99:99', null],
  ['-3', null],
  ['soon', null],
])('%j is read', (text, ms) => {
  expect(readPlace(text)).toBe(ms);
});
