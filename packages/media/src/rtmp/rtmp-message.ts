/** Message type ids: RTMP 1.0, 5.4 and 7.1. */
export const RTMP_TYPE = {
  setChunkSize: 1,
  abort: 2,
  acknowledgement: 3,
  userControl: 4,
  windowAckSize: 5,
  setPeerBandwidth: 6,
  audio: 8,
  video: 9,
  dataAmf3: 15,
  commandAmf3: 17,
  data: 18,
  command: 20,
  aggregate: 22,
} as const;

/** Chunk stream 2 carries protocol control, by 5.3.1.1; the others are convention. */
export const CHUNK_STREAM = { control: 2, command: 3, audio: 4, status: 5, video: 6 } as const;

/** Chunk size that both sides begin with: 5.4.1. */
export const DEFAULT_CHUNK_BYTES = 128;

/** User control events: 7.1.7. */
export const USER_CONTROL = { streamBegin: 0, pingRequest: 6, pingResponse: 7 } as const;

export type RtmpMessage = {
  readonly typeId: number;
  /** ms, 32 bits, wraps after 49.7 days. */
  readonly timestampMs: number;
  readonly messageStreamId: number;
  readonly payload: Uint8Array;
};

/** The four bytes of a protocol control message. */
export function uint32Payload(value: number): Uint8Array {
  const payload = new Uint8Array(4);
  new DataView(payload.buffer).setUint32(0, value);
  return payload;
}

/** The first 32-bit number of a protocol control message; null where it is too short. */
export function readUint32(payload: Uint8Array): number | null {
  if (payload.length < 4) return null;
  return new DataView(payload.buffer, payload.byteOffset, 4).getUint32(0);
}
