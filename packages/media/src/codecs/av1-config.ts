import type { VideoConfig } from '../stream/frame.ts';
import { OBU_SEQUENCE_HEADER, readObu } from './av1-obus.ts';
import type { PictureFacts } from './avc-config.ts';
import { BitReader } from './bit-reader.ts';
import { type ConfigProblem, frameRateOf, isPictureSize, malformed } from './config-problem.ts';

/** Reads an AV1CodecConfigurationRecord, the payload of `av1C` (AV1-ISOBMFF, 2.3.3). */
export function readAv1Config(record: Uint8Array): VideoConfig | ConfigProblem {
  if (record.length < 4) return malformed(`av1C of ${record.length} bytes is too short`);
  if (record[0] !== 0x81) return malformed('av1C does not begin with marker and version 1');
  const sequenceHeader = findSequenceHeader(record.subarray(4));
  if (sequenceHeader === null) return malformed('av1C has no sequence header');
  const facts = readSequenceHeader(sequenceHeader);
  if (facts === null) return malformed('the sequence header in av1C cannot be read');
  return {
    codec: 'av1',
    codecString: codecStringOf(record),
    ...facts,
    decoderConfig: new Uint8Array(record),
  };
}

/** The payload of the first sequence header OBU; null where there is none. */
function findSequenceHeader(obus: Uint8Array): Uint8Array | null {
  for (let at = 0; at < obus.length; ) {
    const obu = readObu(obus, at);
    if (obu === null) return null;
    if (obu.type === OBU_SEQUENCE_HEADER) return obus.subarray(obu.payloadStart, obu.end);
    at = obu.end;
  }
  return null;
}

/** AV1-ISOBMFF, 5: `av01.0.04M.08`. */
function codecStringOf(record: Uint8Array): string {
  const profile = (record[1] ?? 0) >> 5;
  const level = (record[1] ?? 0) & 0x1f;
  const flags = record[2] ?? 0;
  const tier = flags & 0x80 ? 'H' : 'M';
  const bitDepth = flags & 0x40 ? (profile === 2 && flags & 0x20 ? 12 : 10) : 8;
  const two = (value: number) => value.toString().padStart(2, '0');
  return `av01.${profile}.${two(level)}${tier}.${two(bitDepth)}`;
}

/** AV1 specification, 5.5.1, up to the picture size; null for nonsense. */
export function readSequenceHeader(payload: Uint8Array): PictureFacts | null {
  const bits = new BitReader(payload);
  bits.skip(3);
  bits.skip(1);
  const isReduced = bits.flag();
  let framesPerSecond: number | null = null;
  if (isReduced) bits.skip(5);
  else framesPerSecond = readOperatingPoints(bits);
  const widthBits = bits.bits(4) + 1;
  const heightBits = bits.bits(4) + 1;
  const widthPx = bits.bits(widthBits) + 1;
  const heightPx = bits.bits(heightBits) + 1;
  if (bits.hasOverrun || !isPictureSize(widthPx, heightPx)) return null;
  return { widthPx, heightPx, framesPerSecond };
}

function readOperatingPoints(bits: BitReader): number | null {
  let framesPerSecond: number | null = null;
  let delayBits: number | null = null;
  if (bits.flag()) {
    framesPerSecond = readTiming(bits);
    if (bits.flag()) {
      delayBits = bits.bits(5) + 1;
      bits.skip(32 + 5 + 5);
    }
  }
  const hasDisplayDelay = bits.flag();
  const points = bits.bits(5) + 1;
  for (let point = 0; point < points; point++) {
    bits.skip(12);
    const level = bits.bits(5);
    if (level > 7) bits.skip(1);
    if (delayBits !== null && bits.flag()) bits.skip(2 * delayBits + 1);
    if (hasDisplayDelay && bits.flag()) bits.skip(4);
  }
  return framesPerSecond;
}

function readTiming(bits: BitReader): number | null {
  const unitsPerTick = bits.bits(32);
  const timeScale = bits.bits(32);
  // uvlc() is ue(v): 4.10.3.
  const ticksPerPicture = bits.flag() ? bits.unsignedGolomb() + 1 : 1;
  return frameRateOf(timeScale, unitsPerTick * ticksPerPicture);
}
