import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOf, lengthWithoutGap, type Ranges, sumOf, withRange } from './received-ranges.ts';

test('ranges hold exactly the bytes that came, whatever the order, overlap and repetition', () => {
  const chunk = fc.tuple(fc.nat(60), fc.nat(12));
  fc.assert(
    fc.property(fc.array(chunk, { maxLength: 30 }), (chunks) => {
      const bytes = new Set<number>();
      let ranges: Ranges = [];
      for (const [from, length] of chunks) {
        for (let at = from; at < from + length; at++) bytes.add(at);
        ranges = withRange(ranges, from, from + length);
      }
      const held = ranges.flatMap(([from, to]) =>
        Array.from({ length: to - from }, (_, index) => from + index),
      );
      expect(held).toEqual([...bytes].sort((a, b) => a - b));
      expect(sumOf(ranges)).toBe(bytes.size);
      expect(endOf(ranges)).toBe(bytes.size === 0 ? 0 : Math.max(...bytes) + 1);
      let length = 0;
      while (bytes.has(length)) length++;
      expect(lengthWithoutGap(ranges)).toBe(length);
      // Neighbours that touch are one.
      expect(ranges.every(([from], index) => from > (ranges[index - 1]?.[1] ?? -1))).toBe(true);
    }),
  );
});
