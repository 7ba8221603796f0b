export const OBU_SEQUENCE_HEADER = 1;
export const OBU_TEMPORAL_DELIMITER = 2;
const OBU_FRAME_HEADER = 3;
const OBU_FRAME = 6;

export type Obu = {
  readonly type: number;
  /** Where the OBU begins and ends, header included. */
  readonly start: number;
  readonly end: number;
  /** Where its payload begins. */
  readonly payloadStart: number;
};

/** The OBU at an offset, in the low-overhead format (AV1 specification, 5.3); null where it is not whole. */
export function readObu(bytes: Uint8Array, start: number): Obu | null {
  const header = bytes[start];
  if (header === undefined || header & 0x80) return null;
  const type = (header >> 3) & 0xf;
  let at = start + (header & 0b100 ? 2 : 1);
  // Without a size the OBU reaches to the end.
  if (!(header & 0b10)) {
    return at > bytes.length ? null : { type, start, end: bytes.length, payloadStart: at };
  }
  let sizeBytes = 0;
  for (let index = 0; index < 8; index++) {
    const byte = bytes[at++];
    if (byte === undefined) return null;
    sizeBytes += (byte & 0x7f) * 2 ** (7 * index);
    if (!(byte & 0x80)) {
      const end = at + sizeBytes;
      return end > bytes.length ? null : { type, start, end, payloadStart: at };
    }
  }
  return null;
}

export type TemporalUnitFacts = {
  readonly isWhole: boolean;
  readonly hasPicture: boolean;
  readonly hasSequenceHeader: boolean;
  /** Where the first OBU after a leading temporal delimiter begins: samples in MP4 have none (AV1-ISOBMFF, 2.4). */
  readonly start: number;
};

export function inspectTemporalUnit(data: Uint8Array): TemporalUnitFacts {
  let hasPicture = false;
  let hasSequenceHeader = false;
  let start = 0;
  let at = 0;
  while (at < data.length) {
    const obu = readObu(data, at);
    if (obu === null) return { isWhole: false, hasPicture, hasSequenceHeader, start };
    if (obu.type === OBU_TEMPORAL_DELIMITER && at === start) start = obu.end;
    if (obu.type === OBU_SEQUENCE_HEADER) hasSequenceHeader = true;
    if (obu.type === OBU_FRAME || obu.type === OBU_FRAME_HEADER) hasPicture = true;
    at = obu.end;
  }
  return { isWhole: true, hasPicture, hasSequenceHeader, start };
}
