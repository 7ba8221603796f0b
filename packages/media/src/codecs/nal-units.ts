/** What is in an access unit of length-prefixed NAL units, as one number of flags: it is asked for every frame. */
export const NAL_HAS_PICTURE = 1;
/** An IDR picture (H.264) or an IRAP picture (HEVC): decoding can begin here. */
export const NAL_HAS_RANDOM_ACCESS = 2;
/** A NAL unit without a single byte. */
export const NAL_HAS_EMPTY_UNIT = 4;
/** A length that points past the end of the frame. */
export const NAL_IS_TRUNCATED = 8;

export type NalCodec = 'h264' | 'hevc';

/** Looks at the headers of all NAL units; the lengths before them have `lengthBytes` (1 to 4) bytes. */
export function inspectNalUnits(data: Uint8Array, lengthBytes: number, codec: NalCodec): number {
  let flags = 0;
  let at = 0;
  while (at < data.length) {
    if (at + lengthBytes > data.length) return flags | NAL_IS_TRUNCATED;
    const sizeBytes = readLength(data, at, lengthBytes);
    at += lengthBytes;
    if (sizeBytes > data.length - at) return flags | NAL_IS_TRUNCATED;
    if (sizeBytes === 0) flags |= NAL_HAS_EMPTY_UNIT;
    else flags |= codec === 'h264' ? classifyAvc(data[at] ?? 0) : classifyHevc(data[at] ?? 0);
    at += sizeBytes;
  }
  return flags;
}

/**
 * The same NAL units without the empty ones, with lengths of 4 bytes. A new array; the lengths must have been found
 * whole by `inspectNalUnits`.
 */
export function rewriteNalUnits(data: Uint8Array, lengthBytes: number): Uint8Array {
  let units = 0;
  let payloadBytes = 0;
  for (let at = 0; at < data.length; ) {
    const sizeBytes = readLength(data, at, lengthBytes);
    at += lengthBytes + sizeBytes;
    if (sizeBytes > 0) units++;
    payloadBytes += sizeBytes;
  }
  const output = new Uint8Array(units * 4 + payloadBytes);
  const view = new DataView(output.buffer);
  let to = 0;
  for (let at = 0; at < data.length; ) {
    const sizeBytes = readLength(data, at, lengthBytes);
    at += lengthBytes;
    if (sizeBytes > 0) {
      view.setUint32(to, sizeBytes);
      output.set(data.subarray(at, at + sizeBytes), to + 4);
      to += 4 + sizeBytes;
    }
    at += sizeBytes;
  }
  return output;
}

/** A NAL unit's payload without its emulation prevention bytes (ISO/IEC 14496-10, 7.3.1). */
export function unescapeNalUnit(unit: Uint8Array): Uint8Array {
  const output = new Uint8Array(unit.length);
  let length = 0;
  let zeros = 0;
  for (const byte of unit) {
    if (zeros >= 2 && byte === 3) {
      zeros = 0;
      continue;
    }
    zeros = byte === 0 ? zeros + 1 : 0;
    output[length++] = byte;
  }
  return output.subarray(0, length);
}

function readLength(data: Uint8Array, at: number, lengthBytes: number): number {
  let value = 0;
  for (let index = 0; index < lengthBytes; index++) value = value * 256 + (data[at + index] ?? 0);
  return value;
}

/** ISO/IEC 14496-10, table 7-1: 1 to 5 are slices of the primary picture, 5 is IDR. */
function classifyAvc(header: number): number {
  const type = header & 0x1f;
  if (type === 5) return NAL_HAS_PICTURE | NAL_HAS_RANDOM_ACCESS;
  return type >= 1 && type <= 4 ? NAL_HAS_PICTURE : 0;
}

/** ISO/IEC 23008-2, table 7-1: 0 to 31 are slices, 16 to 21 are BLA, IDR and CRA. */
function classifyHevc(header: number): number {
  const type = (header >> 1) & 0x3f;
  if (type >= 16 && type <= 21) return NAL_HAS_PICTURE | NAL_HAS_RANDOM_ACCESS;
  return type < 32 ? NAL_HAS_PICTURE : 0;
}
