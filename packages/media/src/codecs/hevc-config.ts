import type { NalVideoConfig, PictureFacts } from './avc-config.ts';
import { skipVuiPicture } from './avc-config.ts';
import { BitReader } from './bit-reader.ts';
import { type ConfigProblem, frameRateOf, isPictureSize, malformed } from './config-problem.ts';
import { unescapeNalUnit } from './nal-units.ts';

/** Reads an HEVCDecoderConfigurationRecord, the payload of `hvcC` (ISO/IEC 14496-15, 8.3.3.1). */
export function readHevcConfig(record: Uint8Array): NalVideoConfig | ConfigProblem {
  if (record.length < HEADER_BYTES) return malformed(`hvcC of ${record.length} bytes is too short`);
  // Some encoders leave the version 0, as drafts of the specification had it.
  if ((record[0] ?? 0) > 1) return malformed(`hvcC version is ${record[0]}, not 1`);
  const sps = findSps(record);
  if (sps === null) return malformed('hvcC has no sequence parameter set');
  const facts = readHevcSps(sps);
  if (facts === null) return malformed('the sequence parameter set in hvcC cannot be read');

  const decoderConfig = new Uint8Array(record);
  decoderConfig[0] = 1;
  decoderConfig[21] = (record[21] ?? 0) | 0b11;
  return {
    config: { codec: 'hevc', codecString: codecStringOf(record), ...facts, decoderConfig },
    nalLengthBytes: ((record[21] ?? 0) & 0b11) + 1,
  };
}

/** Reads a sequence parameter set with its NAL header (ISO/IEC 23008-2, 7.3.2.2.1 and E.2.1); null for nonsense. */
export function readHevcSps(unit: Uint8Array): PictureFacts | null {
  if ((((unit[0] ?? 0) >> 1) & 0x3f) !== SPS || unit.length < 4) return null;
  const bits = new BitReader(unescapeNalUnit(unit.subarray(2)));
  bits.skip(4);
  const maxSubLayers = bits.bits(3);
  bits.skip(1);
  skipProfileTierLevel(bits, maxSubLayers);
  bits.unsignedGolomb();
  const chromaFormat = bits.unsignedGolomb();
  if (chromaFormat > 3) return null;
  const isSeparate = chromaFormat === 3 && bits.flag();
  const codedWidth = bits.unsignedGolomb();
  const codedHeight = bits.unsignedGolomb();
  let cropX = 0;
  let cropY = 0;
  if (bits.flag()) {
    cropX = bits.unsignedGolomb() + bits.unsignedGolomb();
    cropY = bits.unsignedGolomb() + bits.unsignedGolomb();
  }
  if (bits.hasOverrun) return null;
  const unitX = !isSeparate && (chromaFormat === 1 || chromaFormat === 2) ? 2 : 1;
  const unitY = !isSeparate && chromaFormat === 1 ? 2 : 1;
  const widthPx = codedWidth - cropX * unitX;
  const heightPx = codedHeight - cropY * unitY;
  if (!isPictureSize(widthPx, heightPx)) return null;
  return { widthPx, heightPx, framesPerSecond: readFrameRate(bits, maxSubLayers) };
}

const HEADER_BYTES = 23;
const SPS = 33;

function findSps(record: Uint8Array): Uint8Array | null {
  const arrays = record[22] ?? 0;
  let at = HEADER_BYTES;
  for (let array = 0; array < arrays; array++) {
    if (at + 3 > record.length) return null;
    const type = (record[at] ?? 0) & 0x3f;
    const units = readUint16(record, at + 1);
    at += 3;
    for (let unit = 0; unit < units; unit++) {
      if (at + 2 > record.length) return null;
      const sizeBytes = readUint16(record, at);
      at += 2;
      if (at + sizeBytes > record.length) return null;
      if (type === SPS) return record.subarray(at, at + sizeBytes);
      at += sizeBytes;
    }
  }
  return null;
}

/** ISO/IEC 14496-15, E.3: `hvc1.1.6.L93.90`. */
function codecStringOf(record: Uint8Array): string {
  const profile = record[1] ?? 0;
  const space = ['', 'A', 'B', 'C'][profile >> 6] ?? '';
  let compatibility = 0;
  for (let bit = 0; bit < 32; bit++) {
    const byte = record[2 + (bit >> 3)] ?? 0;
    // The flags are written in reverse order.
    if ((byte >> (7 - (bit & 7))) & 1) compatibility += 2 ** bit;
  }
  const tier = (profile >> 5) & 1 ? 'H' : 'L';
  const constraints = [...record.subarray(6, 12)];
  while (constraints.at(-1) === 0) constraints.pop();
  return [
    `hvc1.${space}${profile & 0x1f}`,
    compatibility.toString(16),
    `${tier}${record[12] ?? 0}`,
    ...constraints.map((byte) => byte.toString(16)),
  ].join('.');
}

/** 7.3.3: 88 bits of profile and 8 of level, then what the sub-layers have of them. */
function skipProfileTierLevel(bits: BitReader, maxSubLayers: number): void {
  bits.skip(96);
  let extraBits = 0;
  for (let layer = 0; layer < maxSubLayers; layer++) {
    if (bits.flag()) extraBits += 88;
    if (bits.flag()) extraBits += 8;
  }
  if (maxSubLayers > 0) bits.skip((8 - maxSubLayers) * 2);
  bits.skip(extraBits);
}

/** Everything between the picture size and the VUI's timing; null where it can't be read: the rate is only a hint. */
function readFrameRate(bits: BitReader, maxSubLayers: number): number | null {
  bits.unsignedGolomb();
  bits.unsignedGolomb();
  const orderBits = bits.unsignedGolomb() + 4;
  if (orderBits > 16) return null;
  const orderings = bits.flag() ? maxSubLayers + 1 : 1;
  for (let index = 0; index < orderings * 3; index++) bits.unsignedGolomb();
  for (let index = 0; index < 6; index++) bits.unsignedGolomb();
  if (bits.flag() && bits.flag()) skipScalingLists(bits);
  bits.skip(2);
  if (bits.flag()) {
    bits.skip(8);
    bits.unsignedGolomb();
    bits.unsignedGolomb();
    bits.skip(1);
  }
  if (!skipReferenceSets(bits)) return null;
  if (bits.flag()) {
    const pictures = bits.unsignedGolomb();
    if (pictures > 32) return null;
    bits.skip(pictures * (orderBits + 1));
  }
  bits.skip(2);
  return bits.flag() && !bits.hasOverrun ? readVuiFrameRate(bits) : null;
}

/** 7.3.4. */
function skipScalingLists(bits: BitReader): void {
  for (let size = 0; size < 4; size++) {
    for (let matrix = 0; matrix < 6; matrix += size === 3 ? 3 : 1) {
      if (!bits.flag()) {
        bits.unsignedGolomb();
        continue;
      }
      if (size > 1) bits.signedGolomb();
      const coefficients = Math.min(64, 1 << (4 + (size << 1)));
      for (let index = 0; index < coefficients; index++) bits.signedGolomb();
    }
  }
}

/** 7.3.7. False for a set that no stream may have. */
function skipReferenceSets(bits: BitReader): boolean {
  const sets = bits.unsignedGolomb();
  if (sets > 64) return false;
  let previousDeltas = 0;
  for (let set = 0; set < sets; set++) {
    const deltas = set > 0 && bits.flag() ? predictedSet(bits, previousDeltas) : explicitSet(bits);
    if (deltas > 32 || bits.hasOverrun) return false;
    previousDeltas = deltas;
  }
  return true;
}

function predictedSet(bits: BitReader, previousDeltas: number): number {
  bits.skip(1);
  bits.unsignedGolomb();
  let deltas = 0;
  for (let index = 0; index <= previousDeltas; index++) {
    const isUsed = bits.flag();
    if (isUsed || bits.flag()) deltas++;
  }
  return deltas;
}

function explicitSet(bits: BitReader): number {
  const deltas = bits.unsignedGolomb() + bits.unsignedGolomb();
  for (let index = 0; index < deltas && index <= 32; index++) {
    bits.unsignedGolomb();
    bits.skip(1);
  }
  return deltas;
}

function readVuiFrameRate(bits: BitReader): number | null {
  skipVuiPicture(bits);
  bits.skip(3);
  if (bits.flag()) for (let index = 0; index < 4; index++) bits.unsignedGolomb();
  if (!bits.flag()) return null;
  const unitsPerTick = bits.bits(32);
  const timeScale = bits.bits(32);
  return bits.hasOverrun ? null : frameRateOf(timeScale, unitsPerTick);
}

function readUint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
