import type { VideoConfig } from '../stream/frame.ts';
import { BitReader } from './bit-reader.ts';
import { type ConfigProblem, frameRateOf, isPictureSize, malformed } from './config-problem.ts';
import { unescapeNalUnit } from './nal-units.ts';

/** A configuration that has been brought to NAL lengths of 4 bytes, and how long they are in the encoder's frames. */
export type NalVideoConfig = {
  readonly config: VideoConfig;
  readonly nalLengthBytes: number;
};

/** Reads an AVCDecoderConfigurationRecord, the payload of `avcC` (ISO/IEC 14496-15, 5.3.3.1). */
export function readAvcConfig(record: Uint8Array): NalVideoConfig | ConfigProblem {
  if (record.length < 7) return malformed(`avcC of ${record.length} bytes is too short`);
  if (record[0] !== 1) return malformed(`avcC version is ${record[0]}, not 1`);
  const sps = firstSps(record);
  if (sps === null) return malformed('avcC has no sequence parameter set');
  const facts = readAvcSps(sps);
  if (facts === null) return malformed('the sequence parameter set in avcC cannot be read');

  const decoderConfig = new Uint8Array(record);
  decoderConfig[4] = (record[4] ?? 0) | 0b11;
  const codec = `avc1.${hex(record[1])}${hex(record[2])}${hex(record[3])}`;
  return {
    config: { codec: 'h264', codecString: codec, ...facts, decoderConfig },
    nalLengthBytes: ((record[4] ?? 0) & 0b11) + 1,
  };
}

export type PictureFacts = Pick<VideoConfig, 'widthPx' | 'heightPx' | 'framesPerSecond'>;

/** Reads a sequence parameter set with its NAL header (ISO/IEC 14496-10, 7.3.2.1.1 and E.1.1); null for nonsense. */
export function readAvcSps(unit: Uint8Array): PictureFacts | null {
  if (((unit[0] ?? 0) & 0x1f) !== SPS || unit.length < 4) return null;
  const bits = new BitReader(unescapeNalUnit(unit.subarray(1)));
  const profile = bits.bits(8);
  bits.skip(16);
  bits.unsignedGolomb();
  const chromaFormat = PROFILES_WITH_CHROMA.has(profile) ? readChroma(bits) : 1;
  if (chromaFormat > 3) return null;
  bits.unsignedGolomb();
  if (!skipPictureOrder(bits)) return null;
  bits.unsignedGolomb();
  bits.skip(1);

  const widthMacroblocks = bits.unsignedGolomb() + 1;
  const heightMapUnits = bits.unsignedGolomb() + 1;
  const isFramesOnly = bits.flag();
  if (!isFramesOnly) bits.skip(1);
  bits.skip(1);
  const crop = bits.flag() ? readCrop(bits) : NO_CROP;
  const framesPerSecond = bits.flag() ? readVuiFrameRate(bits) : null;
  if (bits.hasOverrun) return null;

  const fields = isFramesOnly ? 1 : 2;
  const cropUnitX = chromaFormat === 1 || chromaFormat === 2 ? 2 : 1;
  const cropUnitY = (chromaFormat === 1 ? 2 : 1) * fields;
  const widthPx = widthMacroblocks * 16 - crop.x * cropUnitX;
  const heightPx = heightMapUnits * 16 * fields - crop.y * cropUnitY;
  return isPictureSize(widthPx, heightPx) ? { widthPx, heightPx, framesPerSecond } : null;
}

const SPS = 7;
const EXTENDED_SAR = 255;
const NO_CROP = { x: 0, y: 0 };

/** The profiles whose parameter sets name a chroma format: ISO/IEC 14496-10, 7.3.2.1.1. */
const PROFILES_WITH_CHROMA: ReadonlySet<number> = new Set([
  100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135,
]);

function firstSps(record: Uint8Array): Uint8Array | null {
  const count = (record[5] ?? 0) & 0x1f;
  const sizeBytes = ((record[6] ?? 0) << 8) | (record[7] ?? 0);
  if (count === 0 || sizeBytes === 0 || 8 + sizeBytes > record.length) return null;
  return record.subarray(8, 8 + sizeBytes);
}

function readChroma(bits: BitReader): number {
  const chromaFormat = bits.unsignedGolomb();
  const isSeparate = chromaFormat === 3 && bits.flag();
  bits.unsignedGolomb();
  bits.unsignedGolomb();
  bits.skip(1);
  if (bits.flag()) {
    const lists = chromaFormat === 3 ? 12 : 8;
    for (let index = 0; index < lists; index++) {
      if (bits.flag()) skipScalingList(bits, index < 6 ? 16 : 64);
    }
  }
  // Separately coded planes are cropped like monochrome.
  return isSeparate ? 0 : chromaFormat;
}

function skipScalingList(bits: BitReader, size: number): void {
  let last = 8;
  let next = 8;
  for (let index = 0; index < size; index++) {
    if (next !== 0) next = (last + bits.signedGolomb() + 256) % 256;
    last = next === 0 ? last : next;
  }
}

function skipPictureOrder(bits: BitReader): boolean {
  const type = bits.unsignedGolomb();
  if (type === 0) bits.unsignedGolomb();
  if (type !== 1) return type < 3;
  bits.skip(1);
  bits.signedGolomb();
  bits.signedGolomb();
  const count = bits.unsignedGolomb();
  if (count > 255) return false;
  for (let index = 0; index < count; index++) bits.signedGolomb();
  return true;
}

function readCrop(bits: BitReader): { readonly x: number; readonly y: number } {
  const x = bits.unsignedGolomb() + bits.unsignedGolomb();
  const y = bits.unsignedGolomb() + bits.unsignedGolomb();
  return { x, y };
}

function readVuiFrameRate(bits: BitReader): number | null {
  skipVuiPicture(bits);
  if (!bits.flag()) return null;
  const unitsPerTick = bits.bits(32);
  const timeScale = bits.bits(32);
  // A tick is a field: E.2.1, num_units_in_tick.
  return frameRateOf(timeScale, 2 * unitsPerTick);
}

/** The first half of the VUI, the same in H.264 (E.1.1) and HEVC (E.2.1). */
export function skipVuiPicture(bits: BitReader): void {
  if (bits.flag() && bits.bits(8) === EXTENDED_SAR) bits.skip(32);
  if (bits.flag()) bits.skip(1);
  if (bits.flag()) {
    bits.skip(4);
    if (bits.flag()) bits.skip(24);
  }
  if (bits.flag()) {
    bits.unsignedGolomb();
    bits.unsignedGolomb();
  }
}

function hex(byte: number | undefined): string {
  return (byte ?? 0).toString(16).padStart(2, '0');
}
