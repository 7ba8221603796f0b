import { expect, test } from 'vitest';
import { movieFileName } from './movie-facts.ts';

test.each([
  ['Town hall', 'Town%20hall.mp4'],
  ['Q4: where/we\\stand?', 'Q4%20where%20we%20stand.mp4'],
  ['発表', '%E7%99%BA%E8%A1%A8.mp4'],
  ['a\u0000\u202eb\ud800', 'a%20b.mp4'],
  ['  ', '0_ab12cd34.mp4'],
  ['../..', '..%20...mp4'],
])('%j is downloaded as %s', (name, file) => {
  expect(movieFileName(name, '0_ab12cd34')).toBe(file);
});

test('a long name is cut, not in the middle of a character', () => {
  expect(decodeURIComponent(movieFileName('😀'.repeat(500), 'x'))).toBe(`${'😀'.repeat(100)}.mp4`);
});
