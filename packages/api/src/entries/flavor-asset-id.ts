/**
 * A flavor asset's id is its entry's id in another order of all ids, so that it need not be kept anywhere: it is the same
 * for the same rendition of the same entry, and says which entry that is.
 */
const ID = /^([0-9]_)([0-9a-z]{8})$/;

const COUNT = 36n ** 8n;
/** Has no divisor in common with 36, so that no two entries share an id. */
const FACTOR = 1_103_515_245_077n;
/** FACTOR * INVERSE leaves 1 after division by COUNT. */
const INVERSE = inverseOf(FACTOR, COUNT);
const STEP = 577_215_664_901n;

export function flavorAssetIdOf(entryId: string, flavorParamsId: number): string {
  const [prefix, number] = partsOf(entryId) ?? ['0_', 0n];
  return write(prefix, number * FACTOR + BigInt(flavorParamsId) * STEP + 1n);
}

/** The entry whose rendition of a flavor has the id; null for what is no id. It may be that there is no such entry. */
export function entryIdOfFlavorAsset(id: string, flavorParamsId: number): string | null {
  const parts = partsOf(id);
  if (parts === null) return null;
  const [prefix, number] = parts;
  return write(prefix, (number - BigInt(flavorParamsId) * STEP - 1n) * INVERSE);
}

function partsOf(id: string): [prefix: string, number: bigint] | null {
  const match = ID.exec(id);
  if (match === null) return null;
  const [, prefix = '', digits = ''] = match;
  return [prefix, BigInt(Number.parseInt(digits, 36))];
}

function write(prefix: string, number: bigint): string {
  const rest = ((number % COUNT) + COUNT) % COUNT;
  return `${prefix}${rest.toString(36).padStart(8, '0')}`;
}

/** By Euclid. */
function inverseOf(value: bigint, modulus: bigint): bigint {
  let [a, b] = [value % modulus, modulus];
  let [x, y] = [1n, 0n];
  while (b !== 0n) {
    const quotient = a / b;
    [a, b] = [b, a % b];
    [x, y] = [y, x - quotient * y];
  }
  return ((x % modulus) + modulus) % modulus;
}
