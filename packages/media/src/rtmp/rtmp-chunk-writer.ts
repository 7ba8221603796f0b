import { DEFAULT_CHUNK_BYTES, type RtmpMessage } from './rtmp-message.ts';

const EXTENDED = 0xff_ff_ff;

/** Cuts messages into chunks (RTMP 1.0, 5.3), each message with a full header. */
export class RtmpChunkWriter {
  /** Our own chunk size, as the peer has been told. */
  chunkBytes = DEFAULT_CHUNK_BYTES;

  /** The bytes of one message. The chunk stream id is 2 to 63. */
  write(chunkStreamId: number, message: RtmpMessage): Uint8Array {
    const { payload } = message;
    const isExtended = message.timestampMs >= EXTENDED;
    const extendedBytes = isExtended ? 4 : 0;
    const chunks = Math.max(1, Math.ceil(payload.length / this.chunkBytes));
    const output = new Uint8Array(
      12 + extendedBytes + payload.length + (chunks - 1) * (1 + extendedBytes),
    );
    const view = new DataView(output.buffer);
    output[0] = chunkStreamId;
    writeUint24(output, 1, Math.min(message.timestampMs, EXTENDED));
    writeUint24(output, 4, payload.length);
    output[7] = message.typeId;
    view.setUint32(8, message.messageStreamId, true);
    let at = 12;
    for (let from = 0; from === 0 || from < payload.length; from += this.chunkBytes) {
      if (from > 0) output[at++] = 0xc0 | chunkStreamId;
      if (isExtended) {
        view.setUint32(at, message.timestampMs);
        at += 4;
      }
      const piece = payload.subarray(from, from + this.chunkBytes);
      output.set(piece, at);
      at += piece.length;
    }
    return output;
  }
}

function writeUint24(output: Uint8Array, at: number, value: number): void {
  output[at] = value >> 16;
  output[at + 1] = value >> 8;
  output[at + 2] = value;
}
