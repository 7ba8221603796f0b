/**
 * Reads bits from the most significant on. Never throws: past the end every bit is 0 and `hasOverrun` turns true, so
 * that a parser checks once, at its end (and bounds its own loops).
 */
export class BitReader {
  readonly #bytes: Uint8Array;
  #bit = 0;
  #hasOverrun = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get hasOverrun(): boolean {
    return this.#hasOverrun;
  }

  get bitsLeft(): number {
    return Math.max(0, this.#bytes.length * 8 - this.#bit);
  }

  flag(): boolean {
    return this.#readBit() === 1;
  }

  /** An unsigned number of 0 to 32 bits. */
  bits(count: number): number {
    let value = 0;
    for (let index = 0; index < count; index++) value = value * 2 + this.#readBit();
    return value;
  }

  skip(count: number): void {
    this.#bit += count;
    if (this.#bit > this.#bytes.length * 8) this.#hasOverrun = true;
  }

  alignToByte(): void {
    this.#bit = Math.ceil(this.#bit / 8) * 8;
  }

  /** Unsigned Exp-Golomb, ue(v): ISO/IEC 14496-10, 9.1. Longer codes than 32 bits count as an overrun. */
  unsignedGolomb(): number {
    let zeros = 0;
    while (this.#readBit() === 0) {
      zeros++;
      if (zeros > 32 || this.#hasOverrun) {
        this.#hasOverrun = true;
        return 0;
      }
    }
    return 2 ** zeros - 1 + this.bits(zeros);
  }

  /** Signed Exp-Golomb, se(v). */
  signedGolomb(): number {
    const code = this.unsignedGolomb();
    return code % 2 === 1 ? (code + 1) / 2 : -code / 2;
  }

  #readBit(): number {
    const byte = this.#bytes[this.#bit >> 3];
    if (byte === undefined) {
      this.#hasOverrun = true;
      return 0;
    }
    const value = (byte >> (7 - (this.#bit & 7))) & 1;
    this.#bit++;
    return value;
  }
}
