import { FlvToFrames } from '../../../packages/media/src/ingest/flv/flv-to-frames.ts';
import { FrameAssertions } from '../assert-frames.ts';
import { MEDIA_TAGS } from '../media-tags.ts';
import type { FuzzTarget } from '../target.ts';

/** Tags one after the other: type, four bytes of time, two of size, payload. */
const TAG_HEADER_BYTES = 7;

function writeTag(typeId: number, timestampMs: number, payload: Uint8Array): Buffer {
  const header = Buffer.alloc(TAG_HEADER_BYTES);
  header[0] = typeId;
  header.writeUInt32BE(timestampMs, 1);
  header.writeUInt16BE(payload.length, 5);
  return Buffer.concat([header, payload]);
}

const target: FuzzTarget = {
  name: 'flv',
  seeds: () =>
    MEDIA_TAGS.map((tags) =>
      Buffer.concat(
        tags.map(({ typeId, payload }, index) => writeTag(typeId, index * 20, payload)),
      ),
    ),
  run(bytes) {
    const assertions = new FrameAssertions();
    const flv = new FlvToFrames((frame) => assertions.check(frame));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + TAG_HEADER_BYTES <= bytes.length; ) {
      const timestampMs = view.getUint32(at + 1);
      const end = at + TAG_HEADER_BYTES + view.getUint16(at + 5);
      const payload = bytes.subarray(at + TAG_HEADER_BYTES, end);
      const kind = view.getUint8(at) % 3;
      if (kind === 0) flv.readVideo(timestampMs, payload);
      else if (kind === 2) flv.readAudio(timestampMs, payload);
      else flv.readScript(payload);
      at = end;
    }
    flv.drops.take();
  },
};

export default target;
