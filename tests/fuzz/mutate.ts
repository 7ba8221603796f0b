import type { Random } from './random.ts';

/** Inputs stay below this, however often they are doubled. */
const MAX_BYTES = 65_536;
const MAX_MUTATIONS = 8;
/** One input in so many is noise from the first byte to the last. */
const NOISE_EVERY = 16;

/** Makes an input from good ones: some are cut, doubled, spliced or flipped, and lengths in them lie. */
export function makeInput(seeds: readonly Uint8Array[], random: Random): Uint8Array {
  const [first, ...others] = seeds;
  if (first === undefined || random.below(NOISE_EVERY) === 0)
    return random.bytes(random.below(300));
  const pool = [first, ...others] as const;
  let bytes: Uint8Array = new Uint8Array(random.pick(pool));
  const count = 1 + random.below(MAX_MUTATIONS);
  for (let index = 0; index < count; index++) {
    bytes = random.pick(MUTATIONS)(bytes, random, random.pick(pool));
  }
  return bytes.length > MAX_BYTES ? bytes.slice(0, MAX_BYTES) : bytes;
}

type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const MUTATIONS: readonly [Mutation, ...Mutation[]] = [
  flipBit,
  flipBit,
  setByte,
  setByte,
  editNumber,
  editNumber,
  truncate,
  removeRange,
  duplicateRange,
  insertNoise,
  splice,
];

function flipBit(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  return bytes;
}

function setByte(bytes: Uint8Array, random: Random): Uint8Array {
  bytes[random.below(bytes.length)] = random.pick([0, 1, 0x7f, 0x80, 0xff, random.below(256)]);
  return bytes;
}

/** Writes a number where a length may stand: small, huge, or just beside what is left. */
function editNumber(bytes: Uint8Array, random: Random): Uint8Array {
  const width = 1 + random.below(4);
  const at = random.below(bytes.length - width + 1);
  const left = bytes.length - at - width;
  const value = random.pick([
    0,
    1,
    left - 1,
    left,
    left + 1,
    2 ** (width * 8) - 1,
    2 ** (width * 8 - 1),
    random.below(1000),
  ]);
  const isLittle = random.below(4) === 0;
  for (let index = 0; index < width; index++) {
    const shift = isLittle ? index : width - 1 - index;
    bytes[at + index] = Math.floor(value / 2 ** (shift * 8));
  }
  return bytes;
}

function truncate(bytes: Uint8Array, random: Random): Uint8Array {
  return bytes.slice(0, random.below(bytes.length + 1));
}

function removeRange(bytes: Uint8Array, random: Random): Uint8Array {
  const { start, end } = range(bytes, random);
  return concat(bytes.subarray(0, start), bytes.subarray(end));
}

function duplicateRange(bytes: Uint8Array, random: Random): Uint8Array {
  const { start, end } = range(bytes, random);
  return concat(bytes.subarray(0, end), bytes.subarray(start, end), bytes.subarray(end));
}

function insertNoise(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length + 1);
  return concat(bytes.subarray(0, at), random.bytes(1 + random.below(32)), bytes.subarray(at));
}

function splice(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  const head = bytes.subarray(0, random.below(bytes.length + 1));
  return concat(head, other.subarray(random.below(other.length + 1)));
}

function range(
  bytes: Uint8Array,
  random: Random,
): { readonly start: number; readonly end: number } {
  const start = random.below(bytes.length);
  return { start, end: Math.min(bytes.length, start + 1 + random.below(64)) };
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const output = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    output.set(part, at);
    at += part.length;
  }
  return output;
}
