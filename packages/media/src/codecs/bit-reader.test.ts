import { expect, test } from 'vitest';
import { BitReader } from './bit-reader.ts';

test('reads bits from the most significant on, across bytes', () => {
  const bits = new BitReader(Uint8Array.of(0b1010_0000, 0xff, 0x80, 0, 0, 0));
  expect(bits.bits(3)).toBe(0b101);
  expect(bits.bits(7)).toBe(0b0000011);
  bits.alignToByte();
  expect(bits.bits(32)).toBe(0x8000_0000);
  expect(bits.hasOverrun).toBe(false);
  expect(bits.bitsLeft).toBe(0);
});

test('reads Exp-Golomb codes of both kinds', () => {
  // 1, 010, 011, 00100 are 0, 1, 2, 3.
  const codes = Uint8Array.of(0b1010_0110, 0b0100_0000);
  const unsigned = new BitReader(codes);
  expect([0, 0, 0, 0].map(() => unsigned.unsignedGolomb())).toEqual([0, 1, 2, 3]);
  const signed = new BitReader(codes);
  expect([0, 0, 0, 0].map(() => signed.signedGolomb() + 0)).toEqual([0, 1, -1, 2]);
});

test('reports an overrun instead of throwing, and reads zeros from then on', () => {
  const bits = new BitReader(Uint8Array.of(0xff));
  bits.skip(6);
  expect(bits.bits(4)).toBe(0b1100);
  expect(bits.hasOverrun).toBe(true);
});

test('takes an endless Exp-Golomb code for an overrun', () => {
  const bits = new BitReader(new Uint8Array(64));
  expect(bits.unsignedGolomb()).toBe(0);
  expect(bits.hasOverrun).toBe(true);
});
