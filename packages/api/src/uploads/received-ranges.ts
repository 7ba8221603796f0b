/** Which bytes of a file have arrived: beginnings and ends (exclusive), in order, with a gap between any two. */
export type Ranges = readonly (readonly [fromByte: number, toByte: number])[];

/** The ranges with one more, which may overlap or touch others. An empty one adds nothing. */
export function withRange(ranges: Ranges, fromByte: number, toByte: number): Ranges {
  if (fromByte >= toByte) return ranges;
  let from = fromByte;
  let to = toByte;
  const before: (readonly [number, number])[] = [];
  const after: (readonly [number, number])[] = [];
  for (const range of ranges) {
    if (range[1] < from) before.push(range);
    else if (range[0] > to) after.push(range);
    else {
      from = Math.min(from, range[0]);
      to = Math.max(to, range[1]);
    }
  }
  return [...before, [from, to], ...after];
}

/** How many bytes have arrived without a gap, from the beginning. */
export function lengthWithoutGap(ranges: Ranges): number {
  const [first] = ranges;
  return first !== undefined && first[0] === 0 ? first[1] : 0;
}

/** Where the last byte that has arrived ends. */
export function endOf(ranges: Ranges): number {
  return ranges.at(-1)?.[1] ?? 0;
}

export function sumOf(ranges: Ranges): number {
  return ranges.reduce((sum, [from, to]) => sum + to - from, 0);
}
