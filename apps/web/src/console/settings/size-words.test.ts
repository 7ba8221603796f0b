import { expect, test } from 'vitest';
import { gigabytesIn, gigabytesText, sizeWords } from './size-words.ts';

test('sizes are said in the largest unit that they fill', () => {
  expect(sizeWords(0)).toBe('0 bytes');
  expect(sizeWords(999)).toBe('999 bytes');
  expect(sizeWords(1500)).toBe('1.5 kB');
  expect(sizeWords(12_440_000_000)).toBe('12.4 GB');
  expect(sizeWords(3e12)).toBe('3 TB');
});

test('what is typed as GB comes back as it was typed', () => {
  expect(gigabytesIn('500')).toBe(500e9);
  expect(gigabytesIn(' 0,5 ')).toBe(5e8);
  expect(gigabytesText(gigabytesIn('1.25'))).toBe('1.25');
  expect(gigabytesText(null)).toBe('');
});

test('what is no amount is none', () => {
  for (const text of ['', ' ', '0', '-3', 'lots', 'Infinity']) expect(gigabytesIn(text)).toBeNull();
});
