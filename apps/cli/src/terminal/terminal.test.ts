import { expect, test } from 'vitest';
import { bytesText, lengthText, minutesText, parseLength } from './amounts.ts';
import { paintFor } from './paint.ts';
import { progressBar, progressLine } from './progress-bar.ts';
import { table } from './table.ts';

test('amounts are said as people say them', () => {
  expect([0, 999, 1500, 999_600, 1_433_956, 83.2e9].map(bytesText)).toEqual([
    ...['0 bytes', '999 bytes', '1.5 kB', '1.0 MB', '1.4 MB', '83.2 GB'],
  ]);
  expect([0, 59_600, 3_723_000].map(lengthText)).toEqual(['0:00', '1:00', '1:02:03']);
  expect([5, 60, 90].map(minutesText)).toEqual(['5 min', '1 h', '1 h 30 min']);
});

test('lengths are read as people write them', () => {
  expect(['90', '90m', '2h', '1h30m', '1h 30m'].map(parseLength)).toEqual(
    [90, 90, 120, 90, 90].map((minutes) => minutes * 60_000),
  );
  expect(['', 'h', 'm', '-5', '1.5h', '2d', '5s'].map(parseLength)).toEqual(Array(7).fill(null));
});

test('columns stand under each other, also with colours and wide letters', () => {
  const paint = paintFor(true, {});
  const lines = table([
    [paint('green', 'ok'), '|'],
    ['会議', '|'],
    ['abcd', '|'],
  ]).split('\n');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours are what is taken out
  const plain = lines.map((line) => line.replace(/\u001b\[\d+m/g, ''));
  expect(plain).toEqual(['ok    |', '会議  |', 'abcd  |']);
});

test('colours are for terminals, and for those who want them', () => {
  expect(paintFor(true, {})('red', 'x')).toBe('\u001b[31mx\u001b[39m');
  for (const paint of [
    paintFor(false, {}),
    paintFor(true, { NO_COLOR: '1' }),
    paintFor(true, { TERM: 'dumb' }),
  ])
    expect(paint('red', 'x')).toBe('x');
});

test('a progress bar fits its terminal, whatever that is', () => {
  for (const columns of [0, 1, 20, 40, 80, 300]) {
    for (const doneBytes of [0, 1, 500_000, 1_000_000]) {
      const line = progressLine({ doneBytes, totalBytes: 1_000_000 }, 123_456, columns);
      expect(line.length).toBeLessThanOrEqual(Math.max(0, columns - 1));
    }
  }
  expect(progressLine({ doneBytes: 250_000, totalBytes: 1_000_000 }, 250_000, 100)).toBe(
    `${'█'.repeat(8)}${'░'.repeat(22)}   25 %  250 kB of 1.0 MB  250 kB/s  0:03 left`,
  );
});

test('a progress bar is drawn ten times a second at most, and at its end', () => {
  let nowMs = 0;
  const drawn: string[] = [];
  const bar = progressBar({ columns: 80, draw: (text) => drawn.push(text), nowMs: () => nowMs });
  for (; nowMs < 1000; nowMs += 10) bar.show({ doneBytes: nowMs, totalBytes: 1000 });
  expect(drawn).toHaveLength(10);
  bar.show({ doneBytes: 1000, totalBytes: 1000 });
  expect(drawn.at(-1)).toContain('100 %');
  bar.clear();
  expect(drawn.at(-1)).toBe('\r\u001b[K');
});
