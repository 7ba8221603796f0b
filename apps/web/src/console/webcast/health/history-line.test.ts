import { describe, expect, it } from 'vitest';
import { historyLine } from './history-line.ts';

const frame = { width: 100, height: 20, fromMs: 0, toMs: 10_000, minSpan: 1 };
const at = (atMs: number, value: number) => ({ atMs, value });

describe('historyLine', () => {
  it('draws the stretch from left to right, high values on top', () => {
    expect(historyLine([at(0, 1), at(5_000, 2), at(10_000, 1)], frame)).toBe(
      'M0 18.5L50 1.5L100 18.5',
    );
  });

  it('draws what hardly moves as a calm line in the middle', () => {
    expect(historyLine([at(0, 30), at(5_000, 30), at(10_000, 30)], frame)).toBe(
      'M0 10L50 10L100 10',
    );
  });

  it('draws a small movement small', () => {
    expect(historyLine([at(5_000, 0), at(10_000, 0.1)], frame)).toBe('M50 10.9L100 9.2');
  });

  it('is a line of zeros where nothing ever happened', () => {
    expect(historyLine([at(0, 0), at(5_000, 0)], frame)).toBe('M0 10L50 10');
  });

  it('breaks where nothing was measured', () => {
    expect(historyLine([at(0, 1), at(1_000, 1), at(9_000, 1), at(10_000, 1)], frame)).toBe(
      'M0 10L10 10M90 10L100 10',
    );
  });

  it('leaves out what is older than the drawing', () => {
    expect(historyLine([at(-5_000, 9), at(8_000, 1), at(10_000, 1)], frame)).toBe('M80 10L100 10');
  });

  it('draws nothing of a single point', () => {
    expect(historyLine([at(10_000, 1)], frame)).toBe('');
  });
});
