import { describe, expect, it, test } from 'vitest';
import { isWhole, moveEdge, placeAfterKey } from './trim-range.ts';

const MINUTE = 60_000;
const RANGE = { fromMs: 10_000, toMs: 50_000 };

describe('an edge', () => {
  it('goes where it is put, and no further than the recording and the other edge', () => {
    expect(moveEdge(RANGE, 'from', 20_000.4, MINUTE)).toEqual({ fromMs: 20_000, toMs: 50_000 });
    expect(moveEdge(RANGE, 'from', -1, MINUTE).fromMs).toBe(0);
    expect(moveEdge(RANGE, 'from', 55_000, MINUTE).fromMs).toBe(48_000);
    expect(moveEdge(RANGE, 'to', 99_000, MINUTE).toMs).toBe(MINUTE);
    expect(moveEdge(RANGE, 'to', 0, MINUTE).toMs).toBe(12_000);
  });

  it('leaves all of a recording that is shorter than what can be kept', () => {
    const all = { fromMs: 0, toMs: 1500 };
    expect(moveEdge(all, 'from', 1000, 1500)).toEqual(all);
    expect(moveEdge(all, 'to', 10, 1500)).toEqual(all);
  });
});

test.each([
  ['ArrowRight', false, 10_500],
  ['ArrowLeft', false, 9500],
  ['ArrowRight', true, 20_000],
  ['PageDown', false, 0],
  ['Home', false, 0],
  ['End', false, MINUTE],
  ['Enter', false, null],
])('%s with shift %s moves to %s', (key, isShift, place) => {
  expect(placeAfterKey(key, isShift, 10_000, MINUTE)).toBe(place);
});

test('what covers the recording is all of it', () => {
  expect(isWhole({ fromMs: 0, toMs: MINUTE }, MINUTE)).toBe(true);
  expect(isWhole({ fromMs: 1, toMs: MINUTE }, MINUTE)).toBe(false);
});
