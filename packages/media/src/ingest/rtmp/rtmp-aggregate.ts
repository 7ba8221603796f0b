const TAG_HEADER_BYTES = 11;
/** Each tag is followed by its own size, for reading backwards. */
const BACK_POINTER_BYTES = 4;

/**
 * Takes an aggregate message apart (RTMP 1.0, 7.1.6): FLV tags, whose times count from the message's own. Returns
 * whether all of it could be read.
 */
export function splitAggregate(
  payload: Uint8Array,
  timestampMs: number,
  handleTag: (typeId: number, timestampMs: number, payload: Uint8Array) => void,
): boolean {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  let firstMs: number | null = null;
  let at = 0;
  while (at + TAG_HEADER_BYTES <= payload.length) {
    const typeId = view.getUint8(at);
    const sizeBytes = view.getUint32(at) & 0xff_ff_ff;
    const tagMs = view.getUint32(at + 3) & 0xff_ff_ff;
    // The upper eight bits come after the lower ones.
    const timeMs = view.getUint8(at + 7) * 2 ** 24 + tagMs;
    firstMs ??= timeMs;
    const start = at + TAG_HEADER_BYTES;
    if (start + sizeBytes > payload.length) return false;
    handleTag(
      typeId,
      (timestampMs + timeMs - firstMs) >>> 0,
      payload.subarray(start, start + sizeBytes),
    );
    at = start + sizeBytes + BACK_POINTER_BYTES;
  }
  return at >= payload.length;
}
